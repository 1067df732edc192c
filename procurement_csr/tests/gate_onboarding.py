"""The gate's visits to authorities on their way: one that has begun with long words, one that is done, one that is not
begun."""

from datetime import timedelta

from django.utils import timezone

from apps.accounts.models import Membership, Organisation
from apps.onboarding import actions
from apps.onboarding.choices import Step
from procurement_csr import people
from procurement_csr.tests.gate_visit import BOTH, EMPTY, Visit

ONBOARDING_VISITS = (
    Visit("onboarding_list", "coordinator"),
    Visit("onboarding_list", "officer"),
    Visit("onboarding_list", "administrator", query="?q=finnsinte"),
    Visit("onboarding_detail", "coordinator", "begun_authority"),
    Visit("onboarding_detail", "administrator", "begun_authority"),
    Visit("onboarding_detail", "officer", "begun_authority"),
    Visit("onboarding_detail", "coordinator", "done_authority"),
    Visit("onboarding_detail", "coordinator", "bare_authority"),
    Visit("onboarding_start", "coordinator", "bare_authority", refuses=BOTH),
    Visit("onboarding_update", "coordinator", "begun_authority", refuses=BOTH),
    Visit("onboarding_step", "coordinator", "hand_step", refuses=BOTH),
    Visit("onboarding_step", "coordinator", "aside_step", refuses=(EMPTY,)),
    Visit("onboarding_finish", "coordinator", "done_authority"),
)
ONBOARDING_NOT_PAGES = {"onboarding_reopen": "POST only, the authority's page shows what it says"}
_LONG = "Arbetsmarknadsförvaltningssamverkansupphandlingens införande"


def addresses_of_onboarding(organisation, users) -> dict:
    """The organisation itself has begun, late and with long words; the coordinator works for two others too."""
    today = timezone.localdate()
    days = {"started_on": today - timedelta(days=90), "ready_on": today - timedelta(days=2)}
    about = {"note": f"{_LONG} {'N' * 60}\n\n" * 3, "responsible": users["coordinator"]}
    row = actions.start_onboarding(by=None, organisation=organisation, **days, **about)
    ticked = {"state": "done", "done_on": today - timedelta(days=9), "reference": f"{_LONG} {'R' * 60}", "today": today}
    actions.write_step(by=users["administrator"], onboarding=row, step=Step.DECISION, **ticked)
    begun = {"state": "in_progress", "note": f"{_LONG}. " * 8, "today": today}
    actions.write_step(by=users["coordinator"], onboarding=row, step=Step.TRAINING, **begun)
    done = Organisation.objects.get(name="Haninge kommun")
    bare = people.make_organisation(f"{_LONG} {'B' * 40}", is_demo=True)
    for each in (done, bare):
        Membership.objects.create(user=users["coordinator"], organisation=each, role="coordinator")
    return {
        "begun_authority": organisation.pk,
        "done_authority": done.pk,
        "bare_authority": bare.pk,
        "hand_step": (organisation.pk, Step.PROCESSING.value),
        "aside_step": (organisation.pk, Step.AGREEMENT.value),
    }
