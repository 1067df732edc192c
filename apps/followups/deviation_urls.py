"""Addresses of deviations and sanctions."""

urlpatterns: list = []
