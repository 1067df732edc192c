"""The pages of items and their goals."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from apps.actionplans import crumbs, forms
from apps.actionplans import item_actions as actions
from apps.actionplans.models import CHANGE, VIEW, Item, ProgressNote, Seminar
from apps.actionplans.plan_views import METHODS, seen_plan
from apps.actionplans.queries import item_card
from apps.core.form_errors import try_action
from apps.core.pages import posted_data, render_page
from apps.procurements.models import GuidelineVersion, Procurement


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def planitem_create(request, pk):
    """Add an item to a plan."""
    plan = seen_plan(request, pk, CHANGE)
    form = forms.NewItemForm(posted_data(request), plan=plan, cancel_url=plan.get_absolute_url())
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data | {"plan": plan}
        if made := try_action(form, Item, lambda: actions.create_item(by=request.user, **values)):
            messages.success(request, "Sparat. Lägg nu in punktens mål.")
            return redirect(made)
    context = {"form": form, "plan": plan, "heading": "Ny punkt", "lead": ""}
    return render_page(request, "_parts/form_page.html", context | {"breadcrumbs": crumbs.of_plan(plan, "Ny punkt")})


@require_safe
@permission_required(VIEW, raise_exception=True)
def planitem_detail(request, pk):
    """One item: why, who, its goals, how it goes and what it is about."""
    item, today = seen_item(request, pk, VIEW), timezone.localdate()
    number = item.plan.items.filter(position__lte=item.position).count()
    context = {
        "item": item,
        "card": item_card(item, number, today, item.plan),
        "links": _links(request.user, item),
        "seminars": Seminar.objects.visible_to(request.user, VIEW).filter(links__item=item),
        "notes": item.notes.select_related("written_by"),
        "may_change": request.user.has_perm(CHANGE, item.organisation),
        "earlier": Item.objects.visible_to(request.user, VIEW).select_related("plan").filter(pk=item.carried_from_id),
        "later": Item.objects.visible_to(request.user, VIEW).select_related("plan").filter(carried_from=item),
        "breadcrumbs": crumbs.of_item(item),
    }
    return render_page(request, "actionplans/item_detail.html", context)


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def planitem_update(request, pk):
    """Change an item."""
    item = seen_item(request, pk, CHANGE)
    form = forms.ChangeItemForm(
        posted_data(request),
        initial=forms.ChangeItemForm.initial_from(item),
        plan=item.plan,
        responsible=item.responsible_id,
        cancel_url=item.get_absolute_url(),
    )
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data | {"item": item}
        if try_action(form, Item, lambda: actions.update_item(by=request.user, **values)):
            messages.success(request, "Ändringarna är sparade.")
            return redirect(item)
    return item_form(request, form, item, "Ändra punkten")


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def planitem_state(request, pk):
    """Say how an item stands."""
    item = seen_item(request, pk, CHANGE)
    held = {"state": item.state, "moved_reason": item.moved_reason}
    form = forms.StateForm(posted_data(request), initial=held, item=item, cancel_url=item.get_absolute_url())
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data | {"item": item}
        if saved := try_action(form, Item, lambda: actions.set_item_state(by=request.user, **values)):
            messages.success(request, f"Sparat. Punkten är nu: {saved.get_state_display()}.")
            return redirect(item)
    return item_form(request, form, item, "Ändra läge")


@require_POST
@permission_required(CHANGE, raise_exception=True)
def planitem_move(request, pk, way):
    """Let an item change places with its neighbour. The page says that the order is no ranking."""
    item = seen_item(request, pk, CHANGE)
    actions.move_item(by=request.user, item=item, up=way == "upp")
    messages.success(request, f"”{item.title}” är flyttad {'uppåt' if way == 'upp' else 'nedåt'}.")
    return redirect(item.plan)


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def planitem_delete(request, pk):
    """Ask, and then take an item away from a draft."""
    item = seen_item(request, pk, CHANGE)
    form = forms.PressForm(posted_data(request))
    if request.method == "POST" and form.is_valid():
        try_action(form, Item, lambda: actions.delete_item(by=request.user, item=item))
        if not form.errors:
            messages.success(request, f"”{item.title}” är borttagen ur utkastet.")
            return redirect(item.plan)
    told = f"”{item.title}” och dess mål tas bort ur utkastet. Historiken behåller vad som stod."
    return ask(request, form, item, ("Ta bort punkten?", told, "Ta bort punkten"))


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def plannote_create(request, pk):
    """Write how an item goes."""
    item = seen_item(request, pk, CHANGE)
    form = forms.NoteForm(posted_data(request), cancel_url=item.get_absolute_url())
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data | {"item": item}
        if try_action(form, ProgressNote, lambda: actions.write_note(by=request.user, **values)):
            messages.success(request, "Sparat. Anteckningen står överst.")
            return redirect(item)
    return item_form(request, form, item, "Skriv en lägesanteckning")


def seen_item(request, pk, perm: str) -> Item:
    """The item with its plan, when the user holds the permission about it; 404 else."""
    rows = Item.objects.visible_to(request.user, perm).select_related("plan__organisation", "organisation")
    rows = rows.select_related("responsible").prefetch_related("goals", "taking_part__department")
    return get_object_or_404(rows.prefetch_related("taking_part__organisation"), pk=pk)


def item_form(request, form, item: Item, heading: str, lead: str = ""):
    """A page with one form about an item."""
    context = {"form": form, "plan": item.plan, "heading": heading, "lead": lead or item.title}
    return render_page(request, "_parts/form_page.html", context | {"breadcrumbs": crumbs.of_item(item, heading)})


def ask(request, form, item: Item, words: tuple[str, str, str]):
    """A question about an item: `words` are the question, what follows from yes, and the button."""
    heading, told, label = words
    context = {"form": form, "plan": item.plan, "heading": heading, "consequence": told, "confirm_label": label}
    context |= {"cancel_url": item.get_absolute_url(), "breadcrumbs": crumbs.of_item(item, heading)}
    return render_page(request, "actionplans/confirm.html", context)


def _links(user, item: Item) -> list[tuple[str, str]]:
    """What the item is about, of what the user may see."""
    perm, links = "procurements.view_procurement", item.links.all()
    procurements = Procurement.objects.visible_to(user, perm).filter(pk__in=links.values("procurement"))
    guidelines = GuidelineVersion.objects.visible_to(user, perm).filter(pk__in=links.values("guideline"))
    return [(str(each), each.get_absolute_url()) for rows in (procurements, guidelines) for each in rows]
