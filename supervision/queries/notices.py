"""Reads of 执法监督通知（决定）书: its clocks, papers, next step."""

from archives_enforcement.documents.models import Document
from archives_enforcement.documents.queries import documents_about
from archives_enforcement.navigation import Step
from archives_enforcement.templatetags.formats import cn_date, cn_day
from archives_enforcement.workdays import deadlines, limits
from archives_enforcement.workdays.models import Deadline
from archives_enforcement.workdays.models.limits import in_words
from supervision.models import SupervisionNotice

CORRECTION, REPORT, APPLICATION, REVIEW = "D-S01", "D-S02", "D-S03", "D-S04"
REVIEW_PAPER = "supervision_review"
S = SupervisionNotice.State


def clocks_on(notice: SupervisionNotice) -> dict[str, Deadline]:
    """The last clock of each code, open or not."""
    return {row.code: row for row in deadlines.for_subject(notice).order_by("pk")}


def term_in_words(notice: SupervisionNotice) -> str:
    return in_words(notice.unit, notice.term)


def ways_of_review(bureau, on) -> str:
    """Where and until when a review may be asked for, in the terms that hold for the bureau."""
    terms = (limits.term_of(code, bureau=bureau, on=on) for code in (APPLICATION, REVIEW))
    asked, decided = (in_words(term.unit, term.length) for term in terms)
    return (
        f"对本文书不服的，可以自收到之日起{asked}内向我局书面申请复查；我局自接到申请之日起"
        f"{decided}内作出复查决定。复查期间不停止执行；对复查决定应当执行。"
    )


def papers_of(notice: SupervisionNotice, user) -> list[Document]:
    return list(documents_about(notice, user))


def live(papers, *forms: str) -> Document | None:
    """The paper of one of these kinds that holds or is on its way."""
    found = (row for row in papers if row.kind in forms and row.state != Document.State.VOID)
    return next(found, None)


def number_of(notice: SupervisionNotice, papers) -> str:
    """文号: of the received paper, or of the one issued here."""
    paper = live(papers, notice.form)
    return notice.number or (paper.number if paper and paper.number else "")


NEXT = {
    S.ISSUED: "已发出，等待{receiver}签收；签收之日起计算纠正、报告和申请复查的期限。",
    S.REPORTED: "{receiver}已报告纠正情况，等待监督人员核实。",
    S.CLOSED: "已核实纠正情况，办结。",
    S.REVOKED: "复查决定撤销，不再执行。",
}


def next_step(notice: SupervisionNotice, papers) -> str:
    """What happens next, in one sentence."""
    if notice.state == S.DRAFT:
        return _before_issue(live(papers, notice.form))
    text = NEXT.get(notice.state, "").format(receiver=notice.receiver)
    if notice.state == S.OPEN:
        due = clocks_on(notice)[CORRECTION].due_on
        text = f"等待{notice.receiver}在{cn_date(due)}前纠正并书面报告。"
    request = notice.asked_for_review
    if request and not request.outcome:
        text += "已申请复查，等待复查决定；复查期间不停止执行。"
    return text


def _before_issue(paper: Document | None) -> str:
    if paper is None:
        return "文书已作废，请重新起草。"
    if paper.state == Document.State.DRAFT:
        return "文书已起草，请核对后提交审核，由机关负责人签发。"
    return "文书正在审核、签发。"


def steps(notice: SupervisionNotice) -> list[Step]:
    """拟发 → 签收 → 纠正并报告 → 核实 as the strip shows them."""
    order = (S.DRAFT, S.ISSUED, S.OPEN, S.REPORTED)
    days = (notice.issued_on, notice.received_on, notice.reported_on, notice.closed_on)
    labels = ("发出", "签收", "纠正并报告", "核实办结")
    here = order.index(notice.state) if notice.state in order else len(order)
    return [
        Step(label, "done" if place < here else "now" if place == here else "", cn_day(day))
        for place, (label, day) in enumerate(zip(labels, days, strict=True))
    ]
