from django.urls import path

from apps.suppliers import views

urlpatterns = [
    path("leverantorer/", views.supplier_list, name="supplier_list"),
    path("leverantorer/ny/", views.supplier_create, name="supplier_create"),
    path("leverantorer/<int:pk>/", views.supplier_detail, name="supplier_detail"),
    path("leverantorer/<int:pk>/andra/", views.supplier_update, name="supplier_update"),
    path("leverantorer/<int:pk>/namn/nytt/", views.supplier_alias_create, name="supplier_alias_create"),
    path("leverantorer/namn/<int:pk>/ta-bort/", views.supplier_alias_delete, name="supplier_alias_delete"),
    path("leverantorer/<int:pk>/kontakter/ny/", views.supplier_contact_create, name="supplier_contact_create"),
    path("leverantorer/kontakter/<int:pk>/andra/", views.supplier_contact_update, name="supplier_contact_update"),
    path("leverantorer/kontakter/<int:pk>/ta-bort/", views.supplier_contact_delete, name="supplier_contact_delete"),
]
