"""Words of the access table: the roles, groups of them, and what may be said of an address."""

from dataclasses import dataclass

ROLES = ("officer", "coordinator", "department", "matcher", "union", "politician", "administrator")
ALL = frozenset(ROLES)
SEE_WORK = frozenset({"officer", "coordinator", "department", "matcher"})
SEE_PROCUREMENTS = SEE_WORK | {"administrator"}
BUY = frozenset({"officer", "coordinator"})
FOLLOW_CONSULTATION = BUY | {"department"}
NEGOTIATE = frozenset({"department"})
MATCH = frozenset({"matcher"})
KEEP_CONTACTS = BUY | MATCH
ACTIVITY = frozenset({"matcher", "coordinator"})
FIGURES = ALL - {"union"}
SEE_PLAN = FIGURES - MATCH
UNION = frozenset({"union"})
COORDINATE = frozenset({"coordinator"})
ADMINISTER = frozenset({"administrator"})
APPROVE_PURGE = ADMINISTER | COORDINATE
NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Rule:
    """Who may GET and who may POST. `obj` names the kind of object in the address ("" when there is none);
    a `common` object is not of one organisation; an `is_open` page needs no sign-in."""

    get: frozenset[str]
    post: frozenset[str] = NOBODY
    obj: str = ""
    common: bool = False
    is_open: bool = False


OPEN = Rule(ALL, is_open=True)


def page(get: frozenset[str], obj: str = "", *, common: bool = False) -> Rule:
    """A page that is only read."""
    return Rule(get, NOBODY, obj, common)


def form(who: frozenset[str], obj: str = "", *, common: bool = False) -> Rule:
    """A page with a form: the same people read and post it."""
    return Rule(who, who, obj, common)


def press(who: frozenset[str], obj: str = "", *, common: bool = False) -> Rule:
    """A button without a page of its own."""
    return Rule(NOBODY, who, obj, common)
