"""Writes of result letters: make and mail a year's letters, and mail one of them again."""

import uuid
from collections.abc import Sequence
from datetime import datetime

from django.core.exceptions import ValidationError

from apps.accounts.models import User
from apps.core.actions import action, change, make_once
from apps.suppliers.models import SupplierContact
from apps.targets.letter_mail import post
from apps.targets.letter_recipients import Address, Recipient
from apps.targets.letters import SUPPLIERS, contents
from apps.targets.models import LetterMail, ResultLetter, Snapshot
from apps.targets.snapshot_queries import of_year

# Each letter is set as PDF while the reader waits.
MOST = 20
TOO_MANY = f"Välj högst {MOST} mottagare åt gången."
NOBODY = "Välj minst en mottagare."
ALREADY = "{names} har redan fått brevet för {year}. Öppna brevet i listan om det ska skickas igen."


@action
def send_letters(
    *,
    by: User,
    snapshot: Snapshot,
    chosen: Sequence[tuple[Recipient, Address | None]],
    words: str,
    now: datetime,
    token: uuid.UUID,
) -> list[ResultLetter]:
    """Make the letters of a frozen year to those chosen and mail each that has an address; all of it, or nothing.

    The same form sent twice gives the letters already made. Raises ValidationError in Swedish for nobody or too many,
    for one who has got the year's letter, and when a PDF cannot be made.
    """
    # Whoever sends letters of the same year waits here, and then sees what the other made.
    snapshot = Snapshot.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=snapshot.pk)
    if made := list(ResultLetter.objects.with_recipient().filter(batch=token, organisation=snapshot.organisation)):
        return made
    _refuse(snapshot, [each for each, _ in chosen])
    before = of_year(snapshot.organisation, snapshot.year - 1)
    made = []
    for recipient, address in chosen:
        letter = ResultLetter(organisation=snapshot.organisation, snapshot=snapshot, made_by=by, batch=token)
        whom = {"supplier" if recipient.whose == SUPPLIERS else "department": recipient.row}
        told = contents(snapshot, before, recipient.whose, recipient.row.pk, recipient.name)
        change(letter, {**whom, "contents": told, "words": words})
        if address:
            _mail(letter, address, by=by, now=now, token=uuid.uuid5(token, recipient.pk))
        made.append(letter)
    return made


@action
def mail_again(*, by: User, letter: ResultLetter, address: Address, now: datetime, token: uuid.UUID) -> LetterMail:
    """Mail a letter that is kept, as it was made; the same form sent twice mails it once.

    Raises ValidationError in Swedish when its PDF cannot be made.
    """
    return make_once(LetterMail, token, lambda: _mail(letter, address, by=by, now=now, token=token))


def _refuse(snapshot: Snapshot, chosen: list[Recipient]) -> None:
    if not chosen:
        raise ValidationError(NOBODY)
    if len(chosen) > MOST:
        raise ValidationError(TOO_MANY)
    got = ResultLetter.objects.filter(snapshot=snapshot).values_list("supplier_id", "department_id")
    held = {("supplier", key) if key else ("department", other) for key, other in got}
    names = [
        each.name for each in chosen if ("supplier" if each.whose == SUPPLIERS else "department", each.row.pk) in held
    ]
    if names:
        raise ValidationError(ALREADY.format(names=", ".join(names), year=snapshot.year))


def _mail(letter: ResultLetter, address: Address, *, by: User, now: datetime, token: uuid.UUID) -> LetterMail:
    mail = LetterMail(organisation=letter.organisation, letter=letter, sent_by=by, sent_at=now, token=token)
    to = "contact" if isinstance(address.person, SupplierContact) else "person"
    change(mail, {to: address.person})
    post(mail)
    return mail
