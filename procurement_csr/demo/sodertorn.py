"""Haninge, Nynäshamn and Tornberget, for which Upphandling Södertörn buys: a present around today, all of it made up.

That Tornberget asks for at least one resident per cleaning contract is its own account (Upphandling Södertörn,
"Socialt ansvarstagande"); the contracts here are not the real ones.
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
    this_year,
    years_ahead,
)

HANINGE = Tables(
    purchases=(
        Purchase(
            "Lokalvård i förskolor",
            "Utbildningsförvaltningen",
            "90911200",
            14_000_000,
            last_year(1, 12),
            (
                Agreement(
                    "stad",
                    ("lokalvard", "stadning"),
                    last_year(5, 1),
                    years_ahead(2, 4, 30),
                    years_ahead(4, 4, 30),
                    14_000_000,
                    (Demand("internship", 4, days(11)), Demand("employment", 2, days(-6))),
                ),
            ),
        ),
        Purchase(
            "Skötsel av grönytor i Handen och Västerhaninge",
            "Stadsbyggnadsförvaltningen",
            "77310000",
            9_300_000,
            last_year(10, 6),
            (
                Agreement(
                    "park",
                    ("park",),
                    this_year(1, 1),
                    years_ahead(2),
                    years_ahead(3),
                    9_300_000,
                    (Demand("internship", None, days(28)),),
                ),
            ),
        ),
        Purchase(
            "Måltider till äldreboenden",
            "Socialförvaltningen",
            "55500000",
            21_000_000,
            last_year(4, 20),
            (
                Agreement(
                    "kok",
                    ("catering",),
                    last_year(9, 1),
                    years_ahead(1, 8, 31),
                    value=20_700_000,
                    demands=(Demand("internship", 3, days(50)), Demand("study_visit", 2, days(-25))),
                ),
            ),
        ),
        Purchase(
            "Lekplatsutrustning",
            "Stadsbyggnadsförvaltningen",
            "37535200",
            1_700_000,
            days(-210),
            (
                Agreement(
                    "lek",
                    ("lekplats",),
                    days(-120),
                    days(610),
                    value=1_700_000,
                    declined="Varan levereras färdig; monteringen tar några dagar per plats.",
                ),
            ),
        ),
        Purchase(
            "Snöröjning och halkbekämpning",
            "Stadsbyggnadsförvaltningen",
            "90620000",
            5_500_000,
            days(-140),
            (Agreement("sno", ("mark",), days(-50), days(680), None, 5_500_000),),
        ),
        Purchase(
            "Ledarskapsutbildning för chefer",
            "Kommunstyrelseförvaltningen",
            "80532000",
            780_000,
            days(-9),
            phase="published",
        ),
        Purchase(
            "Drift av Höglundaparkens café",
            "Kultur- och fritidsförvaltningen",
            "55500000",
            1_200_000,
            phase="need",
        ),
    ),
    placements=(
        Placed("stad", "internship", last_year(6, 8), 12, "moved_to_employment", "st"),
        Placed("stad", "employment", last_year(9, 14), 52, "completed", "st"),
        Placed("kok", "internship", last_year(10, 5), 10),
        Placed("kok", "internship", last_year(11, 16), 12, "interrupted_candidate"),
        Placed("stad", "internship", last_year(11, 23), 10, supplier="stadning"),
        Placed("park", "internship", this_year(3, 2), 16),
        Placed("kok", "employment", this_year(4, 7), 52, "", extent=75),
        Placed("stad", "internship", this_year(5, 11), 12, "moved_to_study"),
        Placed("park", "internship", this_year(8, 10), 10),
        Placed("stad", "internship", days(-80), 12, ""),
        Placed("kok", "internship", days(-33), 12, "", extent=50),
        Placed("stad", "employment", days(-8), 52, "", extent=75),
    ),
    gatherings=(
        Gathering("kok", "study_visit", days(-70), "Ett storkök från insidan", 11),
        Gathering("stad", "lecture", last_year(11, 11), "Lokalvård som yrke", 20),
    ),
    goals=(
        Goal(-1, 10, last_year(2, 10), "KF § 8 (påhittad beteckning)"),
        Goal(0, 8, last_year(12, 8), "KF § 241 (påhittad beteckning)"),
    ),
    coming=coming.HANINGE,
    guidelines=coming.HANINGE_GUIDELINES,
    published_years=(-1,),
)

NYNASHAMN = Tables(
    purchases=(
        Purchase(
            "Takomläggning på Vikingaskolan",
            "Barn- och utbildningsförvaltningen",
            "45261000",
            8_400_000,
            last_year(3, 16),
            (
                Agreement(
                    "tak",
                    ("tak",),
                    last_year(8, 10),
                    years_ahead(1, 6, 30),
                    value=8_250_000,
                    demands=(Demand("apprenticeship", 2, days(40)), Demand("internship", None, days(-15))),
                ),
            ),
        ),
        Purchase(
            "Gång- och cykelväg till Ösmo",
            "Miljö- och samhällsbyggnadsförvaltningen",
            "45233000",
            16_500_000,
            last_year(9, 7),
            (
                Agreement(
                    "vag",
                    ("mark",),
                    this_year(2, 2),
                    years_ahead(1, 10, 31),
                    value=16_500_000,
                    demands=(Demand("employment", 2, days(18)),),
                ),
            ),
        ),
        Purchase(
            "Tvätt till särskilda boenden",
            "Socialförvaltningen",
            "98310000",
            2_900_000,
            days(-260),
            (Agreement("tvatt", ("tvatt",), days(-100), days(630), None, 2_900_000),),
        ),
        Purchase(
            "Kontorsmaterial och papper",
            "Barn- och utbildningsförvaltningen",
            "30192000",
            900_000,
            days(-230),
            (
                Agreement(
                    "kontor",
                    ("kontor",),
                    days(-160),
                    days(570),
                    value=900_000,
                    declined="Varuköp utan arbetsinsats i kommunen.",
                ),
            ),
        ),
        Purchase(
            "Målning av Estö IP", "Kultur- och fritidsförvaltningen", "45442100", 480_000, days(-21), phase="published"
        ),
    ),
    placements=(
        Placed("tak", "internship", last_year(9, 7), 10, "moved_to_employment", "ta"),
        Placed("tak", "apprenticeship", last_year(11, 30), 104, "", "ta"),
        Placed("tak", "internship", last_year(10, 12), 8),
        Placed("vag", "internship", this_year(3, 9), 12),
        Placed("vag", "employment", this_year(5, 25), 40, ""),
        Placed("tak", "apprenticeship", days(-90), 104, ""),
        Placed("vag", "mentorship", days(-17), 16, "", extent=10),
    ),
    gatherings=(Gathering("tak", "study_visit", days(-45), "Takläggare för en dag", 7),),
    goals=(
        Goal(0, 6, last_year(11, 17), "KF § 164 (påhittad beteckning)", with_mentors=True, rule="placements_started"),
    ),
    coming=coming.NYNASHAMN,
    kind_starts=(("apprenticeship", days(60)), ("summer_job", days(180))),
)

TORNBERGET = Tables(
    purchases=(
        Purchase(
            "Lokalvård i bolagets kontor och skolbyggnader",
            "Drift och förvaltning",
            "90911200",
            7_700_000,
            last_year(2, 23),
            (
                Agreement(
                    "stad",
                    ("lokalvard",),
                    last_year(7, 1),
                    years_ahead(1, 6, 30),
                    years_ahead(3, 6, 30),
                    7_700_000,
                    (Demand("employment", 1, days(24), "Minst en invånare per avtal."),),
                ),
            ),
        ),
        Purchase(
            "Elarbeten och belysning",
            "Drift och förvaltning",
            "45311000",
            12_000_000,
            last_year(10, 19),
            (
                Agreement(
                    "el",
                    ("el",),
                    this_year(2, 1),
                    years_ahead(2, 1, 31),
                    value=12_000_000,
                    demands=(Demand("apprenticeship", 1, days(-9)), Demand("lecture", 1, days(80))),
                ),
            ),
        ),
        Purchase(
            "Ombyggnad av Fredriksskolans matsal",
            "Projekt och byggnation",
            "45214200",
            38_000_000,
            days(-320),
            (
                Agreement(
                    "bygg",
                    ("bygg", "vvs"),
                    days(-130),
                    days(420),
                    value=37_600_000,
                    demands=(Demand("internship", 2, days(6)),),
                ),
            ),
        ),
        Purchase(
            "Service av brandlarm",
            "Drift och förvaltning",
            "50413200",
            1_100_000,
            days(-200),
            (Agreement("larm", ("vakt",), days(-30), days(700), None, 1_100_000),),
        ),
        Purchase("Byte av ventilation i ishallen", "Projekt och byggnation", "45331000", 6_400_000, phase="need"),
    ),
    placements=(
        Placed("stad", "internship", last_year(9, 28), 12, "moved_to_employment", "lo"),
        Placed("stad", "employment", this_year(1, 7), 52, "", "lo"),
        Placed("el", "internship", this_year(4, 20), 10, "other"),
        Placed("bygg", "internship", days(-88), 12, ""),
        Placed("el", "apprenticeship", days(-20), 104, ""),
    ),
    gatherings=(Gathering("bygg", "study_visit", days(-38), "Rundtur på byggplatsen", 6),),
    goals=(),
    coming=coming.TORNBERGET,
)
