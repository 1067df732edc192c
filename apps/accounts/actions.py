"""Every write of organisations, departments, roles and invitations."""

from datetime import datetime
from typing import TypeVar
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.db.models import Model

from apps.accounts.choices import Role
from apps.accounts.models import Department, Invitation, Membership, Organisation, User
from apps.accounts.passwords import check_password_choice
from apps.accounts.queries import why_account_stays
from apps.core.actions import action

Row = TypeVar("Row", bound=Model)


class InvitationClosed(Exception):
    """An invitation that was used or withdrawn while its page was open."""


@action
def update_organisation(*, organisation: Organisation, by: User) -> Organisation:
    """Save the facts of an organisation. Raises ValidationError when a rule of the database is broken."""
    return _checked(organisation)


@action
def create_department(*, department: Department, token: UUID, by: User) -> Department:
    """Save a new department. The same token a second time gives the department of the first."""
    _one_at_a_time(department.organisation)
    if known := Department.objects.filter(token=token, organisation=department.organisation).first():
        return known
    department.token = token
    _check_people(department)
    return _checked(department)


@action
def update_department(*, department: Department, by: User) -> Department:
    """Save a department. It is taken out of use by `is_active`, never deleted: procurements point at it."""
    _check_people(department)
    return _checked(department)


def _check_people(department: Department) -> None:
    people = User.objects.of(department.organisation)
    for field in ("head", "contact"):
        person = getattr(department, field)
        if person and person not in people:
            raise ValidationError(
                {field: f"{person} har ingen roll i {department.organisation}. Bjud in personen först."}
            )


@action
def remove_membership(*, membership: Membership, by: User) -> None:
    """Take a role from a person. Raises ValidationError for the organisation's last administrator."""
    _one_at_a_time(membership.organisation)
    others = Membership.objects.filter(
        organisation=membership.organisation_id, role=Role.ADMINISTRATOR, user__is_active=True
    ).exclude(pk=membership.pk)
    if membership.role == Role.ADMINISTRATOR and not others.exists():
        raise ValidationError(
            f"{membership.user} är den enda administratören i {membership.organisation}. "
            "Bjud in en administratör till innan du tar bort rollen."
        )
    membership.delete()


@action
def invite(
    *,
    organisation: Organisation,
    email: str,
    role: str,
    department: Department | None,
    token: UUID,
    by: User | None,
    now: datetime,
) -> Invitation:
    """Give a role to the person behind an address: at once when there is an account, else by an invitation to mail.

    An invitation that is already accepted says that the role was given at once. The same token a second time gives
    the invitation of the first. Raises ValidationError when the person already has the role, when the same
    invitation is open, and when the role and the department do not go together.
    """
    _one_at_a_time(organisation)
    if known := Invitation.objects.filter(token=token, organisation=organisation).first():
        return known
    place = {"organisation": organisation, "department": department, "role": role}
    invitation = Invitation(email=email.lower(), token=token, invited_by=by, **place)
    if person := User.objects.filter(email=email.lower(), is_active=True).first():
        _checked(Membership(user=person, **place))
        invitation.accepted_at, invitation.accepted_by = now, person
    return _checked(invitation)


@action
def note_invitation_sent(*, invitation: Invitation, by: User | None, now: datetime | None) -> None:
    """Remember when the mail left; None says that it could not be sent."""
    invitation.sent_at = now
    invitation.save(update_fields=["sent_at"])


@action
def withdraw_invitation(*, invitation: Invitation, by: User, now: datetime) -> None:
    """Close an invitation so that its link opens nothing. Withdrawing twice changes nothing."""
    locked = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if locked.accepted_at:
        raise ValidationError(f"{locked.email} har redan tagit emot inbjudan. Ta bort rollen i stället.")
    if not locked.withdrawn_at:
        locked.withdrawn_at = now
        locked.save(update_fields=["withdrawn_at"])


@action
def accept_invitation(
    *, invitation: Invitation, now: datetime, name: str = "", password: str = "", by: User | None
) -> User:
    """Make the account (unless there is one) and give it every role its address is invited to.

    The mail has reached its owner, so all open invitations to the same address are accepted together. An existing
    account keeps its name and password, and is opened if it was closed. Raises InvitationClosed when the link has
    been used or withdrawn meanwhile, and ValidationError for a poor name or password.
    """
    opened = Invitation.objects.select_for_update(of=("self",)).open().filter(email=invitation.email)
    waiting = list(opened.select_related("organisation", "department"))
    if invitation not in waiting:
        raise InvitationClosed
    user = User.objects.filter(email=invitation.email).first() or _new_user(invitation.email, name, password)
    _open(user)
    for each in waiting:
        Membership.objects.get_or_create(
            user=user, organisation=each.organisation, department=each.department, role=each.role
        )
        each.accepted_at, each.accepted_by = now, user
        each.save(update_fields=["accepted_at", "accepted_by"])
    return user


def _new_user(email: str, name: str, password: str) -> User:
    try:
        check_password_choice(password, User(email=email, name=name))
    except ValidationError as error:
        raise ValidationError({"password": error}) from None
    return User.objects.create_user(email, password, name=name.strip())


@action
def change_name(*, by: User, name: str) -> User:
    """Write one's own name anew. Raises ValidationError when it is empty or too long."""
    user = User.objects.select_for_update().get(pk=by.pk)
    user.name = name.strip()
    user.full_clean()
    user.save(update_fields=["name"])
    return user


@action
def close_account(*, by: User, password: str) -> User:
    """Close one's own account: no sign-in and no session any more, while roles and history stay.

    Raises ValidationError for a wrong password, and when an organisation would lose its last administrator.
    """
    administered = Membership.objects.filter(user=by, role=Role.ADMINISTRATOR).values("organisation")
    for organisation in Organisation.objects.filter(pk__in=administered).order_by("pk"):
        _one_at_a_time(organisation)
    if sentence := why_account_stays(by):
        raise ValidationError(sentence)
    user = User.objects.select_for_update().get(pk=by.pk)
    if not user.check_password(password):
        raise ValidationError({"password": "Lösenordet stämmer inte. Skriv det igen."})
    # The same password with new salt: every session is bound to the old hash and stays dead if the account is opened.
    user.set_password(password)
    user.is_active = False
    user.save(update_fields=["password", "is_active"])
    return user


@action
def reopen_account(*, membership: Membership, by: User) -> User:
    """Let a person of the organisation sign in again, with the roles that were kept. Twice changes nothing."""
    user = User.objects.select_for_update().get(pk=membership.user_id)
    _open(user)
    return user


def _open(user: User) -> None:
    if not user.is_active:
        user.is_active = True
        user.save(update_fields=["is_active"])


@action
def create_organisation(*, organisation: Organisation, admin_email: str, by: User | None, now: datetime) -> Invitation:
    """Open an organisation with its first administrator. Raises ValidationError when name or number is taken."""
    _checked(organisation)
    return invite(
        organisation=organisation,
        email=admin_email,
        role=Role.ADMINISTRATOR,
        department=None,
        token=uuid4(),
        by=by,
        now=now,
    )


def _one_at_a_time(organisation: Organisation) -> None:
    """Later requests wait until this transaction is over, so that they see what it did."""
    Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)


def _checked(row: Row) -> Row:
    row.full_clean()
    row.save()
    return row
