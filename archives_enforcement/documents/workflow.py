"""文书从起草到签发: with 审核 in between where the kind asks for it, without 签发 for records."""

from archives_enforcement.documents import composing, kinds
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
    if document.drafted_by_id in act.persons:
        return "起草人不能签发自己起草的文书，请由机关负责人签发。"
    return None


def signed_by_a_third(document, act: Act) -> str | None:
    if document.reviewed_by_id in act.persons:
        return "审核人不能签发自己审核的文书，请由机关负责人签发。"
    return None


def reviewed_by_another(document, act: Act) -> str | None:
    if document.drafted_by_id in act.persons:
        return "起草人不能审核自己起草的文书，请由其他审核人员审核。"
    return None


def own_or_drafter(document, act: Act) -> str | None:
    if act.actor.pk != document.drafted_by_id and (
        kind_of(document).by_officers or not act.actor.has_perm("documents.draft_document")
    ):
        return f"这份文书由{document.drafted_by}起草，请由起草人办理。"
    return None


def kind_of(document) -> kinds.Kind:
    return kinds.KINDS[document.kind]


def goes_to_review(document) -> bool:
    return kind_of(document).review


def goes_to_signer(document) -> bool:
    return not (kind_of(document).review or kind_of(document).by_officers)


def is_record(document) -> bool:
    return kind_of(document).by_officers


def not_before_draft(document, act: Act) -> str | None:
    if act.on < document.drafted_on:
        return f"签发日期不能早于起草日期（{cn_date(document.drafted_on)}）。"
    return None


# fmt: off
READY = (identity_confirmed, nothing_missing)
DOCUMENT_FLOW = Workflow(
    Transition("submit", "提交签发", (S.DRAFT,), S.SUBMITTED, "documents.draft_document",
               (nothing_missing,), goes_to_signer),
    Transition("submit_review", "提交审核", (S.DRAFT,), S.IN_REVIEW, "documents.draft_document",
               (nothing_missing,), goes_to_review),
    Transition("pass_review", "审核通过", (S.IN_REVIEW,), S.SUBMITTED,
               "documents.review_document", (reviewed_by_another, nothing_missing)),
    Transition("return_review", "审核退回", (S.IN_REVIEW,), S.DRAFT,
               "documents.review_document", (reviewed_by_another,)),
    Transition("complete", "定稿归卷", (S.DRAFT,), S.ISSUED, "documents.keep_record",
               (own_or_drafter, *READY, not_before_draft), is_record),
    Transition("return_draft", "退回修改", (S.SUBMITTED,), S.DRAFT, "documents.sign_document"),
    Transition("sign", "签发", (S.SUBMITTED,), S.ISSUED, "documents.sign_document",
               (*READY, signed_by_another, signed_by_a_third, not_before_draft)),
    Transition("void", "作废", (S.DRAFT, S.IN_REVIEW, S.SUBMITTED), S.VOID,
               "documents.keep_record", (own_or_drafter,)),
)
# fmt: on
