from django.urls import path

from apps.reminders import views

urlpatterns = [
    path("uppgifter/", views.task_list, name="task_list"),
    path("healthz", views.healthz, name="healthz"),
]
