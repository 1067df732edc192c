"""By when each person who is asked to has read the guideline, until the person has said so."""

from collections.abc import Iterator
from datetime import date

from apps.accounts.models import Organisation
from apps.core.deadlines import Deadline
from apps.procurements.guideline_readers import VIEW, read_by, readers
from apps.procurements.guideline_reading import due_on
from apps.procurements.models import GuidelineVersion

TITLE = "Läs riktlinjen och bekräfta: {title}"


def owed(organisation: Organisation, since: date, until: date) -> Iterator[Deadline]:
    """One Deadline for each person who has not read the version that is to be read; a newer one takes its place."""
    guideline = GuidelineVersion.objects.to_read(organisation)
    if guideline is None:
        return
    read, url = read_by(guideline), f"{guideline.get_absolute_url()}#lasning"
    for reader in readers(guideline):
        on = due_on(guideline.reading_due_on, reader.joined_on)
        if reader.pk in read or not since <= on <= until:
            continue
        yield Deadline(
            key=f"guideline-reading:{guideline.pk}:{reader.pk}",
            title=TITLE.format(title=guideline.title),
            due_on=on,
            organisation_id=organisation.pk,
            owner_department_id=reader.department_id,
            responsible_id=reader.pk,
            legal_basis=f"{guideline.decided_by} {guideline.reference}".strip(),
            url=url,
            permission=VIEW,
            is_personal=True,
        )
