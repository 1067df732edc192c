"""How a step stands by what the product's own rows tell, and the evidence in a sentence. Pure."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from apps.accounts.choices import Role
from apps.onboarding.choices import Step, StepState

# Somebody has to hold each of these before the work can go round; the matcher is a step of its own.
NEEDED_ROLES = (Role.OFFICER, Role.COORDINATOR, Role.DEPARTMENT, Role.ADMINISTRATOR)
NAMED = 3


@dataclass(frozen=True)
class Facts:
    """What an organisation has on a day.

    `roles` says how many people hold each role. `guideline` is the version in force, else the one furthest on, with the
    day from which it is in force when that is decided; `clauses` and `reviewed` count its clauses and those a lawyer
    has read. `agreements` are (first day, last day or None). `missing_thresholds` names the kinds without one.
    `unions` has each local union with whether anybody speaks for it. `target_years` are this year and later ones.
    `published_on` is when the first procurement with a requirement was published since the start; `is_prepared` that
    one has a requirement and waits to be published. `trained_on` is when a seminar first reached it since the start.
    """

    today: date
    roles: dict[str, int] = field(default_factory=dict)
    unions: tuple[tuple[str, bool], ...] = ()
    agreements: tuple[tuple[date, date | None], ...] = ()
    guideline: str = ""
    valid_from: date | None = None
    clauses: int = 0
    reviewed: int = 0
    missing_thresholds: tuple[str, ...] = ()
    has_thresholds: bool = True
    target_years: tuple[int, ...] = ()
    retention_rules: int = 0
    retention_classes: int = 0
    published_on: date | None = None
    is_prepared: bool = False
    trained_on: date | None = None


@dataclass(frozen=True)
class Sign:
    """How a step stands, and what says so."""

    state: StepState
    evidence: str


def sign(step: str, facts: Facts) -> Sign:
    """How a step stands by what is there; one that only people can tell of is left, without evidence."""
    return _SIGNS[step](facts) if step in _SIGNS else Sign(StepState.REMAINS, "")


def _roles(facts: Facts) -> Sign:
    missing = [role.label for role in NEEDED_ROLES if not facts.roles.get(role)]
    if not missing:
        told = ", ".join(f"{role.label} {facts.roles[role]}" for role in NEEDED_ROLES)
        return Sign(StepState.DONE, f"Alla roller har någon: {told}.")
    begun = len(missing) < len(NEEDED_ROLES)
    return Sign(_begun(begun), f"Ingen är {_listed(missing, 'eller', len(NEEDED_ROLES))}.")


def _matcher(facts: Facts) -> Sign:
    count = facts.roles.get(Role.MATCHER, 0)
    if count:
        return Sign(StepState.DONE, f"{count} {'person är' if count == 1 else 'personer är'} matchare.")
    return Sign(StepState.REMAINS, "Ingen är matchare.")


def _unions(facts: Facts) -> Sign:
    total = len(facts.unions)
    silent = [name for name, is_heard in facts.unions if not is_heard]
    if not total:
        return Sign(StepState.REMAINS, "Ingen facklig organisation är registrerad.")
    registered = f"{total} fack {'registrerat' if total == 1 else 'registrerade'}"
    if silent:
        return Sign(StepState.IN_PROGRESS, f"{registered}. Kontakt saknas för {_listed(silent, 'och')}.")
    return Sign(StepState.DONE, f"{registered}, {'med' if total == 1 else 'alla med'} kontakt.")


def _agreement(facts: Facts) -> Sign:
    held = [last for first, last in facts.agreements if first <= facts.today and (not last or last >= facts.today)]
    coming = [first for first, _ in facts.agreements if first > facts.today]
    if held:
        return Sign(StepState.DONE, f"{len(held)} samverkansavtal gäller.")
    if coming:
        return Sign(StepState.IN_PROGRESS, f"Ett samverkansavtal gäller från {min(coming)}.")
    ended = "Samverkansavtalet har gått ut." if facts.agreements else "Inget samverkansavtal är registrerat."
    return Sign(StepState.REMAINS, ended)


def _clauses(facts: Facts) -> Sign:
    if not facts.clauses:
        return Sign(StepState.REMAINS, "Det finns inga klausuler.")
    told = f"{facts.reviewed} av {facts.clauses} klausuler är granskade."
    if facts.reviewed == facts.clauses:
        return Sign(StepState.DONE, told)
    return Sign(_begun(facts.reviewed > 0), told)


def _guideline(facts: Facts) -> Sign:
    if not facts.guideline:
        return Sign(StepState.REMAINS, "Ingen riktlinje är påbörjad.")
    if facts.valid_from is None:
        return Sign(StepState.IN_PROGRESS, f"”{facts.guideline}” är inte beslutad.")
    told = f"”{facts.guideline}” gäller från {facts.valid_from}."
    return Sign(StepState.DONE if facts.valid_from <= facts.today else StepState.IN_PROGRESS, told)


def _thresholds(facts: Facts) -> Sign:
    if not facts.missing_thresholds:
        return Sign(StepState.DONE, f"Tröskelvärden finns för {facts.today.year}.")
    told = f"Tröskelvärde saknas för {_listed(facts.missing_thresholds, 'och')}."
    return Sign(_begun(facts.has_thresholds), told)


def _targets(facts: Facts) -> Sign:
    if facts.target_years:
        return Sign(StepState.DONE, f"Mål finns för {_listed([str(year) for year in facts.target_years], 'och')}.")
    return Sign(StepState.REMAINS, f"Inget mål är satt för {facts.today.year}.")


def _retention(facts: Facts) -> Sign:
    told = f"{facts.retention_rules} av {facts.retention_classes} gallringsregler är beslutade."
    if facts.retention_rules == facts.retention_classes:
        return Sign(StepState.DONE, told)
    return Sign(_begun(facts.retention_rules > 0), told)


def _pilot(facts: Facts) -> Sign:
    if facts.published_on:
        return Sign(StepState.DONE, f"En upphandling med krav annonserades {facts.published_on}.")
    if facts.is_prepared:
        return Sign(StepState.IN_PROGRESS, "En upphandling har krav men är inte annonserad.")
    return Sign(StepState.REMAINS, "Ingen upphandling med krav är annonserad sedan starten.")


def _training(facts: Facts) -> Sign:
    if facts.trained_on:
        return Sign(StepState.DONE, f"Ett seminarium hölls {facts.trained_on}.")
    return Sign(StepState.REMAINS, "")


def _begun(is_begun: bool) -> StepState:
    return StepState.IN_PROGRESS if is_begun else StepState.REMAINS


def _listed(names: list[str] | tuple[str, ...], word: str, most: int = NAMED) -> str:
    """ "a, b och c"; of many the first, and how many more."""
    shown = list(names[:most])
    if len(names) > most:
        return f"{', '.join(shown)} och {len(names) - most} till"
    return f" {word} ".join(filter(None, [", ".join(shown[:-1]), shown[-1]]))


_SIGNS: dict[str, Callable[[Facts], Sign]] = {
    Step.ROLES: _roles,
    Step.MATCHER: _matcher,
    Step.UNIONS: _unions,
    Step.AGREEMENT: _agreement,
    Step.CLAUSES: _clauses,
    Step.GUIDELINE: _guideline,
    Step.THRESHOLDS: _thresholds,
    Step.TARGETS: _targets,
    Step.RETENTION: _retention,
    Step.TRAINING: _training,
    Step.PILOT: _pilot,
}
