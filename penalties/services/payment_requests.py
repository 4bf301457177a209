"""申请延期、分期缴纳: asked by the party online or on paper, answered by a notice (第六十六条)."""

from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.documents.models import Document
from archives_enforcement.files.services import attach
from archives_enforcement.notifications.services import tell, tell_party
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock
from penalties.models import Case, PaymentRequest
from penalties.payment_guards import ARTICLE, nothing_to_ask_for
from penalties.queries import portal
from penalties.services.handling import check_state, stated

ASK, ENTER = "penalties.answer_notice", "accounts.act_for_party"
LABEL = "申请延期、分期缴纳"
CLOCK = "D-P29"


@act
def make(case: Case, *, actor, on: date, kind: str, hardship: str, plan: str, files=()):
    """The party itself asks to pay later or in parts; the time to pay runs on meanwhile."""
    return _take(case, actor, on, ASK, (kind, hardship, plan), files)


@act
def enter(case: Case, *, actor, on: date, kind: str, hardship: str, plan: str, files=()):
    """代录 of an application on paper; its scan is required."""
    if not files:
        raise Refused(f"代录必须附当事人书面申请的扫描件或照片，请选择文件后再提交。{ARTICLE}")
    return _take(case, actor, on, ENTER, (kind, hardship, plan), files)


def _take(case: Case, actor, on: date, permission: str, said, files) -> PaymentRequest:
    case = lock(case, actor)
    check_permission(actor, permission, LABEL)
    check_state(case, (Case.State.DECIDED,), LABEL, ARTICLE)
    backfilled = check_date(actor, on)
    kind, hardship, plan = said
    if why := nothing_to_ask_for(case, on):
        raise Refused(why)
    if kind not in PaymentRequest.Kind.values:
        raise Refused(f"请选择延期或者分期。{ARTICLE}")
    on_behalf = permission == ENTER
    made = PaymentRequest.objects.create(
        case=case, kind=kind, hardship=stated(hardship, "确有经济困难的情况"),
        plan=stated(plan, "希望的期限和数额"), made_on=on, made_by=actor, on_behalf=on_behalf,
    )  # fmt: skip
    attach(
        made, files, purpose="延期、分期缴纳申请", actor=actor, bureau=case.bureau,
        party=case.party, shown_to_party=True,
    )  # fmt: skip
    deadlines.start(made, CLOCK, bureau=case.bureau, on=on)
    officers = [row.user for row in case.officers.in_charge().select_related("user")]
    tell(officers, f"{case.party}：{made}，请办理。", url=case.get_absolute_url())
    trail.record(
        case, "ask_for_time", LABEL, actor=actor, on=on, backfilled=backfilled, note=made.plan,
        on_behalf_of=str(case.party) if on_behalf else "",
    )  # fmt: skip
    return made


def answered(document: Document, *, granted: bool, on: date) -> None:
    """The notice is signed: it answers the open application, if there is one."""
    case = document.subject
    row = case.payment_requests.filter(answered_on=None).first()
    if row is None:
        return
    row.answer, row.granted, row.answered_on = document, granted, on
    row.save(update_fields=["answer", "granted", "answered_on"])
    deadlines.meet(row, CLOCK, on=on, note=document.number)
    label, url = portal.link_of(case)
    tell_party(case.party, f"您的{row}已有答复：{row.outcome}。", on=on, url=url)
