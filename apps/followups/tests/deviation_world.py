"""A contract with clauses, a deviation from it, and what the forms about it send."""

import uuid
from datetime import date, timedelta
from decimal import Decimal
from html import unescape
from re import sub

from django.urls import reverse
from django.utils import timezone

from apps.followups.models import Deviation
from apps.suppliers.models import SupplierContact
from procurement_csr.people import make_contract, make_deviation, make_procurement, make_requirement, make_supplier

DAY = timedelta(days=1)
PENALTY = {"penalty_amount": Decimal(5000), "penalty_unit": "week", "penalty_cap": Decimal(20000)}
EVERY_CLAUSE = PENALTY | {"blocks_call_offs": True, "allows_termination": True, "rectification_days": 20}


def make_painting(organisation, department=None, **clauses):
    """A painting contract with a requirement of two internships and the clauses; its supplier's contact is Petra."""
    procurement = make_procurement(organisation, "Målning av skolor", department=department)
    supplier = make_supplier("Exempelmåleri AB")
    contract = make_contract(procurement, supplier, title="Måleri, fasad")
    values = {"kind": "internship", "unit": "places", "count": 2, "clause_text": "Ordna två praktikplatser."}
    make_requirement(contract, **values | clauses)
    contact = {"name": "Petra", "email": "petra@exempel.se"}
    SupplierContact.objects.create(supplier=supplier, organisation=organisation, **contact)
    return contract


def deviation_of(contract, **fields) -> Deviation:
    """A deviation from the contract's requirement, seen three weeks ago."""
    seen_on = timezone.localdate() - 21 * DAY
    values = {"requirement": contract.requirements.first(), "raised_on": seen_on}
    return make_deviation(contract, **values | fields)


def step_url(deviation, step):
    """The page of a step of the ladder."""
    return reverse("sanction_create", args=[deviation.pk, step])


def step_data(**values):
    """A step's form filled in."""
    today = timezone.localdate()
    defaults = {"motive": "Bristen är inte rättad.", "reply_by": today + 14 * DAY, "token": uuid.uuid4()}
    return defaults | values


def penalty_data(**values):
    """A penalty for two begun weeks."""
    today = timezone.localdate()
    return step_data(**{"from_on": today - 8 * DAY, "until_on": today} | values)


def text_of(response) -> str:
    """The words of a page, without tags."""
    return " ".join(unescape(sub(r"<[^>]+>", " ", response.content.decode())).split())


def errors_of(response) -> str:
    """What the page's form complains of."""
    form = response.context["form"]
    return " ".join(str(each) for errors in form.errors.values() for each in errors)


TODAY = date(2026, 7, 22)
