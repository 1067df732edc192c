"""What the panel on a procurement's page shows of the consultation, per ordering department."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from apps.accounts.models import Department
from apps.core.formats import iso_date
from apps.mbl import consultation_cards, standing, timeplan_cards
from apps.mbl.choices import BLOCKING_VETOES, Stage
from apps.mbl.models import Override, Veto
from apps.mbl.timeplans import DepartmentPlan, departments_seen, plans_of
from apps.procurements.models import Procurement


@dataclass(frozen=True)
class DepartmentCard:
    """A department's checklist in short: the sentence, each stage, and where to go on."""

    department: Department
    sentence: str
    stages: list[dict]
    plan_sentence: str
    url: str
    link: str
    plan_url: str


def cards(user, procurement: Procurement, today: date) -> tuple[list[DepartmentCard], list[str]]:
    """A card for each ordering department the user follows, and the user's authorities that have named none."""
    departments, unnamed = departments_seen(user, procurement)
    plans = plans_of([(procurement, each) for each in departments], today)
    return [_card(user, plan, today) for plan in plans], [str(each.organisation) for each in unnamed]


def overrides(procurement: Procurement) -> list[dict]:
    """Decisions for exceptional reasons; they stand for ever."""
    rows = Override.objects.filter(procurement=procurement).select_related("department", "organisation", "created_by")
    return [{"override": row, "rows": consultation_cards.override_rows(row)} for row in rows]


def vetoes(procurement: Procurement) -> list[dict]:
    """Every veto against the award, as a line with its state."""
    rows = Veto.objects.filter(procurement=procurement).select_related("union", "supplier")
    return [_veto(row) for row in rows]


def _card(user, plan: DepartmentPlan, today: date) -> DepartmentCard:
    found = consultation_cards.lines(plan, today)
    url, link, nothing_planned = "", "", plan.is_over and plan.assessment is None
    if plan.assessment:
        url, link = plan.assessment.get_absolute_url(), "Bedömning och förhandlingar"
    elif not plan.is_over and standing.may_run(user, plan.department):
        url = f"{reverse('assessment_create', args=[plan.procurement.pk])}?forvaltning={plan.department.pk}"
        link = "Gör MBL-bedömningen"
    return DepartmentCard(
        plan.department,
        consultation_cards.progress(plan, found, today).sentence,
        [_stage(found, stage) for stage in Stage if any(line.row.stage == stage for line in found)],
        "" if nothing_planned else timeplan_cards.sentence_of(plan),
        url,
        link,
        ""
        if nothing_planned
        else f"{reverse('timeplan', args=[plan.procurement.pk])}?forvaltning={plan.department.pk}",
    )


def _stage(found: list[consultation_cards.Line], stage: Stage) -> dict:
    own = [line for line in found if line.row.stage == stage]
    done, is_late = sum(line.is_done for line in own), any(line.is_late for line in own)
    kind = "good" if done == len(own) else "bad" if is_late else "neutral"
    return {
        "label": f"{stage.value}. {stage.label[:1].upper()}{stage.label[1:]}",
        "hint": ", ".join(f"{line.row.union}: {line.tag}" for line in own),
        "status_text": f"{done} av {len(own)} klara",
        "status_kind": kind,
    }


def _veto(veto: Veto) -> dict:
    central = "den centrala organisationen" if veto.is_by_central else "den lokala organisationen"
    return {
        "label": f"Veto mot {veto.supplier}",
        "hint": f"{veto.union}, {central}, {iso_date(veto.declared_on)}. Grund: {veto.get_ground_display()}.",
        "status_text": veto.get_state_display(),
        "status_kind": "bad" if veto.state in BLOCKING_VETOES else "neutral",
    }
