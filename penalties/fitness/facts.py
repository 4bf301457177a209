"""The facts that the gate asks for: twelve questions, each answered or 尚未查明."""

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import NamedTuple


class Answer(StrEnum):
    """Whether a fact holds; UNKNOWN is what nobody has found out yet."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"

    @classmethod
    def of(cls, holds: bool) -> "Answer":
        return cls.YES if holds else cls.NO


def every(*answers: Answer) -> Answer:
    """YES when all hold, NO as soon as one does not."""
    if Answer.NO in answers:
        return Answer.NO
    return Answer.UNKNOWN if Answer.UNKNOWN in answers else Answer.YES


def some(*answers: Answer) -> Answer:
    """YES as soon as one holds, NO when none does."""
    if Answer.YES in answers:
        return Answer.YES
    return Answer.UNKNOWN if Answer.UNKNOWN in answers else Answer.NO


class Order(StrEnum):
    """What the party had been ordered to do before."""

    NONE = "none"
    CORRECTION = "correction"  # 责令改正 of filing or handing over (第四十八条第六项)
    HAZARD = "hazard"  # 责令限期整改 of a hazard (第四十五条)
    UNKNOWN = "unknown"


class Crime(StrEnum):
    NO = "no"
    CRIME = "crime"  # the police's business
    DUTY = "duty"  # of an official: the 监察机关's
    UNKNOWN = "unknown"


class Question(NamedTuple):
    """One fact to be recorded: 中文 and its answers; the last answer is always 尚未查明."""

    label: str
    answers: dict[str, str]
    help_text: str = ""


YES_NO = {Answer.YES: "是", Answer.NO: "否", Answer.UNKNOWN: "尚未查明"}

# In the order in which they are asked.
QUESTIONS: dict[str, Question] = {
    "state_owned": Question("档案属于国家所有", YES_NO),
    "hall_holdings": Question(
        "系利用档案馆的档案", YES_NO, "单位自己保管的档案不是利用档案馆的档案（档案法第四十九条）。"
    ),
    "in_service": Question("系档案服务企业在服务过程中", YES_NO),
    "order": Question(
        "此前的责令",
        {
            Order.NONE: "没有责令过",
            Order.CORRECTION: "已责令改正（归档、移交）",
            Order.HAZARD: "已责令限期整改（档案法第四十五条）",
            Order.UNKNOWN: "尚未查明",
        },
        "须有责令文书。",
    ),
    "order_ignored": Question("责令后拒不改正或者逾期未整改", YES_NO),
    "knowing": Question("明知存在档案安全隐患", YES_NO),
    "loss": Question("已造成档案损毁、灭失", YES_NO),
    "serious": Question("情节严重", YES_NO),
    "foreign": Question("对象为外国人或者外国组织", YES_NO),
    "state_hall": Question("主体（馆舍）是国家档案馆", YES_NO),
    "crime": Question(
        "涉嫌犯罪",
        {
            Crime.NO: "没有发现",
            Crime.CRIME: "涉嫌犯罪",
            Crime.DUTY: "公职人员涉嫌职务违法、职务犯罪",
            Crime.UNKNOWN: "尚未查明",
        },
    ),
    "in_jurisdiction": Question("违法行为发生在本机关辖区", YES_NO, "行政处罚法第二十二条。"),
}


@dataclass(frozen=True)
class Facts:
    """What is known of one act: by whom (a kind of party), which act, and twelve answers."""

    subject: str
    act: str
    state_owned: Answer = Answer.UNKNOWN
    hall_holdings: Answer = Answer.UNKNOWN
    in_service: Answer = Answer.UNKNOWN
    order: Order = Order.UNKNOWN
    order_ignored: Answer = Answer.UNKNOWN
    knowing: Answer = Answer.UNKNOWN
    loss: Answer = Answer.UNKNOWN
    serious: Answer = Answer.UNKNOWN
    foreign: Answer = Answer.UNKNOWN
    state_hall: Answer = Answer.UNKNOWN
    crime: Crime = Crime.UNKNOWN
    in_jurisdiction: Answer = Answer.UNKNOWN

    @classmethod
    def of(cls, subject: str, act: str, answers: dict[str, str]) -> "Facts":
        """From plain answers; ValueError for one that the question does not know."""
        kinds = {row.name: type(row.default) for row in fields(cls) if row.name in QUESTIONS}
        if strange := set(answers) - set(kinds):
            raise ValueError(f"没有这样的事实：{'、'.join(sorted(strange))}")
        return cls(subject, act, **{name: kinds[name](value) for name, value in answers.items()})

    @property
    def answers(self) -> dict[str, str]:
        return {name: str(getattr(self, name)) for name in QUESTIONS}
