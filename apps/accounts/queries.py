"""What the settings page shows, read in a handful of queries whatever the size of the organisation."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count
from django.urls import reverse
from django.utils.text import capfirst

from apps.accounts.choices import Role
from apps.accounts.invitation_links import LIFETIME
from apps.accounts.models import Department, Invitation, Membership, Organisation, User
from apps.core.formats import iso_date
from apps.core.orgnumbers import format_digits


@dataclass(frozen=True)
class Fact:
    """A row of a summary list."""

    key: str
    value: str
    change_url: str = ""
    change_label: str = "Ändra"


@dataclass(frozen=True)
class OpenInvitation:
    """An invitation nobody has taken up, and how its mail fares."""

    pk: int
    email: str
    role: str
    state: str
    tone: str


@dataclass(frozen=True)
class Settings:
    """An organisation's settings as lists of facts."""

    organisation: list[Fact]
    departments: list[Fact]
    roles: list[Fact]
    invitations: list[OpenInvitation]


def settings_of(organisation: Organisation, *, now: datetime) -> Settings:
    """Everything on the settings page of one organisation."""
    departments = organisation.departments.select_related("head", "contact")
    invitations = organisation.invitations.open().select_related("department")
    return Settings(
        organisation=_organisation_facts(organisation),
        departments=[_department_fact(department) for department in departments],
        roles=_role_facts(organisation),
        invitations=[_open_invitation(invitation, now) for invitation in invitations],
    )


def account_facts(user: User) -> list[Fact]:
    """What one can see, and partly change, of one's own account."""
    return [
        Fact("Namn", user.name, reverse("profile_update")),
        Fact("E-postadress", user.email),
        Fact("Lösenord", "syns inte för någon", reverse("account_change_password"), "Byt"),
    ]


def own_roles(user: User) -> list[Fact]:
    """One's roles, by organisation in Swedish order."""
    roles: dict[str, list[str]] = {}
    held = user.memberships.select_related("organisation", "department")
    for each in held.order_by("organisation__sort_key", "organisation", "role", "pk"):
        roles.setdefault(each.organisation.name, []).append(f"{each.get_role_display()}, {place_of(each)}")
    return [Fact(name, capfirst("; ".join(each))) for name, each in roles.items()]


def why_account_stays(user: User) -> str:
    """Why somebody may not close their account, as a Swedish sentence with the way out; empty when they may."""
    names = [each.name for each in Organisation.objects.administered_only_by(user)]
    if not names:
        return ""
    where = f"{', '.join(names[:-1])} och {names[-1]}" if len(names) > 1 else names[0]
    return f"Du är den enda administratören i {where}. Bjud in en administratör till innan du stänger kontot."


def place_of(row: Membership | Invitation) -> str:
    """Where a role holds: one department, or all of the organisation."""
    return row.department.name if row.department else "hela organisationen"


def _organisation_facts(organisation: Organisation) -> list[Fact]:
    return [
        Fact("Namn", organisation.name),
        Fact("Organisationsnummer", format_digits(organisation.org_number)),
        Fact("Typ", organisation.get_kind_display()),
        Fact("Kommunkod", organisation.municipality_code or "–"),
        Fact("Aktiv från", iso_date(organisation.active_from)),
        Fact("Gräns för små tal", f"färre än {organisation.small_number_limit} personer publiceras inte"),
    ]


def _department_fact(department: Department) -> Fact:
    people = [("chef", department.head), ("kontakt", department.contact)]
    said = [f"{what} {person}" for what, person in people if person]
    if not department.is_active:
        said.insert(0, "används inte längre")
    value = ", ".join(said) or "ingen chef eller kontakt vald"
    return Fact(department.name, capfirst(value), reverse("department_update", args=[department.pk]))


def _role_facts(organisation: Organisation) -> list[Fact]:
    counts = organisation.memberships.values("role").annotate(people=Count("user", distinct=True)).order_by()
    people = {row["role"]: row["people"] for row in counts}
    return [
        Fact(
            capfirst(role.label),
            _people(people[role]),
            f"{reverse('membership_list')}?role={role}",
            "Visa",
        )
        for role in Role
        if role in people
    ]


def _people(count: int) -> str:
    return "1 person" if count == 1 else f"{count} personer"


def _open_invitation(invitation: Invitation, now: datetime) -> OpenInvitation:
    state, tone = _mail_state(invitation, now)
    role = f"{invitation.get_role_display()}, {place_of(invitation)}"
    return OpenInvitation(invitation.pk, invitation.email, capfirst(role), state, tone)


def _mail_state(invitation: Invitation, now: datetime) -> tuple[str, str]:
    if invitation.sent_at is None:
        return "mejlet gick inte iväg", "bad"
    ends = invitation.sent_at + LIFETIME
    if ends < now:
        return f"länken gick ut {iso_date(ends)}", "warn"
    return f"länken gäller till {iso_date(ends)}", "info"
