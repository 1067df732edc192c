"""From the questionnaire to paragraphs, and from paragraphs to one row per union and stage (DOMAIN 5.2). Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from apps.mbl.choices import Exemption, Paragraph, Question, Route, Stage

# The fourth question presumes work by outsiders: a yes asks for 38 § too, so that an exemption leaves a row behind it.
_PARAGRAPHS: dict[Question, frozenset[Paragraph]] = {
    Question.Q1: frozenset({Paragraph.P11, Paragraph.P38}),
    Question.Q2: frozenset({Paragraph.P38}),
    Question.Q3: frozenset({Paragraph.P38}),
    Question.Q4: frozenset({Paragraph.P38}),
    Question.Q5: frozenset({Paragraph.P11}),
    Question.Q6: frozenset({Paragraph.P19}),
    Question.Q7: frozenset({Paragraph.P19}),
}


@dataclass(frozen=True)
class AgreementTerms:
    """A cooperation agreement as the route reads it. No unions or no departments named means all of them."""

    id: int
    name: str
    paragraphs: frozenset[Paragraph]
    valid_from: date
    valid_to: date | None = None
    unions: frozenset[int] = frozenset()
    departments: frozenset[int] = frozenset()
    central_request_days: int = 7

    def is_in_force(self, on: date) -> bool:
        """Whether the agreement holds on the day."""
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)

    def covers(self, paragraph: Paragraph, union: int, department: int, on: date) -> bool:
        """Whether the agreement replaces the paragraph for this union and department on the day."""
        party = not self.unions or union in self.unions
        in_scope = not self.departments or department in self.departments
        return self.is_in_force(on) and party and in_scope and paragraph in self.paragraphs


@dataclass(frozen=True)
class RowPlan:
    """A row of the checklist to be made: ids of the union and of the agreement it goes through, if any."""

    union: int
    stage: Stage
    paragraph: Paragraph
    route: Route
    agreement: int | None = None


def covering(
    agreements: Iterable[AgreementTerms], paragraph: Paragraph, union: int, department: int, on: date
) -> AgreementTerms | None:
    """The agreement that replaces a paragraph for a union and department on the day; of several the newest counts."""
    found = [each for each in agreements if each.covers(paragraph, union, department, on)]
    return max(found, key=lambda each: (each.valid_from, each.id), default=None)


def offered_exemptions(answers: Mapping[Question, bool]) -> tuple[Exemption, ...]:
    """The grounds that may be chosen against 38 §: after a yes to Q4, never for hired staff (38 § MBL, fact 47)."""
    return tuple(Exemption) if answers.get(Question.Q4) and not answers.get(Question.Q3) else ()


def needed(answers: Mapping[Question, bool], exemption: str = "") -> frozenset[Paragraph]:
    """The paragraphs to consult under; empty means that nothing is owed, which asks for a motive.

    Unanswered questions count as no. An exemption takes away 38 §: what it took is
    `needed(answers) - needed(answers, exemption)`, and comes back when a union asks (fact 46).
    Raises ValueError with a Swedish sentence for an exemption that is not offered.
    """
    found = frozenset().union(*(_PARAGRAPHS[Question(key)] for key, is_yes in answers.items() if is_yes))
    if not exemption:
        return found
    if exemption not in offered_exemptions(answers):
        raise ValueError(
            "Undantag från 38 § gäller aldrig inhyrd personal. Ta bort undantaget."
            if answers.get(Question.Q3)
            else "Undantaget från 38 § saknar stöd i svaren. Svara ja på frågan om kort arbete, särskild sakkunskap "
            "eller redan godtaget arbete, eller ta bort undantaget."
        )
    return found - {Paragraph.P38}


def rows(
    needed: Iterable[Paragraph],
    unions: Iterable[int],
    agreements: Iterable[AgreementTerms],
    on: date,
    *,
    department: int,
) -> list[RowPlan]:
    """One row per union and stage, stage A first. Stage A carries 11 §, else 19 § as information; stage B carries 38 §.

    A paragraph that an agreement in force covers for the union and department goes to the group, else it is a
    negotiation of its own (fact 45).
    """
    wanted = frozenset(needed)
    stages = [(Stage.A, each) for each in (Paragraph.P11, Paragraph.P19) if each in wanted][:1]
    stages += [(Stage.B, Paragraph.P38)] if Paragraph.P38 in wanted else []
    unions, agreements = tuple(unions), tuple(agreements)
    return [
        _row(union, stage, paragraph, covering(agreements, paragraph, union, department, on))
        for stage, paragraph in stages
        for union in unions
    ]


def _row(union: int, stage: Stage, paragraph: Paragraph, agreement: AgreementTerms | None) -> RowPlan:
    if agreement:
        return RowPlan(union, stage, paragraph, Route.GROUP, agreement.id)
    return RowPlan(union, stage, paragraph, Route.INFORMATION if paragraph == Paragraph.P19 else Route.NEGOTIATION)
