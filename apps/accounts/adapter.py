"""How allauth is told the house's rules."""

import logging
import time
from concurrent.futures import ThreadPoolExecutor

from allauth.account.adapter import DefaultAccountAdapter
from django.db import connection
from django.urls import reverse

from apps.accounts.middleware import start_clock
from apps.accounts.passwords import check_password_choice

logger = logging.getLogger(__name__)

# One letter at a time and beside the request: whether an account exists must not show in the time an answer takes.
# Waits for its letters when the process is told to stop.
POST_OFFICE = ThreadPoolExecutor(max_workers=1, thread_name_prefix="account-mail")


class AccountAdapter(DefaultAccountAdapter):
    """Accounts come from invitations only; sentences, mail and the session clock are ours."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": (
            "E-postadressen eller lösenordet stämmer inte. Försök igen eller välj ett nytt lösenord."
        ),
        "too_many_login_attempts": (
            "För många försök att logga in. Vänta fem minuter och försök igen, eller välj ett nytt lösenord."
        ),
        "enter_current_password": "Det nuvarande lösenordet stämmer inte. Skriv det igen.",
        "invalid_password_reset": "Länken har redan använts eller är för gammal. Beställ en ny.",
        "rate_limited": "För många försök på kort tid. Vänta några minuter och försök igen.",
    }

    def is_open_for_signup(self, request):
        return False

    def clean_password(self, password, user=None):
        return check_password_choice(password, user)

    def get_password_change_redirect_url(self, request):
        return reverse("start")

    def login(self, request, user):
        super().login(request, user)
        start_clock(request.session, now=int(time.time()))

    def send_mail(self, template_prefix, email, context):
        message = self.render_mail(template_prefix, email, {"email": email, "host": self.request.get_host()} | context)
        POST_OFFICE.submit(_deliver, message)


def _deliver(message) -> None:
    """A letter that cannot be written is a line in the log, since the person can ask for another."""
    try:
        message.send()
    except Exception:  # whatever the mail library raises, the thread must live for the next letter
        logger.exception("A mail about an account could not be written")
    finally:
        connection.close()  # the thread's own; it may be idle for days
