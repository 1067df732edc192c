"""What the pages of seminars show: one with its sides, and which departments a year's seminars have reached."""

from dataclasses import dataclass, field
from datetime import date

from apps.accounts.models import Department, Organisation
from apps.actionplans import attendance
from apps.actionplans.choices import SeminarState
from apps.actionplans.models import VIEW, Seminar, SeminarSide, TakingPart
from apps.procurements.models import GuidelineVersion


@dataclass
class Reach:
    """A department and the seminars of a year that it was invited to; `organisation` is the authority's name."""

    pk: int
    name: str
    sort_key: str
    organisation: str
    organisation_pk: int
    held: list[SeminarSide] = field(default_factory=list)
    planned: list[Seminar] = field(default_factory=list)

    @property
    def is_reached(self) -> bool:
        return bool(self.held)

    @property
    def number(self) -> int | None:
        """How many of its own came, as far as anybody has said."""
        known = [each.participants for each in self.held if each.department_id and each.participants is not None]
        return sum(known) if known else None

    @property
    def last(self) -> Seminar | None:
        """The latest seminar that reached it."""
        return max((each.seminar for each in self.held), key=lambda seminar: seminar.starts_at, default=None)

    @property
    def last_on(self) -> date | None:
        return self.last.day if self.last else None

    @property
    def next_on(self) -> date | None:
        """The day of the first seminar planned for it."""
        return min((each.day for each in self.planned), default=None)


def authorities_of(organisation: Organisation) -> list[Organisation]:
    """The organisation and the authorities that it works with: those in its seminars and its plans."""
    sides = SeminarSide.objects.filter(seminar__organisation=organisation).values("organisation")
    taking = TakingPart.objects.filter(item__organisation=organisation).values("organisation")
    rows = Organisation.objects.filter(is_demo=organisation.is_demo)
    others = rows.filter(pk__in=sides) | rows.filter(pk__in=taking)
    return [organisation, *others.exclude(pk=organisation.pk)]


def reach_of(user, organisation: Organisation, year: int) -> list[Reach]:
    """Every active department of the organisation and of those it works with, with the year's seminars for it.

    Only seminars that the user may see count. Five queries however many they are.
    """
    authorities = authorities_of(organisation)
    rows = Department.objects.filter(organisation__in=authorities, is_active=True).select_related("organisation")
    found = [Reach(each.pk, each.name, each.sort_key, str(each.organisation), each.organisation_id) for each in rows]
    by_key: dict[tuple[int, int | None], list[Reach]] = {}
    for reach in found:
        by_key.setdefault((reach.organisation_pk, reach.pk), []).append(reach)
        by_key.setdefault((reach.organisation_pk, None), []).append(reach)
    for side in _sides(user, authorities, year):
        seminar, whom = side.seminar, by_key.get((side.organisation_id, side.department_id), ())
        for reach in whom:
            if seminar.state == SeminarState.PLANNED:
                reach.planned.append(seminar)
            elif attendance.is_reached(side.participants, seminar.participants):
                reach.held.append(side)
    return found


def years_of(user, organisation: Organisation, today: date) -> list[int]:
    """The years in which the organisation has seminars, and this one; the latest first."""
    rows = Seminar.objects.visible_to(user, VIEW).of(organisation).order_by()
    return sorted({today.year, *rows.values_list("starts_at__year", flat=True).distinct()}, reverse=True)


def held_about(guideline: GuidelineVersion, today: date) -> int:
    """How many seminars that serve a version of the guideline have been held by the day; lower pages ask by name."""
    rows = Seminar.objects.filter(state=SeminarState.HELD, links__guideline=guideline)
    return rows.filter(starts_at__date__lte=today).count()


def _sides(user, authorities: list[Organisation], year: int):
    seminars = Seminar.objects.visible_to(user, VIEW).filter(starts_at__year=year)
    rows = SeminarSide.objects.filter(organisation__in=authorities, seminar__in=seminars)
    return rows.exclude(seminar__state=SeminarState.CANCELLED).select_related("seminar")
