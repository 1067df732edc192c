"""The organisation an import command is for."""

import re
import sys

from django.core.exceptions import ValidationError
from django.core.management.base import CommandError
from django.utils import timezone

from apps.accounts.models import Organisation
from apps.core import orgnumbers


def organisation_for(org_number: str, create_with_name: str | None) -> Organisation:
    """The organisation with the number; made when a name is given. Raises CommandError in Swedish.

    A wrong check digit is no reason to refuse a buyer: registers hold such numbers.
    """
    digits = re.sub(r"[^0-9]", "", org_number)
    digits = digits[2:] if len(digits) == 12 and digits.startswith("16") else digits
    if len(digits) != 10:
        raise CommandError(f"--organisation {org_number}: ange tio siffror, till exempel 212000-1157.")
    if not orgnumbers.has_valid_check_digit(digits):
        sys.stderr.write(f"Varning: kontrollsiffran i {orgnumbers.format_digits(digits)} stämmer inte.\n")
    organisation = Organisation.objects.filter(org_number=digits).first()
    if organisation:
        return organisation
    if not create_with_name:
        raise CommandError(
            f"Organisationen {orgnumbers.format_digits(digits)} finns inte. Skapa den med --create-organisation NAMN."
        )
    organisation = Organisation(name=create_with_name, org_number=digits, active_from=timezone.localdate())
    try:
        organisation.full_clean()
    except ValidationError as error:
        raise CommandError(" ".join(error.messages)) from error
    organisation.save()
    return organisation
