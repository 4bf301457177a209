"""先行登记保存: the decision on the things ends its seven working days (第五十六条)."""

from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.documents.models import Document
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from penalties.queries import papers
from penalties.queries.law import PENALTY_LAW
from penalties.services.handling import passed_over


def disposed(document: Document, *, actor, on: date) -> None:
    """处理决定书 is signed: the clock of the notice that it names is met."""
    named = [
        row
        for row in papers.papers_of(document.subject, papers.PRESERVATION)
        if row.number and row.number in str(document.fields["notice"])
    ]
    if not named:
        raise Refused(
            "请在“登记保存通知书文号”里写明本案已签发的先行登记保存通知书的文号。"
            f"依据：{PENALTY_LAW}第五十六条。"
        )
    trail.record(
        document.subject, "dispose_preserved", "处理登记保存的物品", actor=actor, on=on,
        backfilled=on < trail.today(), note=document.number,
        details=passed_over(document.subject, "dispose_preserved", actor, on),
    )  # fmt: skip
    for notice in named:
        deadlines.meet(notice, papers.PRESERVATION_CLOCK, on=on, note=document.number)
