"""Writes of rules, hours and each person's choice of mails. All raise ValidationError with Swedish sentences."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, time

from django.core.exceptions import ValidationError

from apps.accounts.models import Organisation, User
from apps.core.actions import action, change, refuse_stale
from apps.reminders.choices import Frequency, MailKind
from apps.reminders.fields import MOST_DAYS_OFF, TOO_MANY
from apps.reminders.kinds import BY_NAME
from apps.reminders.models import NoticeChoice, ReminderRule, ReminderSettings
from apps.reminders.planning import Rule
from apps.reminders.rule_queries import choice_of, rule_row_of, rulings_of, settings_of
from apps.reminders.rule_words import problems

NO_KIND = "Det finns inget slag som heter {name}."
NOT_OPTIONAL = "{label} får inte väljas bort: {why}."


@action
def save_rule(
    *, by, organisation: Organisation, kind: str, rule: Rule, is_required: bool = False, seen: str | None = None
) -> ReminderRule | None:
    """Keep the organisation's own rule of a kind. One like the shipped rule is not kept, and None is given.

    Raises core.actions.Conflict when the rule is not what was `seen`.
    """
    row = _locked_rule(organisation, kind)
    refuse_stale(row, seen)
    known = BY_NAME[kind]
    is_required = is_required or known.is_required
    found: dict[str, list[str]] = {}
    for field, sentence in problems(rule, is_law=known.is_required, is_required=is_required):
        found.setdefault(field, []).append(sentence)
    if found:
        raise ValidationError(found)
    if rule == known.default and is_required == known.is_required:
        ReminderRule.objects.filter(organisation=organisation, kind=kind).delete()
        return None
    days = {"before": sorted(rule.before, reverse=True), "after": sorted(rule.after)}
    change(row, asdict(rule) | days | {"is_required": is_required})
    return row


@action
def reset_rule(*, by, organisation: Organisation, kind: str) -> None:
    """Let the shipped rule of a kind hold again."""
    ReminderRule.objects.filter(organisation=organisation, kind=kind).delete()


@action
def save_settings(
    *,
    by,
    organisation: Organisation,
    send_at: time,
    quiet_days: Iterable[date],
    sends_heads: bool,
    seen: str | None = None,
) -> ReminderSettings:
    """Keep the organisation's hours and own days without mail. Raises core.actions.Conflict like `save_rule`."""
    _lock(organisation)
    row = settings_of(organisation)
    refuse_stale(row, seen)
    days = sorted(set(quiet_days))
    if len(days) > MOST_DAYS_OFF:
        raise ValidationError({"quiet_days": TOO_MANY.format(count=len(days), most=MOST_DAYS_OFF)})
    change(row, {"send_at": send_at, "quiet_days": days, "sends_heads": sends_heads})
    return row


@action
def save_choice(
    *,
    by: User,
    organisation: Organisation,
    frequency: Frequency,
    muted_kinds: Iterable[str],
    seen: str | None = None,
) -> NoticeChoice:
    """Keep how `by` wants the organisation's mails. What the law or the organisation asks for cannot be muted."""
    _lock(organisation)
    row = choice_of(by, organisation)
    refuse_stale(row, seen)
    muted = sorted(set(muted_kinds))
    _refuse_required(organisation, muted)
    change(row, {"frequency": frequency, "muted_kinds": muted})
    return row


@action
def mute_optional(*, by, user: User, organisation: Organisation) -> NoticeChoice:
    """Switch off every mail of the organisation that the person may do without; said twice it is the same."""
    _lock(organisation)
    row = choice_of(user, organisation)
    change(row, {"muted_kinds": optional_names(organisation)})
    return row


def optional_names(organisation: Organisation) -> list[str]:
    """What a person may switch off: kinds that neither law nor organisation asks for, and the head's week."""
    kinds = [name for name, ruling in rulings_of(organisation).items() if not ruling.is_required]
    return sorted([*kinds, MailKind.HEADS.value])


def _refuse_required(organisation: Organisation, muted: list[str]) -> None:
    rulings = rulings_of(organisation)
    for name in muted:
        if name == MailKind.HEADS:
            continue
        if name not in rulings:
            raise ValidationError({"kinds": NO_KIND.format(name=name)})
        if rulings[name].is_required:
            label, why = rulings[name].kind.label, rulings[name].why_required
            raise ValidationError({"kinds": NOT_OPTIONAL.format(label=label, why=why)})


def _locked_rule(organisation: Organisation, kind: str) -> ReminderRule:
    """The row, held through its organisation: there may be none yet, and two must not make one each."""
    _lock(organisation)
    return rule_row_of(organisation, kind)


def _lock(organisation: Organisation) -> None:
    Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)
