"""Shape of the threshold forms, and of the calculator beside the table."""

from django import forms

from apps.core.actions import version_of
from apps.core.forms import MoneyField, StegetForm, StegetModelForm, form_helper, once_token, version_field
from apps.core.personal_numbers import refuse_personal_number
from apps.procurements.choices import PurchaseKind
from apps.procurements.models import Threshold


def _amount(label: str, hint: str = "") -> MoneyField:
    return MoneyField(label=label, required=False, help_text=hint)


class ThresholdForm(StegetModelForm):
    """Amounts in kronor without VAT from a day on; an empty amount is one nobody has seen."""

    goods_services = _amount("Varor och tjänster", "Kronor utan moms. Lämna tomt om beloppet inte är känt.")
    works = _amount("Byggentreprenader")
    special_services = _amount("Sociala tjänster och andra särskilda tjänster")
    direct_purchase = _amount("Direktupphandling under", "Ett värde som är lika med beloppet är inte längre under det.")
    direct_purchase_special = _amount(
        "Direktupphandling av särskilda tjänster under", "Lämna tomt när samma gräns gäller som för annat."
    )

    class Meta:
        model = Threshold
        fields = ["valid_from", "valid_to", "goods_services", "works", "special_services"]
        fields += ["direct_purchase", "direct_purchase_special", "source"]
        labels = {"valid_from": "Gäller från", "valid_to": "Gäller till och med", "source": "Källa"}
        help_texts = {
            "valid_to": "Lämna tomt när raden gäller hela sin tvåårsperiod.",
            "source": "Var beloppen står, till exempel SFS 2024:30.",
        }

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["source"].validators.append(refuse_personal_number)
        self.helper = form_helper("Spara tröskelvärdena", cancel_url=cancel_url)


class ThresholdCreateForm(ThresholdForm):
    token = once_token()


class ThresholdUpdateForm(ThresholdForm):
    version = version_field()

    @staticmethod
    def initial_from(row: Threshold) -> dict:
        return forms.model_to_dict(row, ThresholdForm.Meta.fields) | {"version": version_of(row)}


class RegimeForm(StegetForm):
    """A value, what is bought and a day: which rules apply? A GET form that saves nothing."""

    value = MoneyField(
        label="Upphandlingens värde", help_text="Kronor utan moms, med optioner och förlängningar inräknade."
    )
    kind = forms.ChoiceField(label="Vad som köps", choices=[("", "---------"), *PurchaseKind.choices])
    on = forms.DateField(label="Dag", help_text="Den dag upphandlingen påbörjas.")
