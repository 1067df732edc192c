"""Every form: Swedish sentences, nothing lost, ids that assistive technology can follow."""

import re
from datetime import date

import pytest
from crispy_forms.utils import render_crispy_form
from django import forms
from django.core.exceptions import ValidationError

from apps.core.form_errors import show_errors
from apps.core.forms import StegetForm, form_helper, once_token
from apps.core.personal_numbers import refuse_personal_number


class PlacementLikeForm(StegetForm):
    messages = {"kind": "Välj vad det är för insats"}

    kind = forms.ChoiceField(
        label="Insats", widget=forms.RadioSelect, choices=[("", "---------"), ("i", "Praktik"), ("e", "Anställning")]
    )
    contract = forms.ChoiceField(label="Avtal", choices=[("", "---------"), ("1", "Måleri")])
    started_on = forms.DateField(label="Startdatum", help_text="Första dagen på plats")
    extent = forms.IntegerField(label="Omfattning", max_value=100)
    value = forms.DecimalField(label="Värde", required=False)
    email = forms.EmailField(label="E-post", required=False)
    cpv = forms.CharField(label="CPV-kod", max_length=10)
    informed = forms.BooleanField(label="Deltagaren är informerad")
    token = once_token()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Spara", secondary=("more", "Spara och logga en till"), cancel_url="/placeringar/")


def test_an_empty_form_says_what_to_do_field_by_field():
    form = PlacementLikeForm({})
    assert {name: list(errors) for name, errors in form.errors.items()} == {
        "kind": ["Välj vad det är för insats"],
        "contract": ["Välj avtal"],
        "started_on": ["Ange startdatum"],
        "extent": ["Ange omfattning"],
        "cpv": ["Ange CPV-kod"],
        "informed": ["Kryssa i ”Deltagaren är informerad”"],
        "token": ["Sidan hade blivit gammal. Kontrollera uppgifterna och spara igen."],
    }


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("started_on", "i går", "Ange startdatum som år-månad-dag, till exempel 2026-03-14"),
        ("extent", "halvtid", "Ange omfattning med siffror, till exempel 12"),
        ("extent", "101", "Omfattning får vara högst 100"),
        ("value", "mycket", "Ange värde med siffror, till exempel 12,5"),
        ("email", "anna", "Ange e-post i formen namn@exempel.se"),
        ("cpv", "45000000-7 x", "CPV-kod får ha högst 10 tecken, nu är det 12"),
        ("contract", "99", "Välj avtal bland alternativen"),
    ],
)
def test_a_wrong_value_is_named_and_comes_back_as_it_was_written(name, value, sentence):
    form = PlacementLikeForm({name: value})
    assert form.errors[name] == [sentence]
    assert str(form[name].value()) == value


def test_the_token_is_new_for_each_page_and_kept_when_the_form_comes_back():
    first, second = PlacementLikeForm()["token"].value(), PlacementLikeForm()["token"].value()
    assert first != second
    assert str(first) in render_crispy_form(PlacementLikeForm({"token": str(first)}))


def test_dates_are_written_as_the_date_picker_wants_them():
    html = render_crispy_form(PlacementLikeForm(initial={"started_on": date(2026, 3, 14)}))
    assert re.search(r'<input type="date" name="started_on" value="2026-03-14"', html)


def test_a_number_field_keeps_what_it_cannot_read():
    assert 'type="number"' not in render_crispy_form(PlacementLikeForm({"extent": "halvtid"}))


def test_a_required_group_of_radios_has_no_empty_choice_and_a_list_says_what_to_choose():
    html = render_crispy_form(PlacementLikeForm())
    assert html.count('type="radio"') == 2
    assert "---------" not in html
    assert '<option value="" selected>Välj avtal</option>' in html


def test_every_id_that_the_form_points_to_exists_once():
    html = render_crispy_form(PlacementLikeForm({"value": "mycket"}))
    ids = re.findall(r' id="([^"]+)"', html)
    described = [each for group in re.findall(r'aria-describedby="([^"]+)"', html) for each in group.split()]
    links = re.findall(r'href="#([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(described) <= set(ids)
    assert set(links) <= set(ids)
    assert {"id_kind_0", "id_contract", "id_value", "id_informed"} <= set(links)


def test_the_page_asks_for_label_hint_error_and_control_in_that_order():
    html = render_crispy_form(PlacementLikeForm({"started_on": "i går"}))
    places = [
        html.index(part)
        for part in (
            '<label for="id_started_on">',
            'id="id_started_on_helptext"',
            'id="id_started_on_error"',
            'name="started_on"',
        )
    ]
    assert places == sorted(places)


def test_optional_fields_say_so_and_required_fields_carry_no_mark():
    html = render_crispy_form(PlacementLikeForm())
    assert re.search(r'<label for="id_value">Värde <span class="optional">\(valfritt\)</span>', html)
    assert '<label for="id_cpv">CPV-kod</label>' in html
    assert " novalidate" in html


def test_a_hint_that_begins_with_when_a_field_is_needed_is_not_contradicted_by_its_label():
    form = PlacementLikeForm()
    form.fields["value"].help_text = "Krävs när avtalet är tecknat."
    assert '<label for="id_value">Värde</label>' in render_crispy_form(form)


def test_a_subclass_may_set_labels_and_hints_after_the_form_is_made():
    class Relabelled(PlacementLikeForm):
        def __init__(self, *args, **kwargs):
            super().__init__(*args, **kwargs)
            self.fields["cpv"].label = "Vad köps?"
            self.fields["cpv"].help_text = "Åtta siffror"

    html = render_crispy_form(Relabelled())
    assert '<label for="id_cpv">Vad köps?</label>' in html
    assert "Åtta siffror" in html


class NoteForm(StegetForm):
    note = forms.CharField(label="Anteckning 100 %", validators=[refuse_personal_number])


def test_a_personal_number_is_refused_with_the_field_the_date_and_the_way_out():
    form = NoteForm({"note": "Ring 850709-9805"})
    assert form.errors["note"] == [
        "Anteckning 100 %: ”850709-…” ser ut som ett personnummer. Skriv ärendets nummer i stället, eller ta bort det."
    ]


def test_a_personal_number_that_only_the_action_refused_is_told_in_the_same_words():
    form = NoteForm({"note": "Ring igen"})
    with pytest.raises(ValidationError) as refused:
        refuse_personal_number("19850709-9805")
    show_errors(form, ValidationError({"note": refused.value}))
    assert form.errors["note"][0].startswith("Anteckning 100 %: ”19850709-…” ser ut som ett personnummer.")


def test_choices_begin_with_capitals_and_what_a_form_fills_in_itself_is_left():
    class Choosing(StegetForm):
        role = forms.ChoiceField(choices=[("m", "matchare"), ("c", "CSR-samordnare")], widget=forms.RadioSelect)
        kinds = forms.MultipleChoiceField(choices=[("i", "praktik")])
        columns = forms.ChoiceField()

        def __init__(self, *args, **kwargs):
            super().__init__(*args, **kwargs)
            self.fields["columns"].choices = [("a", "eKurs")]

    form = Choosing()
    assert [label for _, label in form.fields["role"].choices] == ["Matchare", "CSR-samordnare"]
    assert "Matchare" in str(form["role"])
    assert "Praktik" in str(form["kinds"])
    assert "eKurs" in str(form["columns"])


@pytest.mark.parametrize("day", ["0001-01-01", "1959-12-31", "2100-01-01", "9999-12-31"])
def test_a_day_in_an_unlikely_year_is_refused_with_the_day(day):
    errors = PlacementLikeForm({"started_on": day}).errors["started_on"]
    assert errors == [f"Dagen {day} ligger utanför åren 1960–2099. Kontrollera årtalet."]


@pytest.mark.parametrize("day", ["1960-01-01", "2099-12-31"])
def test_a_day_in_a_likely_year_is_taken(day):
    assert "started_on" not in PlacementLikeForm({"started_on": day}).errors
