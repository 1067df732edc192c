"""What a chosen password must be, said in sentences that name the way out."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

_SENTENCES = {
    "password_too_short": "Lösenordet ska ha minst %(min_length)d tecken. Lägg till ett ord.",
    "password_too_common": "Lösenordet är ett av de vanligaste. Välj ett annat, till exempel tre udda ord.",
    "password_entirely_numeric": "Lösenordet får inte bara bestå av siffror. Lägg till ord.",
    "password_too_similar": "Lösenordet liknar ditt namn eller din e-postadress. Välj ett annat.",
}


def check_password_choice(password: str, user=None) -> str:
    """The password, when every validator of `settings.AUTH_PASSWORD_VALIDATORS` accepts it for the user.

    Raises ValidationError with our own sentence for each thing that is wrong.
    """
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise ValidationError(
            [
                ValidationError(_SENTENCES.get(each.code, each.message), code=each.code, params=each.params)
                for each in error.error_list
            ]
        ) from None
    return password
