"""Helpers of the tests that move procurements through the actions."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError

from apps.core.actions import version_of
from apps.procurements import moves
from apps.procurements.models import Procurement
from procurement_csr.people import make_procurement

TODAY = date(2024, 11, 1)
SENT = date(2024, 3, 1)


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo("Europe/Stockholm"))


def publication(deadline=date(2024, 4, 15), **values):
    """What a lawful publication is given."""
    given = {
        "decision_to_publish_on": date(2024, 2, 28),
        "procedure": "open",
        "sent_for_publication_on": SENT,
        "accepts_e_tenders": True,
        "has_prior_notice": False,
        "is_accelerated": False,
        "documents_are_online": True,
        "tender_deadline_at": noon(deadline),
    }
    return given | values


def make_painting(helsingborg, property_department) -> Procurement:
    """A procurement in preparation, as the database holds it."""
    case = make_procurement(
        helsingborg,
        "Måleritjänster",
        department=property_department,
        kind="services",
        estimated_value=1_500_000,
        phase="preparation",
    )
    case.refresh_from_db()
    return case


def go(person, procurement, to, today=TODAY, **values):
    procurement.refresh_from_db()
    return moves.move(by=person, procurement=procurement, to=to, seen=version_of(procurement), today=today, **values)


def stand(procurement, phase, **values):
    """The row as it would stand after earlier moves."""
    Procurement.objects.filter(pk=procurement.pk).update(phase=phase, **values)
    procurement.refresh_from_db()


def refusal(person, procurement, to, field=None, **values) -> str:
    before = version_of(Procurement.objects.get(pk=procurement.pk))
    with pytest.raises(ValidationError) as error:
        go(person, procurement, to, **values)
    assert version_of(Procurement.objects.get(pk=procurement.pk)) == before, "a refused move left something behind"
    if field:
        return " ".join(error.value.message_dict[field])
    return " ".join(error.value.messages)
