"""What holds in an organisation: its own rules and hours, or the ones that are shipped."""

from dataclasses import dataclass
from datetime import time

from django.utils import timezone

from apps.accounts.models import Organisation, User
from apps.reminders.kinds import BY_NAME, KINDS, Kind
from apps.reminders.models import NoticeChoice, ReminderRule, ReminderSettings
from apps.reminders.planning import Rule
from apps.reminders.rule_words import sentence

FIRST_HOUR, LAST_HOUR = time(5), time(17)


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
        """Who says that nobody may switch the kind off; empty when a person may."""
        if self.kind.is_required:
            return "lagen"
        return "organisationen" if self.is_required else ""


def rulings_of(organisation: Organisation) -> dict[str, Ruling]:
    """The rule of every kind by its name, in the order of `kinds.KINDS`. One query."""
    own = {row.kind: row for row in ReminderRule.objects.filter(organisation=organisation)}
    return {kind.name: _ruling(kind, own.get(kind.name)) for kind in KINDS}


def ruling_of(organisation: Organisation, name: str) -> Ruling:
    """The rule of one kind. Raises KeyError for a kind that does not exist."""
    row = ReminderRule.objects.filter(organisation=organisation, kind=name).first()
    return _ruling(BY_NAME[name], row)


def settings_of(organisation: Organisation) -> ReminderSettings:
    """The organisation's hours; an unsaved row with the shipped ones when it has decided none."""
    row = ReminderSettings.objects.filter(organisation=organisation).first()
    began = timezone.localdate(organisation.created_at)
    return row or ReminderSettings(organisation=organisation, active_from=began)


def choice_of(user: User, organisation: Organisation) -> NoticeChoice:
    """How the person wants the organisation's mails; an unsaved row with a digest of everything when not chosen."""
    row = NoticeChoice.objects.filter(user=user, organisation=organisation).first()
    return row or NoticeChoice(user=user, organisation=organisation)


def _ruling(kind: Kind, row: ReminderRule | None) -> Ruling:
    if row is None:
        return Ruling(kind, kind.default, kind.is_required, is_own=False)
    rule = Rule(
        before=tuple(row.before),
        after=tuple(row.after),
        repeat_every=row.repeat_every,
        in_working_days=row.in_working_days,
        head_after=row.head_after,
        coordinator_after=row.coordinator_after,
        at_once=row.at_once,
    )
    return Ruling(kind, rule, kind.is_required or row.is_required, is_own=True)
