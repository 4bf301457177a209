"""疑似重复: units of one register whose names are almost the same."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import combinations

ALIKE = 0.85  # of 1; found by trying names of bureaus, schools and firms
LEGAL_FORM = re.compile("(股份|责任|有限)+公司$|集团$|人民政府")
TELLING = set("一二三四五六七八九十零〇东南西北中上下前后新老甲乙丙丁0123456789")


@lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """The name without what is written now so and now otherwise: width, brackets, legal form."""
    letters = re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", name)).lower()
    return LEGAL_FORM.sub("", letters)


def alike(one: str, other: str) -> bool:
    """Whether two names may mean one unit; 第一中学 and 第二中学 do not."""
    one, other = plain(one), plain(other)
    if one == other:
        return True
    shared = 2 * (Counter(one) & Counter(other)).total()
    if shared < ALIKE * (len(one) + len(other)) or _differing(one, other) & TELLING:
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE


def _differing(one: str, other: str) -> set[str]:
    return {*(Counter(one) - Counter(other)), *(Counter(other) - Counter(one))}


def telling(name: str) -> str:
    """What tells names apart whatever else they share; names that are alike have it in common."""
    return "".join(sorted(letter for letter in plain(name) if letter in TELLING))


def among(name: str, names: Iterable[str]) -> list[str]:
    return [other for other in names if alike(name, other)]


def pairs(units) -> list[tuple]:
    """Every two of `units` that may be one."""
    return [(a, b) for a, b in combinations(units, 2) if alike(a.party.name, b.party.name)]
