"""Addresses of suppliers' reports: the authority's pages, and those a supplier reaches through a link."""

from django.urls import path

from apps.followups import report_link_views as links
from apps.followups import report_list_views as lists
from apps.followups import report_review_views as review
from apps.followups import report_views as views

urlpatterns = [
    path("rapporter/", lists.report_list, name="report_list"),
    path("rapporter/begar/", lists.report_request, name="report_request"),
    path("rapporter/<int:pk>/", views.report_detail, name="report_detail"),
    path("rapporter/<int:pk>/for-in/", views.report_enter, name="report_enter"),
    path("rapporter/<int:pk>/godta/", review.report_accept, name="report_accept"),
    path("rapporter/<int:pk>/komplettera/", review.report_more, name="report_more"),
    path("rapporter/<int:pk>/underkann/", review.report_reject, name="report_reject"),
    path("rapporter/<int:pk>/ta-tillbaka/", review.report_withdraw, name="report_withdraw"),
    path("rapporter/<int:pk>/ny-lank/", review.report_link_renew, name="report_link_renew"),
    path("rapporter/underlag/<int:pk>/", views.evidence_download, name="evidence_download"),
    path("rapport/alla/<str:token>/", links.report_list_link, name="report_links"),
    path("rapport/<str:token>/", links.report_link, name="report_link"),
    path("rapport/<str:token>/steg/<str:key>/", links.report_step, name="report_step"),
    path("rapport/<str:token>/underlag/", links.report_evidence, name="report_evidence"),
    path("rapport/<str:token>/skicka/", links.report_submit, name="report_submit"),
    path("rapport/<str:token>/lamna-over/", links.report_handover, name="report_handover"),
    path("rapport/<str:token>/ny-lank/", links.report_renew, name="report_renew"),
]
