"""What a party is told of its cases on its own pages, in plain words."""

from datetime import date
from typing import NamedTuple

from django.urls import reverse

from archives_enforcement.asking import Asking, asks, rows_of
from archives_enforcement.templatetags.formats import cn_date, money
from archives_enforcement.workdays.models import Deadline
from penalties import closing_guards
from penalties.models import Case, Statement
from penalties.queries import enforcing, hearings, papers

S = Case.State


class Told(NamedTuple):
    """One case on the party's home: what it is about, what may be done and until when."""

    case: Case
    text: str
    due: date | None
    open: bool  # the party may or must still do something
    clock: Deadline | None = None  # what ends on that day

    @property
    def button(self) -> str:
        """Where the line leads, in the words of the party."""
        return "看处理结果" if self.case.state == S.DECIDED else "提意见"


def link_of(case: Case) -> tuple[str, str] | None:
    """Label and address of the party's page of a case; None while it was told of nothing."""
    if case.told_on is None:
        return None
    label = "提意见" if case.reopened else "看处理结果"
    if case.state in Case.TO_BE_HEARD:
        may_ask = hearings.offered(papers.issued(case, papers.NOTICE))
        label = "提意见、要求听证" if may_ask else "提意见"
    return label, reverse("penalties:portal-case", args=[case.pk])


@asks
def cases_of(user, today: date) -> Asking[list[Told]]:
    """The cases a party has to do with at present, once it holds the paper they rest on."""
    if not user.has_perm("penalties.answer_notice"):
        return []
    rows = Case.objects.visible_to(user).exclude(state=S.CLOSED)
    rows = rows.select_related("party", "decision", "clause__violation").order_by("pk")
    rows = yield from rows_of(rows)
    found = (_decided(row) if row.state == S.DECIDED else _to_be_heard(row, today) for row in rows)
    return [told for told in found if told is not None]


def _to_be_heard(case: Case, today: date) -> Told | None:
    notice = papers.issued(case, papers.NOTICE)
    if papers.delivered_on(notice) is None:
        return None
    may_ask = hearings.offered(notice)
    code = papers.HEARING_CLOCK if may_ask else papers.STATEMENT_CLOCK
    clock = papers.clock_on(notice, code)
    if case.reopened:
        return Told(case, "局里正在补充调查，您可以提意见；有了结果会重新告知您。", None, False)
    fine = f"拟{papers.notified(case).in_short}。"
    said = [kind for kind in Statement.Kind if kind != Statement.Kind.WITHDRAWAL]
    if papers.statements_since_notice(case, *said).exists():
        return Told(case, f"{fine}您的意见已提交，局里正在办理。", None, False)
    if clock.is_open and today <= clock.due_on:
        more = "，也可以要求听证" if may_ask else ""
        return Told(case, f"{fine}您可以提意见{more}。", clock.due_on, True, clock)
    return Told(case, f"{fine}作出决定以前，您仍然可以提意见。", None, False)


def _decided(case: Case) -> Told | None:
    paper = case.decision.document
    clock = papers.clock_on(paper, papers.PAYMENT_CLOCK)
    if clock is None:
        return None
    if over := enforcing.overpaid(case):
        return Told(case, f"您多缴了 {money(over)}，局里会退还。", None, False)
    if owed := closing_guards.unpaid(case):
        text = f"请在{cn_date(clock.due_on)}前缴纳 {money(owed)}，缴款方式见决定书。"
        return Told(case, text, clock.due_on, True, clock)
    return Told(case, "罚没款已缴清，等待结案。", None, False)
