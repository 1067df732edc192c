"""What is said of a forecast, and that no number of it stands alone."""

import re
from datetime import date

import pytest

from apps.targets import forecast_words as words
from apps.targets.chances import Tried
from apps.targets.choices import CountingRule
from apps.targets.counting import Rule
from apps.targets.forecast import Span, State, forecast, options
from apps.targets.forecast_inputs import Stage, Undated
from apps.targets.tests.forecasting import NEW_YEARS_EVE, coming, commitment, inputs

NBSP = "\N{NO-BREAK SPACE}"
PROMISED = tuple(
    commitment(key, 4, 1, name=f"A-{key} Måleri", starts_on=date(2026, 1, 1), ends_on=NEW_YEARS_EVE) for key in range(6)
)


def plain(text):
    return text.replace(NBSP, " ")


def said(**fields):
    return plain(words.lead(forecast(inputs(**{"commitments": PROMISED} | fields))))


def rests_on(**fields):
    return plain(" ".join(words.rests_on(forecast(inputs(**{"commitments": PROMISED} | fields)))))


def test_the_lead_gives_the_interval_and_the_chance():
    assert re.fullmatch(r"Troligen 32–40 invånare 2026\. Sannolikheten att nå 35 är \d\d %\.", said(target=35))


def test_the_short_form_is_one_line():
    known = forecast(inputs(commitments=PROMISED, target=35))
    assert re.fullmatch(r"troligen 32–40, sannolikhet att nå 35: \d\d %", plain(words.short(known)))
    assert words.short(forecast(inputs())) == ""


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"target": None}, "Troligen 32–40 invånare 2026. Inget mål är beslutat för 2026."),
        ({"target": 26}, "Målet 26 är redan nått. Troligen 32–40 invånare 2026."),
        ({"target": 200}, "Troligen 32–40 invånare 2026. Det som är känt räcker inte till målet 200."),
        ({"today": date(2027, 1, 1)}, "Året är slut: 26 av 40 invånare."),
        ({"today": date(2027, 1, 1), "target": None}, "Året är slut: 26 invånare."),
    ],
)
def test_the_lead_says_how_it_stands_with_the_target(fields, sentence):
    assert said(**fields) == sentence


def test_placements_are_called_efforts():
    assert " insatser 2026" in said(rule=Rule(CountingRule.PLACEMENTS_STARTED))


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "För lite underlag för en prognos. Ingen plats återstår"),
        ({"rule": Rule(CountingRule.RESIDENTS_ACTIVE)}, "Ingen prognos görs för ett mål som mäter läget"),
        (
            {"undated": (Undated(1, "A-9 El", 3, "sista dag"),)},
            "För lite underlag för en prognos. De flesta platser som återstår saknar en uppgift. "
            "Räknas inte förrän uppgiften finns: A-9 El (sista dag saknas, 3 platser).",
        ),
        (
            {"commitments": (commitment(promised=9000),)},
            "Ingen prognos: mer än 1 000 platser återstår, så något antal är troligen fel. "
            "Kontrollera först Avtal 1, där 9 000 återstår.",
        ),
    ],
)
def test_without_a_forecast_the_lead_says_why_and_gives_no_number_of_what_is_to_come(fields, sentence):
    year = forecast(inputs(**fields))
    assert plain(words.lead(year)).startswith(sentence)
    assert (words.drivers(year), words.short(year)) == ((), "")


def test_every_state_has_its_reason():
    known = forecast(inputs())
    reasons = {state: words.why_not(type(known)(state, known.inputs, ())) for state in State}
    assert [state for state, reason in reasons.items() if not reason] == [State.OPEN, State.OVER]


@pytest.mark.parametrize(
    ("chance", "text"),
    [(0, "0 %"), (0.001, "under 1 %"), (0.616, "62 %"), (0.996, "över 99 %"), (1, "100 %"), (0.994, "99 %")],
)
def test_only_what_is_certain_is_0_or_100_percent(chance, text):
    assert plain(words.percent(chance)) == text


def test_an_interval_of_one_number_is_that_number():
    assert words.interval(Span(34, 40, 47)) == "34–47"
    assert words.interval(Span(34, 34, 34)) == "precis 34"


def test_each_driver_has_its_interval():
    known = inputs(
        commitments=PROMISED[:1],
        coming=(coming(2, 1, name="Städning"),),
        planned=(date(2026, 6, 1),) * 3,
        beside=(Tried(1, 9),),
    )
    assert [plain(each) for each in words.drivers(forecast(known))] == [
        "Utöver lovade platser, i samma takt som tidigare: troligen 2–11",
        "Avtalade starter: troligen 2–3 av 3",
        "A-0 Måleri: troligen 0–3 av 3 platser som återstår",
        "Städning: troligen 0–1 av 1 plats som upphandlingen kan ge",
    ]


def test_a_tick_says_what_it_leads_to():
    known = inputs(commitments=PROMISED, coming=(coming(1, 9, name="Städning", stage=Stage.POSSIBLE),))
    (with_it,), (without,) = options(known), options(known, ticked={1})
    assert re.match(r"Med krav på antal i Städning: troligen \d+–\d+, sannolikhet", words.option(with_it, known))
    assert words.option(without, known).startswith("Utan krav på antal i Städning: troligen 32–40, sannolikhet")


def test_the_prior_is_stated_and_so_is_the_history():
    without = rests_on(commitments=(commitment(),))
    assert "Praktik: inget åtagande är avslutat än. Vi räknar med att 50 % (troligen 10–90 %) av platserna" in without
    assert "läggs alltid en plats som blev av och en som inte blev det" in without
    with_it = rests_on(commitments=(commitment(),), history={"internship": (Tried(1, 1),) * 7 + (Tried(1, 0),)})
    assert "Praktik: 7 av 8 lovade platser i avslutade åtaganden har blivit av. Vi räknar med att 80 % (" in with_it


def test_what_is_assumed_of_starts_overlaps_and_signings_is_stated_until_there_is_history():
    stages = (coming(1), coming(2, stage=Stage.RECOMMENDED))
    without = rests_on(planned=(date(2026, 6, 1),), coming=stages)
    assert "nio av tio avtalade starter blir av" in without
    assert "en av tio starter gäller en invånare som redan är räknad i år" in without
    assert "åtta av tio upphandlingar där krav på antal är beslutat blir avtal med antal" in without
    assert "fyra av tio upphandlingar där krav på antal är rekommenderat" in without
    with_it = rests_on(
        planned=(date(2026, 6, 1),),
        planned_history=Tried(10, 5),
        overlaps={"internship": Tried(40, 4)},
        coming=stages,
        signings={Stage.DECIDED: Tried(10, 4)},
    )
    assert "Andelen avtalade starter som blir av tas ur de senaste åren, med vårt antagande om nio av tio" in with_it
    assert "Andelen starter som gäller en invånare som redan är räknad i år tas ur de senaste åren" in with_it
    assert "4 av 10 upphandlingar där krav på antal är beslutat har blivit avtal med antal." in with_it
    assert "Med vårt antagande om åtta av tio inräknat väntar vi oss att 60 % (troligen" in with_it


def test_how_residents_starts_have_gone_is_not_told_in_numbers():
    known = {"planned_history": Tried(9, 7), "overlaps": {"internship": Tried(17, 3)}}
    told = rests_on(planned=(date(2026, 6, 1),), **known)
    assert not {"3", "7", "9", "17"} & set(re.findall(r"[0-9]+", told))


def test_overlaps_are_not_spoken_of_when_placements_are_counted():
    assert "redan är räknad" not in rests_on(rule=Rule(CountingRule.PLACEMENTS_STARTED))


def test_what_came_beside_promises_is_told_year_by_year():
    told = rests_on(beside=(Tried(1, 2), Tried(1, 0), Tried(0.3, 1)))
    assert "Utöver lovade platser har det räknats 2 under 2024, 0 under 2025 och 1 under 2026." in told
    assert "Utöver" not in rests_on(beside=(Tried(1, 0),))


def test_what_is_left_out_is_named_the_largest_first_and_never_a_whole_page_of_it():
    rows = tuple(Undated(key, f"A-{key}", key, "sista dag") for key in range(1, 8))
    told = plain(words.undated(inputs(undated=rows)))
    assert told.startswith("Räknas inte förrän uppgiften finns: A-7 (sista dag saknas, 7 platser), A-6 (")
    assert told.endswith("A-3 (sista dag saknas, 3 platser) och 2 till.")
    lacking = plain(words.undated(inputs(undated=(Undated(1, "Städning", 0, "avtalets längd", True),))))
    assert lacking == "Räknas inte förrän uppgiften finns: Städning (avtalets längd saknas)."
    assert words.undated(inputs()) == ""


def test_no_percentage_of_what_is_to_come_stands_without_its_interval():
    told = rests_on(
        planned=(date(2026, 6, 1),),
        planned_history=Tried(10, 5),
        overlaps={"internship": Tried(40, 4)},
        coming=(coming(1), coming(2, stage=Stage.RECOMMENDED)),
        signings={Stage.DECIDED: Tried(10, 4), Stage.RECOMMENDED: Tried(3, 1)},
        history={"internship": (Tried(3, 2),) * 4},
    )
    told = told.replace("från 0 till 100 % lika troliga", "")
    shares = re.findall(r"\d+ %", re.sub(r"\(troligen \d+–\d+ %\)", "()", told))
    assert len(shares) == 3
    assert len(re.findall(r"\d+ % \(troligen \d+–\d+ %\)", told)) == len(shares)
