"""Shape of the forms of unions and those who speak for them."""

from django import forms
from django.db.models import Q

from apps.accounts.choices import Role
from apps.accounts.models import Department, Membership, Organisation, User
from apps.core.actions import version_of
from apps.core.forms import StegetModelForm, form_helper, once_token, version_field
from apps.mbl.choices import UnionLevel
from apps.mbl.models import Union, UnionRepresentative
from apps.mbl.settings_actions import bound_ids
from apps.mbl.settings_fields import Several, departments_of, unions_of


class UnionForm(StegetModelForm):
    """What a union is called, its level, whether it has a collective agreement, and for which departments."""

    departments = Several(
        Department, label="Förvaltningar", help_text="Välj ingen om organisationen ska höras för alla förvaltningar."
    )

    class Meta:
        model = Union
        fields = ["name", "level", "central", "has_collective_agreement", "is_active"]
        widgets = {"level": forms.RadioSelect}
        labels = {"is_active": "I bruk"}
        help_texts = {
            "central": "Den som begär central förhandling och kan förklara veto. Bara för en lokal organisation.",
            "has_collective_agreement": "Även en organisation utan kollektivavtal kan ha rätt till förhandling "
            "(13 § MBL). Den får en egen rad i checklistan.",
            "is_active": "En organisation som inte är i bruk får inga nya rader i checklistan.",
        }

    field_order = ["name", "level", "central", "has_collective_agreement", "departments", "is_active"]

    def __init__(self, *args, organisation: Organisation, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        central = self.initial.get("central")
        self.fields["central"].queryset = unions_of(organisation, [central]).filter(level=UnionLevel.CENTRAL)
        self.fields["central"].empty_label = "Ingen"
        self.fields["departments"].queryset = departments_of(organisation, self.initial.get("departments", ()))
        self.helper = form_helper("Spara organisationen", cancel_url=cancel_url)


class UnionCreateForm(UnionForm):
    token = once_token()


class UnionUpdateForm(UnionForm):
    version = version_field()

    @staticmethod
    def initial_from(row: Union) -> dict:
        bound = bound_ids(row)
        seen = {"departments": bound, "version": version_of(row, *bound)}
        return forms.model_to_dict(row, UnionForm.Meta.fields) | seen


class RepresentativeForm(StegetModelForm):
    """Who speaks for a union: a role and an address. The name is not asked for (fact 57)."""

    class Meta:
        model = UnionRepresentative
        fields = ["union", "role", "email", "name", "user", "is_active"]
        labels = {"is_active": "I bruk"}
        help_texts = {
            "role": "Till exempel ordförande eller huvudskyddsombud.",
            "email": "Hit skickar förvaltningen kallelser. Steget skickar dem inte.",
            "name": "Behövs inte. Uppdrag och organisation räcker.",
            "user": "Den som har konto ser sina förhandlingar i Steget. Kontot ska ha rollen facklig representant.",
            "is_active": "Den som inte är i bruk får inga kallelser och ser inga förhandlingar.",
        }

    def __init__(self, *args, organisation: Organisation, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["union"].queryset = unions_of(organisation, [self.initial.get("union")])
        members = Membership.objects.filter(organisation=organisation, role=Role.UNION)
        has_role = Q(is_active=True, pk__in=members.values("user"))
        self.fields["user"].queryset = User.objects.filter(has_role | Q(pk=self.initial.get("user")))
        self.fields["user"].empty_label = "Inget konto"
        self.helper = form_helper("Spara företrädaren", cancel_url=cancel_url)


class RepresentativeCreateForm(RepresentativeForm):
    token = once_token()


class RepresentativeUpdateForm(RepresentativeForm):
    version = version_field()

    @staticmethod
    def initial_from(row: UnionRepresentative) -> dict:
        return forms.model_to_dict(row, RepresentativeForm.Meta.fields) | {"version": version_of(row)}
