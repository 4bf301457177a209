"""问题页面: what rooms that know more of a problem add to its page; none of them is known here."""

from collections.abc import Callable
from typing import NamedTuple

from inspections.models import Finding


class Line(NamedTuple):
    """Something that was done about a problem elsewhere."""

    label: str
    url: str
    note: str


_readers: dict[str, Callable[[Finding, object], list[Line]]] = {}


def register(title: str, read: Callable[[Finding, object], list[Line]]) -> None:
    """`read(finding, user)` gives the lines of the section `title`; none leaves it out."""
    _readers[title] = read


def sections_for(finding: Finding, user) -> list[tuple[str, list[Line]]]:
    found = [(title, read(finding, user)) for title, read in _readers.items()]
    return [(title, lines) for title, lines in found if lines]
