"""How closely a contract is followed up, what all contracts together look like, and what they cost in a month. Pure.

Not everything can be followed up alike: one in ten deeply, three in ten normally and the rest lightly is the aim, and
value, kind of requirement and risk decide which (the choice of measure is ours, DOMAIN 3.3; each organisation has its
own limits). A proposal says its reason; the coordinator decides.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from apps.core.calendar import add_months
from apps.followups.choices import Intensity
from apps.procurements.choices import DIALOGUE_MODELS, RequirementModel
from apps.procurements.wording import kronor

# Percent of the contracts.
AIM: Mapping[Intensity, int] = {Intensity.DEEP: 10, Intensity.NORMAL: 30, Intensity.LIGHT: 60}
_LADDER = (Intensity.LIGHT, Intensity.NORMAL, Intensity.DEEP)


@dataclass(frozen=True, slots=True)
class Rule:
    """An organisation's limits, kronor excl. VAT, and the models that are always followed up deeply."""

    deep_from_value: Decimal = Decimal(10_000_000)
    normal_from_value: Decimal = Decimal(1_000_000)
    deep_models: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Risk:
    """What speaks for trouble: deviations open in the contract, sanctions its supplier has had, work behind plan."""

    open_deviations: int = 0
    sanctions: int = 0
    is_behind: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """A class and why, in Swedish."""

    intensity: Intensity
    reason: str


@dataclass(frozen=True, slots=True)
class Share:
    """How many contracts have a class, how many that is in whole percent, and how many percent are aimed at."""

    intensity: Intensity
    count: int
    percent: int
    aim: int


@dataclass(frozen=True, slots=True)
class Load:
    """The points of a month, by the class of their contracts; `month` is its first day."""

    month: date
    light: int
    normal: int
    deep: int

    @property
    def total(self) -> int:
        return self.light + self.normal + self.deep


DEFAULT_RULE = Rule()
NO_RISK = Risk()


def propose(value: Decimal | None, models: Iterable[str], risk: Risk = NO_RISK, rule: Rule = DEFAULT_RULE) -> Proposal:
    """The class of a contract by its value, the models of its requirements and its risk.

    The value gives the class. A model the organisation follows deeply makes it deep. Dialogue needs its meetings, so it
    is at least normal, and so is an unknown value. A sanction of the supplier makes it deep; an open deviation or work
    behind plan lifts it by one.
    """
    models = set(models)
    always = sorted(models & set(rule.deep_models))
    if always:
        label = RequirementModel(always[0]).label
        return Proposal(Intensity.DEEP, f"Kravmodellen ”{label}” följs alltid upp fördjupat.")
    if risk.sanctions:
        return Proposal(Intensity.DEEP, "Leverantören har fått en sanktion.")
    proposal = _at_least_normal(_by_value(value, rule), models)
    if risk.open_deviations or risk.is_behind:
        why = "En avvikelse är öppen" if risk.open_deviations else "Ett åtagande ligger efter plan"
        lifted = _LADDER[min(_LADDER.index(proposal.intensity) + 1, len(_LADDER) - 1)]
        return Proposal(lifted, f"{proposal.reason} {why}, så uppföljningen är ett steg tätare.")
    return proposal


def shares(classes: Iterable[str]) -> tuple[Share, ...]:
    """Deep, normal and light beside the aim of 10, 30 and 60 percent. The percents sum to 100, or are all 0 of none.

    Left-over percents go to the largest remainders, at a tie to the deeper class.
    """
    counts = Counter(classes)
    total = sum(counts[each] for each in AIM)
    percent = {each: counts[each] * 100 // total if total else 0 for each in AIM}
    left = 100 - sum(percent.values()) if total else 0
    for each in sorted(AIM, key=lambda each: -(counts[each] * 100 % (total or 1)))[:left]:
        percent[each] += 1
    return tuple(Share(each, counts[each], percent[each], AIM[each]) for each in AIM)


def load(points: Iterable[tuple[str, date]], first: date, months: int) -> tuple[Load, ...]:
    """How many points each month has, from the month of `first`; `points` are pairs of class and day.

    A month without points is there with zeros. Points outside the months are left out.
    """
    counts = Counter((Intensity(intensity), day.replace(day=1)) for intensity, day in points)
    shown = [add_months(first.replace(day=1), number) for number in range(months)]
    return tuple(
        Load(
            month,
            light=counts[Intensity.LIGHT, month],
            normal=counts[Intensity.NORMAL, month],
            deep=counts[Intensity.DEEP, month],
        )
        for month in shown
    )


def _by_value(value: Decimal | None, rule: Rule) -> Proposal:
    if value is None:
        return Proposal(Intensity.NORMAL, "Avtalets värde är inte känt.")
    if value >= rule.deep_from_value:
        return Proposal(Intensity.DEEP, f"Värdet är minst {kronor(rule.deep_from_value)}.")
    if value >= rule.normal_from_value:
        return Proposal(Intensity.NORMAL, f"Värdet är minst {kronor(rule.normal_from_value)}.")
    return Proposal(Intensity.LIGHT, f"Värdet är lägre än {kronor(rule.normal_from_value)}.")


def _at_least_normal(proposal: Proposal, models: set[str]) -> Proposal:
    if proposal.intensity == Intensity.LIGHT and models & set(DIALOGUE_MODELS):
        return Proposal(Intensity.NORMAL, "Dialogkravet följs upp vid möten, som en lätt uppföljning inte har.")
    return proposal
