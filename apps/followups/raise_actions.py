"""Deviations raise themselves: looked for every night, and at once where an action changes what stands on a contract.

The unique key lets each be one. What nobody does, such as a day that passes, only the night can see.
"""

import uuid
from datetime import date
from itertools import chain

from apps.accounts.models import Organisation
from apps.core.actions import action
from apps.followups import raising
from apps.followups.models import Deviation
from apps.followups.raise_queries import facts_of, raised_of, watched
from apps.procurements.models import Contract

# How many contracts are looked at together: what stands on them is in memory meanwhile.
CHUNK = 1000


@action
def raise_deviations(*, by, organisation: Organisation, today: date) -> int:
    """Raise what is wanted today in an organisation; how many are new. Nothing is closed and nothing changed.

    Two runs at once raise each deviation once: the later one's row gives way to the unique key.
    """
    raised = raised_of(Deviation.objects.filter(organisation=organisation))
    contracts = list(watched(organisation, today=today))
    chunks = (contracts[first : first + CHUNK] for first in range(0, len(contracts), CHUNK))
    rows = list(chain.from_iterable(_of(chunk, raised, by, today) for chunk in chunks))
    # No full_clean: the words are our own, and a thousand rows would cost thousands of questions. The database's
    # constraints hold all the same.
    Deviation.objects.bulk_create(rows, ignore_conflicts=True, batch_size=CHUNK)
    return Deviation.objects.filter(token__in=[row.token for row in rows]).count() if rows else 0


def look_at(contract: Contract, today: date) -> int:
    """Raise what is wanted today of one contract, inside the action that changed what stands on it; how many are new.

    The night looks for the same: what is raised here it does not raise again.
    """
    raised = raised_of(Deviation.objects.filter(contract=contract))
    found = list(watched(contract.organisation, today=today).filter(pk=contract.pk))
    rows = _of(found, raised, None, today) if found else []
    Deviation.objects.bulk_create(rows, ignore_conflicts=True)
    return len(rows)


def _of(contracts: list[Contract], raised, by, today: date) -> list[Deviation]:
    by_key = {contract.pk: contract for contract in contracts}
    wanted = raising.wanted(facts_of(contracts, today=today), raised, today=today)
    return [_row(each, by_key[each.contract], by, today) for each in wanted]


def _row(wanted: raising.Wanted, contract: Contract, by, today: date) -> Deviation:
    return Deviation(
        organisation_id=contract.organisation_id,
        contract=contract,
        requirement_id=wanted.requirement,
        cause=wanted.cause,
        raised_key=wanted.raised_key,
        raised_on=today,
        request_id=wanted.request,
        point_id=wanted.point,
        meeting_id=wanted.meeting,
        what=wanted.what,
        owner_id=contract.procurement.responsible_id,
        due_on=wanted.due_on,
        made_by=by,
        token=uuid.uuid4(),
    )
