from django.urls import path, re_path

from apps.targets import comment_views, dashboard_views, forecast_views, target_views, views

urlpatterns = [
    path("oversikt/", dashboard_views.dashboard, name="dashboard"),
    path("oversikt/tank-om/", forecast_views.what_if, name="forecast_what_if"),
    path("oversikt/myndigheter/", dashboard_views.authority_comparison, name="authority_comparison"),
    path("oversikt/kommentar/", comment_views.comment_create, name="chart_comment_create"),
    path("oversikt/kommentar/<int:pk>/ta-bort/", comment_views.comment_undo, name="chart_comment_undo"),
    path("oversikt/publicera/", views.year_publish, name="year_publish"),
    path("oversikt/sluta-publicera/", views.year_unpublish, name="year_unpublish"),
    path("sa-raknar-vi/", target_views.counting_rules, name="counting_rules"),
    path("mal/nytt/", target_views.target_create, name="target_create"),
    path("oppet/", views.public_index, name="public_index"),
    re_path(r"^oppet/(?P<org_number>[0-9]{10})/(?P<year>20[0-9]{2})/$", views.public_year, name="public_year"),
]
