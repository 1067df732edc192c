"""Writes the demo world's unions, cooperation agreement and consultations: one in each interesting state. Invented.

The unions are real organisations; those who speak for them, the agreement and every negotiation are made up. The
actions ask who acts, and removal reads from the history what a demo account has made, so rows are written as loaded.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from apps.accounts.models import Department
from apps.core.calendar import add_working_days, roll_back, roll_forward
from apps.mbl.choices import Paragraph, Question, Route, Stage, State
from apps.mbl.models import (
    Answer,
    Assessment,
    Blackout,
    Comment,
    Consultation,
    CooperationAgreement,
    CooperationGroup,
    GroupMeeting,
    Union,
    UnionRepresentative,
    Veto,
)
from apps.procurements.models import Procurement

UNIONS = ("Kommunal", "Vision", "Akademikeralliansen")
AGREED = [Paragraph.P11, Paragraph.P12, Paragraph.P14]
MEETINGS = 14
# Sections and their place, as they stand in the name of the local organisation.
PLACES = {"helsingborg": "Helsingborg", "haninge": "Haninge", "nynashamn": "Nynäshamn", "tornberget": "Tornberget"}
ENDED = {"state": State.CLOSED}


@dataclass(frozen=True)
class Case:
    """An assessment: the questions answered yes, and per stage and union the fields of its row as days from today."""

    title: str
    authority: str
    yes: tuple[Question, ...]
    motive: str
    stages: dict[Stage, dict[str, dict[str, Any]]] = field(default_factory=dict)
    exemption: str = ""
    not_required: str = ""
    as_party: bool = False


_CLEANING = "Städningen flyttar från egen personal till en leverantör."
_CALLED = {"state": State.CALLED, "called_on": -4, "meeting_on": 4}
_PLANNED: dict[str, Any] = {}
_AGREED = {**ENDED, "close_reason": "agreed"}
# Has just begun with Steget: its agreement is not registered yet.
NEW = "tornberget"
CASES = (
    Case(
        "Städning av förskolor i söder",
        "helsingborg",
        (Question.Q1, Question.Q2),
        _CLEANING,
        {
            Stage.A: {"Kommunal": _CALLED, "Vision": _CALLED, "Akademikeralliansen": _PLANNED},
            Stage.B: {"Kommunal": _PLANNED, "Vision": _PLANNED, "Akademikeralliansen": _PLANNED},
        },
    ),
    Case(
        "Målning av fasader 2027",
        "helsingborg",
        (Question.Q2, Question.Q4),
        "Målningen görs av utomstående några veckor i sommar.",
        {Stage.B: {name: {"state": State.EXEMPT} for name in UNIONS}},
        exemption="short",
    ),
    Case(
        "Konsultstöd för verksamhetssystem",
        "helsingborg",
        (),
        "",
        not_required="En person anlitas en kort tid för ett system. Ingen medarbetares uppgifter ändras.",
    ),
    Case(
        "Snöröjning av gångbanor",
        "helsingborg",
        (Question.Q2,),
        "Utomstående utför arbete inom våra kollektivavtal.",
        {
            Stage.B: {
                "Kommunal": {
                    "state": State.CENTRAL_REQUESTED,
                    "called_on": -20,
                    "meeting_on": -12,
                    "met_on": -12,
                    "local_closed_on": -12,
                    "central_requested_on": -8,
                    "central_requested_by": "Kommunal",
                    "central_meeting_on": 6,
                    "disagreement": "Kommunal vill att jourtiden ligger kvar i egen regi.",
                },
                "Vision": {
                    "state": State.DISAGREED,
                    "called_on": -14,
                    "meeting_on": -5,
                    "met_on": -5,
                    "local_closed_on": -3,
                    "disagreement": "Vision vill se en riskbedömning av arbetsmiljön före beslutet.",
                },
                "Akademikeralliansen": {
                    **_AGREED,
                    "called_on": -20,
                    "meeting_on": -12,
                    "met_on": -12,
                    "local_closed_on": -11,
                    "closed_on": -11,
                },
            }
        },
    ),
    Case(
        "Fönsterputs i stadens lokaler",
        "helsingborg",
        (Question.Q2,),
        "Utomstående utför arbete inom våra kollektivavtal.",
        {
            Stage.B: {
                "Kommunal": {
                    "state": State.CLOSED,
                    "close_reason": "central_done",
                    "called_on": -44,
                    "meeting_on": -36,
                    "met_on": -36,
                    "local_closed_on": -36,
                    "central_requested_on": -32,
                    "central_requested_by": "Kommunal",
                    "central_met_on": -24,
                    "closed_on": -23,
                    "central_outcome": "Parterna skildes åt i oenighet.",
                    "disagreement": "Kommunal ifrågasätter leverantörens villkor.",
                    "veto": {
                        "is_by_central": True,
                        "declared_on": -23,
                        "ground": "other",
                        "facts": "Anbudet anses för lågt.",
                        "state": "invalid_ground",
                        "resolved_on": -22,
                        "decision_maker": "Förvaltningschefen",
                        "legal_opinion": "Ett lågt pris är ingen grund enligt 39 § MBL (40 § MBL).",
                    },
                },
                "Vision": {
                    "state": State.CLOSED,
                    "close_reason": "absent",
                    "called_on": -44,
                    "meeting_on": -36,
                    "closed_on": -36,
                },
                "Akademikeralliansen": {
                    **_AGREED,
                    "called_on": -44,
                    "meeting_on": -36,
                    "met_on": -36,
                    "local_closed_on": -35,
                    "closed_on": -35,
                },
            }
        },
    ),
    Case(
        "Lokalvård i idrottshallar",
        "haninge",
        (Question.Q1,),
        _CLEANING,
        {
            Stage.A: {
                "Kommunal": {
                    "state": State.MET,
                    "called_on": -12,
                    "meeting_on": -3,
                    "met_on": -3,
                    "minutes_reference": "KS 2026/907 (påhittad beteckning)",
                    "minutes_approved_employer_on": -2,
                },
                "Vision": {"state": State.ADJOURNED, "called_on": -12, "meeting_on": -3, "adjourned_to": 5},
                "Akademikeralliansen": _CALLED,
            },
            Stage.B: dict.fromkeys(UNIONS, _PLANNED),
        },
    ),
    Case(
        "Lokalvård i idrottshallar",
        "nynashamn",
        (Question.Q1,),
        _CLEANING,
        {Stage.A: dict.fromkeys(UNIONS, _CALLED), Stage.B: dict.fromkeys(UNIONS, _PLANNED)},
        as_party=True,
    ),
)
_DAYS = ("_on", "_to")


def write(sites: Iterable[Any]) -> None:
    """Unions and agreements of every site, then the cases; needs what `plans.write` has written."""
    by_key = {site.key: site for site in sites}
    unions = {key: _write_unions(site) for key, site in by_key.items()}
    agreements = {key: _write_agreement(site) for key, site in by_key.items() if key != NEW}
    for case in CASES:
        site = by_key[case.authority]
        _write_case(site, case, unions[case.authority], agreements[case.authority])


def _write_unions(site) -> dict[str, Union]:
    """Each local organisation under its central one; the account with the role speaks for Kommunal."""
    made, owner = {}, {"organisation": site.organisation}
    for name in UNIONS:
        central = Union.objects.create(**owner, name=name, level="central")
        made[name] = Union.objects.create(**owner, name=f"{name} {PLACES[site.key]}", central=central)
        ascii_name = name.lower()
        user = site.user("union") if name == "Kommunal" else None
        email = user.email if user else f"{ascii_name}@{site.key}.exempel"
        UnionRepresentative.objects.create(union=made[name], role="ordförande", email=email, user=user)
        UnionRepresentative.objects.create(union=central, role="ombudsman", email=f"{ascii_name}@central.exempel")
    return made


def _write_agreement(site) -> CooperationAgreement:
    """An agreement that replaces 11, 12 and 14 §§ but not 38 §, with a group that meets every third week."""
    agreement = CooperationAgreement.objects.create(
        organisation=site.organisation,
        name=f"Samverkan {PLACES[site.key]}",
        paragraphs=AGREED,
        valid_from=date(site.today.year - 2, 1, 1),
        reference="(påhittad beteckning)",
    )
    group = CooperationGroup.objects.create(agreement=agreement, name="Central samverkansgrupp")
    first = roll_forward(site.today - timedelta(63))
    GroupMeeting.objects.bulk_create(
        GroupMeeting(group=group, held_on=day)
        for day in dict.fromkeys(roll_forward(first + timedelta(21 * number)) for number in range(MEETINGS))
    )
    summer = date(site.today.year + 1, 7, 1)
    Blackout.objects.create(
        organisation=site.organisation, label="Sommaruppehåll", first_on=summer, last_on=summer + timedelta(30)
    )
    return agreement


def _write_case(site, case: Case, unions: dict[str, Union], agreement: CooperationAgreement) -> None:
    procurement, department = _ordered(site, case)
    person, decided_on = site.user("department"), add_working_days(roll_back(site.today), -45)
    whose = {"procurement": procurement, "organisation": site.organisation, "department": department}
    assessment = Assessment.objects.create(
        **whose,
        not_required_motive=case.not_required,
        exemption=case.exemption,
        decided_by=person,
        decided_on=decided_on,
    )
    Answer.objects.bulk_create(
        Answer(
            assessment=assessment,
            question=question,
            is_yes=question in case.yes,
            motive=case.motive if question in case.yes else "",
            answered_by=person,
            answered_on=decided_on,
        )
        for question in Question
    )
    for stage, rows in case.stages.items():
        for name, values in rows.items():
            row = _row(site, stage, values, agreement)
            made = Consultation.objects.create(assessment=assessment, union=unions[name], stage=stage, **whose, **row)
            if "veto" in values:
                _write_veto(site, made, unions[name].central, values["veto"])
            if made.state == State.CALLED and name == "Kommunal":
                _write_beside(site, made)


def _ordered(site, case: Case) -> tuple[Procurement, Department]:
    if case.as_party:
        procurement = Procurement.objects.get(title=case.title, parties__organisation=site.organisation)
        return procurement, procurement.parties.get(organisation=site.organisation).department
    procurement = Procurement.objects.get(title=case.title, organisation=site.organisation)
    return procurement, procurement.department


def _row(site, stage: Stage, values: dict[str, Any], agreement: CooperationAgreement) -> dict[str, Any]:
    """The fields of a row: stage A in the group under the agreement, stage B as a negotiation of its own (38 §)."""
    kept = {
        name: _day(site, value) if name.endswith(_DAYS) else value for name, value in values.items() if name != "veto"
    }
    if kept.get("called_on"):
        kept |= {"channel": "email", "matter": "Upphandlingen och vad den betyder för personalen.", "place": "Rådhuset"}
        kept |= {"proposal": "Arbetsgivaren föreslår att tjänsten upphandlas med sociala krav."}
    if kept.get("met_on"):
        kept |= {"form": "meeting", "participants": "Förvaltningschef, ordförande"}
    if stage == Stage.A:
        return kept | {"paragraph": Paragraph.P11, "route": Route.GROUP, "agreement": agreement}
    return kept | {"paragraph": Paragraph.P38, "route": Route.NEGOTIATION}


def _day(site, days: int) -> date:
    """So many days from today, on a working day: earlier for what has been, later for what comes."""
    day = site.today + timedelta(days)
    return roll_back(day) if days < 0 else roll_forward(day)


def _write_veto(site, row: Consultation, central: Union, values: dict[str, Any]) -> None:
    fields = {name: _day(site, value) if name.endswith("_on") else value for name, value in values.items()}
    supplier = next(iter(site.shared.suppliers.values()))
    Veto.objects.create(consultation=row, procurement=row.procurement, union=central, supplier=supplier, **fields)


def _write_beside(site, row: Consultation) -> None:
    """A question from the union, and the answer."""
    Comment.objects.create(consultation=row, text="Finns riskbedömningen av arbetsmiljön?", by=site.user("union"))
    Comment.objects.create(consultation=row, text="Ja, den läggs till underlaget.", by=site.user("department"))
