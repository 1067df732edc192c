"""The checklist as shipped: what each step of a consultation must hold (DOMAIN 5.4 and 5.5). Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from apps.mbl.choices import Stage


@dataclass(frozen=True)
class Item:
    """A step with its guidance. `key` is that of the time plan's step where there is one, `stage` that of a row."""

    key: str
    stage: Stage
    title: str
    guidance: str


SHIPPED: tuple[Item, ...] = (
    Item(
        "assessment",
        Stage.A,
        "Bedöm om facken ska höras",
        "Besvara frågorna så tidigt som möjligt i behovsanalysen och skriv varför. Den beställande förvaltningen "
        "bedömer och förhandlar. Upphandlingsenheten bidrar med checklistan och tidsplanen.",
    ),
    Item(
        "inform",
        Stage.A,
        "Informera om behovet",
        "Berätta vad som ska köpas, när och vilka verksamheter som berörs (19 § MBL). Anteckna när och för vem.",
    ),
    Item(
        "material",
        Stage.A,
        "Gör underlaget klart",
        "Beskriv behovet, alternativen, hur personalen och arbetsmiljön påverkas, och arbetsgivarens förslag. "
        "Ta in skyddskommittén när arbetsmiljön berörs.",
    ),
    Item(
        "call",
        Stage.A,
        "Kalla till förhandling",
        "Skicka kallelsen i god tid med underlaget: dag, plats och vad förhandlingen gäller. Kalla varje "
        "organisation för sig eller till samverkansgruppen, enligt avtalet.",
    ),
    Item(
        "local_meeting",
        Stage.A,
        "Förhandla lokalt",
        "Anteckna närvarande som uppdrag och organisation, förslaget, fackets ståndpunkt och utfallet. "
        "Vid oenighet: skriv punkterna.",
    ),
    Item(
        "minutes",
        Stage.A,
        "Justera protokollet",
        "Båda parter justerar när någon begär det (16 § MBL). Ange protokollets diarienummer.",
    ),
    Item(
        "central_request",
        Stage.A,
        "Vänta ut tiden för central förhandling",
        "Efter oenighet kan facket begära central förhandling (14 § MBL). Beslutet väntar tills tiden har gått ut "
        "eller den centrala förhandlingen är avslutad.",
    ),
    Item(
        "decision_to_publish",
        Stage.A,
        "Beslut att annonsera",
        "Beslutet fattas först när alla rader före annonsering är avslutade. Om beslutet avviker från det som "
        "förhandlades behövs en ny förhandling.",
    ),
    Item(
        "exclusion",
        Stage.B,
        "Kontrollera uteslutningsgrunderna",
        "Ta med kontrollerna av tänkta leverantörer till förhandlingen. Bara uteslutningsgrunder i LOU kan bära ett "
        "veto.",
    ),
    Item(
        "s38_call",
        Stage.B,
        "Kalla till förhandling enligt 38 §",
        "Ange arbetet, omfattningen, tiden och tänkta leverantörer. Gör förbehåll om sekretess: anbuden är hemliga "
        "tills tilldelningen är beslutad.",
    ),
    Item(
        "s38_meeting",
        Stage.B,
        "Förhandla enligt 38 §",
        "Gå igenom leverantörerna och kontrollerna. Anteckna fackets ståndpunkt och om något undantag åberopas.",
    ),
    Item(
        "veto",
        Stage.B,
        "Ta hand om ett veto",
        "Bara den centrala organisationen, eller den som har kollektivavtalet, kan förklara veto (39 § MBL). "
        "Anteckna grunden. Ett veto mot en leverantör hindrar bara den leverantören.",
    ),
    Item(
        "award",
        Stage.B,
        "Tilldelningsbeslut",
        "Beslutet fattas först när alla rader före tilldelning är avslutade och inget giltigt veto finns.",
    ),
    Item(
        "kickoff",
        Stage.B,
        "Informera facken om avtalet",
        "Berätta vem som fick avtalet, när det börjar och vilka sociala krav det har.",
    ),
)


def to_dicts(items: Iterable[Item]) -> list[dict[str, str]]:
    """As a template keeps them."""
    return [asdict(item) | {"stage": str(item.stage)} for item in items]


def from_dicts(items: Iterable[Mapping[str, Any]]) -> tuple[Item, ...]:
    """The items of a kept template. Raises KeyError or ValueError for what is no item."""
    return tuple(Item(each["key"], Stage(each["stage"]), each["title"], each["guidance"]) for each in items)


def with_guidance(items: Iterable[Item], guidance: Mapping[str, str]) -> tuple[Item, ...]:
    """The items with new guidance by key; those that are not named keep theirs."""
    return tuple(replace(item, guidance=guidance.get(item.key, item.guidance)) for item in items)
