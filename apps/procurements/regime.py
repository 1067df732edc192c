"""Which rules of LOU a procurement follows, by its value, what is bought and the day.

The amounts come from a dated table, never from a constant: thresholds are announced for two calendar years at a
time (5 kap. 1 § LOU), so a row that does not say when it ends covers at most the two-year period it begins in.
Paragraphs are those of lag (2016:1145) om offentlig upphandling as they read since 1 February 2022.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from apps.core.formats import money
from apps.procurements.choices import PurchaseKind, Regime

Amount = Decimal | int
LEGAL_BASIS = {
    Regime.DIRECT: "19 a kap. 8 § LOU",
    Regime.BELOW_THRESHOLD: "19 kap. 3 § LOU",
    Regime.ABOVE_THRESHOLD: "17 kap. 1 § LOU",
    Regime.UNKNOWN: "",
}


@dataclass(frozen=True, slots=True)
class ThresholdRow:
    """Amounts in kronor without VAT from a day on; None is an amount nobody has seen.

    `direct_purchase_special` is the limit for special services (annex 2) where it is another than the general one.
    """

    valid_from: date
    goods_services: Amount | None = None
    works: Amount | None = None
    special_services: Amount | None = None
    direct_purchase: Amount | None = None
    direct_purchase_special: Amount | None = None
    valid_to: date | None = None
    source: str = ""

    @property
    def ends_on(self) -> date:
        """The row's last day: the one it states, else the end of its two-year period (2024 and 2025 are one)."""
        return self.valid_to or date(self.valid_from.year + 1 - self.valid_from.year % 2, 12, 31)

    def threshold(self, kind: str) -> Amount | None:
        """The EU threshold for what is bought (5 kap. 1 § LOU)."""
        amounts = {PurchaseKind.WORKS: self.works, PurchaseKind.SPECIAL_SERVICES: self.special_services}
        return amounts.get(kind, self.goods_services) if kind else None

    def direct_limit(self, kind: str) -> Amount | None:
        """The value under which direct purchase is allowed (19 a kap. 2 § LOU)."""
        if kind == PurchaseKind.SPECIAL_SERVICES and self.direct_purchase_special is not None:
            return self.direct_purchase_special
        return self.direct_purchase


@dataclass(frozen=True, slots=True)
class RegimeResult:
    """`row`, `threshold` and `direct_limit` are what was compared with, None when missing.

    `legal_basis` is the paragraph a social requirement rests on, empty while the regime is unknown. `explanation` is
    a Swedish text for a person.
    """

    regime: Regime
    row: ThresholdRow | None
    threshold: Amount | None
    direct_limit: Amount | None
    legal_basis: str
    explanation: str


_SFS_19A_2 = "19 a kap. 2 § LOU"
SHIPPED_ROWS: tuple[ThresholdRow, ...] = (
    ThresholdRow(date(2016, 1, 1), 1_910_323, 47_758_068, None, 534_890, source="SFS 2016:14"),
    ThresholdRow(date(2018, 1, 1), 2_096_097, 52_620_561, 7_113_450, 586_907, source="SFS 2018:34"),
    # The special limit of 2020 was for welfare services, the most of annex 2 that a municipality buys.
    ThresholdRow(date(2020, 1, 1), 2_197_545, 54_938_615, 7_701_675, 615_312, 2_156_469, source="SFS 2020:8"),
    ThresholdRow(
        date(2022, 1, 1), 2_236_731, 55_991_099, 7_802_550, 626_284, valid_to=date(2022, 1, 31), source="SFS 2022:190"
    ),
    ThresholdRow(
        date(2022, 2, 1), 2_236_731, 55_991_099, 7_802_550, 700_000, 7_802_550, source=f"SFS 2022:190, {_SFS_19A_2}"
    ),
    ThresholdRow(
        date(2024, 1, 1), 2_389_585, 59_880_179, 8_109_450, 700_000, 8_109_450, source=f"SFS 2024:30, {_SFS_19A_2}"
    ),
    # The thresholds of 2026 were not found in any source; the limit for direct purchase stands in the law itself.
    ThresholdRow(date(2026, 1, 1), direct_purchase=700_000, source=_SFS_19A_2),
)


def row_on(on: date, rows: Iterable[ThresholdRow] = SHIPPED_ROWS) -> ThresholdRow | None:
    """The row that counts on the day: the latest begun, unless it has ended. Of two of the same day the last given."""
    begun = [row for row in rows if row.valid_from <= on]
    latest = max(reversed(begun), key=lambda row: row.valid_from, default=None)
    return latest if latest and on <= latest.ends_on else None


def regime(value: Amount | None, kind: str, on: date, rows: Iterable[ThresholdRow] = SHIPPED_ROWS) -> RegimeResult:
    """The regime of a procurement worth `value` kronor (without VAT, options included: 5 kap. 3 § LOU) on a day.

    "Understiger" is strictly less, so a value equal to a limit has reached it (1 kap. 4 §, 19 a kap. 2 § LOU). What
    the table cannot answer is `Regime.UNKNOWN` with an explanation, never a guess. Special services (annex 2) follow
    19 kap. whatever their value, so their requirements never rest on 17 kap. (1 kap. 4 § third paragraph).

    Raises ValueError with a Swedish sentence for a negative value.
    """
    if value is not None and value < 0:
        raise ValueError(f"Värdet {money(value)} är negativt. Ange upphandlingens värde utan moms, minst 0 kronor.")
    row = row_on(on, rows)
    threshold, direct_limit = (row.threshold(kind), row.direct_limit(kind)) if row else (None, None)
    found = _compare(value, threshold, direct_limit)
    basis = LEGAL_BASIS[found]
    if kind == PurchaseKind.SPECIAL_SERVICES and found == Regime.ABOVE_THRESHOLD:
        basis = LEGAL_BASIS[Regime.BELOW_THRESHOLD]
    explanation = _missing(value, kind, on, row) if found == Regime.UNKNOWN else _found(found, value, kind, row)
    return RegimeResult(found, row, threshold, direct_limit, basis, explanation)


def _compare(value: Amount | None, threshold: Amount | None, direct_limit: Amount | None) -> Regime:
    if value is None:
        return Regime.UNKNOWN
    if direct_limit is not None and value < direct_limit:
        return Regime.DIRECT
    if threshold is None:
        return Regime.UNKNOWN
    if value >= threshold:
        return Regime.ABOVE_THRESHOLD
    return Regime.UNKNOWN if direct_limit is None else Regime.BELOW_THRESHOLD


def _found(found: Regime, value: Amount, kind: str, row: ThresholdRow) -> str:
    direct, threshold = money(row.direct_limit(kind)), money(row.threshold(kind))
    if found == Regime.DIRECT:
        return f"Värdet {money(value)} understiger gränsen för direktupphandling, {direct} (19 a kap. 2 § LOU)."
    what = PurchaseKind(kind).label
    if found == Regime.BELOW_THRESHOLD:
        return (
            f"Värdet {money(value)} når gränsen för direktupphandling, {direct}, men understiger tröskelvärdet för "
            f"{what}, {threshold}. 19 kap. LOU gäller (1 kap. 4 § LOU)."
        )
    reached = f"Värdet {money(value)} når tröskelvärdet för {what}, {threshold} (5 kap. 1 § LOU)."
    if kind == PurchaseKind.SPECIAL_SERVICES:
        return f"{reached} Sådana tjänster upphandlas ändå enligt 19 kap. LOU (1 kap. 4 § LOU)."
    return reached


def _missing(value: Amount | None, kind: str, on: date, row: ThresholdRow | None) -> str:
    if row is None:
        return f"Tröskelvärde saknas för {on}: ingen rad i tabellen gäller den dagen. Lägg till tröskelvärden."
    if value is None:
        return "Ange upphandlingens värde, så visas om det når tröskelvärdet."
    if not kind:
        return "Ange vad som köps, varor, tjänster eller byggentreprenad: tröskelvärdet beror på det."
    what = PurchaseKind(kind).label
    if row.threshold(kind) is None:
        limit = row.direct_limit(kind)
        reached = "" if limit is None else f" Värdet {money(value)} når gränsen för direktupphandling, {money(limit)}."
        return f"Tröskelvärde saknas för {what} {on}.{reached} Lägg till tröskelvärden."
    return f"Gränsen för direktupphandling av {what} saknas för {on}. Lägg till tröskelvärden."
