from django.urls import path, re_path

from apps.targets import (
    comment_views,
    cost_views,
    dashboard_views,
    forecast_views,
    measure_views,
    naming_views,
    public_views,
    report_views,
    share_views,
    target_views,
    views,
)

# A stable address: names change and municipal companies have no code, but every authority keeps its number.
_OPEN = r"oppet/(?P<org_number>[0-9]{10})/(?P<year>20[0-9]{2})/"

urlpatterns = [
    path("oversikt/", dashboard_views.dashboard, name="dashboard"),
    path("oversikt/tank-om/", forecast_views.what_if, name="forecast_what_if"),
    path("oversikt/myndigheter/", dashboard_views.authority_comparison, name="authority_comparison"),
    path("oversikt/kommentar/", comment_views.comment_create, name="chart_comment_create"),
    path("oversikt/kommentar/<int:pk>/ta-bort/", comment_views.comment_undo, name="chart_comment_undo"),
    path("oversikt/matt/", measure_views.measure_list, name="measure_list"),
    path("oversikt/matt/<slug:code>/", measure_views.measure_rows, name="measure_rows"),
    path("oversikt/kostnad/", cost_views.cost_update, name="cost_update"),
    path("oversikt/leverantorsnamn/", naming_views.naming_create, name="naming_create"),
    path("oversikt/publicera/", views.year_publish, name="year_publish"),
    path("oversikt/sluta-publicera/", views.year_unpublish, name="year_unpublish"),
    path("sa-raknar-vi/", target_views.counting_rules, name="counting_rules"),
    path("mal/nytt/", target_views.target_create, name="target_create"),
    path("redovisningar/", report_views.snapshot_list, name="snapshot_list"),
    path("redovisningar/frys/", report_views.snapshot_freeze, name="snapshot_freeze"),
    path("redovisningar/<int:pk>/", report_views.snapshot_detail, name="snapshot_detail"),
    path("redovisningar/<int:pk>/rapport.pdf", report_views.report_pdf, name="report_pdf"),
    path("redovisningar/<int:pk>/rapport.docx", report_views.report_docx, name="report_docx"),
    path("redovisningar/lankar/", share_views.share_list, name="share_list"),
    path("redovisningar/lankar/ny/", share_views.share_create, name="share_create"),
    path("redovisningar/lankar/<int:pk>/aterkalla/", share_views.share_revoke, name="share_revoke"),
    path("dela/<str:token>/", share_views.share_page, name="share_page"),
    path("oppet/", public_views.public_index, name="public_index"),
    re_path(rf"^{_OPEN}$", public_views.public_year, name="public_year"),
    re_path(rf"^{_OPEN}data\.csv$", public_views.public_csv, name="public_csv"),
    re_path(rf"^{_OPEN}data\.json$", public_views.public_json, name="public_json"),
    re_path(rf"^{_OPEN}data\.csv-metadata\.json$", public_views.public_description, name="public_description"),
]
