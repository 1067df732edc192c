"""Lines of the task list. As templates they took a quarter of the time of a long one."""

from collections.abc import Iterable
from functools import cache
from html import escape

from django import template
from django.template import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from apps.reminders.task_lines import Entry, Task

register = template.Library()


@register.simple_tag(takes_context=True)
def task_entries(context: Context, entries: Iterable[Entry]) -> SafeString:
    """A list of tasks with their states and answers, those of a procurement with many folded together."""
    csrf = f'<input type="hidden" name="csrfmiddlewaretoken" value="{escape(str(context["csrf_token"]))}">'
    lines = "".join(_entry(each, csrf) for each in entries)
    return mark_safe(f'<ul class="task-list">{lines}</ul>')  # noqa: S308 (every part is escaped below)


def _entry(entry: Entry, csrf: str) -> str:
    lines = "".join(f"<li>{_task(each, csrf)}</li>" for each in entry.tasks)
    if not entry.title:
        return lines
    summary = f"<summary>{escape(entry.summary)}</summary>"
    return f'<li><details class="what disclosure">{summary}<ul class="task-list">{lines}</ul></details></li>'


def _task(task: Task, csrf: str) -> str:
    label = escape(task.label)
    link = f'<a href="{escape(task.url)}">{label}</a><span class="hint">{escape(task.hint)}</span>'
    # The state as `_parts/tag.html` draws it.
    state = f'<span class="tag tag-{task.status_kind}">{escape(task.status_text)}</span>'
    answers = _answers(task, label, csrf) if task.has_answers else ""
    return f'<div class="what">{link}</div>{state}{answers}'


def _answers(task: Task, label: str, csrf: str) -> str:
    found = ""
    if task.close_url:
        once = f'<input type="hidden" name="token" value="{task.token}">'
        found += _button(task.close_url, csrf + once, "secondary", f"{_icon('check')} Klar{_hidden(f' med {label}')}")
    if task.move_url:
        text = f"Ny tid{_hidden(f' för {label}')}"
        found += f' <a class="button quiet small" href="{escape(task.move_url)}">{text}</a>'
    if task.undo_url:
        found += _button(task.undo_url, csrf, "quiet", f"{_icon('undo')} Ångra{_hidden(f' svaret om {label}')}")
    return f'<div class="answers cluster no-print">{found}</div>'


def _button(url: str, fields: str, look: str, text: str) -> str:
    button = f'<button type="submit" class="button {look} small">{text}</button>'
    return f'<form method="post" action="{escape(url)}">{fields}{button}</form>'


def _hidden(text: str) -> str:
    return f'<span class="visually-hidden">{text}</span>'


@cache
def _icon(name: str) -> str:
    return render_to_string("_parts/icon.html", {"name": name})
