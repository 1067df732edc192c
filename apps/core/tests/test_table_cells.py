"""The cells of a table and the options of a list, which are drawn without a template."""

import pytest
from django import forms
from django.template.loader import render_to_string

from apps.core.lists import Cell, Row
from apps.core.templatetags.steget import table_cells

EVIL = "<b>\"&'"
SAFE = "&lt;b&gt;&quot;&amp;&#x27;"


def test_nothing_in_a_cell_is_taken_for_markup():
    cell = Cell(EVIL, EVIL, url=EVIL, mark=EVIL, note=EVIL)
    tagged = Cell(EVIL, EVIL, tone=EVIL, is_number=True, is_only_on_wide=True)
    drawn = table_cells(Row([cell, tagged]))
    assert "<b>" not in drawn
    assert drawn.count(SAFE) == 8


@pytest.mark.parametrize(
    ("cell", "attributes"),
    [
        (Cell("–", "Värde"), ' class="blank"'),
        (Cell("2026-05-20", "Start"), ' class="keep"'),
        (Cell("–", "Värde", is_number=True), ' class="number"'),
        (Cell("Målning av skolor", "Benämning", is_only_on_wide=True), " data-wide"),
    ],
)
def test_a_cell_says_what_it_is_called_and_how_it_is_set(cell, attributes):
    expected = f'<td role="cell" data-label="{cell.label}"{attributes}><span>{cell.text}</span></td>'
    assert table_cells(Row([cell])) == expected


def test_a_tag_is_drawn_as_the_template_of_tags_draws_it():
    drawn = table_cells(Row([Cell("ställt", "Krav", tone="good")]))
    assert render_to_string("_parts/tag.html", {"text": "ställt", "kind": "good"}) in drawn


def test_a_list_to_choose_from_is_drawn_as_django_draws_it():
    choices = [("", EVIL), (1, "Ett"), ("Grupp", [(EVIL, "Två")])]
    widget = forms.Select(attrs={"id": "val", "required": True, "disabled": False}, choices=choices)
    context = widget.get_context("val", "1", {})
    ours = render_to_string("django/forms/widgets/select.html", context)
    theirs = forms.renderers.DjangoTemplates().render("django/forms/widgets/select.html", context)
    assert ours.split() == theirs.split()
    assert '<option value="1" selected>Ett</option>' in ours
