"""A list of placements goes through the wizard and the rules of the log form; of residents it keeps nothing."""

import random
import uuid
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from apps.interchange import placement_rows, reading, values
from apps.interchange.models import ImportBatch, ImportChange, ImportRow
from apps.interchange.placement_fields import PlacementField, propose
from apps.interchange.tests.files import xlsx
from apps.placements import actions, codes
from apps.placements.models import FollowUp, Participant, Placement
from procurement_csr.people import (
    make_contract,
    make_participant,
    make_person,
    make_procurement,
    make_supplier,
    make_waiting,
)

TODAY = timezone.localdate()
START = TODAY - timedelta(days=60)
HEADER = [field.label for field in PlacementField]
DEFAULTS = {
    PlacementField.KIND: "Praktik",
    PlacementField.CONTRACT_NUMBER: "M-12",
    PlacementField.SUPPLIER_NAME: "Målarna i Väst AB",
    PlacementField.STARTED_ON: str(START),
    PlacementField.EXTENT_PERCENT: "50",
    PlacementField.REFERRING_BODY: "kommunen",
    PlacementField.SUPERVISOR_ROLE: "arbetsledare",
}


@pytest.fixture(autouse=True)
def contract(helsingborg):
    procurement = make_procurement(helsingborg, "Måleritjänster", case_number="UN 2025/7")
    painters = make_supplier("Målarna i Väst AB", org_number="5599990131")
    return make_contract(procurement, painters, number="M-12", starts_on=START - timedelta(days=400))


@pytest.fixture
def anna(helsingborg):
    return make_participant(helsingborg, code())


def code():
    return codes.make(random.Random(uuid.uuid4().int))


def line(**cells):
    """A row of the list; `line(code="…")` changes one cell."""
    chosen = DEFAULTS | {PlacementField(name): value for name, value in cells.items()}
    return [chosen.get(field, "") for field in PlacementField]


def upload(client, *lines, name="lista.csv", header=HEADER, **data):
    rows = [header, *lines]
    text = "".join(";".join(row) + "\r\n" for row in rows)
    content = text.encode() if name.endswith(".csv") else xlsx({"Placeringar": rows})
    data = {"file": SimpleUploadedFile(name, content), "token": uuid.uuid4(), **data}
    return client.post(reverse("import_create"), data)


def checked(client, *lines, **options):
    assert upload(client, *lines, **options).status_code == 302
    batch = ImportBatch.objects.latest("pk")
    form = client.get(reverse("import_mapping", args=[batch.pk])).context["form"]
    client.post(reverse("import_mapping", args=[batch.pk]), {name: form[name].value() for name in form.fields})
    batch.refresh_from_db()
    assert batch.state == "checked", batch.message
    return batch


def imported(client, *lines, **options):
    batch = checked(client, *lines, **options)
    client.post(reverse("import_check", args=[batch.pk]))
    batch.refresh_from_db()
    assert batch.state == "applied", batch.message
    return batch


def told(client, batch, status="problem"):
    return client.get(reverse("import_check", args=[batch.pk]), {"visa": status}, follow=True).content.decode()


def counts(batch):
    return {key: batch.counts[key] for key in ("created", "unchanged", "problems")}


def test_the_columns_of_the_template_need_no_choice(sign_in, malte):
    answer = sign_in(malte).get(reverse("import_template"))
    (sheet,) = reading.read(b"".join(answer.streaming_content), "placeringar-mall.csv")
    assert list(propose(sheet.header).values()) == list(PlacementField)


@pytest.mark.parametrize("name", ["lista.csv", "lista.xlsx"])
def test_malte_imports_a_list_and_sees_the_new_codes_once(sign_in, malte, helsingborg, contract, name):
    client = sign_in(malte)
    batch = checked(client, line(), line(kind="Yrkesmentor", extent_percent=""), name=name)
    assert not Placement.objects.exists()
    assert not Participant.objects.exists()
    client.post(reverse("import_check", args=[batch.pk]))
    first, second = Placement.objects.order_by("number")
    assert (first.kind, first.state, first.extent_percent, first.contract) == ("internship", "started", 50, contract)
    assert (second.kind, second.extent_percent, second.created_by) == ("mentorship", None, malte)
    result = reverse("import_result", args=[batch.pk])
    made = [each.code for each in Participant.objects.all()]
    once = client.get(result).content.decode()
    assert all(each in once for each in made)
    again = client.get(result).content.decode()
    assert not any(each in again for each in made)
    table = b"".join(client.get(reverse("import_codes", args=[batch.pk])).streaming_content).decode("utf-8-sig")
    assert f"{first};{first.participant.code}" in table


def test_a_second_import_of_the_same_file_changes_nothing(sign_in, malte, anna):
    client = sign_in(malte)
    lines = [line(), line(), line(code=anna.code), line(case_reference="AMF 2026/4", kind="Anställning")]
    imported(client, *lines)
    before = list(Placement.objects.order_by("pk").values())
    # Somebody corrects one of those that nothing but the file tells apart.
    Placement.objects.filter(pk=before[0]["id"]).update(started_on=START + timedelta(days=1))
    before = list(Placement.objects.order_by("pk").values())
    batch = checked(client, *lines)
    assert counts(batch) == {"created": 0, "unchanged": 4, "problems": 0}
    assert "Finns redan som P1." in told(client, batch, "unchanged")
    assert list(Placement.objects.order_by("pk").values()) == before


def test_a_code_and_a_reference_lead_to_the_participant_that_is_there(sign_in, malte, helsingborg, anna):
    client = sign_in(malte)
    bo = Participant.objects.create(organisation=helsingborg, code=code(), case_reference="AMF 2026/9")
    batch = imported(
        client,
        line(code=anna.code.lower().replace("-", " ")),
        line(case_reference="amf 2026/9"),
        line(case_reference="AMF 2026/10"),
        line(case_reference="AMF 2026/10", started_on=str(START + timedelta(days=30))),
    )
    assert counts(batch) == {"created": 4, "unchanged": 0, "problems": 0}
    owners = [each.participant for each in Placement.objects.order_by("number")]
    assert owners[:2] == [anna, bo]
    assert owners[2] == owners[3]
    assert owners[2].case_reference == "AMF 2026/10"
    assert Participant.objects.count() == 3


def test_overlapping_placements_are_named_by_their_rows(sign_in, malte, anna):
    client = sign_in(malte)
    later = str(START + timedelta(days=10))
    batch = checked(client, line(code=anna.code), line(code=anna.code, started_on=later), line(code=anna.code))
    assert counts(batch) == {"created": 2, "unchanged": 1, "problems": 0}
    assert "Att titta på (1)" in told(client, batch, "new")
    assert "Deltagaren har en annan placering samtidigt: rad 2." in told(client, batch, "obs")
    assert "Finns redan som rad 2." in told(client, batch, "unchanged")


def test_an_ended_placement_gets_its_end_and_its_follow_ups(sign_in, malte):
    client = sign_in(malte)
    ended = str(TODAY - timedelta(days=5))
    imported(client, line(ended_on=ended, end_reason="gick vidare till arbete"))
    placement = Placement.objects.get()
    assert (placement.state, str(placement.ended_on), placement.end_reason) == ("ended", ended, "moved_to_employment")
    assert FollowUp.objects.filter(placement=placement).count() == 3


def test_a_start_to_come_is_matched_and_not_started(sign_in, malte):
    imported(sign_in(malte), line(started_on=str(TODAY + timedelta(days=20)), planned_end_on=""))
    placement = Placement.objects.get()
    assert (placement.state, placement.started_on) == ("matched", None)


@pytest.mark.parametrize(
    ("cells", "column", "sentence"),
    [
        ({"kind": "Semester"}, "Insats", "Det värdet finns inte. Ange praktik, anställning"),
        ({"kind": ""}, "Insats", "Insatsen saknas."),
        ({"contract_number": "X-99"}, "Avtalsnummer", "Inget av era avtal med leverantör har numret."),
        ({"supplier_name": "Okända AB"}, "Leverantör", "Leverantören är inte leverantör på M-12"),
        ({"supplier_org_number": "5599990149"}, "Leverantörens organisationsnummer", "inte leverantör på M-12"),
        ({"case_number": "UN 1/1"}, "Upphandlingens diarienummer", "Avtalet hör till en annan upphandling."),
        ({"started_on": "2026-02-30"}, "Startdatum", "Datumet finns inte i almanackan."),
        ({"started_on": "1999-12-31"}, "Startdatum", "ligger före år 2000"),
        ({"planned_end_on": "2001-01-01"}, "Planerat slut", "ligger före startdatumet"),
        ({"ended_on": "2001-01-01", "end_reason": "genomförd"}, "Slutdatum", "ligger före startdatumet"),
        ({"ended_on": str(TODAY)}, "Raden", "Ange både slutdatum och hur placeringen slutade."),
        ({"end_reason": "genomförd"}, "Slutdatum", "Slutdatumet saknas"),
        ({"extent_percent": "140"}, "Omfattning i procent", "140 procent går inte"),
        ({"referring_body": ""}, "Anvisas av", "Ange vem som anvisar praktiken."),
        ({"supervisor_role": "Eva 19850709-9805"}, "Handledarens roll", "Det ser ut som ett personnummer."),
        ({"kind": "osa"}, "Insats", "Offentligt skyddad anställning finns bara hos en offentlig arbetsgivare"),
        ({"code": "K7M-4Q3"}, "Deltagarkod", "”K7M-4Q3” är felskriven"),
        ({"code": "CCC-CCC"}, "Deltagarkod", "CCC-CCC"),
    ],
)
def test_a_row_that_cannot_be_used_names_field_value_and_way_out(sign_in, malte, cells, column, sentence):
    client = sign_in(malte)
    batch = checked(client, line(**cells))
    assert counts(batch) == {"created": 0, "unchanged": 0, "problems": 1}
    html = told(client, batch)
    assert f"<strong>{column}</strong>" in html
    assert sentence in html
    value = next((text for name, text in cells.items() if PlacementField(name).label == column), "")
    assert ("1985" in value) == (value not in html)
    assert not Placement.objects.exists()
    assert not Participant.objects.exists()


def test_a_row_tells_all_that_can_be_seen_to_be_wrong_at_once(sign_in, malte):
    client = sign_in(malte)
    html = told(
        client, checked(client, line(contract_number="X-99", started_on="2026-02-30", extent_percent="halvtid"))
    )
    columns = ["Avtalsnummer", "Startdatum", "Omfattning i procent"]
    assert [f"<strong>{each}</strong>" in html for each in columns] == [True] * 3


def test_a_file_with_nothing_but_problems_asks_for_a_mended_one(sign_in, malte):
    client = sign_in(malte)
    html = told(client, checked(client, line(contract_number="X-99")))
    assert "Rätta raderna med problem i filen och hämta den igen." in html
    assert "finns redan i Steget" not in html
    imported(client, line(code="", case_reference="AMF 2026/17"))
    html = told(client, checked(client, line(code="", case_reference="AMF 2026/17")))
    assert "Alla rader som går att använda finns redan i Steget." in html


def test_the_rows_beside_a_problem_are_imported(sign_in, malte):
    batch = imported(sign_in(malte), line(contract_number="X-99"), line())
    assert counts(batch) == {"created": 1, "unchanged": 0, "problems": 1}


def test_a_case_number_will_do_while_the_supplier_has_one_contract_there(sign_in, malte, contract):
    client = sign_in(malte)
    by_case = line(contract_number="", case_number="un 2025/7", supplier_name="", supplier_org_number="559999-0131")
    assert counts(imported(client, by_case))["created"] == 1
    make_contract(contract.procurement, contract.suppliers.get(), number="M-13")
    assert "Leverantören har flera avtal där: M-12" in told(client, checked(client, by_case))


def test_a_contract_of_another_authority_is_unknown(sign_in, malte, haninge, contract):
    make_contract(make_procurement(haninge), contract.suppliers.get(), number="H-1")
    assert "har numret" in told(sign_in(malte), batch := checked(sign_in(malte), line(contract_number="H-1")))
    assert counts(batch)["problems"] == 1


@pytest.mark.parametrize("number", ["850709-9805", "19850769-9805", "8507099805", "1111111111"])
@pytest.mark.parametrize("column", ["code", "case_reference"])
def test_a_personal_number_is_refused_and_kept_nowhere(sign_in, malte, column, number):
    client = sign_in(malte)
    batch = checked(client, line(**{column: number}))
    assert counts(batch)["problems"] == 1
    assert "Det ser ut som ett personnummer." in told(client, batch)
    if number != "1111111111":
        assert number not in told(client, batch)
    assert not planted(number)


def planted(*texts):
    """Tables outside the placements' own that hold any of the texts, the history of imports among them."""
    found = set()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table.startswith("interchange_"):
                cursor.execute(f'SELECT t::text FROM "{table}" t')
                rows = [row[0] for row in cursor.fetchall()]
                found |= {(table, text) for text in texts for row in rows if text in row}
    return found


def test_no_code_reference_or_name_stays_with_the_import_or_its_history(sign_in, malte, helsingborg, anna):
    client = sign_in(malte)
    mine = [anna.code, "AMF 2026/77", "CCC-CCC", "Nilsson"]
    header = [*HEADER, "Namn"]
    lines = [
        [*line(code=anna.code), "Nilsson"],
        [*line(case_reference="AMF 2026/77"), "Nilsson"],
        [*line(code="CCC-CCC"), "Nilsson"],
        [*line(kind="Nilsson"), "Nilsson"],
    ]
    batch = imported(client, *lines, header=header)
    assert counts(batch) == {"created": 2, "unchanged": 0, "problems": 2}
    new = [each.code for each in Participant.objects.exclude(pk=anna.pk)]
    assert planted(*mine, *new) == set()
    assert planted("M-12"), "the sweep finds what is there"


def test_another_matcher_is_shown_the_rows_but_nothing_of_the_file(sign_in, malte, helsingborg):
    batch = checked(sign_in(malte), line(code="CCC-CCC"))
    client = sign_in(make_person("Maja", "matcher", helsingborg))
    html = told(client, batch) + client.get(reverse("import_mapping", args=[batch.pk])).content.decode()
    assert "Deltagarkod" in html
    assert "CCC-CCC" not in html
    assert "Cellerna visas bara för den som hämtade filen." in html


def test_undo_takes_back_every_placement_and_lets_anna_wait_again(sign_in, malte, anna):
    client = sign_in(malte)
    waiting = make_waiting(anna)
    batch = imported(client, line(code=anna.code), line())
    waiting.refresh_from_db()
    assert waiting.ended_on == TODAY
    assert client.post(reverse("import_undo", args=[batch.pk])).status_code == 302
    waiting.refresh_from_db()
    assert waiting.ended_on is None
    assert not Placement.objects.standing().exists()
    assert Placement.objects.filter(undone_by=malte).count() == 2
    assert "Nya deltagarkoder" not in client.get(reverse("import_result", args=[batch.pk])).content.decode()
    assert client.get(reverse("import_codes", args=[batch.pk])).status_code == 404
    assert counts(checked(client, line(code=anna.code), line())) == {"created": 2, "unchanged": 0, "problems": 0}


def test_undo_is_refused_for_what_was_changed_since(sign_in, malte, anna):
    client = sign_in(malte)
    batch = imported(client, line(code=anna.code), line(kind="Anställning"))
    placement = Placement.objects.get(participant=anna)
    ended = {"ended_on": TODAY, "end_reason": "completed", "today": TODAY}
    actions.end_placement(by=malte, placement=placement, **ended)
    answer = client.post(reverse("import_undo", args=[batch.pk]))
    assert answer.status_code == 409
    assert f"Placering {placement} har ändrats efter importen." in answer.content.decode()
    assert Placement.objects.standing().count() == 2


def test_a_placement_taken_back_alone_does_not_stand_in_the_way(sign_in, malte):
    client = sign_in(malte)
    batch = imported(client, line(), line(kind="Anställning"))
    actions.undo_placement(by=malte, placement=Placement.objects.first(), now=timezone.now())
    assert client.post(reverse("import_undo", args=[batch.pk])).status_code == 302
    assert not Placement.objects.standing().exists()


def test_olivia_sees_no_import_of_placements_and_malte_none_of_contracts(sign_in, malte, olivia, helsingborg):
    placements = imported(sign_in(malte), line())
    register = ImportBatch.objects.create(organisation=helsingborg, filename="register.csv", content=b"x")
    pages = ["import_mapping", "import_check", "import_result", "import_undo"]
    for person, own, foreign in [(malte, placements, register), (olivia, register, placements)]:
        client = sign_in(person)
        html = client.get(reverse("import_list")).content.decode()
        assert own.filename in html
        assert foreign.filename not in html
        assert {client.get(reverse(each, args=[foreign.pk])).status_code for each in pages} == {404}
        assert client.post(reverse("import_discard", args=[foreign.pk])).status_code == 404
    assert sign_in(olivia).get(reverse("import_codes", args=[placements.pk])).status_code == 403


def test_somebody_with_both_roles_chooses_what_the_file_holds(sign_in, malte, helsingborg):
    malte.memberships.create(organisation=helsingborg, role="officer")
    client = sign_in(malte)
    answer = upload(client, line())
    assert answer.status_code == 422
    assert "Välj vad filen innehåller" in answer.content.decode()
    assert counts(imported(client, line(), kind="placements"))["created"] == 1


def test_columns_that_say_no_contract_are_refused_with_the_way_out(sign_in, malte):
    client = sign_in(malte)
    upload(client, ["Praktik", "x"], header=["Insats", "Annat"])
    batch = ImportBatch.objects.get()
    answer = client.post(reverse("import_mapping", args=[batch.pk]), {"column_0": "kind"})
    assert answer.status_code == 422
    assert "Ingen kolumn säger vilket avtal det är." in answer.content.decode()


def test_the_columns_are_remembered(sign_in, malte):
    client = sign_in(malte)
    header = ["Vad", *HEADER[1:]]
    upload(client, line(), header=header)
    batch = ImportBatch.objects.get()
    form = client.get(reverse("import_mapping", args=[batch.pk])).context["form"]
    chosen = {name: form[name].value() for name in form.fields} | {"column_0": "kind"}
    client.post(reverse("import_mapping", args=[batch.pk]), chosen)
    assert counts(imported(client, line(), header=header))["created"] == 1


@pytest.mark.parametrize(("cell", "percent"), [("50 %", 50), (0.5, 50), (1, 100), ("75", 75), ("", None), ("-", None)])
def test_an_extent_is_read_as_lists_write_it(cell, percent):
    assert placement_rows._percent(cell) == percent


@pytest.mark.parametrize("cell", ["halvtid", "12,5", "nan", "inf"])
def test_what_is_no_extent_is_refused(cell):
    with pytest.raises(values.ValueProblem):
        placement_rows._percent(cell)


def test_an_import_notes_each_placement_and_new_participant_once(sign_in, malte):
    batch = imported(sign_in(malte), line(case_reference="AMF 1"), line(case_reference="AMF 1", kind="Anställning"))
    models = ImportChange.objects.filter(batch=batch).values_list("model", flat=True)
    assert sorted(models) == ["placements.participant", "placements.placement"]
    assert ImportRow.objects.filter(batch=batch, status="unchanged").count() == 1
