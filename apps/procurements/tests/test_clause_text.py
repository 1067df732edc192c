"""Variables of clause texts, and the clauses that come with Steget."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.core.personal_numbers import find
from apps.procurements.choices import RequirementKind, RequirementModel
from apps.procurements.clause_text import VARIABLES, render, variables
from apps.procurements.shipped_clauses import DRAFT_MARK, SHIPPED_CLAUSES

NAMES = st.sampled_from(list(VARIABLES))
WORDS = st.text(st.characters(exclude_characters="{}", exclude_categories=["Cs"]), max_size=20)
TEXTS = st.lists(st.one_of(WORDS, NAMES.map(lambda name: f"{{{name}}}")), max_size=12).map("".join)


def test_a_number_and_its_unit_are_put_in():
    rendered = render("Minst {antal} {enhet}, {antal}.", {"antal": "12", "enhet": "heltidsmånader"})
    assert (rendered.text, rendered.missing) == ("Minst 12 heltidsmånader, 12.", ())


def test_variables_are_named_once_in_the_order_they_stand():
    assert variables("{start} till {slut}, {start}") == ("start", "slut")


@pytest.mark.parametrize("values", [{}, {"antal": ""}, {"antal": "  "}])
def test_a_missing_or_blank_value_is_named_and_its_variable_stays(values):
    rendered = render("Minst {antal} platser.", values)
    assert (rendered.text, rendered.missing) == ("Minst {antal} platser.", ("antal",))


@pytest.mark.parametrize(
    "text",
    [
        "{namn}",
        "{}",
        "{ antal }",
        "{Antal}",
        "{antal.__class__}",
        "{antal!r}",
        "{antal:>999999999}",
        "{0}",
        "{antal\n}",
        "{organisation.settings.SECRET_KEY}",
    ],
)
def test_unknown_names_are_refused_and_nothing_is_formatted(text):
    name = text[1:-1]
    for act in (lambda: variables(text), lambda: render(text, {"antal": "1"})):
        with pytest.raises(ValueError, match=r"finns inte\. Använd någon av \{antal\}, ") as refusal:
            act()
        assert str(refusal.value).startswith(f"Variabeln {{{name}}} ")


@pytest.mark.parametrize(
    "text", ["Minst {antal", "antal} platser", "{{antal}}", "{antal}}", "{an{tal}", "}{", "ett { ensamt"]
)
def test_broken_braces_are_refused_with_one_sentence_or_the_unknown_name(text):
    with pytest.raises(ValueError, match=r"saknar sin motpart|finns inte"):
        variables(text)


def test_a_lone_brace_is_shown_where_it_stands():
    with pytest.raises(ValueError, match=r"^Klammern vid ”") as refusal:
        variables("Leverantören ska ordna {antal platser till invånare")
    assert "ska ordna {antal platser" in str(refusal.value)


def test_a_value_that_looks_like_a_variable_is_not_read_again():
    rendered = render("{organisation}, {antal}", {"organisation": "{antal} & \\1 <b>", "antal": "3"})
    assert rendered.text == "{antal} & \\1 <b>, 3"


def test_a_name_as_long_as_a_page_does_not_fill_the_message():
    with pytest.raises(ValueError, match="finns inte") as refusal:
        variables("{" + "a" * 8000 + "}")
    assert len(str(refusal.value)) < 500


@given(text=TEXTS)
def test_no_brace_is_left_when_all_values_are_given(text):
    rendered = render(text, dict.fromkeys(VARIABLES, "värde"))
    assert not re.search(r"[{}]", rendered.text)
    assert rendered.missing == ()


@given(text=st.text(st.sampled_from("{}antal. "), max_size=30))
def test_any_text_is_either_rendered_or_refused_in_one_sentence(text):
    try:
        found = variables(text)
    except ValueError as refusal:
        said = str(refusal)
    else:
        said = "."
        assert render(text, {}).text == text
        assert set(found) <= set(VARIABLES)
    assert said.endswith(".")
    assert len(said) < 500


@pytest.mark.parametrize("clause", SHIPPED_CLAUSES, ids=lambda clause: clause.title)
def test_every_shipped_clause_renders_and_fits_the_library(clause):
    used = variables(clause.text)
    rendered = render(clause.text, dict.fromkeys(used, "värde"))
    assert rendered.missing == ()
    assert clause.model in RequirementModel.values
    assert clause.kind == "" or clause.kind in RequirementKind.values
    assert 0 < len(clause.text) <= 8000
    assert find(clause.text) is None
    assert clause.values()["is_draft"] is True
    assert DRAFT_MARK in clause.source


@pytest.mark.parametrize("clause", SHIPPED_CLAUSES, ids=lambda clause: clause.title)
def test_a_shipped_clause_carries_exactly_the_sanctions_its_text_gives(clause):
    used = variables(clause.text)
    assert clause.has_rectification == ("rattelse_dagar" in used)
    assert clause.has_penalty == ({"vite_belopp", "vite_enhet", "vite_tak"} <= set(used))
    assert clause.has_penalty == bool(re.search(r"\bvite", clause.text))
    assert clause.has_call_off_block == ("avrop" in clause.text)
    assert clause.has_termination == ("häva" in clause.text)


def test_the_shipped_clauses_cover_dialogue_numbers_bonus_mentor_and_both():
    covered = {(clause.model, clause.kind) for clause in SHIPPED_CLAUSES}
    assert covered == {
        ("dialog", "mixed"),
        ("numeric", "employment"),
        ("numeric", "internship"),
        ("combined", "mixed"),
        ("bonus", "employment"),
        ("mentor", "mentorship"),
    }
    assert len({clause.title for clause in SHIPPED_CLAUSES}) == len(SHIPPED_CLAUSES)


def test_facts_22_to_24_stand_in_the_clause_for_jobs():
    jobs = next(clause for clause in SHIPPED_CLAUSES if clause.kind == "employment" and clause.model == "numeric")
    assert "75 procent" in jobs.text
    assert "inom {forsta_start_manader} månader" in jobs.text
    assert "deltid" in jobs.text
