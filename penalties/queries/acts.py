"""What may be done with a case, as buttons; what is not open yet says why."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils import timezone

from archives_enforcement.documents.models import Document
from archives_enforcement.navigation import PageAct
from archives_enforcement.workflow import Act
from penalties import guards, spot_guards
from penalties.models import Case, Statement
from penalties.queries import demands, papers
from penalties.queries.extras import EXTRAS, Extra
from penalties.queries.hearings import unarranged
from penalties.workflow import CASE_FLOW, HANDLE, HEARD, TOLD

S = Case.State
PAGE_OF_STEP = {
    "approve_filing": "case-approve",
    "reject_filing": "case-reject",
    "return_filing": "case-return",
    "propose_again": "case-propose-again",
    "go_on_the_spot": "spot-begin",
    "leave_the_spot": "spot-leave",
    "end_investigation": "case-end-investigation",
    "propose": "case-fine",
    "adjust": "case-adjust",
    "submit_review": "case-submit-review",
    "pass_review": "case-review",
    "propose_closing": "case-propose-closing",
    "close": "case-close",
    "return_closing": "case-return-closing",
    "enter_statement": "statement-enter",
    "reopen": "case-reopen",
    "end": "case-end",
}
LAMPS_OF_PAGE = {  # acts that are no step, with the name that trail and lamps have for them
    "payment-add": "pay",
    "spot-report": "report",
    "recusal-decide": "decide_recusal",
    "correction-report": "report_correction",
}
# Ways out come after the way forward.
LAST = (
    "enter_statement", "adjust", "reopen", "end", "return_filing", "reject_filing",
    "return_closing", "go_on_the_spot", "leave_the_spot",
)  # fmt: skip
ANSWERING = (
    ("instalment_approval", "延期（分期）缴纳审批表"),
    ("instalment_notice", "延期（分期）缴纳通知书"),
)
SIGNED = {"notify": papers.NOTICE, "decide": papers.DECISION}
COMPLETED = "decide_on_the_spot"
NOT_HEARD = (
    "还没有告知、听取陈述申辩，也没有经过法制审核。依据：《中华人民共和国行政处罚法》"
    "第五十八条、第六十二条。"
)
NOT_REVIEWED = "{}，不能作出决定。依据：《中华人民共和国行政处罚法》第五十八条。"
NOT_PROPOSED = "拟处罚金额还没有保存。依据：《中华人民共和国行政处罚法》第四十四条。"


def acts_on(case: Case, user, on: date) -> list[PageAct]:
    """The buttons of a case for this person; the first open one leads the way forward."""
    why = guards.handled_by_own_officer(case, Act(user, on)) if user.has_perm(HANDLE) else None
    found = [
        *_on_recusals(case, user), *_on_requests(case, user, why), *_extras(case, user, why),
        *_on_statements(case, user, why),
    ]  # fmt: skip
    ways_out = list(_extras(case, user, why, aside=True))
    for offer in CASE_FLOW.offers(case, user, on=on):
        act = _step(case, offer)
        if act is not None:
            (ways_out if offer.step.name in LAST else found).append(act)
    found += _ahead(case, user)
    again = {extra.label for extra in EXTRAS if case.state in extra.states and extra.done(case)}
    first = next((act for act in found if not act.why and act.label not in again), None)
    found = [act._replace(primary=act is first) for act in found]
    return sorted([*found, *ways_out], key=lambda act: bool(act.why))


def _step(case: Case, offer) -> PageAct | None:
    name = offer.step.name
    if name in SIGNED:
        return _signing(case, offer)
    if name == COMPLETED:
        return _completing(case, offer)
    if name not in PAGE_OF_STEP:
        return None
    label = "法制审核" if name == "pass_review" else offer.step.label
    url = reverse(f"penalties:{PAGE_OF_STEP[name]}", args=[case.pk])
    open_url = url if offer.why is None else ""
    return PageAct(label, open_url, why=offer.why or "", lamps=offer.lamps)


def _signing(case: Case, offer) -> PageAct | None:
    """Signing the paper is the act: the button leads to the paper that waits for it."""
    paper = papers.latest(case, SIGNED[offer.step.name])
    waiting = paper is not None and paper.state == Document.State.SUBMITTED
    if not waiting:
        what = "告知书" if offer.step.name == "notify" else "决定书"
        return PageAct(offer.step.label, why=offer.why or f"{what}还没有起草并提交签发。")
    url = reverse("documents:document-sign", args=[paper.pk]) if offer.why is None else ""
    return PageAct(offer.step.label, url, why=offer.why or "", lamps=offer.lamps)


def _completing(case: Case, offer) -> PageAct:
    """Completing the paper is the act: the button leads to its draft."""
    paper = papers.latest(case, papers.SUMMARY)
    if paper is None:
        return PageAct(offer.step.label, why=offer.why or spot_guards.NOT_DRAFTED)
    url = reverse("documents:document-complete", args=[paper.pk])
    open_url = url if offer.why is None else ""
    return PageAct(offer.step.label, open_url, why=offer.why or "", lamps=offer.lamps)


def _extras(case: Case, user, why: str | None, *, aside: bool = False) -> Iterator[PageAct]:
    for extra in EXTRAS:
        if (
            extra.aside == aside
            and case.state in extra.states
            and user.has_perm(extra.permission)
            and extra.fits(case)
        ):
            closed = why if extra.permission == HANDLE else None
            lit = () if closed else lamps_over(extra.page, case, user)
            url = "" if closed else _page(extra, case)
            yield PageAct(extra.label, url, why=closed or "", lamps=lit)


def _page(extra: Extra, case: Case) -> str:
    if extra.paper:
        return _draft_url(case, extra.page)
    return reverse(f"penalties:{extra.page}", args=[case.pk])


def lamps_over(page: str, case: Case, user) -> tuple:
    """The lamps over an act that is no step of the case, by the page where it is done."""
    act = Act(user, timezone.localdate())
    return CASE_FLOW.lit(case, LAMPS_OF_PAGE[page], act) if page in LAMPS_OF_PAGE else ()


def _on_recusals(case: Case, user) -> Iterator[PageAct]:
    """What the head owes to each application that somebody stand aside."""
    if not user.has_perm("penalties.decide_case"):
        return
    for row in case.recusals.filter(decided_on=None).exclude(person=user):
        url = reverse("penalties:recusal-decide", args=[row.pk])
        yield PageAct("决定回避", url, lamps=lamps_over("recusal-decide", case, user))


def _unanswered(case: Case) -> bool:
    return any(row.answered_on is None for row in case.payment_requests.all())


def _on_requests(case: Case, user, why: str | None) -> Iterator[PageAct]:
    """The paper by which the officers go on with an application to pay later or in parts."""
    if not user.has_perm(HANDLE) or not _unanswered(case):
        return
    for kind, label in ANSWERING:
        paper = papers.latest(case, kind)
        if paper is not None and paper.state == Document.State.ISSUED and kind != ANSWERING[-1][0]:
            continue  # approved: the answer comes next
        waits = paper is not None and paper.state != Document.State.ISSUED
        url = paper.get_absolute_url() if waits else _draft_url(case, kind)
        yield PageAct(
            f"{'继续办理' if waits else '起草'}{label}", "" if why else url, why=why or ""
        )
        return


def _draft_url(case: Case, kind: str) -> str:
    return reverse("documents:draft", args=["case", case.pk, kind])


def _on_statements(case: Case, user, why: str | None) -> Iterator[PageAct]:
    """What the officers owe to each statement, and the chair to his hearing."""
    if case.state not in TOLD and not case.reopened and not demands.unanswered(case):
        return
    for row in case.statements.select_related("hearing"):
        if row.kind == Statement.Kind.STATEMENT:
            owed = "" if row.answered_on else ("statement-answer", "复核陈述申辩")
        else:
            asked = unarranged(row) and case.state in TOLD
            owed = ("hearing-arrange", "安排听证") if asked else ""
        if owed and user.has_perm(HANDLE):
            url = reverse(f"penalties:{owed[0]}", args=[row.pk])
            yield PageAct(owed[1], "" if why else url, why=why or "")
    asked = {"held_on": None, "request__taken_back": None}
    for hearing in case.hearings.filter(chair=user, **asked) if case.state in TOLD else ():
        yield PageAct("登记听证笔录", reverse("penalties:hearing-hold", args=[hearing.pk]))


def _ahead(case: Case, user) -> Iterator[PageAct]:
    """What comes later, greyed, with what is still missing."""
    if case.state in (S.INVESTIGATING, S.INVESTIGATED) and user.has_perm(HANDLE):
        yield PageAct("起草事先告知书", why=NOT_PROPOSED)
    early = (S.INVESTIGATED, S.PROPOSED, S.NOTIFIED, S.IN_REVIEW)
    if case.state in early and user.has_perm("penalties.decide_case"):
        yield PageAct("作出处罚决定", why=_not_to_decide(case, user))


def _not_to_decide(case: Case, user) -> str:
    """What stands between the case and its decision, where it is now."""
    if case.state in (S.INVESTIGATED, S.PROPOSED):
        return NOT_HEARD
    if case.state == S.IN_REVIEW:
        return NOT_REVIEWED.format("法制审核还没有提出意见")
    left = (guard(case, Act(user, timezone.localdate())) for guard in HEARD)
    return next(filter(None, left), NOT_REVIEWED.format("还没有送法制审核"))
