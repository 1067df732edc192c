"""Frozen reports and addresses to share as the pages show them: tables, sentences, facts."""

from collections.abc import Iterable

from django.urls import reverse

from apps.core.formats import iso_date, number
from apps.core.lists import Cell, Heading, Row, Table
from apps.targets.models import ShareLink, Snapshot
from apps.targets.report import name_of
from apps.targets.snapshot_queries import Compared, Since
from apps.targets.snapshots import Difference, FrozenMeasure


def of_snapshots(snapshots: Iterable[Snapshot]) -> Table:
    """The frozen reports, each leading to its page."""
    columns = [Heading(label, False) for label in ("Redovisning", "Räknat till och med", "Fryst", "Av")]
    rows = [
        Row(
            [
                Cell(name_of(each), "Redovisning", url=reverse("snapshot_detail", args=[each.pk])),
                Cell(iso_date(each.as_of), "Räknat till och med"),
                Cell(iso_date(each.frozen_at), "Fryst"),
                Cell(str(each.frozen_by), "Av"),
            ]
        )
        for each in snapshots
    ]
    return Table("Frysta redovisningar, den senaste först", columns, rows)


def of_differences(differences: Iterable[Difference]) -> Table:
    """Each number as reported, as now, and the difference; what there was nothing of, then or now, is left out."""
    labels = ("Mått", "Som redovisat", "Som det ser ut nu", "Skillnad")
    columns = [Heading(label, label != labels[0]) for label in labels]
    rows = [
        Row(
            [
                Cell(each.label, labels[0]),
                Cell(each.reported, labels[1], True),
                Cell(each.now, labels[2], True),
                Cell(each.change or "–", labels[3], True, tone="info" if each.is_changed else ""),
            ]
        )
        for each in differences
        if not each.reported == each.now == number(None)
    ]
    return Table("Siffrorna då och nu, räknade efter samma regler", columns, rows)


def of_measures(measures: Iterable[FrozenMeasure]) -> Table:
    """Every frozen measure with what it rests on and how it was counted."""
    columns = [Heading("Mått", False), Heading("Resultat", True)]
    rows = [
        Row(
            [
                Cell(
                    each.name[:1].upper() + each.name[1:], "Mått", note=f"{each.sentence} {each.result.n_note}".strip()
                ),
                Cell(each.result.text, "Resultat", True, note=each.result.of_text),
            ]
        )
        for each in measures
    ]
    return Table("Alla mått, som de redovisades", columns, rows)


def sentence_of_changes(both: Compared) -> str:
    """What has become of the reported numbers."""
    if not both.changed:
        return "Alla siffror är de samma nu som när de redovisades."
    if both.changed == 1:
        return "En siffra är en annan nu än när den redovisades."
    return f"{number(both.changed)} siffror är andra nu än när de redovisades."


def sentences_since(since: Since) -> list[str]:
    """What was done to the period's placements after the freezing."""
    found = []
    if since.logged:
        found.append(f"{_placements(since.logged)} som startade under perioden har loggats efter frysningen.")
    if since.undone:
        found.append(f"{_placements(since.undone)} som räknades då har ångrats efter frysningen.")
    return found


def facts_of(snapshot: Snapshot) -> list[dict]:
    """Who froze it, when, and what was said."""
    facts = [
        {"key": "Räknat till och med", "value": iso_date(snapshot.as_of)},
        {"key": "Fryst", "value": f"{iso_date(snapshot.frozen_at)} av {snapshot.frozen_by}"},
    ]
    if snapshot.note:
        facts.append({"key": "Kommentar", "value": snapshot.note})
    return [{"change_url": "", "change_label": "", **each} for each in facts]


def _placements(count: int) -> str:
    return "1 placering" if count == 1 else f"{number(count)} placeringar"


def of_closed_links(links: Iterable[tuple[ShareLink, str]]) -> Table:
    """Addresses that lead nowhere any more, each with what it showed."""
    columns = [Heading(label, False) for label in ("Visade", "Skapad", "Slutade gälla")]
    rows = []
    for link, what in links:
        ended = f"Gällde till och med {iso_date(link.expires_on)}"
        if link.revoked_at:
            ended = f"Återkallad {iso_date(link.revoked_at)} av {link.revoked_by}"
        cells = [Cell(what, "Visade"), Cell(f"{iso_date(link.created_at)} av {link.created_by}", "Skapad")]
        rows.append(Row([*cells, Cell(ended, "Slutade gälla")]))
    return Table("Länkar som inte gäller längre", columns, rows)
