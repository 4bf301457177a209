"""新的事实: what was found after a notice and weighs in the figure now (行政处罚法第四十四条)."""

from penalties.discretion import LOWER, MIDDLE, UPPER
from penalties.discretion.weighing import AGGRAVATE, TOP
from penalties.models import Assessment, Case


def heavier(case: Case, told: Assessment, made: Assessment, since) -> bool:
    """Whether a fact that weighs against the party rests on evidence obtained after `since`.

    Evidence alone is no fact: it has to be weighed in `made` and not already in what was `told`.
    """
    rows = case.evidence.filter(excluded_on=None, obtained_on__gt=since)
    new = set(rows.values_list("position", flat=True))
    before = {_same(fact["text"]) for fact in told.snapshot.get("facts", ())}
    facts = made.snapshot.get("facts", ())
    if any(_weighs(fact, new) and _same(fact["text"]) not in before for fact in facts):
        return True
    known = told.snapshot.get("weights", {})
    weights = made.snapshot.get("weights", {})
    return any(
        new.intersection(row["evidence"]) and row["level"] != known.get(name, {}).get("level")
        for name, row in weights.items()
    )


def _same(text: str) -> str:
    return "".join(text.split())


def _weighs(fact: dict, new: set[int]) -> bool:
    against = (
        fact["effect"] in (AGGRAVATE, TOP)
        or (fact["tier"] in (MIDDLE, UPPER) and fact["shown"])
        or (fact["tier"] == LOWER and not fact["shown"])
    )
    return against and bool(new.intersection(fact["evidence"]))
