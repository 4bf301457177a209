"""How far a paper has come: the strip of its steps, and what happens next in one sentence."""

from django.utils import timezone

from archives_enforcement.documents import composing, kinds, narrating, written_answers
from archives_enforcement.documents.kinds.kind import ON_THE_SPOT
from archives_enforcement.documents.models import Document
from archives_enforcement.documents.workflow import goes_to_review
from archives_enforcement.navigation import Step
from archives_enforcement.templatetags.formats import cn_date, cn_day

RETURNS = ("return_draft", "return_review")


def next_step(document, deliveries, user, last=None) -> str:
    """What happens next with a paper, in one sentence; `last` is the newest entry on it."""
    if document.state == Document.State.DRAFT:
        return _next_of_draft(document, last)
    kind = kinds.KINDS[document.kind]
    if document.state == Document.State.IN_REVIEW:
        return "等待承办机构负责人审核。" if kind.endorsed else "等待审核。"
    if document.state == Document.State.SUBMITTED:
        return f"等待{document.signed_by}。"
    if document.state == Document.State.VOID:
        newer = document.replaced_by.filter(state=Document.State.ISSUED).first()
        return f"已被{newer.number}更正并代替。" if newer else "这份文书已作废。"
    if document.is_entered:
        return "以前的纸质文书，已补录，不用再办。"
    waiting = next((row for row in deliveries if row.delivered_on is None), None)
    if waiting is None:
        return _next_of_delivered(document, user) if deliveries else "已签发。"
    if not user.bureau_id:
        return narrating.asked_of_receiver(waiting)
    return narrating.waiting_in_words(waiting, waiting.told)


def _next_of_delivered(document, user) -> str:
    """Who has the paper does what it says; a letter that asks says until when it is answered."""
    due = written_answers.due_days([document]).get(document.pk)
    if due is None:
        return "已签发并送达。" if user.bureau_id else "已送达，请按文书的要求办理。"
    late = due < timezone.localdate()
    if user.bureau_id:
        way = "还没有答复，已经逾期，请催办" if late else "等待单位书面答复"
        return f"已送达，{way}（期限到{cn_date(due)}）。"
    return (
        f"答复期限（{cn_date(due)}）已过，请尽快书面答复。"
        if late
        else f"请在{cn_date(due)}前书面答复。"
    )


def _next_of_draft(document, last) -> str:
    if last is not None and last.action in RETURNS:
        return f"{last.actor_name}退回：{last.note.rstrip('。')}。请起草人修改以后再提交。"
    kind = kinds.KINDS[document.kind]
    if absent := composing.missing(document.kind, document.fields):
        then = "定稿" if kind.by_officers else "提交"
        return f"还没有填写{'、'.join(absent)}，请起草人补充以后再{then}。"
    if kind.handed == ON_THE_SPOT:  # the number stands on what the party is given
        return "请核对样张，没有问题就定稿编号，再打印签名，当场交付当事人。"
    if kind.by_officers:
        return "请核对样张，打印后由在场人员签字，再定稿归卷。"
    if goes_to_review(document):
        return f"请核对样张，没有问题就提交审核；审核以后由{document.signed_by}。"
    return f"请核对样张，没有问题就提交，由{document.signed_by}。"


def steps_of(document, deliveries) -> list[Step]:
    """起草 → 签发 → 送达 as the strip shows them."""
    state = Document.State
    delivered = next((row.delivered_on for row in deliveries if row.delivered_on), None)
    if document.is_entered:
        return narrating.steps_of_entered(document, delivered)
    issued = document.number is not None
    kind = kinds.KINDS[document.kind]
    drafted = "now" if document.state == state.DRAFT else "done"
    signing = "done" if issued else "now" if document.state == state.SUBMITTED else ""
    found = [Step("起草", drafted, cn_day(document.drafted_on))]
    if document.reviewed_on or goes_to_review(document):
        in_review = document.state == state.IN_REVIEW
        passed = document.state != state.DRAFT and document.reviewed_on  # else it is reviewed anew
        reviewed = "now" if in_review else "done" if passed else ""
        found.append(Step("审核", reviewed, cn_day(passed) if reviewed == "done" else ""))
    found.append(Step("定稿" if kind.by_officers else "签发", signing, cn_day(document.issued_on)))
    if document.outward:
        state_of_delivery = "done" if delivered else "now" if issued else ""
        found.append(Step("送达", state_of_delivery, cn_day(delivered)))
    return found
