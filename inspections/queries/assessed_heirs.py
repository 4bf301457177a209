"""For whom a record counts in the 考核: for its unit, or for those whom the unit came to (承继)."""

from collections import defaultdict
from collections.abc import Iterable
from fractions import Fraction

from inspections.queries.score_parts import Detail
from units.models import Unit
from units.queries import lineages

Judged = tuple[Unit, tuple[Fraction, Detail]]  # one record: its unit, what it brings


class Heirs:
    """The units that are assessed, and those that came to them."""

    def __init__(self, units: Iterable[Unit]):
        self.of = {unit.pk: [unit.pk] for unit in units}
        for heir, left in lineages(list(self.of)).items():
            for key in left:
                self.of.setdefault(key, []).append(heir)

    @property
    def keys(self) -> list[int]:
        """Of all units whose records count."""
        return list(self.of)

    def shared(self, rows, unit_of=lambda row: row.unit) -> dict[int, list]:
        """Key of each heir → its rows, in their order."""
        found = defaultdict(list)
        for row in rows:
            for heir in self.of[unit_of(row).pk]:
                found[heir].append(row)
        return found

    def own_first(self, rows) -> dict[int, list]:
        """The same; what came to a unit counts only where there is nothing of its own."""
        own = {}
        for heir, found in self.shared(rows).items():
            own[heir] = [row for row in found if row.unit_id == heir] or found
        return own

    def means(self, judged: Iterable[Judged]) -> dict[int, tuple[Fraction, list[Detail]]]:
        by_heir = self.shared(judged, lambda row: row[0])
        return {heir: mean(heir, rows) for heir, rows in by_heir.items()}


def mean(heir: int, judged: list[Judged]) -> tuple[Fraction, list[Detail]]:
    shares = [share for _, (share, _) in judged]
    return sum(shares) / len(shares), [told(heir, unit, said) for unit, (_, said) in judged]


def told(heir: int, unit: Unit, said: Detail) -> Detail:
    """The detail; it names the unit where that is not the one that is assessed."""
    return said if unit.pk == heir else said._replace(words=f"承继的{unit}：{said.words}")
