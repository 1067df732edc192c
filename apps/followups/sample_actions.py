"""Writes of samples: drawing contracts by chance, and what came of each. All raise ValidationError in Swedish."""

from datetime import date
from uuid import UUID

from django.core.exceptions import ValidationError

from apps.accounts.models import Organisation
from apps.core.actions import action, change, make_once, refuse_stale
from apps.followups.choices import SampleState
from apps.followups.draw import draw
from apps.followups.models import Sample, SampleItem
from apps.followups.plan_queries import under_way
from apps.procurements.models import Contract

MOST = 100
SETTLED = (SampleState.APPROVED, SampleState.REMARK)
IS_SETTLED = (
    "Kontrollen är avgjord {day}, {result}, så läget kan inte bli ”{state}”. Rätta resultatet, eller dra ett nytt "
    "stickprov om avtalet ska kontrolleras igen."
)
NOTHING = "Inget avtal med krav pågår, så det finns inget att dra ur."
NO_REPLY = (
    "Leverantören ska ha fått svara innan kontrollen avgörs. Skriv vad leverantören svarade, "
    "eller att inget svar kom och när ni frågade."
)


@action
def draw_sample(
    *, by, organisation: Organisation, size: int, seed: str, note: str = "", today: date, token: UUID | None = None
) -> Sample:
    """Draw `size` of the organisation's contracts under way. The sample keeps what it was drawn from.

    The same token gives the sample already drawn.
    """

    def make():
        rows = under_way(Contract.objects.filter(organisation=organisation), today=today)
        drawn_from = sorted(rows.values_list("pk", flat=True))
        if not drawn_from:
            raise ValidationError(NOTHING)
        try:
            drawn = draw(drawn_from, size, seed)
        except ValueError as error:
            raise ValidationError(str(error)) from error
        sample = Sample(organisation=organisation, drawn_by=by)
        if token:
            sample.token = token
        change(sample, {"seed": seed.strip(), "size": size, "drawn_from": drawn_from, "note": note.strip()})
        for key in drawn:
            change(SampleItem(organisation=organisation, sample=sample), {"contract_id": key})
        return sample

    return make_once(Sample, token, make)


@action
def settle_item(
    *,
    by,
    item: SampleItem,
    state: str,
    reply: str = "",
    remark: str = "",
    today: date,
    version: str | None = None,
) -> SampleItem:
    """Note what the supplier said, or the result. Nothing is settled before the supplier has had a chance to reply.

    What is settled may be corrected, and not be opened again. Raises Conflict when it is not what `version` was of.
    """
    row = SampleItem.objects.select_for_update().get(pk=item.pk)
    refuse_stale(row, version)
    is_settled = state in SETTLED
    if row.state in SETTLED and not is_settled:
        values = {"result": row.get_state_display(), "day": row.settled_on, "state": SampleState(state).label}
        raise ValidationError({"state": IS_SETTLED.format(**values)})
    if state != SampleState.ASKED and not reply.strip():
        raise ValidationError({"reply": NO_REPLY})
    values = {"state": state, "reply": reply.strip(), "remark": remark.strip()}
    values |= {"settled_by": by if is_settled else None, "settled_on": today if is_settled else None}
    change(row, values)
    return row
