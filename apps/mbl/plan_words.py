"""The numbers of the time plan and the words of its steps: title, rule and source (DOMAIN 5.5)."""

from dataclasses import dataclass, fields


@dataclass(frozen=True)
class Numbers:
    """The numbers of the plan. Raises ValueError with a Swedish sentence for one that is no number of days."""

    assessment_ad: int = 10  # from assessment to material
    material_ad: int = 2  # from material to call
    call_ad: int = 5  # from call to meeting, stage A
    minutes_ad: int = 5  # from meeting to approved minutes
    central_request_cd: int = 7  # to ask for central negotiation after a local one (central samverkansavtal)
    central_round_ad: int = 15  # room for a central round
    decision_ad: int = 1  # from the decision to publish to sending the notice
    tender_cd: int = 30  # tender time
    evaluation_ad: int = 15  # from tender deadline to the 38 § call
    call_38_ad: int = 5  # from the 38 § call to the meeting
    veto_ad: int = 1  # a veto is declared at least this long before the award decision

    def __post_init__(self):
        for each in fields(self):
            value = getattr(self, each.name)
            if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 365:
                raise ValueError(f"{each.name} är {value!r}. Ange ett antal dagar mellan 0 och 365.")
        if self.decision_ad < 1:
            raise ValueError("Beslutet att annonsera måste fattas minst en arbetsdag före annonseringen.")


# key: title, rule of the latest day, source. Fields of Numbers stand in braces.
_WORDS = {
    "assessment": (
        "Bedöm om facken ska höras",
        "{assessment_ad} arbetsdagar före underlaget",
        "Upphandlingsmyndigheten: tidigt i behovsanalysen",
    ),
    "material": ("Underlaget klart", "{material_ad} arbetsdagar före kallelsen", "Stegets förslag"),
    "call": (
        "Kalla till förhandling med underlaget",
        "{call_ad} arbetsdagar före mötet",
        "Brukar vara en vecka; lagen anger ingen tid",
    ),
    "local_meeting": (
        "Lokal förhandling eller samverkan",
        "Tiden för central begäran, {central_request_cd} dagar, ska gå ut före beslutet",
        "11 och 14 §§ MBL",
    ),
    "minutes": ("Protokollet justerat", "{minutes_ad} arbetsdagar efter mötet", "16 § MBL, om någon begär det"),
    "central_request": (
        "Sista dag att begära central förhandling",
        "{central_request_cd} dagar efter den lokala, flyttas till närmaste arbetsdag",
        "Centralt samverkansavtal; lagen anger ingen tid",
    ),
    "central_round": ("Central förhandling klar", "{central_round_ad} arbetsdagar efter begäran", "14 § MBL"),
    "decision_to_publish": (
        "Beslut att annonsera",
        "{decision_ad} arbetsdag före annonseringen",
        "11 § MBL: före beslutet",
    ),
    "publish": ("Skickas för annonsering", "Planerad dag", "11 kap. LOU"),
    "tender_deadline": (
        "Sista anbudsdag",
        "{evaluation_ad} arbetsdagar för utvärdering före kallelsen",
        "11 och 19 kap. LOU; utvärderingstiden är Stegets förslag",
    ),
    "s38_call": (
        "Kalla till förhandling enligt 38 §",
        "{call_38_ad} arbetsdagar före mötet, med förbehåll om sekretess",
        "38 § MBL",
    ),
    "s38_meeting": (
        "Förhandling enligt 38 §",
        "Tiden för central begäran, {central_request_cd} dagar, ska gå ut före beslutet",
        "38 och 14 §§ MBL",
    ),
    "s38_central_request": (
        "Sista dag att begära central förhandling efter 38 §",
        "{central_request_cd} dagar efter mötet, flyttas till närmaste arbetsdag",
        "Centralt samverkansavtal; lagen anger ingen tid",
    ),
    "veto": ("Sista dag för vetoförklaring", "{veto_ad} arbetsdag före tilldelningsbeslutet", "39 § MBL"),
    "award": (
        "Tilldelningsbeslut och underrättelse",
        "Avtalsspärren ska gå ut före avtalstecknandet",
        "39 § MBL, 12 kap. 12 § och 20 kap. 1 § LOU",
    ),
    "standstill_end": ("Avtalsspärrens sista dag", "10 dagar vid elektronisk underrättelse, annars 15", "20:1 LOU"),
    "sign": ("Avtalet tecknas", "Dagen efter avtalsspärren eller senare", "20 kap. 1 § LOU"),
    "sign_working_day": ("Första arbetsdag att teckna avtalet", "Arbetsdag", "20 kap. 1 § LOU"),
    "result_notice": ("Efterannons senast", "30 dagar efter avtalet", "10 kap. 4 § och 19 kap. 7 § LOU"),
    "documentation": ("Dokumentationen klar senast", "30 dagar efter avtalet", "12 kap. 14 § och 19 kap. 22 § LOU"),
}
# The rule of the earliest day, where it reads otherwise forwards.
_FORWARD_RULES = {
    "assessment": "Börja här",
    "material": "{assessment_ad} arbetsdagar efter bedömningen",
    "call": "{material_ad} arbetsdagar efter underlaget",
    "local_meeting": "{call_ad} arbetsdagar efter kallelsen",
    "decision_to_publish": "Dagen efter att tiden för central begäran gått ut",
    "publish": "{decision_ad} arbetsdag efter beslutet, eller planerad dag",
    "tender_deadline": "{tender_cd} dagars anbudstid",
    "s38_call": "{evaluation_ad} arbetsdagar efter sista anbudsdag, för utvärdering",
    "s38_meeting": "{call_38_ad} arbetsdagar efter kallelsen",
    "award": "Dagen efter att tiden för central begäran, {central_request_cd} dagar, gått ut",
}


def words(key: str, numbers: Numbers, is_latest: bool) -> tuple[str, str, str]:
    """Title, rule and source of a step, with the numbers in place."""
    title, rule, source = _WORDS[key]
    rule = rule if is_latest else _FORWARD_RULES.get(key, rule)
    return title, rule.format(**{each.name: getattr(numbers, each.name) for each in fields(Numbers)}), source
