"""Opens an organisation and invites its first administrator: how a new installation gets its first account."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from apps.accounts import actions
from apps.accounts.choices import OrganisationKind
from apps.accounts.mails import invitation_url, send_invitation
from apps.accounts.models import Organisation
from apps.core import orgnumbers


class Command(BaseCommand):
    help = "Lägger upp en organisation och bjuder in dess första administratör."

    def add_arguments(self, parser):
        parser.add_argument("--name", required=True, help="organisationens namn")
        parser.add_argument("--org-number", required=True, help="till exempel 212000-1157")
        parser.add_argument("--admin-email", required=True, help="den första administratörens e-postadress")
        parser.add_argument("--kind", choices=OrganisationKind.values, default=OrganisationKind.MUNICIPALITY)
        parser.add_argument("--no-mail", action="store_true", help="skriv bara ut länken")

    def handle(self, *, name, org_number, admin_email, kind, no_mail, **options):
        now = timezone.now()
        organisation = Organisation(
            name=name, org_number=self._digits(org_number), kind=kind, active_from=timezone.localdate(now)
        )
        try:
            invitation = actions.create_organisation(
                organisation=organisation, admin_email=admin_email, by=None, now=now
            )
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from None
        self.stdout.write(f"{name} är upplagd.")
        if not no_mail and send_invitation(invitation, site=settings.SITE_URL):
            actions.note_invitation_sent(invitation=invitation, by=None, now=now)
            self.stdout.write(f"Ett mejl är skickat till {invitation.email}.")
        if invitation.accepted_at:
            self.stdout.write(f"{invitation.email} har redan ett konto och är nu administratör.")
        else:
            self.stdout.write(f"Länken gäller i sju dagar: {invitation_url(invitation, site=settings.SITE_URL)}")

    def _digits(self, written: str) -> str:
        number = orgnumbers.normalise(written)
        if number.digits is None:
            raise CommandError(number.problem or "Ange organisationens eget nummer, inte ett personnummer.")
        if number.has_wrong_check_digit:
            self.stderr.write(f"Varning: {number.problem}")
        return number.digits
