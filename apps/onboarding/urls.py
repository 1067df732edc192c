"""Addresses of taking authorities on board; the number is the organisation's."""

from django.urls import path

from apps.onboarding import views

urlpatterns = [
    path("inforande/", views.onboarding_list, name="onboarding_list"),
    path("inforande/<int:pk>/", views.onboarding_detail, name="onboarding_detail"),
    path("inforande/<int:pk>/borja/", views.onboarding_start, name="onboarding_start"),
    path("inforande/<int:pk>/andra/", views.onboarding_update, name="onboarding_update"),
    path("inforande/<int:pk>/steg/<slug:step>/", views.onboarding_step, name="onboarding_step"),
    path("inforande/<int:pk>/klart/", views.onboarding_finish, name="onboarding_finish"),
    path("inforande/<int:pk>/oppna/", views.onboarding_reopen, name="onboarding_reopen"),
]
