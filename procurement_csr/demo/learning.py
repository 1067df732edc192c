"""What the authorities of the demo world have learnt: evaluations of years, and factors over three half-years.

Which factors success depends on: political support, closeness of purchasing and labour-market department, knowledge,
and the wish for more communication, evaluation and prioritising (Helsingborg's presentation of its work). The scores
are made up.
"""

from datetime import date
from typing import TYPE_CHECKING

from apps.actionplans.choices import ReadyFactor
from apps.actionplans.evaluation_actions import create_evaluation, decide_evaluation
from apps.actionplans.factor_actions import Answer, choose_factors, score_factors
from apps.actionplans.halves import half_of

if TYPE_CHECKING:
    from procurement_csr.demo.loading import Site

# By factor: score and why, from the half-year before the last to the present one.
SCORED = {
    ReadyFactor.SUPPORT: (
        (3, "Målet är beslutat men frågas sällan efter."),
        (4, "Nämnden följer målet varje tertial."),
        (5, "Fullmäktige har höjt målet."),
    ),
    ReadyFactor.CLOSENESS: (
        (4, "Matcharen sitter hos inköp."),
        (4, "Samma som förut."),
        (5, "Gemensamt uppstartsmöte i varje upphandling."),
    ),
    ReadyFactor.RESOURCES: (
        (3, "En matchare och en samordnare."),
        (2, "Samordnaren arbetade halvtid under hösten."),
        (3, "Samordnaren är åter på heltid."),
    ),
    ReadyFactor.COMMUNICATION: (
        (2, "Leverantörerna hör av oss först när något brister."),
        (2, "Ingen återkoppling till förvaltningarna."),
        (3, "Resultatbrev till förvaltningarna är påbörjade."),
    ),
    ReadyFactor.PRIORITISATION: (
        (2, "Krav ställs där någon minns det."),
        (3, "Upphandlingarna rangordnas varje kvartal."),
        (4, "Listan styr var kraven ställs."),
    ),
    ReadyFactor.EVALUATION: (
        (1, "Ingen samlad utvärdering."),
        (2, "En första enkät."),
        (3, "Året utvärderas och beslutas."),
    ),
}
OWN = "Kunskap om målgrupper och leverantörer"
OF_OWN = ((3, "Goda kontakter i städ och måleri."), (3, "Fler branscher behövs."), (4, "Studiebesök hos tre företag."))
WORKED = (
    "Uppstartsmöten med leverantör, matchare och beställare.\n\n"
    "Att kraven ställdes som dialog när vi inte visste vad marknaden klarade."
)
TO_CHANGE = "Återkoppla till leverantörer och förvaltningar varje år.\n\nPrioritera upphandlingar före årets början."


def write(sites: list["Site"]) -> None:
    """Helsingborg watches all factors and has evaluated last year; Haninge has evaluated 2018 and watches two."""
    by_key = {site.key: site for site in sites}
    site = by_key["helsingborg"]
    _score(site, SCORED, OWN)
    last = site.today.year - 1
    decided = _evaluate(site, last)
    on = min(date(site.today.year, 2, 3), site.today)
    _decide(site, decided, "Kommunstyrelsen", on, f"KS {site.today.year}/41, § 22")
    _evaluate(site, site.today.year)
    host = by_key["haninge"]
    _score(host, {kind: SCORED[kind] for kind in (ReadyFactor.SUPPORT, ReadyFactor.RESOURCES)})
    _decide(host, _evaluate(host, 2018), "Södertörns upphandlingsnämnd", date(2019, 2, 4), "SUN 2019/5, § 6")


def _score(site: "Site", scored: dict, own: str = "") -> None:
    person, organisation = site.user("coordinator"), site.organisation
    choose_factors(by=person, organisation=organisation, kinds=list(scored), new=own)
    factors = {each.kind: each for each in organisation.success_factors.all()}
    now = half_of(site.today)
    for at, when in enumerate((now.before.before, now.before, now)):
        answers = {factors[kind].pk: Answer(*said[at]) for kind, said in scored.items()}
        if own:
            answers[factors[""].pk] = Answer(*OF_OWN[at])
        score_factors(by=person, organisation=organisation, when=when, answers=answers, today=site.today)


def _evaluate(site: "Site", year: int):
    own = {"by": site.user("coordinator"), "organisation": site.organisation, "year": year, "today": site.today}
    return create_evaluation(**own, worked=WORKED, to_change=TO_CHANGE)


def _decide(site: "Site", evaluation, body: str, on: date, reference: str) -> None:
    decision = {"decided_by_body": body, "decided_on": on, "reference": reference}
    decide_evaluation(by=site.user("coordinator"), evaluation=evaluation, today=site.today, **decision)
