"""A procurement case, the authorities that take part in it, and its lots."""

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Subquery, Value, When

from apps.accounts.access import rows_in_scope
from apps.accounts.models import Department, Organisation
from apps.core.addresses import address
from apps.core.audit import audited
from apps.core.fields import folded, search_text, swedish_sort_key
from apps.core.lookups import is_among
from apps.core.personal_numbers import refuse_personal_number
from apps.procurements.choices import (
    Decision,
    NoticeMode,
    Phase,
    Procedure,
    ProcurementDecision,
    PurchaseKind,
    Recommendation,
    SocialFlag,
)
from apps.procurements.models.cpv import CpvCode
from apps.procurements.models.rules import GuidelineVersion
from apps.suppliers.models import Supplier

VIEW = "procurements.view_procurement"


def _day(label: str) -> models.DateField:
    return models.DateField(label, null=True, blank=True)


class ProcurementQuerySet(models.QuerySet):
    def visible_to(self, user, perm: str):
        """Procurements of the organisations and departments in which the user holds the permission.

        A joint procurement is read by every authority that takes part; only the one that holds the case changes it.
        """
        scope = rows_in_scope(user, perm, organisation="organisation", department="department")
        if perm == VIEW:
            scope |= is_among("pk", _parties_of(user))
        return self.filter(scope)

    def joint_to(self, user):
        """Procurements of other authorities in which one of the user's takes part."""
        return self.filter(pk__in=_parties_of(user))

    def of(self, organisation: Organisation):
        """The organisation's own procurements and those it takes part in."""
        joint = ProcurementParty.objects.filter(organisation=organisation).values("procurement")
        return self.filter(Q(organisation=organisation) | is_among("pk", joint))

    def search(self, query: str, of: Organisation | None = None):
        """Procurements whose title, case number, CPV or supplier holds the words, without regard to å ä ö and case.

        `of` tells whose rows these are, when they are an organisation's: the question is then quicker to put.
        """
        words = query.strip()
        if not words:
            return self
        rows = Procurement.objects.of(of) if of else self
        # Only the contracts of the rows at hand: a common word is the name of suppliers of every organisation.
        contracts = _contracts().filter(procurement__in=rows.order_by().values("pk"))
        supplied = contracts.filter(suppliers__in=Supplier.objects.search(words)).values("procurement")
        found = Q(search__contains=folded(words)) | is_among("pk", supplied)
        return self.filter(found | is_among("cpv", CpvCode.objects.search(words).values("pk")))

    def with_decision(self):
        """Adds `decision`: one word for where the procurement stands with requirements (`ProcurementDecision`).

        With contracts, one undecided contract makes the whole undecided, else one requirement is enough. Without any,
        the requirement of the documents counts, then the latest decision.
        """
        contracts = _contracts().filter(procurement=OuterRef("pk")).order_by()
        is_open = Exists(contracts.with_decision().filter(decision=Decision.OPEN))
        requirements = Procurement.requirements.rel.related_model.objects.filter(procurement=OuterRef("pk")).order_by()
        decisions = Procurement.requirement_decisions.rel.related_model.objects.filter(procurement=OuterRef("pk"))
        return self.annotate(
            decided=Subquery(decisions.order_by("-pk").values("decided")[:1]),
            decision=Case(
                When(is_open, then=Value(ProcurementDecision.OPEN)),
                When(Exists(requirements), then=Value(ProcurementDecision.REQUIRED)),
                When(Exists(contracts), then=Value(ProcurementDecision.NONE)),
                When(decided=Recommendation.NONE, then=Value(ProcurementDecision.NONE)),
                When(decided__isnull=False, then=Value(ProcurementDecision.DECIDED)),
                default=Value(ProcurementDecision.NO_CONTRACT),
                output_field=models.CharField(),
            ),
        )


def _contracts():
    """Contracts, which stand a floor up in this package and cannot be imported here."""
    return Procurement.contracts.rel.related_model.objects


def _parties_of(user):
    mine = rows_in_scope(user, VIEW, organisation="organisation", department="department")
    return ProcurementParty.objects.filter(mine).values("procurement")


@audited(
    plain="id organisation case_number source_id title department responsible cpv kind procedure estimated_value "
    "contracted_value phase phase_before social_flag is_framework framework_reasons guideline need_registered_on "
    "planned_publication_on planned_signing_on necessity_assessed_on necessity_note decision_to_publish_on "
    "sent_for_publication_on published_on notice_id accepts_e_tenders has_prior_notice is_accelerated "
    "documents_are_online questions_close_on tender_deadline_at opened_on award_decided_on award_notice_sent_on "
    "notice_mode standstill_days_stated review_applied_on court_decided_on is_standstill_lifted closed_on cancelled_on "
    "reason is_demo created_at updated_at note token",
    is_bulk=True,
)
class Procurement(models.Model):
    """One procurement case of one contracting authority."""

    organisation = models.ForeignKey(
        Organisation, models.CASCADE, related_name="procurements", verbose_name="organisation"
    )
    case_number = models.CharField("diarienummer", max_length=60, blank=True)
    source_id = models.CharField("id i nationell statistik", max_length=60, blank=True)
    title = models.CharField("benämning", max_length=300, validators=[refuse_personal_number])
    department = models.ForeignKey(
        Department,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="procurements",
        verbose_name="beställande förvaltning",
    )
    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="ansvarig upphandlare",
    )
    cpv = models.ForeignKey(CpvCode, models.PROTECT, null=True, blank=True, verbose_name="CPV-kod")
    estimated_value = models.DecimalField("uppskattat värde", max_digits=14, decimal_places=2, null=True, blank=True)
    contracted_value = models.DecimalField("kontrakterat värde", max_digits=14, decimal_places=2, null=True, blank=True)
    kind = models.CharField("vad som köps", max_length=20, choices=PurchaseKind.choices, blank=True)
    procedure = models.CharField("förfarande", max_length=30, choices=Procedure.choices, blank=True)
    phase = models.CharField("fas", max_length=20, choices=Phase.choices, default=Phase.NEED)
    # Where a paused procurement, or one under review, goes back to.
    phase_before = models.CharField("fas före", max_length=20, choices=Phase.choices, blank=True, editable=False)
    is_framework = models.BooleanField("ramavtal", default=False)
    framework_reasons = models.TextField(
        "särskilda skäl för ramavtal över fyra år",
        blank=True,
        max_length=1000,
        validators=[refuse_personal_number],
    )
    guideline = models.ForeignKey(
        GuidelineVersion,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="procurements",
        verbose_name="riktlinje vid annonsering",
    )
    social_flag = models.CharField(
        "social hänsyn enligt källan", max_length=10, choices=SocialFlag.choices, default=SocialFlag.UNKNOWN
    )
    need_registered_on = _day("behovet anmält")
    planned_publication_on = _day("planerad annonsering")
    planned_signing_on = _day("planerat avtalstecknande")
    necessity_assessed_on = _day("behövlighetsbedömning gjord")
    necessity_note = models.TextField(
        "behövlighetsbedömningens resultat", blank=True, max_length=2000, validators=[refuse_personal_number]
    )
    decision_to_publish_on = _day("beslut att annonsera")
    # Periods count from the day the notice was sent, not from the day it was published (LOU 11:2).
    sent_for_publication_on = _day("skickad för annonsering")
    published_on = _day("annonserad")
    notice_id = models.CharField("annonsens nummer", max_length=60, blank=True)
    accepts_e_tenders = models.BooleanField("tar emot elektroniska anbud", default=True)
    has_prior_notice = models.BooleanField("förhandsannonserad", default=False)
    is_accelerated = models.BooleanField("påskyndat förfarande", default=False)
    documents_are_online = models.BooleanField("dokumenten finns fritt på nätet", default=True)
    questions_close_on = _day("sista dag för frågor")
    tender_deadline_at = models.DateTimeField("sista anbudsdag", null=True, blank=True)
    opened_on = _day("anbuden öppnade")
    award_decided_on = _day("tilldelningsbeslut")
    award_notice_sent_on = _day("underrättelse skickad")
    notice_mode = models.CharField("så skickades underrättelsen", max_length=12, choices=NoticeMode.choices, blank=True)
    standstill_days_stated = models.PositiveSmallIntegerField("angiven avtalsspärr i dagar", null=True, blank=True)
    review_applied_on = _day("ansökan om överprövning")
    court_decided_on = _day("domstolens avgörande")
    is_standstill_lifted = models.BooleanField("domstolen har hävt avtalsspärren", default=False)
    closed_on = _day("avslutad")
    cancelled_on = _day("avbruten")
    # Why it was cancelled, paused or ordered to be done again.
    reason = models.TextField("skäl", blank=True, max_length=1000, validators=[refuse_personal_number])
    note = models.TextField("anteckning", blank=True, max_length=2000, validators=[refuse_personal_number])
    is_demo = models.BooleanField("exempeldata", default=False)
    created_at = models.DateTimeField("skapad", auto_now_add=True)
    updated_at = models.DateTimeField("ändrad", auto_now=True)
    token = models.UUIDField("formulärets märke", null=True, blank=True, unique=True, editable=False)
    sort_key = swedish_sort_key("title")
    search = search_text("title", "case_number")

    objects = ProcurementQuerySet.as_manager()

    class Meta:
        verbose_name = "upphandling"
        verbose_name_plural = "upphandlingar"
        ordering = ["sort_key", "pk"]
        indexes = [
            models.Index(fields=["organisation", "sort_key", "id"], name="procurement_swedish_order"),
            models.Index(fields=["organisation", "phase"], name="procurement_phase"),
            GinIndex(fields=["search"], opclasses=["gin_trgm_ops"], name="procurement_search"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "case_number"],
                condition=~Q(case_number=""),
                name="procurement_case_number_unique",
                violation_error_message="Diarienumret används redan av en annan upphandling i organisationen.",
            ),
            models.UniqueConstraint(
                fields=["organisation", "source_id"],
                condition=~Q(source_id=""),
                name="procurement_source_id_unique",
                violation_error_message="Upphandlingen finns redan med samma id från statistiken.",
            ),
            models.CheckConstraint(
                name="procurement_value_not_negative",
                condition=Q(estimated_value=None) | Q(estimated_value__gte=0),
                violation_error_message="Det uppskattade värdet kan inte vara negativt.",
            ),
            models.CheckConstraint(
                name="procurement_cancelled_has_reason",
                condition=Q(cancelled_on=None) | ~Q(reason=""),
                violation_error_message="Ange varför upphandlingen avbröts: anbudsgivarna ska få skälen (LOU 12:12).",
            ),
            models.CheckConstraint(
                name="procurement_awarded_after_opening",
                condition=Q(opened_on=None) | Q(award_decided_on=None) | Q(award_decided_on__gte=F("opened_on")),
                violation_error_message="Tilldelningsbeslutet ligger före dagen då anbuden öppnades.",
            ),
            models.CheckConstraint(
                name="procurement_notice_after_award",
                condition=Q(award_notice_sent_on=None)
                | Q(award_decided_on=None)
                | Q(award_notice_sent_on__gte=F("award_decided_on")),
                violation_error_message="Underrättelsen skickades före tilldelningsbeslutet. Kontrollera datumen.",
            ),
            models.CheckConstraint(
                name="procurement_court_after_review",
                condition=Q(court_decided_on=None)
                | (Q(review_applied_on__isnull=False) & Q(court_decided_on__gte=F("review_applied_on"))),
                violation_error_message="Domstolens avgörande ligger före ansökan om överprövning.",
            ),
            models.CheckConstraint(
                name="procurement_signing_planned_after_publication",
                condition=Q(planned_signing_on=None)
                | Q(planned_publication_on=None)
                | Q(planned_signing_on__gte=F("planned_publication_on")),
                violation_error_message="Det planerade avtalstecknandet ligger före den planerade annonseringen.",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return address("procurement_detail", self.pk)


class ProcurementPartyQuerySet(models.QuerySet):
    def visible_to(self, user, perm: str):
        """Parties of procurements in which the user holds the permission."""
        return self.filter(procurement__in=Procurement.objects.visible_to(user, perm))


@audited(plain="id procurement organisation department case_number share_percent created_at updated_at token")
class ProcurementParty(models.Model):
    """A further contracting authority in a joint procurement: its department, case number and share of the commitment.

    The authority that holds the case is the procurement's own organisation and takes the rest of the commitment. The
    procurement unit is never a party: it buys for the authorities (DOMAIN 7).
    """

    procurement = models.ForeignKey(Procurement, models.CASCADE, related_name="parties", verbose_name="upphandling")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="joint_procurements", verbose_name="upphandlande myndighet"
    )
    department = models.ForeignKey(
        Department,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="joint_procurements",
        verbose_name="beställande förvaltning",
    )
    case_number = models.CharField("eget diarienummer", max_length=60, blank=True)
    share_percent = models.PositiveSmallIntegerField("andel av åtagandet, procent", default=0)
    created_at = models.DateTimeField("skapad", auto_now_add=True)
    updated_at = models.DateTimeField("ändrad", auto_now=True)
    token = models.UUIDField("formulärets märke", null=True, blank=True, unique=True, editable=False)

    objects = ProcurementPartyQuerySet.as_manager()

    class Meta:
        verbose_name = "medverkande myndighet"
        verbose_name_plural = "medverkande myndigheter"
        ordering = ["organisation__sort_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["procurement", "organisation"],
                name="party_once_per_procurement",
                violation_error_message="Myndigheten är redan med i upphandlingen.",
            ),
            models.CheckConstraint(
                name="party_share_at_most_100",
                condition=Q(share_percent__lte=100),
                violation_error_message="Andelen ska vara mellan 0 och 100 procent.",
            ),
        ]

    def __str__(self):
        return str(self.organisation)


@audited(plain="id procurement number title value created_at updated_at token")
class Lot(models.Model):
    """A part of a procurement that is awarded by itself."""

    procurement = models.ForeignKey(Procurement, models.CASCADE, related_name="lots", verbose_name="upphandling")
    number = models.CharField("anbudsområde", max_length=20)
    title = models.CharField("benämning", max_length=300, validators=[refuse_personal_number])
    value = models.DecimalField("uppskattat värde", max_digits=14, decimal_places=2, null=True, blank=True)
    created_at = models.DateTimeField("skapat", auto_now_add=True)
    updated_at = models.DateTimeField("ändrat", auto_now=True)
    token = models.UUIDField("formulärets märke", null=True, blank=True, unique=True, editable=False)

    class Meta:
        verbose_name = "anbudsområde"
        verbose_name_plural = "anbudsområden"
        ordering = ["number", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["procurement", "number"],
                name="lot_number_unique",
                violation_error_message="Upphandlingen har redan ett anbudsområde med den beteckningen.",
            ),
            models.CheckConstraint(
                name="lot_value_not_negative",
                condition=Q(value=None) | Q(value__gte=0),
                violation_error_message="Anbudsområdets värde kan inte vara negativt.",
            ),
        ]

    def __str__(self):
        return f"{self.number} {self.title}"
