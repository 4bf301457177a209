"""文书从起草到签发."""

from archives_enforcement.documents import composing
from archives_enforcement.documents.models import Document
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Act, Transition, Workflow

S = Document.State


def identity_confirmed(document, act: Act) -> str | None:
    """行政处罚法第五十九条: a paper names the body, bears its seal and tells where to appeal."""
    if document.bureau.identity_confirmed_on is None:
        return "本机关的行政主体、印章、复议机关和法院还没有确认，请机关负责人先到“机关信息”确认。"
    return None


def nothing_missing(document, act: Act) -> str | None:
    if absent := composing.missing(document.kind, document.fields):
        return f"文书缺少{'、'.join(absent)}，请起草人补充后再提交。"
    return None


def signed_by_another(document, act: Act) -> str | None:
    if act.actor.pk == document.drafted_by_id:
        return "起草人不能签发自己起草的文书，请由机关负责人签发。"
    return None


def not_before_draft(document, act: Act) -> str | None:
    if act.on < document.drafted_on:
        return f"签发日期不能早于起草日期（{cn_date(document.drafted_on)}）。"
    return None


# fmt: off
DOCUMENT_FLOW = Workflow(
    Transition("submit", "提交签发", (S.DRAFT,), S.SUBMITTED, "documents.draft_document",
               (nothing_missing,)),
    Transition("return_draft", "退回修改", (S.SUBMITTED,), S.DRAFT, "documents.sign_document"),
    Transition("sign", "签发", (S.SUBMITTED,), S.ISSUED, "documents.sign_document",
               (identity_confirmed, nothing_missing, signed_by_another, not_before_draft)),
    Transition("void", "作废", (S.DRAFT, S.SUBMITTED), S.VOID, "documents.draft_document"),
)
# fmt: on
