"""Reminders, the mails they leave in, and what people and organisations have decided about both."""

from apps.reminders.models.feed import CalendarFeed
from apps.reminders.models.mail import BouncingAddress, DeliveryEvent, OutboxMail, Pulse
from apps.reminders.models.reminder import DeadlineNote, Reminder
from apps.reminders.models.rule import NoticeChoice, ReminderRule, ReminderSettings

__all__ = [
    "BouncingAddress",
    "CalendarFeed",
    "DeadlineNote",
    "DeliveryEvent",
    "NoticeChoice",
    "OutboxMail",
    "Pulse",
    "Reminder",
    "ReminderRule",
    "ReminderSettings",
]
