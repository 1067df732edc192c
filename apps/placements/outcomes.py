"""What became of residents after a placement: when it is asked, and what counts as a result. Pure.

What an employment or a study must be to count is Kolada's measure of people who leave labour-market measures (facts 30,
31 and 32). The follow-up days are calendar months after the end (DOMAIN 4).
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from django.db.models import TextChoices

from apps.core.calendar import add_months
from apps.placements.choices import Situation

CONVERSION_TIME = timedelta(days=90)
_DAY = timedelta(days=1)


class Outcome(TextChoices):
    WORK = "work", "arbete"
    STUDIES = "studies", "studier"
    OTHER = "other", "annat än arbete eller studier"
    NONE = "none", "utan arbete"
    UNKNOWN = "unknown", "okänt"


# A short job, a municipal labour-market job and studies without CSN are something, but no result.
_OUTCOMES = {
    Situation.EMPLOYED_UNSUBSIDISED: Outcome.WORK,
    Situation.EMPLOYED_SUBSIDISED: Outcome.WORK,
    Situation.EMPLOYED_SHORT: Outcome.OTHER,
    Situation.MUNICIPAL_JOB: Outcome.OTHER,
    Situation.STUDYING: Outcome.STUDIES,
    Situation.STUDYING_OTHER: Outcome.OTHER,
    Situation.OTHER_MEASURE: Outcome.OTHER,
    Situation.UNEMPLOYED: Outcome.NONE,
    Situation.UNKNOWN: Outcome.UNKNOWN,
}
RESULTS = (Outcome.WORK, Outcome.STUDIES)


@dataclass(frozen=True, slots=True)
class Answer:
    """A follow-up of an ended placement: when it is due and what was heard; empty before anybody has answered."""

    label: str
    due_on: date
    situation: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """An internship or an employment of a resident; `label` names the placement, `resident` is any key."""

    label: str
    resident: object
    start: date
    end: date | None


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many, by the labels of the placements. `unknown` are part of `total`."""

    counted: tuple[str, ...]
    unknown: tuple[str, ...]
    total: int

    @property
    def value(self) -> Fraction | None:
        """Between 0 and 1; None when there is nothing to divide by."""
        return Fraction(len(self.counted), self.total) if self.total else None


def outcome(situation: str) -> Outcome:
    """What a situation counts as. Raises ValueError for a situation that does not exist."""
    return _OUTCOMES[Situation(situation)]


def employment_counts(start: date, end: date | None, today: date) -> bool:
    """Whether an employment has lasted one continuous calendar month (fact 30).

    15 January to and including 14 February has. `end` None goes on, and counts as soon as its month is full.
    """
    return min(end or today, today) + _DAY >= add_months(start, 1)


def follow_up_days(ended_on: date, months: Iterable[int]) -> dict[int, date]:
    """Months after the end to the day, in order: 31 August and 3 months is 30 November."""
    return {number: add_months(ended_on, number) for number in sorted(set(months))}


def outcome_share(answers: Iterable[Answer], today: date, wanted: Collection[Outcome] = RESULTS) -> Share:
    """How many of those whose follow-up is due have a wanted outcome.

    Not yet due is left out, even when answered early: those who are heard first are those it went well for. What is
    not known, because nobody answered or the resident withdrew the consent, stays in the total.
    """
    due = [answer for answer in answers if answer.due_on <= today]
    found = [(answer.label, outcome(answer.situation or Situation.UNKNOWN)) for answer in due]
    return Share(
        tuple(label for label, result in found if result in wanted),
        tuple(label for label, result in found if result == Outcome.UNKNOWN),
        len(found),
    )


def conversion(internships: Iterable[Job], employments: Iterable[Job], today: date) -> Share:
    """How many ended internships were followed by an employment of the same resident within 90 days of their end.

    Left out are those that go on and those whose 90 days have not passed (DOMAIN 6). The employment must have begun
    after the internship did, not have ended before it, and not have ended within a month (fact 30).
    """
    jobs: dict[object, list[Job]] = {}
    for job in employments:
        if job.end is None or employment_counts(job.start, job.end, job.end):
            jobs.setdefault(job.resident, []).append(job)
    due = [each for each in internships if each.end and each.end + CONVERSION_TIME <= today]
    led = tuple(each.label for each in due if any(_follows(job, each) for job in jobs.get(each.resident, ())))
    return Share(led, (), len(due))


def _follows(job: Job, internship: Job) -> bool:
    if internship.end is None or not internship.start < job.start <= internship.end + CONVERSION_TIME:
        return False
    return job.end is None or job.end >= internship.end
