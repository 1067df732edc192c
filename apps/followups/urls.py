"""Addresses of the follow-up of contracts."""

from apps.followups import deviation_urls, meeting_urls, plan_urls, report_urls

urlpatterns = [
    *plan_urls.urlpatterns,
    *meeting_urls.urlpatterns,
    *report_urls.urlpatterns,
    *deviation_urls.urlpatterns,
]
