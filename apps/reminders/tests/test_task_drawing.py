"""The lines of the task list are drawn as they are told, and what people wrote in them stays text."""

from django.template import engines

from apps.reminders.task_lines import Entry, Task

SHARP = "<b>Avtal & \"krav\"</b> 'nu'"
ESCAPED = "&lt;b&gt;Avtal &amp; &quot;krav&quot;&lt;/b&gt; &#x27;nu&#x27;"


def drawn(*entries: Entry) -> str:
    page = engines["django"].from_string("{% load task_lines %}{% task_entries entries %}")
    return page.render({"entries": entries, "csrf_token": "nyckeln"})


def test_what_people_wrote_stays_text_in_every_part_of_a_line():
    task = Task(SHARP, "/?a=1&b=2", SHARP, SHARP, "bad", close_url="/klar?x&y", move_url="/ny?x&y", undo_url="/om?x&y")
    html = drawn(Entry([task] * 4, SHARP))
    assert "<b>" not in html
    # For each task the label, three times more beside its buttons, the hint and the state; and the folded title.
    assert html.count(ESCAPED) == 4 * 6 + 2
    for url in ("/?a=1&amp;b=2", "/klar?x&amp;y", "/ny?x&amp;y", "/om?x&amp;y"):
        assert html.count(f'"{url}"') == 4


def test_only_what_the_person_may_answer_has_buttons():
    html = drawn(Entry([Task("Läs", "/las", "", "i dag", "warn")]))
    assert "<form" not in html
    assert "answers" not in html
    html = drawn(Entry([Task("Läs", "/las", "", "i dag", "warn", undo_url="/om")]))
    assert html.count("<form") == 1
    assert "Ångra" in html
    assert "Klar" not in html
    assert "Ny tid" not in html


def test_each_form_carries_the_key_against_forgery_and_what_makes_two_presses_one():
    task = Task("Läs", "/las", "", "i dag", "warn", close_url="/klar")
    html = drawn(Entry([task]))
    assert '<input type="hidden" name="csrfmiddlewaretoken" value="nyckeln">' in html
    assert f'<input type="hidden" name="token" value="{task.token}">' in html


def test_many_tasks_of_one_procurement_are_folded_under_its_name():
    task = Task("Läs", "/las", "", "i dag", "warn")
    html = drawn(Entry([task, task], "Städning"), Entry([task]))
    assert "<summary>Städning: 2 uppgifter, den första i dag</summary>" in html
    assert html.count("<details") == 1
    assert html.count("<li>") == 4
