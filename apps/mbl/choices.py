"""Choices of union consultation, in the glossary's words. MBL is lag (1976:580) om medbestämmande i arbetslivet."""

from django.db.models import TextChoices


class UnionLevel(TextChoices):
    LOCAL = "local", "lokal organisation"
    CENTRAL = "central", "central organisation"


class Paragraph(TextChoices):
    """The paragraphs of MBL that a consultation may rest on or an agreement may replace."""

    P11 = "11", "11 § (viktigare förändring)"
    P12 = "12", "12 § (på fackets begäran)"
    P14 = "14", "14 § (central förhandling)"
    P19 = "19", "19 § (information)"
    P38 = "38", "38 § (arbete av utomstående)"


class Stage(TextChoices):
    """The two consultations of a procurement, with one anchor each."""

    A = "A", "före annonsering"
    B = "B", "före tilldelning"


class Route(TextChoices):
    GROUP = "group", "samverkansgrupp"
    NEGOTIATION = "negotiation", "separat förhandling"
    INFORMATION = "information", "information"


class Question(TextChoices):
    """The questionnaire of DOMAIN 5.2."""

    Q1 = "q1", "Flyttar arbete som egen personal gör i dag till en leverantör eller tillbaka, eller byter det utförare?"
    Q2 = "q2", "Ska utomstående utföra arbete inom våra kollektivavtal?"
    Q3 = "q3", "Gäller det inhyrd personal (bemanning)?"
    Q4 = "q4", "Är arbetet kort och tillfälligt, kräver det särskild sakkunskap, eller är det redan godtaget?"
    Q5 = "q5", "Är det en större förändring av organisation, uppgifter, lokaler, it, arbetsmiljö eller investering?"
    Q6 = "q6", "Berör det personalen utan att vara en större förändring (till exempel varor eller arbetskläder)?"
    Q7 = "q7", "Blir det praktik eller arbete på våra egna arbetsplatser?"


class Exemption(TextChoices):
    """The grounds of 38 § second paragraph; never for hired staff."""

    SHORT = "short", "arbetet är kortvarigt och tillfälligt"
    EXPERTISE = "expertise", "arbetet kräver särskild sakkunskap"
    ACCEPTED = "accepted", "arbetet motsvarar i allt väsentligt något facket har godtagit tidigare"


class State(TextChoices):
    """Where a row of the checklist stands: one union, one department, one stage."""

    PLANNED = "planned", "planerad"
    CALLED = "called", "kallad"
    ADJOURNED = "adjourned", "ajournerad"
    MET = "met", "möte hållet"
    DISAGREED = "disagreed", "oenighet, väntar på besked om central förhandling"
    CENTRAL_REQUESTED = "central_requested", "central förhandling begärd"
    CENTRAL_MET = "central_met", "central förhandling hållen"
    EXEMPT = "exempt", "undantagen"
    NOT_REQUIRED = "not_required", "inte aktuell"
    CLOSED = "closed", "avslutad"


class CloseReason(TextChoices):
    AGREED = "agreed", "enighet"
    PERIOD_EXPIRED = "period_expired", "oenighet, ingen begärde central förhandling i tid"
    CENTRAL_DONE = "central_done", "central förhandling avslutad"
    WITHDRAWN = "withdrawn", "skriftligt frånträdd"
    ABSENT = "absent", "facket kom inte trots rätt kallelse"
    INFORMED = "informed", "information lämnad"


class Party(TextChoices):
    EMPLOYER = "employer", "arbetsgivaren"
    UNION = "union", "facket"


class MeetingForm(TextChoices):
    MEETING = "meeting", "möte"
    DIGITAL = "digital", "digitalt möte"
    WRITTEN = "written", "skriftligt"


class Channel(TextChoices):
    EMAIL = "email", "e-post"
    LETTER = "letter", "brev"
    MEETING = "meeting", "vid ett möte"


class VetoGround(TextChoices):
    """The only grounds on which a veto is valid in a procurement (MBL 39 §), and the rest."""

    LOU_13_1 = "lou_13_1", "13 kap. 1 § LOU (brott)"
    LOU_13_2 = "lou_13_2", "13 kap. 2 § LOU (obetalda skatter och avgifter)"
    LOU_13_3 = "lou_13_3", "13 kap. 3 § LOU (missförhållanden)"
    LOU_19_17 = "lou_19_17", "19 kap. 17 § LOU (uteslutning under tröskelvärdet)"
    OTHER = "other", "annan grund"


VALID_GROUNDS = ("lou_13_1", "lou_13_2", "lou_13_3", "lou_19_17")


class VetoState(TextChoices):
    DECLARED = "declared", "förklarad"
    RECORDED = "recorded", "antecknad, väntar på den centrala organisationen"
    UPHELD = "upheld", "gäller"
    INVALID_GROUND = "invalid_ground", "ogiltig grund (40 § MBL)"
    UNFOUNDED = "unfounded", "ogrundad (40 § MBL)"
    WITHDRAWN = "withdrawn", "återkallad"


# A veto in one of these stops the award.
BLOCKING_VETOES = ("declared", "upheld")


class DocumentKind(TextChoices):
    MATERIAL = "material", "underlag"
    MINUTES = "minutes", "protokoll"
    OPINION = "opinion", "rättsutlåtande"
    OTHER = "other", "annat"
