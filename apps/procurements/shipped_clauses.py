"""Drafts of clauses that come with Steget. We wrote them; no published clause's wording is copied.

They are starting points for the authority's own lawyer: every one is a draft until somebody has reviewed it.
"""

from dataclasses import asdict, dataclass
from typing import Any

from apps.procurements.choices import RequirementKind, RequirementModel

DRAFT_MARK = "utkast – låt en jurist granska"
OWN = f"Stegets eget {DRAFT_MARK}"


@dataclass(frozen=True)
class ShippedClause:
    """A draft. The names are those of the model `Clause`; the sanctions are those the text itself gives."""

    title: str
    model: str
    kind: str
    text: str
    has_rectification: bool = True
    has_penalty: bool = False
    has_call_off_block: bool = False
    has_termination: bool = False
    source: str = OWN

    def values(self) -> dict[str, Any]:
        """What a `Clause` is made of, marked as a draft."""
        return asdict(self) | {"is_draft": True}


def _numbered(*paragraphs: str) -> str:
    return "\n\n".join(f"{number}. {paragraph}" for number, paragraph in enumerate(paragraphs, 1))


_PURPOSE = (
    "Villkoret gäller upphandlingen {upphandling}. Syftet är att personer som står långt från arbetsmarknaden ska "
    "komma närmare ett arbete. Med beställaren menas {organisation}."
)
_CANDIDATES = (
    "Beställaren föreslår kandidater. Leverantören får också själv föreslå personer; beställaren bedömer då om de "
    "omfattas av villkoret. Leverantören avgör vem som tas emot eller anställs. Personen får inte ersätta någon som "
    "leverantören redan har anställd."
)
_SUBCONTRACTORS = (
    "Åtagandet får fullgöras hos en underleverantör som deltar i arbetet enligt avtalet. Leverantören ansvarar för det "
    "som för sitt eget."
)
_REPORTS = (
    "Leverantören ska skriftligt redovisa till {uppfoljare} hur åtagandet fullgörs, senast följande dagar: "
    "{rapportdatum}. Redovisningen ska ange antal och tid och vad som har hindrat fullgörandet. Den ska inte innehålla "
    "uppgifter om enskilda personer."
)
_RECTIFICATION = (
    "Brister leverantören i åtagandet ska beställaren skriftligen påtala det och ge leverantören {rattelse_dagar} "
    "dagar att rätta till bristen. Kan bristen inte rättas på den tiden ska leverantören inom samma tid lämna en "
    "åtgärdsplan som beställaren kan godta."
)
_PENALTY = (
    "Rättar leverantören inte bristen har beställaren rätt till ett vite på {vite_belopp} kronor för varje "
    "{vite_enhet}, dock sammanlagt högst {vite_tak} kronor."
)
_BLOCK = (
    "Är avtalet ett ramavtal får beställaren låta bli att göra nya avrop från leverantören till dess att bristen är "
    "rättad."
)
_TERMINATION = (
    "Upprepade eller varaktiga brister som leverantören trots påpekande inte rättar är ett väsentligt avtalsbrott. "
    "Beställaren får då häva avtalet."
)
_NO_FAULT = (
    "Det är inte en brist att en kandidat avbryter, att beställaren inte har kunnat föreslå någon lämplig kandidat "
    "eller att något annat som leverantören inte råder över har hindrat fullgörandet, om leverantören utan dröjsmål "
    "har underrättat beställaren om det."
)
_MEETINGS = (
    "Leverantören ska delta i ett startmöte inom 30 dagar från avtalets första dag och därefter i minst två möten om "
    "året. Beställaren kallar senast tio arbetsdagar före mötet."
)
_OFFERS = (
    "Inför varje möte ska leverantören skriftligt redovisa vilka arbetsuppgifter i avtalet som passar för praktik, "
    "lärling eller anställning, hur många personer som kan tas emot och när."
)

_DIALOG = _numbered(
    _PURPOSE,
    "Leverantören ska under hela avtalstiden samverka aktivt med beställaren om {insats} i arbetet enligt avtalet.",
    _MEETINGS,
    _OFFERS,
    "Parterna kan i dialogen komma överens om ett bestämt antal personer eller månader. Överenskommelsen ska vara "
    "skriftlig och undertecknad av båda. Den får omfatta högst en person åt gången för varje påbörjat femtal "
    "heltidstjänster som arbetet enligt avtalet kräver, och den ändrar varken avtalets pris eller dess övriga villkor.",
    _CANDIDATES,
    _REPORTS,
    _NO_FAULT,
    f"{_RECTIFICATION} Som brist räknas att leverantören uteblir från ett möte, inte lämnar en redovisning eller inte "
    "fullgör det parterna har kommit överens om.",
    _TERMINATION,
)
_JOBS = _numbered(
    _PURPOSE,
    "Leverantören ska från och med {start} till och med {slut} anställa en eller flera personer i arbetet enligt "
    "avtalet. Anställningarna ska sammanlagt omfatta minst {antal} {enhet}, räknat på heltid.",
    "Anställningarna får vara på heltid eller deltid. Deltid räknas om efter sysselsättningsgraden: två anställningar "
    "på halvtid i sex månader motsvarar sex heltidsmånader.",
    "Den första anställningen ska ha börjat eller erbjudits inom {forsta_start_manader} månader från den {start}.",
    "Den som anställs ska ha samma anställningsvillkor som andra med motsvarande arbete hos leverantören, en utsedd "
    "handledare och den introduktion som arbetet kräver.",
    "Slutar den anställde på egen begäran, eller avslutas anställningen i förtid av sakliga skäl, räknas åtagandet för "
    "den anställningen som fullgjort om minst 75 procent av dess heltidsmånader har genomförts.",
    _CANDIDATES,
    _SUBCONTRACTORS,
    _REPORTS,
    _NO_FAULT,
    _RECTIFICATION,
    _PENALTY,
    _BLOCK,
    _TERMINATION,
)
_INTERNSHIP = _numbered(
    _PURPOSE,
    "Leverantören ska från och med {start} till och med {slut} ta emot praktikanter i arbetet enligt avtalet. "
    "Åtagandet omfattar minst {antal} {enhet}.",
    "Den första praktikanten ska ha tagits emot, eller en plats ha erbjudits, inom {forsta_start_manader} månader från "
    "den {start}.",
    "Praktik är inte en anställning. Varje praktikplats förutsätter en anvisning från Arbetsförmedlingen, kommunen "
    "eller någon annan som får anvisa, och en skriftlig överenskommelse med den som anvisar om tid, uppgifter och "
    "försäkring.",
    "Leverantören ska utse en handledare för varje praktikant och låta praktikanten delta i verkliga arbetsuppgifter. "
    "Efter praktiken ska leverantören på begäran lämna ett intyg.",
    "En plats som leverantören har erbjudit på rätt villkor och som beställaren inte har kunnat fylla inom 30 dagar "
    "räknas som fullgjord för den tiden.",
    _CANDIDATES,
    _SUBCONTRACTORS,
    _REPORTS,
    _NO_FAULT,
    _RECTIFICATION,
    _PENALTY,
    _TERMINATION,
)
_COMBINED = _numbered(
    _PURPOSE,
    "Leverantören ska från och med {start} till och med {slut} ordna {insats} i arbetet enligt avtalet. Åtagandet "
    "omfattar minst {antal} {enhet}. Den första insatsen ska ha börjat eller erbjudits inom {forsta_start_manader} "
    "månader från den {start}.",
    "Leverantören ska dessutom under hela avtalstiden samverka aktivt med beställaren om fler möjligheter.",
    _MEETINGS,
    _OFFERS,
    "Parterna kan i dialogen komma överens om ett större antal, dock högst det dubbla. Överenskommelsen ska vara "
    "skriftlig och undertecknad av båda, och den ändrar varken avtalets pris eller dess övriga villkor.",
    _CANDIDATES,
    _SUBCONTRACTORS,
    _REPORTS,
    _NO_FAULT,
    _RECTIFICATION,
    f"{_PENALTY} Vite tas inte ut för det som parterna har kommit överens om i dialogen utöver det första antalet.",
    _BLOCK,
    _TERMINATION,
)
_BONUS = _numbered(
    _PURPOSE,
    "Leverantören har rätt till en bonus för varje person som beställaren har föreslagit och som leverantören "
    "anställer i arbetet enligt avtalet under tiden från och med {start} till och med {slut}.",
    "Bonusen är {bonus_per_enhet} kronor exklusive mervärdesskatt för varje hel heltidsmånad som anställningen har "
    "varat, dock sammanlagt högst {bonus_tak} kronor under avtalstiden. Deltid räknas om efter sysselsättningsgraden.",
    "Anställningen ska ha varat i minst en sammanhängande månad, och den anställde ska ha samma anställningsvillkor "
    "som andra med motsvarande arbete hos leverantören. Bonus lämnas inte för tid som leverantören får annan "
    "ersättning för från beställaren.",
    _CANDIDATES,
    "Leverantören begär bonusen skriftligt hos {uppfoljare} senast följande dagar: {rapportdatum}. Begäran ska ange "
    "antalet heltidsmånader men inga uppgifter om enskilda personer. Beställaren får kontrollera att uppgifterna "
    "stämmer.",
    "Har bonus betalats ut på felaktiga uppgifter ska leverantören betala tillbaka den inom 30 dagar från "
    "det att beställaren har begärt det.",
    "Leverantören är inte skyldig att anställa enligt detta villkor, och att ingen anställs är inte ett avtalsbrott.",
)
_MENTOR = _numbered(
    _PURPOSE,
    "Leverantören ska ställa yrkesmentorer till förfogande från och med {start} till och med {slut}. Antal "
    "yrkesmentorer: {antal}.",
    "En yrkesmentor är anställd hos leverantören, arbetar i yrket och träffar en person som beställaren föreslår för "
    "att berätta om yrket, ge råd om vägen dit och öppna kontakter. Mentorn gör ingen bedömning av personen.",
    "Varje mentorskap ska omfatta minst sex träffar om minst en timme, på arbetstid och utan kostnad för beställaren.",
    "Beställaren ger mentorn en introduktion och är mentorns stöd. Mentorn ska inte föra vidare vad personen berättar "
    "om sig själv.",
    _REPORTS,
    _NO_FAULT,
    _RECTIFICATION,
)

SHIPPED_CLAUSES = (
    ShippedClause(
        "Dialog om sysselsättning", RequirementModel.DIALOG, RequirementKind.MIXED, _DIALOG, has_termination=True
    ),
    ShippedClause(
        "Anställningar, antal heltidsmånader",
        RequirementModel.NUMERIC,
        RequirementKind.EMPLOYMENT,
        _JOBS,
        has_penalty=True,
        has_call_off_block=True,
        has_termination=True,
    ),
    ShippedClause(
        "Praktik, bestämt antal",
        RequirementModel.NUMERIC,
        RequirementKind.INTERNSHIP,
        _INTERNSHIP,
        has_penalty=True,
        has_termination=True,
    ),
    ShippedClause(
        "Bestämt antal och dialog",
        RequirementModel.COMBINED,
        RequirementKind.MIXED,
        _COMBINED,
        has_penalty=True,
        has_call_off_block=True,
        has_termination=True,
    ),
    ShippedClause(
        "Bonus för anställning", RequirementModel.BONUS, RequirementKind.EMPLOYMENT, _BONUS, has_rectification=False
    ),
    ShippedClause("Yrkesmentorer", RequirementModel.MENTOR, RequirementKind.MENTORSHIP, _MENTOR),
)
