"""`manage.py demo_accounts`: whom one can sign in as."""

from django.core.management.base import BaseCommand

from apps.accounts.choices import Role
from apps.accounts.models import Membership
from procurement_csr.demo.people import PASSWORD


class Command(BaseCommand):
    help = "Skriver ut exempelkontona som en tabell."

    def handle(self, **options):
        memberships = Membership.objects.filter(user__is_demo=True).select_related("user", "organisation")
        rows: dict[str, tuple[str, list[str]]] = {}
        for membership in memberships.order_by("pk"):
            email = membership.user.email
            rows.setdefault(email, (Role(membership.role).label, []))[1].append(membership.organisation.name)
        if not rows:
            self.stdout.write("Det finns inga exempelkonton.")
            return
        self.stdout.write(f"Exempelkonton (lösenord för alla: {PASSWORD})")
        width = max(map(len, rows))
        for email, (role, organisations) in rows.items():
            place = organisations[0] if len(organisations) == 1 else f"{len(organisations)} organisationer"
            self.stdout.write(f"  {email:<{width}}  {role:<23}  {place}")
