"""Addresses of dialogue meetings."""

urlpatterns: list = []
