"""Helsingborg: the results of the slide deck, put in 2015, and a present around today.

From "Social hänsyn i upphandlingar – Ett steg i taget": 13 praktik, 6 anställning, 7 lärling and 5 yrkesmentor, study
visits and lectures, the target 40 for 2016, and the four examples måleritjänst (4 mkr), snittblommor,
ledarskapsutbildning and stängsel (1 mkr, with social requirements). That dialogue was asked for in städning,
golvläggning and fönsterputs too is from an interview with the city's matcher (Upphandling24, 2019-09-19). The rest is
made up.
"""

from procurement_csr.demo import coming
from procurement_csr.demo.world import (
    Agreement,
    Demand,
    Gathering,
    Goal,
    Placed,
    Purchase,
    Tables,
    days,
    last_year,
    on,
    this_year,
    years_ahead,
)

DECK_NOTE = "Månader, förvaltningar och fördelning är påhittade; antalen är Helsingborgs redovisade."
PROPERTY, SCHOOLS = "Fastighetsförvaltningen", "Skol- och fritidsförvaltningen"
CITY, CARE = "Stadsbyggnadsförvaltningen", "Vård- och omsorgsförvaltningen"
CULTURE, CENTRAL = "Kulturförvaltningen", "Stadsledningsförvaltningen"

# How the deck's 13, 6, 7 and 5 are spread over contracts: (contract, kind, first months of 2015).
_DECK_STARTS = (
    ("maleri-2015", "internship", (3, 4, 5, 9)),
    ("maleri-2015", "employment", (6, 10)),
    ("maleri-2015", "apprenticeship", (4, 8, 9)),
    ("maleri-2015", "mentorship", (5,)),
    ("stad-2015", "internship", (2, 3, 5, 6, 9, 11)),
    ("stad-2015", "employment", (5, 9, 12)),
    ("stad-2015", "mentorship", (4, 10)),
    ("stangsel-2015", "internship", (8,)),
    ("stangsel-2015", "apprenticeship", (9,)),
    ("golv-2015", "internship", (10,)),
    ("golv-2015", "employment", (11,)),
    ("golv-2015", "apprenticeship", (4, 8, 10)),
    ("golv-2015", "mentorship", (9,)),
    ("fonster-2015", "internship", (4,)),
    ("fonster-2015", "mentorship", (6,)),
)
_DECK_WEEKS = {"internship": 12, "employment": 52, "apprenticeship": 104, "mentorship": 26}

DECK_PURCHASES = (
    Purchase(
        "Måleritjänst",
        PROPERTY,
        "45442100",
        4_000_000,
        on(2014, 10, 6),
        (
            Agreement(
                "maleri-2015",
                ("maleri",),
                on(2015, 2, 2),
                on(2017, 1, 31),
                on(2019, 1, 31),
                4_000_000,
                (Demand("apprenticeship", 3, on(2016, 1, 31)), Demand("internship")),
            ),
        ),
        "closed",
        DECK_NOTE,
    ),
    Purchase(
        "Stängsel",
        CITY,
        "45342000",
        1_000_000,
        on(2015, 3, 9),
        (
            Agreement(
                "stangsel-2015",
                ("stangsel",),
                on(2015, 6, 1),
                on(2017, 5, 31),
                None,
                1_000_000,
                (Demand("internship"),),
            ),
        ),
        "closed",
        DECK_NOTE,
    ),
    Purchase(
        "Snittblommor",
        CENTRAL,
        "03121200",
        None,
        on(2015, 1, 19),
        (
            Agreement(
                "blommor-2015",
                ("blommor",),
                on(2015, 4, 1),
                on(2017, 3, 31),
                declined="Varuköp med få arbetstimmar hos leverantören. Studiebesök föreslås i stället.",
            ),
        ),
        "closed",
        DECK_NOTE,
    ),
    Purchase(
        "Ledarskapsutbildning",
        CENTRAL,
        "80532000",
        None,
        on(2015, 2, 16),
        (
            Agreement(
                "ledarskap-2015",
                ("ledarskap",),
                on(2015, 5, 4),
                on(2016, 4, 30),
                declined="Få konsulter med särskild kompetens utför tjänsten. Leverantören erbjuder föreläsningar.",
            ),
        ),
        "closed",
        DECK_NOTE,
    ),
    Purchase(
        "Städtjänster",
        SCHOOLS,
        "90911200",
        9_500_000,
        on(2014, 9, 15),
        (
            Agreement(
                "stad-2015",
                ("stadning",),
                on(2015, 1, 12),
                on(2017, 1, 11),
                demands=(Demand("internship"), Demand("employment")),
            ),
        ),
        "closed",
        DECK_NOTE,
    ),
    Purchase(
        "Golvläggning",
        PROPERTY,
        "45432100",
        3_200_000,
        on(2014, 11, 24),
        (Agreement("golv-2015", ("golv",), on(2015, 3, 2), on(2017, 2, 28), demands=(Demand("apprenticeship"),)),),
        "closed",
        DECK_NOTE,
    ),
    Purchase(
        "Fönsterputs",
        PROPERTY,
        "90911300",
        850_000,
        on(2014, 12, 8),
        (Agreement("fonster-2015", ("fonster",), on(2015, 3, 2), on(2016, 2, 29), demands=(Demand("internship"),)),),
        "closed",
        DECK_NOTE,
    ),
)
DECK_PLACEMENTS = tuple(
    Placed(agreement, kind, on(2015, month, 2 + 7 * (number % 4)), _DECK_WEEKS[kind])
    for agreement, kind, months in _DECK_STARTS
    for number, month in enumerate(months)
)
DECK_GATHERINGS = (
    Gathering("stad-2015", "study_visit", on(2015, 4, 15), "Så städar vi en skola", 12),
    Gathering("blommor-2015", "study_visit", on(2015, 5, 20), "En dag hos grossisten", 8),
    Gathering("maleri-2015", "study_visit", on(2015, 9, 16), "Målaryrket på plats", 10),
    Gathering("ledarskap-2015", "lecture", on(2015, 10, 7), "Att söka jobb i nytt land", 25),
    Gathering("ledarskap-2015", "lecture", on(2015, 11, 18), "Första dagen på jobbet", 22),
)

PURCHASES = (
    Purchase(
        "Städtjänster i skolor och förskolor",
        SCHOOLS,
        "90911200",
        18_500_000,
        last_year(1, 20),
        (
            Agreement(
                "stad",
                ("stadning", "lokalvard"),
                last_year(4, 1),
                years_ahead(2, 3, 31),
                years_ahead(4, 3, 31),
                18_500_000,
                (
                    Demand("internship", 6, days(20), "Platserna fördelas på båda leverantörerna."),
                    Demand("employment", 24, days(75), unit="fte_months"),
                ),
            ),
        ),
    ),
    Purchase(
        "Målning av skolor, förskolor och äldreboenden",
        PROPERTY,
        "45442100",
        6_200_000,
        last_year(2, 10),
        (
            Agreement(
                "maleri",
                ("maleri",),
                last_year(6, 1),
                years_ahead(1, 5, 31),
                years_ahead(3, 5, 31),
                6_200_000,
                (Demand("apprenticeship", 2, days(-12)), Demand("internship", None, days(45))),
            ),
        ),
    ),
    Purchase(
        "Skötsel av parker och grönytor",
        CITY,
        "77310000",
        11_000_000,
        last_year(9, 15),
        (
            Agreement(
                "park",
                ("park",),
                this_year(1, 1),
                years_ahead(3, 12, 31),
                value=11_000_000,
                demands=(Demand("internship", 4, days(9)), Demand("mentorship", 2, days(120))),
            ),
        ),
    ),
    Purchase(
        "Byggentreprenad: förskolan Ängen",
        PROPERTY,
        "45214100",
        48_000_000,
        last_year(5, 4),
        (
            Agreement(
                "bygg",
                ("bygg",),
                last_year(10, 1),
                years_ahead(1, 9, 30),
                value=47_350_000,
                demands=(Demand("apprenticeship", 3, days(60)), Demand("employment", 2, days(-3))),
            ),
        ),
    ),
    Purchase(
        "Skolskjuts och särskilda persontransporter",
        SCHOOLS,
        "60130000",
        32_000_000,
        last_year(3, 2),
        (
            Agreement(
                "buss",
                ("buss",),
                last_year(8, 1),
                years_ahead(2, 7, 31),
                value=32_000_000,
                demands=(Demand("employment", None, days(30)),),
            ),
        ),
    ),
    Purchase(
        "Golvläggning och mattbyten",
        PROPERTY,
        "45432100",
        3_800_000,
        last_year(11, 3),
        (Agreement("golv", ("golv", "snickare"), days(-150), days(580), None, 3_800_000),),
    ),
    Purchase(
        "Kontorsmaterial",
        CENTRAL,
        "30192000",
        2_400_000,
        last_year(4, 7),
        (
            Agreement(
                "kontor",
                ("kontor",),
                last_year(7, 1),
                years_ahead(1, 6, 30),
                value=2_400_000,
                declined="Varuköp utan arbetsinsats i kommunen.",
            ),
        ),
    ),
    Purchase(
        "Juridiska tjänster",
        CENTRAL,
        "79100000",
        1_900_000,
        days(-170),
        (Agreement("juridik", ("juridik",), days(-40), days(690), None, 1_900_000),),
    ),
    Purchase(
        "Tvätt av arbetskläder",
        CARE,
        "98310000",
        4_600_000,
        last_year(8, 18),
        (
            Agreement(
                "tvatt", ("tvatt",), last_year(11, 3), None, value=None, demands=(Demand("internship", 2, days(14)),)
            ),
        ),
    ),
    Purchase("Frukt och grönsaker till skolkök", SCHOOLS, "15300000", 7_200_000, days(-18), phase="published"),
    Purchase("Bevakning av kulturhus och bibliotek", CULTURE, "79710000", 5_100_000, phase="need"),
    Purchase(
        "Möbler till Råå bibliotek",
        CULTURE,
        "39100000",
        650_000,
        days(-95),
        phase="cancelled",
        note="Avbröts: inga anbud kom in.",
    ),
)
PLACEMENTS = (
    Placed("stad", "internship", last_year(5, 11), 12, "moved_to_employment", "sa"),
    Placed("stad", "employment", last_year(9, 1), 52, "completed", "sa"),
    Placed("stad", "internship", last_year(6, 8), 10, supplier="lokalvard"),
    Placed("stad", "internship", last_year(9, 14), 12, "interrupted_candidate"),
    Placed("stad", "employment", last_year(11, 2), 40, "contract_ended", extent=75),
    Placed("maleri", "apprenticeship", last_year(8, 17), 104),
    Placed("maleri", "internship", last_year(9, 21), 8),
    Placed("maleri", "mentorship", last_year(10, 5), 26),
    Placed("bygg", "internship", last_year(11, 9), 16, "moved_to_employment", "by"),
    Placed("buss", "internship", last_year(10, 12), 6),
    Placed("buss", "employment", last_year(12, 1), 52, ""),
    Placed("tvatt", "internship", last_year(12, 7), 12),
    Placed("stad", "internship", this_year(1, 12), 12),
    Placed("park", "internship", this_year(2, 9), 16, "moved_to_employment", "pa"),
    Placed("park", "employment", this_year(6, 1), 30, "", "pa", 75),
    Placed("bygg", "apprenticeship", this_year(3, 16), 20, "moved_to_employment", "by"),
    Placed("bygg", "employment", this_year(8, 10), 52, "", "by"),
    Placed("bygg", "apprenticeship", this_year(3, 23), 104, ""),
    Placed("maleri", "internship", this_year(4, 13), 10),
    Placed("park", "mentorship", this_year(4, 20), 26),
    Placed("stad", "employment", this_year(5, 4), 52, "", extent=50),
    Placed("tvatt", "internship", this_year(5, 18), 12, "interrupted_supplier"),
    Placed("buss", "internship", this_year(6, 8), 8, "moved_to_study"),
    Placed("maleri", "apprenticeship", this_year(8, 17), 104, ""),
    Placed("park", "internship", this_year(8, 24), 12),
    Placed("bygg", "mentorship", this_year(9, 7), 20, ""),
    Placed("stad", "internship", this_year(9, 14), 10, supplier="lokalvard"),
    Placed("buss", "employment", this_year(10, 1), 52, ""),
    # Around today, whatever day it is: late, soon ending, just begun, undone and not begun.
    Placed("tvatt", "internship", days(-92), 12, ""),
    Placed("park", "internship", days(-78), 12, "", extent=75),
    Placed("stad", "internship", days(-26), 12, ""),
    Placed("maleri", "internship", days(-5), 8, "", extent=50),
    Placed("maleri", "internship", days(-4), 8, "", is_undone=True),
    Placed("bygg", "apprenticeship", days(9), 104, ""),
)
GATHERINGS = (
    Gathering("stad", "study_visit", last_year(10, 14), "Lokalvård i praktiken", 14),
    Gathering("park", "study_visit", days(-130), "Parkarbete under ett år", 9),
    Gathering("bygg", "lecture", days(-60), "Yrken på en byggarbetsplats", 31),
    Gathering("buss", "lecture", days(-12), "Vägen till busskort", 18),
    Gathering("maleri", "market_dialogue", days(-33), "Lärlingsplatser i nästa måleriavtal", 6),
)
GOALS = (
    Goal(2016, 40, on(2015, 11, 25), "KF § 212/2015 (påhittad beteckning)"),
    Goal(-1, 20, last_year(1, 27), "KF § 11 (påhittad beteckning)"),
    Goal(0, 30, last_year(11, 24), "KF § 187 (påhittad beteckning)"),
    Goal(0, 24, this_year(2, 24), "KF § 23, ändrat mål (påhittad beteckning)"),
)
TABLES = Tables(
    purchases=DECK_PURCHASES + PURCHASES,
    placements=DECK_PLACEMENTS + PLACEMENTS,
    gatherings=DECK_GATHERINGS + GATHERINGS,
    goals=GOALS,
    coming=coming.HELSINGBORG,
    guidelines=coming.HELSINGBORG_GUIDELINES,
    published_years=(2015, -1),
)
