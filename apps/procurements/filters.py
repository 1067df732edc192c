"""What the lists of procurements and contracts can be filtered by."""

from datetime import date, timedelta
from functools import cache

from django import forms
from django.db.models import Q

from apps.core.lists import FilterForm
from apps.procurements.choices import (
    COMING_PHASES,
    DEAD_PHASES,
    Decision,
    Phase,
    ProcurementDecision,
    PurchaseKind,
    SocialFlag,
)
from apps.procurements.queries import divisions, filter_choices

MINE = "mina"
SOON = timedelta(days=180)
RUNNING, ENDING, ENDED = "pagar", "gar-ut", "slut"
COMING, GOING, OVER = "kommande", "pagaende", "avslutade"


def _any(label: str, choices) -> list[tuple[str, str]]:
    return [("", label), *choices]


class _OrganisationFilter(FilterForm):
    """Filters whose choices belong to one organisation."""

    department = forms.ModelChoiceField(label="Förvaltning", queryset=None, required=False, empty_label="Alla")

    def __init__(self, *args, organisation, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["department"].queryset = organisation.departments.all()


class ProcurementFilter(_OrganisationFilter):
    """The rows carry `decision` (queries.listed)."""

    folded = ("phase", "kind", "year", "social", "cpv")

    q = forms.CharField(label="Benämning, diarienummer, leverantör eller CPV", required=False, max_length=200)
    responsible = forms.ChoiceField(label="Ansvarig", required=False)
    group = forms.ChoiceField(
        label="Läge",
        choices=_any("Alla", [(COMING, "kommande"), (GOING, "pågår"), (OVER, "avslutade eller avbrutna")]),
        required=False,
    )
    phase = forms.ChoiceField(label="Fas", choices=_any("Alla", Phase.choices), required=False)
    kind = forms.ChoiceField(label="Vad som köps", choices=_any("Alla", PurchaseKind.choices), required=False)
    year = forms.ChoiceField(label="Planerad annonsering", required=False)
    decision = forms.ChoiceField(label="Krav", choices=_any("Alla", ProcurementDecision.choices), required=False)
    social = forms.ChoiceField(
        label="Social hänsyn enligt källan", choices=_any("Alla", SocialFlag.choices), required=False
    )
    cpv = forms.ModelChoiceField(label="CPV-huvudgrupp", queryset=None, required=False, empty_label="Alla")

    def __init__(self, *args, user, organisation, **kwargs):
        super().__init__(*args, organisation=organisation, **kwargs)
        self.user, self.organisation = user, organisation
        self.fields["cpv"].queryset = divisions()
        choices = cache(lambda: filter_choices(organisation))  # not asked when the panel is not drawn
        self.fields["responsible"].choices = lambda: [("", "Alla"), (MINE, "Mina"), *choices().people]
        self.fields["department"].choices = lambda: _any("Alla", choices().departments)
        self.fields["cpv"].choices = lambda: _any("Alla", choices().divisions)
        self.fields["year"].choices = lambda: _any("Alla år", [(str(year), str(year)) for year in choices().years])
        order = ["q", "responsible", "department", "group", "decision", "phase", "kind", "year", "social", "cpv"]
        self.order_fields(order)

    def apply(self, rows):
        chosen = self.chosen()
        rows = rows.search(chosen["q"], of=self.organisation) if "q" in chosen else rows
        rows = rows.filter(**{LOOKUPS[name]: value for name, value in chosen.items() if name in LOOKUPS})
        if "group" in chosen:
            rows = rows.filter(_group(chosen["group"]))
        if "responsible" in chosen:
            responsible = self.user.pk if chosen["responsible"] == MINE else chosen["responsible"]
            rows = rows.filter(responsible=responsible)
        return rows.filter(cpv__code__startswith=chosen["cpv"].code[:2]) if "cpv" in chosen else rows


LOOKUPS = {
    "department": "department",
    "phase": "phase",
    "kind": "kind",
    "year": "planned_publication_on__year",
    "decision": "decision",
    "social": "social_flag",
}


def _group(group: str) -> Q:
    if group == GOING:
        return ~Q(phase__in=(*COMING_PHASES, *DEAD_PHASES))
    return Q(phase__in=COMING_PHASES if group == COMING else DEAD_PHASES)


class ContractFilter(_OrganisationFilter):
    """The rows carry `decision`."""

    q = forms.CharField(label="Avtalsnummer, benämning eller leverantör", required=False, max_length=200)
    decision = forms.ChoiceField(label="Krav", choices=_any("Alla", Decision.choices), required=False)
    period = forms.ChoiceField(
        label="Avtalstid",
        choices=_any("Alla", [(RUNNING, "pågår"), (ENDING, "går ut inom ett halvår"), (ENDED, "har gått ut")]),
        required=False,
    )

    def __init__(self, *args, today: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = today
        self.order_fields(["q", "decision", "period", "department"])

    def apply(self, rows):
        rows, chosen = super().apply(rows), self.chosen()
        if "department" in chosen:
            rows = rows.filter(procurement__department=chosen["department"])
        if "decision" in chosen:
            rows = rows.filter(decision=chosen["decision"])
        return rows.filter(self._period(chosen["period"])) if "period" in chosen else rows

    def _period(self, period: str) -> Q:
        ended = Q(is_until_further_notice=False, ends_on__lt=self.today)
        if period == ENDED:
            return ended
        if period == ENDING:
            return Q(is_until_further_notice=False, ends_on__range=(self.today, self.today + SOON))
        return ~ended & (Q(starts_on=None) | Q(starts_on__lte=self.today))
