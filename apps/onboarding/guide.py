"""What each step is, why it is there, and where it is done by whoever holds the permission. Pure."""

from dataclasses import dataclass

from apps.onboarding.choices import Step


@dataclass(frozen=True)
class Guide:
    """A step as it is told of. `url_name` is a page of the active organisation; empty when the step is by hand."""

    title: str
    why: str
    label: str = "Skriv in läget"
    url_name: str = ""
    permission: str = ""


GUIDES: dict[str, Guide] = {
    Step.DECISION: Guide(
        "Politiskt beslut",
        "Ett beslut i fullmäktige, nämnd eller styrelse ger kraven mandat och gör dem till allas sak.",
    ),
    Step.PROCESSING: Guide(
        "Avtal om personuppgifter",
        "Driver någon annan Steget åt er behandlar den personuppgifter för er räkning. Då krävs ett "
        "personuppgiftsbiträdesavtal (artikel 28 i dataskyddsförordningen).",
    ),
    Step.ROLES: Guide(
        "Roller",
        "Varje uppgift går till den som har rollen. Saknas rollen når uppgiften ingen.",
        "Bjud in eller ge en roll",
        "invitation_create",
        "accounts.change_organisation",
    ),
    Step.MATCHER: Guide(
        "Matchare",
        "Matcharen hittar invånare till platserna. Utan matchare blir kraven aldrig placeringar.",
        "Bjud in en matchare",
        "invitation_create",
        "accounts.change_organisation",
    ),
    Step.UNIONS: Guide(
        "Fackliga organisationer och kontakter",
        "Facken ska förhandla före beslutet (11 och 38 §§ MBL), och kallelsen behöver någon som tar emot den.",
        "Ange fackliga organisationer",
        "union_list",
        "mbl.change_agreement",
    ),
    Step.AGREEMENT: Guide(
        "Samverkansavtal",
        "Avtalet avgör om facken möts i en samverkansgrupp eller i en förhandling. Utan avtal gäller lagen.",
        "Registrera samverkansavtalet",
        "agreement_list",
        "mbl.change_agreement",
    ),
    Step.CLAUSES: Guide(
        "Granskade klausuler",
        "Klausulerna hamnar ordagrant i avtalen. En jurist läser dem innan riktlinjen beslutas, för sedan är de låsta.",
        "Granska klausulerna",
        "guideline_list",
        "procurements.change_guideline",
    ),
    Step.GUIDELINE: Guide(
        "Riktlinje som gäller",
        "Riktlinjen avgör i vilka upphandlingar krav rekommenderas, och vilka klausuler som används.",
        "Beslut om riktlinjen",
        "guideline_list",
        "procurements.change_guideline",
    ),
    Step.THRESHOLDS: Guide(
        "Tröskelvärden",
        "Tröskelvärdena avgör vilka regler en upphandling följer. De är gemensamma för hela landet.",
        "Lägg in tröskelvärden",
        "threshold_list",
        "procurements.change_threshold",
    ),
    Step.TARGETS: Guide(
        "Årets mål",
        "Målet är det som resultatet mäts mot och som politikerna följer.",
        "Sätt årets mål",
        "target_create",
        "targets.change_target",
    ),
    Step.RETENTION: Guide(
        "Gallringsregler",
        "Utan beslut gallras ingenting, så uppgifter om deltagare blir kvar längre än de behövs.",
        "Besluta om gallring",
        "retention_rules",
        "placements.change_settings",
    ),
    Step.TRAINING: Guide(
        "Utbildning",
        "De som beställer, upphandlar och matchar vet när krav ställs och vad som händer sedan.",
    ),
    Step.PILOT: Guide(
        "Första upphandlingen med krav",
        "Den första annonserade upphandlingen med krav visar om arbetssättet håller.",
        "Starta en upphandling",
        "procurement_create",
        "procurements.change_procurement",
    ),
}
