"""The pages of union representatives: the consultations they are called to, and nothing else."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from apps.accounts.access import require
from apps.core.form_errors import try_action
from apps.core.lists import Column, ListPage, list_response
from apps.core.pages import posted_data, render_page
from apps.mbl import actions, assessment_cards, consultation_facts, parties, standing
from apps.mbl.document_views import beside
from apps.mbl.models import Consultation
from apps.mbl.models.consultation import SEE_CALLED
from apps.mbl.settings_pages import METHODS
from apps.mbl.union_cards import asked, meeting_on
from apps.mbl.union_forms import AssessmentFilter, RequestForm, UnionApproveForm, UnionFilter

HEADING = "Våra förhandlingar"
NO_UNION = "Du är inte kopplad till någon facklig organisation än. Be den som är administratör att göra det."
ASKED = "Begäran är lämnad. Undantaget gäller inte längre, och {department} ska kalla er (38 § MBL)."
KINDS = {"called": "warn", "adjourned": "warn", "disagreed": "warn", "closed": "good"}


@require_safe
@permission_required(SEE_CALLED, raise_exception=True)
def union_start(request):
    """The consultations the union is called to, and those exempted, with what is asked of it."""
    organisation, today = require(request, SEE_CALLED), timezone.localdate()
    period = standing.period_of(organisation)
    rows = parties.rows_of_unions(request.user).filter(organisation=organisation)
    columns = [
        Column("title", "Upphandling", lambda row: row.procurement.title, ("procurement__title",), url=_url),
        Column("department", "Förvaltning", lambda row: row.department.name, ("department__name",)),
        Column("union", "Organisation", lambda row: row.union.name, ("union__sort_key",)),
        Column("stage", "Steg", lambda row: f"{row.get_stage_display()}, {row.paragraph} §", ("stage", "paragraph")),
        Column("state", "Läge", lambda row: row.get_state_display(), ("state",), tone=_tone),
        Column("meeting", "Möte", meeting_on, ("meeting_on",), kind="date"),
        Column("asked", "Begärs av er", lambda row: asked(row, today, period).text),
    ]
    page = list_response(
        request,
        rows.select_related("procurement", "department", "union", "agreement"),
        columns=columns,
        form=UnionFilter(request.GET),
        default_sort="-meeting",
        caption="Förhandlingar",
        filename="forhandlingar",
        one="förhandling",
    )
    if not isinstance(page, ListPage):
        return page
    unions = parties.unions_in(request.user, organisation)
    lead = f"Ni som företräder {', '.join(unions)} i {organisation}." if unions else NO_UNION
    return render_page(request, "mbl/union_start.html", {"list": page, "heading": HEADING, "lead": lead})


@require_safe
@permission_required(SEE_CALLED, raise_exception=True)
def union_assessments(request):
    """What departments have assessed to need no consultation, with the motive."""
    organisation = require(request, SEE_CALLED)
    columns = [
        Column("title", "Upphandling", lambda row: row.procurement.title, ("procurement__title",), url=_assessment_url),
        Column("department", "Förvaltning", lambda row: row.department.name, ("department__name",)),
        Column("decided", "Bedömt", lambda row: row.decided_on, ("decided_on",), kind="date"),
        Column("motive", "Motiv till ej MBL-pliktig", lambda row: row.not_required_motive),
    ]
    page = list_response(
        request,
        parties.assessments_of_unions(request.user)
        .filter(organisation=organisation)
        .select_related("procurement", "department"),
        columns=columns,
        form=AssessmentFilter(request.GET),
        default_sort="-decided",
        caption="Bedömningar",
        filename="ej-mbl-pliktiga",
        one="bedömning",
    )
    if not isinstance(page, ListPage):
        return page
    crumbs = _crumbs(("Ej MBL-pliktiga", None))
    return render_page(request, "mbl/union_assessments.html", {"list": page, "breadcrumbs": crumbs})


@require_safe
@permission_required(SEE_CALLED, raise_exception=True)
def union_assessment(request, pk):
    """An assessment that came to no consultation, with its answers and motives."""
    rows = parties.assessments_of_unions(request.user).select_related("procurement", "department", "decided_by")
    assessment = get_object_or_404(rows, pk=pk)
    listed = ("Ej MBL-pliktiga", reverse("union_assessments"))
    context = {
        "assessment": assessment,
        "facts": assessment_cards.facts(assessment),
        "answers": assessment_cards.answer_rows(assessment),
        "breadcrumbs": _crumbs(listed, (assessment.procurement.title, None)),
    }
    return render_page(request, "mbl/union_assessment.html", context)


@require_safe
@permission_required(SEE_CALLED, raise_exception=True)
def union_consultation(request, pk):
    """A row as the union sees it: matter, proposal, material, the assessment with its motives, meeting, minutes."""
    row, today = _row(request, pk), timezone.localdate()
    todo = asked(row, today, standing.period_of(row.organisation))
    context = {
        "consultation": row,
        "todo": todo,
        "facts": consultation_facts.facts(row),
        "minutes": consultation_facts.minutes(row),
        "assessment_facts": assessment_cards.facts(row.assessment),
        "answers": assessment_cards.answer_rows(row.assessment),
        "beside": beside(request.user, row),
        "breadcrumbs": _crumbs((row.procurement.title, None)),
    }
    return render_page(request, "mbl/union_consultation.html", context)


@require_http_methods(METHODS)
@permission_required(SEE_CALLED, raise_exception=True)
def union_approve(request, pk):
    """The union approves the minutes (16 § MBL)."""
    row, today = _row(request, pk), timezone.localdate()
    initial = UnionApproveForm.initial_from(row) | {"approved_on": today}
    form = UnionApproveForm(posted_data(request), initial=initial, cancel_url=_url(row))
    if request.method == "POST" and form.is_valid():
        save = partial(actions.approve_minutes, by=request.user, consultation=row, today=today)
        values = {"approved_on": form.cleaned_data["approved_on"], "seen": form.cleaned_data["version"]}
        if try_action(form, Consultation, partial(save, **values)):
            messages.success(request, "Sparat. Protokollet är justerat av facket.")
            return redirect(_url(row))
    lead = "Läs protokollet bland handlingarna först (16 § MBL)."
    return _form_page(request, form, row, "Justera protokollet för facket", lead)


@require_http_methods(METHODS)
@permission_required(SEE_CALLED, raise_exception=True)
def union_request(request, pk):
    """The union asks for negotiation about a row that is exempted (38 § MBL, fact 46)."""
    row, today = _row(request, pk), timezone.localdate()
    form = RequestForm(posted_data(request), initial=RequestForm.initial_from(row), cancel_url=_url(row))
    if request.method == "POST" and form.is_valid():
        move = partial(actions.move, by=request.user, consultation=row, key="reopen", today=today)
        if try_action(form, Consultation, partial(move, seen=form.cleaned_data["version"])):
            messages.success(request, ASKED.format(department=row.department))
            return redirect(_url(row))
    lead = f"{row.department} har undantagit upphandlingen från 38 § MBL. Begär ni förhandling gäller inte undantaget."
    return _form_page(request, form, row, "Begär förhandling", lead)


def _row(request, pk) -> Consultation:
    related = ("union", "agreement", "department", "organisation", "procurement", "supplier", "assessment__decided_by")
    rows = parties.rows_of_unions(request.user).select_related(*related, "assessment__department")
    return get_object_or_404(rows, pk=pk)


def _form_page(request, form, row: Consultation, heading: str, lead: str):
    trail = _crumbs((row.procurement.title, _url(row)), (heading, None))
    context = {"form": form, "heading": heading, "lead": lead, "eyebrow": str(row), "breadcrumbs": trail, "shown": row}
    return render_page(request, "_parts/form_page.html", context)


def _crumbs(*rest: tuple[str, str | None]) -> list[tuple[str, str | None]]:
    return [(HEADING, reverse("union_start")), *rest]


def _url(row: Consultation) -> str:
    return reverse("union_consultation", args=[row.pk])


def _assessment_url(assessment) -> str:
    return reverse("union_assessment", args=[assessment.pk])


def _tone(row: Consultation) -> str:
    return KINDS.get(row.state, "neutral")
