"""登记保存物品的处理: the decision on what was kept ends its seven days (第五十六条)."""

from datetime import date

from archives_enforcement.documents.models import Document
from archives_enforcement.workdays import deadlines
from penalties.queries import papers


def settled(document: Document, *, actor, on: date) -> None:
    """The head has signed what becomes of the things: D-P03 is met."""
    notice = papers.issued(document.subject, papers.PRESERVATION)
    deadlines.meet(notice, papers.PRESERVATION_CLOCK, on=on, note=document.number)
