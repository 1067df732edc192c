"""Seven simulated years of placements with purging every winter: what was counted before is counted after."""

import random
import uuid
from datetime import date, timedelta

import pytest

from apps.core.calendar import add_months
from apps.placements import codes
from apps.placements import retention_actions as actions
from apps.placements import retention_queries as queries
from apps.placements.deliveries import deliveries
from apps.placements.models import Consent, Disclosure, FollowUp, Participant, Placement, PurgeRun
from apps.placements.tests.purging_world import decide, noon, whole_database
from apps.procurements.models import Requirement
from apps.targets import queries as targets
from apps.targets.choices import CountingRule
from apps.targets.counting import Rule
from apps.targets.models import Target
from procurement_csr import people

YEARS = range(2019, 2026)
PER_YEAR = 14
KINDS = ("internship", "employment", "apprenticeship", "summer_job")
MONTHS = {"case_reference": 6, "consent": 6, "disclosure": 6, "participant_code": 24}


class Town:
    """A town with two contracts, a target for each year, and residents who come, go and come back."""

    def __init__(self, organisation, matcher):
        self.organisation, self.matcher, self.random = organisation, matcher, random.Random(2019)
        self.secrets: dict[int, tuple[str, str, str]] = {}
        self.contracts = [self._contract(title) for title in ("Måleri", "Städning")]
        for year in YEARS:
            decided = {"decided_by_body": "KF", "decided_on": date(year, 1, 1), "reference": f"KF {year}"}
            Target.objects.create(organisation=organisation, year=year, value=10, counted_kinds=list(KINDS), **decided)
        for record_class, months in MONTHS.items():
            decide(organisation, record_class, trigger="last_follow_up", months=months)

    def _contract(self, title):
        department = people.make_department(self.organisation, title)
        procurement = people.make_procurement(self.organisation, title, department=department)
        contract = people.make_contract(procurement, starts_on=date(2019, 1, 1), ends_on=date(2027, 12, 31))
        promised = {"model": "numeric", "count": 30, "contract": contract}
        Requirement.objects.create(kind="internship", **promised)
        Requirement.objects.create(kind="employment", unit="fte_months", **promised)
        return contract

    def live(self, year: int) -> None:
        """A year's placements with papers and answered follow-ups; every third resident has been there before."""
        for number in range(PER_YEAR):
            known = list(Participant.objects.filter(organisation=self.organisation, code__isnull=False).order_by("pk"))
            someone = self.random.choice(known) if known and number % 3 == 0 else self._newcomer(year)
            start = date(year, 1, 8) + timedelta(days=self.random.randrange(240))
            self._place(someone, start, start + timedelta(days=self.random.choice([30, 90, 170])))

    def _newcomer(self, year: int) -> Participant:
        number = 1000 * year + len(self.secrets)
        someone = people.make_participant(self.organisation, codes.make(random.Random(number)))
        secrets = (someone.code, f"AMF {year}/{number}", f"Pärm {number} blad 14")
        self.secrets[someone.pk] = secrets
        written = {"case_reference": secrets[1], "matcher": self.matcher, "created_at": noon(date(year, 1, 7))}
        Participant.objects.filter(pk=someone.pk).update(**written)
        return someone

    def _place(self, someone: Participant, start: date, end: date) -> None:
        contract = self.random.choice(self.contracts)
        placement = people.make_placement(
            contract,
            someone,
            kind=self.random.choice(KINDS),
            started_on=start,
            ended_on=end,
            end_reason=self.random.choice(["completed", "moved_to_employment", "interrupted_candidate"]),
            extent_percent=self.random.choice([50, 75, 100]),
            number=Placement.objects.count() + 1,
        )
        for months in (3, 6):
            due_on = add_months(end, months)
            answered = {"answered_on": due_on, "situation": "employed_unsubsidised"}
            FollowUp.objects.create(placement=placement, months=months, due_on=due_on, **answered)
        self._write_papers(placement, start)

    def _write_papers(self, placement: Placement, day: date) -> None:
        about = {"supplier": placement.supplier, "recorded_by": self.matcher}
        reference = {"document_reference": self.secrets[placement.participant_id][2]}
        consent = Consent.objects.create(
            participant=placement.participant, purpose="share_cv", given_on=day, **reference, **about
        )
        ground = {"ground": "consent", "consent": consent, "told": ["experience"], "told_on": day}
        disclosure = Disclosure.objects.create(placement=placement, **ground, **about)
        Consent.objects.filter(pk=consent.pk).update(recorded_at=noon(day))
        Disclosure.objects.filter(pk=disclosure.pk).update(recorded_at=noon(day))

    def statistics(self, today: date) -> list:
        """All that is counted: the dashboard of each year, each way of counting, and what contracts have got."""
        years = [year for year in YEARS if year <= today.year]
        rules = [Rule(way, KINDS) for way in CountingRule]
        return [
            *(targets.dashboard(self.organisation, year, today) for year in years),
            *(targets.total(self.organisation, year, today, rule) for year in years for rule in rules),
            *(deliveries(contract, self.matcher, today=today) for contract in self.contracts),
        ]


def purge_all(organisation, people_of_the_purge, day: date) -> list[PurgeRun]:
    """Runs until nothing is due: what must go first goes in the first. One makes, the other approves."""
    maker, approver = people_of_the_purge
    runs = []
    while queries.due_records(queries.holdings(organisation), queries.rules_of(organisation), day):
        run = actions.propose_purge(by=maker, organisation=organisation, today=day, token=uuid.uuid4())
        runs.append(actions.approve_purge(by=approver, run=run, today=day, now=noon(day)))
        assert len(runs) < 4, "a run leaves nothing that it could have purged"
    return runs


@pytest.mark.slow
def test_seven_years_of_purging_leave_every_figure_as_it_was(helsingborg, malte, adam, carin):
    town = Town(helsingborg, malte)
    purged = []
    for year in YEARS:
        town.live(year)
        winter = date(year + 1, 12, 15)
        before = town.statistics(winter)
        runs = purge_all(helsingborg, (adam, carin), winter)
        assert runs, f"something is due in {winter}"
        assert town.statistics(winter) == before, f"the figures of {year} moved"
        assert all(item.is_done for run in runs for item in run.items.all())
        purged.append(Participant.objects.filter(code=None).count())
    assert purged == sorted(purged)
    assert purged[-1] > 3 * PER_YEAR // 2, "most residents of the first years are gone"
    assert_gone(town)


def assert_gone(town: Town) -> None:
    """What belonged to a purged resident stands nowhere; the others keep theirs."""
    text = whole_database()
    gone = set(Participant.objects.filter(code=None).values_list("pk", flat=True))
    left = [secret for pk in gone for secret in town.secrets[pk] if secret in text]
    assert left == []
    codes_left = [secrets[0] for pk, secrets in town.secrets.items() if pk not in gone]
    assert codes_left, "the last year's residents are still there"
    assert [code for code in codes_left if code not in text] == []
