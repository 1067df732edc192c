"""What is written beside a chart, and taken back."""

from datetime import datetime
from uuid import UUID

from apps.accounts.models import Organisation, User
from apps.core.actions import action, make_once
from apps.targets.models import ChartComment


@action
def write_comment(
    *, by: User, organisation: Organisation, year: int, chart: str, text: str, token: UUID | None = None
) -> ChartComment:
    """Say something of a year's chart. The same form again gives the comment already made. Raises ValidationError."""

    def make() -> ChartComment:
        made = ChartComment(organisation=organisation, year=year, chart=chart, text=text, created_by=by)
        made.token = token or made.token
        made.full_clean(validate_constraints=False, exclude=["token"])
        made.save()
        return made

    return make_once(ChartComment, token, make)


@action
def undo_comment(*, by: User, comment: ChartComment, now: datetime) -> ChartComment:
    """Take a comment away from the page; the history keeps it. One that is taken away stays so."""
    if comment.undone_at is None:
        comment.undone_by, comment.undone_at = by, now
        comment.save(update_fields=["undone_by", "undone_at"])
    return comment
