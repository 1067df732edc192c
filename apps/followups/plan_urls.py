"""Addresses of the plan, its overview, samples and evaluations."""

urlpatterns: list = []
