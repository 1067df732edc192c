"""`manage.py timeplan --publish DATE [--sign DATE] …`: when the unions must be consulted, backwards and forwards."""

import json
from dataclasses import dataclass, replace
from datetime import date

from django.core.management.base import BaseCommand, CommandError

from apps.accounts.models import Organisation
from apps.core import orgnumbers
from apps.mbl.choices import Paragraph
from apps.mbl.plan_words import Numbers
from apps.mbl.queries import days_for, numbers_for
from apps.mbl.schedule import ANY_WORKING_DAY, SHIPPED, Days, feasibility, forward, stage_a, stage_b


@dataclass(frozen=True)
class Basis:
    """What the plan is counted with: the numbers, and the days for meetings before publication and before award."""

    numbers: Numbers = SHIPPED
    days: Days = ANY_WORKING_DAY
    days_38: Days = ANY_WORKING_DAY


class Command(BaseCommand):
    help = "Räknar ut tidsplanen för facklig samverkan i en upphandling. Behöver ingen databas utan --organisation."
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser):
        parser.add_argument("--publish", help="dagen då upphandlingen skickas för annonsering, till exempel 2026-09-01")
        parser.add_argument("--sign", help="planerad dag för avtalstecknande")
        parser.add_argument("--tender-days", help="anbudstid i dagar, annars 30")
        parser.add_argument("--notice", default="electronic", help="electronic eller other: så skickas underrättelsen")
        parser.add_argument(
            "--organisation", metavar="ORGNR", help="räkna med organisationens tal, lediga dagar och gemensamma möten"
        )
        parser.add_argument("--json", action="store_true", help="skriv svaret som JSON")

    def handle(self, *args, publish, sign, tender_days, notice, organisation=None, **options):
        try:
            basis = basis_of(organisation) if organisation else Basis()
            if tender_days is not None:
                basis = replace(basis, numbers=replace(basis.numbers, tender_cd=_number(tender_days)))
            starts = _day("--publish", publish)
            signs = _day("--sign", sign) if sign else None
            answer = timeplan(starts, signs, basis, notice)
        except ValueError as error:
            raise CommandError(str(error), returncode=2) from error
        if options["json"]:
            self.stdout.write(json.dumps(answer, default=date.isoformat))
            return
        for stage, steps in answer.items():
            self.stdout.write(stage)
            for name, day in steps.items():
                self.stdout.write(f"  {day}  {name}")
        if signs:
            days = {"days": basis.days, "days_38": basis.days_38}
            kept = feasibility(today=None, publish=starts, sign=signs, numbers=basis.numbers, notice=notice, **days)
            self.stdout.write(kept.sentence)


def basis_of(org_number: str) -> Basis:
    """An organisation's own numbers and days, as all its departments share them. Raises ValueError in Swedish."""
    number = orgnumbers.normalise(org_number)
    if number.digits is None:
        raise ValueError(f"--organisation ”{org_number}” är inget organisationsnummer. {number.problem}".strip())
    organisation = Organisation.objects.filter(org_number=number.digits).first()
    if organisation is None:
        raise ValueError(f"--organisation {number.formatted} finns inte i Steget. Kontrollera numret.")
    numbers = numbers_for(organisation)
    days, days_38 = (days_for(organisation, paragraph=each) for each in (Paragraph.P11, Paragraph.P38))
    return Basis(numbers, days, days_38)


def timeplan(publish: date, sign: date | None, basis: Basis, notice: str) -> dict[str, dict[str, date]]:
    """`stage_a`, `stage_b` when there is a day to sign, and `forward`, with the keys of the worked examples."""
    numbers, days = basis.numbers, basis.days
    plan, central = stage_a(publish, numbers, days), stage_a(publish, numbers, days, with_central=True)
    answer = {
        "stage_a": {
            "dispatch": publish,
            "decision_to_publish": plan.on("decision_to_publish"),
            "local_meeting_latest": plan.on("local_meeting"),
            "call_latest": plan.on("call"),
            "material_latest": plan.on("material"),
            "assessment_latest": plan.on("assessment"),
            "central_request_last_day": plan.on("central_request"),
            "local_meeting_latest_if_central_must_fit": central.on("local_meeting"),
            "call_latest_if_central_must_fit": central.on("call"),
        }
    }
    if sign:
        plan = stage_b(sign, numbers, basis.days_38, notice=notice)
        answer["stage_b"] = {
            "sign": sign,
            "award_and_notice_latest": plan.on("award"),
            "standstill_last_day": plan.on("standstill_end"),
            "s38_meeting_latest": plan.on("s38_meeting"),
            "s38_call_latest": plan.on("s38_call"),
            "tender_deadline_latest": plan.on("tender_deadline"),
        }
    plan = forward(publish, numbers, basis.days_38, notice=notice)
    answer["forward"] = {
        "dispatch": publish,
        "tender_deadline": plan.on("tender_deadline"),
        "s38_call": plan.on("s38_call"),
        "s38_meeting": plan.on("s38_meeting"),
        "award_and_notice": plan.on("award"),
        "standstill_last_day": plan.on("standstill_end"),
        "signing_allowed_from": plan.on("sign"),
        "signing_first_working_day": plan.on("sign_working_day"),
        "notice_of_result_due": plan.on("result_notice"),
        "documentation_due": plan.on("documentation"),
    }
    return answer


def _day(name: str, text: str | None) -> date:
    if text is None:
        raise ValueError(f"{name} saknas. Skriv en dag, till exempel {name} 2026-09-01.")
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"{name} ”{text}” är inget datum. Skriv till exempel 2026-09-01.") from error


def _number(text: str) -> int:
    try:
        days = int(text)
    except ValueError as error:
        raise ValueError(f"--tender-days ”{text}” är inget heltal. Skriv antalet dagar, till exempel 35.") from error
    if not 0 <= days <= 365:
        raise ValueError(f"--tender-days {days} går inte. Ange ett antal dagar mellan 0 och 365.")
    return days
