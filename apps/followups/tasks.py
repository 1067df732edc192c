"""What is done about the follow-up of contracts in the background; the rows in the database are the truth."""

import logging

from celery import shared_task
from django.core.exceptions import ValidationError
from django.utils import timezone

from apps.accounts.models import Organisation
from apps.followups import plan_actions, raise_actions, report_asking
from apps.followups.models import ReportRequest
from apps.followups.plan_queries import cases, rule_of, under_way
from apps.followups.report_states import WRITABLE
from apps.procurements.models import Contract

logger = logging.getLogger(__name__)


@shared_task
def raise_deviations() -> int:
    """Look for deviations in every organisation, each in its own transaction. Gives how many are new."""
    today, found = timezone.localdate(), 0
    for organisation in Organisation.objects.order_by("pk"):
        try:
            found += raise_actions.raise_deviations(by=None, organisation=organisation, today=today)
        except ValidationError:
            logger.exception("The deviations of organisation %s were not raised", organisation.pk)
    return found


@shared_task
def make_plans() -> int:
    """Plan what is newly signed and follow changed days, each contract in its own transaction. Gives how many changed.

    What no plan differs from is only read.
    """
    today, changed = timezone.localdate(), 0
    for organisation in Organisation.objects.order_by("pk"):
        rows = under_way(Contract.objects.filter(organisation=organisation), today=today).order_by("pk")
        for case in cases(rows, rule_of(organisation)):
            if not plan_actions.differs(case, today=today):
                continue
            try:
                plan_actions.make_plan(by=None, contract=case.contract, today=today)
                changed += 1
            except (ValidationError, Contract.DoesNotExist):
                logger.exception("The plan of contract %s was not made", case.contract.pk)
    return changed


@shared_task
def remind_suppliers() -> int:
    """Mail the suppliers whose reports are due soon or late, each in its own transaction. Gives how many are told.

    Run again it tells nobody twice: a step of a report has one place in the outbox for each address.
    """
    now, told = timezone.now(), 0
    for report in ReportRequest.objects.filter(state__in=WRITABLE).exclude(contact_email="").order_by("pk"):
        try:
            told += report_asking.remind(by=None, report=report, now=now)
        except (ValidationError, ReportRequest.DoesNotExist):
            logger.exception("The supplier was not reminded of report %s", report.pk)
    return told
