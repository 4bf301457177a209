"""How likely a fair draw is to have given such counts."""

from collections import Counter
from math import exp, log


def chance(counts: Counter, size: int) -> float:
    """p of the chi-square test against equal chances; exact where `size` is odd."""
    expected = counts.total() / size
    half = sum((counts[no] - expected) ** 2 for no in range(1, size + 1)) / expected / 2
    term = total = exp(-half)
    for step in range(1, (size - 1) // 2):
        term *= half / step
        total += term
    return total


def joined(chances: list[float]) -> float:
    """Fisher's rule: p of several independent tests of the same thing taken together."""
    half = -sum(log(max(p, 1e-300)) for p in chances)
    term = total = exp(-half)
    for step in range(1, len(chances)):
        term *= half / step
        total += term
    return total


def verdict(*samples: dict[str, float]) -> float:
    """The chance, at most, that a fair draw looks as uneven as these samples taken together.

    The samples come from seeds that share nothing, so at each position their p are joined by
    Fisher's rule. The positions depend on one another: of them the least p counts, times their
    number (Bonferroni), which holds whatever the dependence. Judged against SELDOM, a fair draw
    is called unfair once in a thousand times at most.
    """
    positions = samples[0].keys()
    return len(positions) * min(joined([found[what] for found in samples]) for what in positions)


def low(found: dict[str, float], limit: float) -> dict[str, float]:
    return {what: p for what, p in found.items() if p <= limit}
