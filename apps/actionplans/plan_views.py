"""The pages of plans: the list, one plan in four tabs, and what is decided about it as a whole."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.db.models import Count, Q
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from apps.accounts.access import require
from apps.actionplans import crumbs, forms, public_addresses, sections
from apps.actionplans import plan_actions as actions
from apps.actionplans.choices import PLAN_TONES, ItemState, PlanState
from apps.actionplans.models import CHANGE, VIEW, Plan
from apps.actionplans.queries import plan_page
from apps.core.form_errors import try_action
from apps.core.lists import Column, list_response
from apps.core.pages import posted_data, render_page
from apps.core.panels import panels

METHODS = ["GET", "HEAD", "POST"]
TABS = {"": "Lista", "kvartal": "Kvartal", "sena": "Försenat", "klara": "Klart"}
COLUMNS = [
    Column("title", "Plan", lambda plan: plan.title, order=("title",), url=Plan.get_absolute_url),
    Column("year", "År", lambda plan: str(plan.year), order=("year",)),
    Column("scope", "Gäller", lambda plan: plan.whom),
    Column(
        "state", "Läge", Plan.get_state_display, order=("state",), tone=lambda plan: PLAN_TONES[PlanState(plan.state)]
    ),
    Column("done", "Klara punkter", lambda plan: f"{plan.done_count} av {plan.item_count}"),
]


@require_safe
@permission_required(VIEW, raise_exception=True)
def actionplan_list(request):
    """The organisation's plans, the newest first, and the decided ones of all authorities."""
    organisation = require(request, VIEW)
    done = Count("items", filter=Q(items__state=ItemState.DONE), distinct=True)
    rows = Plan.objects.visible_to(request.user, VIEW).of(organisation).select_related("organisation")
    listed = list_response(
        request,
        rows.annotate(item_count=Count("items", distinct=True), done_count=done),
        columns=COLUMNS,
        form=forms.PlanFilter(request.GET),
        default_sort="-year",
        caption="Handlingsplaner",
        one="handlingsplan",
        filename="handlingsplaner",
    )
    if isinstance(listed, HttpResponseBase):
        return listed
    may_change = request.user.has_perm(CHANGE, organisation)
    context = {"list": listed, "create_url": reverse("actionplan_create") if may_change else ""}
    context["sections"] = sections.of("actionplan_list")
    return render_page(request, "actionplans/plan_list.html", context)


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def actionplan_create(request):
    """Begin a plan of the active organisation."""
    organisation = require(request, CHANGE)
    year = timezone.localdate().year
    initial = {"year": year, "title": f"Handlingsplan {year}", "scope": "organisation"}
    form = forms.NewPlanForm(posted_data(request), initial=initial, cancel_url=reverse("actionplan_list"))
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data | {"organisation": organisation}
        if made := try_action(form, Plan, lambda: actions.create_plan(by=request.user, **values)):
            messages.success(request, "Sparat. Planen är ett utkast. Lägg in dess punkter.")
            return redirect(made)
    context = {"form": form, "heading": "Ny handlingsplan", "shown": organisation}
    context |= {"lead": "En plan för ett år, med punkter som har mål."}
    context["breadcrumbs"] = [("Handlingsplaner", reverse("actionplan_list")), ("Ny handlingsplan", None)]
    return render_page(request, "_parts/form_page.html", context)


@require_safe
@permission_required(VIEW, raise_exception=True)
def actionplan_detail(request, pk):
    """One plan: its items in their order, by quarter, what is late and what is done."""
    plan, today = seen_plan(request, pk, VIEW), timezone.localdate()
    tab = request.GET.get("flik", "")
    tab = tab if tab in TABS else ""
    page = plan_page(plan, today)
    context = {
        "plan": plan,
        "page": page,
        "tab": tab,
        "tabs": [_tab(plan, page, key, tab) for key in TABS],
        "tag_text": plan.get_state_display(),
        "tag_kind": PLAN_TONES[PlanState(plan.state)],
        "may_change": request.user.has_perm(CHANGE, plan.organisation),
        "public_url": public_addresses.of_plan(plan) if plan.state == PlanState.PUBLISHED else "",
        "earlier": Plan.objects.visible_to(request.user, VIEW).filter(pk=plan.carried_from_id).first(),
        "later": Plan.objects.visible_to(request.user, VIEW).filter(carried_from=plan).first(),
        "panels": panels("actionplan", request, plan),
        "breadcrumbs": crumbs.of_plan(plan),
    }
    return render_page(request, "actionplans/plan_detail.html", context)


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def actionplan_update(request, pk):
    """Change what a plan is called and what it is for."""
    plan = seen_plan(request, pk, CHANGE)
    initial = forms.ChangePlanForm.initial_from(plan)
    form = forms.ChangePlanForm(posted_data(request), initial=initial, cancel_url=plan.get_absolute_url())
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data | {"plan": plan}
        if try_action(form, Plan, lambda: actions.update_plan(by=request.user, **values)):
            messages.success(request, "Ändringarna är sparade.")
            return redirect(plan)
    return plan_form(request, form, plan, "Ändra planen")


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def actionplan_decide(request, pk):
    """Put in the decision about the plan."""
    plan, today = seen_plan(request, pk, CHANGE), timezone.localdate()
    held = {"decided_by_body": plan.decided_by_body, "decided_on": plan.decided_on, "reference": plan.reference}
    form = forms.DecideForm(posted_data(request), initial=held, cancel_url=plan.get_absolute_url())
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data | {"plan": plan, "today": today}
        if try_action(form, Plan, lambda: actions.decide_plan(by=request.user, **values)):
            messages.success(request, "Sparat. Planen är beslutad. Ansvariga påminns nu om dess mål.")
            return redirect(plan)
    return plan_form(request, form, plan, "Lägg in beslutet", "När planen är beslutad påminns de ansvariga om målen.")


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def actionplan_publish(request, pk):
    """Ask, and then let anyone read the plan."""
    plan = seen_plan(request, pk, CHANGE)
    told = (
        f"Planen blir läsbar för alla på adressen {public_addresses.of_plan(plan)}: inledning, punkter, mål och läge. "
        "Ansvariga visas med roll, aldrig med namn, och lägesanteckningar visas inte. "
        "Kontrollera att ingen text i planen namnger någon."
    )
    run = partial(actions.publish_plan, by=request.user, plan=plan, now=timezone.now())
    said = "Planen är publicerad. Sidan kan ta några minuter på sig att synas överallt."
    return _press(request, plan, ("Publicera planen?", told, "Publicera"), run, said)


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def actionplan_unpublish(request, pk):
    """Ask, and then take the plan back from the web."""
    plan = seen_plan(request, pk, CHANGE)
    told = "Den öppna sidan försvinner inom några minuter. Planen är fortfarande beslutad och kan publiceras igen."
    run = partial(actions.unpublish_plan, by=request.user, plan=plan)
    said = "Planen är inte längre publicerad."
    return _press(request, plan, ("Sluta publicera planen?", told, "Sluta publicera"), run, said)


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def actionplan_carry(request, pk):
    """Ask, and then begin next year's plan with what is open in this one."""
    plan = seen_plan(request, pk, CHANGE)
    form = forms.CarryForm(posted_data(request))
    if request.method == "POST" and form.is_valid():
        token = form.cleaned_data["token"]
        if made := try_action(form, Plan, lambda: actions.carry_over(by=request.user, plan=plan, token=token)):
            messages.success(request, f"Sparat. Planen för {made.year} är ett utkast. Gå igenom målens dagar.")
            return redirect(made)
    told = (
        f"En ny plan för {plan.year + 1} får alla punkter som inte är klara, med mål som inte är nådda, samma månad "
        f"nästa år. I planen för {plan.year} blir de flyttade."
    )
    return _ask(request, form, plan, (f"Starta planen för {plan.year + 1}?", told, "Starta planen"))


def seen_plan(request, pk, perm: str) -> Plan:
    """The plan, when the user holds the permission about it; 404 else."""
    return get_object_or_404(Plan.objects.visible_to(request.user, perm).select_related("organisation"), pk=pk)


def plan_form(request, form, plan: Plan, heading: str, lead: str = ""):
    """A page with one form about a plan."""
    context = {"form": form, "plan": plan, "heading": heading, "lead": lead}
    return render_page(request, "_parts/form_page.html", context | {"breadcrumbs": crumbs.of_plan(plan, heading)})


def _press(request, plan: Plan, words: tuple[str, str, str], run, said: str):
    form = forms.PressForm(posted_data(request))
    if request.method == "POST" and form.is_valid() and try_action(form, Plan, run):
        messages.success(request, said)
        return redirect(plan)
    return _ask(request, form, plan, words)


def _ask(request, form, plan: Plan, words: tuple[str, str, str]):
    """A question about a plan: `words` are the question, what follows from yes, and the button."""
    heading, told, label = words
    context = {"form": form, "plan": plan, "heading": heading, "consequence": told, "confirm_label": label}
    context |= {"cancel_url": plan.get_absolute_url(), "breadcrumbs": crumbs.of_plan(plan, heading)}
    return render_page(request, "actionplans/confirm.html", context)


def _tab(plan: Plan, page, key: str, current: str) -> dict:
    count = {"sena": len(page.late), "klara": len(page.done_items)}.get(key)
    label = TABS[key] if count is None else f"{TABS[key]} ({count})"
    url = plan.get_absolute_url() + (f"?flik={key}" if key else "")
    return {"label": label, "url": url, "is_current": key == current}
