"""Forms of the settings pages and of the invitation. The rules stand in the actions and the constraints."""

from django import forms

from apps.accounts.choices import Role
from apps.accounts.models import Department, Organisation, User
from apps.core import orgnumbers
from apps.core.forms import StegetForm, StegetModelForm, form_helper, once_token
from apps.core.lists import FilterForm
from apps.core.personal_numbers import refuse_personal_number


class OrganisationForm(StegetModelForm):
    # Longer than the column: people paste numbers with hyphens, blanks and prefixes.
    org_number = forms.CharField(label="Organisationsnummer", max_length=30, help_text="Till exempel 212000-1157.")
    messages = {
        "name": "Ange organisationens namn",
        "small_number_limit": {"required": "Ange gränsen för små tal, till exempel 5"},
    }

    class Meta:
        model = Organisation
        fields = ["name", "org_number", "kind", "municipality_code", "active_from", "small_number_limit"]
        help_texts = {
            "municipality_code": "Fyra siffror, till exempel 1283.",
            "active_from": "Första dagen som organisationens upphandlingar följs i Steget.",
            "small_number_limit": "Från 3 till 10. Färre personer än så visas inte i det som publiceras för alla.",
        }
        widgets = {"kind": forms.RadioSelect}

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Spara", cancel_url=cancel_url)
        if self.instance.pk:
            self.initial["org_number"] = orgnumbers.format_digits(self.instance.org_number)

    def clean_org_number(self):
        """Ten digits. A wrong check digit is let through: the view warns about it."""
        number = orgnumbers.normalise(self.cleaned_data["org_number"])
        if number.is_sole_trader:
            raise forms.ValidationError(
                "Organisationsnumret ser ut som ett personnummer. Ange organisationens eget nummer."
            )
        if number.digits is None:
            raise forms.ValidationError(number.problem)
        return number.digits

    def clean_municipality_code(self):
        return self.cleaned_data["municipality_code"].strip()


class DepartmentForm(StegetModelForm):
    token = once_token()
    messages = {"name": "Ange förvaltningens namn"}

    class Meta:
        model = Department
        fields = ["name", "head", "contact", "is_active"]
        labels = {"is_active": "Kan väljas i nya upphandlingar och roller"}
        help_texts = {
            "head": "Den som ansvarar för förhandlingar med facket.",
            "contact": "Den som upphandlaren hör av sig till.",
        }

    def __init__(self, *args, organisation: Organisation, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Spara", cancel_url=cancel_url)
        self.instance.organisation = organisation
        people = User.objects.of(organisation)
        for name in ("head", "contact"):
            self.fields[name].queryset = people
            self.fields[name].empty_label = "Ingen vald"
        if not self.instance.pk:
            del self.fields["is_active"]
        else:
            del self.fields["token"]


class InvitationForm(StegetForm):
    """An address and a role; a person who already has an account gets the role at once."""

    email = forms.EmailField(label="E-postadress", max_length=254)
    role = forms.ChoiceField(label="Roll", choices=Role.choices, widget=forms.RadioSelect)
    department = forms.ModelChoiceField(
        Department.objects.none(),
        label="Förvaltning",
        required=False,
        empty_label="Hela organisationen",
        help_text="Välj en om rollen bara ska gälla där. Rollen beställande förvaltning gäller alltid en förvaltning.",
    )
    token = once_token()
    messages = {
        "email": {
            "required": "Ange personens e-postadress",
            "invalid": "Ange e-postadressen i formen namn@exempel.se",
        }
    }

    def __init__(self, *args, organisation: Organisation, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Bjud in", cancel_url=cancel_url)
        self.fields["department"].queryset = organisation.departments.filter(is_active=True)

    def clean_email(self):
        return self.cleaned_data["email"].lower()


class AcceptForm(StegetForm):
    """What somebody new says about themselves: a name and a password, twice."""

    name = forms.CharField(
        label="Namn",
        max_length=150,
        validators=[refuse_personal_number],
        widget=forms.TextInput({"autocomplete": "name"}),
    )
    password = forms.CharField(
        label="Lösenord",
        strip=False,
        help_text="Minst 12 tecken. En mening du lätt minns är bättre än ett kort och krångligt ord.",
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )
    password_again = forms.CharField(
        label="Lösenordet en gång till", strip=False, widget=forms.PasswordInput({"autocomplete": "new-password"})
    )
    messages = {
        "name": "Ange ditt namn",
        "password": "Ange ett lösenord",
        "password_again": "Ange lösenordet en gång till",
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Skapa kontot och logga in")

    def clean(self):
        password, again = self.cleaned_data.get("password"), self.cleaned_data.get("password_again")
        if password and again and password != again:
            self.add_error("password_again", "Lösenorden är inte lika. Skriv samma lösenord två gånger.")


class NameForm(StegetForm):
    """One's own name, as others see it."""

    name = forms.CharField(
        label="Namn",
        max_length=150,
        validators=[refuse_personal_number],
        help_text="Så här visas du för dem du arbetar med.",
        widget=forms.TextInput({"autocomplete": "name"}),
    )
    messages = {"name": "Ange ditt namn"}

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Spara", cancel_url=cancel_url)


class CloseAccountForm(StegetForm):
    """The password, so that nobody else closes the account at an unlocked desk."""

    password = forms.CharField(
        label="Lösenord", strip=False, widget=forms.PasswordInput({"autocomplete": "current-password"})
    )
    messages = {"password": "Ange ditt lösenord"}

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Stäng kontot", cancel_url=cancel_url, danger=True)


class KnownAcceptForm(StegetForm):
    """Somebody with an account only presses the button."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Ta emot rollen")


class MembershipFilter(FilterForm):
    q = forms.CharField(label="Sök namn eller e-postadress", required=False, max_length=200)
    role = forms.ChoiceField(label="Roll", required=False, choices=[("", "Alla roller"), *Role.choices])

    def apply(self, rows):
        chosen = self.chosen()
        return super().apply(rows).filter(**{"role": chosen["role"]} if "role" in chosen else {})


class SavedFilterForm(StegetForm):
    """A name for how a list is filtered."""

    list = forms.CharField(max_length=60, widget=forms.HiddenInput)
    query = forms.CharField(max_length=4000, widget=forms.HiddenInput, required=False)
    name = forms.CharField(label="Namn på filtret", max_length=60)

    def offer_way_back(self, cancel_url: str) -> None:
        """The form as a page of its own, when it could not be saved above the list."""
        self.helper = form_helper("Spara filtret", cancel_url=cancel_url)
