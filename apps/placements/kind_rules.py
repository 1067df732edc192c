"""What each kind of placement asks for: its length, its extent, who refers and who employs. Pure.

The table is DOMAIN 4. Lengths that are practice and no rule warn; what the kind cannot be is refused.
"""

from datetime import date

from apps.core import orgnumbers
from apps.core.calendar import add_months
from apps.placements.choices import PlacementKind

INTERNSHIP_MONTHS = 6
APPRENTICE_YEARS = 4
SUMMER_WEEKS = range(4, 7)
SUMMER_WEEKS_AT_MOST = 12
# The first digit of the organisation number of the state, regions and municipalities, as the Tax Agency deals them out.
PUBLIC_GROUP = "2"
NO_REFERRING_BODY = "Ange vem som anvisar praktiken. Praktik är ingen anställning och kan inte börja utan anvisare."
NO_SUPERVISOR = "Ange handledarens roll på arbetsplatsen. Praktik kan inte börja utan handledare. Skriv inget namn."
NOT_PUBLIC = (
    "Offentligt skyddad anställning finns bara hos en offentlig arbetsgivare: staten, en region eller en kommun. "
)


def problems(
    kind: str,
    *,
    starting: bool,
    referring_body: str,
    supervisor_role: str,
    supplier_org_number: str,
    start: date | None,
    planned_end: date | None,
    extent_percent: int | None,
) -> dict[str, str]:
    """What the kind refuses, by the field's name in Placement; empty when nothing is wrong.

    `starting` is whether the placement begins now or has begun: only then must a referring body and a supervisor be
    known (fact 34). `start` is the planned start before that.
    """
    found = {"extent_percent": _extent_problem(kind, extent_percent)}
    if kind == PlacementKind.INTERNSHIP and starting:
        found["referring_body"] = "" if referring_body else NO_REFERRING_BODY
        found["supervisor_role"] = "" if supervisor_role.strip() else NO_SUPERVISOR
    if kind == PlacementKind.OSA:
        found["kind"] = _employer_problem(supplier_org_number)
    if kind == PlacementKind.SUMMER_JOB:
        found["planned_end_on"] = _summer_problem(start, planned_end)
    return {field: sentence for field, sentence in found.items() if sentence}


def warnings(kind: str, *, start: date | None, planned_end: date | None) -> list[str]:
    """What a person should think twice about, in Swedish; the placement is kept all the same."""
    if start is None or planned_end is None or planned_end < start:
        return []
    if kind == PlacementKind.INTERNSHIP and planned_end > add_months(start, INTERNSHIP_MONTHS):
        return [
            f"Praktiken är längre än {INTERNSHIP_MONTHS} månader, som brukar vara Arbetsförmedlingens gräns. "
            f"Kontrollera slutdatumet {planned_end} med den som anvisar."
        ]
    if kind == PlacementKind.OSA and planned_end > add_months(start, 12):
        return [f"Offentligt skyddad anställning gäller i ett år. Kontrollera slutdatumet {planned_end}."]
    if kind == PlacementKind.APPRENTICESHIP and planned_end > add_months(start, 12 * APPRENTICE_YEARS):
        return [
            f"En lärlingstid är oftast högst {APPRENTICE_YEARS} år. Kontrollera slutdatumet {planned_end} "
            "mot lärlingens avtal."
        ]
    weeks = _weeks(start, planned_end)
    if kind == PlacementKind.SUMMER_JOB and weeks not in SUMMER_WEEKS and weeks <= SUMMER_WEEKS_AT_MOST:
        return [f"Ett sommarjobb varar oftast 4 till 6 veckor, här är det {weeks}. Stämmer datumen?"]
    return []


def is_public_employer(org_number: str) -> bool:
    """Whether the organisation number is one of the state's, a region's or a municipality's."""
    return (orgnumbers.normalise(org_number).digits or "").startswith(PUBLIC_GROUP)


def _employer_problem(org_number: str) -> str:
    """Fact 33: sheltered public employment is never with a private supplier, which a municipal company is too."""
    if is_public_employer(org_number):
        return ""
    number = orgnumbers.normalise(org_number).formatted
    if not number:
        return f"{NOT_PUBLIC}Leverantören har inget organisationsnummer. Ange det först, eller välj en annan insats."
    return f"{NOT_PUBLIC}Organisationsnumret {number} hör inte till en sådan. Välj en annan insats eller leverantör."


def _extent_problem(kind: str, extent: int | None) -> str:
    if kind == PlacementKind.MENTORSHIP:
        if extent is None:
            return ""
        return f"Omfattning: {extent} procent går inte, en yrkesmentor har ingen arbetstid. Lämna fältet tomt."
    if extent is None:
        return "Omfattningen saknas. Ange 1 till 100 procent."
    if not 1 <= extent <= 100:
        return f"Omfattning: {extent} procent går inte. Ange 1 till 100 procent."
    return ""


def _summer_problem(start: date | None, planned_end: date | None) -> str:
    if start is None or planned_end is None or _weeks(start, planned_end) <= SUMMER_WEEKS_AT_MOST:
        return ""
    return (
        f"Planerat slut {planned_end} är mer än {SUMMER_WEEKS_AT_MOST} veckor efter starten {start}, så det är inget "
        "sommarjobb. Rätta datumet eller välj en annan insats."
    )


def _weeks(start: date, end: date) -> int:
    """Begun weeks: from a Monday to a Friday three weeks later are four."""
    return (end - start).days // 7 + 1
