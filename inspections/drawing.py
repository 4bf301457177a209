"""随机抽取的算法: digest, seed and selection as anyone can repeat them; no database, no clock.

Before the draw the digest of the frozen lists and the rule is published. The seed joins three
things of which nobody has all: that digest (the bureau's), the contribution (the witness's, given
while the public number does not exist yet) and the public number (nobody's). The same seed always
gives the same result. `data/verify_draw.py` repeats all of this in thirty lines for strangers.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import NamedTuple

SCRIPT = Path(__file__).parent / "data" / "verify_draw.py"
PARTS = {  # of what is frozen, each with a digest of its own, so that a change is found by name
    "notice": "公示事项",
    "units": "单位名单",
    "officers": "执法人员名单",
    "rule": "抽取规则",
}
SPAN = 2**256  # of the numbers of the stream


class Malformed(ValueError):
    """The file is not the record of a draw; the message is for the person."""


class Pick(NamedTuple):
    """One choice: which place (from 0) of how many that were left, and the entry that stood there.

    `entry` counts from 1 as the lists do; `unit` is 0 for the choice of a unit, else for which of
    the drawn units an officer was chosen.
    """

    unit: int
    place: int
    of: int
    entry: int


class Check(NamedTuple):
    """One thing that was computed anew, beside what the record says of it."""

    label: str
    stated: str
    computed: str

    @property
    def holds(self) -> bool:
        return self.stated == self.computed


def canonical(value) -> str:
    """The one way in which a value is written before its digest is taken."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def part_digests(frozen: dict) -> dict[str, str]:
    return {name: sha256(canonical(frozen[name])) for name in PARTS}


def digest(frozen: dict) -> str:
    """What is published before the draw: one digest over those of the four parts."""
    return sha256(canonical(part_digests(frozen)))


def seed(number: str, contribution: str, published: str) -> str:
    """The three on lines of their own, so that no two joinings read alike."""
    return sha256(f"{number}\n{contribution}\n{published}")


def stream(seed: str) -> Iterator[int]:
    """Numbers below SPAN without end, all from the seed."""
    return (int(sha256(f"{seed}:{place}"), 16) for place in count())


def below(numbers: Iterator[int], limit: int) -> int:
    """The next number below `limit`; what would favour the low ones is passed over."""
    fair = SPAN - SPAN % limit
    return next(number for number in numbers if number < fair) % limit


def picks(rule: dict, units: Sequence, officers: Sequence, seed: str) -> Iterator[Pick]:
    """Every choice in order: first the units, then the officers of each, none twice."""
    numbers = stream(seed)
    drawn = list(_shuffled(numbers, len(units), rule["units"], 0))
    yield from drawn
    for unit in drawn:
        yield from _shuffled(numbers, len(officers), rule["officers"], unit.entry)


def _shuffled(numbers: Iterator[int], size: int, wanted: int, unit: int) -> Iterator[Pick]:
    """The first `wanted` places of a Fisher–Yates shuffle of 1 … size."""
    entries = list(range(1, size + 1))
    for start in range(wanted):
        place = start + below(numbers, size - start)
        entries[start], entries[place] = entries[place], entries[start]
        yield Pick(unit, place - start, size - start, entries[start])


def draw(frozen: dict, seed: str) -> list[dict]:
    """The result: each drawn unit with its officers, as their places in the lists."""
    made = list(picks(frozen["rule"], frozen["units"], frozen["officers"], seed))
    return [
        {"unit": drawn.entry, "officers": [pick.entry for pick in made if pick.unit == drawn.entry]}
        for drawn in made
        if not drawn.unit
    ]


def check(record: dict) -> list[Check]:
    """Compute all that a record states anew; before the draw that is the digests alone.

    Raises Malformed when something a record must have is missing or of another kind.
    """
    try:
        return list(_checks(record))
    except (KeyError, TypeError, AttributeError, IndexError, ZeroDivisionError) as fault:
        raise Malformed("文件不是随机抽取的记录，或者缺少内容，请重新下载。") from fault


def _checks(record: dict) -> Iterator[Check]:
    frozen = record["frozen"]
    for name, found in part_digests(frozen).items():
        yield Check(PARTS[name], record["parts"][name], found)
    published = record["digest"]
    yield Check("公示的摘要", published, sha256(canonical(record["parts"])))
    if record["seed"]:
        found = seed(record["number"], record["contribution"], published)
        yield Check("种子", record["seed"], found)
        made = draw(frozen, record["seed"])
        yield Check("抽取结果", canonical(record["result"]), canonical(made))
