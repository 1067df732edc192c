"""allauth's forms with our words: settings name them in ACCOUNT_FORMS."""

from allauth.account import forms as allauth_forms
from django.core.exceptions import ValidationError

from apps.core.forms import StegetFormMixin

_ADDRESS = {"required": "Ange din e-postadress", "invalid": "Ange e-postadressen i formen namn@exempel.se"}
_NEW_PASSWORD_HINT = "Minst 12 tecken. En mening du lätt minns är bättre än ett kort och krångligt ord."  # noqa: S105
_NOT_EQUAL = "Lösenorden är inte lika. Skriv samma lösenord två gånger."


class _SignInFormMixin(StegetFormMixin):
    """Our labels, hints and messages; no placeholders, since they vanish when the field is filled in."""

    labels: dict[str, str] = {}
    hints: dict[str, str] = {}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = self.labels.get(name, field.label)
            field.help_text = self.hints.get(name, "")

    def add_error(self, field, error):
        """allauth says what is wrong with the second password in few words and without a way out."""
        is_theirs = field == "password2" and not isinstance(error, ValidationError)
        super().add_error(field, _NOT_EQUAL if is_theirs else error)


class LoginForm(_SignInFormMixin, allauth_forms.LoginForm):
    labels = {"login": "E-postadress", "password": "Lösenord"}
    messages = {"login": _ADDRESS, "password": "Ange ditt lösenord"}


class ResetPasswordForm(_SignInFormMixin, allauth_forms.ResetPasswordForm):
    labels = {"email": "E-postadress"}
    messages = {"email": _ADDRESS}


class ResetPasswordKeyForm(_SignInFormMixin, allauth_forms.ResetPasswordKeyForm):
    labels = {"password1": "Nytt lösenord", "password2": "Nytt lösenord en gång till"}
    hints = {"password1": _NEW_PASSWORD_HINT}
    messages = {"password1": "Ange ett nytt lösenord", "password2": "Ange det nya lösenordet en gång till"}


class ChangePasswordForm(_SignInFormMixin, allauth_forms.ChangePasswordForm):
    labels = {"oldpassword": "Nuvarande lösenord", **ResetPasswordKeyForm.labels}
    hints = ResetPasswordKeyForm.hints
    messages = {"oldpassword": "Ange ditt nuvarande lösenord", **ResetPasswordKeyForm.messages}


class SetPasswordForm(_SignInFormMixin, allauth_forms.SetPasswordForm):
    labels = {"password1": "Lösenord", "password2": "Lösenordet en gång till"}
    hints = ResetPasswordKeyForm.hints
    messages = {"password1": "Ange ett lösenord", "password2": "Ange lösenordet en gång till"}
