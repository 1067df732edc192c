"""Addresses of the plan, its overview, samples and evaluations."""

from django.urls import path

from apps.followups import evaluation_views as evaluations
from apps.followups import load_views as load
from apps.followups import overview_views as overview
from apps.followups import plan_views as plan
from apps.followups import sample_views as samples

urlpatterns = [
    path("uppfoljning/", overview.followup_overview, name="followup_overview"),
    path("uppfoljning/begar/", overview.followup_ask, name="followup_ask"),
    path("uppfoljning/belastning/", load.followup_load, name="followup_load"),
    path("uppfoljning/klasser/", load.intensity_update, name="intensity_update"),
    path("avtal/<int:pk>/uppfoljning/", plan.followup_plan, name="followup_plan"),
    path("avtal/<int:pk>/uppfoljning/klass/", plan.plan_update, name="plan_update"),
    path("avtal/<int:pk>/uppfoljning/ny-punkt/", plan.point_create, name="point_create"),
    path("avtal/<int:pk>/utvardering/", evaluations.evaluation_update, name="evaluation_update"),
    path("uppfoljning/punkter/<int:pk>/", plan.point_update, name="point_update"),
    path("uppfoljning/punkter/<int:pk>/gjord/", plan.point_done, name="point_done"),
    path("uppfoljning/punkter/<int:pk>/behovs-inte/", plan.point_cancel, name="point_cancel"),
    path("uppfoljning/punkter/<int:pk>/oppna/", plan.point_reopen, name="point_reopen"),
    path("stickprov/", samples.sample_list, name="sample_list"),
    path("stickprov/nytt/", samples.sample_create, name="sample_create"),
    path("stickprov/<int:pk>/", samples.sample_detail, name="sample_detail"),
    path("stickprov/avtal/<int:pk>/", samples.sample_item_update, name="sample_item_update"),
]
