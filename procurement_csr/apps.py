"""The project as a Django application."""

from django.apps import AppConfig


class ProcurementCsrConfig(AppConfig):
    name = "procurement_csr"

    def ready(self):
        """Without this a page that rings the bell would look for a broker that nobody runs."""
        from procurement_csr import celery

        celery.app.set_default()
