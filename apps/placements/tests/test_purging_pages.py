"""The pages of retention, from the decision to the protocol, as those who work with it see them."""

import uuid
from datetime import timedelta
from functools import partial

import pytest
from django.urls import reverse
from django.utils import timezone

from apps.core.actions import version_of
from apps.core.typeset import typeset
from apps.placements import retention_files as files
from apps.placements.models import Participant, PurgeRun, RetentionRule
from apps.placements.retention_queries import rule_of
from apps.placements.tests.purging_world import CODE, REFERENCE, decide, make_old_participant, make_old_placement
from procurement_csr.people import make_placement


@pytest.fixture
def ola(helsingborg):
    return make_old_participant(helsingborg)


@pytest.fixture
def placement(contract, ola):
    return make_old_placement(contract, ola)


@pytest.fixture
def decided(helsingborg):
    return partial(decide, helsingborg)


def decision(rule, **values):
    given = {"action": "purge", "trigger": "last_placement_end", "months": "24"}
    given |= {"decided_by_body": "Arbetsmarknadsnämnden", "decided_on": "2019-01-01", "reference": "AMN 7"}
    return given | {"version": version_of(rule), "save": "1"} | values


def run_of(client):
    client.post(reverse("purge_create"), {"token": str(uuid.uuid4())})
    return PurgeRun.objects.latest("pk")


def test_the_whole_way_from_a_decision_to_the_protocol(sign_in, client, adam, carin, helsingborg, placement, ola):
    client = sign_in(adam)
    assert "Ingen gallringsregel är beslutad för: referens" in client.get(reverse("purge_list")).content.decode()
    form = reverse("retention_rule_update", args=["case_reference"])
    assert "Inget gallras förrän ni har sparat ert eget beslut." in client.get(form).content.decode()
    answer = client.post(form, decision(rule_of(helsingborg, "case_reference")), follow=True)
    assert "Gallras 24 månader efter sista placeringens slut" in answer.content.decode()
    assert "Ska gallras: 1" in client.get(reverse("purge_create")).content.decode()
    run = run_of(client)
    page = client.get(run.get_absolute_url()).content.decode()
    assert "Du har tagit fram gallringen. Någon annan ska godkänna den." in page
    assert ">P12<" in page
    assert "augusti 2020" in page
    assert "2020-08-31" not in page, "who approves sees months, not the days of a placement"
    client = sign_in(carin)
    assert "Det går inte att ångra" in client.get(reverse("purge_approve", args=[run.pk])).content.decode()
    answer = client.post(reverse("purge_approve", args=[run.pk]), follow=True)
    assert "Gallringen är genomförd." in answer.content.decode()
    ola.refresh_from_db()
    assert ola.case_reference == ""
    pdf = client.get(reverse("purge_pdf", args=[run.pk]))
    assert pdf.content.startswith(b"%PDF")
    assert b"pdfuaid:part" in pdf.content
    table = b"".join(client.get(reverse("purge_csv", args=[run.pk])).streaming_content).decode()
    assert (
        "Referens i verksamhetssystemet;P12;2020-08;2022-08;gallrad;Arbetsmarknadsnämnden, 2019-01-01, AMN 7" in table
    )


def test_no_page_or_file_of_a_run_holds_a_code_or_a_reference(sign_in, adam, decided, placement, ola):
    for record_class in ("case_reference", "participant_code"):
        decided(record_class)
    client = sign_in(adam)
    run = run_of(client)
    addresses = [reverse(name, args=[run.pk]) for name in ("purge_detail", "purge_approve", "purge_discard")]
    for url in [*addresses, reverse("purge_list"), reverse("purge_create"), reverse("task_list")]:
        words = client.get(url, follow=True).content.decode()
        assert CODE not in words, url
        assert REFERENCE not in words, url
    words = str(files.values_of(run, now=timezone.localtime())) + str(list(files.table(run)))
    assert CODE not in words
    assert REFERENCE not in words
    assert "P12" in words


def test_the_maker_presses_approve_all_the_same_and_is_refused(sign_in, adam, decided, placement, ola):
    decided("case_reference")
    client = sign_in(adam)
    run = run_of(client)
    answer = client.post(reverse("purge_approve", args=[run.pk]))
    assert answer.status_code == 422
    assert "Någon annan ska godkänna den." in answer.content.decode()
    answer = client.get(reverse("purge_approve", args=[run.pk]), follow=True)
    assert "Någon annan ska godkänna den." in answer.content.decode()
    ola.refresh_from_db()
    assert ola.case_reference == REFERENCE


def test_a_run_can_be_discarded(sign_in, adam, carin, decided, placement):
    decided("case_reference")
    run = run_of(sign_in(adam))
    client = sign_in(carin)
    answer = client.post(reverse("purge_discard", args=[run.pk]), follow=True)
    assert "Gallringen är avbruten. Inget är gallrat." in answer.content.decode()
    answer = client.post(reverse("purge_approve", args=[run.pk]))
    assert answer.status_code == 422
    assert "Gallringen är avbruten och kan inte ändras." in answer.content.decode()


def test_a_press_without_anything_due_says_so_and_makes_nothing(sign_in, adam, decided):
    client = sign_in(adam)
    answer = client.post(reverse("purge_create"), {"token": str(uuid.uuid4())})
    assert answer.status_code == 422
    assert "Ingen gallringsregel är beslutad." in answer.content.decode()
    decided("consent")
    answer = client.post(reverse("purge_create"), {"token": str(uuid.uuid4())})
    assert answer.status_code == 422
    assert "Inga uppgifter ska gallras" in answer.content.decode()
    assert not PurgeRun.objects.exists()


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"months": ""}, "Ange antal månader för uppgifter som gallras"),
        ({"months": "hej"}, "Ange antal månader med siffror"),
        ({"months": "601"}, "Tiden ska vara mellan 0 och 600 månader."),
        ({"reference": ""}, "Ange beslutets beteckning"),
        ({"decided_on": "2030-01-01"}, "har inte varit än"),
        ({"decided_by_body": "19811218-9876"}, "personnummer"),
    ],
)
def test_a_wrong_decision_is_refused_with_a_sentence(sign_in, adam, helsingborg, values, sentence):
    form = reverse("retention_rule_update", args=["consent"])
    answer = sign_in(adam).post(form, decision(rule_of(helsingborg, "consent"), **values))
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not RetentionRule.objects.exists()


def test_what_is_preserved_needs_no_months(sign_in, adam, helsingborg):
    form = reverse("retention_rule_update", args=["disclosure"])
    answer = sign_in(adam).post(form, decision(rule_of(helsingborg, "disclosure"), action="preserve", months=""))
    assert answer.status_code == 302
    assert RetentionRule.objects.get().months == 0


def test_a_decision_that_somebody_else_changed_meanwhile_is_not_overwritten(sign_in, adam, decided):
    rule = decided("consent")
    posted = decision(rule, months="36")
    RetentionRule.objects.update(months=60)
    answer = sign_in(adam).post(reverse("retention_rule_update", args=["consent"]), posted)
    assert answer.status_code == 409
    assert "Nu står det: 60" in answer.content.decode()
    assert RetentionRule.objects.get().months == 60


def test_an_unknown_class_of_records_is_not_found(sign_in, adam):
    assert sign_in(adam).get("/installningar/gallring/personakt/").status_code == 404


def test_a_thousand_records_fit_in_the_protocol(helsingborg, adam, decided, placement):
    values = {
        "heading": "Gallringsprotokoll",
        "title": "Gallringsprotokoll #1 *fet*",
        "organisation": "Helsingborg",
        "printed": "2026-11-22",
        "state": "genomförd",
        "facts": [["Räknad till", "2026-11-22"]],
        "counts": [["Deltagarkod", "gallras", "AMN", "1000", "1000"]],
        "items": [["Deltagarkod", f"P{n}", "2020-08", "2022-08", "gallrad"] for n in range(1000)],
    }
    pdf = typeset(files.TEMPLATE, values)
    assert b"#1 *fet*" in pdf, "markup is shown as it is"


def test_the_list_of_a_run_is_searched_by_placement_number(sign_in, adam, decided, helsingborg, contract, placement):
    decided("case_reference")
    eva = make_old_participant(helsingborg, "P3R-8T4", "AMF 2019/3")
    make_old_placement(contract, eva, number=40)
    client = sign_in(adam)
    url = run_of(client).get_absolute_url()
    assert client.get(url).context["list"].total == 2
    assert client.get(f"{url}?q=P40").context["list"].total == 1
    assert client.get(f"{url}?q=hej").context["list"].total == 0
    assert client.get(f"{url}?record_class=consent").context["list"].total == 0


def test_a_run_in_the_files_has_months(sign_in, adam, decided, placement):
    decided("case_reference")
    client = sign_in(adam)
    url = run_of(client).get_absolute_url()
    table = b"".join(client.get(f"{url}?format=csv").streaming_content).decode()
    assert ";P12;2020-08;2022-08;" in table


def test_nothing_is_purged_while_the_resident_is_back(sign_in, adam, carin, decided, placement, ola):
    decided("case_reference")
    run = run_of(sign_in(adam))
    make_placement(placement.contract, ola, started_on=timezone.localdate() - timedelta(2))
    page = sign_in(carin).post(reverse("purge_approve", args=[run.pk]), follow=True).content.decode()
    assert "behölls, skulle inte längre gallras" in page
    assert Participant.objects.get(pk=ola.pk).case_reference == REFERENCE


@pytest.mark.parametrize("person", ["malte", "olivia"])
def test_the_placement_of_a_purged_resident_is_read_as_before(
    request, sign_in, person, adam, carin, decided, placement, ola
):
    for record_class in ("case_reference", "participant_code"):
        decided(record_class)
    for _ in range(2):
        run = run_of(sign_in(adam))
        sign_in(carin).post(reverse("purge_approve", args=[run.pk]))
    ola.refresh_from_db()
    assert ola.code is None
    client = sign_in(request.getfixturevalue(person))
    for url in (placement.get_absolute_url(), reverse("placement_list"), placement.contract.get_absolute_url()):
        answer = client.get(url)
        assert answer.status_code == 200, url
        assert "P12" in answer.content.decode()
        assert CODE not in answer.content.decode()
    own = ("placement_update", "placement_end", "placement_extend", "placement_pause", "disclosure_create")
    others = ("participant_list", "my_day", "follow_up_list", "board", "task_list", "dashboard")
    addresses = [reverse(name, args=[placement.pk]) for name in own] + [reverse(name) for name in others]
    for url in [*addresses, reverse("participant_detail", args=[ola.pk])]:
        assert client.get(url).status_code in {200, 302, 403, 404, 409}, url
    assert client.get(reverse("participant_detail", args=[ola.pk])).status_code in {403, 404}
