"""Filling a draft: first what each unit is owed, then the shares, or the reason why it fails."""

from inspections.coverage.drafts import Draft
from inspections.coverage.facts import ANY, DAILY, RANDOM, SPECIAL, Rule


class Failed(Exception):
    """No draft under this order; the message is for the person."""


def fill(draft: Draft, rules: list[Rule], order) -> None:
    for rule in sorted(rules, key=lambda rule: rule.kind == ANY):
        for unit in draft.owed(rule) if rule.unit_min else ():
            while draft.counted[rule.key].get(unit.key, 0) < rule.unit_min:
                if not draft.pick(rule, unit):
                    raise Failed(_blocked(draft, rule, unit))
    for rule in order:
        _fill_share(draft, rule, [other for other in order if other is not rule])


def _fill_share(draft: Draft, rule: Rule, others: list[Rule]) -> None:
    if rule.kind == RANDOM:
        return _keep(draft, rule)
    while (short := draft.short(rule)) > 0:
        wanting = [other for other in others if draft.short(other) > 0]
        if not _pick_some(draft, rule, wanting):
            raise Failed(_exhausted(draft, rule, short))
    return None


def _pick_some(draft: Draft, rule: Rule, wanting: list[Rule]) -> bool:
    """Down the list of candidates until the rule has enough, or another one of `wanting` has."""
    picked = False
    for unit in draft.candidates(rule, wanting):
        if draft.pick(rule, unit):
            picked = True
            if draft.short(rule) <= 0 or any(draft.short(other) <= 0 for other in wanting):
                break
    return picked


def _keep(draft: Draft, rule: Rule) -> None:
    """Half-days for a draw: whom it will bring nobody may say."""
    short = draft.short(rule)
    if short <= 0:
        return
    found = draft.counted[rule.key]
    able = [
        unit
        for unit in draft.members[rule.key]
        if unit.key not in found and None in map(draft.barrier, (unit, unit), (DAILY, SPECIAL))
    ]
    if len(able) < short:
        raise Failed(_exhausted(draft, rule, short - len(able)))
    draft.kept[rule.key] = draft.kept.get(rule.key, 0) + short
    for limit in draft.situation.rules:
        allowed = draft.most[limit.key]
        drawn = draft.drawn(limit)
        if allowed is not None and drawn and draft.covered[limit.key] + drawn > allowed:
            raise Failed(f"随机抽取 {short} 个单位会超过“{limit.title}”的上限 {allowed} 个。")


def _blocked(draft: Draft, rule: Rule, unit) -> str:
    limit = draft.barrier(unit, DAILY if rule.kind == ANY else rule.kind)
    return f"{unit.name}不能再检查：受“{limit.title}”的上限限制。"


def _exhausted(draft: Draft, rule: Rule, short: int) -> str:
    kind = DAILY if rule.kind in (ANY, RANDOM) else rule.kind
    limits = {
        limit.title
        for unit in draft.members[rule.key]
        if unit.key not in draft.counted[rule.key] and (limit := draft.barrier(unit, kind))
    }
    if limits:
        return (
            f"还差 {short} 个单位，其余单位受{'、'.join(map('“{}”'.format, sorted(limits)))}限制。"
        )
    return f"还差 {short} 个单位，范围内没有别的单位。"
