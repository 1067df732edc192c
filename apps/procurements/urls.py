from django.urls import path

from apps.procurements import contract_views, priority_views, threshold_views, views

urlpatterns = [
    path("upphandlingar/", views.procurement_list, name="procurement_list"),
    path("upphandlingar/ny/", views.procurement_create, name="procurement_create"),
    path("upphandlingar/<int:pk>/", views.procurement_detail, name="procurement_detail"),
    path("upphandlingar/<int:pk>/andra/", views.procurement_update, name="procurement_update"),
    path("upphandlingar/<int:pk>/avtal/nytt/", contract_views.contract_create, name="contract_create"),
    path("avtal/", contract_views.contract_list, name="contract_list"),
    path("avtal/<int:pk>/", contract_views.contract_detail, name="contract_detail"),
    path("avtal/<int:pk>/andra/", contract_views.contract_update, name="contract_update"),
    path("avtal/<int:pk>/inget-krav/", contract_views.contract_decline, name="contract_decline"),
    path("avtal/<int:pk>/krav/nytt/", contract_views.requirement_create, name="requirement_create"),
    path("krav/<int:pk>/andra/", contract_views.requirement_update, name="requirement_update"),
    path("krav/<int:pk>/ta-bort/", contract_views.requirement_delete, name="requirement_delete"),
    path("troskelvarden/", threshold_views.threshold_list, name="threshold_list"),
    path("troskelvarden/ny/", threshold_views.threshold_create, name="threshold_create"),
    path("troskelvarden/<int:pk>/andra/", threshold_views.threshold_update, name="threshold_update"),
    path("troskelvarden/<int:pk>/ta-bort/", threshold_views.threshold_delete, name="threshold_delete"),
    path("upphandlingar/<int:pk>/prioritering/", priority_views.priority_update, name="priority_update"),
    path("upphandlingar/<int:pk>/prioritering/prova/", priority_views.priority_try, name="priority_try"),
    path("upphandlingar/<int:pk>/kandidater/", priority_views.candidates_update, name="candidates_update"),
    path("upphandlingar/<int:pk>/beslut/nytt/", priority_views.decision_create, name="decision_create"),
    path("prioritering/", priority_views.priority_list, name="priority_list"),
    path("upphandlingsplan/", priority_views.plan, name="plan"),
]
