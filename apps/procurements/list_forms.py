"""Shape of the form that gives many procurements a responsible officer."""

from django import forms

from apps.core.forms import StegetForm
from apps.procurements import queries
from apps.procurements.models import Procurement

STALE = "Någon annan har ändrat ansvarig sedan du öppnade sidan: {said}. Tryck igen om ditt val ska gälla."


class AssignForm(StegetForm):
    """Who becomes responsible, and who was when the page was shown (`seen`: "12:3" is procurement 12, person 3)."""

    responsible = forms.ModelChoiceField(label="Ansvarig upphandlare", queryset=None)
    status = 422

    def __init__(self, data, *, rows: list[Procurement], organisation, **kwargs):
        super().__init__(data, **kwargs)
        self.fields["responsible"].queryset = queries.people_for(organisation)
        self.was_sent = data.getlist("seen") if data else []
        self.shown = [f"{row.pk}:{row.responsible_id or ''}" for row in rows]

    def seen(self) -> dict[int, int | None]:
        """Who was responsible, by procurement, when the confirmation was shown."""
        pairs = [text.partition(":")[::2] for text in self.was_sent]
        return {int(key): int(person) if person else None for key, person in pairs if (key + person).isdigit()}

    def show_stale(self, rows: list[Procurement]) -> None:
        """Say who is responsible now; sent once more the choice holds."""
        said = ", ".join(f"{row} har nu {row.responsible or 'ingen ansvarig'}" for row in rows)
        self.add_error(None, STALE.format(said=said))
        self.status = 409
