"""The pages of plans, the overview, the load, samples and evaluations."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from apps.followups import plan_actions
from apps.followups.draw import draw
from apps.followups.models import Evaluation, FollowUpPlan, IntensityRule, Point, ReportRequest, Sample, SampleItem
from apps.procurements.choices import COMING_PHASES
from apps.procurements.models import CpvCode
from procurement_csr.people import (
    make_contract,
    make_deviation,
    make_placement,
    make_point,
    make_procurement,
    make_report_request,
    make_requirement,
    make_supplier,
)


def send(client, url, **values):
    """Open the form's page and post it with what it carries hidden."""
    form = client.get(url).context["form"]
    hidden = {name: form[name].value() for name in ("version", "token") if name in form.fields}
    return client.post(url, hidden | values)


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def contract(helsingborg, property_department, today):
    procurement = make_procurement(helsingborg, "Måleri", department=property_department)
    days = {"starts_on": today - timedelta(days=20), "ends_on": today + timedelta(days=700)}
    row = make_contract(
        procurement, make_supplier("Måleribolaget"), number="2026-7", title="Måleri", value=Decimal(2_000_000), **days
    )
    make_requirement(row, kind="internship", model="numeric", unit="places", count=4)
    return row


@pytest.fixture
def plan(contract, olivia, today):
    return plan_actions.make_plan(by=olivia, contract=contract, today=today)


def text(response):
    return response.content.decode().replace("\xa0", " ")


def test_a_plan_is_made_from_its_page_and_says_what_is_nearest(sign_in, olivia, contract):
    client, url = sign_in(olivia), reverse("followup_plan", args=[contract.pk])
    assert "Ingen plan än" in text(client.get(url))
    assert client.post(url).status_code == 302
    page = text(client.get(url))
    assert "Närmast: uppstartsmöte, senast" in page
    assert "Normal. Värdet är minst 1 000 000 kr." in page


def test_a_department_reads_the_plan_without_buttons(sign_in, doris, plan, contract):
    client, url = sign_in(doris), reverse("followup_plan", args=[contract.pk])
    page = text(client.get(url))
    assert "Uppstartsmöte" in page
    assert "Behövs inte" not in page
    assert client.post(url).status_code in (403, 404)


def test_another_municipality_does_not_find_the_plan(sign_in, fia, plan, contract):
    assert sign_in(fia).get(reverse("followup_plan", args=[contract.pk])).status_code == 404
    point = Point.objects.first()
    assert sign_in(fia).get(reverse("point_update", args=[point.pk])).status_code == 404


def test_a_contract_without_requirement_says_what_to_do(sign_in, olivia, helsingborg):
    bare = make_contract(make_procurement(helsingborg), make_supplier())
    assert "Inget krav att följa upp" in text(sign_in(olivia).get(reverse("followup_plan", args=[bare.pk])))


def test_a_point_is_moved_done_cancelled_and_planned_again(sign_in, olivia, plan, contract, today):
    client, point = sign_in(olivia), Point.objects.get(contract=contract, kind="kickoff")
    day = today + timedelta(days=3)
    send(client, reverse("point_update", args=[point.pk]), due_on=day.isoformat(), reason="Semester.")
    point.refresh_from_db()
    assert (point.due_on, point.is_by_hand) == (day, True)
    refused = send(client, reverse("point_done", args=[point.pk]), done_on=day.isoformat())
    assert refused.status_code == 422
    assert f"Dagen {day} har inte varit än" in text(refused)
    send(client, reverse("point_done", args=[point.pk]), done_on=today.isoformat())
    page = text(client.get(reverse("followup_plan", args=[contract.pk])))
    assert f"Genomförd {today}" in page
    client.post(reverse("point_reopen", args=[point.pk]))
    assert send(client, reverse("point_cancel", args=[point.pk]), reason="").status_code == 422
    send(client, reverse("point_cancel", args=[point.pk]), reason="Samma leverantör.")
    point.refresh_from_db()
    assert (point.state, point.reason) == ("cancelled", "Samma leverantör.")


def test_a_point_of_ones_own_is_made_once(sign_in, olivia, plan, contract, today):
    client, url = sign_in(olivia), reverse("point_create", args=[contract.pk])
    token = client.get(url).context["form"]["token"].value()
    sent = {"kind": "dialogue", "due_on": (today + timedelta(days=30)).isoformat(), "token": token}
    assert client.post(url, sent).status_code == client.post(url, sent).status_code == 302
    assert Point.objects.filter(contract=contract, is_by_hand=True).count() == 1


def test_a_deeper_class_than_proposed_asks_why_and_gives_more_points(sign_in, olivia, plan, contract):
    client, url = sign_in(olivia), reverse("plan_update", args=[contract.pk])
    before = Point.objects.filter(contract=contract).count()
    refused = send(client, url, intensity="deep", motive="", contact="")
    assert refused.status_code == 422
    assert "Skriv varför uppföljningen blir fördjupad i stället för den föreslagna, normal." in text(refused)
    send(client, url, intensity="deep", motive="Ny i branschen.", contact="")
    plan.refresh_from_db()
    assert (plan.intensity, plan.decided_by) == ("deep", olivia)
    assert Point.objects.filter(contract=contract).count() > before


def test_the_overview_tells_class_fulfilment_next_and_risk(sign_in, carin, plan, contract, today):
    make_placement(contract, kind="internship", state="started", started_on=today - timedelta(days=3))
    make_deviation(contract)
    request = make_report_request(contract, due_on=today - timedelta(days=2))
    page = sign_in(carin).get(reverse("followup_overview"))
    body = text(page)
    assert "Normal" in body
    assert "1 av 4 platser" in body
    assert 'value="25" max="100"' in body
    assert "1 öppen avvikelse och 1 sen rapport" in body
    assert "2 saker väntar på dig i dag." in body
    request.state = "received"
    request.received_at = timezone.now()
    request.save()
    assert f"{today}" in text(sign_in(carin).get(reverse("followup_overview")))


def test_a_late_report_is_counted_once_and_an_answer_that_waits_is_not_late(sign_in, carin, plan, contract, today):
    point = make_point(contract, due_on=today - timedelta(days=2))
    client, overview = sign_in(carin), reverse("followup_overview")
    assert "1 försenad punkt" in text(client.get(overview))
    asked = make_report_request(contract, point=point, due_on=point.due_on)
    body = text(client.get(overview))
    assert "1 sen rapport" in body
    assert "försenad punkt" not in body
    ReportRequest.objects.filter(pk=asked.pk).update(state="received", received_at=timezone.now())
    body = text(client.get(overview))
    assert "1 sen rapport" not in body
    assert "försenad" not in body
    page = text(client.get(reverse("followup_plan", args=[contract.pk])))
    assert "Kommit in, att granska" in page
    assert reverse("report_detail", args=[asked.pk]) in page
    panel = text(client.get(contract.get_absolute_url()))
    assert "kommit in, att granska" in panel
    assert f"sen sedan {point.due_on}" not in panel


def test_the_overview_is_filtered_by_risk_class_and_time(sign_in, carin, plan, contract, helsingborg, today):
    other = make_contract(make_procurement(helsingborg), make_supplier(), number="X-2", title="Städning")
    make_requirement(other)
    over = make_contract(
        make_procurement(helsingborg),
        make_supplier(),
        number="X-3",
        title="Snöröjning",
        starts_on=date(2019, 1, 1),
        ends_on=date(2020, 1, 1),
    )
    make_requirement(over)
    client, url = sign_in(carin), reverse("followup_overview")

    def names(query):
        return [row.name for row in client.get(url + query).context["list"].table.rows]

    assert names("") == ["2026-7 Måleri", "X-2 Städning"]
    assert names("?intensity=ingen") == ["X-2 Städning"]
    assert names("?intensity=normal") == ["2026-7 Måleri"]
    assert names("?risk=nagot") == []
    assert names("?ended=ja") == ["X-3 Snöröjning"]


def test_ticked_contracts_are_led_to_the_request_by_the_plans_near_day(sign_in, carin, plan, contract, today):
    client = sign_in(carin)
    point = Point.objects.filter(contract=contract, kind="report").first()
    far = client.get(reverse("followup_ask"), {"rows": [contract.pk]})
    assert far.url == f"{reverse('report_request')}?avtal={contract.pk}"
    plan_actions.move_point(by=carin, point=point, due_on=today + timedelta(days=10))
    near = client.get(reverse("followup_ask"), {"rows": [contract.pk]})
    assert near.url == f"{reverse('report_request')}?rows={point.pk}"
    assert client.get(reverse("followup_ask"), {"rows": ["99999999"]}).url == reverse("followup_overview")


def sum_of(page, column):
    cells = [cell for row in page.context["months"].rows for cell in row.cells]
    return sum(int(cell.text) for cell in cells if cell.label == column)


def test_the_load_is_seen_before_proposals_are_followed(sign_in, carin, plan, contract):
    contract.value = Decimal(20_000_000)
    contract.save()
    client, url = sign_in(carin), reverse("followup_load")
    page = client.get(url)
    proposed = sum_of(page, "Med förslagen")
    assert proposed > sum_of(page, "Planerat") > 0
    assert "normal → fördjupad" in text(page)
    refused = client.post(url, {"rows": [f"{contract.pk}:light"]})
    assert refused.status_code == 422
    assert "Ett förslag har ändrats" in text(refused)
    assert FollowUpPlan.objects.get().intensity == "normal"
    client.post(url, {"rows": [f"{contract.pk}:deep"]})
    assert FollowUpPlan.objects.get().intensity == "deep"
    assert sum_of(client.get(url), "Planerat") == proposed
    assert "Alla har den uppföljning som regeln föreslår" in text(client.get(url))


def test_the_rule_is_the_organisations_own(sign_in, carin, plan, helsingborg):
    client, url = sign_in(carin), reverse("intensity_update")
    refused = send(client, url, deep_from_value="100 000", normal_from_value="500 000")
    assert refused.status_code == 422
    assert "ska vara minst gränsen för normal" in text(refused)
    send(client, url, deep_from_value="1 500 000", normal_from_value="500 000", deep_models=["numeric"])
    assert IntensityRule.objects.get(organisation=helsingborg).deep_models == ["numeric"]
    assert "normal → fördjupad" in text(client.get(reverse("followup_load")))


def test_a_sample_can_be_drawn_again_by_anybody(sign_in, carin, plan, contract, helsingborg):
    for number in range(6):
        make_requirement(make_contract(make_procurement(helsingborg), make_supplier(), number=f"S-{number}"))
    client, url = sign_in(carin), reverse("sample_create")
    token = client.get(url).context["form"]["token"].value()
    sent = {"size": "3", "seed": "hösten", "note": "", "token": token}
    for _ in range(2):
        response = client.post(url, sent)
    sample = Sample.objects.get()
    assert response.url == sample.get_absolute_url()
    assert tuple(sample.items.values_list("contract", flat=True)) == draw(sample.drawn_from, 3, "hösten")
    page = text(client.get(sample.get_absolute_url()))
    assert "3 avtal drogs ur" in page
    assert ", ".join(map(str, sample.drawn_from)) in page


def test_a_check_is_not_settled_before_the_supplier_could_reply(sign_in, carin, plan, contract):
    client = sign_in(carin)
    token = client.get(reverse("sample_create")).context["form"]["token"].value()
    client.post(reverse("sample_create"), {"size": "1", "seed": "a", "token": token})
    item = SampleItem.objects.get()
    url = reverse("sample_item_update", args=[item.pk])
    refused = send(client, url, state="remark", reply="", remark="Inga avtal visades.")
    assert refused.status_code == 422
    assert "Leverantören ska ha fått svara" in text(refused)
    refused = send(client, url, state="remark", reply="Vi har inga papper.", remark="")
    assert "Ange vad anmärkningen gäller." in text(refused)
    send(client, url, state="remark", reply="Vi har inga papper.", remark="Underlag saknas.")
    item.refresh_from_db()
    assert (item.state, item.settled_by) == ("remark", carin)
    assert "Anteckna avvikelse" in text(client.get(item.sample.get_absolute_url()))


def test_a_sample_without_contracts_says_so(sign_in, carin):
    client, url = sign_in(carin), reverse("sample_create")
    token = client.get(url).context["form"]["token"].value()
    refused = client.post(url, {"size": "1", "seed": "a", "token": token})
    assert refused.status_code == 422
    assert "det finns inget att dra ur" in text(refused)


def test_an_evaluation_keeps_the_outcome_and_is_read_when_the_same_is_bought_again(
    sign_in, olivia, plan, contract, helsingborg, today
):
    code = CpvCode.objects.filter(code__startswith="454").first() or CpvCode.objects.first()
    contract.procurement.cpv = code
    contract.procurement.save()
    coming = make_procurement(helsingborg, "Måleri igen", cpv=code, phase=COMING_PHASES[0])
    make_placement(contract, kind="internship", state="started", started_on=today - timedelta(days=3))
    client, url = sign_in(olivia), reverse("evaluation_update", args=[contract.pk])
    empty = {"held_on": today.isoformat(), "worked": "", "change_next": "", "dose_advice": ""}
    assert send(client, url, **empty).status_code == 422
    send(client, url, **empty | {"change_next": "Fråga matcharna först.", "dose_advice": "Två platser räcker."})
    evaluation = Evaluation.objects.get()
    assert [(each["promised"], each["told"]) for each in evaluation.delivered] == [(4, "1")]
    assert Point.objects.get(contract=contract, kind="evaluation").state == "done"
    page = text(client.get(coming.get_absolute_url()))
    assert "Lärdomar av tidigare avtal" in page
    assert "Två platser räcker." in page


def test_the_supplier_page_tells_promise_delivery_and_strengths(sign_in, carin, plan, contract, today):
    for number in range(2):
        make_placement(contract, kind="internship", state="started", started_on=today - timedelta(days=3 + number))
    page = text(sign_in(carin).get(contract.suppliers.first().get_absolute_url()))
    assert "1 åtagande i 1 avtal: 0 uppfyllda och 0 efter plan eller inte uppfyllda." in page
    assert "2 praktikanter" in page
    assert "2 av 4 platser" in page


def test_the_contract_page_has_its_plan(sign_in, olivia, plan, contract):
    page = text(sign_in(olivia).get(contract.get_absolute_url()))
    assert "Avtalet har normal uppföljning." in page
    assert reverse("followup_plan", args=[contract.pk]) in page


def test_a_point_done_by_an_accepted_report_is_not_planned_again(sign_in, olivia, plan, contract, today):
    client, point = sign_in(olivia), Point.objects.filter(contract=contract, kind="report").first()
    page, again = reverse("followup_plan", args=[contract.pk]), reverse("point_reopen", args=[point.pk])
    Point.objects.filter(pk=point.pk).update(state="done", done_on=today)
    assert again in client.get(page).text
    now = timezone.now()
    report = make_report_request(contract, point=point, state="accepted", received_at=now, settled_at=now)
    assert again not in client.get(page).text
    told = text(client.post(again, follow=True))
    assert f"Rapporten från {report.supplier} är godtagen, så punkten är gjord" in told
    point.refresh_from_db()
    assert (point.state, point.done_on) == ("done", today)
