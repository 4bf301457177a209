"""The items of the evaluation as data: kind, points, from which stage on, basis and mark."""

import csv
from pathlib import Path
from typing import NamedTuple

from penalties.evaluation.records import Records, Stage

DATA = Path(__file__).parents[1] / "data" / "evaluation.csv"
SOURCE = "评查项目和分值为本系统建议，法条为依据；上级公布评查标准后以其为准"


class Rule(NamedTuple):
    """One item: a veto, or so many points of the hundred."""

    code: str
    veto: bool
    points: int
    title: str
    way: str  # any, ordinary, spot, penalty
    since: Stage
    basis: str
    mark: str
    page: str  # where the gap is closed: a page of the case, `paper:<kind>`, or nowhere

    def asked(self, records: Records) -> bool:
        """Whether the case has come so far, and goes that way, that this is asked of it."""
        ways = {
            "ordinary": not records.on_the_spot and records.penalised,
            "spot": records.on_the_spot,
            "penalty": records.penalised,
        }
        return records.stage >= self.since and ways.get(self.way, True)


def _rule(row: dict[str, str]) -> Rule:
    return Rule(
        row["code"], row["kind"] == "veto", int(row["points"]), row["title"], row["way"],
        Stage[row["since"].upper()], row["basis"], row["mark"], row["page"],
    )  # fmt: skip


with DATA.open(encoding="utf-8", newline="") as _file:
    RULES = tuple(map(_rule, csv.DictReader(_file)))
