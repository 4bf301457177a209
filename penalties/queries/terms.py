"""The two terms that a notice of penalty opens, and whether one of them still runs."""

from collections.abc import Callable, Container
from datetime import date
from typing import NamedTuple

from archives_enforcement.workdays.models import Deadline
from penalties.models import Statement
from penalties.queries.papers import HEARING_CLOCK, STATEMENT_CLOCK

Kind = Statement.Kind
TERMS = ((STATEMENT_CLOCK, Kind.STATEMENT), (HEARING_CLOCK, Kind.HEARING))


class Running(NamedTuple):
    """A right that is neither used nor given up, and the clock of its term (None: not begun)."""

    right: Kind
    clock: Deadline | None


def running(
    said: Container[str], clock_of: Callable[[str], Deadline | None], on: date, *, may_ask: bool
) -> Running | None:
    """The first right the party may still use on `on` (行政处罚法第六十二条, 第六十四条).

    `said` are the kinds of what the party said since the notice; a waiver ends both terms.
    `may_ask` says whether the notice told of a hearing.
    """
    if Kind.WAIVER in said:
        return None
    for code, right in TERMS if may_ask else TERMS[:1]:
        clock = clock_of(code)
        if right not in said and (clock is None or on <= clock.due_on):
            return Running(right, clock)
    return None
