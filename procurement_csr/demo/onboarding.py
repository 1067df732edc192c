"""How far the authorities of Södertörn have come with Steget: one on board, one half-way, one that has begun. Made up.

The actions are called without an author: what a demo account has made is how removal tells trying from loading.
"""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from apps.onboarding import actions
from apps.onboarding.choices import Step, StepState
from apps.placements.choices import RecordClass
from apps.placements.models import RetentionRule
from procurement_csr.demo.world import When, days, last_year, on, working

if TYPE_CHECKING:
    from procurement_csr.demo.loading import Site

INVENTED = "(påhittad beteckning)"
ON_BOARD = "haninge"


class Ticked(NamedTuple):
    """A step done by hand, when and by which reference."""

    step: Step
    done: When
    reference: str


class Begun(NamedTuple):
    """A step of which somebody has written how it goes, or why the authority does without it."""

    step: Step
    state: StepState
    note: str


class Journey(NamedTuple):
    """How one authority is taken on board, by key."""

    authority: str
    started: When
    ready: When
    note: str
    written: tuple[Ticked | Begun, ...]
    finished: When | None = None


FOR_ALL = Begun(
    Step.THRESHOLDS,
    StepState.NOT_NEEDED,
    "Upphandlingsenheten lägger in de nya beloppen för alla myndigheter när de är kungjorda.",
)
JOURNEYS = (
    Journey(
        ON_BOARD,
        on(2017, 9, 4),
        on(2018, 12, 31),
        "Haninge var först ut och håller i upphandlingsenheten.",
        (
            Ticked(Step.DECISION, on(2017, 10, 9), f"Kommunfullmäktige § 212 {INVENTED}"),
            Ticked(Step.PROCESSING, on(2018, 5, 21), f"Avtal KS 2018/208 {INVENTED}"),
            Ticked(Step.TRAINING, on(2018, 5, 30), "Seminarium i kommunhuset, närvarolista i diariet"),
            FOR_ALL,
        ),
        finished=on(2018, 12, 20),
    ),
    Journey(
        "nynashamn",
        days(-110),
        days(75),
        "Riktlinjen tas upp i nämnden när klausulerna är granskade.",
        (
            Ticked(Step.DECISION, days(-90), f"Kommunfullmäktige § 61 {INVENTED}"),
            Begun(Step.PROCESSING, StepState.IN_PROGRESS, "Avtalet ligger hos kommunjuristen."),
            Begun(Step.TRAINING, StepState.IN_PROGRESS, "Två av fyra förvaltningar har haft genomgång."),
            FOR_ALL,
        ),
    ),
    Journey(
        "tornberget",
        days(-20),
        days(160),
        "",
        (Begun(Step.DECISION, StepState.IN_PROGRESS, "Ärendet går till styrelsens nästa möte."), FOR_ALL),
    ),
)
MONTHS = {
    RecordClass.CASE_REFERENCE: 12,
    RecordClass.PARTICIPANT_CODE: 60,
    RecordClass.CONSENT: 24,
    RecordClass.DISCLOSURE: 24,
}


def write(sites: list["Site"]) -> None:
    """The decisions of retention that the first authority has, then how far each has come."""
    by_key = {site.key: site for site in sites}
    _write_rules(by_key[ON_BOARD])
    for journey in JOURNEYS:
        _write_journey(by_key[journey.authority], journey)


def _write_rules(site: "Site") -> None:
    decided = {"decided_by_body": "Kommunstyrelsen", "decided_on": working(last_year(3, 10)(site.today))}
    rule = {"trigger": "last_follow_up", "action": "purge", "reference": f"KS § 77 {INVENTED}", **decided}
    RetentionRule.objects.bulk_create(
        RetentionRule(organisation=site.organisation, record_class=record_class, months=months, **rule)
        for record_class, months in MONTHS.items()
    )


def _write_journey(site: "Site", journey: Journey) -> None:
    today = site.today
    row = actions.start_onboarding(
        by=None,
        organisation=site.organisation,
        started_on=journey.started(today),
        ready_on=journey.ready(today),
        responsible=site.user("coordinator"),
        note=journey.note,
    )
    for each in journey.written:
        actions.write_step(by=None, onboarding=row, step=each.step, today=today, **_said(each, today))
    if journey.finished:
        actions.finish_onboarding(by=None, onboarding=row, today=today)
        actions.update_onboarding(by=None, onboarding=row, finished_on=journey.finished(today))


def _said(each: Ticked | Begun, today: date) -> dict:
    if isinstance(each, Ticked):
        return {"state": StepState.DONE, "done_on": each.done(today), "reference": each.reference}
    return {"state": each.state, "note": each.note}
