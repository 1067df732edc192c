"""Names and titles as they are found in municipalities, so that searches find some rows and not all."""

WORKS = (
    "Målning av fasader",
    "Städning av skolor",
    "Takomläggning",
    "Ombyggnad av förskola",
    "Snöröjning och halkbekämpning",
    "Skötsel av grönytor",
    "Livsmedel till äldreboenden",
    "Elarbeten i lokaler",
    "VVS-arbeten och rörbyten",
    "Markarbeten vid gång- och cykelvägar",
    "Skolskjuts med taxi",
    "Bevakning och ronderande väktare",
    "Fönsterputs",
    "Avfallshämtning vid fritidshus",
    "Golvläggning",
    "Ventilation och filterbyten",
    "Lås och passersystem",
    "Möbler till kontor",
    "Rivning av paviljonger",
    "Underhåll av lekplatser",
)
AREAS = ("norra området", "södra området", "Östra staden", "västra delen", "hela kommunen", "Ängelviken", "Åbyn")
TRADES = ("Bygg", "Måleri", "Städ", "Mark", "El", "Rör", "Plåt", "Trädgård", "Transport", "Service", "Glas", "Golv")
PLACES = ("Norra", "Södra", "Västkustens", "Östgöta", "Åsbo", "Ängelviks", "Öresunds", "Mälar", "Bergslagens", "Skåne")
DEPARTMENTS = (
    "Fastighetsförvaltningen",
    "Stadsbyggnadsförvaltningen",
    "Skol- och fritidsförvaltningen",
    "Vård- och omsorgsförvaltningen",
    "Socialförvaltningen",
    "Kulturförvaltningen",
    "Miljöförvaltningen",
    "Stadsledningsförvaltningen",
)


def supplier_name(number: int) -> str:
    """A company's name; no two numbers share one."""
    return f"{PLACES[number % 10]} {TRADES[number // 10 % 12]} {number} AB"


def title(number: int) -> str:
    """What is bought, where, and a number that makes it the only one."""
    return f"{WORKS[number % 20]}, {AREAS[number // 20 % 7]}, nr {number}"
