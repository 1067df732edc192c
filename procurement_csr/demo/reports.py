"""One city's frozen reports, each as it stood before the last starts had been logged, and the letters about a year."""

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from apps.placements.models import Placement
from apps.targets.choices import Period
from apps.targets.letter_recipients import recipients
from apps.targets.letters import SUPPLIERS, contents
from apps.targets.measures import DEFINITIONS_VERSION
from apps.targets.models import LetterMail, NamingDecision, ResultLetter, Snapshot
from apps.targets.snapshot_queries import figures_now, of_year
from apps.targets.snapshots import last_day
from procurement_csr.demo.matching import INVENTED
from procurement_csr.demo.world import working

if TYPE_CHECKING:
    from procurement_csr.demo.loading import Site

TOLD = "helsingborg"
# How long after a period's end it was frozen, and how near its end a start had not been logged by then.
FROZEN_AFTER, LATE = timedelta(days=14), timedelta(days=32)
WORDS = "Vi ser fram emot att fortsätta tillsammans i år."
NOTES = {
    Period.SECOND: "Några starter i augusti väntade på underlag från leverantörerna när siffrorna frystes.",
}


def write(sites: list["Site"]) -> None:
    """The tertials and the year before this one, each frozen two weeks after its end."""
    for site in sites:
        if site.key == TOLD:
            _decide_naming(site)
            _freeze(site, site.today.year - 2, Period.YEAR)
            for period in Period:
                _freeze(site, site.today.year - 1, period)
            _write_letters(site)


def _decide_naming(site: "Site") -> None:
    """Helsingborg named its companies when it told of its result."""
    decided_on = working(date(site.today.year - 1, 1, 15))
    own = {"decided_by_body": "Kommunstyrelsen", "decided_on": decided_on, "reference": f"KS § 12 {INVENTED}"}
    by = site.user("coordinator")
    NamingDecision.objects.create(
        organisation=site.organisation, names_suppliers=True, created_by=by, is_demo=True, **own
    )


def _freeze(site: "Site", year: int, period: Period) -> None:
    last = last_day(year, period)
    if last + FROZEN_AFTER >= site.today:
        return  # in the first days of January the year has just ended
    frozen_at = timezone.make_aware(datetime.combine(working(last + FROZEN_AFTER), time(15, 10)))
    late = _late(site, last)
    made = Snapshot.objects.create(
        organisation=site.organisation,
        year=year,
        period=period,
        as_of=last,
        figures=_figures_without(late, site, year, period),
        definitions_version=DEFINITIONS_VERSION,
        note=NOTES.get(period, ""),
        frozen_by=site.user("coordinator"),
        is_demo=True,
    )
    Snapshot.objects.filter(pk=made.pk).update(frozen_at=frozen_at)
    Placement.objects.filter(pk__in=late).update(created_at=frozen_at + timedelta(days=5))


def _write_letters(site: "Site") -> None:
    """A letter to the first supplier that can be reached and one to the first department."""
    snapshot = Snapshot.objects.filter(organisation=site.organisation, period=Period.YEAR).first()
    if snapshot is None:
        return  # in the first days of January nothing has been frozen
    before = of_year(site.organisation, snapshot.year - 1)
    by, found = site.user("coordinator"), [each for each in recipients(snapshot) if each.addresses]
    # Early in January some year has nobody to write to yet.
    first = {each.whose: each for each in reversed(found)}
    for each in first.values():
        whom = {"supplier" if each.whose == SUPPLIERS else "department": each.row}
        letter = ResultLetter.objects.create(
            organisation=site.organisation,
            snapshot=snapshot,
            contents=contents(snapshot, before, each.whose, each.row.pk, each.name),
            words=WORDS,
            made_by=by,
            is_demo=True,
            **whom,
        )
        to = {"contact" if each.whose == SUPPLIERS else "person": each.addresses[0].person}
        sent_at = snapshot.frozen_at + timedelta(days=7)
        LetterMail.objects.create(organisation=site.organisation, letter=letter, sent_by=by, sent_at=sent_at, **to)
        ResultLetter.objects.filter(pk=letter.pk).update(made_at=sent_at)


def _late(site: "Site", last: date) -> list[int]:
    """Placements that started just before the end, and were logged when it was frozen already."""
    rows = Placement.objects.filter(organisation=site.organisation, started_on__range=(last - LATE, last))
    return list(rows.values_list("pk", flat=True))


def _figures_without(late: list[int], site: "Site", year: int, period: Period) -> dict:
    """The figures as they were before those had been logged."""
    with transaction.atomic():
        Placement.objects.filter(pk__in=late).update(undone_at=timezone.now(), undone_by=site.user("matcher"))
        found = figures_now(site.organisation, year, period)
        transaction.set_rollback(True)
    return found
