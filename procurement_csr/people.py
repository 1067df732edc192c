"""Named people and small worlds for tests, as pytest fixtures (a plugin named in pytest.ini).

Helsingborg is "our" organisation and Haninge the foreign one. In Helsingborg work Olivia (upphandlare), Carin
(CSR-samordnare), Doris (beställande förvaltning, Fastighet), Malte (matchare), Ulla (facklig representant), Pelle
(politiker) and Adam (administratör). Fia is upphandlare, and Mio matchare, in Haninge. Nils has no role at all.
"""

import os
from datetime import date
from importlib import import_module
from itertools import count

import hypothesis
import pytest
from django.apps import apps

_numbers = count(1000)  # above every number that a test names itself


@pytest.hookimpl(trylast=True)
def pytest_configure(config):
    """Pages name static files by their hash, so they are collected once, before any worker starts.

    Property tests try the same examples every time, so that a red run is about the change at hand;
    `HYPOTHESIS_PROFILE=default` lets them search for new ones.
    """
    # How fast a busy machine draws its examples says nothing of the change.
    steady = {"derandomize": True, "suppress_health_check": [hypothesis.HealthCheck.too_slow]}
    hypothesis.settings.register_profile("steady", **steady)
    hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))
    if not hasattr(config, "workerinput"):
        from django.core.management import call_command

        call_command("collectstatic", interactive=False, verbosity=0)


@pytest.fixture(autouse=True)
def divisions(request):
    """Rows that came with a migration are gone once a transactional test has emptied the tables: bring them back."""
    asked = {"db", "transactional_db"} & set(request.fixturenames)
    if not asked and not request.node.get_closest_marker("django_db"):
        return
    request.getfixturevalue("transactional_db" if "transactional_db" in asked else "db")
    bring_back_divisions()


def bring_back_divisions() -> None:
    """Write the CPV divisions that migrations put in the database, when a test has emptied its tables."""
    from apps.procurements.models import CpvCode

    if not CpvCode.objects.exists():
        import_module("apps.procurements.migrations.0005_cpv_divisions").create_divisions(apps, None)


@pytest.fixture
def helsingborg(db):
    return make_organisation("Helsingborg", "2120001157")


@pytest.fixture
def haninge(db):
    return make_organisation("Haninge", "2120000084")


@pytest.fixture
def property_department(helsingborg):
    return make_department(helsingborg, "Fastighetsförvaltningen")


@pytest.fixture
def school_department(helsingborg):
    return make_department(helsingborg, "Skol- och fritidsförvaltningen")


@pytest.fixture
def olivia(helsingborg):
    return make_person("Olivia", "officer", helsingborg)


@pytest.fixture
def carin(helsingborg):
    return make_person("Carin", "coordinator", helsingborg)


@pytest.fixture
def doris(helsingborg, property_department):
    return make_person("Doris", "department", helsingborg, property_department)


@pytest.fixture
def malte(helsingborg):
    return make_person("Malte", "matcher", helsingborg)


@pytest.fixture
def ulla(helsingborg):
    return make_person("Ulla", "union", helsingborg)


@pytest.fixture
def pelle(helsingborg):
    return make_person("Pelle", "politician", helsingborg)


@pytest.fixture
def adam(helsingborg):
    return make_person("Adam", "administrator", helsingborg)


@pytest.fixture
def fia(haninge):
    return make_person("Fia", "officer", haninge)


@pytest.fixture
def mio(haninge):
    return make_person("Mio", "matcher", haninge)


@pytest.fixture
def nils(db):
    return make_person("Nils")


@pytest.fixture
def sign_in(client):
    """`sign_in(person)` gives the test client, signed in as that person."""

    def as_person(person):
        client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return as_person


def make_organisation(name="Exempelstad", org_number=None, **fields):
    from apps.accounts.models import Organisation

    number = org_number or f"21200{next(_numbers):05d}"
    return Organisation.objects.create(name=name, org_number=number, **{"active_from": date(2015, 1, 1), **fields})


def make_department(organisation, name=None):
    from apps.accounts.models import Department

    return Department.objects.create(organisation=organisation, name=name or f"Förvaltning {next(_numbers)}")


def make_person(name, role=None, organisation=None, department=None, password=None):
    """A user whose e-mail is the name in ASCII at exempel.se, with one role when given. Hashing a password is slow
    on purpose, so only tests of the sign-in give one."""
    from apps.accounts.models import Membership, User

    user = User(email=f"{name.lower()}@exempel.se", name=name)
    user.set_password(password)
    user.save()
    if role:
        Membership.objects.create(user=user, organisation=organisation, department=department, role=role)
    return user


def make_supplier(name=None, **fields):
    from apps.suppliers.models import Supplier

    number = next(_numbers)
    return Supplier.objects.create(name=name or f"Företag {number} AB", **fields)


def make_procurement(organisation, title=None, **fields):
    from apps.procurements.models import Procurement

    number = next(_numbers)
    defaults = {"title": title or f"Upphandling {number}", "case_number": f"KS 2026/{number}"}
    return Procurement.objects.create(organisation=organisation, **defaults | fields)


def make_contract(procurement, *suppliers, **fields):
    from apps.procurements.models import Contract, ContractSupplier

    defaults = {"number": f"A-{next(_numbers)}", "starts_on": date(2026, 1, 1), "ends_on": date(2027, 12, 31)}
    contract = Contract.objects.create(
        organisation=procurement.organisation, procurement=procurement, **defaults | fields
    )
    for supplier in suppliers or (make_supplier(),):
        ContractSupplier.objects.create(contract=contract, supplier=supplier)
    return contract


def make_participant(organisation, code=None):
    """A participant. The code is not checked here; pass one from the code generator where it matters."""
    from apps.placements.models import Participant

    return Participant.objects.create(
        organisation=organisation, code=code or "T{:02d}-{:03d}".format(*divmod(next(_numbers) % 100_000, 1000))
    )


def make_offer(contract, **fields):
    """A place for a painter's practice under a contract."""
    from apps.placements.models import PlaceOffer

    defaults = {
        "organisation": contract.organisation,
        "supplier": contract.suppliers.first(),
        "kind": "internship",
        "occupation": "Målare",
        "from_on": date(2026, 3, 2),
        "offered_on": date(2026, 2, 2),
    }
    return PlaceOffer.objects.create(contract=contract, **defaults | fields)


def make_waiting(participant, **fields):
    """That a participant waits for any place."""
    from apps.placements.models import Waiting

    return Waiting.objects.create(participant=participant, **{"since": date(2026, 2, 2)} | fields)


def make_placement(contract, participant=None, **fields):
    """A placement of a new participant unless one is given."""
    from django.utils import timezone

    from apps.placements.models import Placement

    defaults = {
        "organisation": contract.organisation,
        "number": next(_numbers),
        "supplier": contract.suppliers.first(),
        "participant": participant or make_participant(contract.organisation),
        "kind": "internship",
        "started_on": date(2026, 3, 2),
    }
    values = defaults | fields
    if values["started_on"] and values["started_on"] > timezone.localdate() and not values.get("ended_on"):
        values |= {"state": "matched", "planned_start_on": values["started_on"], "started_on": None}
    elif values.get("ended_on"):
        values.setdefault("state", "ended")
    if values["kind"] == "mentorship":
        values["extent_percent"] = None
    if values["kind"] == "internship":
        values = {"referring_body": "municipality", "supervisor_role": "arbetsledare"} | values
    return Placement.objects.create(contract=contract, **values)


def make_requirement(contract, **fields):
    """Twelve full-time months of employment unless the fields say something else."""
    from apps.procurements.models import Requirement

    defaults = {"kind": "employment", "model": "numeric", "unit": "fte_months", "count": 12}
    return Requirement.objects.create(contract=contract, **defaults | fields)


def make_credit(requirement, amount, **fields):
    """Delivery accepted from a supplier's report, past the rules of what may be accepted."""
    from apps.placements.models import Credit

    contract, number = requirement.contract, next(_numbers)
    defaults = {"kind": "reported", "source": f"rapport {number}", "source_key": f"report:{number}"}
    defaults |= {"organisation": contract.organisation, "contract": contract, "granted_on": date(2026, 7, 1)}
    return Credit.objects.create(requirement=requirement, amount=amount, **defaults | fields)


def make_follow_up_plan(contract, **fields):
    """A plan of normal intensity, without its points."""
    from apps.followups.models import FollowUpPlan

    defaults = {"organisation": contract.organisation, "intensity": "normal"}
    return FollowUpPlan.objects.create(contract=contract, **defaults | fields)


def make_point(contract, **fields):
    """A report that is planned."""
    from apps.followups.models import Point

    defaults = {"organisation": contract.organisation, "kind": "report", "due_on": date(2026, 6, 30)}
    return Point.objects.create(contract=contract, **defaults | fields)


def make_sample(*contracts, **fields):
    """A sample in which the contracts were drawn by some officer."""
    from apps.followups.models import Sample, SampleItem

    organisation = contracts[0].organisation
    keys = [contract.pk for contract in contracts]
    drawn_by = fields.pop("drawn_by", None) or make_person(f"Dragos{next(_numbers)}", "officer", organisation)
    defaults = {"seed": "frö", "size": len(keys), "drawn_from": keys}
    sample = Sample.objects.create(organisation=organisation, drawn_by=drawn_by, **defaults | fields)
    for contract in contracts:
        SampleItem.objects.create(organisation=organisation, sample=sample, contract=contract)
    return sample


def make_meeting(contract=None, **fields):
    """A planned dialogue meeting about a contract; without one a market dialogue about `procurement`."""
    from django.utils import timezone

    from apps.followups.models import Meeting

    procurement = fields.pop("procurement", None) or contract.procurement
    defaults = {
        "organisation": procurement.organisation,
        "kind": "dialogue" if contract else "market_dialogue",
        "planned_at": timezone.now(),
    }
    return Meeting.objects.create(procurement=procurement, contract=contract, **defaults | fields)


def make_report_request(contract, **fields):
    """A report asked of the contract's first supplier, whose contact is Petra at exempel.se."""
    from apps.followups.models import ReportRequest

    defaults = {
        "organisation": contract.organisation,
        "supplier": contract.suppliers.first(),
        "due_on": date(2026, 6, 30),
        "contact_name": "Petra",
        "contact_email": "petra@exempel.se",
    }
    return ReportRequest.objects.create(contract=contract, **defaults | fields)


def make_deviation(contract, **fields):
    """An open deviation that somebody noted by hand."""
    from apps.followups.models import Deviation

    defaults = {
        "organisation": contract.organisation,
        "cause": "other",
        "raised_on": date(2026, 7, 1),
        "what": "Praktikanterna har ingen handledare.",
    }
    return Deviation.objects.create(contract=contract, **defaults | fields)


def make_sanction(deviation, **fields):
    """A written warning that the supplier may reply to."""
    from apps.followups.models import Sanction

    defaults = {
        "organisation": deviation.organisation,
        "step": "warning",
        "motive": "Bristen är inte rättad.",
        "reply_by": date(2026, 7, 15),
    }
    return Sanction.objects.create(deviation=deviation, **defaults | fields)
