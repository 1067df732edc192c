"""What holds in an organisation: its own rules and hours, or the ones that are shipped."""

from dataclasses import asdict, dataclass, fields

from django.utils import timezone

from apps.accounts.access import grants_with
from apps.accounts.models import Department, Organisation, User
from apps.reminders.choices import MailKind
from apps.reminders.kinds import BY_NAME, KINDS, Kind
from apps.reminders.models import NoticeChoice, ReminderRule, ReminderSettings
from apps.reminders.planning import Rule
from apps.reminders.rule_words import sentence

BY_LAW, BY_DECISION = "den bygger på lag", "organisationen har bestämt det"
# What the deadlines of every kind ask for: who holds none of it is reminded of nothing.
REMINDED = (
    "procurements.view_procurement",
    "mbl.run_consultation",
    "placements.change_placement",
    "placements.approve_purge",
)
HEADS_LABEL = "Förvaltningens vecka: vad som är försenat i din förvaltning"


@dataclass(frozen=True)
class Ruling:
    """The rule of a kind in an organisation. `is_own` when the organisation has decided it."""

    kind: Kind
    rule: Rule
    is_required: bool
    is_own: bool

    @property
    def sentence(self) -> str:
        return sentence(self.rule)

    @property
    def why_required(self) -> str:
        """Why nobody may switch the kind off; empty when a person may."""
        if self.kind.is_required:
            return BY_LAW
        return BY_DECISION if self.is_required else ""


def rulings_of(organisation: Organisation) -> dict[str, Ruling]:
    """The rule of every kind by its name, in the order of `kinds.KINDS`. One query."""
    own = {row.kind: row for row in ReminderRule.objects.filter(organisation=organisation)}
    return {kind.name: _ruling(own.get(kind.name) or _shipped(organisation, kind)) for kind in KINDS}


def ruling_of(organisation: Organisation, name: str) -> Ruling:
    """The rule of one kind. Raises KeyError for a kind that does not exist."""
    return _ruling(rule_row_of(organisation, name))


def rule_row_of(organisation: Organisation, name: str) -> ReminderRule:
    """The organisation's own row of a kind, or an unsaved one with what is shipped. Raises KeyError."""
    kind = BY_NAME[name]
    row = ReminderRule.objects.filter(organisation=organisation, kind=name).first()
    return row or _shipped(organisation, kind)


def settings_of(organisation: Organisation) -> ReminderSettings:
    """The organisation's hours; an unsaved row with the shipped ones when it has decided none."""
    row = ReminderSettings.objects.filter(organisation=organisation).first()
    began = timezone.localdate(organisation.created_at)
    return row or ReminderSettings(organisation=organisation, active_from=began)


def choice_of(user: User, organisation: Organisation) -> NoticeChoice:
    """How the person wants the organisation's mails; an unsaved row with a digest of everything when not chosen."""
    row = NoticeChoice.objects.filter(user=user, organisation=organisation).first()
    return row or NoticeChoice(user=user, organisation=organisation)


def is_reminded(user: User, organisation: Organisation) -> bool:
    """Whether the person's roles in the organisation give any reminders. A union's representative gets calls only."""
    return any(grant.organisation_id == organisation.pk for name in REMINDED for grant in grants_with(user, name))


def optional_of(user: User, organisation: Organisation) -> dict[str, str]:
    """What the person may switch off, with its label: kinds nobody requires, and the week of one's own department."""
    found = {name: each.kind.label for name, each in rulings_of(organisation).items() if not each.is_required}
    if Department.objects.filter(organisation=organisation, head=user, is_active=True).exists():
        found[MailKind.HEADS.value] = HEADS_LABEL
    return found


def required_of(organisation: Organisation) -> list[Ruling]:
    """The kinds that nobody may switch off."""
    return [each for each in rulings_of(organisation).values() if each.is_required]


def _shipped(organisation: Organisation, kind: Kind) -> ReminderRule:
    values = asdict(kind.default)
    days = {name: list(values.pop(name)) for name in ("before", "after")}
    return ReminderRule(organisation=organisation, kind=kind.name, is_required=kind.is_required, **days, **values)


def _ruling(row: ReminderRule) -> Ruling:
    kind = BY_NAME[row.kind]
    values = {each.name: getattr(row, each.name) for each in fields(Rule)}
    rule = Rule(**values | {"before": tuple(row.before), "after": tuple(row.after)})
    return Ruling(kind, rule, kind.is_required or row.is_required, is_own=row.pk is not None)
