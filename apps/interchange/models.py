"""Imports: the file, what it would do row by row, and what it did, so that it can be undone."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from apps.accounts.access import rows_in_scope
from apps.accounts.models import Organisation
from apps.core.audit import audited
from apps.interchange.choices import PERMISSIONS, BatchState, ImportKind, RowStatus


class ImportBatchQuerySet(models.QuerySet):
    def visible_to(self, user, perm: str):
        """Imports of the kind that the permission is for, of organisations in which the user holds it."""
        kinds = [kind for kind, permission in PERMISSIONS.items() if permission == perm]
        return self.filter(rows_in_scope(user, perm, organisation="organisation"), kind__in=kinds)

    def importable_by(self, user):
        """Imports of every kind that the user may import, where they may."""
        found = self.none()
        for perm in PERMISSIONS.values():
            found |= self.visible_to(user, perm)
        return found


@audited(
    plain="id organisation kind filename state mapping skipped counts message created_by created_at "
    "applied_at undone_at undone_by token is_demo",
    secret="content",
    unrecorded="progress_done progress_total",
)
class ImportBatch(models.Model):
    """One file on its way in. `content` is emptied when the import is done or thrown away.

    A list of placements is about residents: nothing of it is kept but what the placements' own rows hold.

    `mapping` is heading to field name; `skipped` says what of the file is no contract, in sentences;
    `counts` holds rows, created, changed, unchanged and problems.
    """

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="imports")
    kind = models.CharField("innehåll", max_length=20, choices=ImportKind.choices, default=ImportKind.REGISTER)
    filename = models.CharField("filnamn", max_length=200)
    content = models.BinaryField("filens innehåll", blank=True, default=b"")
    state = models.CharField("läge", max_length=20, choices=BatchState.choices, default=BatchState.UPLOADED)
    mapping = models.JSONField("kolumner", default=dict, blank=True)
    skipped = models.JSONField("inte läst", default=list, blank=True)
    counts = models.JSONField("antal", default=dict, blank=True)
    progress_done = models.PositiveIntegerField("klara rader", default=0)
    progress_total = models.PositiveIntegerField("alla rader", default=0)
    message = models.TextField("meddelande", blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField("hämtad", auto_now_add=True)
    applied_at = models.DateTimeField("importerad", null=True, blank=True)
    undone_at = models.DateTimeField("ångrad", null=True, blank=True)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    token = models.UUIDField("formulärets märke", null=True, blank=True, unique=True, editable=False)
    is_demo = models.BooleanField("exempeldata", default=False)

    objects = ImportBatchQuerySet.as_manager()

    class Meta:
        verbose_name = "import"
        verbose_name_plural = "importer"
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="import_undone_at_and_by",
                condition=Q(undone_at=None, undone_by=None) | Q(undone_at__isnull=False),
                violation_error_message="En ångrad import ska ha en tid.",
            ),
            models.CheckConstraint(
                name="import_undone_was_applied",
                condition=Q(undone_at=None) | Q(applied_at__isnull=False),
                violation_error_message="Bara en import som är gjord kan ångras.",
            ),
        ]

    def __str__(self):
        return self.filename

    def get_absolute_url(self):
        return reverse("import_check", args=[self.pk])

    @property
    def is_working(self) -> bool:
        """Whether a check or an import is under way or waiting for a worker."""
        return self.state in {BatchState.CHECKING, BatchState.APPLYING}


@audited(plain="id batch sheet number status title details", is_bulk=True)
class ImportRow(models.Model):
    """What one row of the file would do. `details` holds `changes` (field, before, after) and `problems`
    (column, value, reason), with personal numbers masked; of a list of placements no value at all."""

    batch = models.ForeignKey(ImportBatch, models.CASCADE, related_name="rows")
    sheet = models.CharField("blad", max_length=100, blank=True)
    number = models.PositiveIntegerField("rad")
    status = models.CharField("status", max_length=10, choices=RowStatus.choices)
    title = models.CharField("avtal", max_length=300, blank=True)
    details = models.JSONField("detaljer", default=dict, blank=True)

    class Meta:
        verbose_name = "importrad"
        verbose_name_plural = "importrader"
        ordering = ["pk"]
        indexes = [models.Index(fields=["batch", "status", "id"], name="import_row_by_status")]

    def __str__(self):
        return f"rad {self.number}"

    @property
    def tone(self) -> str:
        """The status tag's tone."""
        return {RowStatus.PROBLEM: "bad", RowStatus.NEW: "good", RowStatus.CHANGED: "info"}.get(self.status, "neutral")


@audited(plain="id batch model object_id before", personal="after", is_bulk=True)
class ImportChange(models.Model):
    """What an import did to one object: `before` is null for a created one, else the changed fields' old values."""

    batch = models.ForeignKey(ImportBatch, models.CASCADE, related_name="changes")
    model = models.CharField("tabell", max_length=60)
    object_id = models.CharField("id", max_length=20)
    before = models.JSONField("före", null=True, blank=True)
    after = models.JSONField("efter")

    class Meta:
        verbose_name = "importerad ändring"
        verbose_name_plural = "importerade ändringar"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["batch", "model", "object_id"],
                name="import_change_once",
                violation_error_message="Importen har redan antecknat ändringen.",
            )
        ]

    def __str__(self):
        return f"{self.model} {self.object_id}"


@audited(plain="id organisation signature mapping updated_at")
class ColumnMapping(models.Model):
    """The columns an organisation chose for files with these headings."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    signature = models.CharField("rubrikernas märke", max_length=64)
    mapping = models.JSONField("kolumner")
    updated_at = models.DateTimeField("ändrad", auto_now=True)

    class Meta:
        verbose_name = "kolumnval"
        verbose_name_plural = "kolumnval"
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "signature"],
                name="column_mapping_once",
                violation_error_message="Kolumnvalet finns redan.",
            )
        ]

    def __str__(self):
        return self.signature[:8]
