"""Takes the demo world away, and nothing else.

What demo accounts have made while somebody tried the demo belongs to it. What anybody else has put into a demo
organisation is real, stops the removal and is named. The history keeps what was there, as it always does.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import pghistory
import pgtrigger
from django.apps import apps
from django.db import transaction
from django.db.models import ProtectedError, Q, QuerySet

from apps.accounts.models import Organisation, User
from apps.actionplans.models import Plan, Seminar
from apps.mbl.choices import UnionLevel
from apps.mbl.models import Assessment, Consultation, Document, Override, Union, Veto
from apps.placements.models import Activity, Participant, ParticipantMerge, Placement, PlaceOffer
from apps.procurements.models import Contract, ContractSupplier, Procurement, Requirement
from apps.reminders.models import DeliveryEvent, OutboxMail, Reminder
from apps.suppliers.models import Supplier
from apps.targets.models import (
    ChartComment,
    NamingDecision,
    PublishedYear,
    ResultLetter,
    ShareLink,
    Snapshot,
    Target,
    YearlyCost,
)
from procurement_csr.demo.loading import DemoError

MARKED = (
    Procurement,
    Placement,
    PlaceOffer,
    Activity,
    Target,
    PublishedYear,
    Snapshot,
    ResultLetter,
    NamingDecision,
    YearlyCost,
    Plan,
    Seminar,
)
NAMED = 5


@dataclass(frozen=True)
class Counts:
    """How much there is to remove."""

    organisations: int
    accounts: int
    procurements: int
    placements: int

    def __bool__(self) -> bool:
        return bool(self.organisations or self.accounts)


def counts() -> Counts:
    """What the demo world holds now."""
    inside = Q(organisation__is_demo=True)
    return Counts(
        Organisation.objects.filter(is_demo=True).count(),
        User.objects.filter(is_demo=True).count(),
        Procurement.objects.filter(inside).count(),
        Placement.objects.filter(inside).count(),
    )


def remove(*, everything: bool = False) -> Counts:
    """Remove the demo world, whole or not at all, and say how much it was.

    Raises DemoError, naming the rows, when real data hangs on it. `everything` gives up the real rows inside the demo
    organisations too, but never those of other organisations.
    """
    with transaction.atomic(), pghistory.context(command="remove_demo"):
        before = counts()
        obstacles = list(_outside()) if everything else [*_inside(), *_outside()]
        if obstacles:
            raise DemoError(f"Riktiga uppgifter hänger på exempelvärlden. Inget är borttaget: {'; '.join(obstacles)}.")
        try:
            _delete()
        except ProtectedError as error:
            names = _names(error.protected_objects)
            raise DemoError(f"Inget är borttaget. Detta hänger på exempelvärlden: {names}.") from error
    return before


def _delete() -> None:
    """From the outermost rows inwards, since most of them protect what they point at."""
    organisations = Organisation.objects.filter(is_demo=True)
    suppliers = [*Supplier.objects.filter(is_demo=True).values_list("pk", flat=True), *_tried(Supplier)]
    _delete_mails(organisations)
    _delete_consultations(organisations)
    Requirement.objects.filter(procurement__organisation__in=organisations).delete()
    Participant.objects.filter(organisation__in=organisations).update(merged_into=None)
    for model in (ShareLink, ResultLetter, Snapshot, ChartComment, NamingDecision, YearlyCost):
        model.objects.filter(organisation__in=organisations).delete()
    for model in (Placement, PlaceOffer, Activity, ParticipantMerge, Participant, Contract, Procurement):
        model.objects.filter(organisation__in=organisations).delete()
    organisations.delete()
    in_use = (
        Q(parties__isnull=False)
        | Q(placements__isnull=False)
        | Q(activities__isnull=False)
        | Q(place_offers__isnull=False)
        | Q(report_requests__isnull=False)
    )
    Supplier.objects.filter(pk__in=suppliers).exclude(in_use).delete()
    User.objects.filter(is_demo=True).delete()


def _delete_mails(organisations: QuerySet) -> None:
    """With what happened to them, which is never deleted otherwise."""
    with pgtrigger.ignore("reminders.DeliveryEvent:is_not_deleted"):
        DeliveryEvent.objects.filter(mail__organisation__in=organisations).delete()
    for model in (Reminder, OutboxMail):
        model.objects.filter(organisation__in=organisations).delete()


def _delete_consultations(organisations: QuerySet) -> None:
    """With the files kept beside them, once the removal holds; local unions before their central ones."""
    ours = Q(organisation__in=organisations) | Q(procurement__organisation__in=organisations)
    rows = Consultation.objects.filter(ours)
    for document in Document.objects.filter(consultation__in=rows):
        transaction.on_commit(partial(document.file.storage.delete, document.file.name))
    Veto.objects.filter(consultation__in=rows).delete()
    Override.objects.filter(ours).delete()
    rows.delete()
    Assessment.objects.filter(ours).delete()
    Union.objects.filter(organisation__in=organisations, level=UnionLevel.LOCAL).delete()
    Union.objects.filter(organisation__in=organisations).delete()


def _inside() -> Iterator[str]:
    """Real rows in the demo organisations."""
    for model in MARKED:
        rows = model.objects.filter(organisation__is_demo=True, is_demo=False).exclude(pk__in=_tried(model))
        if rows:
            yield f"{rows.count()} {model._meta.verbose_name_plural} som inte är exempeldata ({_names(rows)})"


def _outside() -> Iterator[str]:
    """Rows of real organisations that point at a demo supplier or account."""
    real = Q(organisation__is_demo=False)
    for rows, what in (
        (ContractSupplier.objects.filter(contract__organisation__is_demo=False, supplier__is_demo=True), "avtal med"),
        (Placement.objects.filter(real, supplier__is_demo=True), "placeringar hos en exempelleverantör:"),
        (PlaceOffer.objects.filter(real, supplier__is_demo=True), "platser hos en exempelleverantör:"),
        (Activity.objects.filter(real, supplier__is_demo=True), "aktiviteter hos en exempelleverantör:"),
        (Placement.objects.filter(real, undone_by__is_demo=True), "placeringar som ett exempelkonto har ångrat:"),
    ):
        if rows:
            yield f"{what} {_names(rows)}"


def _tried(model) -> QuerySet:
    """Keys of the rows that demo accounts have made, read from the history."""
    event = apps.get_model(model._meta.app_label, f"{model.__name__}Event")
    accounts = list(User.objects.filter(is_demo=True).values_list("pk", flat=True))
    made = event.objects.filter(pgh_label="insert", pgh_context__metadata__user__in=accounts)
    return made.values_list("pgh_obj_id", flat=True)


def _names(rows) -> str:
    names = [str(row) for row in list(rows)[: NAMED + 1]]
    return ", ".join([*names[:NAMED], "…"] if len(names) > NAMED else names)
