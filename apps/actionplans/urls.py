"""Addresses of the yearly plan."""

from django.urls import path, re_path

from apps.actionplans import (
    evaluation_views,
    factor_views,
    file_views,
    goal_views,
    item_views,
    plan_views,
    public_views,
    seminar_views,
)

urlpatterns = [
    path("handlingsplaner/", plan_views.actionplan_list, name="actionplan_list"),
    path("handlingsplaner/ny/", plan_views.actionplan_create, name="actionplan_create"),
    path("handlingsplaner/<int:pk>/", plan_views.actionplan_detail, name="actionplan_detail"),
    path("handlingsplaner/<int:pk>/andra/", plan_views.actionplan_update, name="actionplan_update"),
    path("handlingsplaner/<int:pk>/beslut/", plan_views.actionplan_decide, name="actionplan_decide"),
    path("handlingsplaner/<int:pk>/publicera/", plan_views.actionplan_publish, name="actionplan_publish"),
    path("handlingsplaner/<int:pk>/sluta-publicera/", plan_views.actionplan_unpublish, name="actionplan_unpublish"),
    path("handlingsplaner/<int:pk>/nasta-ar/", plan_views.actionplan_carry, name="actionplan_carry"),
    path("handlingsplaner/<int:pk>/plan.pdf", file_views.actionplan_pdf, name="actionplan_pdf"),
    path("handlingsplaner/<int:pk>/plan.xlsx", file_views.actionplan_xlsx, name="actionplan_xlsx"),
    path("handlingsplaner/<int:pk>/ny-punkt/", item_views.planitem_create, name="planitem_create"),
    path("handlingsplaner/punkter/<int:pk>/", item_views.planitem_detail, name="planitem_detail"),
    path("handlingsplaner/punkter/<int:pk>/andra/", item_views.planitem_update, name="planitem_update"),
    path("handlingsplaner/punkter/<int:pk>/lage/", item_views.planitem_state, name="planitem_state"),
    path("handlingsplaner/punkter/<int:pk>/ta-bort/", item_views.planitem_delete, name="planitem_delete"),
    path("handlingsplaner/punkter/<int:pk>/anteckning/", item_views.plannote_create, name="plannote_create"),
    path("handlingsplaner/punkter/<int:pk>/nytt-mal/", goal_views.goal_create, name="goal_create"),
    re_path(
        r"^handlingsplaner/punkter/(?P<pk>[0-9]+)/flytta-(?P<way>upp|ned)/$",
        item_views.planitem_move,
        name="planitem_move",
    ),
    path("handlingsplaner/mal/<int:pk>/", goal_views.goal_update, name="goal_update"),
    path("handlingsplaner/mal/<int:pk>/natt/", goal_views.goal_finish, name="goal_finish"),
    path("handlingsplaner/mal/<int:pk>/oppna/", goal_views.goal_reopen, name="goal_reopen"),
    path("handlingsplaner/mal/<int:pk>/ta-bort/", goal_views.goal_delete, name="goal_delete"),
    path("seminarier/", seminar_views.seminar_list, name="seminar_list"),
    path("seminarier/nytt/", seminar_views.seminar_create, name="seminar_create"),
    path("seminarier/ej-nadda/", seminar_views.seminar_reach, name="seminar_reach"),
    path("seminarier/<int:pk>/", seminar_views.seminar_detail, name="seminar_detail"),
    path("seminarier/<int:pk>/andra/", seminar_views.seminar_update, name="seminar_update"),
    path("seminarier/<int:pk>/bjud-in/", seminar_views.seminar_invite, name="seminar_invite"),
    path("seminarier/<int:pk>/hallet/", seminar_views.seminar_hold, name="seminar_hold"),
    path("seminarier/<int:pk>/stall-in/", seminar_views.seminar_cancel, name="seminar_cancel"),
    path("seminarier/<int:pk>/seminarium.ics", seminar_views.seminar_calendar, name="seminar_calendar"),
    path("arsutvarderingar/", evaluation_views.evaluation_list, name="yearevaluation_list"),
    path("arsutvarderingar/ny/", evaluation_views.evaluation_create, name="yearevaluation_create"),
    path("arsutvarderingar/<int:pk>/", evaluation_views.evaluation_detail, name="yearevaluation_detail"),
    path("arsutvarderingar/<int:pk>/andra/", evaluation_views.evaluation_update, name="yearevaluation_update"),
    path("arsutvarderingar/<int:pk>/beslut/", evaluation_views.evaluation_decide, name="yearevaluation_decide"),
    path("framgangsfaktorer/", factor_views.factor_list, name="factor_list"),
    path("framgangsfaktorer/valj/", factor_views.factor_choose, name="factor_choose"),
    path("framgangsfaktorer/<int:pk>/", factor_views.factor_detail, name="factor_detail"),
    re_path(
        r"^framgangsfaktorer/(?P<year>20[0-9]{2})-(?P<half>[12])/$", factor_views.factor_score, name="factor_score"
    ),
    # A stable address: names change, but every authority keeps its number.
    re_path(
        r"^oppet/(?P<org_number>[0-9]{10})/(?P<year>20[0-9]{2})/(?P<word>handlingsplan|gemensam-handlingsplan)/$",
        public_views.public_actionplan,
        name="public_actionplan",
    ),
]
