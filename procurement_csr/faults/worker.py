"""The Celery application of a campaign: the product's, broken on purpose when the campaign is to prove that it sees."""

import os

import django

from procurement_csr.celery import app

django.setup()

from procurement_csr.faults import sabotage  # noqa: E402

sabotage.commit(os.environ.get(sabotage.VARIABLE, ""))

__all__ = ["app"]
