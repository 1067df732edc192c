"""Sign-in (allauth's views under its own names, only those that are used) and settings."""

from allauth.account import views as sign_in
from django.urls import path, re_path

from apps.accounts import invitation_views, profile_views, saved_filter_views, views
from apps.accounts.sign_in_status import unprocessable

urlpatterns = [
    path("konto/logga-in/", unprocessable(sign_in.login), name="account_login"),
    path("konto/logga-ut/", sign_in.logout, name="account_logout"),
    path("konto/avstangt/", sign_in.account_inactive, name="account_inactive"),
    path("konto/losenord/byt/", unprocessable(sign_in.password_change), name="account_change_password"),
    path("konto/losenord/valj/", unprocessable(sign_in.password_set), name="account_set_password"),
    path("konto/losenord/glomt/", unprocessable(sign_in.password_reset), name="account_reset_password"),
    path("konto/losenord/glomt/skickat/", sign_in.password_reset_done, name="account_reset_password_done"),
    path(
        "konto/losenord/nytt/klart/", sign_in.password_reset_from_key_done, name="account_reset_password_from_key_done"
    ),
    re_path(
        r"^konto/losenord/nytt/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        unprocessable(sign_in.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    path("konto/", profile_views.profile_detail, name="profile_detail"),
    path("konto/namn/", profile_views.profile_update, name="profile_update"),
    path("konto/stang/", profile_views.profile_close, name="profile_close"),
    path("byt-organisation/", views.organisation_switch, name="organisation_switch"),
    path("filter/spara/", saved_filter_views.saved_filter_create, name="saved_filter_create"),
    path("filter/<int:pk>/ta-bort/", saved_filter_views.saved_filter_delete, name="saved_filter_delete"),
    path("installningar/", views.settings_index, name="settings_index"),
    path("installningar/organisation/", views.organisation_update, name="organisation_update"),
    path("installningar/forvaltningar/ny/", views.department_create, name="department_create"),
    path("installningar/forvaltningar/<int:pk>/", views.department_update, name="department_update"),
    path("installningar/personer/", views.membership_list, name="membership_list"),
    path("installningar/personer/<int:pk>/ta-bort/", views.membership_delete, name="membership_delete"),
    path("installningar/personer/<int:pk>/oppna-kontot/", views.membership_reopen, name="membership_reopen"),
    path("installningar/inbjudningar/ny/", invitation_views.invitation_create, name="invitation_create"),
    path("installningar/inbjudningar/<int:pk>/skicka/", invitation_views.invitation_resend, name="invitation_resend"),
    path(
        "installningar/inbjudningar/<int:pk>/aterkalla/",
        invitation_views.invitation_withdraw,
        name="invitation_withdraw",
    ),
    path("inbjudan/<str:token>/", invitation_views.invitation_accept, name="invitation_accept"),
]
