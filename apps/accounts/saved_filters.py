"""Lists as a person has filtered them, kept under names of their own."""

from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict
from django.utils.module_loading import import_string

from apps.accounts.models import Organisation, SavedFilter
from apps.core.actions import action, change
from apps.core.addresses import page
from apps.core.questions import Given, Question

MOST = 30
TOO_MANY = f"Du har redan {MOST} sparade filter för listan. Ta bort något av dem först."
NOTHING = "Listan är inte filtrerad. Välj ett filter först, och spara det sedan."
TOO_LONG = "Urvalet är för långt för att sparas. Korta söktexten."


@dataclass(frozen=True)
class SavedLink:
    """One saved filter as a link above its list."""

    pk: int
    name: str
    url: str
    query: str
    is_current: bool


@dataclass(frozen=True)
class SavedFilters:
    """What a list shows above itself. `query` is how it is filtered now."""

    list: str
    query: str
    links: list[SavedLink]

    @property
    def may_save(self) -> bool:
        return bool(self.query) and not any(link.is_current for link in self.links)


def shown(request: HttpRequest, name: str) -> SavedFilters:
    """The signed-in person's filters of a list, in the active organisation."""
    query = clean(name, request.GET)
    rows = _SAVED.ask(user=request.user.pk, organisation=request.organisation.pk, list=name)
    start = page(name)
    links = [SavedLink(key, title, f"{start}?{saved}", saved, saved == query) for key, title, saved in rows]
    return SavedFilters(name, query, links)


def _saved() -> QuerySet:
    own = SavedFilter.objects.of(Given("user"), Given("organisation")).filter(list=Given("list"))
    return own.values_list("pk", "name", "query")


_SAVED = Question(_saved)


def permission_of(name: str) -> str | None:
    """Who may see the list; None when it is no list whose filters are saved."""
    return settings.SAVED_FILTER_LISTS[name][0] if name in settings.SAVED_FILTER_LISTS else None


def clean(name: str, sent: QueryDict) -> str:
    """The query string of a list with its own fields and its order only, in the form's order."""
    form = import_string(settings.SAVED_FILTER_LISTS[name][1])
    kept = QueryDict(mutable=True)
    for field in (*form.base_fields, "sort"):
        values = [value.strip() for value in sent.getlist(field) if value.strip()]
        if values:
            kept.setlist(field, values)
    return kept.urlencode()


@action
def save_filter(*, by, organisation: Organisation, name: str, title: str, query: str) -> SavedFilter:
    """Keep a list's filter under a name; the same once more changes nothing. Raises ValidationError in Swedish."""
    cleaned = clean(name, QueryDict(query))
    if not cleaned:
        raise ValidationError(NOTHING)
    if len(cleaned) > SavedFilter._meta.get_field("query").max_length:
        raise ValidationError(TOO_LONG)
    own = SavedFilter.objects.of(by, organisation).filter(list=name)
    if same := own.filter(name=title, query=cleaned).first():
        return same
    if own.count() >= MOST:
        raise ValidationError(TOO_MANY)
    row = SavedFilter(user=by, organisation=organisation, list=name)
    change(row, {"name": title, "query": cleaned})
    return row


@action
def remove_filter(*, by, saved: SavedFilter) -> None:
    """Take a saved filter away."""
    saved.delete()
