"""Addresses of union consultation."""

from django.urls import path

from apps.mbl import (
    agreement_views,
    assessment_views,
    consultation_views,
    document_views,
    overview_views,
    settings_views,
    timeplan_views,
    union_views,
    veto_views,
)

urlpatterns = [
    path("tidsplanering/", timeplan_views.timeplan_guide, name="timeplan_guide"),
    path("upphandlingar/<int:pk>/tidsplan/", timeplan_views.timeplan, name="timeplan"),
    path("upphandlingar/<int:pk>/tidsplan/kalender/", timeplan_views.timeplan_ics, name="timeplan_ics"),
    path("upphandlingar/<int:pk>/tidsplan/pdf/", timeplan_views.timeplan_pdf, name="timeplan_pdf"),
    path("tidsplan/andringar/<int:pk>/last/", timeplan_views.plan_change_see, name="plan_change_see"),
    path("upphandlingar/<int:pk>/mbl/bedomning/", assessment_views.assessment_create, name="assessment_create"),
    path("upphandlingar/<int:pk>/mbl/synnerliga-skal/", assessment_views.override_create, name="override_create"),
    path("mbl/", overview_views.mbl_overview, name="mbl_overview"),
    path("mbl/<int:pk>/", assessment_views.assessment_detail, name="assessment_detail"),
    path("mbl/<int:pk>/andra/", assessment_views.assessment_update, name="assessment_update"),
    path("mbl/veto/<int:pk>/", veto_views.veto_resolve, name="veto_resolve"),
    path("mbl/forhandling/<int:pk>/", consultation_views.consultation_detail, name="consultation_detail"),
    path("mbl/forhandling/<int:pk>/justera/", consultation_views.consultation_approve, name="consultation_approve"),
    path("mbl/forhandling/<int:pk>/ny-omgang/", consultation_views.consultation_round, name="consultation_round"),
    path("mbl/forhandling/<int:pk>/veto/", veto_views.veto_create, name="veto_create"),
    path("mbl/forhandling/<int:pk>/handlingar/ny/", document_views.document_create, name="document_create"),
    path("mbl/forhandling/<int:pk>/kommentarer/ny/", document_views.comment_create, name="comment_create"),
    path("mbl/handlingar/<int:pk>/", document_views.document_download, name="document_download"),
    path("mbl/handlingar/<int:pk>/ta-bort/", document_views.document_delete, name="document_delete"),
    path("forhandlingar/", union_views.union_start, name="union_start"),
    path("forhandlingar/ej-mbl-pliktiga/", union_views.union_assessments, name="union_assessments"),
    path("forhandlingar/ej-mbl-pliktiga/<int:pk>/", union_views.union_assessment, name="union_assessment"),
    path("forhandlingar/<int:pk>/", union_views.union_consultation, name="union_consultation"),
    path("forhandlingar/<int:pk>/justera/", union_views.union_approve, name="union_approve"),
    path("forhandlingar/<int:pk>/begar/", union_views.union_request, name="union_request"),
    path("installningar/fack/", settings_views.union_list, name="union_list"),
    path("installningar/fack/ny/", settings_views.union_create, name="union_create"),
    path("installningar/fack/<int:pk>/", settings_views.union_update, name="union_update"),
    path("installningar/fack/foretradare/ny/", settings_views.representative_create, name="representative_create"),
    path(
        "installningar/fack/foretradare/<int:pk>/", settings_views.representative_update, name="representative_update"
    ),
    path(
        "installningar/fack/foretradare/<int:pk>/ta-bort/",
        settings_views.representative_delete,
        name="representative_delete",
    ),
    path("installningar/samverkansavtal/", agreement_views.agreement_list, name="agreement_list"),
    path("installningar/samverkansavtal/nytt/", agreement_views.agreement_create, name="agreement_create"),
    path("installningar/samverkansavtal/<int:pk>/", agreement_views.agreement_detail, name="agreement_detail"),
    path("installningar/samverkansavtal/<int:pk>/andra/", agreement_views.agreement_update, name="agreement_update"),
    path("installningar/samverkansavtal/<int:pk>/grupper/ny/", agreement_views.group_create, name="group_create"),
    path("installningar/samverkansgrupper/<int:pk>/ta-bort/", agreement_views.group_delete, name="group_delete"),
    path("installningar/samverkansgrupper/<int:pk>/moten/", agreement_views.meeting_add, name="meeting_add"),
    path("installningar/moten/<int:pk>/ta-bort/", agreement_views.meeting_delete, name="meeting_delete"),
    path("installningar/forhandlingsfritt/nytt/", agreement_views.blackout_create, name="blackout_create"),
    path("installningar/forhandlingsfritt/<int:pk>/ta-bort/", agreement_views.blackout_delete, name="blackout_delete"),
    path("installningar/tidsplan/", settings_views.plan_settings, name="plan_settings"),
    path("installningar/checklista/", settings_views.checklist_update, name="checklist_update"),
    # Last: it takes any one word after a row's address.
    path("mbl/forhandling/<int:pk>/<slug:key>/", consultation_views.consultation_move, name="consultation_move"),
]
