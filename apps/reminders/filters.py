"""What Mina uppgifter can be filtered by. The filters stand in the address and survive every answer."""

from django import forms
from django.http import QueryDict

from apps.accounts.access import holds_in
from apps.accounts.models import Department, Organisation, User
from apps.core.lists import FilterForm
from apps.core.questions import Given, Question
from apps.reminders import kinds
from apps.reminders.queries import DONE, LATER, OVERDUE, THIS_WEEK, VIEW, Choice

MINE = "mina"
PERIODS = [(OVERDUE, "försenade"), (THIS_WEEK, "inom en vecka"), (LATER, "senare"), (DONE, "klara")]


_DEPARTMENTS = Question(lambda: Department.objects.filter(organisation=Given("organisation")).values_list("pk", "name"))


class TaskFilter(FilterForm):
    """Whose, of which department, of which kind, and when."""

    q = forms.CharField(label="Sök uppgift", required=False, max_length=200)
    visa = forms.ChoiceField(choices=[("", ""), (MINE, "")], required=False, widget=forms.HiddenInput)
    period = forms.ChoiceField(label="När", choices=[("", "Alla"), *PERIODS], required=False)
    kind = forms.ChoiceField(label="Slag", choices=[("", "Alla"), *kinds.CHOICES], required=False)
    department = forms.ModelChoiceField(label="Förvaltning", queryset=None, required=False, empty_label="Alla")

    def __init__(self, *args, user: User, organisation: Organisation, **kwargs):
        super().__init__(*args, **kwargs)
        department = self.fields["department"]
        department.queryset = Department.objects.visible_to(user, VIEW).filter(organisation=organisation)
        rows = _DEPARTMENTS.ask(organisation=organisation.pk)
        seen = [(str(pk), name) for pk, name in rows if holds_in(user, VIEW, organisation.pk, pk)]
        department.choices = [("", department.empty_label), *seen]

    @property
    def choice(self) -> Choice:
        """What was asked for."""
        chosen = self.chosen()
        department = chosen.get("department")
        return Choice(
            only_mine=chosen.get("visa") == MINE,
            department_id=department.pk if department else None,
            kind=chosen.get("kind", ""),
            period=chosen.get("period", ""),
            words=chosen.get("q", ""),
            filters=kept(self.data),
        )

    def chips(self) -> list[tuple[str, str]]:
        """What is filtered by, each with the query string that takes it away."""
        chosen = {name: value for name, value in self.chosen().items() if name != "visa"}
        return [(self.chip_text(name, value), f"?{kept(self.data, without=name)}") for name, value in chosen.items()]


def kept(sent: QueryDict, *, without: str = "") -> str:
    """The query string of the task list's own filters only."""
    query = QueryDict(mutable=True)
    for name in TaskFilter.base_fields:
        value = sent.get(name, "").strip()
        if value and name != without:
            query[name] = value
    return query.urlencode()
