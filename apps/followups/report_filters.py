"""The lists of reports: what is to be asked for, is missing, is late, is to be looked at, and is done."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from django import forms
from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from apps.core.addresses import address
from apps.core.lists import Column, FilterForm
from apps.followups.choices import REPORT_POINTS, PointKind, PointState, RequestState
from apps.followups.models import Point, ReportRequest
from apps.followups.report_cards import counted_days, tone
from apps.followups.report_states import WRITABLE
from apps.procurements.models import Contract

# A report is asked for so long before it is due.
AHEAD = timedelta(days=45)
DONE = (RequestState.ACCEPTED, RequestState.WITHDRAWN)


@dataclass(frozen=True)
class Tab:
    """A list of its own. `empty` says what it will hold."""

    key: str
    label: str
    lead: str
    empty_title: str
    empty_text: str


TABS = (
    Tab(
        "begar",
        "Att begära",
        "Planen säger att de här rapporterna ska begäras. Kryssa i och begär många på en gång.",
        "Inget att begära nu",
        "Här visas rapporter 45 dagar innan de ska vara inne enligt avtalens uppföljningsplaner.",
    ),
    Tab(
        "saknas",
        "Saknas",
        "De här rapporterna är begärda och har inte kommit än.",
        "Ingen rapport saknas",
        "Här visas rapporter som är begärda men inte inne.",
    ),
    Tab(
        "sena",
        "Sena",
        "De här rapporterna skulle ha varit inne. En utebliven rapport är en brist.",
        "Ingen rapport är sen",
        "Här visas rapporter vars sista dag har gått.",
    ),
    Tab(
        "granska",
        "Att granska",
        "De här rapporterna har kommit och väntar på beslut: godta, begär komplettering eller underkänn.",
        "Inget att granska",
        "Här visas rapporter när leverantörerna har skickat dem.",
    ),
    Tab(
        "klara",
        "Klara",
        "De här rapporterna är avgjorda.",
        "Inga rapporter är klara än",
        "Här visas godtagna rapporter och begäranden som har tagits tillbaka.",
    ),
)
BY_KEY = {tab.key: tab for tab in TABS}


class ReportFilter(FilterForm):
    """By words and by what kind of report it is."""

    visa = forms.CharField(required=False, widget=forms.HiddenInput)
    kind = forms.ChoiceField(
        label="Rapport", required=False, choices=[("", "Alla"), *((kind.value, kind.label) for kind in REPORT_POINTS)]
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["q"].label = "Sök avtal eller leverantör"

    def chosen(self):
        """Which list it is filters nothing."""
        return {name: value for name, value in super().chosen().items() if name != "visa"}

    def apply(self, rows: QuerySet) -> QuerySet:
        chosen = self.chosen()
        if words := chosen.get("q"):
            rows = rows.filter(contract__in=Contract.objects.search(words))
        return rows.filter(kind=chosen["kind"]) if "kind" in chosen else rows


def requests_of(rows: QuerySet[ReportRequest], tab: str, today: date) -> QuerySet[ReportRequest]:
    """The requests that stand in the list."""
    if tab == "granska":
        return rows.filter(state=RequestState.RECEIVED)
    if tab == "klara":
        return rows.filter(state__in=DONE)
    missing = rows.filter(state__in=WRITABLE)
    return missing.filter(due_on__lt=today) if tab == "sena" else missing.filter(due_on__gte=today)


def points_of(rows: QuerySet[Point], today: date) -> QuerySet[Point]:
    """The days of plans whose report is to be asked for now: some supplier of the contract has not been asked."""
    live = ReportRequest.objects.filter(point=OuterRef("pk")).exclude(state=RequestState.WITHDRAWN)
    same = ReportRequest.objects.filter(
        contract=OuterRef("contract"), kind=OuterRef("kind"), due_on=OuterRef("due_on")
    ).exclude(state=RequestState.WITHDRAWN)
    rows = rows.filter(state=PointState.PLANNED, kind__in=REPORT_POINTS, due_on__lte=today + AHEAD)
    return rows.filter(~Exists(live), ~Exists(same), contract__parties__isnull=False).distinct()


def counts(requests: QuerySet[ReportRequest], points: QuerySet[Point], today: date) -> dict[str, int]:
    """How many stand in each list."""
    missing = Q(state__in=WRITABLE)
    found = requests.order_by().aggregate(
        saknas=Count("pk", filter=missing & Q(due_on__gte=today)),
        sena=Count("pk", filter=missing & Q(due_on__lt=today)),
        granska=Count("pk", filter=Q(state=RequestState.RECEIVED)),
        klara=Count("pk", filter=Q(state__in=DONE)),
    )
    return found | {"begar": points_of(points, today).count()}


def columns(tab: str, today: date) -> list[Column]:
    """The columns of the list."""
    return _point_columns(today) if tab == "begar" else _request_columns(tab, today)


def _request_columns(tab: str, today: date) -> list[Column]:
    is_settled = tab == "klara"
    last = [
        Column("settled", "Avgjord", lambda row: row.settled_at, ("settled_at",), "date")
        if is_settled
        else Column("received", "Inkommen", lambda row: row.received_at, ("received_at",), "date")
    ]
    return [
        _contract(lambda row: address("report_detail", row.pk), note=lambda row: row.supplier.name),
        Column("supplier", "Leverantör", lambda row: row.supplier.name, is_only_in_files=True),
        Column("kind", "Rapport", lambda row: row.get_kind_display(), ("kind",), shown=_short_kind),
        Column("due", "Senast", lambda row: row.due_on, ("due_on",), "date", note=_late(tab == "sena", today)),
        Column(
            "state",
            "Läge",
            lambda row: row.get_state_display(),
            ("state",),
            tone=lambda row: "bad" if tab == "sena" else tone(row.state),
        ),
        *(last if tab in ("klara", "granska") else []),
        Column("contact", "Kontaktperson", lambda row: row.contact_name, ("contact_name",), note=_no_address),
        Column("email", "E-postadress", lambda row: row.contact_email, is_only_in_files=True),
        Column("opened", "Länken öppnad", lambda row: row.opened_at, kind="date", is_only_in_files=True),
    ]


def _point_columns(today: date) -> list[Column]:
    return [
        _contract(lambda row: row.contract.get_absolute_url(), note=_suppliers),
        Column("supplier", "Leverantör", _suppliers, is_only_in_files=True),
        Column("kind", "Rapport", lambda row: PointKind(row.kind).label, ("kind",), shown=_short_kind),
        Column("due", "Senast", lambda row: row.due_on, ("due_on",), "date", note=_late(True, today)),
        Column("officer", "Ansvarig", _officer, is_only_in_files=True),
    ]


def _contract(url: Callable, note: Callable) -> Column:
    order = ("contract__number", "contract__title")
    return Column("contract", "Avtal", lambda row: row.contract.name, order, url=url, note=note)


def _late(is_shown: bool, today: date) -> Callable | None:
    if not is_shown:
        return None
    return lambda row: f"{counted_days((today - row.due_on).days)} sen" if row.due_on < today else ""


def _no_address(row: ReportRequest) -> str:
    return "" if row.contact_email or row.state in DONE else "ingen e-postadress"


def _short_kind(row: ReportRequest | Point) -> str:
    """Beside its supplier's name it need not be said whose the report is."""
    return "slutrapport" if row.kind == PointKind.FINAL_REPORT else "rapport"


def _officer(row: Point) -> str:
    return str(row.contract.procurement.responsible or "")


def _suppliers(row: Point) -> str:
    return ", ".join(each.name for each in row.contract.suppliers.all())
