"""The gate's visits to what the unions see, to documents and comments, and to the overview of the consultations."""

from django.core.files.base import ContentFile

from apps.mbl.models import Assessment, Comment, Consultation, Document, Veto
from procurement_csr.tests.gate_visit import BOTH, EMPTY, Visit

CALLED_VISITS = (
    Visit("mbl_overview", "department"),
    Visit("mbl_overview", "officer", query="?status=late"),
    Visit("procurement_detail", "officer", "vetoed_procurement"),
    Visit("union_start", "union"),
    Visit("union_start", "union", query="?state=exempt"),
    Visit("union_consultation", "union", "called_row"),
    Visit("union_consultation", "union", "exempt_row"),
    Visit("union_approve", "union", "called_row", refuses=BOTH),
    Visit("union_request", "union", "exempt_row"),
    Visit("union_assessments", "union"),
    Visit("union_assessment", "union", "not_required_assessment"),
    Visit("comment_create", "union", "called_row", refuses=(EMPTY,)),
    Visit("comment_create", "department", "own_called_row", refuses=(EMPTY,)),
    Visit("document_create", "department", "own_called_row", refuses=BOTH),
    Visit("document_delete", "department", "document"),
    Visit("consultation_detail", "department", "own_called_row"),
)
NAME = f"Underlag för förhandling om städning {'U' * 60} slutversion granskad.pdf"


def addresses_of_called(organisation) -> dict:
    """The demo world's called and exempted rows of Kommunal, with a long file name and comment beside them."""
    rows = Consultation.objects.filter(organisation=organisation, union__representatives__user__isnull=False)
    called = rows.filter(state="called").first()
    department = organisation.departments.get(name="Fastighetsförvaltningen")
    own = rows.filter(department=department, stage="B").exclude(state="closed").first()
    for row in (called, own):
        Comment.objects.create(consultation=row, text=f"Vi saknar en riskbedömning. {'R' * 70}", by=None)
        content = ContentFile(b"%PDF-1.7\n%%EOF", name="a.pdf")
        about = {"kind": "material", "content_type": "application/pdf", "size": 14, "sha256": "0" * 64}
        document = Document.objects.create(consultation=row, title=NAME, file=content, **about)
    free = Assessment.objects.filter(organisation=organisation).exclude(not_required_motive="").first()
    return {
        "called_row": called.pk,
        "own_called_row": own.pk,
        "exempt_row": rows.filter(state="exempt").first().pk,
        "document": document.pk,
        "not_required_assessment": free.pk,
        "vetoed_procurement": Veto.objects.filter(procurement__organisation=organisation).first().procurement_id,
    }
