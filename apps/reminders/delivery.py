"""The loop that sends: claims what is due, hands it to the mail server one by one, and notes every answer."""

import logging
import random
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import get_connection
from django.db import InterfaceError, OperationalError, connection, transaction
from django.db.models.functions import Lower
from django.utils import timezone

from apps.accounts.models import Organisation
from apps.reminders import backoff, breaker, outbox
from apps.reminders.answers import Answer, AnswerKind, classify
from apps.reminders.breaker import Turn
from apps.reminders.choices import DeliveryStep, MailKind, MailState
from apps.reminders.deputies import copy_refused
from apps.reminders.hours import closed_organisations
from apps.reminders.interrupts import Deferred
from apps.reminders.letters import ReadyMail, message_of
from apps.reminders.models import BouncingAddress
from apps.reminders.outbox import Lease, Mail
from apps.reminders.smtp import HandOverStopped, deliver

logger = logging.getLogger(__name__)

BATCH = 50
# When a whole batch is due, so many more connections send beside the first: most of a mail's time is waiting, for the
# server's answers and for the disk.
HELPERS = 2
# A worker has other things to do as well, and must stop soon when it is told to.
SECONDS = 10.0
# How long a mail is tried that does not say itself when it is too late.
TRIED_FOR = timedelta(days=5)
# How long an answer of the mail server is kept for a database that is away.
DATABASE_SECONDS = 30.0
UNWRITABLE = "Mejlet gick inte att skriva ({error})."
KNOWN_TO_BOUNCE = "Adressen har tidigare nekats av mejlservern. Rätta den, eller ta bort märkningen."
ALL_UNKNOWN = "Flera mejl i rad lämnades över utan att mejlservern svarade."
TOO_LATE = "Det blev för sent att skicka mejlet."


@dataclass
class Report:
    """What a run did: how many answers of each kind, how many became uncertain by themselves, whether more waits.

    `refused` are the mails whose addresses do not exist.
    """

    answers: Counter = field(default_factory=Counter)
    refused: list[int] = field(default_factory=list)
    lost: int = 0
    has_more: bool = False
    is_resting: bool = False
    was_stopped: bool = False

    @property
    def sent(self) -> int:
        return self.answers[AnswerKind.ACCEPTED]

    def add(self, other: "Report") -> None:
        """Count in what was sent beside."""
        self.answers += other.answers
        self.refused += other.refused
        self.has_more |= other.has_more
        self.is_resting |= other.is_resting


def run(*, seconds: float = SECONDS, clock: Callable[[], datetime] = timezone.now) -> Report:
    """Send what is due, for so long at most. Any number of processes may run it at once.

    Raises database errors that last; whatever a mail or the mail server does is an answer in the report.
    """
    report = Report()
    turn = breaker.turn(now=clock())
    if turn is Turn.REST:
        report.is_resting = True
        return report
    report.lost = outbox.reap(now=clock())
    helpers: list[Future[Report]] = []
    with Deferred() as stop, ThreadPoolExecutor(HELPERS, thread_name_prefix="mail-sender") as pool:
        how = {"stop": stop, "ends": time.monotonic() + seconds, "clock": clock}

        def call_helpers() -> None:
            if not helpers:
                helpers.extend(pool.submit(_send_beside, **how) for _ in range(HELPERS))

        Sender(report, **how, is_probe=turn is Turn.PROBE, call_helpers=call_helpers).run()
        for each in helpers:
            report.add(each.result())
        if report.refused:
            report.has_more |= _copy_to_deputies(report.refused, now=clock()) > 0
        report.was_stopped = bool(stop)
        if not report.is_resting:
            breaker.note_sending(now=clock())
    return report


def _copy_to_deputies(refused: list[int], *, now: datetime) -> int:
    """Let others know at once of what the refused mails were about. What fails here is done by the next planning."""
    organisations = Organisation.objects.filter(mails__in=refused).distinct().order_by("pk")
    return sum(copy_refused(organisation=each, now=now) for each in organisations)


def _send_beside(**how) -> Report:
    """Send on connections of this thread's own, to the mail server and to the database."""
    report = Report()
    try:
        Sender(report, **how).run()
    finally:
        connection.close()
    return report


def _nobody() -> None:
    pass


class Sender:
    """One connection to the mail server, and the mails that it has claimed.

    `call_helpers` is called when there is more than one connection's work.
    """

    def __init__(
        self,
        report: Report,
        *,
        stop: Deferred,
        ends: float,
        clock: Callable[[], datetime],
        is_probe: bool = False,
        call_helpers: Callable[[], None] = _nobody,
    ):
        self.report, self.stop, self.ends, self.clock, self.is_probe = report, stop, ends, clock, is_probe
        self.call_helpers = call_helpers
        self.backend = get_connection(settings.DELIVERY_BACKEND)
        # Writes the following mail while the database saves what came of the last one.
        self.writer = ThreadPoolExecutor(1, thread_name_prefix="mail-writer")
        self.ready: tuple[int, Future] | None = None

    def run(self) -> None:
        """Send until nothing is due, the time is over, the server goes away or the process is told to stop."""
        try:
            while not self.must_stop:
                limit, now = 1 if self.is_probe else BATCH, self.clock()
                mails = outbox.claim(limit, now=now, closed=closed_organisations(now))
                if not mails and not self.is_probe:
                    return
                if not self._is_reached(mails):
                    return
                if len(mails) == BATCH:
                    self.call_helpers()
                self._send_batch(mails)
            self.report.has_more = not self.report.is_resting
        finally:
            self.writer.shutdown()
            self.backend.close()

    @property
    def must_stop(self) -> bool:
        return bool(self.stop) or self.report.is_resting or time.monotonic() > self.ends

    def _is_reached(self, mails: list[Mail]) -> bool:
        """Connect before any mail is begun, so that none of them is touched by a server that is away."""
        try:
            self.backend.open()
        except Exception as error:  # providers' packages raise what they like
            outbox.give_back(mails)
            self._rest(classify(error, was_connected=False))
            return False
        if self.is_probe and not mails:
            self._is_back()
        return True

    def _send_batch(self, mails: list[Mail]) -> None:
        """Send the claimed mails in order; those left when the run must stop are given back."""
        waiting = self._without_bouncing(mails)[::-1]
        begun: Mail | None = None
        lease = Lease()
        try:
            while begun or waiting:
                if begun is None:
                    if self.must_stop:
                        return
                    lease, mail = Lease(), waiting[-1]  # given back, too, when the database does not answer
                    is_begun = self._is_sendable(mail) and outbox.begin(mail, now=self.clock())
                    waiting.pop()
                    if not is_begun:
                        continue
                    begun = mail
                mail, begun = begun, None
                answer = self._hand_over(mail, lease)
                if answer is None:
                    waiting.append(mail)
                    return
                following = waiting[-1] if waiting else None
                lease = Lease()
                if self._note(mail, answer, following):
                    begun = waiting.pop()
        finally:
            if waiting:
                lasting(lambda: outbox.give_back(waiting))

    def _hand_over(self, mail: Mail, lease: Lease) -> Answer | None:
        """What came of the mail. None when it was stopped right before, so that nobody has it."""

        def refuse_when_overtaken() -> None:
            if lease.is_over:
                raise HandOverStopped

        try:
            message = self._written(mail)
        except Exception as error:  # a row that cannot be read must not stop the others
            return Answer(AnswerKind.UNWRITABLE, None, UNWRITABLE.format(error=type(error).__name__))
        self.backend.before_hand_over = refuse_when_overtaken
        try:
            self.backend.open()
        except Exception as error:
            return classify(error, was_connected=False, addresses=[mail.to_address])
        try:
            refuse_when_overtaken()  # other backends than ours do not ask
            return deliver(message, self.backend)
        except HandOverStopped:
            logger.warning("Mail %s was not handed over, the lease was over", mail.id)
            return None

    def _written(self, mail: Mail) -> ReadyMail:
        number, future = self.ready or (None, None)
        self.ready = None
        return future.result() if number == mail.id else message_of(mail)

    def _note(self, mail: Mail, answer: Answer, following: Mail | None) -> bool:
        """Write the answer down, and begin the following mail when that costs nothing. Gives whether it is begun."""
        self.report.answers[answer.kind] += 1
        if answer.kind is AnswerKind.SERVER_DOWN:
            self._conclude(mail, answer)
            self._rest(answer)
            return False
        if answer.kind is AnswerKind.UNKNOWN:
            self._conclude(mail, answer)
            if breaker.is_all_unknown():
                self._rest(Answer(answer.kind, None, f"{ALL_UNKNOWN} {answer.text}"))
            return False
        if self.is_probe:
            self._is_back()
        if answer.kind is not AnswerKind.ACCEPTED:
            self._conclude(mail, answer)
            return False
        if self.must_stop or not following or not self._is_due(following):
            following = None
        if following:
            self.ready = following.id, self.writer.submit(message_of, following)
        values = {"code": answer.code, "answer": answer.text, "now": self.clock()}
        try:
            return outbox.accept(mail, **values, following=following)[1]
        except (OperationalError, InterfaceError):
            logger.warning("The database went away while mail %s was being noted", mail.id)
            self.ends = 0.0  # the following mail may be begun or not: it is given back
            lasting(lambda: outbox.is_noted(mail, DeliveryStep.ACCEPTED) or outbox.accept(mail, **values))
            return False

    def _conclude(self, mail: Mail, answer: Answer) -> None:
        now = self.clock()
        ending = ending_of(mail, answer, now=now)

        def write() -> None:
            if outbox.is_noted(mail, ending.steps[0]):
                return
            with transaction.atomic():
                outbox.conclude(
                    mail,
                    ending.state,
                    *ending.steps,
                    now=now,
                    code=answer.code,
                    answer=answer.text,
                    due_at=ending.due_at,
                    is_attempt=ending.is_attempt,
                )
                if answer.kind is AnswerKind.REFUSED_ADDRESS:
                    bounce = BouncingAddress(email=mail.to_address, code=answer.code, answer=answer.text, since=now)
                    BouncingAddress.objects.bulk_create([bounce], ignore_conflicts=True)

        lasting(write)
        if answer.kind is AnswerKind.REFUSED_ADDRESS:
            self.report.refused.append(mail.id)

    def _without_bouncing(self, mails: list[Mail]) -> list[Mail]:
        """The mails whose addresses nobody has refused. The others are dead, with the reason."""
        addresses = [mail.to_address.lower() for mail in mails]
        known = BouncingAddress.objects.filter(cleared_at=None).annotate(key=Lower("email")).filter(key__in=addresses)
        bouncing = set(known.values_list("key", flat=True))
        for mail in mails:
            if mail.to_address.lower() in bouncing:
                self._bury(mail, DeliveryStep.REFUSED_ADDRESS, KNOWN_TO_BOUNCE)
                self.report.refused.append(mail.id)
        return [mail for mail in mails if mail.to_address.lower() not in bouncing]

    def _is_sendable(self, mail: Mail) -> bool:
        """Whether it is still time to send the mail; otherwise it is dead."""
        if self._is_due(mail):
            return True
        self._bury(mail, DeliveryStep.GIVEN_UP, TOO_LATE)
        return False

    def _is_due(self, mail: Mail) -> bool:
        return mail.not_after is None or self.clock() <= mail.not_after

    def _bury(self, mail: Mail, step: DeliveryStep, why: str) -> None:
        outbox.conclude(mail, MailState.DEAD, step, now=self.clock(), answer=why, is_attempt=False)

    def _rest(self, answer: Answer) -> None:
        self.report.is_resting = True
        breaker.failed(answer.text, now=self.clock(), is_probe=self.is_probe)

    def _is_back(self) -> None:
        breaker.recovered()
        self.is_probe = False


@dataclass(frozen=True, slots=True)
class Ending:
    """What becomes of a mail that was not accepted; `is_attempt` is False when the mail was not what failed."""

    state: MailState
    steps: tuple[DeliveryStep, ...]
    due_at: datetime | None = None
    is_attempt: bool = True


def ending_of(mail: Mail, answer: Answer, *, now: datetime) -> Ending:
    """The state of a mail after every answer but acceptance, the steps to note, and when it is tried again."""
    match answer.kind:
        case AnswerKind.SERVER_DOWN:
            return Ending(MailState.PENDING, (DeliveryStep.SERVER_DOWN,), is_attempt=False)
        case AnswerKind.REFUSED_ADDRESS:
            return Ending(MailState.DEAD, (DeliveryStep.REFUSED_ADDRESS,))
        case AnswerKind.REFUSED_MESSAGE:
            return Ending(MailState.DEAD, (DeliveryStep.REFUSED_MESSAGE,))
        case AnswerKind.UNWRITABLE:
            return Ending(MailState.DEAD, (DeliveryStep.UNWRITABLE,))
        case AnswerKind.UNKNOWN if mail.kind == MailKind.SUMMONS:
            return Ending(MailState.HELD, (DeliveryStep.UNCERTAIN, DeliveryStep.HELD))
        case AnswerKind.UNKNOWN:
            return Ending(MailState.UNCERTAIN, (DeliveryStep.UNCERTAIN,))
    due_at = now + backoff.delay(mail.attempts + 1, jitter=random.random())  # noqa: S311
    if due_at > (mail.not_after or mail.created_at + TRIED_FOR):
        return Ending(MailState.DEAD, (DeliveryStep.RETRY, DeliveryStep.GIVEN_UP))
    return Ending(MailState.PENDING, (DeliveryStep.RETRY,), due_at)


def lasting(write: Callable[[], object]) -> None:
    """Run a write that may be repeated, again and again while the database is away, for half a minute."""
    until = time.monotonic() + DATABASE_SECONDS
    while True:
        try:
            write()
            return
        except (OperationalError, InterfaceError):
            if time.monotonic() > until or connection.in_atomic_block:
                raise
            connection.close()
            time.sleep(0.2)
