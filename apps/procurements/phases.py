"""The phases of a procurement and every move between them: one table.

Paragraphs are those of lag (2016:1145) om offentlig upphandling. What must hold of the dates stands in move_rules.
"""

from dataclasses import dataclass

from apps.procurements.choices import Phase, Procedure

MAIN_PHASES = tuple(Phase)[:11]
SIDE_PHASES = (Phase.REVIEW_PENDING, Phase.REDO_ORDERED, Phase.PAUSED, Phase.CANCELLED)
# Phases in which contracts stand signed: from here nothing is cancelled or paused.
SIGNED_PHASES = (Phase.CONTRACTED, Phase.FOLLOW_UP, Phase.EXTENSION, Phase.CLOSED)
WITH_NOTICE = (Procedure.OPEN, Procedure.RESTRICTED, Procedure.NEGOTIATED, Procedure.NOTICE_BELOW_THRESHOLD)
INVITED = (Procedure.MINI_COMPETITION, Procedure.DYNAMIC_PURCHASING_SYSTEM, Procedure.NEGOTIATED_WITHOUT_NOTICE)
WITHOUT_STANDSTILL = (*INVITED, Procedure.DIRECT_PURCHASE)
_BEFORE_CONTRACT = (
    Phase.NEED,
    Phase.PREPARATION,
    Phase.PUBLISHED,
    Phase.TENDERING,
    Phase.EVALUATION,
    Phase.AWARDED,
    Phase.STANDSTILL,
)
# To whom an award goes: asked for where it must be known, and kept with the move in the history, not in the row.
AWARDED_TO = "awarded_to"
_AWARD = ("award_decided_on", "award_notice_sent_on", "notice_mode", "standstill_days_stated")
_REVIEW = ("review_applied_on", "court_decided_on", "is_standstill_lifted")
_PUBLICATION = ("decision_to_publish_on", "sent_for_publication_on", "published_on", "notice_id", "questions_close_on")
_PUBLICATION += ("tender_deadline_at", "opened_on", "guideline")


@dataclass(frozen=True, slots=True)
class Transition:
    """A move. `target` is None when it leads back to where the procurement was before (`phase_before`).

    `asks` are fields of Procurement that its form shows (and `signed_on` of the contracts, and AWARDED_TO); `clears`
    are those emptied, because a round that is done again has its own. With `procedures` the move is for those only.
    `gate` names the gates that are asked, the target's own when it is empty.
    """

    sources: tuple[Phase, ...]
    target: Phase | None
    key: str
    button: str
    who: str
    paragraph: str = ""
    asks: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    procedures: tuple[Procedure, ...] = ()
    clears: tuple[str, ...] = ()
    gate: str = ""

    def leads_to(self, before: str = "") -> Phase:
        """The phase the procurement comes to; `before` is its phase_before."""
        return self.target or Phase(before)

    def fits(self, procedure: str) -> bool:
        """Whether the procedure may take this way; one that is not chosen yet may."""
        return not self.procedures or procedure in ("", *self.procedures)


TRANSITIONS: tuple[Transition, ...] = (
    Transition(
        (Phase.NEED,),
        Phase.PREPARATION,
        "prepare",
        "Börja förbereda",
        "Upphandlaren, när den beställande förvaltningen har anmält behovet.",
        "5 kap. 3 § LOU",
        asks=("kind", "estimated_value", "department", "need_registered_on", "is_framework"),
        required=("kind", "estimated_value", "department"),
    ),
    Transition(
        (Phase.PREPARATION,),
        Phase.PUBLISHED,
        "publish",
        "Skicka för annonsering",
        "Upphandlaren, när det är beslutat om sociala krav och dokumenten är godkända.",
        "10 kap. och 11 kap. LOU",
        asks=(
            "necessity_assessed_on",
            "necessity_note",
            "framework_reasons",
            "decision_to_publish_on",
            "procedure",
            "sent_for_publication_on",
            "accepts_e_tenders",
            "has_prior_notice",
            "is_accelerated",
            "documents_are_online",
            "questions_close_on",
            "tender_deadline_at",
            "notice_id",
        ),
        required=("decision_to_publish_on", "procedure", "sent_for_publication_on", "tender_deadline_at"),
        procedures=WITH_NOTICE,
    ),
    Transition(
        (Phase.PREPARATION,),
        Phase.TENDERING,
        "invite",
        "Bjud in till anbud utan annons",
        "Upphandlaren, när inbjudan skickas till leverantörerna i ramavtalet eller systemet.",
        "7 kap. och 8 kap. LOU",
        asks=(
            "necessity_assessed_on",
            "necessity_note",
            "decision_to_publish_on",
            "procedure",
            "sent_for_publication_on",
            "questions_close_on",
            "tender_deadline_at",
        ),
        required=("decision_to_publish_on", "procedure", "sent_for_publication_on", "tender_deadline_at"),
        procedures=INVITED,
        gate=Phase.PUBLISHED,
    ),
    Transition(
        (Phase.PREPARATION,),
        Phase.AWARDED,
        "award_directly",
        "Tilldela som direktupphandling",
        "Den som enligt delegationsordningen beslutar om direktupphandling.",
        "19 a kap. LOU",
        asks=("award_decided_on", AWARDED_TO),
        required=("award_decided_on",),
        procedures=(Procedure.DIRECT_PURCHASE,),
    ),
    Transition(
        (Phase.PUBLISHED,),
        Phase.TENDERING,
        "open_for_tenders",
        "Annonsen är publicerad",
        "Upphandlaren, när annonsen syns i annonsdatabasen.",
        "10 kap. LOU",
        asks=("published_on", "notice_id"),
        required=("published_on",),
    ),
    Transition(
        (Phase.TENDERING,),
        Phase.EVALUATION,
        "evaluate",
        "Öppna anbuden",
        "Minst två personer som myndigheten har utsett, när anbudstiden har gått ut.",
        "12 kap. 10 § LOU",
        asks=("opened_on",),
        required=("opened_on",),
    ),
    Transition(
        (Phase.EVALUATION,),
        Phase.AWARDED,
        "award",
        "Besluta om tilldelning",
        "Den som enligt delegationsordningen beslutar om tilldelning.",
        "12 kap. 12 § och 19 kap. 19 § LOU",
        asks=("award_decided_on", AWARDED_TO),
        required=("award_decided_on",),
    ),
    Transition(
        (Phase.AWARDED,),
        Phase.STANDSTILL,
        "notify",
        "Skicka underrättelse om tilldelning",
        "Upphandlaren, snarast efter tilldelningsbeslutet.",
        "20 kap. 1 § LOU",
        asks=("award_notice_sent_on", "notice_mode", "standstill_days_stated"),
        required=("award_notice_sent_on", "notice_mode"),
    ),
    Transition(
        (Phase.AWARDED,),
        Phase.CONTRACTED,
        "sign_directly",
        "Teckna avtal utan avtalsspärr",
        "Firmatecknaren eller den som har delegation.",
        "20 kap. 2 § och 19 a kap. 10 § LOU",
        asks=("signed_on",),
        required=("signed_on",),
        procedures=WITHOUT_STANDSTILL,
    ),
    Transition(
        (Phase.STANDSTILL,),
        Phase.CONTRACTED,
        "sign",
        "Teckna avtal",
        "Firmatecknaren eller den som har delegation, när avtalsspärren har gått ut.",
        "20 kap. 1 § LOU",
        asks=("signed_on",),
        required=("signed_on",),
    ),
    Transition(
        (Phase.AWARDED, Phase.STANDSTILL),
        Phase.REVIEW_PENDING,
        "review",
        "Överprövning är begärd",
        "Upphandlaren, när förvaltningsrätten har underrättat om ansökan.",
        "20 kap. 8 och 11 §§ LOU",
        asks=("review_applied_on",),
        required=("review_applied_on",),
        clears=("court_decided_on", "is_standstill_lifted"),
    ),
    Transition(
        (Phase.REVIEW_PENDING,),
        None,
        "end_review",
        "Överprövningen är avgjord",
        "Upphandlaren, när förvaltningsrätten har avgjort målet utan att upphandlingen ska göras om.",
        "20 kap. 8 och 10 §§ LOU",
        asks=("court_decided_on", "is_standstill_lifted"),
        required=("court_decided_on",),
    ),
    Transition(
        (Phase.REVIEW_PENDING,),
        Phase.REDO_ORDERED,
        "order_redo",
        "Rätten säger att den ska göras om eller rättas",
        "Upphandlaren, när förvaltningsrätten har avgjort målet.",
        "20 kap. 6 § LOU",
        asks=("court_decided_on", "reason"),
        required=("court_decided_on", "reason"),
    ),
    Transition(
        (Phase.REDO_ORDERED,),
        Phase.PREPARATION,
        "redo_all",
        "Gör om från början",
        "Upphandlaren. Datumen från den förra omgången töms och står kvar i händelserna.",
        "20 kap. 6 § LOU",
        clears=(*_PUBLICATION, *_AWARD, *_REVIEW, "reason"),
    ),
    Transition(
        (Phase.REDO_ORDERED,),
        Phase.EVALUATION,
        "redo_evaluation",
        "Gör om utvärderingen",
        "Upphandlaren. Tilldelningens datum töms och står kvar i händelserna.",
        "20 kap. 6 § LOU",
        clears=(*_AWARD, *_REVIEW, "reason"),
    ),
    Transition(
        (Phase.CONTRACTED,),
        Phase.FOLLOW_UP,
        "follow_up",
        "Börja följa upp",
        "Den som följer upp kravet, med ett startmöte med leverantören.",
    ),
    Transition(
        (Phase.FOLLOW_UP,),
        Phase.EXTENSION,
        "extend",
        "Förläng avtal",
        "Avtalsansvarig, när det är beslutat att utnyttja en förlängning.",
        "17 kap. 10 § LOU",
    ),
    Transition(
        (Phase.EXTENSION,),
        Phase.FOLLOW_UP,
        "follow_up_again",
        "Fortsätt följa upp",
        "Avtalsansvarig, när förlängningen har börjat.",
    ),
    Transition(
        (Phase.CONTRACTED, Phase.FOLLOW_UP, Phase.EXTENSION),
        Phase.CLOSED,
        "close",
        "Avsluta",
        "Upphandlaren, när avtalen har löpt ut och kraven är uppföljda.",
        asks=("closed_on",),
        required=("closed_on",),
    ),
    Transition(
        (*_BEFORE_CONTRACT, Phase.REVIEW_PENDING, Phase.REDO_ORDERED, Phase.PAUSED),
        Phase.CANCELLED,
        "cancel",
        "Avbryt upphandlingen",
        "Den som enligt delegationsordningen beslutar att avbryta. Anbudsgivarna ska få skälen.",
        "12 kap. 12 § och 19 kap. 21 § LOU",
        asks=("cancelled_on", "reason"),
        required=("cancelled_on", "reason"),
    ),
    Transition(
        (*_BEFORE_CONTRACT, Phase.REDO_ORDERED),
        Phase.PAUSED,
        "pause",
        "Pausa",
        "Upphandlaren.",
        asks=("reason",),
        required=("reason",),
    ),
    Transition((Phase.PAUSED,), None, "resume", "Ta upp igen", "Upphandlaren.", clears=("reason",)),
)
BY_KEY = {transition.key: transition for transition in TRANSITIONS}


def allowed(phase: str, before: str = "") -> tuple[Transition, ...]:
    """Every move from a phase, the most usual first. `before` is the phase a side state goes back to."""
    return tuple(each for each in TRANSITIONS if phase in each.sources and (each.target or before))


def find(phase: str, target: str, before: str = "") -> Transition:
    """The move from a phase to another. Raises ValueError with a Swedish sentence when there is none."""
    for transition in allowed(phase, before):
        if transition.leads_to(before) == target:
            return transition
    raise ValueError(_refusal(Phase(phase), Phase(target), before))


def _refusal(phase: Phase, target: Phase, before: str) -> str:
    if phase == target:
        return f"Upphandlingen är redan i fasen {phase.label}."
    if target == Phase.CANCELLED and phase in SIGNED_PHASES:
        return (
            "Avtal är tecknat, så upphandlingen kan inte längre avbrytas (12 kap. 12 § och 19 kap. 21 § LOU). "
            "Avsluta den när avtalen har löpt ut."
        )
    where = [transition.leads_to(before).label for transition in allowed(phase, before)]
    if not where:
        return f"Upphandlingen är i fasen {phase.label} och går inte vidare till {target.label}."
    ways = " eller ".join(filter(None, [", ".join(where[:-1]), where[-1]]))
    return f"Upphandlingen är i fasen {phase.label} och kan inte gå till {target.label}. Härifrån går den till {ways}."
