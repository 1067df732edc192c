"""How far authorities have come: every step with its state and evidence, and what is missing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch
from django.urls import reverse

from apps.accounts.models import Organisation
from apps.onboarding import facts, signs
from apps.onboarding.choices import BY_HAND, PROGRESS_TONES, STATE_TONES, Progress, Step, StepState, states_of
from apps.onboarding.guide import GUIDES, Guide
from apps.onboarding.models import Onboarding, OnboardingStep


@dataclass(frozen=True)
class StepLine:
    """A step as it stands. `row` is what somebody has said of it."""

    step: Step
    number: int
    state: StepState
    evidence: str
    row: OnboardingStep | None = None

    @property
    def guide(self) -> Guide:
        return GUIDES[self.step]

    @property
    def title(self) -> str:
        return self.guide.title

    @property
    def state_label(self) -> str:
        return str(self.state.label)

    @property
    def tone(self) -> str:
        return STATE_TONES[self.state]

    @property
    def is_by_hand(self) -> bool:
        return self.step in BY_HAND

    @property
    def is_written(self) -> bool:
        """Whether anybody may say something of it by hand."""
        return bool(states_of(self.step))

    @property
    def is_over(self) -> bool:
        """Whether nothing is left to do: it is done, or the authority does without."""
        return self.state in (StepState.DONE, StepState.NOT_NEEDED)


@dataclass(frozen=True)
class Standing:
    """An authority on a day. `onboarding` is None when nobody has said that it is being taken on board."""

    organisation: Organisation
    onboarding: Onboarding | None
    lines: tuple[StepLine, ...]
    today: date

    @property
    def pk(self) -> int:
        return self.organisation.pk

    @property
    def name(self) -> str:
        return self.organisation.name

    @property
    def url(self) -> str:
        return reverse("onboarding_detail", args=[self.pk])

    @property
    def sort_key(self) -> str:
        return self.organisation.sort_key

    @property
    def total(self) -> int:
        """How many steps hold for the authority."""
        return sum(each.state != StepState.NOT_NEEDED for each in self.lines)

    @property
    def done(self) -> int:
        return sum(each.state == StepState.DONE for each in self.lines)

    @property
    def percent(self) -> int:
        """Whole per cent, rounded down: 100 means that nothing is left."""
        return self.done * 100 // self.total if self.total else 100

    @property
    def left(self) -> list[StepLine]:
        return [each for each in self.lines if not each.is_over]

    @property
    def next_line(self) -> StepLine | None:
        """The first step that is not over."""
        return self.left[0] if self.left else None

    @property
    def is_complete(self) -> bool:
        return not self.left

    @property
    def progress(self) -> Progress:
        if self.onboarding is None:
            return Progress.NOT_STARTED
        if self.onboarding.finished_on:
            return Progress.FINISHED
        return Progress.LATE if self.today > self.onboarding.ready_on else Progress.IN_PROGRESS

    @property
    def progress_label(self) -> str:
        return str(self.progress.label)

    @property
    def tone(self) -> str:
        return PROGRESS_TONES[self.progress]

    @property
    def ready_on(self) -> date | None:
        return self.onboarding.ready_on if self.onboarding else None

    @property
    def done_of(self) -> str:
        """ "7 av 13"."""
        return f"{self.done} av {self.total}"

    @property
    def missing(self) -> str:
        """Titles of what is left, the next first."""
        return ", ".join(each.title for each in self.left)

    @property
    def sentence(self) -> str:
        """The first thing to know: "7 av 13 steg är klara. Nästa steg: Gallringsregler."."""
        told = f"{self.done_of} steg är klara."
        return f"{told} Nästa steg: {self.next_line.title}." if self.next_line else told


def standings(organisations: Iterable[Organisation], today: date) -> list[Standing]:
    """Each organisation as it stands, in the order given; as many queries for all of them as for one."""
    organisations = list(organisations)
    steps = Prefetch("steps", OnboardingStep.objects.select_related("written_by"))
    rows = Onboarding.objects.filter(organisation__in=organisations).select_related("responsible", "finished_by")
    held = {row.organisation_id: row for row in rows.prefetch_related(steps)}
    for row in held.values():
        row.organisation = next(each for each in organisations if each.pk == row.organisation_id)
    since = {each: held[each.pk].started_on if each.pk in held else each.active_from for each in organisations}
    found = facts.facts_of(since, today)
    return [_standing(each, held.get(each.pk), found[each.pk]) for each in organisations]


def standing(organisation: Organisation, today: date) -> Standing:
    """One organisation as it stands."""
    return standings([organisation], today)[0]


def _standing(organisation: Organisation, onboarding: Onboarding | None, known: signs.Facts) -> Standing:
    return Standing(organisation, onboarding, _lines(onboarding, known), known.today)


def _lines(onboarding: Onboarding | None, known: signs.Facts) -> tuple[StepLine, ...]:
    rows = {row.step: row for row in onboarding.steps.all()} if onboarding else {}
    return tuple(_line(step, number, rows.get(step), known) for number, step in enumerate(Step, 1))


def _line(step: Step, number: int, row: OnboardingStep | None, known: signs.Facts) -> StepLine:
    """What is there counts before what was said of a step, but not before what somebody has ticked by hand."""
    seen = signs.sign(step, known)
    said = StepState(row.state) if row else StepState.REMAINS
    if step in BY_HAND and (said == StepState.DONE or seen.state != StepState.DONE):
        return StepLine(step, number, said, _written(row), row)
    is_aside = said == StepState.NOT_NEEDED and seen.state != StepState.DONE
    return StepLine(step, number, said if is_aside else seen.state, seen.evidence, row)


def _written(row: OnboardingStep | None) -> str:
    if row is None or row.state != StepState.DONE:
        return ""
    by = f", enligt {row.written_by}" if row.written_by else ""
    return f"Klart {row.done_on}: {row.reference}{by}."
