"""Whatever stands in a register: a second import changes nothing, an undo is exact, and queries do not grow with it."""

import os

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from apps.accounts.models import Organisation
from apps.interchange import actions, importer, tasks
from apps.interchange.models import ColumnMapping

HEADER = (
    "avtalsnummer;diarienummer;avtalsnamn;leverantör;organisationsnummer;förvaltning;startdatum;slutdatum;"
    "max_slutdatum;avtalsvärde;praktikplatser krav;egen"
)
# Few values, so that rows meet: the same contract, case, title, company and department again and again.
ROWS = st.lists(
    st.tuples(
        st.sampled_from(["", "", "A-1", "A-2"]),
        st.sampled_from(["", "KS 1", "KS 2"]),
        st.sampled_from(["", "Måleri", "MÅLERI", "Stängsel"]),
        st.sampled_from(["", "Åäö Grind AB", "åäö grind ab", "Färg AB"]),
        st.sampled_from(["", "559999-0131", "559999-0149", "850709-9805"]),
        st.sampled_from(["", "Tekniska", "Skolan"]),
        st.sampled_from(["", "", "2026-01-01", "2028-01-31"]),
        st.sampled_from(["", "2027-12-31", "2028-12-31", "tillsvidare", "2028-02-31"]),
        st.sampled_from(["", "", "2028-06-30", "2030-12-31"]),
        st.sampled_from(["", "100", "200"]),
        st.sampled_from(["", "1", "2"]),
        st.sampled_from(["", "Eva", "Kalle"]),
    ),
    min_size=1,
    max_size=8,
).filter(lambda rows: any(map(any, rows)))
EXAMPLES = int(os.environ.get("REGISTER_EXAMPLES", "0"))


def dump():
    return {
        model.__name__: [
            {name: value for name, value in row.items() if name != "updated_at"}
            for row in model.objects.order_by("pk").values()
        ]
        for model in importer.MODELS
    }


def checked(organisation, rows):
    content = "\n".join([HEADER, *(";".join(row) for row in rows)]).encode()
    batch = actions.upload(by=None, organisation=organisation, filename="a.csv", content=content)
    actions.choose_columns(by=None, batch=batch, names=batch.mapping)
    tasks.run_now(batch)
    assert batch.state == "checked", batch.message
    return batch


def applied(organisation, rows):
    batch = checked(organisation, rows)
    if batch.counts["created"] or batch.counts["changed"]:
        actions.confirm(by=None, batch=batch)
        tasks.run_now(batch)
        assert batch.state == "applied", batch.message
    return batch


@pytest.mark.slow
@settings(
    max_examples=EXAMPLES or 12,
    derandomize=not EXAMPLES,
    database=None,
    phases=[Phase.generate, Phase.shrink] if EXAMPLES else [Phase.generate],
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(first=ROWS, second=ROWS)
def test_importing_again_changes_nothing_and_undoing_is_exact(helsingborg, first, second):
    with transaction.atomic():
        keeps_its_promises(helsingborg, first, second)
        transaction.set_rollback(True)


def keeps_its_promises(helsingborg, first, second):
    states, batches = [dump()], []
    for rows in (first, second):
        batch = applied(helsingborg, rows)
        after = dump()
        again = checked(helsingborg, rows)
        assert again.counts["created"] == again.counts["changed"] == 0, [row.details for row in again.rows.all()]
        if batch.state == "applied":
            states.append(after)
            batches.append(batch)
    while batches:
        assert dump() == states.pop()
        actions.undo(by=None, batch=batches.pop())
    assert dump() == states.pop()


def test_the_number_of_queries_does_not_depend_on_the_number_of_rows(db):
    def queries(rows, name, number):
        organisation = Organisation.objects.create(name=name, org_number=number, active_from="2020-01-01")
        rest = ("", "Skolan", "", "", "", "", "1", "Eva")
        made = [(f"{name}-{n}", f"KS {n}", "Måleri", f"{name} {n} AB", *rest) for n in range(rows)]
        with CaptureQueriesContext(connection) as first:
            applied(organisation, made)
        with CaptureQueriesContext(connection) as second:
            applied(organisation, made)
        assert ColumnMapping.objects.filter(organisation=organisation).exists()
        return len(first), len(second)

    # Written a thousand at a time; a hundred and fifty rows make nine hundred entries in the journal.
    assert queries(20, "Haninge", "2120000084") == queries(150, "Helsingborg", "2120001157")
