from django.urls import path

from apps.interchange import actionplan_views, placement_views, views

urlpatterns = [
    path("handlingsplaner/<int:pk>/las-in/", actionplan_views.actionplan_import, name="actionplan_import"),
    path("importer/", views.import_list, name="import_list"),
    path("importer/ny/", views.import_create, name="import_create"),
    path("importer/mall-placeringar/", placement_views.import_template, name="import_template"),
    path("importer/<int:pk>/koder/", placement_views.import_codes, name="import_codes"),
    path("importer/<int:pk>/kolumner/", views.import_mapping, name="import_mapping"),
    path("importer/<int:pk>/", views.import_check, name="import_check"),
    path("importer/<int:pk>/resultat/", views.import_result, name="import_result"),
    path("importer/<int:pk>/angra/", views.import_undo, name="import_undo"),
    path("importer/<int:pk>/kasta/", views.import_discard, name="import_discard"),
]
