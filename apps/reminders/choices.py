"""States and kinds of reminders and mails."""

from django.db.models import TextChoices


class ReminderState(TextChoices):
    PLANNED = "planned", "planerad"
    MAILED = "mailed", "i ett mejl"
    SUPERSEDED = "superseded", "ersatt av en senare"
    SUPPRESSED = "suppressed", "behövs inte längre"


class Audience(TextChoices):
    OWNER = "owner", "ansvarig"
    HEAD = "head", "förvaltningschef"
    COORDINATOR = "coordinator", "CSR-samordnare"
    # Nobody else could be found: the administrator, who is asked to choose somebody.
    ADMINISTRATOR = "administrator", "administratör"


class WhySuppressed(TextChoices):
    DONE = "done", "uppgiften är klar"
    MOVED = "moved", "dagen har flyttats"
    OTHER_RECIPIENT = "other_recipient", "någon annan är ansvarig"
    NO_RIGHT = "no_right", "mottagaren får inte längre se uppgiften"
    SWITCHED_OFF = "switched_off", "mottagaren har valt bort påminnelsen"
    NO_STEP = "no_step", "regeln har ändrats"


class Frequency(TextChoices):
    DIGEST = "digest", "en sammanställning om dagen"
    EACH = "each", "ett mejl för varje påminnelse"
    WEEKLY = "weekly", "en sammanställning i veckan"


class Answer(TextChoices):
    """What a person says about a deadline."""

    DONE = "done", "klar"
    NEW_DAY = "new_day", "ny tid"


class MailKind(TextChoices):
    DIGEST = "digest", "daglig sammanställning"
    EACH = "each", "påminnelse"
    URGENT = "urgent", "brådskande påminnelse"
    WEEKLY = "weekly", "veckans sammanställning"
    COPY = "copy", "kopia till ersättare"
    HEADS = "heads", "förvaltningens vecka"
    SUMMONS = "summons", "kallelse"
    NOTICE = "notice", "meddelande"
    ACCOUNT = "account", "konto och inloggning"


# What leaves in an organisation's open hours only. Calls and mails about accounts are somebody's own act just now.
REMINDING_KINDS = (
    MailKind.DIGEST,
    MailKind.EACH,
    MailKind.URGENT,
    MailKind.WEEKLY,
    MailKind.COPY,
    MailKind.HEADS,
)
# What is sent again by itself when nobody knows whether it arrived. A summons has legal effect: a person decides.
RESENT_KINDS = tuple(kind for kind in MailKind if kind != MailKind.SUMMONS)


class MailState(TextChoices):
    PENDING = "pending", "väntar"
    CLAIMED = "claimed", "hämtat för att skickas"
    SENDING = "sending", "skickas"
    SENT = "sent", "skickat"
    UNCERTAIN = "uncertain", "osäkert om det kom fram"
    RESENT = "resent", "skickat en gång till"
    HELD = "held", "väntar på att någon bestämmer"
    DEAD = "dead", "gick inte att skicka"


ACCEPTED_STATES = (MailState.SENT, MailState.RESENT)


class DeliveryStep(TextChoices):
    """What happened to a mail. The rows are never changed."""

    HANDED_OVER = "handed_over", "lämnas till mejlservern"
    ACCEPTED = "accepted", "mejlservern tog emot det"
    RETRY = "retry", "mejlservern bad oss försöka senare"
    REFUSED_ADDRESS = "refused_address", "adressen finns inte"
    REFUSED_MESSAGE = "refused_message", "mejlservern vägrade ta emot det"
    UNWRITABLE = "unwritable", "gick inte att skriva"
    SERVER_DOWN = "server_down", "mejlservern gick inte att nå"
    GIVEN_UP = "given_up", "för sent att försöka igen"
    UNCERTAIN = "uncertain", "avbröts innan svaret kom"
    COPIED = "copied", "ersättaren får mejlet"
    HELD = "held", "hålls tills någon bestämmer"
    RELEASED = "released", "skickas igen på begäran"
    SETTLED = "settled", "någon vet att det kom fram"
