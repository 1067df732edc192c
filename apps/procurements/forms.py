"""Shape of the procurement and contract forms."""

from django import forms

from apps.core.actions import version_of
from apps.core.forms import MoneyField, StegetForm, StegetModelForm, form_helper, once_token, version_field
from apps.core.personal_numbers import refuse_personal_number
from apps.procurements import queries
from apps.procurements.models import Contract, Procurement, Requirement
from apps.suppliers.models import Supplier

NATIVE_SELECT_BELOW = 200
MONEY_HINT = "Kronor utan moms, till exempel 1 900 000."
NO_MATCH = "Ingen leverantör passar ”{words}”. Kontrollera stavningen, eller lägg först upp den under Leverantörer."
NO_SUPPLIER = "Ange minst en leverantör"
MANY_MATCH = "Flera leverantörer passar ”{words}”. Kryssa i rätt leverantör och spara igen."


class ProcurementForm(StegetModelForm):
    """A procurement case. Who may be chosen depends on the user's departments and on the organisation."""

    cpv = forms.CharField(
        label="CPV-kod",
        required=False,
        max_length=100,
        help_text="Åtta siffror, med eller utan kontrollsiffra, eller ett ord ur benämningen.",
    )
    estimated_value = MoneyField(label="Uppskattat värde", required=False, help_text=MONEY_HINT)

    class Meta:
        model = Procurement
        fields = ["title", "case_number", "department", "responsible", "cpv", "estimated_value", "phase"]
        fields += ["published_on", "social_flag", "note"]
        widgets = {"note": forms.Textarea({"rows": 4})}

    def __init__(self, *args, user, organisation, row=None, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        department = self.fields["department"]
        department.queryset = queries.departments_for(user, organisation, row and row.department_id)
        department.required = not queries.holds_everywhere(user, organisation)
        self.fields["responsible"].queryset = queries.people_for(organisation, row and row.responsible_id)
        self.helper = form_helper("Spara upphandlingen", cancel_url=cancel_url)

    def clean_cpv(self):
        return queries.find_cpv(self.cleaned_data["cpv"])


class ProcurementCreateForm(ProcurementForm):
    token = once_token()


class ProcurementUpdateForm(ProcurementForm):
    version = version_field()

    @staticmethod
    def initial_from(row: Procurement) -> dict:
        values = forms.model_to_dict(row, ProcurementForm.Meta.fields)
        return values | {"cpv": str(row.cpv) if row.cpv else "", "version": version_of(row)}


class ContractForm(StegetModelForm):
    """A contract with its suppliers: those chosen are ticked, more are added one at a time without losing anything.

    Below 200 suppliers a list is chosen from; above that one is searched for.
    """

    value = MoneyField(label="Avtalsvärde", required=False, help_text=MONEY_HINT)
    suppliers = forms.ModelMultipleChoiceField(
        label="Leverantörer på avtalet",
        queryset=Supplier.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    add_supplier = forms.ModelChoiceField(
        label="Lägg till leverantör", queryset=Supplier.objects.none(), required=False, empty_label="Välj leverantör"
    )
    supplier_words = forms.CharField(
        label="Lägg till leverantör",
        required=False,
        max_length=200,
        help_text="Namn eller organisationsnummer. Tryck på Sök leverantör för att lägga till flera.",
    )

    class Meta:
        model = Contract
        fields = ["number", "title", "starts_on", "ends_on", "latest_end_on", "is_until_further_notice", "value"]

    def __init__(self, *args, user, offered=(), cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        self.visible = Supplier.objects.visible_to(user, "suppliers.view_supplier")
        few = self.visible.count() < NATIVE_SELECT_BELOW
        self.adder = "add_supplier" if few else "supplier_words"
        del self.fields["supplier_words" if few else "add_supplier"]
        if few:
            self.fields["add_supplier"].queryset = self.visible
        posted = self.data.getlist("suppliers") if self.is_bound else self.initial.get("suppliers", ())
        self._offer(_keys((*posted, *offered)))
        secondary = ("search", "Lägg till en till" if few else "Sök leverantör")
        self.helper = form_helper("Spara avtalet", secondary=secondary, cancel_url=cancel_url)

    def _offer(self, keys: set[int]) -> None:
        """Show these suppliers as boxes to tick; without any there are no boxes, and one must be added."""
        boxes, adder = self.fields["suppliers"], self.fields[self.adder]
        boxes.widget = forms.CheckboxSelectMultiple() if keys else forms.MultipleHiddenInput()
        boxes.queryset = self.visible.filter(pk__in=keys)
        adds = self.is_bound and self.data.get(self.adder, "").strip()
        boxes.required, adder.required = bool(keys) and not adds, not keys
        adder.error_messages["invalid_choice"] = "Välj leverantör bland alternativen"
        boxes.error_messages["required"] = adder.error_messages["required"] = NO_SUPPLIER

    def clean(self):
        """`suppliers` becomes the ticked ones and the one just chosen or searched for."""
        cleaned = super().clean()
        found = list(cleaned.get("suppliers") or [])
        added = cleaned.pop(self.adder, None)
        if isinstance(added, Supplier):
            found.append(added)
        elif added:
            found += self._found(added, found)
        return cleaned | {"suppliers": found}

    def _found(self, words: str, ticked: list[Supplier]) -> list[Supplier]:
        matches = queries.find_suppliers(self.user, words)
        if len(matches) == 1 or set(matches) & set(ticked):
            return [match for match in matches if len(matches) == 1]
        sentence = MANY_MATCH if matches else NO_MATCH
        self.add_error(self.adder, sentence.format(words=words[:60]))
        self._offer({supplier.pk for supplier in (*matches, *ticked)})
        return []


class ContractCreateForm(ContractForm):
    token = once_token()


class ContractUpdateForm(ContractForm):
    version = version_field()

    @staticmethod
    def initial_from(row: Contract) -> dict:
        suppliers = row.supplier_ids
        values = forms.model_to_dict(row, ContractForm.Meta.fields)
        return values | {"suppliers": list(suppliers), "version": version_of(row, suppliers)}


def searched(form_class: type[ContractForm], post, *, user, cancel_url: str) -> tuple[ContractForm, str]:
    """The form as it was when a supplier was searched for or added, unchecked, and a sentence about the search."""
    words = post.get("supplier_words", "").replace("\x00", "").strip()[:200]
    matches = queries.find_suppliers(user, words) if words else []
    ticked = _keys((*post.getlist("suppliers"), post.get("add_supplier", "")))
    if len(matches) == 1:
        ticked.add(matches[0].pk)
    emptied = {"add_supplier": "", "supplier_words": "" if len(matches) == 1 else words, "suppliers": sorted(ticked)}
    offered = [supplier.pk for supplier in matches]
    form = form_class(initial=post.dict() | emptied, user=user, offered=offered, cancel_url=cancel_url)
    if words and not matches:
        return form, NO_MATCH.format(words=words[:60])
    return form, f"{len(matches)} leverantörer passar. Kryssa i rätt." if len(matches) > 1 else ""


class RequirementForm(StegetModelForm):
    """What the supplier is to do for residents, and by when."""

    replaces_decision = forms.BooleanField(label="Kravet ersätter beslutet om inget krav", required=False)

    class Meta:
        model = Requirement
        fields = ["kind", "model", "count", "due_on", "note"]
        widgets = {"kind": forms.RadioSelect, "model": forms.RadioSelect, "note": forms.Textarea({"rows": 4})}
        labels = {"model": "Kravmodell", "due_on": "Senast uppfyllt"}
        help_texts = {
            "model": "Dialog: leverantören ska medverka och antalet bestäms senare. Antal: ett bestämt antal personer.",
            "count": "Anges när kravmodellen är antal.",
        }

    def __init__(self, *args, contract: Contract, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].required = True
        if not contract.no_requirement_on:
            del self.fields["replaces_decision"]
        self.helper = form_helper("Spara kravet", cancel_url=cancel_url)


class RequirementCreateForm(RequirementForm):
    token = once_token()


class RequirementUpdateForm(RequirementForm):
    version = version_field()

    @staticmethod
    def initial_from(row: Requirement) -> dict:
        return forms.model_to_dict(row, RequirementForm.Meta.fields) | {"version": version_of(row)}


class DeclineForm(StegetForm):
    """Why a contract has no requirement, and when that was decided."""

    reason = forms.CharField(
        label="Motiv",
        max_length=1000,
        widget=forms.Textarea({"rows": 5}),
        validators=[refuse_personal_number],
        help_text="Till exempel att uppdraget är kort eller kräver legitimation. Alla läsare av avtalet ser motivet.",
    )
    on = forms.DateField(label="Beslutsdatum")
    messages = {"reason": "Ange varför avtalet inte har något krav"}

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper("Spara beslutet", cancel_url=cancel_url)


def _keys(values) -> set[int]:
    """Primary keys among what a browser may send."""
    return {int(value) for value in map(str, values) if value.isascii() and value.isdigit() and len(value) < 18}
