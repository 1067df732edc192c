"""What a contract may say of its days, its framework and the order of its suppliers: pure rules, sentences by field."""

from collections.abc import Iterable, Mapping
from datetime import date

from apps.core.formats import iso_date

Sentences = dict[str, str]

FACTS = {
    "result_notice_sent_on": "Efterannonsen kan inte ha skickats {day}, {why}.",
    "documentation_done_on": "Dokumentationen kan inte ha blivit klar {day}, {why}.",
}
FOREIGN_FRAMEWORK = "Ramavtalet {framework} hör till {theirs}. Välj ett ramavtal i {ours}."
NOT_A_FRAMEWORK = "{framework} är inget ramavtal. Välj ett ramavtal, eller ändra avtalets typ."
ITSELF = "Ett avtal kan inte avropas från sig självt. Välj ett annat ramavtal."
NOT_RUNNING = "Ramavtalet {framework} gäller {period}, men avropet är från {day}. Avrop görs medan ramavtalet gäller."
HAS_CALL_OFFS = "Avtalet har avrop och måste vara ett ramavtal. Flytta avropen först."
SAME_RANK = "Två leverantörer har rangordning {rank}. Ge varje leverantör sin egen plats."


def refused_facts(values: Mapping[str, date | None], signed_on: date | None, today: date | None) -> Sentences:
    """Days on which something is said to have been done, before the contract was signed or after today."""
    found = {}
    for name, sentence in FACTS.items():
        day = values.get(name)
        if day and signed_on and day < signed_on:
            found[name] = sentence.format(day=iso_date(day), why=f"före tecknandet {iso_date(signed_on)}")
        elif day and today and day > today:
            found[name] = sentence.format(day=iso_date(day), why="den dagen har inte varit än")
    return found


def is_running(on: date, *, starts_on: date | None, ends_on: date | None, is_until_further_notice: bool) -> bool:
    """Whether a contract holds on the day. A day that is not known stops nothing."""
    has_ended = ends_on is not None and ends_on < on and not is_until_further_notice
    return not has_ended and (starts_on is None or starts_on <= on)


def refused_ranks(ranks: Iterable[int | None]) -> str:
    """Two suppliers with the same rank; several without any are well."""
    given = [rank for rank in ranks if rank is not None]
    twice = next((rank for rank in given if given.count(rank) > 1), None)
    return "" if twice is None else SAME_RANK.format(rank=twice)
