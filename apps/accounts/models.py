"""Users, the organisations they work for, and the roles they hold there."""

from django.contrib.auth import get_backends
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.functions import RandomUUID
from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import Exists, Func, OuterRef, Q
from django.db.models.functions import Lower
from django.urls import reverse

from apps.accounts.access import InOrganisation, rows_in_scope
from apps.accounts.choices import OrganisationKind, Role
from apps.core.audit import audited
from apps.core.fields import swedish_sort_key
from apps.core.personal_numbers import refuse_personal_number


def _by_name(field: str) -> Func:
    """People in Swedish order. They are few, so no column holds their key."""
    return Func(field, function="sv_sort_key", output_field=models.TextField(db_collation="C"))


class UserManager(BaseUserManager):
    def create_user(self, email: str, password: str | None = None, **fields) -> "User":
        """A user with the e-mail in lower case; without a password nobody can sign in as the user."""
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.full_clean()
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, email: str) -> "User":
        return self.get(email=email.lower())

    def of(self, organisation: "Organisation"):
        """The people who hold a role in the organisation and may sign in, by name."""
        roles = Membership.objects.filter(organisation=organisation)
        return self.filter(pk__in=roles.values("user"), is_active=True).order_by(_by_name("name"), "pk")


@audited(plain="id is_active is_demo created_at last_login", personal="email name", secret="password")
class User(AbstractBaseUser):
    """A person who signs in. Rights come from memberships only: there are no groups, staff or superusers."""

    email = models.EmailField("e-postadress", unique=True)
    name = models.CharField("namn", max_length=150)
    is_active = models.BooleanField("aktiv", default=True)
    is_demo = models.BooleanField("exempelkonto", default=False)
    created_at = models.DateTimeField("skapad", auto_now_add=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]
    objects = UserManager()

    class Meta:
        verbose_name = "användare"
        verbose_name_plural = "användare"
        constraints = [
            models.CheckConstraint(
                name="user_email_lower_case",
                condition=Q(email=Lower("email")),
                violation_error_message="E-postadressen ska stå med små bokstäver.",
            )
        ]

    def __str__(self):
        return self.name or self.email

    def get_full_name(self) -> str:
        return self.name

    def has_perm(self, perm: str, obj=None) -> bool:
        """Whether the user holds the permission in some organisation, or in the given one (`obj`)."""
        if not self.is_active:
            return False
        for backend in get_backends():
            try:
                if hasattr(backend, "has_perm") and backend.has_perm(self, perm, obj):
                    return True
            except PermissionDenied:
                return False
        return False

    def has_perms(self, perm_list, obj=None) -> bool:
        return all(self.has_perm(perm, obj) for perm in perm_list)


class OrganisationQuerySet(models.QuerySet):
    def visible_to(self, user, perm: str):
        """Organisations in which the user holds the permission, in whichever department."""
        return self.filter(rows_in_scope(user, perm, organisation="pk"))

    def administered_only_by(self, user):
        """Organisations that would have no administrator who can sign in without this user."""
        administrators = Membership.objects.filter(organisation=OuterRef("pk"), role=Role.ADMINISTRATOR)
        others = administrators.filter(user__is_active=True).exclude(user=user)
        return self.filter(Exists(administrators.filter(user=user)), ~Exists(others))


@audited(plain="id name org_number municipality_code kind active_from small_number_limit is_demo created_at")
class Organisation(models.Model):
    """A contracting authority: a municipality or a company. It is its own data controller and the access boundary."""

    name = models.CharField(
        "namn",
        max_length=120,
        unique=True,
        error_messages={"unique": "Det finns redan en organisation med det namnet."},
    )
    org_number = models.CharField(
        "organisationsnummer",
        max_length=10,
        unique=True,
        error_messages={"unique": "Det finns redan en organisation med det organisationsnumret."},
    )
    municipality_code = models.CharField("kommunkod", max_length=4, blank=True)
    kind = models.CharField(
        "typ", max_length=20, choices=OrganisationKind.choices, default=OrganisationKind.MUNICIPALITY
    )
    active_from = models.DateField("aktiv från")
    small_number_limit = models.PositiveSmallIntegerField("gräns för små tal", default=5)
    is_demo = models.BooleanField("exempeldata", default=False)
    created_at = models.DateTimeField("skapad", auto_now_add=True)
    sort_key = swedish_sort_key("name")

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = "organisation"
        verbose_name_plural = "organisationer"
        ordering = ["sort_key", "pk"]
        constraints = [
            models.CheckConstraint(
                name="organisation_org_number_ten_digits",
                condition=Q(org_number__regex=r"^\d{10}$"),
                violation_error_message="Organisationsnumret ska ha tio siffror, till exempel 212000-1157.",
            ),
            models.CheckConstraint(
                name="organisation_municipality_code_four_digits",
                condition=Q(municipality_code="") | Q(municipality_code__regex=r"^\d{4}$"),
                violation_error_message="Kommunkoden ska ha fyra siffror, till exempel 1283.",
            ),
            models.CheckConstraint(
                name="organisation_small_number_limit_3_to_10",
                condition=Q(small_number_limit__range=(3, 10)),
                violation_error_message="Gränsen för små tal ska vara mellan 3 och 10.",
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("settings_index")


class DepartmentQuerySet(models.QuerySet):
    def visible_to(self, user, perm: str):
        """Departments in which the user holds the permission."""
        return self.filter(rows_in_scope(user, perm, organisation="organisation", department="pk"))


@audited(plain="id organisation name is_active head contact created_at token")
class Department(models.Model):
    """An ordering department: owns the need that is bought, and later the union consultation."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="departments")
    name = models.CharField("namn", max_length=120)
    head = models.ForeignKey(
        User, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="förvaltningschef"
    )
    contact = models.ForeignKey(
        User, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="kontaktperson"
    )
    is_active = models.BooleanField("aktiv", default=True)
    token = models.UUIDField("formulärets märke", db_default=RandomUUID(), unique=True, editable=False)
    created_at = models.DateTimeField("skapad", auto_now_add=True)
    sort_key = swedish_sort_key("name")

    objects = DepartmentQuerySet.as_manager()

    class Meta:
        verbose_name = "förvaltning"
        verbose_name_plural = "förvaltningar"
        ordering = ["sort_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                "organisation",
                name="department_name_unique_in_organisation",
                violation_error_message="Förvaltningen finns redan i organisationen.",
            )
        ]

    def __str__(self):
        return self.name


class MembershipQuerySet(InOrganisation):
    def search(self, words: str):
        """Memberships of people whose name or address holds the words."""
        return self.filter(Q(user__name__icontains=words) | Q(user__email__icontains=words))

    def with_name(self):
        """Each membership with `person_key`, to sort people in Swedish order."""
        return self.select_related("user", "department").annotate(person_key=_by_name("user__name"))


@audited(plain="id user organisation department role created_at")
class Membership(models.Model):
    """A role a user holds in one organisation, or only in one of its departments."""

    user = models.ForeignKey(User, models.CASCADE, related_name="memberships", verbose_name="användare")
    organisation = models.ForeignKey(
        Organisation, models.CASCADE, related_name="memberships", verbose_name="organisation"
    )
    department = models.ForeignKey(
        Department, models.CASCADE, null=True, blank=True, related_name="memberships", verbose_name="förvaltning"
    )
    role = models.CharField("roll", max_length=20, choices=Role.choices)
    created_at = models.DateTimeField("skapad", auto_now_add=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = "roll"
        verbose_name_plural = "roller"
        constraints = [
            models.UniqueConstraint(
                fields=["user", "organisation", "department", "role"],
                name="membership_once",
                nulls_distinct=False,
                violation_error_message="Personen har redan den rollen här.",
            ),
            models.CheckConstraint(
                name="membership_department_role_has_department",
                condition=~Q(role=Role.DEPARTMENT) | Q(department__isnull=False),
                violation_error_message="Rollen beställande förvaltning gäller en förvaltning. Välj vilken.",
            ),
            models.CheckConstraint(
                name="membership_administrator_whole_organisation",
                condition=~Q(role=Role.ADMINISTRATOR) | Q(department__isnull=True),
                violation_error_message="En administratör gäller hela organisationen. Välj ingen förvaltning.",
            ),
        ]

    def __str__(self):
        return f"{self.user}: {self.get_role_display()}"


class InvitationQuerySet(InOrganisation):
    def open(self):
        """Invitations nobody has accepted or withdrawn yet."""
        return self.filter(accepted_at=None, withdrawn_at=None)


@audited(
    plain="id organisation department role invited_by created_at sent_at accepted_at withdrawn_at accepted_by token",
    personal="email",
)
class Invitation(models.Model):
    """An invitation by mail to a role. The link in the mail is signed, so the row holds no secret."""

    email = models.EmailField("e-postadress")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="invitations")
    department = models.ForeignKey(Department, models.CASCADE, null=True, blank=True, verbose_name="förvaltning")
    role = models.CharField("roll", max_length=20, choices=Role.choices)
    invited_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField("skapad", auto_now_add=True)
    sent_at = models.DateTimeField("skickad", null=True, blank=True)
    accepted_at = models.DateTimeField("godtagen", null=True, blank=True)
    accepted_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    withdrawn_at = models.DateTimeField("återkallad", null=True, blank=True)
    token = models.UUIDField("formulärets märke", db_default=RandomUUID(), unique=True, editable=False)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = "inbjudan"
        verbose_name_plural = "inbjudningar"
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["email", "organisation", "department", "role"],
                condition=Q(accepted_at=None, withdrawn_at=None),
                nulls_distinct=False,
                name="invitation_open_once",
                violation_error_message="Det finns redan en öppen inbjudan till adressen för den rollen.",
            ),
            models.CheckConstraint(
                name="invitation_email_lower_case",
                condition=Q(email=Lower("email")),
                violation_error_message="E-postadressen ska stå med små bokstäver.",
            ),
            models.CheckConstraint(
                name="invitation_department_role_has_department",
                condition=~Q(role=Role.DEPARTMENT) | Q(department__isnull=False),
                violation_error_message="Rollen beställande förvaltning gäller en förvaltning. Välj vilken.",
            ),
            models.CheckConstraint(
                name="invitation_administrator_whole_organisation",
                condition=~Q(role=Role.ADMINISTRATOR) | Q(department__isnull=True),
                violation_error_message="En administratör gäller hela organisationen. Välj ingen förvaltning.",
            ),
        ]

    def __str__(self):
        return f"{self.email}: {self.get_role_display()}"


class SavedFilterQuerySet(models.QuerySet):
    def of(self, user, organisation: Organisation):
        """The user's own filters in an organisation: nobody else's are ever seen."""
        return self.filter(user=user, organisation=organisation)


@audited(plain="id user organisation list created_at", personal="name query")
class SavedFilter(models.Model):
    """A list as one person has filtered it, under a name of their own. `list` is the list's URL name."""

    user = models.ForeignKey(User, models.CASCADE, related_name="saved_filters")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="saved_filters")
    list = models.CharField("lista", max_length=60)
    name = models.CharField("namn på filtret", max_length=60, validators=[refuse_personal_number])
    query = models.CharField("urval", max_length=1000)
    created_at = models.DateTimeField("sparat", auto_now_add=True)

    objects = SavedFilterQuerySet.as_manager()

    class Meta:
        verbose_name = "sparat filter"
        verbose_name_plural = "sparade filter"
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "organisation", "list", "name"],
                name="saved_filter_name_unique",
                violation_error_message="Du har redan ett sparat filter med det namnet. Välj ett annat namn.",
            )
        ]

    def __str__(self):
        return self.name
