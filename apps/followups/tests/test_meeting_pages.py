"""A meeting from its planning to its minutes, through the pages."""

import uuid
from datetime import timedelta
from html import unescape
from re import findall, sub

import pytest
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from apps.followups.models import Meeting
from apps.followups.tests.meeting_world import (
    DAY,
    hold_url,
    mails,
    make_held,
    make_kickoff,
    make_painting,
    meeting_data,
    step_data,
)
from procurement_csr.people import (
    make_deviation,
    make_meeting,
    make_offer,
    make_placement,
    make_point,
    make_procurement,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _outbox(settings):
    settings.EMAIL_BACKEND = "apps.reminders.outbox_backend.EmailBackend"


@pytest.fixture
def painting(helsingborg, property_department):
    return make_painting(helsingborg, property_department)


def text_of(response) -> str:
    return " ".join(unescape(sub(r"<[^>]+>", " ", response.content.decode())).split())


def test_an_officer_plans_the_kickoff_and_invites_the_suppliers_contact(sign_in, olivia, painting):
    point = make_point(painting, kind="kickoff", due_on=timezone.localdate() + 20 * DAY)
    client, url = sign_in(olivia), reverse("meeting_create", args=[painting.pk])
    form = client.get(url).context["form"]
    assert form["what"].value() == f"point-{point.pk}"
    (petra,) = [key for key, label in form.fields["to"].choices if label == "Petra, Exempelmåleri AB"]
    data = meeting_data(what=f"point-{point.pk}", to=[petra], place="Rådhuset")
    answers = [client.post(url, data) for _ in range(2)]
    meeting = Meeting.objects.get()
    assert [each.url for each in answers] == [meeting.get_absolute_url()] * 2
    assert (meeting.kind, meeting.point, meeting.made_by) == ("kickoff", point, olivia)
    mail = mails().get()
    assert mail.to_address == "petra@exempel.se"
    assert "Plats eller länk: Rådhuset" in mail.text
    assert meeting.get_absolute_url() not in mail.text


def test_a_point_of_the_plan_has_one_meeting(sign_in, olivia, painting):
    make_kickoff(painting)
    form = sign_in(olivia).get(reverse("meeting_create", args=[painting.pk])).context["form"]
    assert [key for key, _ in form.fields["what"].choices] == ["dialogue"]


def test_a_market_dialogue_needs_no_contract(sign_in, doris, helsingborg, property_department):
    procurement = make_procurement(helsingborg, "Städning", department=property_department, phase="preparation")
    client, url = sign_in(doris), reverse("market_dialogue_create", args=[procurement.pk])
    client.post(url, meeting_data())
    meeting = Meeting.objects.get()
    assert (meeting.contract, meeting.kind) == (None, "market_dialogue")
    page = client.get(meeting.get_absolute_url())
    assert "Att fråga marknaden om" in text_of(page)
    assert [step["label"] for step in client.get(hold_url(meeting, "narvaro")).context["steps"]] == [
        "Närvaro",
        "Samtalet",
        "Åtgärder och nästa möte",
    ]
    assert client.get(hold_url(meeting, "ataganden")).status_code == 404


def test_a_time_that_cannot_be_read_comes_back_with_a_sentence(sign_in, olivia, painting):
    url = reverse("meeting_create", args=[painting.pk])
    page = sign_in(olivia).post(url, meeting_data(planned_at="på tisdag", place="Rummet Kullen"))
    assert page.status_code == 422
    assert "Ange tiden som datum och klockslag, till exempel 2026-03-14 09:00" in text_of(page)
    assert "Rummet Kullen" in page.content.decode()


def test_the_invitation_is_an_event_for_the_calendar(sign_in, malte, painting):
    meeting = make_kickoff(painting, place="Rådhuset")
    answer = sign_in(malte).get(reverse("meeting_invitation", args=[meeting.pk]))
    (event,) = Calendar.from_ical(answer.content).walk("VEVENT")
    assert event["summary"] == f"Uppstartsmöte: {painting.name}"
    assert (event["location"], event["status"]) == ("Rådhuset", "CONFIRMED")
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(hours=1)


def test_the_meeting_is_prepared_with_outcome_last_decisions_and_what_is_open(sign_in, olivia, painting):
    earlier = make_held(painting, planned_at=timezone.now() - 90 * DAY, agreed="Två platser före sommaren.")
    earlier.tasks.create(what="Ta fram handledare", owner="supplier", due_on=timezone.localdate() - DAY)
    placement = make_placement(painting)
    make_offer(painting, occupation="Målare", count=3)
    make_deviation(painting, cause="report_late")
    make_point(painting, kind="report", due_on=timezone.localdate() + 30 * DAY)
    meeting = make_meeting(painting)
    shown = text_of(sign_in(olivia).get(meeting.get_absolute_url()))
    for words in (
        "Lovat 2 platser",
        "Två platser före sommaren.",
        "Ta fram handledare",
        "försenad",
        f"P{placement.number}",
        "3 lediga platser",
        "Rapporten är sen",
        "Leverantörens rapport",
    ):
        assert words in shown
    assert placement.participant.code not in shown


def test_a_meeting_is_written_up_step_by_step(sign_in, olivia, painting):
    meeting, client = make_kickoff(painting), sign_in(olivia)
    requirement = painting.requirements.get()
    data = step_data(client, meeting, "narvaro", attendance=["officer", "supplier", "matcher"])
    assert client.post(hold_url(meeting, "narvaro"), data).url == hold_url(meeting, "ataganden")
    meeting.refresh_from_db()
    assert (meeting.state, meeting.held_on) == ("held", timezone.localdate() - DAY)
    assert (meeting.point.state, meeting.point.done_on) == ("done", meeting.held_on)
    key = requirement.pk
    page = client.get(hold_url(meeting, "ataganden"))
    assert page.context["form"][f"state_{key}"].value() == "not_begun"
    answers = {f"state_{key}": "behind", f"offered_{key}": 2, f"filled_{key}": 1}
    data = step_data(client, meeting, "ataganden", **answers)
    refused = client.post(hold_url(meeting, "ataganden"), data)
    assert refused.status_code == 422
    assert "Välj varför 1 av platserna inte tillsattes" in text_of(refused)
    done = client.post(hold_url(meeting, "ataganden"), data | {f"unfilled_reason_{key}": "no_candidate"})
    assert done.url == hold_url(meeting, "samtalet")
    item = meeting.items.get()
    assert (item.state, item.offered, item.filled, item.unfilled_reason) == ("behind", 2, 1, "no_candidate")
    assert item.delivered == "0\N{NO-BREAK SPACE}platser"
    data = step_data(client, meeting, "samtalet", obstacles="Höga ställningar.", agreed="En plats till i maj.")
    assert client.post(hold_url(meeting, "samtalet"), data).url == hold_url(meeting, "atgarder")
    row = {"what_n1": "Utse handledare", "owner_n1": "supplier", "due_on_n1": timezone.localdate() + 9 * DAY}
    data = step_data(client, meeting, "atgarder", **row)
    assert client.post(hold_url(meeting, "atgarder"), data | {"more": "1"}).url == hold_url(meeting, "atgarder")
    assert len(client.get(hold_url(meeting, "atgarder")).context["form"].rows) == 3
    data = step_data(client, meeting, "atgarder", next_on=timezone.localdate() + 100 * DAY)
    assert client.post(hold_url(meeting, "atgarder"), data).url == reverse("meeting_close", args=[meeting.pk])
    assert [task.what for task in meeting.tasks.all()] == ["Utse handledare"]


def test_a_row_of_measures_is_whole_or_empty(sign_in, olivia, painting):
    meeting, client = make_held(painting), sign_in(olivia)
    page = client.post(hold_url(meeting, "atgarder"), step_data(client, meeting, "atgarder", what_n1="Utse handledare"))
    assert page.status_code == 422
    assert "Välj vem som ansvarar för åtgärden i rad 1." in text_of(page)
    page = client.post(hold_url(meeting, "atgarder"), step_data(client, meeting, "atgarder", owner_n2="matcher"))
    assert "Skriv vad som ska göras i rad 2, eller töm raden." in text_of(page)


def test_an_emptied_row_of_measures_goes_away(sign_in, olivia, painting):
    meeting, client = make_held(painting), sign_in(olivia)
    task = meeting.tasks.create(what="Utse handledare", owner="supplier", due_on=timezone.localdate())
    client.post(hold_url(meeting, "atgarder"), step_data(client, meeting, "atgarder", **{f"what_t{task.pk}": ""}))
    assert not meeting.tasks.exists()


def test_two_presses_write_the_measures_once(sign_in, olivia, painting):
    meeting, client = make_held(painting), sign_in(olivia)
    row = {"what_n1": "Utse handledare", "owner_n1": "supplier", "due_on_n1": timezone.localdate()}
    data = step_data(client, meeting, "atgarder", **row)
    answers = [client.post(hold_url(meeting, "atgarder"), data).status_code for _ in range(2)]
    assert answers == [302, 302]
    assert meeting.tasks.count() == 1


def test_who_saves_a_step_that_another_has_changed_sees_both(sign_in, olivia, carin, painting):
    meeting = make_held(painting)
    data = step_data(sign_in(olivia), meeting, "samtalet", obstacles="Höga ställningar.")
    other = sign_in(carin)
    other.post(hold_url(meeting, "samtalet"), step_data(other, meeting, "samtalet", obstacles="Ont om handledare."))
    page = sign_in(olivia).post(hold_url(meeting, "samtalet"), data)
    assert page.status_code == 409
    assert "Nu står det: Ont om handledare." in text_of(page)
    assert "Höga ställningar." in text_of(page)
    again = data | {"version": page.context["form"].data["version"]}
    assert sign_in(olivia).post(hold_url(meeting, "samtalet"), again).status_code == 302
    meeting.refresh_from_db()
    assert meeting.obstacles == "Höga ställningar."


def test_another_step_is_not_in_the_way(sign_in, olivia, carin, painting):
    meeting = make_held(painting)
    data = step_data(sign_in(olivia), meeting, "samtalet", obstacles="Höga ställningar.")
    other = sign_in(carin)
    row = {"what_n1": "Utse handledare", "owner_n1": "supplier", "due_on_n1": timezone.localdate()}
    other.post(hold_url(meeting, "atgarder"), step_data(other, meeting, "atgarder", **row))
    assert sign_in(olivia).post(hold_url(meeting, "samtalet"), data).status_code == 302


def test_a_personal_number_in_the_notes_is_refused(sign_in, olivia, painting):
    meeting, client = make_held(painting), sign_in(olivia)
    data = step_data(client, meeting, "samtalet", obstacles="Anna, 19811218-9876, saknar handledare.")
    page = client.post(hold_url(meeting, "samtalet"), data)
    assert page.status_code == 422
    assert not Meeting.objects.get().obstacles


def test_closed_minutes_are_fixed(sign_in, olivia, painting):
    meeting, client = make_held(painting), sign_in(olivia)
    data = step_data(client, meeting, "samtalet", agreed="Inget.")
    close = reverse("meeting_close", args=[meeting.pk])
    form = client.get(close).context["form"]
    answers = [client.post(close, {"version": form["version"].value()}).status_code for _ in range(2)]
    assert answers == [302, 302]
    assert client.post(hold_url(meeting, "samtalet"), data).status_code == 422
    assert client.get(hold_url(meeting, "samtalet")).url == meeting.get_absolute_url()


def test_the_last_look_says_what_the_minutes_lack(sign_in, olivia, painting):
    meeting, client = make_held(painting), sign_in(olivia)
    meeting.items.all().delete()
    close = reverse("meeting_close", args=[meeting.pk])
    page = client.get(close)
    assert "Ange läget för åtagandet" in text_of(page)
    assert client.post(close, {"version": page.context["form"]["version"].value()}).status_code == 422


def test_minutes_changed_since_the_last_look_are_not_closed(sign_in, olivia, painting):
    meeting, client = make_held(painting), sign_in(olivia)
    close = reverse("meeting_close", args=[meeting.pk])
    version = client.get(close).context["form"]["version"].value()
    meeting.tasks.create(what="Utse handledare", owner="supplier", due_on=timezone.localdate())
    assert client.post(close, {"version": version}).status_code == 409
    meeting.refresh_from_db()
    assert meeting.state == "held"


def test_a_cancelled_meeting_says_why_and_frees_its_point(sign_in, olivia, painting):
    meeting, client = make_kickoff(painting), sign_in(olivia)
    url = reverse("meeting_cancel", args=[meeting.pk])
    assert client.post(url, {"reason": ""}).status_code == 422
    client.post(url, {"reason": "Leverantören är sjuk."})
    meeting.refresh_from_db()
    assert (meeting.state, meeting.point, meeting.cancelled_reason) == ("cancelled", None, "Leverantören är sjuk.")
    assert client.post(hold_url(meeting, "narvaro"), {"held_on": timezone.localdate()}).status_code == 422


def test_a_measure_is_done_and_undone(sign_in, malte, painting):
    task = make_held(painting).tasks.create(what="Föreslå två", owner="matcher", due_on=timezone.localdate())
    client = sign_in(malte)
    for _ in range(2):
        client.post(reverse("meeting_task_done", args=[task.pk]))
    task.refresh_from_db()
    assert (task.done_on, task.done_by) == (timezone.localdate(), malte)
    client.post(reverse("meeting_task_undo", args=[task.pk]))
    task.refresh_from_db()
    assert (task.done_on, task.done_by) == (None, None)


def test_the_list_holds_what_remains_and_narrows_by_state(sign_in, olivia, painting):
    make_meeting(painting, planned_at=timezone.now() + DAY)
    make_held(painting)
    make_meeting(painting, planned_at=timezone.now() - DAY)
    closed = {"state": "closed", "closed_at": timezone.now()}
    make_held(painting, **closed)
    done = make_held(painting, **closed)
    for role in done.attendance:
        done.approvals.create(role=role, at=timezone.now())
    make_meeting(painting, state="cancelled", cancelled_reason="Sjukdom.")
    client, url = sign_in(olivia), reverse("meeting_list")
    counts = {
        standing: client.get(url, {"standing": standing}).context["list"].total
        for standing in ("", "coming", "to_write", "waiting", "done", "cancelled", "all")
    }
    assert counts == {"": 4, "coming": 1, "to_write": 2, "waiting": 1, "done": 1, "cancelled": 1, "all": 6}
    assert client.get(url, {"q": "Exempelmåleri"}).context["list"].total == 4
    exported = b"".join(client.get(url, {"format": "csv", "standing": "all"}).streaming_content).decode("utf-8-sig")
    assert len(exported.strip().splitlines()) == 7


def test_the_contract_and_the_procurement_show_their_meetings(sign_in, olivia, painting):
    make_held(painting)
    client = sign_in(olivia)
    page = client.get(painting.get_absolute_url())
    assert reverse("meeting_create", args=[painting.pk]) in page.content.decode()
    assert "att skriva klart" in text_of(page)
    procurement = make_procurement(painting.organisation, "Städning", phase="preparation")
    page = client.get(procurement.get_absolute_url())
    assert reverse("market_dialogue_create", args=[procurement.pk]) in page.content.decode()


def test_a_deviation_found_at_the_meeting_stands_in_its_minutes(sign_in, olivia, painting):
    meeting, client = make_held(painting), sign_in(olivia)
    url = client.get(meeting.get_absolute_url()).context["deviation_url"]
    data = {"cause": "other", "what": "Handledare saknas.", "raised_on": timezone.localdate(), "token": uuid.uuid4()}
    assert client.post(url, data).status_code == 302
    assert meeting.deviations.get().what == "Handledare saknas."
    assert "Annat: Handledare saknas." in text_of(client.get(meeting.get_absolute_url()))


def test_the_history_tells_what_happened_and_who_did_it(sign_in, olivia, painting):
    meeting, client = make_kickoff(painting), sign_in(olivia)
    client.post(hold_url(meeting, "narvaro"), step_data(client, meeting, "narvaro", attendance=["officer", "supplier"]))
    shown = [(each.text, each.by) for each in client.get(meeting.get_absolute_url()).context["events"]]
    assert (f"Mötet hållet {timezone.localdate() - DAY}", olivia.name) in shown
    assert findall(r"Mötet planerat till \d{4}-\d\d-\d\d kl. \d\d.\d\d", " ".join(text for text, _ in shown))


def test_another_departments_meetings_are_not_found(sign_in, doris, helsingborg, school_department):
    meeting = make_held(make_painting(helsingborg, school_department))
    client = sign_in(doris)
    assert client.get(meeting.get_absolute_url()).status_code == 404
    assert client.post(hold_url(meeting, "samtalet"), {}).status_code == 404
