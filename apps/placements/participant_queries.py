"""Reads for the participants' pages. Everything here is for those who are shown the code, and nobody else."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db.models import Count, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.module_loading import import_string

from apps.accounts.access import role_permissions
from apps.accounts.models import Organisation, User
from apps.core.formats import iso_date
from apps.placements import codes
from apps.placements.choices import LEFT_STATES, PlacementState
from apps.placements.disclosure_rules import is_in_force
from apps.placements.models import Consent, Disclosure, Participant, ParticipantMerge, Placement, Waiting
from apps.placements.queries import Fact, path_note

SEE_CODES = "placements.view_participant"


@dataclass(frozen=True)
class ConsentLine:
    """A consent on the participant's page; `withdraw_url` is empty once it is withdrawn."""

    text: str
    note: str
    status_text: str
    status_kind: str
    withdraw_url: str


@dataclass(frozen=True)
class MergeLine:
    """A merge in the participant's history; `undo_url` is empty once it is undone."""

    on: datetime
    text: str
    by: str
    undo_url: str


@dataclass(frozen=True)
class Link:
    label: str
    url: str


def participants(user: User, organisation: Organisation) -> QuerySet:
    """The organisation's participants whose code the user may see, with `placement_count` and `waits_since`."""
    standing = Placement.objects.standing().filter(participant=OuterRef("pk")).order_by()
    number = standing.values("participant").annotate(number=Count("pk")).values("number")
    waits = Waiting.objects.filter(participant=OuterRef("pk"), ended_on=None).values("since")[:1]
    rows = Participant.objects.with_code_shown_to(user).filter(organisation=organisation)
    return rows.annotate(
        placement_count=Coalesce(Subquery(number, output_field=IntegerField()), 0), waits_since=Subquery(waits)
    )


def find(user: User, organisation: Organisation, text: str) -> Participant | None:
    """The participant with the code as typed, or the one it was merged into; None when there is none to be shown."""
    found = kept_of(Participant.objects.filter(organisation=organisation, code=codes.normalise(text)).first())
    return Participant.objects.with_code_shown_to(user).filter(pk=found.pk).first() if found else None


def code_of(user: User, organisation: Organisation, key: str) -> str:
    """The code to fill in for the row that an address names, since no code stands in one; empty for any other."""
    if not (key.isascii() and key.isdigit() and len(key) < 18):
        return ""
    rows = Participant.objects.with_code_shown_to(user).filter(organisation=organisation, pk=key)
    return rows.values_list("code", flat=True).first() or ""


def kept_of(participant: Participant | None) -> Participant | None:
    """The participant that stands after all merges."""
    while participant and participant.merged_into_id:
        participant = participant.merged_into
    return participant


def matchers_of(organisation_id: int) -> QuerySet:
    """The people who may see codes in the organisation, by name."""
    roles = [role for role in import_string(settings.ROLE_PERMISSIONS) if SEE_CODES in role_permissions(role)]
    of_role = Q(memberships__organisation=organisation_id, memberships__role__in=roles)
    return User.objects.filter(of_role, is_active=True).distinct().order_by("name", "pk")


def out_of_sight(organisation: Organisation) -> QuerySet:
    """Protected participants whose matcher is none any longer, so that nobody sees their codes."""
    protected = Participant.objects.filter(organisation=organisation, is_protected=True, code__isnull=False)
    return protected.filter(merged_into=None).exclude(matcher__in=matchers_of(organisation.pk))


def facts(participant: Participant, *, shows_target_group: bool) -> list[Fact]:
    """What is kept about the participant: all of it."""
    rows = [
        ("Referens i verksamhetssystemet", participant.case_reference or "–"),
        ("Matchare", participant.matcher.name if participant.matcher else "–"),
        ("Skyddade uppgifter", "ja, bara matcharen ser koden" if participant.is_protected else "nej"),
        ("Koden skapad", iso_date(participant.created_at)),
    ]
    if shows_target_group:
        rows.insert(2, ("Målgrupp", participant.target_group.name if participant.target_group else "–"))
    return [Fact(key, value) for key, value in rows]


def steps(path: list[Placement]) -> list[dict[str, str]]:
    """The participant's path as an ordered list: praktik, lärling, anställning."""
    return [
        {
            "label": placement.get_kind_display(),
            "url": placement.get_absolute_url(),
            "note": path_note(placement),
            "state": _STEPS.get(placement.state, "upcoming"),
        }
        for placement in path
    ]


_STEPS = {PlacementState.ENDED: "done", PlacementState.STARTED: "current"}


def open_waiting(participant: Participant) -> Waiting | None:
    """The participant's wait for a place that goes on, if any."""
    return Waiting.objects.filter(participant=participant, ended_on=None).first()


def consent_lines(participant: Participant, *, today: date) -> list[ConsentLine]:
    """The participant's consents, those in force first."""
    rows = Consent.objects.filter(participant=participant).select_related("supplier", "recorded_by")
    return sorted((_consent_line(row, today) for row in rows), key=lambda line: line.withdraw_url == "")


def _consent_line(consent: Consent, today: date) -> ConsentLine:
    text = consent.get_purpose_display()
    note = f"lämnat {iso_date(consent.given_on)}, antecknat av {consent.recorded_by.name}"
    if consent.document_reference:
        note += f", finns i {consent.document_reference}"
    if consent.withdrawn_on:
        status, kind = f"återkallat {iso_date(consent.withdrawn_on)}", "warn"
    else:
        status, kind = "gäller", "good"
    return ConsentLine(
        text=f"{text[:1].upper()}{text[1:]}{f': {consent.supplier.name}' if consent.supplier else ''}",
        note=note,
        status_text=status,
        status_kind=kind,
        withdraw_url="" if consent.withdrawn_on else reverse("consent_withdraw", args=[consent.pk]),
    )


def disclosure_events(participant: Participant) -> list[dict[str, Any]]:
    """What suppliers were told, newest first, as a timeline: which kind of thing and on which ground."""
    rows = Disclosure.objects.filter(placement__participant=participant)
    return [
        {"on": row.told_on, "text": _told(row), "by": row.recorded_by.name, "url": row.placement.get_absolute_url()}
        for row in rows.select_related("supplier", "recorded_by", "placement")
    ]


def _told(disclosure: Disclosure) -> str:
    labels = dict(Disclosure._meta.get_field("told").base_field.choices)
    told = ", ".join(labels[each] for each in disclosure.told)
    ground = disclosure.get_ground_display()
    if disclosure.harm_test_reference:
        ground += f", {disclosure.harm_test_reference}"
    return f"{disclosure.placement}: {disclosure.supplier.name} fick veta {told}. Grund: {ground}."


def disclosure_links(path: list[Placement]) -> list[Link]:
    """A way to note a disclosure for each placement that was not left before it began."""
    return [
        Link(f"{each} på {each.supplier.name}", reverse("disclosure_create", args=[each.pk]))
        for each in path
        if each.state not in LEFT_STATES
    ]


def valid_consents(placement: Placement, *, today: date) -> list[Consent]:
    """The consents that let the placement's supplier be told something today."""
    rows = Consent.objects.filter(participant=placement.participant_id, supplier=placement.supplier_id)
    return [row for row in rows if is_in_force(row.given_on, row.withdrawn_on, today)]


def merges(participant: Participant) -> list[MergeLine]:
    """The codes that were merged into the participant's, newest first."""
    rows = ParticipantMerge.objects.filter(kept=participant).select_related("merged", "made_by", "undone_by")
    return [_merge_line(row) for row in rows]


def _merge_line(merge: ParticipantMerge) -> MergeLine:
    number = len(merge.placement_ids)
    text = f"{merge.merged} slogs ihop med den här koden, {number} placering{'' if number == 1 else 'ar'} flyttades."
    if merge.undone_at:
        text += f" Ångrat {iso_date(merge.undone_at)} av {merge.undone_by.name}."
    undo_url = "" if merge.undone_at else reverse("merge_undo", args=[merge.pk])
    return MergeLine(merge.made_at, text, merge.made_by.name, undo_url)
