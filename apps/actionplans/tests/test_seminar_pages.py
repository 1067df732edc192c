"""The pages of seminars as people use them: by whom, with what said, and nothing lost when something is refused."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from apps.actionplans.models import Seminar
from apps.actionplans.tests.makers import make_item, make_plan
from apps.actionplans.tests.seminar_makers import hold, make_seminar
from procurement_csr.people import make_department, make_person


@pytest.fixture
def seminar(helsingborg, property_department, school_department):
    return make_seminar(helsingborg, property_department, school_department)


def posted(departments, **values) -> dict:
    begins = timezone.localtime(timezone.now() + timedelta(days=30))
    whole = {"topic": "Nya krav", "starts_at": f"{begins:%Y-%m-%dT13:00}", "minutes": "120", "place": "Stadshuset"}
    return whole | {"departments": [each.pk for each in departments], "token": uuid.uuid4()} | values


def shown(answer) -> str:
    return " ".join(answer.content.decode().split())


def test_a_seminar_is_planned_from_an_item_and_stands_on_its_page(sign_in, carin, helsingborg, property_department):
    client, item = sign_in(carin), make_item(make_plan(helsingborg))
    page = client.get(reverse("seminar_create") + f"?punkt={item.pk}")
    assert page.context["form"].initial["items"] == [item.pk]
    answer = client.post(
        reverse("seminar_create"), posted([property_department], items=[item.pk], roles=["officer"]), follow=True
    )
    assert "Sparat. Seminariet är planerat." in shown(answer)
    assert "Fastighetsförvaltningen" in shown(answer)
    assert "Nya krav" in shown(client.get(item.get_absolute_url()))


def test_a_seminar_for_nobody_comes_back_with_what_was_written(sign_in, carin, property_department):
    answer = sign_in(carin).post(reverse("seminar_create"), posted([], topic="Om lärlingar"))
    assert answer.status_code == 422
    assert "Välj minst en förvaltning" in shown(answer)
    assert "Om lärlingar" in shown(answer)
    assert not Seminar.objects.exists()


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"starts_at": "i maj"}, "Ange tiden som datum och klockslag, till exempel 2026-03-14 13:00"),
        ({"minutes": "en stund"}, "Ange längd i minuter med siffror"),
        ({"minutes": "5"}, "Längd i minuter ska vara minst 15"),
        ({"material_url": "katalogen"}, "Länk till materialet ska vara en hel webbadress som börjar med https://"),
        ({"material_url": "http://kommun.exempel/m"}, "Länk till materialet ska vara en hel webbadress som börjar"),
        ({"topic": "Eva 850709-9805"}, "personnummer"),
        ({"items": ["999999"]}, "bland alternativen"),
    ],
)
def test_what_cannot_be_read_is_said_beside_its_field(sign_in, carin, property_department, values, sentence):
    make_item(make_plan(property_department.organisation))
    answer = sign_in(carin).post(reverse("seminar_create"), posted([property_department], **values))
    assert answer.status_code == 422
    assert sentence in shown(answer)


def test_inviting_tells_who_lacks_a_contact_person_and_who_was_invited(
    sign_in, carin, seminar, property_department, mailoutbox
):
    property_department.contact = make_person("Kajsa")
    property_department.save()
    client, address = sign_in(carin), reverse("seminar_invite", args=[seminar.pk])
    page = client.get(address)
    assert "Fastighetsförvaltningen: Kajsa" in shown(page)
    assert page.context["unreachable"] == ["Skol- och fritidsförvaltningen"]
    assert client.post(address, {"token": uuid.uuid4()}).status_code == 422
    side = seminar.sides.get(department=property_department)
    answer = client.post(address, {"sides": [side.pk], "token": uuid.uuid4()}, follow=True)
    assert "Inbjudan är skickad till 1 adress." in shown(answer)
    assert [mail.to for mail in mailoutbox] == [["kajsa@exempel.se"]]
    assert "Inbjuden " in shown(client.get(seminar.get_absolute_url()))


def test_a_contact_person_of_another_authority_is_not_named(sign_in, carin, helsingborg, haninge):
    foreign = make_department(haninge, "Äldreförvaltningen")
    foreign.contact = make_person("Hemlige Hugo")
    foreign.save()
    page = sign_in(carin).get(reverse("seminar_invite", args=[make_seminar(helsingborg, foreign).pk]))
    assert "Äldreförvaltningen (Haninge): kontaktpersonen" in shown(page)
    assert "Hugo" not in shown(page)


def test_numbers_are_filled_in_and_the_page_tells_who_was_not_reached(sign_in, carin, seminar, helsingborg):
    make_department(helsingborg, "Kulturförvaltningen")
    client, address = sign_in(carin), reverse("seminar_hold", args=[seminar.pk])
    version = client.get(address).context["form"].initial["version"]
    first, second = seminar.sides.all()
    empty = client.post(address, {"version": version})
    assert empty.status_code == 422
    assert "Ange hur många som kom" in shown(empty)
    numbers = {f"part_{first.pk}": "7", f"part_{second.pk}": "0", "outcome": "Många frågor.", "version": version}
    answer = client.post(address, numbers, follow=True)
    assert "Seminariet är hållet, med 7 deltagare." in shown(answer)
    page = shown(client.get(reverse("seminar_reach") + "?year=2018&show=missing"))
    assert "2 av 3 förvaltningar har inte nåtts under 2018." in page
    rows = client.get(reverse("seminar_reach") + "?year=2018&show=missing").context["list"].table.rows
    assert [row.name for row in rows] == ["Kulturförvaltningen", "Skol- och fritidsförvaltningen"]
    stale = client.post(address, numbers | {f"part_{first.pk}": "8"})
    assert stale.status_code == 409
    assert "Nu står det: 7" in shown(stale)


def test_the_list_of_the_reached_can_be_saved(sign_in, carin, seminar):
    hold(seminar, 12)
    answer = sign_in(carin).get(reverse("seminar_reach") + "?year=2018&format=csv")
    assert b"".join(answer.streaming_content).decode("utf-8-sig").count("nådd") == 2


def test_one_that_was_cancelled_meanwhile_is_neither_invited_to_nor_changed(sign_in, carin, seminar):
    client = sign_in(carin)
    call = {"reason": "Talaren är sjuk.", "token": uuid.uuid4()}
    answer = client.post(reverse("seminar_cancel", args=[seminar.pk]), call, follow=True)
    assert "Talaren är sjuk." in shown(answer)
    late = client.post(reverse("seminar_cancel", args=[seminar.pk]), call | {"reason": "Igen"}, follow=True)
    assert "Talaren är sjuk." in shown(late)
    address = reverse("seminar_update", args=[seminar.pk])
    version = client.get(address).context["form"].initial["version"]
    departments = [side.department for side in seminar.sides.all()]
    changed = client.post(address, posted(departments, version=version))
    assert changed.status_code == 422
    assert "Seminariet är inställt" in shown(changed)


def test_an_authority_that_a_seminar_is_for_reads_it_and_changes_nothing(sign_in, fia, helsingborg, haninge):
    shared, own = make_seminar(helsingborg, organisations=[haninge]), make_seminar(helsingborg)
    client = sign_in(fia)
    assert client.get(shared.get_absolute_url()).status_code == 200
    assert "BEGIN:VCALENDAR" in client.get(reverse("seminar_calendar", args=[shared.pk])).content.decode()
    assert client.post(reverse("seminar_cancel", args=[shared.pk]), {"reason": "Nej"}).status_code == 404
    assert client.get(own.get_absolute_url()).status_code == 404
