"""疑似重复: units of one register whose names are almost the same."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache
from math import ceil

ALIKE = 0.85  # of 1; found by trying names of bureaus, schools and firms
LEGAL_FORM = re.compile("(股份|责任|有限)+公司$|集团$|人民政府")
TELLING = set("一二三四五六七八九十零〇东南西北中上下前后新老甲乙丙丁0123456789")


@lru_cache(maxsize=32_768)
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


def among(name: str, names: Iterable[str]) -> list[str]:
    return [other for other in names if alike(name, other)]


class Names:
    """A long list of names, in which those that are alike are found without comparing all.

    Two alike names have the same TELLING signs, and share so many signs that, with the rare ones
    first, the beginnings of both (`_keys`) have one in common.
    """

    def __init__(self, names: Iterable[str]):
        self.names = list(names)
        signs = [_signs(plain(name)) for name in self.names]
        self.often = Counter(sign for each in signs for sign in each)
        self.keys = [self._keys(each) for each in signs]
        self.sizes = [len(each) for each in signs]
        bits = {sign: 1 << place for place, sign in enumerate(self.often)}
        self.masks = [sum(bits[sign] for sign in each) for each in signs]
        self.places = defaultdict(list)
        for place, keys in enumerate(self.keys):
            for key in keys:
                self.places[key].append(place)

    def _keys(self, signs: list[tuple]) -> list[tuple]:
        telling = "".join(sorted(sign for sign, _ in signs if sign in TELLING))
        shared = ceil(ALIKE / (2 - ALIKE) * len(signs))
        rarest = sorted(signs, key=lambda sign: (self.often[sign], sign))
        return [(telling, *sign) for sign in rarest[: len(signs) - shared + 1]]

    def before(self, place: int) -> list[int]:
        """The places of the names before the one at `place` that are like it, in order."""
        met = {other for key in self.keys[place] for other in self.places[key] if other < place}
        near = (other for other in sorted(met) if self._may_be(place, other))
        return [other for other in near if alike(self.names[place], self.names[other])]

    def _may_be(self, place: int, other: int) -> bool:
        """Whether so few signs stand in one alone that the two can be alike; quick."""
        apart = (self.masks[place] ^ self.masks[other]).bit_count()
        return apart <= (1 - ALIKE) * (self.sizes[place] + self.sizes[other]) + 1e-9


def _signs(text: str) -> list[tuple[str, int]]:
    """The signs of a name, each with how often it has come before."""
    seen = Counter()
    found = []
    for sign in text:
        found.append((sign, seen[sign]))
        seen[sign] += 1
    return found


def pairs(units) -> list[tuple]:
    """Every two of `units` that may be one."""
    units = list(units)
    names = Names(unit.party.name for unit in units)
    return [
        (units[other], unit) for place, unit in enumerate(units) for other in names.before(place)
    ]
