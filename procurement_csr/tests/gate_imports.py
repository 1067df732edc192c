"""The gate's visits to imports."""

from datetime import date

from django.utils import timezone

from apps.interchange import actions as imports
from apps.interchange import tasks
from apps.interchange.models import ImportBatch
from apps.placements.models import Participant
from apps.procurements.models import ContractSupplier, Procurement
from procurement_csr.tests.gate_visit import EMPTY, Visit

IMPORT_VISITS = (
    Visit("import_list", "officer"),
    Visit("import_create", "officer", refuses=(EMPTY,)),
    Visit("import_mapping", "officer", "uploaded_import", refuses=(EMPTY,)),
    Visit("import_check", "officer", "checked_import"),
    Visit("import_check", "officer", "checked_import", "?visa=new"),
    Visit("import_check", "officer", "working_import"),
    Visit("import_check", "officer", "failed_import"),
    Visit("import_result", "officer", "applied_import"),
    Visit("import_result", "officer", "undone_import"),
    Visit("import_undo", "officer", "applied_import"),
    Visit("import_list", "matcher"),
    Visit("import_create", "matcher", refuses=(EMPTY,)),
    Visit("import_mapping", "matcher", "checked_list", refuses=(EMPTY,)),
    Visit("import_check", "matcher", "checked_list"),
    Visit("import_check", "matcher", "checked_list", "?visa=new"),
    Visit("import_result", "matcher", "applied_list", "?visa=new"),
    Visit("import_undo", "matcher", "applied_list"),
)
REGISTER = """Avtalsnummer;Diarienummer;Avtalsnamn;Leverantör;Organisationsnummer;Startdatum;Slutdatum;Avtalsvärde kr;\
Sociala krav;Praktikplatser krav;Anbudsansvarig
{0}-1;{0} 2026/1;Ommålning norr;Importmåleri {0} AB;559999-0131;2026-01-01;2027-12-31;900 000,50;ja;2;Eva Ek
{0}-2;{0} 2026/2;Stängsel;Grind {0} AB;559999-0017;2026-02-30;2027-12-31;1;nej;;Eva Ek
"""


def addresses_of_imports(organisation, officer) -> dict:
    """A file in each of its states, from uploaded to undone, and one whose rows were built on."""
    failed = _upload(organisation, officer, "D")
    imports.choose_columns(by=officer, batch=failed, names=failed.mapping)
    imports.fail(failed, "Registret tog inte emot raderna. Inget är importerat. Försök igen eller hör av dig.")
    working, other_working = _upload(organisation, officer, "E"), _upload(organisation, officer, "I")
    for batch in (working, other_working):
        imports.choose_columns(by=officer, batch=batch, names=batch.mapping)
    undone = _import(organisation, officer, "F")
    imports.undo(by=officer, batch=undone)
    built_on = _import(organisation, officer, "H")
    Procurement.objects.filter(case_number="H 2026/1").update(note="Ändrad efter importen.")
    return {
        "uploaded_import": _upload(organisation, officer, "A").pk,
        "checked_import": _check(organisation, officer, "B").pk,
        "applied_import": _import(organisation, officer, "C").pk,
        "failed_import": failed.pk,
        "working_import": working.pk,
        "other_working_import": other_working.pk,
        "undone_import": undone.pk,
        "built_on_import": built_on.pk,
    }


def addresses_of_lists(organisation, matcher) -> dict:
    """A list of placements that was checked, with rows of every kind of problem, and one that was imported."""
    party = ContractSupplier.objects.filter(contract__organisation=organisation).exclude(contract__number="").first()
    code = Participant.objects.with_code_shown_to(matcher).first().code
    first = f"{party.contract.number};{party.supplier.name};{timezone.localdate()}"
    rows = [f"Mentor;{first};;", f"Mentor;{first};{code};", f"Praktik;{first};;", f"Semester;{first};CCC-CCC;"]
    rows.append("Praktik;X-1;Okända AB;2026-02-30;CCC-CCC;")
    checked, applied = ({"by": matcher, "batch": _list(organisation, matcher, each)} for each in (rows, rows[:1]))
    for each in (checked, applied):
        imports.choose_columns(**each, names=each["batch"].mapping)
        tasks.run_now(each["batch"])
    imports.confirm(**applied)
    tasks.run_now(applied["batch"])
    return {"checked_list": checked["batch"].pk, "applied_list": applied["batch"].pk}


def _list(organisation, matcher, rows: list[str]) -> ImportBatch:
    content = "\n".join(["Insats;Avtalsnummer;Leverantör;Startdatum;Deltagarkod;Anteckning", *rows]).encode()
    what = {"filename": "placeringar.csv", "content": content, "kind": "placements"}
    return imports.upload(by=matcher, organisation=organisation, **what)


def _upload(organisation, officer, letter) -> ImportBatch:
    name = f"avtalsregister_{letter}_utdrag_{date(2026, 1, 31)}_slutversion_granskad.csv"
    content = REGISTER.format(letter).encode()
    return imports.upload(by=officer, organisation=organisation, filename=name, content=content)


def _check(organisation, officer, letter) -> ImportBatch:
    batch = _upload(organisation, officer, letter)
    imports.choose_columns(by=officer, batch=batch, names=batch.mapping)
    tasks.run_now(batch)
    return batch


def _import(organisation, officer, letter) -> ImportBatch:
    batch = _check(organisation, officer, letter)
    imports.confirm(by=officer, batch=batch)
    tasks.run_now(batch)
    return batch
