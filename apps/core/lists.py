"""Every list of the product: filters in the URL, Swedish order, stable paging, chips and export as filtered."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from operator import attrgetter
from typing import Any

from django import forms
from django.core.paginator import Page, Paginator
from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string

from apps.core.exports import csv_response, xlsx_response
from apps.core.formats import display, number
from apps.core.forms import begin_choices_with_capitals
from apps.core.paging import for_pages

PER_PAGE = 50
SHORT = 10
EXPORTED_AT_ONCE = 2000
PART, LIST = "del", "lista"


@dataclass(frozen=True)
class Column:
    """A column of a list and of its export.

    `value` takes a row and gives the typed value; `order` names the fields it sorts by (empty: not sortable);
    `kind` is text, number, decimal (one decimal), money, date, percent or phone; `url` gives the cell's link; `tone`
    gives a tag's tone (neutral, good, warn, bad, info or a placement kind) or None for plain text; `mark` gives a tag
    beside the text, `note` a small line under it; `shown` gives the page other words than the value, which files keep.
    `bar` gives whole percent, 0 to 100, of a bar under the text, or None for no bar.
    The page has what fits beside each other; a column that `is_only_in_files` stands in the export alone.
    On phones a row is a card: what `is_only_on_wide` is left out there, when the row's own page tells it.
    """

    key: str
    label: str
    value: Callable[[Any], Any]
    order: tuple[str, ...] = ()
    kind: str = "text"
    url: Callable[[Any], str] | None = None
    tone: Callable[[Any], str | None] | None = None
    mark: Callable[[Any], str] | None = None
    note: Callable[[Any], str] | None = None
    shown: Callable[[Any], str] | None = None
    bar: Callable[[Any], int | None] | None = None
    is_only_in_files: bool = False
    is_only_on_wide: bool = False

    @property
    def is_number(self) -> bool:
        return self.kind in {"number", "decimal", "money", "percent"}


class FilterForm(forms.Form):
    """A GET form whose cleaned, non-empty values filter a list. Subclasses add fields and override `apply`.

    The search field is `q`. Invalid values filter nothing and keep their message beside the field. The fields in
    `folded` are rarely used: they stand under "Fler filter".
    """

    folded: tuple[str, ...] = ()

    q = forms.CharField(label="Sök", required=False, max_length=200)
    use_required_attribute = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for each in self.fields.values():
            begin_choices_with_capitals(each)

    @property
    def search_field(self) -> forms.BoundField:
        """The first field, which is always seen."""
        return self.visible_fields()[0]

    @property
    def common_fields(self) -> list[forms.BoundField]:
        """The fields after the search that are not folded."""
        return [field for field in self.visible_fields()[1:] if field.name not in self.folded]

    @property
    def folded_fields(self) -> list[forms.BoundField]:
        """The rarely used fields, in the form's order."""
        return [field for field in self.visible_fields()[1:] if field.name in self.folded]

    @property
    def is_folded_in_use(self) -> bool:
        """Whether a rarely used field filters or says what is wrong with it; then it must be seen."""
        return any(name in self.chosen() or name in self.errors for name in self.folded)

    def chosen(self) -> dict[str, Any]:
        """Field name to cleaned value, only for fields that were filled in correctly."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value not in (None, "", [], False)}

    def apply(self, rows: QuerySet) -> QuerySet:
        """The rows that match what was chosen."""
        chosen = self.chosen()
        return rows.search(chosen["q"]) if "q" in chosen else rows

    def chip_text(self, name: str, value: Any) -> str:
        """What a removable chip says: "Förvaltning: Teknik"; of the words searched for not where they are searched."""
        bound = self[name]
        choices = dict(getattr(bound.field, "choices", None) or ()) if not hasattr(value, "_meta") else {}
        return f"{'Sök' if name == 'q' else bound.label}: {choices.get(value, display(value))}"


class ComputedRows(list):
    """Rows made in Python that a list sorts, pages and exports like those of a queryset.

    A filter form's `apply` gives them; a column's `order` then names their attributes. Bounded by what fits in memory.
    """

    def order_by(self, *orders: Any) -> "ComputedRows":
        """Sorted as a queryset would be; what is None comes last either way."""
        rows = list(self)
        for order in reversed(orders):
            is_named = isinstance(order, str)
            name = order.removeprefix("-") if is_named else order.expression.name
            is_falling = order.startswith("-") if is_named else order.descending
            known = sorted((row for row in rows if _has(row, name)), key=attrgetter(name), reverse=is_falling)
            rows = known + [row for row in rows if not _has(row, name)]
        return ComputedRows(rows)

    def iterator(self, chunk_size: int | None = None) -> Iterator[Any]:
        """All rows in order; they are in memory already."""
        return iter(self)


def _has(row: Any, name: str) -> bool:
    return getattr(row, name) is not None


@dataclass(frozen=True)
class Cell:
    text: str
    label: str
    is_number: bool = False
    url: str = ""
    tone: str = ""
    mark: str = ""
    note: str = ""
    bar: int | None = None
    is_only_on_wide: bool = False

    @property
    def is_short(self) -> bool:
        """Whether the text stays on one line: a date, a contract's number."""
        return len(self.text) <= SHORT


@dataclass(frozen=True)
class Heading:
    label: str
    is_number: bool
    sort_url: str = ""
    sort_state: str = ""


@dataclass(frozen=True)
class Row:
    """`chosen_by` is the value of the row's checkbox, empty when it has none."""

    cells: list[Cell]
    chosen_by: str = ""

    @property
    def name(self) -> str:
        return self.cells[0].text


@dataclass(frozen=True)
class Table:
    caption: str
    columns: list[Heading]
    rows: list[Row]

    @property
    def has_choices(self) -> bool:
        """Whether any row can be ticked."""
        return any(row.chosen_by for row in self.rows)


@dataclass(frozen=True)
class ListPage:
    """What a list template shows: `templates/_parts/list.html` draws all of it.

    `whose` tells for whom and in which organisation it was made, so that a page never mixes two.
    """

    table: Table
    page_obj: Page
    form: FilterForm
    chips: list[tuple[str, str]]
    query: str
    clear_url: str
    csv_url: str
    xlsx_url: str
    sort: str = ""
    is_filtered: bool = field(default=False)
    one: str = "rad"
    whose: str = ""

    @property
    def total(self) -> int:
        return self.page_obj.paginator.count

    @property
    def total_text(self) -> str:
        """How many there are: "128 upphandlingar", or "1 upphandling" with the noun `one`."""
        many = self.table.caption[:1].lower() + self.table.caption[1:]
        return f"{number(self.total)} {self.one if self.total == 1 else many}"

    @property
    def told(self) -> str:
        """What is said aloud when the list has followed its search field."""
        if not self.total:
            return "Inget passar filtren"
        return f"{self.total_text} passar filtren" if self.is_filtered else self.total_text


def list_response(
    request: HttpRequest,
    rows: QuerySet | ComputedRows,
    *,
    columns: list[Column],
    form: FilterForm,
    default_sort: str,
    caption: str,
    filename: str,
    one: str = "rad",
    per_page: int = PER_PAGE,
    may_choose: Callable[[Any], bool] = lambda row: False,
    read: Callable[[list[int]], list[Any]] | None = None,
    before_rows: Callable[[list[Any]], None] = lambda rows: None,
) -> ListPage | HttpResponseBase:
    """The list page for a request; its export when `?format=csv|xlsx` is asked for, or with `?del=lista` only the part
    that follows the search field as one types. The last two are responses, which a view returns as they are:
    `if not isinstance(page, ListPage)`.

    `rows` are those the user may see. `default_sort` is a column key, with a leading `-` for descending. `caption`
    is the noun in plural ("Upphandlingar") and `one` in singular; they head the table and say the total. Rows for which
    `may_choose` have a checkbox `rows` of the form with the id "chosen". `read` gives the rows of some keys, in their
    order: then `rows` only says which and in what order. `before_rows` gets the rows about to be shown, a page's or
    some thousands of an export's, to read at once what their columns need.
    Every order ends with the primary key, so that a row stands on exactly one page.
    """
    sort = _sort(request, columns, default_sort)
    rows = form.apply(rows).order_by(*_order(columns, sort))
    asked = request.GET.get("format")
    if asked in _EXPORTS:
        spec = [(column.label, column.kind) for column in columns]
        return _EXPORTS[asked](spec, _export_rows(rows, columns, read, before_rows), filename)
    columns = [column for column in columns if not column.is_only_in_files]
    page = Paginator(for_pages(rows, read), per_page).get_page(request.GET.get("page"))
    before_rows(list(page))
    chosen = form.chosen()
    made = ListPage(
        table=Table(caption, _headings(request, columns, sort), [_row(obj, columns, may_choose) for obj in page]),
        page_obj=page,
        form=form,
        chips=[(form.chip_text(name, value), _url(request, **{name: None})) for name, value in chosen.items()],
        query=_url(request, page=None),
        clear_url=request.path,
        csv_url=_url(request, format="csv"),
        xlsx_url=_url(request, format="xlsx"),
        sort=sort if sort != default_sort else "",
        is_filtered=bool(chosen),
        one=one,
        whose=_whose(request),
    )
    return _part(request, made) if request.GET.get(PART) == LIST else made


_EXPORTS = {"csv": csv_response, "xlsx": xlsx_response}


def _part(request: HttpRequest, page: ListPage) -> HttpResponse:
    """The part alone; what a field's error or an empty register has to say is left to the whole page."""
    if page.form.errors or not (page.total or page.is_filtered):
        return HttpResponseRedirect(_url(request))
    return HttpResponse(render_to_string("_parts/list_part.html", {"list": page}))


def _whose(request: HttpRequest) -> str:
    return f"{request.user.pk}-{request.organisation.pk if request.organisation else ''}"


def _sort(request: HttpRequest, columns: list[Column], default: str) -> str:
    asked = request.GET.get("sort", "")
    return asked if asked.removeprefix("-") in {column.key for column in columns if column.order} else default


def _order(columns: list[Column], sort: str) -> list:
    fields = next(column.order for column in columns if column.key == sort.removeprefix("-"))
    if sort.startswith("-"):
        return [*(F(name).desc(nulls_last=True) for name in fields), "-pk"]
    return [*(F(name).asc(nulls_last=True) for name in fields), "pk"]


def _headings(request: HttpRequest, columns: list[Column], sort: str) -> list[Heading]:
    headings = []
    for column in columns:
        if not column.order:
            headings.append(Heading(column.label, column.is_number))
            continue
        state = {column.key: "ascending", f"-{column.key}": "descending"}.get(sort, "")
        turned = f"-{column.key}" if state == "ascending" else column.key
        headings.append(Heading(column.label, column.is_number, _url(request, sort=turned, page=None), state))
    return headings


def _row(obj: Any, columns: list[Column], may_choose: Callable[[Any], bool]) -> Row:
    return Row(
        [
            Cell(
                text=column.shown(obj) if column.shown else display(column.value(obj), column.kind),
                label=column.label,
                is_number=column.is_number,
                url=column.url(obj) if column.url else "",
                tone=(column.tone(obj) or "") if column.tone else "",
                mark=column.mark(obj) if column.mark else "",
                note=column.note(obj) if column.note else "",
                bar=column.bar(obj) if column.bar else None,
                is_only_on_wide=column.is_only_on_wide,
            )
            for column in columns
        ],
        str(obj.pk) if may_choose(obj) else "",
    )


def _export_rows(
    rows: QuerySet | ComputedRows,
    columns: list[Column],
    read: Callable[[list[int]], list[Any]] | None,
    before_rows: Callable[[list[Any]], None],
) -> Iterator[list[Any]]:
    found = (rows.values_list("pk", flat=True) if read else rows).iterator(chunk_size=EXPORTED_AT_ONCE)
    while chunk := list(islice(found, EXPORTED_AT_ONCE)):
        chunk = read(chunk) if read else chunk
        before_rows(chunk)
        for obj in chunk:
            yield [column.value(obj) for column in columns]


def _url(request: HttpRequest, **changes: str | None) -> str:
    """The request's address with some parameters changed, removed when None; the format and the part never stick."""
    query: QueryDict = request.GET.copy()
    query.pop("format", None)
    query.pop(PART, None)
    for name, value in changes.items():
        query.pop(name, None)
        if value is not None:
            query[name] = value
    return f"{request.path}?{query.urlencode()}" if query else request.path
