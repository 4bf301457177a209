"""Facts of a lead as they are recorded, and the papers that follow from them."""

from archives_enforcement.documents import services as documents
from archives_enforcement.documents.kinds import KINDS
from archives_enforcement.workflow import Refused
from penalties.services import determination
from tests.penalties import ordering
from tests.penalties.case_facts import FILED, GROUNDS, violation

HERE = {"crime": "no", "in_jurisdiction": "yes"}


def record(walk, lead, code, on=FILED, grounds=GROUNDS, **answers):
    return determination.determine(
        lead, actor=walk.officer, on=on, violation=violation(code), answers=answers,
        grounds=grounds, **ordering.of_answers(lead, walk.officer, answers),
    )  # fmt: skip


def report(walk, about, record, kind="lead_report"):
    """Two officers have verified and report in writing."""
    cards = [f"{row}（执法证件编号 {row.certificates.get().number}）" for row in (
        walk.officer, walk.second)]  # fmt: skip
    fields = {name: f"〔{label}〕" for name, label in KINDS[kind].fields.items()}
    paper = documents.draft_about(
        about, record, kind, title="", fields=fields | {"officers": "、".join(cards)},
        actor=walk.officer, on=walk.day,
    )  # fmt: skip
    documents.submit(paper, actor=walk.officer, on=walk.day)
    return documents.sign(paper, actor=walk.head, on=walk.day)


def draft(walk, about, record, kind):
    """The draft, or None where the facts refuse it."""
    fields = {name: f"〔{label}〕" for name, label in KINDS[kind].fields.items()}
    try:
        return documents.draft_about(
            about, record, kind, title="", fields=fields, actor=walk.officer, on=walk.day
        )
    except Refused as refusal:
        assert "依据：" in refusal.message
        return None
