"""Shape of the forms of the assessment and of decisions for exceptional reasons."""

from typing import Any

from crispy_forms.layout import Div, Field, Layout
from django import forms

from apps.core.forms import StegetForm, form_helper, once_token, version_field
from apps.core.personal_numbers import refuse_personal_number
from apps.mbl import assessments
from apps.mbl.choices import Exemption, Question, Stage
from apps.mbl.models import Assessment, Override
from apps.mbl.route import needed, offered_exemptions

YES, NO = "yes", "no"
PREVIEW = "preview"
NO_ANSWER = "Svara ja eller nej: {question}"
NO_REASON = "Skriv varför svaret är ja. Facken ser motivet."
# Shown once the answers call for them.
_LATER = ("exemption", "exemption_reference", "not_required_motive")


def motive_of(question: str) -> str:
    """The name of the field with the motive of an answer."""
    return f"{question}_motive"


def _question_fields() -> dict[str, forms.Field]:
    found: dict[str, forms.Field] = {}
    for question in Question:
        found[question.value] = forms.ChoiceField(
            label=question.label,
            choices=[(YES, "Ja"), (NO, "Nej")],
            widget=forms.RadioSelect,
        )
        found[motive_of(question)] = forms.CharField(
            label="Varför är svaret ja? Facken ser motivet.",
            required=False,
            max_length=1000,
            widget=forms.Textarea({"rows": 2}),
            validators=[refuse_personal_number],
        )
    return found


QuestionsForm = type("QuestionsForm", (StegetForm,), _question_fields())


class AssessmentForm(QuestionsForm):
    """The questionnaire. What the answers lead to is shown before anything is saved: `is_seen` says that it was.

    The fields of an exemption come when the answers offer one, never for hired staff (fact 47), and the motive of
    nothing owed when no answer is yes.
    """

    messages = {
        **{question.value: NO_ANSWER.format(question=question.label) for question in Question},
        **dict.fromkeys(map(motive_of, Question.values), NO_REASON),
        "not_required_motive": "Skriv varför upphandlingen inte är MBL-pliktig. Facken ser motivet.",
    }
    exemption = forms.ChoiceField(
        label="Undantag från 38 §",
        required=False,
        choices=[("", "Inget undantag, facken ska höras"), *Exemption.choices],
        widget=forms.RadioSelect,
        help_text="Begär ett fack förhandling ska ni förhandla ändå (38 § andra stycket MBL).",
    )
    exemption_reference = forms.CharField(
        label="Var undantaget framgår",
        required=False,
        max_length=200,
        help_text="Krävs när facket har godtagit arbetet tidigare, till exempel protokollets diarienummer.",
        validators=[refuse_personal_number],
    )
    not_required_motive = forms.CharField(
        label="Varför upphandlingen inte är MBL-pliktig",
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
        help_text="De fackliga organisationerna ser motivet.",
        validators=[refuse_personal_number],
    )
    shown = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    token = once_token()
    version = version_field()

    def __init__(self, *args: Any, is_new: bool, cancel_url: str, **kwargs: Any):
        super().__init__(*args, **kwargs)
        del self.fields["version" if is_new else "token"]
        self.answers = self._written()
        self.is_seen = self.answers is not None and self._given("shown") == self._mark()
        self._keep_what_matters()
        if self.is_bound:
            self.data = self.data.copy()
            self.data["shown"] = self._mark()
        self.helper = self._helper(cancel_url)

    @staticmethod
    def initial_from(assessment: Assessment) -> dict[str, Any]:
        """What the form is filled in with when an assessment is changed."""
        found: dict[str, Any] = {name: getattr(assessment, name) for name in _LATER}
        for answer in assessment.answers.all():
            found |= {answer.question: YES if answer.is_yes else NO, motive_of(answer.question): answer.motive}
        yes = [question for question in Question.values if found.get(question) == YES]
        return found | {"shown": "-".join(["svar", *yes]), "version": assessments.version(assessment)}

    @property
    def chosen_exemption(self) -> str:
        """The exemption as written, empty when it is not offered."""
        return str(self._given("exemption") or "") if "exemption" in self.fields else ""

    @property
    def values(self) -> dict[str, Any]:
        """What the action takes: answers, and the fields that matter to them."""
        given = self.cleaned_data
        answers = {key: (given[key] == YES, given[motive_of(key)]) for key in Question.values}
        return {"answers": answers, **{name: given.get(name, "") for name in _LATER}}

    def _given(self, name: str) -> Any:
        return self.data.get(name) if self.is_bound else self.initial.get(name)

    def _written(self) -> dict[Question, bool] | None:
        """The answers as they stand, None until each question has one."""
        given = {question: self._given(question.value) for question in Question}
        return {each: given[each] == YES for each in given} if set(given.values()) <= {YES, NO} else None

    def _mark(self) -> str:
        yes = [question.value for question, is_yes in (self.answers or {}).items() if is_yes]
        return "-".join(["svar", *yes]) if self.answers is not None else ""

    def _keep_what_matters(self) -> None:
        answers = self.answers
        for question in Question.values:
            self.fields[motive_of(question)].required = not self.is_bound or self._given(question) == YES
        if answers is None or not offered_exemptions(answers):
            del self.fields["exemption"], self.fields["exemption_reference"]
        if answers is None or needed(answers):
            del self.fields["not_required_motive"]
        elif not self.is_seen:
            self.fields["not_required_motive"].required = False

    def _helper(self, cancel_url: str):
        questions = [
            Div(question, Field(motive_of(question), wrapper_class="why"), css_class="card question")
            for question in Question.values
        ]
        rest = [name for name in self.fields if name in _LATER]
        layout = Layout(*questions, *([Div(*rest, css_class="card")] if rest else []))
        if self.answers is None:
            return form_helper("Visa vad det innebär", cancel_url=cancel_url, layout=layout)
        secondary = (PREVIEW, "Visa vad det innebär")
        return form_helper("Spara bedömningen", secondary=secondary, cancel_url=cancel_url, layout=layout)


class OverrideForm(StegetForm):
    """A decision for exceptional reasons to go on before a stage is closed (fact 43)."""

    messages = {
        "stage": "Välj vilket beslut som inte kan vänta",
        "reason": "Skriv de synnerliga skälen",
        "decision_maker": "Ange vem som beslutade",
        "decided_on": "Ange vilken dag det beslutades",
    }
    stage = forms.ChoiceField(
        label="Vilket beslut kan inte vänta?",
        choices=[(Stage.A.value, "Beslutet att annonsera"), (Stage.B.value, "Tilldelningsbeslutet")],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label="Synnerliga skäl",
        max_length=2000,
        widget=forms.Textarea({"rows": 4}),
        help_text="Varför kan beslutet inte vänta på förhandlingen? Att det är bråttom räcker sällan.",
        validators=[refuse_personal_number],
    )
    decision_maker = forms.CharField(
        label="Beslutsfattare",
        max_length=120,
        help_text="Namn och befattning på den som har rätt att besluta för förvaltningen.",
        validators=[refuse_personal_number],
    )
    reference = forms.CharField(label="Diarienummer", max_length=Override._meta.get_field("reference").max_length)
    decided_on = forms.DateField(label="Beslutat")
    token = once_token()

    def __init__(self, *args: Any, cancel_url: str, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Spara beslutet", cancel_url=cancel_url, danger=True)
