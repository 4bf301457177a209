"""What the gate decides about: measures, the clauses of law, what is given and what refused."""

from enum import StrEnum
from typing import NamedTuple


class Measure(StrEnum):
    FINE = "fine"
    WARNING = "warning"
    CONFISCATION = "confiscation"
    PURCHASE = "purchase"
    ORDER = "order"
    TALK = "talk"
    CIRCULAR = "circular"
    PROPOSAL = "proposal"
    POLICE = "police"
    SUPERVISION = "supervision"
    CUSTOMS = "customs"
    JURISDICTION = "jurisdiction"


LABELS = {
    Measure.FINE: "罚款",
    Measure.WARNING: "警告",
    Measure.CONFISCATION: "没收违法所得",
    Measure.PURCHASE: "征购",
    Measure.ORDER: "责令改正",
    Measure.TALK: "约谈",
    Measure.CIRCULAR: "工作通报",
    Measure.PROPOSAL: "处理（处分）建议",
    Measure.POLICE: "移送公安机关",
    Measure.SUPERVISION: "移送监察机关",
    Measure.CUSTOMS: "移送海关或者有关部门",
    Measure.JURISDICTION: "移送有管辖权的机关",
}


class Clause(NamedTuple):
    """One clause that lets one category of party be fined; amounts in yuan, both ends included.

    `opened_by` is what the act must be beside its elements: user (利用档案馆的档案), service_firm
    (在服务过程中), or anything else, which asks for no more.
    """

    key: object
    opened_by: str
    category: str
    offender: str
    articles: str
    kinds: tuple[str, ...]
    minimum: int
    maximum: int


class Sanction(NamedTuple):
    """处分: by which bodies, on which persons, under which articles."""

    bodies: tuple[str, ...]
    persons: tuple[str, ...]
    bases: tuple[tuple, ...]


class Provision(NamedTuple):
    """What the law says of one act: its name, the sanction and every clause with a fine."""

    title: str
    sanction: Sanction | None
    clauses: tuple[Clause, ...]


class Offer(NamedTuple):
    """A measure that the law gives, in words, with its articles."""

    measure: Measure
    text: str
    articles: str
    clause: Clause | None = None
    persons: str = ""
    body: str = ""

    @property
    def label(self) -> str:
        return LABELS[self.measure]


class Refusal(NamedTuple):
    """A measure that the law does not give: one sentence, and the article."""

    measure: Measure
    why: str
    articles: str

    @property
    def label(self) -> str:
        return LABELS[self.measure]

    @property
    def sentence(self) -> str:
        return f"{self.why}依据：{self.articles}。"


class Verdict(NamedTuple):
    """Every measure stands on one side, and only there."""

    offered: tuple[Offer, ...]
    refused: tuple[Refusal, ...]

    def offers(self, measure: Measure) -> tuple[Offer, ...]:
        return tuple(row for row in self.offered if row.measure == measure)

    @property
    def reasons(self) -> dict[tuple[str, str], list[str]]:
        """Why and article → the labels of all measures refused for that."""
        found: dict[tuple[str, str], list[str]] = {}
        for row in self.refused:
            found.setdefault((row.why, row.articles), []).append(row.label)
        return found

    def refusal(self, measure: Measure) -> Refusal | None:
        return next((row for row in self.refused if row.measure == measure), None)
