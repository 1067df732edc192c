"""The rows of one made-up organisation, as tuples in the order of the field names above each maker."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from django.utils import timezone

from apps.placements import codes
from procurement_csr.scale.words import title

YEARS_BACK = 9
CONTRACT_DAYS = 4 * 365
# Of ten procurements the last has no contract yet, and of seven contracts the last has a decision not to require.
PLANNED, DECLINED = 10, 7
AHEAD = 60  # days within which a start may be agreed
KINDS = ("internship", "internship", "internship", "employment", "employment", "apprenticeship", "mentorship")
LENGTHS = {"internship": (30, 150), "employment": (90, 720), "apprenticeship": (180, 720), "mentorship": (60, 360)}
ENDS = ("completed", "completed", "completed", "moved_to_employment", "interrupted_candidate", "other")
# A contract has a kind once by each model.
REQUIRED = (
    "internship", "employment", "apprenticeship", "mentorship", "study_visit", "lecture", "summer_job", "mixed",
)  # fmt: skip
MODELS = ("numeric", "combined")
PHASES = ("need", "preparation")

PROCUREMENT = [
    "id", "organisation", "case_number", "title", "department", "responsible", "estimated_value", "kind", "procedure",
    "phase", "published_on", "planned_publication_on", "planned_signing_on", "closed_on", "is_demo",
]  # fmt: skip
CONTRACT = [
    "id", "organisation", "procurement", "number", "title", "signed_on", "starts_on", "ends_on", "value",
    "documentation_done_on", "result_notice_sent_on", "no_requirement_reason", "no_requirement_by",
    "no_requirement_on", "created_at",
]  # fmt: skip
PARTY = ["id", "contract", "supplier"]
REQUIREMENT = ["id", "procurement", "contract", "kind", "model", "count", "starts_on", "ends_on", "due_on"]
PARTICIPANT = ["id", "organisation", "code", "is_demo"]
PLACEMENT = [
    "id", "organisation", "number", "contract", "supplier", "participant", "kind", "state", "referring_body",
    "supervisor_role", "planned_start_on", "started_on", "planned_end_on", "ended_on", "end_reason", "extent_percent",
    "created_at", "token", "is_demo",
]  # fmt: skip


@dataclass(frozen=True)
class Plan:
    """What the rows of an organisation hang on; the keys are those its rows will have."""

    seed: Random
    today: date
    organisation: int
    departments: list[int]
    officers: list[int]
    suppliers: range
    procurements: range
    first_contract: int

    @property
    def agreed(self) -> list[int]:
        """Which procurements, by place, have a contract; the contracts' keys follow on `first_contract`."""
        return [at for at in range(len(self.procurements)) if at % PLANNED != PLANNED - 1]

    def starts_on(self, at: int) -> date:
        """The first day of the contract of the procurement at that place: spread evenly until three months ago."""
        days = (YEARS_BACK * 365 - 90) * at * 7919 // max(1, len(self.procurements))
        return self.today - timedelta(days=90 + days % (YEARS_BACK * 365 - 90))

    def supplier(self, at: int) -> int:
        return self.suppliers[(self.organisation * 977 + at * 31) % len(self.suppliers)]


def procurements(plan: Plan) -> Iterator[tuple]:
    """Procurements of all phases; those in force have a contract."""
    agreed = set(plan.agreed)
    for at, key in enumerate(plan.procurements):
        starts_on = plan.starts_on(at)
        year = starts_on.year if at in agreed else plan.today.year
        own = (plan.organisation, f"KS {year}/{at + 1}", title(at))
        people = (plan.departments[at % len(plan.departments)], plan.officers[at % len(plan.officers)])
        about = (plan.seed.randrange(2, 200) * 100_000, ("services", "works", "goods")[at % 3], "open")
        if at in agreed:
            ends_on = starts_on + timedelta(days=CONTRACT_DAYS)
            is_over = ends_on < plan.today
            stands = ("closed" if is_over else "follow_up", starts_on - timedelta(days=150), None, None)
            yield (key, *own, *people, *about, *stands, ends_on if is_over else None, True)
        else:
            planned = plan.today + timedelta(days=plan.seed.randrange(10, 300))
            stands = (PHASES[at // PLANNED % 2], None, planned, planned + timedelta(days=150))
            yield (key, *own, *people, *about, *stands, None, True)


def contracts(plan: Plan) -> Iterator[tuple]:
    """A contract of four years for each procurement that has one."""
    for key, at in enumerate(plan.agreed, plan.first_contract):
        starts_on = plan.starts_on(at)
        signed_on = starts_on - timedelta(days=30)
        ends_on = starts_on + timedelta(days=CONTRACT_DAYS)
        named = (plan.organisation, plan.procurements[at], f"A-{at + 1}", title(at))
        days = (signed_on, starts_on, ends_on, plan.seed.randrange(2, 200) * 100_000, starts_on, starts_on)
        declined = ("", None, None)
        if at % DECLINED == DECLINED - 1:
            declined = ("Avtalet gäller enbart varor.", plan.officers[at % len(plan.officers)], signed_on)
        yield (key, *named, *days, *declined, _noon(signed_on))


def parties(plan: Plan, first: int) -> Iterator[tuple]:
    """The one supplier of each contract."""
    for offset, at in enumerate(plan.agreed):
        yield (first + offset, plan.first_contract + offset, plan.supplier(at))


def requirements(plan: Plan, first: int, number: int) -> Iterator[tuple]:
    """So many requirements, dealt out to the contracts that have any, each due on a day of its contract."""
    places = [(key, at) for key, at in enumerate(plan.agreed, plan.first_contract) if at % DECLINED != DECLINED - 1]
    for offset in range(number):
        contract, at = places[offset % len(places)]
        starts_on = plan.starts_on(at)
        ends_on = starts_on + timedelta(days=CONTRACT_DAYS)
        due_on = starts_on + timedelta(days=plan.seed.randrange(60, CONTRACT_DAYS))
        turn = offset // len(places)
        what = (REQUIRED[turn % len(REQUIRED)], MODELS[turn // len(REQUIRED)], plan.seed.randrange(1, 6))
        yield (first + offset, plan.procurements[at], contract, *what, starts_on, ends_on, due_on)


def participants(plan: Plan, keys: range) -> Iterator[tuple]:
    """Residents as codes, no two the same in the organisation."""
    used: set[str] = set()
    for key in keys:
        while (code := codes.make(plan.seed)) in used:
            pass
        used.add(code)
        yield (key, plan.organisation, code, True)


def placements(plan: Plan, first: int, number: int, participants: range) -> Iterator[tuple]:
    """So many placements, at most two of a resident: most are over, some go on, a few are agreed and have not begun."""
    agreed, seed = plan.agreed, plan.seed
    for at in range(number):
        which, turn = at * 7 % len(agreed), at // len(participants)
        from_on = plan.starts_on(agreed[which])
        span = min(CONTRACT_DAYS - 365, (plan.today - from_on).days + AHEAD)
        # Even days for a resident's first placement and odd ones for the second: never twice from the same day.
        starts_on = from_on + timedelta(days=seed.randrange(span // 2) * 2 + turn)
        kind = KINDS[at % 7]
        ends_on = starts_on + timedelta(days=seed.randrange(*LENGTHS[kind]))
        named = (plan.organisation, at + 1, plan.first_contract + which, plan.supplier(agreed[which]))
        referred = ("municipality", "arbetsledare") if kind == "internship" else ("", "")
        what = (participants[at % len(participants)], kind, _state(plan.today, starts_on, ends_on), *referred)
        days = _days(plan.today, starts_on, ends_on, ENDS[at % 6])
        extent = None if kind == "mentorship" else 100
        created_at = _noon(min(starts_on, plan.today))
        yield (first + at, *named, *what, *days, extent, created_at, f"{seed.getrandbits(128):032x}", True)


def _state(today: date, starts_on: date, ends_on: date) -> str:
    if starts_on > today:
        return "matched"
    return "ended" if ends_on <= today else "started"


def _days(today: date, starts_on: date, ends_on: date, reason: str) -> tuple:
    """Planned start, start, planned end, end and why it ended."""
    if starts_on > today:
        return (starts_on, None, ends_on, None, "")
    is_over = ends_on <= today
    return (starts_on, starts_on, ends_on, ends_on if is_over else None, reason if is_over else "")


_noons: dict[date, datetime] = {}


def _noon(day: date) -> datetime:
    if day not in _noons:
        _noons[day] = timezone.make_aware(datetime(day.year, day.month, day.day, 12))  # noqa: DTZ001
    return _noons[day]
