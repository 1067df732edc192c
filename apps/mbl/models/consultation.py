"""A row of the checklist from call to close, vetoes against an award, and what is kept with a consultation."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from apps.accounts.access import rows_in_scope
from apps.accounts.models import Department, Organisation
from apps.core.audit import audited
from apps.core.personal_numbers import refuse_personal_number
from apps.mbl.choices import (
    BLOCKING_VETOES,
    Channel,
    CloseReason,
    DocumentKind,
    MeetingForm,
    Paragraph,
    Party,
    Route,
    Stage,
    State,
    VetoGround,
    VetoState,
)
from apps.mbl.models.agreement import CooperationAgreement
from apps.mbl.models.assessment import Assessment, ChecklistTemplate
from apps.mbl.models.union import Union
from apps.procurements.models import Procurement
from apps.suppliers.models import Supplier

SEE_CALLED = "mbl.see_called"


def _day(label: str) -> models.DateField:
    return models.DateField(label, null=True, blank=True)


def _text(label: str, length: int = 2000) -> models.TextField:
    return models.TextField(label, blank=True, max_length=length, validators=[refuse_personal_number])


class ConsultationQuerySet(models.QuerySet):
    def visible_to(self, user, perm: str):
        """Consultations of departments in which the user holds the permission.

        A union representative sees the rows of the unions the representative speaks for, once they are called.
        """
        scope = rows_in_scope(user, perm, organisation="organisation", department="department")
        if perm == SEE_CALLED:
            mine = Union.objects.filter(representatives__user=user, representatives__is_active=True)
            return self.filter(scope, union__in=mine, called_on__isnull=False)
        return self.filter(scope)

    def latest_rounds(self):
        """Only the last round of each union, department and stage."""
        later = Consultation.objects.filter(
            assessment=models.OuterRef("assessment"),
            union=models.OuterRef("union"),
            stage=models.OuterRef("stage"),
            round_number__gt=models.OuterRef("round_number"),
        )
        return self.filter(~models.Exists(later))

    def with_decision(self):
        """Each with `decided_on`, the day of the decision that it should be closed before, and whether it was."""
        to_publish, award = F("procurement__decision_to_publish_on"), F("procurement__award_decided_on")
        rows = self.annotate(decided_on=models.Case(models.When(stage=Stage.A, then=to_publish), default=award))
        in_time = models.When(closed_on__lte=F("decided_on"), then=models.Value(True))
        return rows.annotate(is_in_time=models.Case(in_time, default=models.Value(False)))


@audited(
    plain="id assessment procurement organisation department union stage paragraph route agreement template "
    "round_number state close_reason closed_on not_required_motive called_on channel meeting_on place matter proposal "
    "supplier secrecy_reservation met_on form adjourned_to participants employer_view union_view disagreement "
    "minutes_reference minutes_approved_employer_on minutes_approved_union_on minutes_approved_union_by "
    "local_closed_on central_requested_on central_requested_by is_central_late central_meeting_on central_met_on "
    "central_outcome withdrawn_on withdrawn_by created_at updated_at token"
)
class Consultation(models.Model):
    """One union, one department, one stage, one round: from call to close. `states.py` says which moves are allowed."""

    assessment = models.ForeignKey(Assessment, models.CASCADE, related_name="consultations")
    procurement = models.ForeignKey(Procurement, models.CASCADE, related_name="consultations")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="consultations")
    department = models.ForeignKey(Department, models.PROTECT, related_name="consultations", verbose_name="förvaltning")
    union = models.ForeignKey(Union, models.PROTECT, related_name="consultations", verbose_name="facklig organisation")
    stage = models.CharField("steg", max_length=1, choices=Stage.choices)
    paragraph = models.CharField("paragraf", max_length=2, choices=Paragraph.choices)
    route = models.CharField("väg", max_length=12, choices=Route.choices)
    agreement = models.ForeignKey(
        CooperationAgreement, models.PROTECT, null=True, blank=True, related_name="consultations"
    )
    template = models.ForeignKey(ChecklistTemplate, models.PROTECT, null=True, blank=True, related_name="consultations")
    round_number = models.PositiveSmallIntegerField("omgång", default=1)
    state = models.CharField("läge", max_length=20, choices=State.choices, default=State.PLANNED)
    close_reason = models.CharField("så avslutades den", max_length=16, choices=CloseReason.choices, blank=True)
    closed_on = _day("avslutad")
    not_required_motive = _text("motiv till inte aktuell")
    called_on = _day("kallelsen skickad")
    channel = models.CharField("så skickades kallelsen", max_length=10, choices=Channel.choices, blank=True)
    meeting_on = _day("mötesdag")
    place = models.CharField("plats", max_length=200, blank=True, validators=[refuse_personal_number])
    matter = _text("vad förhandlingen gäller")
    proposal = _text("arbetsgivarens förslag")
    supplier = models.ForeignKey(
        Supplier, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="tänkt leverantör"
    )
    secrecy_reservation = _text("förbehåll om sekretess", 1000)
    met_on = _day("mötet hölls")
    form = models.CharField("form", max_length=10, choices=MeetingForm.choices, blank=True)
    adjourned_to = _day("ajournerad till")
    participants = _text("närvarande, som uppdrag och organisation", 1000)
    employer_view = _text("arbetsgivarens ståndpunkt")
    union_view = _text("fackets ståndpunkt")
    disagreement = _text("punkter av oenighet")
    minutes_reference = models.CharField("protokollets diarienummer", max_length=120, blank=True)
    minutes_approved_employer_on = _day("justerat av arbetsgivaren")
    minutes_approved_union_on = _day("justerat av facket")
    minutes_approved_union_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    local_closed_on = _day("lokal förhandling avslutad")
    central_requested_on = _day("central förhandling begärd")
    central_requested_by = models.CharField(
        "begärd av", max_length=120, blank=True, validators=[refuse_personal_number]
    )
    is_central_late = models.BooleanField("begäran kom för sent", default=False)
    central_meeting_on = _day("dag för central förhandling")
    central_met_on = _day("central förhandling hölls")
    central_outcome = _text("utfall av central förhandling")
    withdrawn_on = _day("skriftligt frånträdd")
    withdrawn_by = models.CharField("frånträdd av", max_length=10, choices=Party.choices, blank=True)
    created_at = models.DateTimeField("skapad", auto_now_add=True)
    updated_at = models.DateTimeField("ändrad", auto_now=True)
    token = models.UUIDField("formulärets märke", null=True, blank=True, unique=True, editable=False)

    objects = ConsultationQuerySet.as_manager()

    class Meta:
        verbose_name = "förhandling"
        verbose_name_plural = "förhandlingar"
        ordering = ["stage", "union__sort_key", "round_number", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "union", "stage", "round_number"],
                name="consultation_once_per_round",
                violation_error_message="Förhandlingen finns redan.",
            ),
            models.CheckConstraint(
                name="consultation_closed_has_reason",
                condition=(Q(state=State.CLOSED) & ~Q(close_reason="") & Q(closed_on__isnull=False))
                | (~Q(state=State.CLOSED) & Q(close_reason="", closed_on=None)),
                violation_error_message="En avslutad förhandling ska ha dag och hur den avslutades.",
            ),
            models.CheckConstraint(
                name="consultation_not_required_has_motive",
                condition=~Q(state=State.NOT_REQUIRED) | ~Q(not_required_motive=""),
                violation_error_message="Skriv varför förhandlingen inte är aktuell. Facket ser motivet.",
            ),
            models.CheckConstraint(
                name="consultation_meets_after_call",
                condition=Q(met_on=None) | Q(called_on=None) | Q(met_on__gte=F("called_on")),
                violation_error_message="Mötet ligger före kallelsen.",
            ),
        ]

    def __str__(self):
        return f"{self.union}, {self.get_stage_display()}"

    def get_absolute_url(self):
        return reverse("consultation_detail", args=[self.pk])


class VetoQuerySet(models.QuerySet):
    def blocking(self):
        """Vetoes that stand against an award (39 § MBL)."""
        return self.filter(state__in=BLOCKING_VETOES)


@audited(
    plain="id consultation procurement union is_by_central declared_on ground facts supplier state resolved_on "
    "decision_maker legal_opinion created_at updated_at token"
)
class Veto(models.Model):
    """A declaration under 39 § MBL against an award, and what came of it."""

    consultation = models.ForeignKey(Consultation, models.PROTECT, related_name="vetoes")
    procurement = models.ForeignKey(Procurement, models.CASCADE, related_name="vetoes")
    union = models.ForeignKey(Union, models.PROTECT, related_name="vetoes", verbose_name="förklarad av")
    is_by_central = models.BooleanField("av den centrala organisationen", default=False)
    declared_on = models.DateField("förklarad")
    ground = models.CharField("grund", max_length=10, choices=VetoGround.choices)
    facts = _text("omständigheter")
    supplier = models.ForeignKey(Supplier, models.PROTECT, related_name="vetoes", verbose_name="leverantör")
    state = models.CharField("läge", max_length=16, choices=VetoState.choices, default=VetoState.DECLARED)
    resolved_on = _day("avgjord")
    decision_maker = models.CharField("beslutsfattare", max_length=120, blank=True, validators=[refuse_personal_number])
    legal_opinion = _text("rättsutlåtande")
    created_at = models.DateTimeField("skapad", auto_now_add=True)
    updated_at = models.DateTimeField("ändrad", auto_now=True)
    token = models.UUIDField("formulärets märke", null=True, blank=True, unique=True, editable=False)

    objects = VetoQuerySet.as_manager()

    class Meta:
        verbose_name = "veto"
        verbose_name_plural = "veton"
        ordering = ["-declared_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="veto_unfounded_has_opinion",
                condition=~Q(state=VetoState.UNFOUNDED) | (~Q(decision_maker="") & ~Q(legal_opinion="")),
                violation_error_message="Ett ogrundat veto kräver beslutsfattare och rättsutlåtande (40 § MBL).",
            ),
            models.CheckConstraint(
                name="veto_invalid_has_note",
                condition=~Q(state=VetoState.INVALID_GROUND) | ~Q(legal_opinion=""),
                violation_error_message="Skriv den rättsliga bedömningen av grunden (40 § MBL).",
            ),
            models.CheckConstraint(
                name="veto_blocking_is_central",
                condition=~Q(state__in=BLOCKING_VETOES) | Q(is_by_central=True),
                violation_error_message="Bara den centrala organisationens veto hindrar tilldelningen (39 § MBL).",
            ),
        ]

    def __str__(self):
        return f"Veto mot {self.supplier}"


@audited(
    plain="id procurement organisation department stage reason decision_maker reference decided_on created_by "
    "created_at token"
)
class Override(models.Model):
    """A decision for exceptional reasons (synnerliga skäl) to go on before a stage is closed. It stands for ever."""

    procurement = models.ForeignKey(Procurement, models.CASCADE, related_name="mbl_overrides")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="mbl_overrides")
    department = models.ForeignKey(Department, models.PROTECT, related_name="mbl_overrides")
    stage = models.CharField("steg", max_length=1, choices=Stage.choices)
    reason = models.TextField("synnerliga skäl", max_length=2000, validators=[refuse_personal_number])
    decision_maker = models.CharField("beslutsfattare", max_length=120, validators=[refuse_personal_number])
    reference = models.CharField("diarienummer", max_length=120)
    decided_on = models.DateField("beslutat")
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField("skapat", auto_now_add=True)
    token = models.UUIDField("formulärets märke", null=True, blank=True, unique=True, editable=False)

    class Meta:
        verbose_name = "beslut med synnerliga skäl"
        verbose_name_plural = "beslut med synnerliga skäl"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="override_is_whole",
                condition=~Q(reason="") & ~Q(decision_maker="") & ~Q(reference=""),
                violation_error_message="Ange synnerliga skäl, beslutsfattare och diarienummer.",
            )
        ]

    def __str__(self):
        return f"Synnerliga skäl, {self.get_stage_display()}"


def _document_path(document: "Document", filename: str) -> str:
    """A random name: what people called the file is kept in the row only."""
    return f"mbl/{uuid.uuid4().hex}"


@audited(plain="id consultation kind title content_type size sha256 file uploaded_by created_at is_shared token")
class Document(models.Model):
    """A file kept with a consultation, outside the web root. Shared ones are seen by the union once it is called."""

    consultation = models.ForeignKey(Consultation, models.CASCADE, related_name="documents")
    kind = models.CharField("typ", max_length=10, choices=DocumentKind.choices)
    title = models.CharField("filnamn", max_length=200, validators=[refuse_personal_number])
    content_type = models.CharField("innehållstyp", max_length=100)
    size = models.PositiveIntegerField("storlek i byte")
    sha256 = models.CharField("kontrollsumma", max_length=64)
    file = models.FileField("fil", upload_to=_document_path, max_length=200)
    is_shared = models.BooleanField("delas med facket", default=True)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField("uppladdad", auto_now_add=True)
    token = models.UUIDField("formulärets märke", null=True, blank=True, unique=True, editable=False)

    class Meta:
        verbose_name = "handling"
        verbose_name_plural = "handlingar"
        ordering = ["pk"]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("document_download", args=[self.pk])


@audited(plain="id consultation text by created_at token")
class Comment(models.Model):
    """What a party wrote beside a consultation; both see it."""

    consultation = models.ForeignKey(Consultation, models.CASCADE, related_name="comments")
    text = models.TextField("kommentar", max_length=2000, validators=[refuse_personal_number])
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField("skriven", auto_now_add=True)
    token = models.UUIDField("formulärets märke", null=True, blank=True, unique=True, editable=False)

    class Meta:
        verbose_name = "kommentar"
        verbose_name_plural = "kommentarer"
        ordering = ["pk"]

    def __str__(self):
        return f"Kommentar till {self.consultation}"


@audited(plain="id assessment dates changes seen_by seen_at created_at")
class PlanChange(models.Model):
    """The plan's open dates as last told to the owner, and what moved then (old → new). The newest row counts.

    `dates` is step key to ISO day; `changes` a list of [key, old, new], empty for the first plan.
    """

    assessment = models.ForeignKey(Assessment, models.CASCADE, related_name="plan_changes")
    dates = models.JSONField("dagar")
    changes = models.JSONField("ändringar", default=list, blank=True)
    seen_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    seen_at = models.DateTimeField("läst", null=True, blank=True)
    created_at = models.DateTimeField("skapad", auto_now_add=True)

    class Meta:
        verbose_name = "ändrad tidsplan"
        verbose_name_plural = "ändrade tidsplaner"
        ordering = ["-pk"]
        get_latest_by = "pk"

    def __str__(self):
        return f"Tidsplan för {self.assessment}"
