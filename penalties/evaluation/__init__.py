"""案卷评查: veto items and points of a case file, told from plain data alone.

`evaluate(records, on)` is a pure function over the records of one case; whoever scores a file
afterwards begins with what it gives.
"""

from penalties.evaluation.records import Hearing, Paper, Records, Stage, Statement
from penalties.evaluation.scoring import Gap, Score, evaluate
from penalties.evaluation.standard import RULES, Rule

__all__ = [
    "RULES", "Gap", "Hearing", "Paper", "Records", "Rule", "Score", "Stage", "Statement",
    "evaluate",
]  # fmt: skip
