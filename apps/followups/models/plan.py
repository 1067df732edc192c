"""What is to be followed up when, how closely, and what was learned at the end."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from apps.accounts.access import InOrganisation, rows_in_scope
from apps.accounts.models import Organisation
from apps.core.audit import audited
from apps.core.personal_numbers import refuse_personal_number
from apps.followups.choices import Intensity, PointKind, PointState, SampleState
from apps.procurements.models import Contract
from apps.suppliers.models import SupplierContact


def words(label: str, length: int = 1000) -> models.TextField:
    """A free text on the procurement side: never with anything like a personal number in it (fact 38)."""
    return models.TextField(label, blank=True, max_length=length, validators=[refuse_personal_number])


class OfContract(models.QuerySet):
    """Rows that belong to a contract, straight or through what `contract_path` names."""

    contract_path = "contract"

    def visible_to(self, user, perm: str):
        """Rows of contracts in whose procurement the user holds the permission."""
        path = self.contract_path
        return self.filter(
            rows_in_scope(user, perm, organisation="organisation", department=f"{path}__procurement__department")
        )


@audited(plain="id organisation deep_from_value normal_from_value deep_models updated_at")
class IntensityRule(models.Model):
    """By what an organisation proposes how closely a contract is followed up. Without a row the defaults hold."""

    organisation = models.OneToOneField(Organisation, models.CASCADE, related_name="intensity_rule")
    deep_from_value = models.DecimalField("fördjupad från värdet", max_digits=14, decimal_places=2, default=10_000_000)
    normal_from_value = models.DecimalField("normal från värdet", max_digits=14, decimal_places=2, default=1_000_000)
    # Requirement models whose contracts are always followed up deeply, like numeric ones with a penalty.
    deep_models = models.JSONField("kravmodeller som följs fördjupat", default=list, blank=True)
    updated_at = models.DateTimeField("ändrad", auto_now=True)

    objects = InOrganisation.as_manager()

    class Meta:
        verbose_name = "regel för uppföljning"
        verbose_name_plural = "regler för uppföljning"
        constraints = [
            models.CheckConstraint(
                name="intensity_deep_is_above_normal",
                condition=Q(deep_from_value__gte=models.F("normal_from_value"), normal_from_value__gte=0),
                violation_error_message="Gränsen för fördjupad uppföljning ska vara minst gränsen för normal.",
            )
        ]

    def __str__(self):
        return f"uppföljning i {self.organisation}"


@audited(plain="id organisation contract intensity motive decided_by decided_at contact created_at")
class FollowUpPlan(models.Model):
    """How closely a contract is followed up, who decided it, and whom at the supplier reports are asked of."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    contract = models.OneToOneField(Contract, models.CASCADE, related_name="follow_up_plan")
    intensity = models.CharField("uppföljning", max_length=10, choices=Intensity.choices)
    motive = words("motiv", 500)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField("beslutad", null=True, blank=True)
    contact = models.ForeignKey(
        SupplierContact, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="leverantörens kontakt"
    )
    created_at = models.DateTimeField("skapad", auto_now_add=True)

    objects = OfContract.as_manager()

    class Meta:
        verbose_name = "uppföljningsplan"
        verbose_name_plural = "uppföljningsplaner"

    def __str__(self):
        return f"{self.contract}: {self.get_intensity_display()}"


@audited(
    plain="id organisation contract kind due_on state is_by_hand done_on reason made_by created_at updated_at token",
)
class Point(models.Model):
    """One day of a contract's plan. Generated ones follow the contract's days until somebody moves them."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    contract = models.ForeignKey(Contract, models.CASCADE, related_name="points")
    kind = models.CharField("vad", max_length=20, choices=PointKind.choices)
    due_on = models.DateField("senast")
    state = models.CharField("läge", max_length=10, choices=PointState.choices, default=PointState.PLANNED)
    # Set or moved by somebody: the generator leaves it alone.
    is_by_hand = models.BooleanField("ändrad för hand", default=False)
    done_on = models.DateField("gjord", null=True, blank=True)
    reason = words("skäl", 500)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField("skapad", auto_now_add=True)
    updated_at = models.DateTimeField("ändrad", auto_now=True)
    token = models.UUIDField("formulärets märke", default=uuid.uuid4, unique=True, editable=False)

    objects = OfContract.as_manager()

    class Meta:
        verbose_name = "uppföljningspunkt"
        verbose_name_plural = "uppföljningspunkter"
        ordering = ["due_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["contract", "kind", "due_on"],
                name="point_once",
                violation_error_message="Det finns redan en sådan punkt den dagen.",
            ),
            models.CheckConstraint(
                name="point_done_has_day",
                condition=Q(state=PointState.DONE, done_on__isnull=False)
                | (~Q(state=PointState.DONE) & Q(done_on=None)),
                violation_error_message="Ange vilken dag det gjordes.",
            ),
            models.CheckConstraint(
                name="point_cancelled_has_reason",
                condition=~Q(state=PointState.CANCELLED) | ~Q(reason=""),
                violation_error_message="Ange varför punkten inte behövs.",
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "due_on"], name="point_due", condition=Q(state=PointState.PLANNED))
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.due_on}"


@audited(plain="id organisation contract held_on worked change_next dose_advice delivered made_by created_at token")
class Evaluation(models.Model):
    """What a contract taught: kept for the next procurement of the same thing."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    contract = models.OneToOneField(Contract, models.CASCADE, related_name="evaluation")
    held_on = models.DateField("utvärderad")
    worked = words("vad fungerade", 2000)
    change_next = words("vad ändrar vi nästa gång", 2000)
    dose_advice = words("råd om kravets storlek", 500)
    # What was promised and delivered that day, by requirement: the history of conversion reads it.
    delivered = models.JSONField("utfall", default=list)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField("skapad", auto_now_add=True)
    token = models.UUIDField("formulärets märke", default=uuid.uuid4, unique=True, editable=False)

    objects = OfContract.as_manager()

    class Meta:
        verbose_name = "utvärdering"
        verbose_name_plural = "utvärderingar"

    def __str__(self):
        return f"utvärdering av {self.contract}"


@audited(plain="id organisation seed size drawn_from drawn_by drawn_at note token")
class Sample(models.Model):
    """A draw of contracts by chance. With the seed and what was drawn from, anybody can draw it again."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    seed = models.CharField("frö", max_length=40)
    size = models.PositiveSmallIntegerField("antal")
    drawn_from = models.JSONField("drogs ur", default=list)
    drawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    drawn_at = models.DateTimeField("dragen", auto_now_add=True)
    note = words("anteckning", 500)
    token = models.UUIDField("formulärets märke", default=uuid.uuid4, unique=True, editable=False)

    objects = InOrganisation.as_manager()

    class Meta:
        verbose_name = "stickprov"
        verbose_name_plural = "stickprov"
        ordering = ["-drawn_at", "-pk"]

    def __str__(self):
        return f"stickprov {self.drawn_at:%Y-%m-%d}"

    def get_absolute_url(self):
        return reverse("sample_detail", args=[self.pk])


@audited(plain="id organisation sample contract state reply remark settled_by settled_on updated_at")
class SampleItem(models.Model):
    """One drawn contract: what was asked, what the supplier said, and the result."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    sample = models.ForeignKey(Sample, models.CASCADE, related_name="items")
    contract = models.ForeignKey(Contract, models.CASCADE, related_name="+")
    state = models.CharField("läge", max_length=10, choices=SampleState.choices, default=SampleState.ASKED)
    reply = words("leverantörens svar", 2000)
    remark = words("anmärkning", 2000)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    settled_on = models.DateField("avgjort", null=True, blank=True)
    updated_at = models.DateTimeField("ändrat", auto_now=True)

    objects = OfContract.as_manager()

    class Meta:
        verbose_name = "kontrollerat avtal"
        verbose_name_plural = "kontrollerade avtal"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["sample", "contract"],
                name="sample_item_once",
                violation_error_message="Avtalet är redan med i stickprovet.",
            ),
            models.CheckConstraint(
                name="sample_remark_is_said",
                condition=~Q(state=SampleState.REMARK) | ~Q(remark=""),
                violation_error_message="Ange vad anmärkningen gäller.",
            ),
        ]

    def __str__(self):
        return str(self.contract)
