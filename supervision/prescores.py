"""预评: what the system sees of a case file by itself, item by item; a person decides.

Each app that knows more of a case registers its own function for the code of an item.
"""

from collections.abc import Callable
from typing import NamedTuple

from archives_enforcement.archiving.arranging import arrange
from penalties.models import Case, Review
from penalties.queries import papers


class Prescore(NamedTuple):
    """What is proposed to be taken off (of a veto: 1), and why."""

    lost: int
    why: str


pre_scores: dict[str, Callable[[Case], Prescore | None]] = {}
EACH_MISSING = 2  # points for each paper that the file lacks


def register(code: str, function: Callable[[Case], Prescore | None]) -> None:
    """`function(case)` proposes for the item `code`; None where it cannot tell."""
    pre_scores[code] = function


def officers(case: Case) -> Prescore:
    count = case.officers.values("user").distinct().count()
    return Prescore(int(count < 2), f"承办人员{count}名。")


def told(case: Case) -> Prescore | None:
    """A penalty on the spot is told by word of mouth: nothing to be seen here."""
    if case.on_the_spot or papers.decision(case) is None:
        return None
    notice = papers.issued(case, papers.NOTICE)
    return Prescore(int(notice is None), f"有{notice.number}。" if notice else "没有事先告知书。")


def reviewed(case: Case) -> Prescore | None:
    if papers.decision(case) is None or case.on_the_spot:
        return None
    passed = case.reviews.filter(outcome=Review.Outcome.PASSED).exists()
    return Prescore(int(not passed), "法制审核已通过。" if passed else "没有通过法制审核的记录。")


def file(case: Case) -> Prescore:
    lacking = [row.what for row in arrange("case", case).missing]
    why = f"缺少{'、'.join(lacking)}。" if lacking else "应有的材料都在。"
    return Prescore(EACH_MISSING * len(lacking), why)


for code, function in (
    ("officers", officers), ("told", told), ("reviewed", reviewed), ("file", file),
):  # fmt: skip
    register(code, function)
