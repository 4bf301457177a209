"""What of a case an evaluation looks at; no database."""

from datetime import date
from enum import IntEnum
from typing import NamedTuple


class Stage(IntEnum):
    """How far a case has come; each demand begins with one of them."""

    PENDING = 0
    FILED = 1
    CONCLUDED = 2
    PROPOSING = 3
    HEARING = 4
    REVIEWING = 5
    DECIDING = 6
    DECIDED = 7
    SERVED = 8
    CLOSED = 9


class Paper(NamedTuple):
    """An issued paper and the day its receiver had it."""

    kind: str
    issued_on: date | None
    delivered_on: date | None


class Statement(NamedTuple):
    """What the party said, and whether it was weighed and answered with reasons."""

    made_on: date
    answered: bool


class Hearing(NamedTuple):
    """A hearing the party asked for; held, or given up by absence."""

    held_on: date | None
    recorded: bool
    absent: bool


class Records(NamedTuple):
    """One case as its file shows it."""

    stage: Stage
    on_the_spot: bool
    penalised: bool  # it ends, or still goes, with a penalty
    licensed_officers: int
    in_jurisdiction: bool
    barred: bool  # discovered after the time in which it can be punished
    approved: bool
    usable_evidence: int
    evidence_without_card: tuple[str, ...]  # taken face to face without the certificate shown
    evidence_without_source: tuple[str, ...]
    open_elements: int  # not yet established; all while none is written
    elements_missing: int  # found not to be there
    reported: bool  # 调查终结报告
    papers: dict[str, Paper]
    statements: tuple[Statement, ...]
    hearings: tuple[Hearing, ...]
    reviewed: bool  # passed after the last hearing, by somebody who did not handle the case
    needs_discussion: bool
    discussed: bool
    fine: int | None
    maximum: int
    told: int | None  # the fine of which the party was last told
    sample: bool  # the figure rests on the labelled sample
    decided_by_handler: bool
    decision: str  # kind of the paper that decides
    decided_on: date | None
    decide_by: date | None
    publish_by: date | None
    published: bool
    owed: int
    closing_report: bool
    filed_above: bool  # 报备案
