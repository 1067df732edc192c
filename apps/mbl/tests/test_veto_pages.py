"""The pages of a veto: a closed list of grounds, who may declare one, and what comes of it."""

import re
from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from apps.mbl.choices import Question, VetoGround, VetoState
from apps.mbl.models import Veto
from apps.mbl.tests.makers import TODAY, assess, make_union, row_of, take
from procurement_csr import people

LOCAL, CENTRAL = "Kommunal", "Kommunal centralt"


@pytest.fixture(autouse=True)
def a_day_on_which_all_has_been(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda value=None, **zone: value.astimezone().date() if value else TODAY)


@pytest.fixture
def renare(db):
    return people.make_supplier("Renare AB")


@pytest.fixture
def row(doris, helsingborg, property_department, renare):
    """Met about Renare AB under 38 §, with a local union under a central one."""
    central = make_union(helsingborg, CENTRAL, level="central")
    make_union(helsingborg, LOCAL, central=central)
    case = people.make_procurement(helsingborg, "Städning i skolor", department=property_department)
    return take(doris, take(doris, row_of(assess(doris, case, Question.Q2), "B"), "call", supplier=renare), "meet")


def text_of(response):
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def declare(client, row, supplier, by=CENTRAL, **values):
    """The form of a veto, sent."""
    url = reverse("veto_create", args=[row.pk])
    form = client.get(url).context["form"]
    union = form.fields["union"].queryset.get(name=by)
    sent = {
        "union": union.pk,
        "declared_on": "2026-08-24",
        "ground": "lou_13_2",
        "facts": "Skatteskuld",
        "supplier": supplier.pk,
        "legal_opinion": "",
        "version": form["version"].value(),
        "token": str(uuid4()),
    }
    return client.post(url, sent | values, follow=True)


def resolve(client, veto, to, **values):
    """The form of what came of a veto, sent."""
    url = reverse("veto_resolve", args=[veto.pk])
    version = client.get(url).context["form"]["version"].value()
    sent = {"to": to, "resolved_on": "2026-08-26", "decision_maker": "", "legal_opinion": "", "version": version}
    return client.post(url, sent | values, follow=True)


def test_the_grounds_are_a_closed_list_and_the_supplier_is_filled_in(sign_in, doris, row, renare):
    form = sign_in(doris).get(reverse("veto_create", args=[row.pk])).context["form"]
    assert [key for key, _ in form.fields["ground"].choices] == VetoGround.values
    assert form["supplier"].value() == renare.pk
    assert {each.name for each in form.fields["union"].queryset} == {LOCAL, CENTRAL}
    response = declare(sign_in(doris), row, renare, ground="egen_regi")
    assert response.status_code == 422
    assert set(response.context["form"].errors) == {"ground"}
    assert response.context["form"]["facts"].value() == "Skatteskuld"


def test_a_central_veto_stands_and_shows_on_row_and_checklist(sign_in, doris, row, renare):
    client = sign_in(doris)
    text = text_of(declare(client, row, renare))
    assert "Sparat. Läget för vetot är nu: förklarad." in text
    assert "Kommunal centralt mot Renare AB" in text
    veto = Veto.objects.get()
    assert veto.state == VetoState.DECLARED
    assert reverse("veto_resolve", args=[veto.pk]) in client.get(row.assessment.get_absolute_url()).content.decode()


def test_a_local_veto_is_kept_and_waits_for_the_central_one(sign_in, doris, row, renare):
    text = text_of(declare(sign_in(doris), row, renare, by=LOCAL))
    assert "antecknad, väntar på den centrala organisationen" in text
    assert Veto.objects.get().state == VetoState.RECORDED


def test_another_ground_needs_a_legal_note_and_stops_nothing(sign_in, doris, row, renare):
    client = sign_in(doris)
    short = declare(client, row, renare, ground="other")
    assert short.status_code == 422
    assert set(short.context["form"].errors) == {"legal_opinion"}
    assert "40 § MBL" in text_of(short)
    declare(client, row, renare, ground="other", legal_opinion="Att egen regi är bättre är ingen grund")
    veto = Veto.objects.get()
    assert veto.state == VetoState.INVALID_GROUND
    gone = client.get(reverse("veto_resolve", args=[veto.pk]))
    assert gone.status_code == 409
    assert "ändras inte mer" in text_of(gone)


def test_a_veto_before_the_meeting_or_against_somebody_else_is_refused(sign_in, doris, row, renare):
    client, blank = sign_in(doris), people.make_supplier("Blank AB")
    early = declare(client, row, renare, declared_on="2026-08-20")
    assert early.status_code == 422
    assert set(early.context["form"].errors) == {"declared_on"}
    other = declare(client, row, blank)
    assert other.status_code == 422
    assert set(other.context["form"].errors) == {"supplier"}
    assert not Veto.objects.exists()


def test_only_a_38_negotiation_that_was_met_about_can_be_vetoed(sign_in, doris, row, helsingborg, property_department):
    case = people.make_procurement(helsingborg, "Växter", department=property_department)
    assessment = assess(doris, case, Question.Q1)
    client = sign_in(doris)
    for stage, sentence in (("A", "inte 11 § (39 § MBL)"), ("B", "mötet är inte hållet än (39 § MBL)")):
        response = client.get(reverse("veto_create", args=[row_of(assessment, stage).pk]))
        assert response.status_code == 409
        assert sentence in text_of(response)


def test_an_unfounded_veto_needs_who_decided_and_an_opinion(sign_in, doris, row, renare):
    client = sign_in(doris)
    declare(client, row, renare)
    veto = Veto.objects.get()
    short = resolve(client, veto, "unfounded", decision_maker="Frida")
    assert short.status_code == 422
    assert "Ett ogrundat veto kräver beslutsfattare och rättsutlåtande (40 § MBL)." in text_of(short)
    assert short.context["form"]["decision_maker"].value() == "Frida"
    text = text_of(resolve(client, veto, "unfounded", decision_maker="Frida", legal_opinion="Skulden är betald"))
    assert "Sparat. Läget för vetot är nu: ogrundad (40 § MBL)." in text
    assert "Avgjort 26 augusti 2026 av Frida." in text


def test_a_recorded_veto_can_only_be_withdrawn(sign_in, doris, row, renare):
    client = sign_in(doris)
    declare(client, row, renare, by=LOCAL)
    veto = Veto.objects.get()
    form = client.get(reverse("veto_resolve", args=[veto.pk])).context["form"]
    assert [key for key, _ in form.fields["to"].choices] == [VetoState.WITHDRAWN]
    assert resolve(client, veto, "upheld").status_code == 422
    resolve(client, veto, "withdrawn")
    veto.refresh_from_db()
    assert (veto.state, veto.resolved_on) == (VetoState.WITHDRAWN, date(2026, 8, 26))


def test_of_two_who_resolve_a_veto_the_later_is_told(sign_in, doris, row, renare):
    client = sign_in(doris)
    declare(client, row, renare)
    veto = Veto.objects.get()
    url = reverse("veto_resolve", args=[veto.pk])
    seen = client.get(url).context["form"]["version"].value()
    resolve(client, veto, "upheld")
    sent = {"to": "withdrawn", "resolved_on": "2026-08-27", "version": seen, "decision_maker": "Frida"}
    response = client.post(url, sent)
    assert response.status_code == 409
    assert "Någon annan har sparat ändringar" in text_of(response)
    veto.refresh_from_db()
    assert veto.state == VetoState.UPHELD


def test_a_double_click_keeps_one_veto(sign_in, doris, row, renare):
    client, token = sign_in(doris), str(uuid4())
    for _ in range(2):
        declare(client, row, renare, token=token)
    assert Veto.objects.count() == 1


def test_others_read_or_do_not_find_a_veto(sign_in, doris, row, renare, olivia, ulla, fia):
    declare(sign_in(doris), row, renare)
    url = reverse("veto_resolve", args=[Veto.objects.get().pk])
    for person, status in ((olivia, 403), (ulla, 403), (fia, 404)):
        client = sign_in(person)
        assert client.get(url).status_code == status
        assert client.post(url, {}).status_code == status
    text = text_of(sign_in(olivia).get(row.get_absolute_url()))
    assert "Kommunal centralt mot Renare AB" in text
    assert "Avgör vetot" not in text
