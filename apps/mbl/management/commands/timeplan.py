"""`manage.py timeplan --publish DATE [--sign DATE] …`: when the unions must be consulted, backwards and forwards."""

import json
from datetime import date

from django.core.management.base import BaseCommand, CommandError

from apps.mbl.plan_words import Numbers
from apps.mbl.schedule import feasibility, forward, stage_a, stage_b


class Command(BaseCommand):
    help = "Räknar ut tidsplanen för facklig samverkan i en upphandling. Behöver ingen databas."
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser):
        parser.add_argument("--publish", help="dagen då upphandlingen skickas för annonsering, till exempel 2026-09-01")
        parser.add_argument("--sign", help="planerad dag för avtalstecknande")
        parser.add_argument("--tender-days", help="anbudstid i dagar, annars 30")
        parser.add_argument("--notice", default="electronic", help="electronic eller other: så skickas underrättelsen")
        parser.add_argument("--json", action="store_true", help="skriv svaret som JSON")

    def handle(self, *args, publish, sign, tender_days, notice, **options):
        try:
            numbers = Numbers() if tender_days is None else Numbers(tender_cd=_number(tender_days))
            starts = _day("--publish", publish)
            answer = timeplan(starts, _day("--sign", sign) if sign else None, numbers, notice)
        except ValueError as error:
            raise CommandError(str(error), returncode=2) from error
        if options["json"]:
            self.stdout.write(json.dumps(answer, default=date.isoformat))
            return
        for stage, steps in answer.items():
            self.stdout.write(stage)
            for name, day in steps.items():
                self.stdout.write(f"  {day}  {name}")
        if sign:
            self.stdout.write(
                feasibility(
                    today=None, publish=starts, sign=_day("--sign", sign), numbers=numbers, notice=notice
                ).sentence
            )


def timeplan(publish: date, sign: date | None, numbers: Numbers, notice: str) -> dict[str, dict[str, date]]:
    """`stage_a`, `stage_b` when there is a day to sign, and `forward`, with the keys of the worked examples."""
    plan, central = stage_a(publish, numbers), stage_a(publish, numbers, with_central=True)
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
        plan = stage_b(sign, numbers, notice=notice)
        answer["stage_b"] = {
            "sign": sign,
            "award_and_notice_latest": plan.on("award"),
            "standstill_last_day": plan.on("standstill_end"),
            "s38_meeting_latest": plan.on("s38_meeting"),
            "s38_call_latest": plan.on("s38_call"),
            "tender_deadline_latest": plan.on("tender_deadline"),
        }
    plan = forward(publish, numbers, notice=notice)
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
        return int(text)
    except ValueError as error:
        raise ValueError(f"--tender-days ”{text}” är inget heltal. Skriv antalet dagar, till exempel 35.") from error
