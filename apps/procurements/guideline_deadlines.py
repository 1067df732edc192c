"""By when each person who is asked to has read the guideline, until the person has said so."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from apps.accounts.models import Organisation
from apps.core.addresses import address
from apps.core.deadlines import Deadline
from apps.core.questions import Given, Question
from apps.procurements.guideline_readers import VIEW, read_by, readers
from apps.procurements.guideline_reading import due_on
from apps.procurements.models import GuidelineVersion

TITLE = "Läs riktlinjen och bekräfta: {title}"


class _Version(NamedTuple):
    """What is told of the version that is to be read."""

    pk: int
    organisation_id: int
    title: str
    decided_by: str
    reference: str
    reading_roles: list[str]
    reading_due_on: date


_TO_READ = Question(lambda: GuidelineVersion.objects.to_read(Given("organisation")).values_list(*_Version._fields))


def owed(organisation: Organisation, since: date, until: date) -> Iterator[Deadline]:
    """One Deadline for each person who has not read the version that is to be read; a newer one takes its place."""
    for row in _TO_READ.ask(organisation=organisation.pk):
        yield from _of(_Version(*row), since, until)


def _of(guideline: _Version, since: date, until: date) -> Iterator[Deadline]:
    read, url = read_by(guideline), f"{address('guideline_detail', guideline.pk)}#lasning"
    for reader in readers(guideline):
        on = due_on(guideline.reading_due_on, reader.joined_on)
        if reader.pk in read or not since <= on <= until:
            continue
        yield Deadline(
            key=f"guideline-reading:{guideline.pk}:{reader.pk}",
            title=TITLE.format(title=guideline.title),
            due_on=on,
            organisation_id=guideline.organisation_id,
            owner_department_id=reader.department_id,
            responsible_id=reader.pk,
            legal_basis=f"{guideline.decided_by} {guideline.reference}".strip(),
            url=url,
            permission=VIEW,
            is_personal=True,
        )
