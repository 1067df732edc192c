from django.urls import path

from apps.placements import views

urlpatterns = [
    path("placeringar/", views.placement_list, name="placement_list"),
    path("placeringar/ny/", views.placement_create, name="placement_create"),
    path("placeringar/<int:pk>/", views.placement_detail, name="placement_detail"),
    path("placeringar/<int:pk>/andra/", views.placement_update, name="placement_update"),
    path("placeringar/<int:pk>/avsluta/", views.placement_end, name="placement_end"),
    path("placeringar/<int:pk>/angra/", views.placement_undo, name="placement_undo"),
    path("deltagare/<str:code>/", views.participant_detail, name="participant_detail"),
    path("aktiviteter/", views.activity_list, name="activity_list"),
    path("aktiviteter/ny/", views.activity_create, name="activity_create"),
    path("aktiviteter/<int:pk>/andra/", views.activity_update, name="activity_update"),
]
