"""The wizard through its pages: file, columns, look, import, undo."""

import uuid
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from apps.interchange import skipped
from apps.interchange.choices import BatchState
from apps.interchange.models import ImportBatch, ImportChange
from apps.interchange.reading import Sheet, Skipped
from apps.interchange.tests.files import xlsx
from apps.procurements.models import Contract, ContractSupplier, Procurement, Requirement
from apps.suppliers.models import Supplier

REGISTER = """avtalsnummer;diarienummer;avtalsnamn;leverantör;organisationsnummer;förvaltning;startdatum;slutdatum;\
avtalsvärde kr;sociala krav;praktikplatser krav;anbudsansvarig
A-1;KS 2026/1;Måleri norr;Exempelmåleri AB;559999-0131;Tekniska förvaltningen;2026-01-01;2027-12-31;900 000,50;ja;2;Eva
A-2;KS 2026/1;Måleri söder;Färgtjänst AB;559999-0149;Tekniska förvaltningen;2026-01-01;2027-12-31;100 000;ja;;Eva
A-3;KS 2026/2;Stängsel;Grind AB;559999-0017;Tekniska förvaltningen;2026-02-30;2027-12-31;1;nej;;Eva
"""


def upload(client, text=REGISTER, name="register.csv", token=None):
    content = text.encode() if isinstance(text, str) else text
    data = {"file": SimpleUploadedFile(name, content), "token": token or uuid.uuid4()}
    return client.post(reverse("import_create"), data)


def proposed(client, batch):
    """The columns form as the page first shows it."""
    form = client.get(reverse("import_mapping", args=[batch.pk])).context["form"]
    return {name: form[name].value() for name in form.fields}


def checked(client, text=REGISTER, name="register.csv"):
    upload(client, text, name)
    batch = ImportBatch.objects.latest("pk")
    client.post(reverse("import_mapping", args=[batch.pk]), proposed(client, batch))
    batch.refresh_from_db()
    return batch


def imported(client, text=REGISTER):
    batch = checked(client, text)
    client.post(reverse("import_check", args=[batch.pk]))
    batch.refresh_from_db()
    assert batch.state == BatchState.APPLIED
    return batch


def everything():
    """All rows an import may touch, as they stand."""
    models = (Procurement, Contract, ContractSupplier, Requirement, Supplier)
    skipped = {"updated_at"}
    return {
        model.__name__: [
            {key: value for key, value in row.items() if key not in skipped}
            for row in model.objects.order_by("pk").values()
        ]
        for model in models
    }


def test_nothing_is_written_before_the_press(sign_in, olivia):
    client = sign_in(olivia)
    batch = checked(client)
    assert batch.counts == {"rows": 3, "created": 2, "changed": 0, "unchanged": 0, "problems": 1}
    assert not Procurement.objects.exists()
    assert not Supplier.objects.exists()
    page = client.get(reverse("import_check", args=[batch.pk]))
    assert "3 rader: 2 kan importeras, 1 har problem, 0 är oförändrade." in page.content.decode()


def test_only_problem_rows_are_shown_first_with_field_value_and_reason(sign_in, olivia):
    client = sign_in(olivia)
    batch = checked(client)
    html = client.get(reverse("import_check", args=[batch.pk])).content.decode()
    assert "2026-02-30" in html
    assert "Datumet finns inte i almanackan" in html
    assert "A-3 Stängsel" in html
    assert "Måleri norr" not in html


def test_the_press_imports_and_a_second_import_changes_nothing(sign_in, olivia, helsingborg):
    client = sign_in(olivia)
    imported(client)
    procurement = Procurement.objects.get(case_number="KS 2026/1")
    assert procurement.organisation == helsingborg
    assert {contract.number for contract in procurement.contracts.all()} == {"A-1", "A-2"}
    requirement = Requirement.objects.get()
    assert (requirement.contract.number, requirement.kind, requirement.count) == ("A-1", "internship", 2)
    assert requirement.contract.source_values == {"anbudsansvarig": "Eva"}
    before = everything()
    batch = checked(client)
    assert batch.counts == {"rows": 3, "created": 0, "changed": 0, "unchanged": 2, "problems": 1}
    assert everything() == before


def test_a_changed_row_tells_what_changes(sign_in, olivia):
    client = sign_in(olivia)
    imported(client)
    batch = checked(client, REGISTER.replace("2027-12-31;100 000", "2028-06-30;100 000"))
    row = batch.rows.get(status="changed")
    assert row.details["changes"] == [["Slutdatum", "2027-12-31", "2028-06-30"]]


def test_undo_restores_exactly_the_state_before(sign_in, olivia):
    client = sign_in(olivia)
    imported(client)
    before = everything()
    batch = imported(
        client,
        REGISTER.replace("2027-12-31;100 000", "2028-06-30;120 000")
        .replace("A-3", "A-4")
        .replace("2026-02-30", "2026-02-03")
        .replace("559999-0017", "559999-0156"),
    )
    assert everything() != before
    assert ImportChange.objects.filter(batch=batch).exists()
    answer = client.post(reverse("import_undo", args=[batch.pk]))
    assert answer.status_code == 302
    assert everything() == before
    batch.refresh_from_db()
    assert (batch.state, batch.undone_by) == (BatchState.UNDONE, olivia)


def test_undo_names_the_later_edit_that_stands_in_the_way(sign_in, olivia):
    client = sign_in(olivia)
    batch = imported(client)
    Contract.objects.filter(number="A-1").update(ends_on=date(2029, 1, 1))
    Requirement.objects.create(contract=Contract.objects.get(number="A-2"), kind="mentorship", model="dialog")
    before = everything()
    answer = client.post(reverse("import_undo", args=[batch.pk]))
    assert answer.status_code == 409
    html = answer.content.decode()
    assert "Avtal Måleri norr har ändrats efter importen." in html
    assert "Krav dialog om yrkesmentor hör till Måleri söder, som importen skapade." in html
    assert everything() == before


def test_undo_keeps_a_company_that_others_use_by_now(sign_in, olivia, haninge):
    from procurement_csr.people import make_contract, make_procurement

    client = sign_in(olivia)
    batch = imported(client)
    company = Supplier.objects.get(org_number="5599990131")
    make_contract(make_procurement(haninge), company)
    client.post(reverse("import_undo", args=[batch.pk]))
    assert list(Supplier.objects.all()) == [company]


def test_a_double_click_on_the_upload_makes_one_import(sign_in, olivia):
    client, token = sign_in(olivia), uuid.uuid4()
    first, second = upload(client, token=token), upload(client, token=token)
    assert first.url == second.url
    assert ImportBatch.objects.count() == 1


def test_a_double_click_on_the_press_imports_once(sign_in, olivia):
    client = sign_in(olivia)
    batch = imported(client)
    answer = client.post(reverse("import_check", args=[batch.pk]))
    assert answer.status_code == 302
    assert Contract.objects.count() == 2


def test_the_columns_are_remembered_for_the_organisation(sign_in, olivia):
    client = sign_in(olivia)
    upload(client)
    batch = ImportBatch.objects.get()
    data = proposed(client, batch)
    data["column_11"] = "note"
    client.post(reverse("import_mapping", args=[batch.pk]), data)
    upload(client)
    assert ImportBatch.objects.latest("pk").mapping["anbudsansvarig"] == "note"


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("register.csv", b"", "Filen är tom"),
        ("register.csv", b"<!DOCTYPE html><html><body>Logga in</body></html>", "webbsida"),
        ("register.csv", b"a;b\x00c;d\r\n1;2;3", "register.csv"),
        ("register.xlsx", b"PK\x03\x04 trasig", "register.xlsx"),
        ("register.xlsm", b"PK\x03\x04", "makro"),
    ],
)
def test_a_bad_file_gets_one_sentence_and_nothing_is_lost(sign_in, olivia, name, content, sentence):
    data = {"file": SimpleUploadedFile(name, content), "token": uuid.uuid4()}
    answer = sign_in(olivia).post(reverse("import_create"), data)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not ImportBatch.objects.exists()


def test_columns_without_a_supplier_are_refused_with_the_way_out(sign_in, olivia):
    client = sign_in(olivia)
    upload(client)
    batch = ImportBatch.objects.get()
    data = proposed(client, batch) | {"column_3": ""}
    answer = client.post(reverse("import_mapping", args=[batch.pk]), data)
    assert answer.status_code == 422
    assert "Ingen kolumn är vald som Leverantör" in answer.content.decode()


def test_a_discarded_file_is_emptied(sign_in, olivia):
    client = sign_in(olivia)
    batch = checked(client)
    client.post(reverse("import_discard", args=[batch.pk]))
    batch.refresh_from_db()
    assert (batch.state, bytes(batch.content), batch.rows.count()) == (BatchState.DISCARDED, b"", 0)


def test_a_row_that_contradicts_the_register_is_a_problem_and_the_rest_is_imported(sign_in, olivia):
    client = sign_in(olivia)
    imported(client)
    batch = imported(client, REGISTER.replace("A-1;KS 2026/1", "A-1;KS 2026/9").replace("100 000", "200 000"))
    assert batch.counts == {"rows": 3, "created": 0, "changed": 1, "unchanged": 0, "problems": 2}
    assert (
        "Avtal A-1 hör till upphandling KS 2026/1" in batch.rows.filter(status="problem")[0].details["problems"][0][2]
    )


def test_the_check_tells_which_rows_and_sheets_were_not_read(sign_in, olivia):
    table = [row.split(";") for row in REGISTER.splitlines()]
    rows = [["Avtal i Helsingborg"], [], *table, [], [], ["Summa", "", "", 3]]
    workbook = xlsx({"Avtal": rows, "Utgångna": table, "Läs mig": [["Bara text"], ["och mera"]]}, hidden=["Utgångna"])
    client = sign_in(olivia)
    batch = checked(client, workbook, name="avtal.xlsx")
    after = len(table) + 3
    assert batch.skipped == [
        f"Bladet ”Avtal”: 4 rader hoppades över: rad 1 text ovanför rubrikraden, rad {after}–{after + 1} tom rad, "
        f"rad {after + 2} summarad.",
        "Bladet ”Utgångna” är dolt och lästes inte.",
        "Bladet ”Läs mig” har ingen rubrikrad bland de tio första raderna och lästes inte.",
    ]
    html = client.get(reverse("import_check", args=[batch.pk])).content.decode()
    assert "<summary>Det här i filen lästes inte som avtal</summary>" in html
    assert all(f"<li>{sentence}</li>" in html for sentence in batch.skipped)


def test_a_file_that_was_read_wholly_says_nothing_of_skipped_rows(sign_in, olivia):
    client = sign_in(olivia)
    batch = checked(client)
    assert batch.skipped == []
    assert "lästes inte som avtal" not in client.get(reverse("import_check", args=[batch.pk])).content.decode()


def test_many_stretches_of_skipped_rows_are_cut_short():
    rows = [Skipped(number, "tom rad") for number in range(2, 100, 2)]
    (sentence,) = skipped.described([Sheet("", 1, ("A",), (), tuple(rows))])
    assert sentence.startswith("49 rader hoppades över: rad 2 tom rad, rad 4 tom rad, ")
    assert sentence.endswith("rad 60 tom rad och så vidare.")
