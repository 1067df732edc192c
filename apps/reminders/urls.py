from django.urls import path

from apps.reminders import views

urlpatterns = [
    path("healthz", views.healthz, name="healthz"),
]
