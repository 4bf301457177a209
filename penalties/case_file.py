"""案卷 of a penalty case: its papers and files, and what happened that must have left one."""

from datetime import date

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q

from archives_enforcement.archiving.registry import Facts, Material, Route, Sort, register
from archives_enforcement.documents.models import Document
from archives_enforcement.files.queries import files_about
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import limits
from archives_enforcement.workdays.models import Deadline
from archives_enforcement.workdays.models.deadlines import OPEN
from penalties import lead_file
from penalties.file_order import NOT_FILED, ON_THE_SPOT, PENALISED, ROUTES
from penalties.models import (
    Case,
    Challenge,
    CourtStep,
    Discussion,
    EarlierFine,
    Evidence,
    Hearing,
    PastMeasure,
    Payment,
    PaymentRequest,
    Recusal,
    Refund,
    Review,
    Statement,
    Surcharge,
)
from penalties.queries.law import PENALTY_LAW
from penalties.queries.papers import (
    ARCHIVING_CLOCK,
    DECISIONS,
    PUBLICATION_CLOCK,
    REVIEW_TERM,
    SUIT_CLOCK,
    clock_on,
    delivered_on,
)
from penalties.queries.papers import decision as decision_of

CHALLENGES = {REVIEW_TERM: "申请行政复议", SUIT_CLOCK: "提起行政诉讼"}
REVIEW_ONLY = {REVIEW_TERM: CHALLENGES[REVIEW_TERM]}  # on the spot: 复议前置
OTHERS = (
    "hearings", "discussions", "payments", "refunds", "recusals", "challenges", "past_measures",
    "payment_requests", "court_steps", "earlier_fines",
)  # fmt: skip
AWAITED = ("D-I18", "D-P27", "D-P28")  # 处理建议回复, 征购报告的答复, 管辖争议的答复
RECEIPT = "缴款凭据"  # named as its place, which asks for nothing else than these files
DAYS = {  # what else has files: its place in the order, its day, what they are (else its name)
    Hearing: ("hearing", "held_on", "听证笔录"),
    Discussion: ("discussion", "held_on", "集体讨论记录"),
    Payment: (RECEIPT, "paid_on", RECEIPT),
    Refund: (RECEIPT, "returned_on", "退付凭证"),
    Recusal: ("recusal", "raised_on", ""),
    Challenge: ("challenge", "received_on", ""),
    PastMeasure: ("past_measure", "taken_on", ""),
    PaymentRequest: ("payment_request", "made_on", ""),
    CourtStep: ("court_step", "happened_on", ""),
    EarlierFine: ("earlier_fine", "decided_on", "已受罚款的决定书"),
}
ENDED = (Case.State.CLOSED, Case.State.NOT_FILED)


def route(case: Case) -> Route:
    """The way out; while the case runs, the way of a penalty."""
    if case.state == Case.State.NOT_FILED:
        return NOT_FILED
    return ROUTES.get(case.outcome, PENALISED) if not case.on_the_spot else ON_THE_SPOT


def facts(case: Case) -> Facts:
    decision = next((row for row in papers(case) if row.kind in DECISIONS and row.holds), None)
    officers = "、".join(str(row.user) for row in case.officers.in_charge().select_related("user"))
    numbers = (
        ("立案号", case.number or "—"),
        ("决定书文号", decision.number if decision else "—"),
        ("当事人", case.party.name),
        ("承办人", officers),
    )
    title = case.name.replace(case.party.name, f"{case.party.name}\n", 1)
    return Facts(title, case.party.name, numbers, case.filed_on, case.closed_on)


def papers(case: Case):
    """Everything drafted on the case and on the lead it came from."""
    kind = ContentType.objects.get_for_model
    of_case = Q(content_type=kind(case), object_id=case.pk)
    of_lead = Q(content_type=kind(case.lead), object_id=case.lead_id)
    rows = Document.objects.filter(of_case | of_lead)
    return rows.select_related("rendition", "bureau").prefetch_related("deliveries")


def materials(case: Case):
    """Evidence by its kind, what the party handed in, and what came with the lead."""
    bureau, lead = case.bureau.name, case.lead
    others = (getattr(case, name).all() for name in OTHERS)
    for row, file in files_about(case.evidence.all(), case.statements.all(), [lead], *others):
        if isinstance(row, Evidence):
            key = "excluded" if row.excluded_on else row.kind
            yield Material(key, file, str(row), bureau, row.obtained_on)
        elif isinstance(row, Statement):
            title = f"{row.get_kind_display()}材料"
            yield Material("statement", file, title, case.party.name, row.made_on)
        elif row._meta.model in DAYS:
            key, day, title = DAYS[row._meta.model]
            yield Material(key, file, title or str(row), bureau, getattr(row, day))
        else:
            yield Material("lead", file, f"线索材料：{file.name}", bureau, lead.received_on)


def conditions(case: Case, kinds: set[str]) -> set[str]:
    """What happened in the case that leaves a paper behind; `kinds` are those of its papers."""
    happened = Case.objects.filter(pk=case.pk).values(
        stated=_any(Statement, kind=Statement.Kind.STATEMENT),
        heard=_any(Hearing, held_on__isnull=False, absent=False),
        paid=_any(Payment),
        reviewed=_any(Review),
        discussed=_any(Discussion),
        surcharged=_any(Surcharge),
        challenged=_any(Challenge),
        recused=_any(Recusal),
    )
    names = {name for name, true in happened.get().items() if true}
    names |= {"slight"} if case.outcome == Case.Outcome.SLIGHT else set()
    return names | ({"preserved"} if "preservation_notice" in kinds else set())


def _any(model, **facts) -> Exists:
    return Exists(model.objects.filter(case=OuterRef("pk"), **facts))


def refusal(case: Case) -> str | None:
    if case.state in ENDED:
        return None
    return (
        f"案件现在是“{case.get_state_display()}”，结案以后才能立卷。依据：{PENALTY_LAW}第四十七条。"
    )


def unsettled(case: Case, on: date) -> list[str]:
    """What others have not answered, a decision not made public, what the party may still do."""
    decision = decision_of(case)
    return [*_unanswered(case), *(_after(case, decision, on) if decision else ())]


def _unanswered(case: Case) -> list[str]:
    """Papers to other bodies whose answer would come too late for the file."""
    kind, ours = ContentType.objects.get_for_model(Document), papers(case).values("pk")
    open_ones = Deadline.objects.filter(OPEN, content_type=kind, object_id__in=ours)
    waiting = open_ones.filter(code__in=AWAITED).order_by("pk").values_list("name", flat=True)
    return [
        f"“{name}”还没有登记办结，归档以后收到的答复不再装入本卷。依据：{PENALTY_LAW}第四十七条。"
        for name in waiting
    ]


def _after(case: Case, decision: Document, on: date) -> list[str]:
    clock, told = clock_on(decision, PUBLICATION_CLOCK), delivered_on(decision)
    found = []
    if clock and clock.is_open and clock.due_on < on:
        found.append(
            f"处罚决定应当在{cn_date(clock.due_on)}前公开，已经逾期，还没有公示。"
            f"依据：{PENALTY_LAW}第四十八条，国办发〔2018〕118号。"
        )
    challenges = REVIEW_ONLY if case.on_the_spot else CHALLENGES
    for code, what in challenges.items() if told else ():
        due, limit = limits.compute(code, told).due_on, limits.find(code, told)
        if on <= due:
            found.append(
                f"当事人在{cn_date(due)}以前还可以{what}，归档以后形成的文书不再装入本卷。"
                f"依据：《中华人民共和国{limit.law}》{limit.article}。"
            )
    return found


register(
    "case",
    Sort(
        label="行政处罚案卷",
        model=Case,
        permission="penalties.view_case",
        route=route,
        facts=facts,
        papers=papers,
        materials=materials,
        conditions=conditions,
        refusal=refusal,
        ready=Q(state__in=ENDED),
        search=("name", "number", "party__name"),
        day="closed_on",
        related=("bureau", "party", "lead"),
        clock=ARCHIVING_CLOCK,
        unsettled=unsettled,
    ),
)
register("lead", lead_file.SORT)
