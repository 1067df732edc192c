"""`manage.py remove_demo`: the demo world goes, real data stays."""

from django.core.management.base import BaseCommand, CommandError

from procurement_csr.demo.loading import DemoError
from procurement_csr.demo.removal import counts, remove


class Command(BaseCommand):
    help = "Tar bort allt som är exempeldata. Riktiga uppgifter rörs inte."

    def add_arguments(self, parser):
        parser.add_argument("--yes", action="store_true", help="fråga inte först")
        parser.add_argument(
            "--everything", action="store_true", help="även riktiga uppgifter som lagts in i exempelorganisationerna"
        )

    def handle(self, *, yes, everything, **options):
        found = counts()
        if not found:
            self.stdout.write("Det finns inga exempeldata.")
            return
        self.stdout.write(
            f"{found.organisations} organisationer, {found.accounts} konton, {found.procurements} upphandlingar och "
            f"{found.placements} placeringar tas bort."
        )
        if not (yes or _says_yes()):
            raise CommandError("Avbrutet. Inget är borttaget.")
        try:
            remove(everything=everything)
        except DemoError as error:
            raise CommandError(error) from error
        self.stdout.write("Exempelvärlden är borttagen.")


def _says_yes() -> bool:
    """Whether the operator confirms; no answer at all is a no."""
    try:
        return input("Fortsätt? Skriv ja: ").strip().lower() == "ja"
    except EOFError:
        return False
