from django.urls import path

from apps.placements import consent_views, participant_views, views

urlpatterns = [
    path("placeringar/", views.placement_list, name="placement_list"),
    path("placeringar/ny/", views.placement_create, name="placement_create"),
    path("placeringar/<int:pk>/", views.placement_detail, name="placement_detail"),
    path("placeringar/<int:pk>/andra/", views.placement_update, name="placement_update"),
    path("placeringar/<int:pk>/avsluta/", views.placement_end, name="placement_end"),
    path("placeringar/<int:pk>/angra/", views.placement_undo, name="placement_undo"),
    path("deltagare/", participant_views.participant_list, name="participant_list"),
    path("deltagare/ny/", participant_views.participant_create, name="participant_create"),
    path("deltagare/<int:pk>/", participant_views.participant_detail, name="participant_detail"),
    path("deltagare/<int:pk>/andra/", participant_views.participant_update, name="participant_update"),
    path("deltagare/<int:pk>/sla-ihop/", participant_views.participant_merge, name="participant_merge"),
    path("deltagare/<int:pk>/lamna-over/", participant_views.participant_hand_over, name="participant_hand_over"),
    path("deltagare/<int:pk>/samtycken/nytt/", consent_views.consent_create, name="consent_create"),
    path("sammanslagningar/<int:pk>/angra/", participant_views.merge_undo, name="merge_undo"),
    path("samtycken/<int:pk>/aterkalla/", consent_views.consent_withdraw, name="consent_withdraw"),
    path("placeringar/<int:pk>/utlamna/", consent_views.disclosure_create, name="disclosure_create"),
    path("aktiviteter/", views.activity_list, name="activity_list"),
    path("aktiviteter/ny/", views.activity_create, name="activity_create"),
    path("aktiviteter/<int:pk>/andra/", views.activity_update, name="activity_update"),
]
