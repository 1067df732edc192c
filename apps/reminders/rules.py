"""What planning and mails need of what an organisation, and each person, has decided about reminders."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta

from apps.accounts.models import Organisation
from apps.core.calendar import roll_back, roll_forward
from apps.reminders.choices import Frequency
from apps.reminders.kinds import kind_of
from apps.reminders.models import NoticeChoice, ReminderSettings
from apps.reminders.planning import REPEATS_END, Rule
from apps.reminders.rule_queries import Ruling, rulings_of

ONE_DAY = timedelta(days=1)
# Working days are spread over weekends and holidays; the longest row of them is shorter.
ROLLED = timedelta(days=14)


@dataclass(frozen=True)
class Decided:
    """An organisation's hours, quiet days and rules."""

    send_at: time
    off: frozenset[date]
    active_from: date
    sends_heads: bool
    rulings: Mapping[str, Ruling]

    def ruling(self, key: str) -> Ruling:
        """What holds for the deadline with the key. Raises KeyError for a beginning that no kind names."""
        return self.rulings[kind_of(key).name]

    def window(self, today: date) -> tuple[date, date]:
        """The first and the last due day that may have a step on `today`, however long the mail rests around it.

        What comes due once the organisation has begun is looked for whatever its age: a deadline that is opened again,
        or moved, long after its day is told of anew. What was over before that is not.
        """
        rules = [each.rule for each in self.rulings.values()]
        late = max(
            _days(rule, max((0, *rule.after, rule.head_after or 0, rule.coordinator_after or 0))) for rule in rules
        )
        early = max(_days(rule, max(rule.before, default=0)) for rule in rules)
        opened, opens = roll_back(today - ONE_DAY, self.off), roll_forward(today + ONE_DAY, self.off)
        return min(opened, self.active_from) - max(REPEATS_END, late) - ROLLED, opens + early + ROLLED


@dataclass(frozen=True)
class Chosen:
    """How one person wants the mails of one organisation."""

    frequency: Frequency = Frequency.DIGEST
    muted: frozenset[str] = frozenset()

    def wants(self, ruling: Ruling) -> bool:
        """Whether the person is to be told: what is required cannot be muted."""
        return ruling.is_required or ruling.kind.name not in self.muted


def decided_by(organisation: Organisation, *, today: date) -> Decided:
    """What the organisation has decided. Its settings are made the first time, so that the past is not told of."""
    row, _ = ReminderSettings.objects.get_or_create(organisation=organisation, defaults={"active_from": today})
    return Decided(
        send_at=row.send_at,
        off=frozenset(row.quiet_days),
        active_from=row.active_from,
        sends_heads=row.sends_heads,
        rulings=rulings_of(organisation),
    )


def chosen_in(organisation: Organisation) -> dict[int, Chosen]:
    """What people have chosen in the organisation, by user id. Who has chosen nothing is not there."""
    rows = NoticeChoice.objects.filter(organisation=organisation)
    return {each.user_id: Chosen(Frequency(each.frequency), frozenset(each.muted_kinds)) for each in rows}


def _days(rule: Rule, number: int) -> timedelta:
    """At least as many calendar days as the rule's number spans: five working days take a week, holidays more."""
    return timedelta(days=number * 2 if rule.in_working_days else number)
