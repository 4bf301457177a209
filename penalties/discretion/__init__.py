"""裁量: from the facts shown to a tier, a band and a figure, with every reason in words.

Plain values in, plain values out; nothing here reads the database. The arithmetic is that of the
benchmark's rule set (R30: the lower 30 % and the upper 30 % of the statutory range) or of its
weights; which way a case may go is 行政处罚法第三十条至第三十三条、第四十九条 and the benchmark.
Pages, command, Excel and validator read one document of a benchmark (docs/discretion.md).
"""

from penalties.discretion.answers import answer
from penalties.discretion.arithmetic import bands, suggest
from penalties.discretion.checks.against_law import clause_of
from penalties.discretion.checks.findings import PARTIES
from penalties.discretion.document import read as read_scheme
from penalties.discretion.matters import read_cases
from penalties.discretion.objections import Objection, objection
from penalties.discretion.reading import DataFault
from penalties.discretion.scheme import Scheme
from penalties.discretion.terms import (
    GRADED,
    LOWER,
    MAY_WAIVE,
    MIDDLE,
    MITIGATED,
    NO_PENALTY,
    TITLES,
    TRANSFER,
    UPPER,
    Band,
    DiscretionError,
    Fact,
    Reason,
    Result,
    Rounding,
    Rules,
)
from penalties.discretion.weighing import assess

__all__ = [
    "GRADED",
    "LOWER",
    "MAY_WAIVE",
    "MIDDLE",
    "MITIGATED",
    "NO_PENALTY",
    "PARTIES",
    "TITLES",
    "TRANSFER",
    "UPPER",
    "Band",
    "DataFault",
    "DiscretionError",
    "Fact",
    "Objection",
    "Reason",
    "Result",
    "Rounding",
    "Rules",
    "Scheme",
    "answer",
    "assess",
    "bands",
    "clause_of",
    "objection",
    "read_cases",
    "read_scheme",
    "suggest",
]
