"""The unit's own yearly plan: items with goals, who takes part, what they lead to, and how it goes."""

import uuid
from datetime import timedelta

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import ExtractDay, ExtractMonth
from django.db.models.lookups import Exact
from django.urls import reverse

from apps.accounts.access import rows_in_scope
from apps.accounts.models import Department, Organisation
from apps.actionplans import due
from apps.actionplans.choices import OPEN_STATES, DueKind, ItemState, PlanScope, PlanState
from apps.core.audit import audited
from apps.core.personal_numbers import refuse_personal_number
from apps.procurements.models import GuidelineVersion, Procurement

VIEW, CHANGE = "actionplans.view_plan", "actionplans.change_plan"
_TOMORROW = models.ExpressionWrapper(F("due_on") + timedelta(days=1), models.DateField())


def words(label: str, length: int) -> models.TextField:
    """A free text, never with anything like a personal number in it."""
    return models.TextField(label, blank=True, max_length=length, validators=[refuse_personal_number])


class OfPlan(models.QuerySet):
    """Plans, or rows that belong to one through `plan_path`."""

    plan_path = ""

    def visible_to(self, user, perm: str):
        """Rows of plans of organisations in which the user holds the permission.

        A decided plan for all authorities is read by all of them; examples are never mixed with real ones.
        """
        path = self.plan_path
        seen = rows_in_scope(user, perm, organisation=f"{path}organisation")
        if perm == VIEW:
            kinds = Organisation.objects.visible_to(user, perm).values("is_demo")
            together = {f"{path}scope": PlanScope.ALL, f"{path}organisation__is_demo__in": kinds}
            seen |= Q(**together) & ~Q(**{f"{path}state": PlanState.DRAFT})
        return self.filter(seen)


class PlanQuerySet(OfPlan):
    def of(self, organisation):
        """The organisation's own, and the decided ones of all authorities together."""
        together = Q(scope=PlanScope.ALL, organisation__is_demo=organisation.is_demo) & ~Q(state=PlanState.DRAFT)
        return self.filter(Q(organisation=organisation) | together)

    def search(self, words: str):
        """Plans by title, or by the year when the words are one."""
        year = Q(year=int(words)) if words.isascii() and words.isdecimal() and len(words) == 4 else Q(pk__in=[])
        return self.filter(Q(title__icontains=words) | Q(items__title__icontains=words) | year).distinct()


class ItemQuerySet(OfPlan):
    plan_path = "plan__"


class OfItem(OfPlan):
    plan_path = "item__plan__"


class GoalQuerySet(OfItem):
    def open(self):
        """Goals somebody has to reach: not done, under items that are neither done nor moved."""
        return self.filter(done_on=None, item__state__in=OPEN_STATES)


def plan_name(title: str, year: int) -> str:
    """What a plan is called: its title, with the year when that does not say it."""
    return title if str(year) in title else f"{title} {year}"


@audited(
    plain="id organisation scope year title introduction state decided_by_body decided_on reference published_at "
    "published_by carried_from created_by created_at updated_at token is_demo"
)
class Plan(models.Model):
    """The plan of a year, of one organisation or of all authorities that the procurement unit buys for."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="action_plans")
    scope = models.CharField("gäller", max_length=20, choices=PlanScope.choices, default=PlanScope.ORGANISATION)
    year = models.PositiveSmallIntegerField("år")
    title = models.CharField("rubrik", max_length=120, validators=[refuse_personal_number])
    introduction = words("inledning", 3000)
    state = models.CharField("läge", max_length=10, choices=PlanState.choices, default=PlanState.DRAFT)
    decided_by_body = models.CharField("beslutad av", max_length=120, blank=True, validators=[refuse_personal_number])
    decided_on = models.DateField("beslutsdatum", null=True, blank=True)
    reference = models.CharField(
        "beslutets beteckning", max_length=120, blank=True, validators=[refuse_personal_number]
    )
    published_at = models.DateTimeField("publicerad", null=True, blank=True)
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    carried_from = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="carried_to")
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField("skapad", auto_now_add=True)
    updated_at = models.DateTimeField("ändrad", auto_now=True)
    token = models.UUIDField("formulärets märke", default=uuid.uuid4, unique=True, editable=False)
    is_demo = models.BooleanField("exempeldata", default=False)

    objects = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = "handlingsplan"
        verbose_name_plural = "handlingsplaner"
        ordering = ["-year", "scope", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "scope", "year"],
                name="actionplan_once_a_year",
                violation_error_message="Det finns redan en handlingsplan för det året. Öppna den i stället.",
            ),
            models.CheckConstraint(
                name="actionplan_year_plausible",
                condition=Q(year__range=(2000, 2098)),
                violation_error_message="Året ska vara mellan 2000 och 2098.",
            ),
            models.CheckConstraint(
                name="actionplan_decided_has_decision",
                condition=Q(state=PlanState.DRAFT)
                | (~Q(decided_by_body="") & ~Q(reference="") & Q(decided_on__isnull=False)),
                violation_error_message="En beslutad plan har vem som beslutade, datum och beteckning.",
            ),
            models.CheckConstraint(
                name="actionplan_published_has_time",
                condition=Q(state=PlanState.PUBLISHED, published_at__isnull=False)
                | (~Q(state=PlanState.PUBLISHED) & Q(published_at=None)),
                violation_error_message="En publicerad plan har en tid då den publicerades.",
            ),
        ]

    def __str__(self):
        return plan_name(self.title, self.year)

    def get_absolute_url(self):
        return reverse("actionplan_detail", args=[self.pk])

    @property
    def whom(self) -> str:
        """Whom the plan is for: the organisation, or all authorities that it buys for."""
        together = f"{self.organisation} och alla myndigheter i samarbetet"
        return together if self.scope == PlanScope.ALL else str(self.organisation)

    @property
    def is_draft(self) -> bool:
        return self.state == PlanState.DRAFT


@audited(
    plain="id organisation plan position title background purpose responsible responsible_role state moved_reason "
    "carried_from created_by created_at updated_at token"
)
class Item(models.Model):
    """Something the unit means to do. `position` is where it stands on the page, which is no ranking."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    plan = models.ForeignKey(Plan, models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField("plats")
    title = models.CharField("rubrik", max_length=160, validators=[refuse_personal_number])
    background = words("bakgrund", 3000)
    purpose = words("syfte", 3000)
    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="ansvarig"
    )
    responsible_role = models.CharField(
        "ansvarig roll", max_length=120, blank=True, validators=[refuse_personal_number]
    )
    state = models.CharField("läge", max_length=12, choices=ItemState.choices, default=ItemState.NOT_STARTED)
    moved_reason = words("skäl till flytten", 1000)
    carried_from = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="carried_to")
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField("skapad", auto_now_add=True)
    updated_at = models.DateTimeField("ändrad", auto_now=True)
    token = models.UUIDField("formulärets märke", default=uuid.uuid4, unique=True, editable=False)

    objects = ItemQuerySet.as_manager()

    class Meta:
        verbose_name = "punkt"
        verbose_name_plural = "punkter"
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "position"],
                name="planitem_position_unique",
                deferrable=models.Deferrable.DEFERRED,
                violation_error_message="Någon annan har just ändrat ordningen. Ladda om sidan och försök igen.",
            ),
            models.UniqueConstraint(
                fields=["plan", "title"],
                name="planitem_title_unique",
                violation_error_message="Planen har redan en punkt med den rubriken. Ge punkten en annan rubrik.",
            ),
            models.CheckConstraint(
                name="planitem_moved_has_reason",
                condition=Q(state=ItemState.MOVED) ^ Q(moved_reason=""),
                violation_error_message="En flyttad punkt har ett skäl, och bara en flyttad.",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("planitem_detail", args=[self.pk])

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_STATES


@audited(plain="id item organisation department")
class TakingPart(models.Model):
    """An authority, or one of its departments, that takes part in an item. `organisation` is that authority."""

    item = models.ForeignKey(Item, models.CASCADE, related_name="taking_part")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    department = models.ForeignKey(Department, models.CASCADE, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "medverkande"
        verbose_name_plural = "medverkande"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "organisation", "department"],
                nulls_distinct=False,
                name="takingpart_once",
                violation_error_message="Den medverkar redan.",
            )
        ]

    def __str__(self):
        return str(self.department or self.organisation)


@audited(plain="id organisation item procurement guideline")
class ItemLink(models.Model):
    """A procurement or a version of the guideline that an item is about."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    item = models.ForeignKey(Item, models.CASCADE, related_name="links")
    procurement = models.ForeignKey(Procurement, models.CASCADE, null=True, blank=True, related_name="+")
    guideline = models.ForeignKey(GuidelineVersion, models.CASCADE, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "koppling"
        verbose_name_plural = "kopplingar"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "procurement", "guideline"],
                nulls_distinct=False,
                name="itemlink_once",
                violation_error_message="Kopplingen finns redan.",
            ),
            models.CheckConstraint(
                name="itemlink_to_one_thing",
                condition=Q(procurement__isnull=True) ^ Q(guideline__isnull=True),
                violation_error_message="En koppling leder till en upphandling eller en riktlinje.",
            ),
        ]

    def __str__(self):
        return str(self.procurement or self.guideline)


@audited(plain="id organisation item text due_kind due_on done_on done_by created_by created_at updated_at token")
class Goal(models.Model):
    """What an item is to reach, and when. `due_on` is the last day, whatever `due_kind` shows it as."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    item = models.ForeignKey(Item, models.CASCADE, related_name="goals")
    text = models.CharField("mål", max_length=300, validators=[refuse_personal_number])
    due_kind = models.CharField("när", max_length=10, choices=DueKind.choices)
    due_on = models.DateField("senast")
    done_on = models.DateField("klart", null=True, blank=True)
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField("skapad", auto_now_add=True)
    updated_at = models.DateTimeField("ändrad", auto_now=True)
    token = models.UUIDField("formulärets märke", default=uuid.uuid4, unique=True, editable=False)

    objects = GoalQuerySet.as_manager()

    class Meta:
        verbose_name = "mål"
        verbose_name_plural = "mål"
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="goal_month_is_due_on_its_last_day",
                condition=~Q(due_kind=DueKind.MONTH) | Q(Exact(ExtractDay(_TOMORROW), 1)),
                violation_error_message="Ett mål med bara en månad gäller till månadens sista dag.",
            ),
            models.CheckConstraint(
                name="goal_running_is_due_when_the_year_ends",
                condition=~Q(due_kind=DueKind.RUNNING)
                | Q(Exact(ExtractDay("due_on"), 31), Exact(ExtractMonth("due_on"), 12)),
                violation_error_message="Ett löpande mål gäller till årets sista dag.",
            ),
        ]
        indexes = [models.Index(fields=["organisation", "due_on"], name="goal_open", condition=Q(done_on=None))]

    def __str__(self):
        return self.text

    @property
    def due_label(self) -> str:
        return due.label(self.due_kind, self.due_on)


@audited(plain="id organisation item text written_by written_at token")
class ProgressNote(models.Model):
    """How an item goes, dated and signed. Never changed: what was wrong is put right by a new note."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    item = models.ForeignKey(Item, models.CASCADE, related_name="notes")
    text = models.TextField("anteckning", max_length=2000, validators=[refuse_personal_number])
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    written_at = models.DateTimeField("skriven", auto_now_add=True)
    token = models.UUIDField("formulärets märke", default=uuid.uuid4, unique=True, editable=False)

    objects = OfItem.as_manager()

    class Meta:
        verbose_name = "lägesanteckning"
        verbose_name_plural = "lägesanteckningar"
        ordering = ["-written_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="progressnote_is_written",
                condition=~Q(text=""),
                violation_error_message="Skriv hur det går.",
            )
        ]
        triggers = [pgtrigger.ReadOnly(name="is_kept", fields=["item", "text", "written_by", "written_at"])]

    def __str__(self):
        return self.text[:60]
