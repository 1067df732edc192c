"""What somebody must be told about a deadline, and what somebody answered."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from apps.accounts.access import grants, role_permissions, rows_in_scope
from apps.accounts.models import Department, Organisation
from apps.core.audit import audited
from apps.core.personal_numbers import refuse_personal_number
from apps.reminders.choices import Answer, Audience, ReminderState, WhySuppressed
from apps.reminders.models.mail import OutboxMail


class ReminderQuerySet(models.QuerySet):
    def visible_to(self, user):
        """One's own, and those about deadlines that the user may see by the permission they ask for."""
        scope = Q(recipient=user)
        for grant in grants(user):
            rows = Q(organisation=grant.organisation_id, permission__in=role_permissions(grant.role))
            if grant.department_id:
                rows &= Q(department=grant.department_id)
            scope |= rows
        return self.filter(scope)

    def planned(self):
        """Those no mail has taken up yet."""
        return self.filter(state=ReminderState.PLANNED)


@audited(
    plain="id organisation department deadline_key kind due_on step send_on recipient audience title context "
    "context_url url permission created_at",
    unrecorded="state why_suppressed mail settled_at",
    is_bulk=True,
)
class Reminder(models.Model):
    """One step before or after one due day of one deadline, to one person. The row is the promise (fact 56).

    The database holds that there is only one: however many planners run, and however often.
    """

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="reminders")
    department = models.ForeignKey(Department, models.SET_NULL, null=True, blank=True, related_name="reminders")
    deadline_key = models.CharField("uppgiftens nyckel", max_length=120)
    kind = models.CharField("slag", max_length=30)
    due_on = models.DateField("dag")
    step = models.CharField("steg", max_length=20)
    send_on = models.DateField("skickas")
    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="reminders")
    audience = models.CharField("som", max_length=20, choices=Audience.choices)
    # What the deadline was called when it was planned, for the list of what was sent.
    title = models.CharField("uppgift", max_length=300)
    context = models.CharField("hör till", max_length=300, blank=True)
    context_url = models.CharField("sida", max_length=200, blank=True)
    url = models.CharField("uppgiftens sida", max_length=200)
    permission = models.CharField("behörighet", max_length=60)
    state = models.CharField("läge", max_length=20, choices=ReminderState.choices, default=ReminderState.PLANNED)
    why_suppressed = models.CharField("varför inte", max_length=20, choices=WhySuppressed.choices, blank=True)
    mail = models.ForeignKey(OutboxMail, models.PROTECT, null=True, blank=True, related_name="reminders")
    created_at = models.DateTimeField("planerad", auto_now_add=True)
    settled_at = models.DateTimeField("avgjord", null=True, blank=True)

    objects = ReminderQuerySet.as_manager()

    class Meta:
        verbose_name = "påminnelse"
        verbose_name_plural = "påminnelser"
        ordering = ["-send_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["deadline_key", "recipient", "step", "due_on", "organisation"],
                name="reminder_once",
                violation_error_message="Påminnelsen är redan planerad.",
            ),
            models.CheckConstraint(
                name="reminder_mailed_has_mail",
                condition=Q(state=ReminderState.MAILED) ^ Q(mail__isnull=True),
                violation_error_message="En skickad påminnelse hör till ett mejl.",
            ),
            models.CheckConstraint(
                name="reminder_suppressed_says_why",
                condition=Q(state=ReminderState.SUPPRESSED) ^ Q(why_suppressed=""),
                violation_error_message="En påminnelse som inte behövs har ett skäl.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["organisation", "recipient"],
                name="reminder_planned",
                condition=Q(state=ReminderState.PLANNED),
            ),
            models.Index(fields=["organisation", "deadline_key"], name="reminder_of_deadline"),
            models.Index(fields=["organisation", "context_url", "-send_on"], name="reminder_of_context"),
            models.Index(fields=["recipient", "-send_on"], name="reminder_of_person"),
        ]

    def __str__(self):
        return f"{self.title}, {self.due_on}"


class DeadlineNoteQuerySet(models.QuerySet):
    def visible_to(self, user, perm: str):
        """Answers in the organisations and departments in which the user holds the permission."""
        return self.filter(rows_in_scope(user, perm, organisation="organisation", department="department"))

    def standing(self):
        """Those nobody has taken back."""
        return self.filter(undone_at=None)


@audited(
    plain="id organisation department deadline_key due_on answer new_due_on title context url created_at created_by "
    "undone_at undone_by token",
    personal="reason",
)
class DeadlineNote(models.Model):
    """That a deadline is done, or gets a new day: said by a person, since no row of the product tells it.

    It answers one due day; when the deadline itself moves the note no longer holds.
    """

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="deadline_notes")
    department = models.ForeignKey(Department, models.SET_NULL, null=True, blank=True, related_name="+")
    deadline_key = models.CharField("uppgiftens nyckel", max_length=120)
    due_on = models.DateField("dag")
    answer = models.CharField("svar", max_length=20, choices=Answer.choices)
    new_due_on = models.DateField("ny dag", null=True, blank=True)
    reason = models.CharField("skäl", max_length=300, blank=True, validators=[refuse_personal_number])
    title = models.CharField("uppgift", max_length=300)
    context = models.CharField("hör till", max_length=300, blank=True)
    url = models.CharField("uppgiftens sida", max_length=200)
    created_at = models.DateTimeField("svarat", auto_now_add=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    undone_at = models.DateTimeField("ångrat", null=True, blank=True)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    token = models.UUIDField("formulärets märke", unique=True, editable=False)

    objects = DeadlineNoteQuerySet.as_manager()

    class Meta:
        verbose_name = "svar på uppgift"
        verbose_name_plural = "svar på uppgifter"
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "deadline_key", "due_on"],
                condition=Q(undone_at=None),
                name="deadline_note_once",
                violation_error_message="Någon har redan svarat på uppgiften. Läs svaret först.",
            ),
            models.CheckConstraint(
                name="deadline_note_new_day_has_day_and_reason",
                condition=~Q(answer=Answer.NEW_DAY) | (Q(new_due_on__isnull=False) & ~Q(reason="")),
                violation_error_message="En ny tid ska ha både en dag och ett skäl.",
            ),
            models.CheckConstraint(
                name="deadline_note_done_has_no_day",
                condition=~Q(answer=Answer.DONE) | Q(new_due_on=None),
                violation_error_message="En uppgift som är klar har ingen ny dag.",
            ),
        ]

    def __str__(self):
        return f"{self.title}: {self.get_answer_display()}"
