"""Writes the demo world's places, waiting participants, placements on their way, follow-ups and consents.

All of it lies around today and is made up. Nothing here has begun, so no result and no target figure changes.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from apps.placements import outcomes
from apps.placements.models import (
    Consent,
    Disclosure,
    FollowUp,
    MatchingSettings,
    Participant,
    Pause,
    Placement,
    PlaceOffer,
    RetentionRule,
    TargetGroup,
    Waiting,
)
from apps.placements.models.participant import default_follow_ups
from apps.suppliers.models import Supplier
from procurement_csr.demo.world import Offered, Step, Waits, When, days, working

OFFERS = {
    "helsingborg": (
        Offered("målare", "maleri", "apprenticeship", "Målare", "Råå", days(10), days(375), 2),
        Offered("park", "park", "internship", "Parkarbetare", "Slottshagen", days(-10), days(80), 3, "B-körkort"),
        Offered("städ", "stad", "employment", "Lokalvårdare", "Tågaborgsskolan", days(2), days(367)),
        Offered("tvätt", "tvatt", "internship", "Tvättbiträde", "Berga", days(-20), days(11), 2),
        Offered("buss", "buss", "internship", "Busstvättare", "Depån", days(-70), days(-15), 2, closed="no_candidate"),
        Offered("bygg", "bygg", "internship", "Byggstädare", "Ängen", days(-45), None, closed="work_postponed"),
        Offered("kök", "", "internship", "Köksbiträde", "Maria Park", days(14), days(98), supplier="catering"),
    ),
    "haninge": (
        Offered("städ", "stad", "internship", "Lokalvårdare", "Vega", days(3), days(87), 2),
        Offered("kök", "kok", "employment", "Köksbiträde", "Handen", days(1), None),
        Offered("park", "park", "internship", "Parkarbetare", "Rudan", days(-60), days(-12), closed="no_candidate"),
    ),
    "nynashamn": (
        Offered("tak", "tak", "internship", "Takläggare", "Ösmo", days(6), days(62), 2),
        Offered("väg", "vag", "employment", "Anläggare", "Sorunda", days(2), None),
        Offered("tak-2", "tak", "internship", "Takläggare", "Ösmo", days(-50), None, closed="candidate_withdrew"),
    ),
    "tornberget": (
        Offered("el", "el", "apprenticeship", "Elektriker", "Handen", days(8), days(740), 2),
        Offered("bygg", "bygg", "internship", "Byggstädare", "Jordbro", days(1), days(60)),
        Offered("el-2", "el", "internship", "Elektrikerhjälp", "Handen", days(-40), None, closed="no_candidate"),
    ),
}
# Some are asked, some begin this week or should have begun, and some came to nothing.
STEPS = {
    "helsingborg": (
        Step("park", "proposed", "a", days(7)),
        Step("målare", "consented", "b", days(10)),
        Step("målare", "matched", "c", days(10)),
        Step("städ", "matched", "d", days(2)),
        Step("tvätt", "matched", "e", days(-2)),
        Step("park", "no_show", "f", days(-7), days(-7)),
        Step("målare", "declined_by_candidate", "g", days(10), days(-12)),
        Step("bygg", "declined_by_supplier", "h", None, days(-25)),
        Step("buss", "withdrawn", "i", None, days(-40)),
    ),
    "haninge": (
        Step("städ", "proposed", "a", days(3)),
        Step("städ", "consented", "b", days(3)),
        Step("kök", "matched", "c", days(1)),
        Step("park", "no_show", "d", days(-30), days(-30)),
        Step("städ", "declined_by_candidate", "e", days(3), days(-4)),
    ),
    "nynashamn": (
        Step("tak", "proposed", "a", days(6)),
        Step("väg", "matched", "b", days(2)),
        Step("tak-2", "declined_by_candidate", "c", None, days(-38)),
    ),
    "tornberget": (
        Step("el", "consented", "a", days(8)),
        Step("bygg", "matched", "b", days(1)),
        Step("el", "declined_by_supplier", "c", days(8), days(-6)),
    ),
}
WAITING = (
    Waits("w1", days(-64), ("internship", "employment")),
    Waits("w2", days(-41)),
    Waits("w3", days(-19), ("apprenticeship",)),
    Waits("a", days(-33), ("internship",)),
    Waits("w4", days(-3), ("summer_job", "internship")),
)
# What was heard afterwards, by how the placement ended; taken in turn.
HEARD = {
    "moved_to_employment": ("employed_unsubsidised", "employed_subsidised"),
    "moved_to_study": ("studying",),
    "completed": ("employed_subsidised", "unknown", "other_measure", "employed_short", "studying_other", "unemployed"),
    "interrupted_candidate": ("unknown", "unemployed"),
    "interrupted_supplier": ("unemployed", "other_measure"),
    "contract_ended": ("municipal_job",),
    "other": ("unknown",),
}
STILL_OPEN = 3
TARGET_GROUPS = ("Långtidsarbetslösa", "Unga som varken arbetar eller studerar")
INVENTED = "(påhittad beteckning)"


@dataclass(frozen=True)
class Place:
    """The organisation while its matching is written; `people` are participants by the tables' keys."""

    site: Any
    suppliers: dict[str, Supplier]
    people: dict[str, Participant]

    @property
    def today(self) -> date:
        return self.site.today

    @property
    def matcher(self):
        return self.site.user("matcher")


def people_of(key: str) -> list[str]:
    """The keys of the participants that the organisation's tables speak of."""
    return list(dict.fromkeys([*(step.person for step in STEPS[key]), *(each.person for each in WAITING)]))


def write(site: Any, suppliers: dict[str, Supplier], people: dict[str, Participant]) -> None:
    """Everything of one organisation. `suppliers` are the first of each contract, by the contract's key."""
    place = Place(site, suppliers, people)
    _write_rules(site)
    offers = _write_offers(place)
    placements = _write_steps(place, offers)
    Waiting.objects.bulk_create(
        Waiting(
            participant=people[each.person],
            since=each.since(place.today),
            kinds=list(each.kinds),
            created_by=place.matcher,
            is_demo=True,
        )
        for each in WAITING
    )
    _write_pauses(place)
    _write_consents(place, placements)
    _write_follow_ups(place)


def _write_rules(site: Any) -> None:
    """One organisation has decided about target groups and two classes of records, the others about nothing yet."""
    organisation, decided_on = site.organisation, site.today - timedelta(200)
    decided = {"decided_by_body": "Arbetsmarknadsnämnden", "decided_on": decided_on}
    is_decided = site.key == "helsingborg"
    own = decided | {"uses_target_groups": True, "reference": f"AMN § 31 {INVENTED}"} if is_decided else {}
    MatchingSettings.objects.create(organisation=organisation, **own)
    if is_decided:
        TargetGroup.objects.bulk_create(TargetGroup(organisation=organisation, name=name) for name in TARGET_GROUPS)
        rule = {"trigger": "last_follow_up", "action": "purge", "reference": f"AMN § 32 {INVENTED}"}
        RetentionRule.objects.bulk_create(
            RetentionRule(organisation=organisation, record_class=record_class, months=months, **rule, **decided)
            for record_class, months in (("case_reference", 12), ("participant_code", 24))
        )


def _write_offers(place: Place) -> dict[str, PlaceOffer]:
    rows = {each.key: _offer(place, each) for each in OFFERS[place.site.key]}
    PlaceOffer.objects.bulk_create(rows.values())
    return rows


def _offer(place: Place, each: Offered) -> PlaceOffer:
    today = place.today
    from_on = working(each.starts(today))
    offered_on = min(from_on, today) - timedelta(21)
    return PlaceOffer(
        organisation=place.site.organisation,
        contract=place.site.contracts[each.agreement] if each.agreement else None,
        supplier=place.suppliers[each.agreement] if each.agreement else place.site.shared.suppliers[each.supplier],
        kind=each.kind,
        occupation=each.occupation,
        count=each.count,
        place=each.place,
        from_on=from_on,
        to_on=each.ends(today) if each.ends else None,
        requirements=each.requirements,
        offered_on=offered_on,
        closed_on=today - timedelta(8) if each.closed else None,
        unfilled_reason=each.closed,
        created_by=place.matcher,
        is_demo=True,
    )


def _write_steps(place: Place, offers: dict[str, PlaceOffer]) -> list[Placement]:
    first = Placement.objects.filter(organisation=place.site.organisation).count() + 1
    rows = [
        _placement(place, step, offers[step.offer], number)
        for number, step in enumerate(STEPS[place.site.key], start=first)
    ]
    Placement.objects.bulk_create(rows)
    for number, row in enumerate(rows):
        row.created_at = moment_of(min(row.exited_on or place.today, place.today) - timedelta(5 + number))
    Placement.objects.bulk_update(rows, ["created_at"])
    return rows


def _placement(place: Place, step: Step, offer: PlaceOffer, number: int) -> Placement:
    start = _day(step.start, place.today)
    end = offer.to_on or (start + timedelta(180) if start else None)
    is_practice = offer.kind == "internship"
    return Placement(
        organisation=place.site.organisation,
        number=number,
        contract=offer.contract,
        offer=offer,
        supplier=offer.supplier,
        participant=place.people[step.person],
        kind=offer.kind,
        state=step.state,
        planned_start_on=start,
        planned_end_on=end if start else None,
        exited_on=_day(step.left, place.today),
        referring_body="municipality" if is_practice else "",
        supervisor_role="arbetsledare" if is_practice else "",
        created_by=place.matcher,
        is_demo=True,
    )


def _write_pauses(place: Place) -> None:
    """One that rests now, and the same one some weeks ago."""
    running = _standing(place).filter(state="started", started_on__lte=place.today - timedelta(20))
    longest = running.exclude(kind="mentorship").order_by("-started_on", "-pk").first()
    if longest is None:
        return
    spans = [(place.today - timedelta(18), place.today - timedelta(15)), (place.today - timedelta(3), None)]
    Pause.objects.bulk_create(
        Pause(placement=longest, from_on=first, to_on=last, created_by=place.matcher, is_demo=True)
        for first, last in spans
    )


def _write_consents(place: Place, placements: list[Placement]) -> None:
    """For those who are to meet a supplier; what was told of one on the consent, of another after a harm test."""
    asked = [each for each in placements if each.state in ("consented", "matched")]
    by_placement = dict(zip(asked, _agree(place, asked, "contact_supplier"), strict=True))
    latest = list(_standing(place).filter(state="started").order_by("-started_on", "-pk")[:3])
    _agree(place, latest, "follow_up")
    _agree(place, latest[:1], "statistics")
    matched = next(each for each in asked if each.state == "matched")
    told = {"recorded_by": place.matcher, "is_demo": True}
    Disclosure.objects.create(
        placement=matched,
        supplier=matched.supplier,
        told=["name", "contact"],
        ground="consent",
        consent=by_placement[matched],
        told_on=place.today - timedelta(3),
        **told,
    )
    for each in latest[:1]:
        Disclosure.objects.create(
            placement=each,
            supplier=each.supplier,
            told=["availability"],
            ground="harm_test",
            harm_test_reference=f"MP {place.today.year}/14 {INVENTED}",
            told_on=each.started_on,
            **told,
        )


def _agree(place: Place, placements: Iterable[Placement], purpose: str) -> list[Consent]:
    return Consent.objects.bulk_create(
        Consent(
            participant=each.participant,
            purpose=purpose,
            supplier=each.supplier if purpose == "contact_supplier" else None,
            given_on=(each.started_on or place.today) - timedelta(6),
            recorded_by=place.matcher,
            document_reference="Akten i verksamhetssystemet",
            is_demo=True,
        )
        for each in placements
    )


def _write_follow_ups(place: Place) -> None:
    """Answered but for the last ones due; one resident has withdrawn the consent, and is asked no more."""
    ended = list(_standing(place).filter(state="ended").order_by("ended_on", "pk"))
    rows = [
        FollowUp(placement=placement, months=months, due_on=due_on, is_demo=True)
        for placement in ended
        for months, due_on in outcomes.follow_up_days(placement.ended_on, default_follow_ups()).items()
    ]
    due = sorted((row for row in rows if row.due_on <= place.today), key=lambda row: row.due_on)
    open_count = min(STILL_OPEN, (len(due) + 1) // 2)
    for number, row in enumerate(due[: len(due) - open_count]):
        heard = HEARD[row.placement.end_reason]
        row.situation = heard[number % len(heard)]
        row.answered_on = min(row.due_on + timedelta(number % 9), place.today)
        row.answered_by = place.matcher
    _withdraw(place, rows, {row.placement for row in due if not row.answered_on})
    FollowUp.objects.bulk_create(rows)


def _withdraw(place: Place, rows: list[FollowUp], asked: set[Placement]) -> None:
    waiting = [row for row in rows if not row.answered_on and row.placement not in asked]
    if len({row.placement for row in rows}) < 2 or not waiting:
        return
    placement, stopped_on = waiting[-1].placement, place.today - timedelta(4)
    given_on = min(placement.started_on, stopped_on)
    Consent.objects.create(
        participant=placement.participant,
        purpose="follow_up",
        given_on=given_on,
        recorded_by=place.matcher,
        withdrawn_on=stopped_on,
        withdrawn_by=place.matcher,
        is_demo=True,
    )
    for row in rows:
        if row.placement.participant_id == placement.participant_id and not row.answered_on:
            row.stopped_on = stopped_on


def _standing(place: Place):
    rows = Placement.objects.standing().filter(organisation=place.site.organisation)
    return rows.select_related("participant", "supplier")


def _day(when: When | None, today: date) -> date | None:
    return working(when(today)) if when else None


def moment_of(day: date) -> datetime:
    """When on the day an invented thing was written down."""
    return timezone.make_aware(datetime.combine(day, time(10, 30)))
