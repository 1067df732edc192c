"""Addresses of suppliers' reports."""

urlpatterns: list = []
