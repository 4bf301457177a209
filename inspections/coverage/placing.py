"""Half-days and officers for picked visits: urgent ones soon, the others spread over the time."""

from collections import Counter

from inspections.coverage.drafts import Pick
from inspections.coverage.facts import HalfDay, Situation


class Diary:
    """How many teams each half-day still has, and who goes."""

    def __init__(self, situation: Situation):
        self.half_days = situation.half_days
        self.free = {
            half_day: [man for man in situation.officers if half_day not in man.away]
            for half_day in self.half_days
        }
        self.teams = {half_day: len(men) // 2 for half_day, men in self.free.items()}
        self.load: Counter[int] = Counter()
        self.seen: dict[HalfDay, set[int]] = {half_day: set() for half_day in self.half_days}
        for visit in situation.visits:
            if visit.needs_team:
                self._set_aside(visit.half_day, visit.month)

    def _set_aside(self, half_day: HalfDay | None, month: int | None) -> None:
        """A team for a visit that is planned already and has no officers yet."""
        possible = [half_day] if half_day else [day for day in self.teams if day.day.month == month]
        best = max(possible, key=lambda day: self.teams.get(day, 0), default=None)
        if self.teams.get(best):
            self.teams[best] -= 1

    @property
    def capacity(self) -> int:
        return sum(self.teams.values())

    def place(self, units: list[int | None], soon: int = 0) -> list[HalfDay] | None:
        """A half-day for each: the first `soon` at once, the others in that order spread evenly.

        None when there is no way.
        """
        return self._spread(units, soon) or self._tightest(units)

    def _spread(self, units: list[int | None], soon: int) -> list[HalfDay] | None:
        left, found = dict(self.teams), []
        held = {half_day: set() for half_day in self.half_days}
        for number, unit in enumerate(units):
            start = 0 if number < soon else number * len(self.half_days) // len(units)
            order = (*self.half_days[start:], *reversed(self.half_days[:start]))
            day = next((day for day in order if left[day] and unit not in held[day]), None)
            if day is None:
                return None
            self._take(day, unit, left, held)
            found.append(day)
        return found

    def _tightest(self, units: list[int | None]) -> list[HalfDay] | None:
        """Who has most visits first, each into the emptiest half-days: fails only if all do."""
        left, found = dict(self.teams), {}
        held = {half_day: set() for half_day in self.half_days}
        times = Counter(unit for unit in units if unit is not None)
        order = sorted(range(len(units)), key=lambda at: -times.get(units[at], 0))
        for at in order:
            open_days = [day for day in left if left[day] and units[at] not in held[day]]
            if not open_days:
                return None
            day = max(open_days, key=left.get)
            self._take(day, units[at], left, held)
            found[at] = day
        return [found[at] for at in range(len(units))]

    @staticmethod
    def _take(day: HalfDay, unit: int | None, left: dict, held: dict) -> None:
        left[day] -= 1
        if unit is not None:
            held[day].add(unit)

    def team(self, half_day: HalfDay) -> tuple[int, ...]:
        """The two who are free then and have gone least so far."""
        free = sorted(self.free[half_day], key=lambda man: (self.load[man.key], man.key))[:2]
        for man in free:
            self.free[half_day].remove(man)
            self.load[man.key] += 1
        return tuple(man.key for man in free)


def pressing(picks: list[Pick]) -> int:
    """How many of the picks in order cannot wait: the first visit to each urgent unit."""
    return len({pick.unit.key for pick in picks if pick.unit.urgent})


def in_order(picks: list[Pick]) -> list[Pick]:
    """Urgent ones first; the second visit to a unit comes after everybody's first."""
    seen: Counter[int] = Counter()
    ranked = []
    for number, pick in enumerate(picks):
        seen[pick.unit.key] += 1
        ranked.append((not pick.unit.urgent, seen[pick.unit.key], number, pick))
    return [row[-1] for row in sorted(ranked, key=lambda row: row[:-1])]
