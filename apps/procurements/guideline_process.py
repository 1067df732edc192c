"""How far a version of the guideline has come, and what must hold before it is in place: days and figures in.

The stage is told by the version's days and never set. What counts as following the guideline is said once, here.
"""

from dataclasses import dataclass
from datetime import date

from apps.core.formats import iso_date
from apps.procurements.choices import FOLLOWS, Following, GuidelineStage, Recommendation
from apps.procurements.wording import counted, listed, percent

DEFINITION = (
    "Räknade är upphandlingar som annonserades medan versionen gällde och som inte har avbrutits. En upphandling "
    "följer riktlinjen när det finns ett beslut om krav, i linje med rekommendationen eller med motiv till avvikelsen. "
    "Utan beslut följer den inte. Varje upphandling räknas till den version som gällde när den annonserades, också när "
    "en ny version har beslutats sedan."
)
UNMET = "Alla kriterier är inte uppfyllda: {labels}. Uppfyll dem först, eller ange motiv till att versionen är införd."
_LABELS = {"decided": "Beslutad", "published": "Publicerad", "seminars": "Seminarier hållna"}
_LABELS["follows"] = "Följs av upphandlingarna"


@dataclass(frozen=True)
class Days:
    """The days that tell how far a version has come; None for what has not happened."""

    proposed_on: date | None
    decided_on: date | None
    valid_from: date | None
    in_place_on: date | None


@dataclass(frozen=True)
class Step:
    """A step of the process with its day or its goal; `state` is done, current or upcoming."""

    label: str
    state: str
    note: str
    url: str = ""


@dataclass(frozen=True)
class Share:
    """How many of the procurements published under a version that follow it."""

    following: int = 0
    of: int = 0

    @property
    def whole_percent(self) -> int | None:
        """The share with its decimals cut off, so that it never shows a goal as reached that is not; None of none."""
        return self.following * 100 // self.of if self.of else None

    @property
    def text(self) -> str:
        """ "4 av 5 (80 %)"."""
        if self.whole_percent is None:
            return "ingen annonserad än"
        return f"{self.following} av {self.of} ({percent(self.whole_percent)})"

    def reaches(self, goal: int) -> bool:
        """Whether the share is at least so many percent; of no procurements nothing can be said."""
        return bool(self.of) and self.following * 100 >= goal * self.of


@dataclass(frozen=True)
class Rollout:
    """What a version's introduction rests on. `held_seminars` are those that the calendar of seminars tells of."""

    days: Days
    decided_by: str
    published_on: date | None
    seminars_held_on: date | None
    seminars_reference: str
    held_seminars: int
    share: Share
    goal: int


@dataclass(frozen=True)
class Criterion:
    """One of the conditions for being in place, whether it holds and the figures it rests on."""

    key: str
    is_met: bool
    text: str

    @property
    def label(self) -> str:
        return _LABELS[self.key]


def stage(days: Days, today: date) -> GuidelineStage:
    """How far a version has come by the day."""
    if days.decided_on is None:
        return GuidelineStage.PROPOSED if days.proposed_on else GuidelineStage.REVISING
    if days.in_place_on and days.in_place_on <= today:
        return GuidelineStage.IN_PLACE
    return GuidelineStage.IN_FORCE if days.valid_from and days.valid_from <= today else GuidelineStage.DECIDED


def steps(days: Days, today: date, *, decided_goal: date | None, in_place_goal: date | None) -> list[Step]:
    """The five steps in order: those that are done with their day, the next one with its goal."""
    reached = list(GuidelineStage).index(stage(days, today))
    # The first step is work that goes on; each of the others is reached on a day.
    done = reached + 1 if reached else 0
    rows = (
        ("Översyn", None, None),
        ("Förslag", days.proposed_on, None),
        ("Beslut", days.decided_on, decided_goal),
        ("I kraft", days.valid_from, None),
        ("Införande", days.in_place_on, in_place_goal),
    )
    found = []
    for place, (label, on, goal) in enumerate(rows):
        state = "done" if place < done else "current" if place == done else "upcoming"
        note = iso_date(on) if on else f"mål {iso_date(goal)}" if goal else ""
        found.append(Step(label, state, note))
    return found


def criteria(rollout: Rollout) -> tuple[Criterion, ...]:
    """The four conditions for being in place, in the order they are usually met."""
    decided_on, published_on = rollout.days.decided_on, rollout.published_on
    decision = f"{rollout.decided_by} {iso_date(decided_on)}" if decided_on else "inget beslut är registrerat"
    published = iso_date(published_on) if published_on else "dag och adress saknas"
    return (
        Criterion("decided", decided_on is not None, decision),
        Criterion("published", published_on is not None, published),
        Criterion("seminars", bool(rollout.held_seminars or rollout.seminars_held_on), _seminars(rollout)),
        Criterion("follows", rollout.share.reaches(rollout.goal), _follows(rollout)),
    )


def refusal(found: tuple[Criterion, ...], motive: str) -> str:
    """Why a version may not be said to be in place yet: what is not met, when no motive is given; empty else."""
    unmet = [each.label.lower() for each in found if not each.is_met]
    return UNMET.format(labels=listed(unmet)) if unmet and not motive.strip() else ""


def following(decided: str | None, recommended: str | None) -> Following:
    """How a procurement stands to its guideline by its latest decision (None when there is none).

    A decision that deviates always has a motive: the database sees to that.
    """
    if decided is None:
        return Following.MISSING
    return Following.IN_LINE if recommended and decided == recommended else Following.MOTIVATED


def follows(decided: str | None, recommended: str | None) -> bool:
    """Whether the procurement follows its guideline: comply or explain (DOMAIN 0.12)."""
    return following(decided, recommended) in FOLLOWS


def decision_words(decided: str | None, recommended: str | None) -> str:
    """ "dialogkrav, rekommenderat var krav på antal"."""
    if decided is None:
        return ""
    label = Recommendation(decided).label
    if decided == recommended:
        return label
    other = Recommendation(recommended).label if recommended else "ingenting, uppgifter saknades"
    return f"{label}, rekommenderat var {other}"


def _seminars(rollout: Rollout) -> str:
    parts = []
    if rollout.held_seminars:
        parts.append(counted(rollout.held_seminars, "hållet seminarium", "hållna seminarier"))
    if rollout.seminars_held_on:
        parts.append(f"{iso_date(rollout.seminars_held_on)}, {rollout.seminars_reference}")
    return "; ".join(parts) or "inget seminarium är noterat"


def _follows(rollout: Rollout) -> str:
    return f"{rollout.share.text}, målet är minst {percent(rollout.goal)}"
