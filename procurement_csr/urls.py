"""All addresses. Paths are Swedish in ASCII; names are `<noun>_<verb>`."""

from django.urls import include, path

from procurement_csr import views

urlpatterns = [
    path("", views.start, name="start"),
    path("tillganglighet/", views.page_accessibility, name="page_accessibility"),
    path("personuppgifter/", views.page_privacy, name="page_privacy"),
    path("rapportera-brist/", views.page_report_problem, name="page_report_problem"),
    path("", include("apps.accounts.urls")),
    path("", include("apps.suppliers.urls")),
    path("", include("apps.procurements.urls")),
    path("", include("apps.placements.urls")),
    path("", include("apps.mbl.urls")),
    path("", include("apps.actionplans.urls")),
    path("", include("apps.followups.urls")),
    path("", include("apps.targets.urls")),
    path("", include("apps.onboarding.urls")),
    path("", include("apps.interchange.urls")),
    path("", include("apps.reminders.urls")),
]

handler400 = "procurement_csr.views.bad_request"
handler403 = "procurement_csr.views.permission_denied"
handler404 = "procurement_csr.views.page_not_found"
