"""The wizard: choose a file, choose columns, look, import, and take it back.

Each kind of file has its own permission; a person sees and imports the kinds they may.
"""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from apps.core.form_errors import show_errors
from apps.core.lists import Column, ListPage, list_response
from apps.core.pages import posted_data, render_page
from apps.interchange import actions, forms, queries, tasks
from apps.interchange.choices import PERMISSIONS, BatchState, ImportKind
from apps.interchange.kinds import KINDS, kinds_for
from apps.interchange.models import ImportBatch
from apps.interchange.placement_views import codes_of

_TONES = {BatchState.APPLIED: "good", BatchState.FAILED: "bad", BatchState.CHECKED: "warn"}
COLUMNS = [
    Column("created_at", "Hämtad", lambda row: row.created_at, ("created_at",), "date"),
    Column("kind", "Innehåll", lambda row: row.get_kind_display()),
    Column("filename", "Fil", lambda row: row.filename, ("filename",), url=lambda row: row.get_absolute_url()),
    Column("state", "Läge", lambda row: row.get_state_display(), tone=lambda row: _TONES.get(row.state, "neutral")),
    Column("rows", "Rader", lambda row: row.counts.get("rows"), kind="number"),
    Column("problems", "Problem", lambda row: row.counts.get("problems"), kind="number"),
    Column("by", "Av", lambda row: row.created_by and str(row.created_by)),
]


@require_safe
@login_required
def import_list(request):
    """All imports of the organisation, newest first."""
    kinds = _kinds(request)
    rows = ImportBatch.objects.importable_by(request.user).filter(organisation=request.organisation)
    page = list_response(
        request,
        rows.select_related("created_by").defer("content"),
        columns=COLUMNS,
        form=forms.BatchFilter(request.GET),
        default_sort="-created_at",
        caption="Importer",
        one="import",
        filename="importer",
    )
    if not isinstance(page, ListPage):
        return page
    context = {"list": page, "imports_placements": ImportKind.PLACEMENTS in kinds}
    return render_page(request, "interchange/import_list.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def import_create(request):
    """Step 1: the file."""
    kinds = _kinds(request)
    form = forms.UploadForm(
        posted_data(request),
        request.FILES or None,
        kinds=kinds,
        initial={"kind": request.GET.get("vad")},
        cancel_url=reverse("import_list"),
    )
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            batch = actions.upload(
                by=request.user,
                organisation=request.organisation,
                kind=form.chosen_kind,
                filename=file.name,
                content=file.read(),
                token=form.cleaned_data["token"],
            )
            return redirect("import_mapping", batch.pk)
        except ValidationError as error:
            show_errors(form, error)
    context = {"form": form, "steps": queries.steps(1), "breadcrumbs": _crumbs("Ny import")}
    context["imports_placements"] = ImportKind.PLACEMENTS in kinds
    context["imports_contracts"] = ImportKind.REGISTER in kinds
    return render_page(request, "interchange/import_create.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def import_mapping(request, pk):
    """Step 2: which column is which field."""
    batch = _batch(request, pk)
    if batch.state not in {BatchState.UPLOADED, BatchState.CHECKED, BatchState.FAILED}:
        return redirect("import_check", pk)
    form = forms.ColumnsForm(
        posted_data(request),
        headings=queries.headings(batch, request.user),
        mapping=batch.mapping,
        fields=[(str(field), field.label) for field in KINDS[batch.kind].fields],
        nothing="Läs inte kolumnen" if batch.kind == ImportKind.PLACEMENTS else "Ta inte med som eget fält",
        cancel_url=reverse("import_list"),
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.choose_columns(by=request.user, batch=batch, names=form.names)
            return _work(batch)
        except ValidationError as error:
            show_errors(form, error)
    context = {"form": form, "batch": batch, "steps": queries.steps(2), "breadcrumbs": _crumbs(batch.filename)}
    return render_page(request, "interchange/import_mapping.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def import_check(request, pk):
    """Step 3: what would happen; the press that makes it happen; and how far it has come."""
    batch = _batch(request, pk)
    if request.method == "POST" and batch.state == BatchState.CHECKED:
        try:
            actions.confirm(by=request.user, batch=batch)
            request.session["codes_to_show"] = batch.pk  # never a code: those are read when the page is shown
            return _work(batch)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return redirect("import_check", pk)
    if batch.is_working or batch.state == BatchState.FAILED:
        context = {"batch": batch, "steps": queries.steps(3), "breadcrumbs": _crumbs(batch.filename)}
        context["progress_text"] = f"{batch.progress_done} av {batch.progress_total} rader"
        return render_page(request, "interchange/import_progress.html", context)
    if batch.state != BatchState.CHECKED:
        return redirect("import_mapping" if batch.state == BatchState.UPLOADED else "import_result", pk)
    return render_page(request, "interchange/import_check.html", _rows_context(request, batch, step=3))


@require_safe
@login_required
def import_result(request, pk):
    """Step 4: what was done, row by row, with the way back."""
    batch = _batch(request, pk)
    if batch.state not in {BatchState.APPLIED, BatchState.UNDONE, BatchState.DISCARDED}:
        return redirect("import_check", pk)
    context = _rows_context(request, batch, step=5) | codes_of(request, batch)
    return render_page(request, "interchange/import_result.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def import_undo(request, pk):
    """Ask, then restore the state before the import, or name what stands in the way."""
    batch = _batch(request, pk)
    if batch.state != BatchState.APPLIED:
        return redirect("import_check", pk)
    obstacles: list[str] = []
    if request.method == "POST":
        try:
            kept = actions.undo(by=request.user, batch=batch)
            messages.success(request, f"Importen av {batch.filename} är ångrad.{_kept(kept)}")
            return redirect("import_result", pk)
        except ValidationError as error:
            obstacles = error.messages
    context = {"batch": batch, "obstacles": obstacles, "breadcrumbs": _crumbs(batch.filename)}
    return render_page(request, "interchange/import_undo.html", context, status=409 if obstacles else 200)


@require_POST
@login_required
def import_discard(request, pk):
    """Throw a file away that was not imported."""
    batch = _batch(request, pk)
    try:
        actions.discard(by=request.user, batch=batch)
        messages.success(request, f"{batch.filename} är borttagen. Inget importerades.")
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect("import_list")


def _kinds(request) -> list[ImportKind]:
    """What the user may import to the active organisation. Raises PermissionDenied when it is nothing."""
    found = kinds_for(request.user, request.organisation) if request.organisation else []
    if not found:
        raise PermissionDenied
    return found


def _batch(request, pk) -> ImportBatch:
    """The import, when the user may import its kind there; else 404, and 403 for those who may import nothing."""
    if not any(request.user.has_perm(perm) for perm in PERMISSIONS.values()):
        raise PermissionDenied
    return get_object_or_404(ImportBatch.objects.importable_by(request.user), pk=pk)


def _work(batch: ImportBatch):
    """Short files at once, long ones by a worker; either way the next page tells how it went."""
    if batch.progress_total <= actions.BACKGROUND_ROWS:
        tasks.run_now(batch)
    else:
        tasks.ring()
    return redirect("import_check", batch.pk)


def _rows_context(request, batch: ImportBatch, *, step: int) -> dict:
    tabs, status = queries.tabs(batch, request.GET.get("visa", ""))
    return {
        "batch": batch,
        "lead": queries.sentence(batch) if batch.counts else "Filen importerades aldrig.",
        "steps": queries.steps(step),
        "tabs": tabs,
        "page_obj": queries.rows_page(batch, status, request.GET.get("page"), request.user),
        "query": f"{request.path}?visa={status}",
        "row_heading": "Placering" if batch.kind == ImportKind.PLACEMENTS else "Avtal",
        "breadcrumbs": _crumbs(batch.filename),
    }


def _kept(names: list[str]) -> str:
    return f" Kvar finns {', '.join(names[:5])}, som används av andra." if names else ""


def _crumbs(last: str) -> list[tuple[str, str | None]]:
    return [("Importer", reverse("import_list")), (last, None)]
