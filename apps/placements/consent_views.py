"""What residents have agreed to, and what suppliers were told about them."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.core.form_errors import try_action
from apps.core.pages import posted_data, render_page
from apps.placements import consent_actions, participant_queries
from apps.placements import participant_forms as forms
from apps.placements.choices import ConsentPurpose
from apps.placements.models import Consent, Disclosure, Participant, Placement

SEE_CODES, CHANGE = "placements.view_participant", "placements.change_placement"
METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def consent_create(request, pk):
    """Note what the resident has agreed to. `?placering=` is the key of the placement it is about."""
    rows = Participant.objects.with_code_shown_to(request.user).visible_to(request.user, CHANGE)
    participant = get_object_or_404(rows.select_related("organisation"), pk=pk)
    today, placement = timezone.localdate(), _placement(request, participant)
    back = placement or participant
    form = forms.ConsentForm(
        posted_data(request),
        initial={"given_on": today} | _asked_for(placement),
        user=request.user,
        cancel_url=back.get_absolute_url(),
    )
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data | {"participant": participant, "today": today}
        if try_action(form, Consent, partial(consent_actions.give_consent, by=request.user, **values)):
            messages.success(request, "Samtycket är sparat.")
            return redirect(back)
    lead = "Samtycket bryter sekretessen för just det ändamålet. Det kan återkallas när som helst."
    return _form_page(request, participant, form, "Nytt samtycke", lead)


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def consent_withdraw(request, pk):
    """Withdraw a consent: what rests on it stops at once."""
    rows = Consent.objects.visible_to(request.user, CHANGE)
    consent = get_object_or_404(rows.select_related("participant__organisation", "supplier"), pk=pk)
    participant, today = consent.participant, timezone.localdate()
    form = forms.WithdrawForm(
        posted_data(request), initial={"withdrawn_on": today}, cancel_url=participant.get_absolute_url()
    )
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data | {"consent": consent, "today": today}
        if try_action(form, Consent, partial(consent_actions.withdraw_consent, by=request.user, **values)):
            messages.success(request, "Samtycket är återkallat.")
            return redirect(participant)
    about = f" Leverantör: {consent.supplier.name}." if consent.supplier else ""
    lead = f"Samtycket gäller {consent.get_purpose_display()}.{about} {_STOPS[consent.purpose]}"
    return _form_page(request, participant, form, "Återkalla samtycke", lead)


_SUPPLIER = "Inget mer får lämnas ut till leverantören med stöd av det."
_STOPS = {
    "contact_supplier": _SUPPLIER,
    "share_cv": _SUPPLIER,
    "follow_up": "Öppna uppföljningar stoppas direkt.",
    "statistics": "Det som redan är sammanställt ändras inte.",
}


@require_http_methods(METHODS)
@permission_required(CHANGE, raise_exception=True)
def disclosure_create(request, pk):
    """Note that the placement's supplier is told something: what kind of thing, and on which ground."""
    rows = Placement.objects.visible_to(request.user, CHANGE).standing()
    seen = Participant.objects.with_code_shown_to(request.user)
    rows = rows.filter(participant__in=seen).select_related("participant__organisation", "supplier")
    placement = get_object_or_404(rows, pk=pk)
    participant, today = placement.participant, timezone.localdate()
    form = forms.DisclosureForm(
        posted_data(request),
        initial={"told_on": today},
        consents=participant_queries.valid_consents(placement, today=today),
        cancel_url=participant.get_absolute_url(),
    )
    if request.method == "POST" and form.is_valid():
        values = form.for_action() | {"placement": placement, "today": today}
        if try_action(form, Disclosure, partial(consent_actions.record_disclosure, by=request.user, **values)):
            messages.success(request, f"Utlämnandet till {placement.supplier.name} är antecknat.")
            return redirect(participant)
    return _form_page(request, participant, form, "Lämna ut till leverantör", _lead(form, placement))


def _placement(request, participant) -> Placement | None:
    """The participant's placement that the address names, when there is one."""
    key = request.GET.get("placering", "")
    if not (key.isascii() and key.isdigit() and len(key) < 18):
        return None
    rows = Placement.objects.visible_to(request.user, CHANGE).standing()
    return rows.filter(participant=participant, pk=key).first()


def _asked_for(placement: Placement | None) -> dict:
    """What a consent about a placement most often is: that its supplier may be contacted."""
    return {"purpose": ConsentPurpose.CONTACT_SUPPLIER, "supplier": placement.supplier_id} if placement else {}


def _lead(form, placement) -> str:
    about = f"{placement} på {placement.supplier.name}."
    if form.consents:
        return f"{about} Ett samtycke omfattar bara det som dess ändamål kräver."
    return f"{about} Det finns inget giltigt samtycke för leverantören, så det krävs en menprövning."


def _form_page(request, participant, form, heading, lead):
    crumbs = [
        ("Deltagare", reverse("participant_list")),
        (str(participant), participant.get_absolute_url()),
        (heading, None),
    ]
    context = {"form": form, "heading": heading, "lead": lead, "breadcrumbs": crumbs, "shown": participant}
    return render_page(request, "_parts/form_page.html", context)
