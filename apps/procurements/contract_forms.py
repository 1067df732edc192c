"""Shape of the contract form, and of the decision that a contract has no requirement."""

from crispy_forms.layout import Field, Fieldset, Layout
from django import forms

from apps.core.actions import version_of
from apps.core.forms import MoneyField, StegetForm, StegetModelForm, form_helper, once_token, version_field
from apps.core.personal_numbers import refuse_personal_number
from apps.procurements import queries
from apps.procurements.choices import ContractKind
from apps.procurements.models import Contract, Procurement
from apps.suppliers.models import Supplier

NATIVE_SELECT_BELOW = 200
MONEY_HINT = "Kronor utan moms, till exempel 1 900 000."
NO_MATCH = "Ingen leverantör passar ”{words}”. Kontrollera stavningen, eller lägg först upp den under Leverantörer."
NO_SUPPLIER = "Ange minst en leverantör"
MANY_MATCH = "Flera leverantörer passar ”{words}”. Kryssa i rätt leverantör och spara igen."
LAST_RANK = 99
_RANK = "rank_{}"


class ContractForm(StegetModelForm):
    """A contract with its suppliers: those chosen are ticked, more are added one at a time without losing anything.

    Below 200 suppliers a list is chosen from; above that one is searched for. Beside each stands its rank.
    """

    value = MoneyField(label="Avtalsvärde", required=False, help_text=MONEY_HINT)
    ceiling_value = MoneyField(
        label="Takvärde", required=False, help_text="För ramavtal: högsta sammanlagda värde av avropen."
    )
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
        fields = ["number", "title", "kind", "framework", "lot", "signed_on", "starts_on", "ends_on", "latest_end_on"]
        fields += ["is_until_further_notice", "value", "ceiling_value", "has_option_clause"]
        fields += ["result_notice_sent_on", "documentation_done_on"]
        labels = {"signed_on": "Tecknat", "has_option_clause": "Avtalet har en klausul om dialog eller option"}
        help_texts = {
            "framework": "Bara för avrop: ett ramavtal som gäller den dag avropet görs.",
            "has_option_clause": "En tydlig klausul i dokumenten gör att ett antal kan bestämmas senare (LOU 17:10).",
            "result_notice_sent_on": "Efterannonsen skickas senast 30 dagar efter tecknandet (LOU 10:4).",
        }

    def __init__(self, *args, user, procurement: Procurement, offered=(), cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        self.visible = Supplier.objects.visible_to(user, "suppliers.view_supplier")
        few = self.visible.count() < NATIVE_SELECT_BELOW
        self.adder = "add_supplier" if few else "supplier_words"
        del self.fields["supplier_words" if few else "add_supplier"]
        self.shown_at = {"suppliers": self.adder}
        if few:
            self.fields["add_supplier"].queryset = self.visible
        self._limit(procurement)
        posted = self.data.getlist("suppliers") if self.is_bound else self.initial.get("suppliers", ())
        self._offer(_keys((*posted, *offered)))
        secondary = ("search", "Lägg till en leverantör till" if few else "Sök leverantör")
        self.helper = form_helper("Spara avtalet", secondary=secondary, cancel_url=cancel_url, layout=self._layout())

    def _limit(self, procurement: Procurement) -> None:
        """Frameworks of the same organisation and lots of the procurement; without lots nothing is asked."""
        frameworks = Contract.objects.filter(organisation=procurement.organisation_id, kind=ContractKind.FRAMEWORK)
        framework, lot = self.fields["framework"], self.fields["lot"]
        framework.queryset = frameworks.exclude(pk=self.initial.get("pk"))
        framework.label_from_instance = lambda contract: contract.name
        framework.empty_label = "Inget ramavtal"
        lot.queryset = procurement.lots.all()
        lot.empty_label = "Hela upphandlingen"
        if not lot.queryset:
            del self.fields["lot"]

    def _layout(self) -> Layout:
        lot = ["lot"] if "lot" in self.fields else []
        suppliers = Field("suppliers", template="procurements/_ranked_suppliers.html")
        return Layout(
            Fieldset("Avtalet", "number", "title", "kind", "framework", *lot),
            Fieldset("Leverantörer", suppliers, self.adder),
            Fieldset("Tid", "signed_on", "starts_on", "ends_on", "latest_end_on", "is_until_further_notice"),
            Fieldset("Värde och klausuler", "value", "ceiling_value", "has_option_clause"),
            Fieldset("Efter tecknandet", "result_notice_sent_on", "documentation_done_on"),
        )

    def _offer(self, keys: set[int]) -> None:
        """Show these suppliers as boxes to tick; without any there are no boxes, and one must be added."""
        boxes, adder = self.fields["suppliers"], self.fields[self.adder]
        boxes.widget = forms.CheckboxSelectMultiple() if keys else forms.MultipleHiddenInput()
        boxes.queryset = self.visible.filter(pk__in=keys)
        adds = self.is_bound and self.data.get(self.adder, "").strip()
        boxes.required, adder.required = bool(keys) and not adds, not keys
        adder.error_messages["invalid_choice"] = "Välj leverantör bland alternativen"
        boxes.error_messages["required"] = adder.error_messages["required"] = NO_SUPPLIER
        for supplier in boxes.queryset:
            self.fields.setdefault(_RANK.format(supplier.pk), _rank_field(supplier))

    @property
    def supplier_rows(self) -> list[dict]:
        """Each box to tick with the field of the supplier's rank."""
        return [{"box": box, "rank": self[_RANK.format(box.data["value"])]} for box in self["suppliers"]]

    def clean(self):
        """`suppliers` becomes the ticked ones and the one just chosen or searched for, `ranks` their places."""
        cleaned = super().clean()
        found = list(cleaned.get("suppliers") or [])
        added = cleaned.pop(self.adder, None)
        if isinstance(added, Supplier):
            found.append(added)
        elif added:
            found += self._found(added, found)
        ranks = {supplier.pk: cleaned.get(_RANK.format(supplier.pk)) for supplier in found}
        others = {name: value for name, value in cleaned.items() if not name.startswith("rank_")}
        return others | {"suppliers": found, "ranks": ranks}

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
        ranking = queries.ranking(row)
        ranks = {_RANK.format(pk): rank for pk, rank in ranking}
        chosen = {"pk": row.pk, "suppliers": [pk for pk, _ in ranking], "version": version_of(row, ranking)}
        return forms.model_to_dict(row, ContractForm.Meta.fields) | ranks | chosen


def searched(
    form_class: type[ContractForm], post, *, user, procurement: Procurement, cancel_url: str
) -> tuple[ContractForm, str]:
    """The form as it was when a supplier was searched for or added, unchecked, and a sentence about the search."""
    words = post.get("supplier_words", "").replace("\x00", "").strip()[:200]
    matches = queries.find_suppliers(user, words) if words else []
    ticked = _keys((*post.getlist("suppliers"), post.get("add_supplier", "")))
    if len(matches) == 1:
        ticked.add(matches[0].pk)
    emptied = {"add_supplier": "", "supplier_words": "" if len(matches) == 1 else words, "suppliers": sorted(ticked)}
    offered = [supplier.pk for supplier in matches]
    initial = {name: value for name, value in post.items() if name != "pk"} | emptied
    form = form_class(initial=initial, user=user, procurement=procurement, offered=offered, cancel_url=cancel_url)
    if words and not matches:
        return form, NO_MATCH.format(words=words[:60])
    return form, f"{len(matches)} leverantörer passar. Kryssa i rätt." if len(matches) > 1 else ""


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


def _rank_field(supplier: Supplier) -> forms.IntegerField:
    wrong = f"Ange rangordningen för {supplier} med ett tal från 1 till {LAST_RANK}, eller lämna fältet tomt"
    return forms.IntegerField(
        label=f"Rangordning för {supplier}",
        required=False,
        min_value=1,
        max_value=LAST_RANK,
        widget=forms.TextInput({"inputmode": "numeric", "size": 3}),
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), wrong),
    )


def _keys(values) -> set[int]:
    """Primary keys among what a browser may send."""
    return {int(value) for value in map(str, values) if value.isascii() and value.isdigit() and len(value) < 18}
