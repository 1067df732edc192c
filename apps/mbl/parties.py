"""Who stands on which side of a consultation: the department as employer, the representatives of the union.

A representative sees the rows of the own unions once they are called, those that are exempted (38 §) or not required,
whose motive is the union's to read, and those that a union has asked to negotiate about; of documents only what is
shared in a row that is called.
"""

from django.db.models import Q, QuerySet

from apps.accounts.access import grants_with, rows_in_scope
from apps.accounts.models import Organisation
from apps.mbl import standing
from apps.mbl.choices import Paragraph, State, UnionLevel
from apps.mbl.models import Assessment, Consultation, Document, Union
from apps.mbl.models.consultation import SEE_CALLED
from apps.mbl.timeplans import VIEW


def own_unions(user) -> QuerySet[Union]:
    """The unions that the user speaks for, in organisations where the user still holds the role."""
    rows = Union.objects.filter(rows_in_scope(user, SEE_CALLED, organisation="organisation"))
    return rows.filter(representatives__user=user, representatives__is_active=True).distinct()


def rows_of_unions(user) -> QuerySet[Consultation]:
    """The rows a representative sees: called, exempted, not required, and asked for."""
    scope = rows_in_scope(user, SEE_CALLED, organisation="organisation")
    asked_for = Q(paragraph=Paragraph.P38, state=State.PLANNED, assessment__reopened_on__isnull=False)
    seen = Q(called_on__isnull=False) | Q(state__in=(State.EXEMPT, State.NOT_REQUIRED)) | asked_for
    told = Q(paragraph=Paragraph.P19, state=State.CLOSED)
    return Consultation.objects.filter(scope, seen | told, union__in=own_unions(user))


def assessments_of_unions(user) -> QuerySet[Assessment]:
    """What departments with which the user's unions are bound have assessed to need no consultation at all."""
    scope = rows_in_scope(user, SEE_CALLED, organisation="organisation")
    own = own_unions(user).filter(level=UnionLevel.LOCAL, is_active=True)
    everywhere = own.filter(departments=None).values("organisation")
    bound = Q(department__in=own.values("departments")) | Q(organisation__in=everywhere)
    return Assessment.objects.filter(scope, bound).exclude(not_required_motive="").distinct()


def speaks_for(user, row: Consultation) -> bool:
    """Whether the user represents the row's union and still holds the role."""
    holds = any(grant.organisation_id == row.organisation_id for grant in grants_with(user, SEE_CALLED))
    return holds and row.union.representatives.filter(user=user, is_active=True).exists()


def rows_of(user) -> QuerySet[Consultation]:
    """Every row the user may open, on either side."""
    either = Q(pk__in=Consultation.objects.visible_to(user, VIEW).values("pk"))
    return Consultation.objects.filter(either | Q(pk__in=rows_of_unions(user).values("pk")))


def documents_of(user) -> QuerySet[Document]:
    """Every document the user may fetch: the employer's side all, the union what is shared once it is called."""
    employer = Q(consultation__in=Consultation.objects.visible_to(user, VIEW))
    called = rows_of_unions(user).filter(called_on__isnull=False)
    return Document.objects.filter(employer | Q(consultation__in=called, is_shared=True))


def may_act(user, row: Consultation) -> bool:
    """Whether the user acts for the department as employer."""
    return standing.may_run(user, row.department)


def unions_in(user, organisation: Organisation) -> list[str]:
    """The names of the unions the user speaks for in an organisation."""
    return [union.name for union in own_unions(user).filter(organisation=organisation)]
