"""What only an import of placements has: the empty list to fill in, and the new participants' codes."""

from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from apps.accounts.access import require
from apps.core import exports
from apps.interchange import placement_journal
from apps.interchange.choices import PERMISSIONS, BatchState, ImportKind
from apps.interchange.models import ImportBatch
from apps.interchange.placement_fields import PlacementField

PERMISSION, SEE_CODES = PERMISSIONS[ImportKind.PLACEMENTS], "placements.view_participant"
MOST_SHOWN = 100


@require_safe
@permission_required(PERMISSION, raise_exception=True)
def import_template(request):
    """An empty list with the headings that need no choice of columns."""
    require(request, PERMISSION)
    return exports.csv_response([exports.Column(field.label) for field in PlacementField], [], "placeringar-mall")


@require_safe
@permission_required([PERMISSION, SEE_CODES], raise_exception=True)
def import_codes(request, pk):
    """Placement number and code of each participant that the import made, for the matcher's own case system."""
    batch = get_object_or_404(_applied(request), pk=pk)
    rows = ((str(each), each.shown_code) for each in placement_journal.new_codes(batch, request.user))
    response = exports.csv_response(
        [exports.Column("Placering"), exports.Column("Deltagarkod")], rows, f"deltagarkoder-import-{batch.pk}"
    )
    response["Cache-Control"] = "no-store"
    return response


def codes_of(request, batch: ImportBatch) -> dict:
    """`new_codes` for the result page: shown once, to the person who imported; afterwards only `has_new_codes`."""
    is_placements = batch.kind == ImportKind.PLACEMENTS and batch.state == BatchState.APPLIED
    found = placement_journal.new_codes(batch, request.user) if is_placements else ImportBatch.objects.none()
    is_first = is_placements and request.session.pop("codes_to_show", None) == batch.pk
    return {"new_codes": list(found[:MOST_SHOWN]) if is_first else [], "has_new_codes": found.exists()}


def _applied(request):
    return ImportBatch.objects.visible_to(request.user, PERMISSION).filter(
        kind=ImportKind.PLACEMENTS, state=BatchState.APPLIED
    )
