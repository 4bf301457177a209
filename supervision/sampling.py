"""抽取检查和案件: anyone repeats it from the digest of the pool and the witness's number."""

from collections.abc import Sequence

from inspections.drawing import below, canonical, seed, sha256, stream


def digest_of(pool: dict) -> str:
    """What is fixed before the witness gives his number: every check and case of the period."""
    return sha256(canonical(pool))


def picked(pool: dict, wanted: dict[str, int | None], contribution: str) -> dict[str, list[int]]:
    """Which keys are drawn of each list, in the order of the draw; None takes the whole list."""
    numbers = stream(seed("", contribution, digest_of(pool)))
    return {name: list(_some(rows, wanted[name], numbers)) for name, rows in sorted(pool.items())}


def _some(rows: Sequence, wanted: int | None, numbers):
    """The first places of a Fisher–Yates shuffle; `numbers` goes on from list to list."""
    keys = [key for key, _ in rows]
    if wanted is None:
        yield from keys
        return
    for start in range(min(wanted, len(keys))):
        place = start + below(numbers, len(keys) - start)
        keys[start], keys[place] = keys[place], keys[start]
        yield keys[start]
