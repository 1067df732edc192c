"""How many residents a year or tertial will have counted at its end, and how likely its target is. Pure: no clock.

What is added to those counted so far:

1. Places that signed contracts have promised and that remain. Each comes with the share that earlier promised places
   of its kind came with. The share is uncertain (beta), the same for all places of a kind, and begins at Beta(1, 1),
   as if one place had come and one had not. A place that comes does so on any day of its commitment alike; the longer
   the commitment has run without it, the less likely it is to come at all. Past its last day it is not expected.
2. Placements that are agreed and wait for their first day.
3. Procurements whose requirement is not signed yet, each with the chance that it becomes a contract.
4. What comes beside numbered promises, as fast as in earlier years.

A start may be a resident's second of the year, who is counted already: so large a share as before is taken away.
The numbers of kinds are added as independent. `forecast_queries` loads the inputs, `forecast_words` says the result.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

from apps.targets import chances
from apps.targets.chances import Beta, Distribution, Tried
from apps.targets.counting import month_ends
from apps.targets.forecast_inputs import NOTHING, Coming, Commitment, Inputs, Stage

# Between them lie at least 80 percent.
LOW, HIGH = 0.1, 0.9
PLACE_PRIOR = Beta(1, 1)
# Our own assumptions, each worth ten cases; the page states them while the organisation has no history of its own.
PLANNED_PRIOR = Beta(9, 1)
OVERLAP_PRIOR = Beta(1, 9)
MOST_DRIVERS = 5
# Far above what any municipality has had (DOMAIN 6: 142 in a year); what is more takes seconds to reckon.
MOST_PLACES = 1000
_DAY = timedelta(days=1)


# How many of ten become a contract with a number. What is only possible counts first when somebody ticks it.
STAGE_PRIORS = {Stage.DECIDED: Beta(8, 2), Stage.RECOMMENDED: Beta(4, 6)}


class State(StrEnum):
    OPEN = "open"
    OVER = "over"  # nothing more can be added
    STOCK = "stock"  # the target is a state on a day, which this does not foresee
    NOTHING_KNOWN = "nothing_known"  # nothing is promised, agreed or known from earlier years
    MOSTLY_UNDATED = "mostly_undated"  # more promised places lack a day than have one
    TOO_MANY = "too_many"  # so many places remain that some number must be wrong


class Source(StrEnum):
    CONTRACT = "contract"
    PROCUREMENT = "procurement"
    PLANNED = "planned"
    BESIDE = "beside"


@dataclass(frozen=True, slots=True)
class Rate:
    """The share of promised places that come: `tried` is the organisation's own, `share` what is reckoned with."""

    kind: str
    tried: Tried
    share: Beta


@dataclass(frozen=True, slots=True)
class Span:
    """The median of a distribution with its 10 and 90 percent quantiles, between which at least 80 percent lie."""

    low: int
    median: int
    high: int


@dataclass(frozen=True, slots=True)
class Point:
    """The span at the end of a day; the fan of the cumulative chart."""

    on: date
    span: Span


@dataclass(frozen=True, slots=True)
class Driver:
    """What adds to the year: how many it could (None when no number is promised), on average, and the interval."""

    source: Source
    key: int
    name: str
    number: int | None
    expected: float
    span: Span


@dataclass(frozen=True, slots=True)
class Option:
    """A procurement to tick: how the year looks with it ticked, or unticked when it is."""

    coming: Coming
    is_ticked: bool
    span: Span
    chance: float | None


@dataclass(frozen=True)
class Outcome:
    """The year's number. `distribution[n]` is the chance of n more than what is counted; `chance` that of the target.

    `fan` begins with today and ends with the year, where its span is the same as `span`.
    """

    counted: int
    distribution: Distribution
    span: Span
    chance: float | None
    fan: tuple[Point, ...]
    drivers: tuple[Driver, ...]


@dataclass(frozen=True)
class Forecast:
    """A forecast with what it rests on; without `outcome` there is no number to show, and `state` says why."""

    state: State
    inputs: Inputs
    rates: tuple[Rate, ...]
    outcome: Outcome | None = None


def forecast(inputs: Inputs, *, ticked: Collection[int] = frozenset()) -> Forecast:
    """The forecast of a year. `ticked` are keys of coming procurements that are taken as decided."""
    model = _Model(inputs, frozenset(ticked))
    state = model.state
    if state not in (State.OPEN, State.OVER):
        return Forecast(state, inputs, model.rates)
    ends = [inputs.today, *(end for end in month_ends(inputs.year, model.last) if end > inputs.today)]
    more = {end: model.until(end) for end in ends}
    fan = tuple(Point(end, _span(each, inputs.counted)) for end, each in more.items())
    distribution = more[ends[-1]]
    chance = _chance(inputs, distribution)
    outcome = Outcome(inputs.counted, distribution, fan[-1].span, chance, fan, model.drivers())
    return Forecast(state, inputs, model.rates, outcome)


def options(
    inputs: Inputs, *, ticked: Collection[int] = frozenset(), only: Collection[int] | None = None
) -> tuple[Option, ...]:
    """What each coming procurement that is not decided yet would change, by itself, from how it is ticked now.

    `only` are the keys of those that are asked for, when not all are. Empty when there is no forecast even with all.
    """
    ticked, found = frozenset(ticked), []
    for coming in inputs.coming:
        if coming.stage == Stage.DECIDED or (only is not None and coming.key not in only):
            continue
        model = _Model(inputs, ticked ^ {coming.key})
        if model.state == State.OPEN:
            more = model.until(model.last)
            is_ticked = coming.key in ticked
            found.append(Option(coming, is_ticked, _span(more, inputs.counted), _chance(inputs, more)))
    return tuple(found)


@dataclass(frozen=True)
class _Model:
    inputs: Inputs
    ticked: frozenset[int]
    _known: dict[date, Distribution] = field(default_factory=dict)

    @cached_property
    def last(self) -> date:
        return self.inputs.last

    @cached_property
    def since(self) -> date:
        """What starts after this day and by the year's last one adds to the year."""
        return max(self.inputs.today, date(self.inputs.year - 1, 12, 31))

    @property
    def state(self) -> State:
        if self.inputs.rule.is_stock:
            return State.STOCK
        if self.inputs.today >= self.last:
            return State.OVER
        undated = sum(each.number for each in self.inputs.undated)
        dated = sum(promise.number for promise, _ in self.promises)
        if undated + dated + len(self.inputs.planned) > MOST_PLACES:
            return State.TOO_MANY
        if undated > dated:
            return State.MOSTLY_UNDATED
        return State.NOTHING_KNOWN if len(self.until(self.last)) == 1 else State.OPEN

    @cached_property
    def promises(self) -> tuple[tuple[Commitment | Coming, float], ...]:
        """Everything with a number, with the chance that there is a contract."""
        signed = [(each, 1.0) for each in self.inputs.commitments if each.number]
        coming = [(each, self._signing(each)) for each in self.inputs.coming]
        return (*signed, *((each, chance) for each, chance in coming if chance))

    @cached_property
    def rates(self) -> tuple[Rate, ...]:
        """Per kind that is promised anything: what closed commitments, and the run part of open ones, have given."""
        return tuple(self._rate(kind) for kind in sorted({promise.kind for promise, _ in self.promises}))

    @cached_property
    def shares(self) -> dict[str, tuple[Beta, float]]:
        """Per kind the share and how much more alike the places of one contract are."""
        found = {}
        for rate in self.rates:
            history = self.inputs.history.get(rate.kind, ())
            found[rate.kind] = rate.share, chances.correlation_within(history, rate.share.mean)
        return found

    @cached_property
    def planned_share(self) -> Beta:
        return PLANNED_PRIOR.plus([self.inputs.planned_history])

    def until(self, end: date) -> Distribution:
        """How many more there are at the end of a day."""
        if end not in self._known:
            self._known[end] = self._until(end)
        return self._known[end]

    def _until(self, end: date) -> Distribution:
        kinds = defaultdict(list)
        for promise, chance in self.promises:
            kinds[promise.kind].append(self._places(promise, chance, end))
        parts = [chances.came_of(chances.total(places), self.pooled[kind]) for kind, places in kinds.items()]
        return chances.total([*parts, self._planned(end), self._beside(end)])

    def drivers(self) -> tuple[Driver, ...]:
        """What adds most on average, with what is added by planned starts and beside promises."""
        found = [self._driver(promise, chance) for promise, chance in self.promises]
        planned, beside = self._planned(self.last), self._beside(self.last)
        found.append(_driver(Source.PLANNED, 0, "", len(self.inputs.planned), planned))
        found.append(_driver(Source.BESIDE, 0, "", None, beside))
        found = [each for each in found if each.expected > 0]
        return tuple(sorted(found, key=lambda each: (-each.expected, each.source, each.key))[:MOST_DRIVERS])

    def _signing(self, coming: Coming) -> float:
        stage = Stage.DECIDED if coming.key in self.ticked else coming.stage
        if stage not in STAGE_PRIORS:
            return 0.0
        return STAGE_PRIORS[stage].plus([self.inputs.signings.get(stage, NOTHING)]).mean

    def _rate(self, kind: str) -> Rate:
        closed = self.inputs.history.get(kind, ())
        running = [self._tried(each) for each in self.inputs.commitments if each.kind == kind]
        tried = [each for each in (*closed, *running) if each.number > 0]
        correlation = chances.correlation_within(closed, PLACE_PRIOR.plus(closed).mean)
        own = Tried(sum(each.number for each in closed), sum(min(each.came, each.number) for each in closed))
        return Rate(kind, own, PLACE_PRIOR.plus(tried, correlation))

    def _tried(self, commitment: Commitment) -> Tried:
        """A commitment that has run for a third of its time has had the time for a third of its places."""
        elapsed = _elapsed(commitment, self.inputs.today)
        return Tried(commitment.promised * elapsed, min(commitment.came, commitment.promised))

    @cached_property
    def pooled(self) -> dict[str, Beta]:
        """Per kind the share, with the likeness of places under one contract as it is over all pairs of places."""
        found = {}
        for kind, (share, correlation) in self.shares.items():
            numbers = [each.number for each in self.inputs.commitments if each.kind == kind]
            pairs = sum(numbers) * (sum(numbers) - 1)
            within = sum(each * (each - 1) for each in numbers) / pairs if pairs else 0.0
            found[kind] = share.spread(correlation * within)
        return found

    @cached_property
    def news(self) -> dict[str, float]:
        """Per kind the share of starts that give a resident who is not counted yet."""
        if not self.inputs.rule.counts_residents:
            return dict.fromkeys(self.shares, 1.0)
        return {kind: 1 - OVERLAP_PRIOR.plus([self.inputs.overlaps.get(kind, NOTHING)]).mean for kind in self.shares}

    @cached_property
    def ahead(self) -> dict[Commitment | Coming, float]:
        """Per promise the chance that a place that comes, and has not yet, gives a new resident: for all its days."""
        return {
            promise: self.news[promise.kind]
            / (1 - _elapsed(promise, self.inputs.today) * self.shares[promise.kind][0].mean)
            for promise, _ in self.promises
        }

    def _places(self, promise: Commitment | Coming, chance: float, end: date) -> Distribution:
        """How many of the places have their day until `end`, if they come, for a resident who is not counted yet."""
        places = chances.binomial(promise.number, _part(promise, self.since, end) * self.ahead[promise])
        return chances.perhaps(chance, places) if chance < 1 else places

    def _planned(self, end: date) -> Distribution:
        """Agreed first days until `end`; one that has passed without a start is taken to come the next day."""
        late = self.since == self.inputs.today
        due = sum(day <= end and (late or day > self.since) for day in self.inputs.planned) if end > self.since else 0
        return chances.beta_binomial(due, self.planned_share)

    def _beside(self, end: date) -> Distribution:
        days = (date(self.inputs.year, 12, 31) - date(self.inputs.year, 1, 1) + _DAY).days
        return chances.events(self.inputs.beside, max(0, (end - self.since).days) / days)

    def _driver(self, promise: Commitment | Coming, chance: float) -> Driver:
        share, correlation = self.shares[promise.kind]
        came = chances.came_of(self._places(promise, chance, self.last), share.spread(correlation))
        source = Source.CONTRACT if isinstance(promise, Commitment) else Source.PROCUREMENT
        return _driver(source, promise.key, promise.name, promise.number, came)


def _driver(source: Source, key: int, name: str, number: int | None, came: Distribution) -> Driver:
    return Driver(source, key, name, number, chances.mean(came), _span(came, 0))


def _span(more: Distribution, counted: int) -> Span:
    return Span(*(counted + chances.quantile(more, share) for share in (LOW, 0.5, HIGH)))


def _chance(inputs: Inputs, more: Distribution) -> float | None:
    return None if inputs.target is None else chances.at_least(more, inputs.target - inputs.counted)


def _elapsed(promise: Commitment | Coming, today: date) -> float:
    return _part(promise, promise.starts_on - _DAY, today)


def _part(promise: Commitment | Coming, after: date, until: date) -> float:
    """The part of a promise's days that lies after one day and until another."""
    days = (promise.ends_on - promise.starts_on + _DAY).days
    first, last = max(promise.starts_on, after + _DAY), min(promise.ends_on, until)
    return max(0, (last - first + _DAY).days) / days if days > 0 else 0.0
