"""What may be answered about a deadline, and why not."""

from datetime import date, timedelta

from apps.core.deadlines import Deadline
from apps.reminders.choices import Answer
from apps.reminders.kinds import kind_of

# A day further away is no new time but a way to forget.
FURTHEST = timedelta(days=365)
DONE_ELSEWHERE = "Här räcker det inte att svara klar: uppgiften försvinner av sig själv när den är gjord på sin sida."
DAY_OF_LAW = "Dagen följer av {basis} och kan inte få en ny tid här."
DAY_OF_OTHERS = "Dagen räknas ur andra uppgifter och kan inte få en ny tid här. Ändra dem på sidan där uppgiften görs."
TOO_EARLY = "Den nya tiden {day} har redan varit eller är i dag. Välj en dag efter {today}."
TOO_LATE = "Den nya tiden {day} är mer än ett år bort. Välj en dag senast {last}."
SAME_DAY = "Uppgiften ska redan göras {day}. Välj en annan dag."
THERE_BEFORE = "Uppgiften har redan flyttats från {day}. Ångra den flytten, eller välj en annan dag."
OLD_PAGE = "Sidan hade blivit gammal. Gå tillbaka till Mina uppgifter och svara därifrån."
LATER_ANSWER = "Uppgiften har fått ett senare svar. Ångra det först."


def refusal(answer: Answer, deadline: Deadline) -> str:
    """Why nobody may give that answer about the deadline, in Swedish; empty when somebody may."""
    kind = kind_of(deadline.key)
    if answer == Answer.DONE:
        return "" if kind.may_close else DONE_ELSEWHERE
    if kind.may_move:
        return ""
    return DAY_OF_LAW.format(basis=deadline.legal_basis) if deadline.legal_basis else DAY_OF_OTHERS


def day_refusal(new: date, *, due_on: date, today: date) -> str:
    """Why a deadline of `due_on` may not be given the day `new`, in Swedish; empty when it may."""
    if new == due_on:
        return SAME_DAY.format(day=new)
    if new <= today:
        return TOO_EARLY.format(day=new, today=today)
    if new > today + FURTHEST:
        return TOO_LATE.format(day=new, last=today + FURTHEST)
    return ""
