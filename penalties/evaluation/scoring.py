"""What a case lacks today: pure functions from its records to vetoes, points and gaps."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from penalties.evaluation.records import Records, Stage
from penalties.evaluation.standard import RULES, Rule

FULL = 100
NOTICE = "prior_notice"


class Gap(NamedTuple):
    """An item that is not met, and what is missing."""

    rule: Rule
    missing: str


class Score(NamedTuple):
    vetoes: tuple[Gap, ...]
    gaps: tuple[Gap, ...]

    @property
    def points(self) -> int:
        """Out of a hundred; a veto does not change the points, it overrules them."""
        return max(0, FULL - sum(gap.rule.points for gap in self.gaps))

    @property
    def passes(self) -> bool:
        return not self.vetoes

    @property
    def words(self) -> str:
        """92/100，缺事先告知书的送达回证 −8."""
        lost = "、".join(f"{gap.missing} −{gap.rule.points}" for gap in self.gaps)
        return f"{self.points}/{FULL}{f'，{lost}' if lost else ''}"


def evaluate(records: Records, on: date) -> Score:
    """The evaluation on a day: every item that is asked by then and not met."""
    found = [
        Gap(rule, missing)
        for rule in RULES
        if rule.asked(records) and (missing := LACKS[rule.code](records, on))
    ]
    return Score(
        tuple(gap for gap in found if gap.rule.veto),
        tuple(gap for gap in found if not gap.rule.veto),
    )


def _delivered(records: Records, kind: str) -> bool:
    paper = records.papers.get(kind)
    return paper is not None and paper.delivered_on is not None


def _receipt(records: Records, kind: str, name: str) -> str:
    paper = records.papers.get(kind)
    if paper is None:
        return f"缺{name}"
    return "" if paper.delivered_on else f"缺{name}的送达回证"


def _too_much(records: Records, on: date) -> str:
    if records.fine is None:
        return ""
    if records.fine > records.maximum:
        return f"罚款 {records.fine:,} 元，超过法定上限 {records.maximum:,} 元"
    if records.told is not None and records.fine > records.told:
        return f"罚款 {records.fine:,} 元，高于告知的 {records.told:,} 元"
    return ""


def _facts(records: Records, on: date) -> str:
    if records.open_elements:
        return "构成要件还没有全部认定"
    unfit = records.elements_missing and records.penalised and records.stage >= Stage.PROPOSING
    return "有构成要件不具备，不能处罚" if unfit else ""


def _heard(records: Records, on: date) -> str:
    return "听证还没有举行" if any(row.held_on is None for row in records.hearings) else ""


def _minutes(records: Records, on: date) -> str:
    held = [row for row in records.hearings if row.held_on and not row.absent]
    return "缺听证笔录" if any(not row.recorded for row in held) else ""


def _in_time(records: Records, on: date) -> str:
    late = records.decide_by and records.decided_on and records.decided_on > records.decide_by
    return "超过办案期限才作出决定" if late else ""


def _published(records: Records, on: date) -> str:
    late = not records.published and records.publish_by is not None and records.publish_by < on
    return "处罚决定逾期没有公开" if late else ""


def _named(what: str, titles: tuple[str, ...]) -> str:
    return f"{what}：{'、'.join(titles)}" if titles else ""


LACKS: dict[str, Callable[[Records, date], str]] = {
    "V01": lambda row, on: "" if row.licensed_officers >= 2 else "持有效执法证件的承办人员不足两人",
    "V02": lambda row, on: "" if row.usable_evidence else "没有可以采用的证据",
    "V03": _facts,
    "V04": lambda row, on: "" if _delivered(row, NOTICE) else "事先告知书没有送达",
    "V05": _heard,
    "V06": lambda row, on: "" if row.reviewed else "没有法制审核通过的意见",
    "V07": lambda row, on: "缺集体讨论记录" if row.needs_discussion and not row.discussed else "",
    "V08": _too_much,
    "V09": lambda row, on: "已经超过追责期限" if row.barred else "",
    "V10": lambda row, on: "" if row.in_jurisdiction else "违法行为发生地不在本机关辖区",
    "V11": lambda row, on: "决定人是本案承办人员" if row.decided_by_handler else "",
    "P01": lambda row, on: "" if row.approved else "缺立案审批",
    "P02": lambda row, on: _named("没有写明出示执法证件", row.evidence_without_card),
    "P03": lambda row, on: _named("没有写明来源或者证明内容", row.evidence_without_source),
    "P04": lambda row, on: "" if row.reported else "缺调查终结报告",
    "P05": lambda row, on: "裁量依据的是示例" if row.sample else "",
    "P06": lambda row, on: _receipt(row, NOTICE, "事先告知书"),
    "P07": lambda row, on: (
        "" if all(said.answered for said in row.statements) else "缺陈述申辩的复核意见"
    ),
    "P08": _minutes,
    "P09": lambda row, on: "" if row.reviewed else "缺法制审核意见",
    "P10": lambda row, on: "" if row.decision in row.papers else "缺处罚决定书",
    "P11": lambda row, on: _receipt(row, row.decision, "处罚决定书"),
    "P12": _in_time,
    "P13": _published,
    "P14": lambda row, on: f"还有 {row.owed:,} 元没有缴款凭据" if row.owed > 0 else "",
    "P15": lambda row, on: "" if row.closing_report else "缺结案报告",
    "P16": lambda row, on: "" if row.filed_above else "缺当场处罚备案",
}
