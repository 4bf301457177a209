"""The judge of a proposal: is it allowed, does it meet what it says, could it have met more.

It counts for itself and knows nothing of how the proposal came about. That a rule cannot be met is
proved by counting: so many units would have to be visited, and there are fewer, or less time.
"""

from collections import Counter
from collections.abc import Iterator

from inspections.coverage.facts import Line, Proposal, Rule, Situation
from inspections.coverage.proofs import OF_ALL_KINDS, Books


def faults(situation: Situation, proposal: Proposal) -> list[str]:
    """What is wrong with the proposal, in words; empty for a good one."""
    return list(Judge(situation, proposal).faults())


class Judge:
    def __init__(self, situation: Situation, proposal: Proposal):
        self.situation, self.proposal = situation, proposal
        self.books = Books(situation)
        self.units = {unit.key: unit for unit in situation.units}
        self.named = {row.rule for row in proposal.unmet}

    def faults(self) -> Iterator[str]:
        yield from self._impossible_lines()
        yield from self._limits_passed()
        asking = [rule for rule in self.situation.rules if rule.min_share or rule.unit_min]
        met = [rule for rule in asking if self.is_met(rule, self.proposal.lines)]
        for rule in asking:
            if rule in met and rule.key in self.named:
                yield f"{rule.title}: named as impossible, yet met"
            if rule not in met and rule.key not in self.named:
                yield f"{rule.title}: neither met nor named"
        for rule in asking:
            left = rule not in met and rule.key in self.named
            if left and not self.books.cannot([*met, rule]):
                yield f"{rule.title}: nothing proves that it could not have been met as well"
        yield from self._needless(met)

    # Each line for itself

    def _impossible_lines(self) -> Iterator[str]:
        busy = Counter()
        for line in self.proposal.lines:
            if line.half_day not in self.situation.half_days:
                yield f"{line}: no half-day of the bureau"
            if line.unit is None:
                continue
            if line.unit not in self.units or line.kind not in OF_ALL_KINDS:
                yield f"{line}: no such unit or kind"
            if len(set(line.officers)) != 2:
                yield f"{line}: not two officers"
            busy.update((who, line.half_day) for who in line.officers)
            busy[f"unit {line.unit}", line.half_day] += 1
        yield from (f"{who} twice at {when}" for (who, when), times in busy.items() if times > 1)
        yield from self._absent()

    def _absent(self) -> Iterator[str]:
        away = {man.key: man.away for man in self.situation.officers}
        for line in self.proposal.lines:
            for who in line.officers:
                if who not in away or line.half_day in away[who]:
                    yield f"{line}: officer {who} cannot go"
        for half_day, lines in self._by_half_day().items():
            if len(lines) > self.books.teams(half_day):
                yield f"{half_day}: more visits than teams"

    def _by_half_day(self) -> dict:
        found = {}
        for line in self.proposal.lines:
            found.setdefault(line.half_day, []).append(line)
        return found

    # Rules

    def reserved(self, rule: Rule) -> int:
        """Half-days kept for the draw of this rule."""
        return sum(line.unit is None and rule.key in line.asked for line in self.proposal.lines)

    def is_met(self, rule: Rule, lines: tuple[Line, ...]) -> bool:
        found = self.books.times(rule, lines)
        if any(found[unit.key] < rule.unit_min for unit in self.books.owing(rule)):
            return False
        return len(found) + self.reserved(rule) >= self.books.floor(rule)

    def _limits_passed(self) -> Iterator[str]:
        for rule in self.situation.rules:
            before, after = self.books.times(rule), self.books.times(rule, self.proposal.lines)
            for key, number in after.items():
                if rule.unit_max is not None and number > max(rule.unit_max, before[key]):
                    yield f"{rule.title}: {self.units[key].name} {number} times"
            if rule.max_share is not None:
                kept = self.reserved(rule) if rule.kind == "random" else 0
                if len(after) + kept > max(self.books.ceiling(rule), len(before)):
                    yield f"{rule.title}: {len(after)} units and {kept} to be drawn"

    def _needless(self, met: list[Rule]) -> Iterator[str]:
        """A line serves a rule that is named, or one that would not be met without it."""
        for at, line in enumerate(self.proposal.lines):
            rest = self.proposal.lines[:at] + self.proposal.lines[at + 1 :]
            if line.unit is None or self.named & set(line.asked):
                continue
            if all(self.is_met(rule, rest) for rule in met):
                yield f"{line}: nobody needs it"
