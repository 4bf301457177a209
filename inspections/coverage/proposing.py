"""方案: visits, half-days and officers that meet all rules that can be met together.

Greedy: rules are taken in one by one, law first and then the ones that cost fewest visits, each as
long as there is a draft that meets it together with those taken in before. A rule that is not
taken in is named with the reason, and gets what time is left over.
"""

from collections.abc import Iterator
from itertools import islice, permutations

from inspections.coverage.counting import counts, tally
from inspections.coverage.drafts import Draft
from inspections.coverage.facts import (
    ANY,
    RANDOM,
    Line,
    Proposal,
    Rule,
    Situation,
    Unmet,
)
from inspections.coverage.filling import Failed, fill
from inspections.coverage.placing import Diary, in_order, pressing

ORDERS = 24  # ways in which the shares are tried one after another


def propose(situation: Situation) -> Proposal:
    """The proposal for what is left of the year; the same situation always gives the same one."""
    diary = Diary(situation)
    asking = [rule for rule in situation.rules if rule.asks]
    alone = {rule.key: _best(situation, [rule], diary) for rule in asking}
    met, unmet, best = [], [], Draft(situation)
    for rule in sorted(asking, key=lambda rule: _cost(rule, alone[rule.key])):
        found = alone[rule.key]
        if not isinstance(found, Failed):
            found = _best(situation, [*met, rule], diary)
        if isinstance(found, Failed):
            unmet.append(Unmet(rule.key, str(found)))
        else:
            met.append(rule)
            best = found
    missed = [rule for rule in asking if rule not in met]
    _use_the_rest(best, met, missed, diary)
    done = {rule.key for rule in missed if best.meets(rule)}
    return Proposal(tuple(_lines(best, diary)), tuple(row for row in unmet if row.rule not in done))


def _cost(rule: Rule, found) -> tuple:
    size = found.size if isinstance(found, Draft) else 0
    return not rule.is_law, isinstance(found, Failed), size, rule.key


def _best(situation: Situation, rules: list[Rule], diary: Diary) -> Draft | Failed:
    """The first draft that meets the rules; urgent units first where that is possible."""
    first = None
    for thrifty in (False, True):
        for order in islice(permutations(_shares(rules)), ORDERS):
            draft = Draft(situation, rules, thrifty)
            try:
                fill(draft, rules, order)
                _fits(draft, rules, diary)
            except Failed as failure:
                first = first or failure
            else:
                return draft
    return first


def _shares(rules: list[Rule]) -> list[Rule]:
    """Rules with a share, those first that leave the least choice."""
    shares = [rule for rule in rules if rule.min_share]
    return sorted(shares, key=lambda rule: (rule.kind == ANY, rule.population == "all", rule.key))


def _fits(draft: Draft, rules: list[Rule], diary: Diary) -> None:
    if lost := [rule.title for rule in rules if not draft.meets(rule)]:
        raise Failed(f"与“{lost[0]}”不能同时满足。")
    if draft.size > diary.capacity:
        share = "" if len(rules) == 1 else "连同已经满足的规则"
        raise Failed(
            f"{share}需要 {draft.size} 次检查，余下 {len(diary.half_days)} 个半天按现有持证执法人员"
            f"最多安排 {diary.capacity} 次。"
        )
    if _places(draft, diary) is None:
        raise Failed("同一单位的几次检查分不到不同的半天，余下的半天太少。")


def _places(draft: Draft, diary: Diary):
    kept = [None] * sum(draft.kept.values())
    units = [pick.unit.key for pick in in_order(draft.picks)]
    return diary.place(units + kept, pressing(draft.picks))


def _use_the_rest(draft: Draft, met: list[Rule], missed: list[Rule], diary: Diary) -> None:
    """What time is left goes to the rules that cannot be met whole."""
    freed = True
    while freed:
        for rule in missed:
            _serve(draft, rule, diary)
        freed = _prune(draft, met, missed)


def _prune(draft: Draft, met: list[Rule], missed: list[Rule]) -> bool:
    """Nobody is visited without need: take off what other picks make superfluous, if anything."""
    asked, before = _asked(draft.situation), draft.size
    keys = {rule.key for rule in missed}
    for pick in reversed(list(draft.picks)):
        if not keys & set(asked(pick.unit, pick.kind)):
            draft.drop(pick)
            if not all(draft.meets(rule) for rule in met):
                draft.restore(pick)
    return draft.size < before


def _serve(draft: Draft, rule: Rule, diary: Diary) -> None:
    for unit in _lacking(draft, rule):
        if draft.size >= diary.capacity or draft.meets(rule):
            return
        if draft.pick(rule, unit) and _places(draft, diary) is None:
            draft.drop(draft.picks[-1])


def _lacking(draft: Draft, rule: Rule) -> list:
    if rule.kind == RANDOM:
        return []
    owed = {unit.key for unit in draft.owed(rule)}
    wanted = draft.short(rule) > 0
    found = [unit for unit in draft.candidates(rule, []) if wanted or unit.key in owed]
    return found + [unit for unit in draft.owed(rule) if draft.counted[rule.key].get(unit.key)]


def _lines(draft: Draft, diary: Diary) -> Iterator[Line]:
    picks = in_order(draft.picks)
    kept = [key for key, number in draft.kept.items() for _ in range(number)]
    units = [pick.unit.key for pick in picks]
    days = diary.place(units + [None] * len(kept), pressing(picks)) or []
    asked = _asked(draft.situation)
    lines = [
        Line(pick.unit.key, pick.kind, day, diary.team(day), asked(pick.unit, pick.kind))
        for pick, day in zip(picks, days, strict=False)
    ]
    lines += [
        Line(None, RANDOM, day, (), (key,))
        for key, day in zip(kept, days[len(picks) :], strict=True)
    ]
    order = {half_day: at for at, half_day in enumerate(draft.situation.half_days)}
    yield from sorted(lines, key=lambda line: order[line.half_day])


def _asked(situation: Situation):
    """For a visit, the rules that ask for it: they count it, and lacked it before."""
    before = {rule.key: tally(rule, situation.visits) for rule in situation.rules}
    still = Draft(situation)
    short = {rule.key: still.short(rule) > 0 for rule in situation.rules}
    owed = {rule.key: {unit.key for unit in still.owed(rule)} for rule in situation.rules
            if rule.unit_min}  # fmt: skip

    def asking(unit, kind: str) -> tuple[int, ...]:
        return tuple(
            rule.key
            for rule in situation.rules
            if rule.population in unit.populations
            and counts(rule, kind, False)
            and (
                unit.key in owed.get(rule.key, ())
                or (short[rule.key] and unit.key not in before[rule.key])
            )
        )

    return asking
