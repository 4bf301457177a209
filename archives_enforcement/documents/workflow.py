"""文书从起草到签发: with 审核 in between where the kind asks for it, without 签发 for records."""

import re

from archives_enforcement.accounts import roles
from archives_enforcement.accounts.queries import holding
from archives_enforcement.documents import composing, effects, fitness, kinds, standing
from archives_enforcement.documents.models import Document
from archives_enforcement.documents.officers import officers_named
from archives_enforcement.documents.typesetting.glyphs import unprintable
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Act, Transition, Workflow

S = Document.State
ENDORSE = "documents.endorse_document"
REMEDY_FIELD = re.compile(r"\{remedies\}|行政复议")
REMEDY_BASIS = "依据：本机关文书工作规范（涉及权利的文书写明复议、诉讼的途径和期限）。"


def identity_confirmed(document, act: Act) -> str | None:
    """行政处罚法第五十九条: a paper names the body, bears its seal and tells where to appeal."""
    if document.bureau.identity_confirmed_on is None:
        return (
            "本机关的行政主体、印章、复议机关和法院还没有确认，请机关负责人先到“机关信息”确认。"
            "依据：《中华人民共和国行政处罚法》第五十九条，本机关文书工作规范。"
        )
    return None


def nothing_missing(document, act: Act) -> str | None:
    if absent := composing.missing(document.kind, document.fields):
        return f"文书缺少{'、'.join(absent)}，请起草人补充后再提交。"
    return None


def fit_to_issue(document, act: Act) -> str | None:
    return fitness.refusal(document.kind, document.title, document.fields)


def remedies_told(document, act: Act) -> str | None:
    """What touches rights tells where to turn against it, also a draft of before it had to."""
    kind = kind_of(document)
    if standing.orders_without_remedies(kind, document.fields):
        how = "请退回起草人，由起草人修改草稿、重新保存（问题和救济途径随之重新写好）以后再提交"
        return f"{kind.label}责令整改，没有写明救济途径，不能签发；{how}。{REMEDY_BASIS}"
    if not kind.remedies or REMEDY_FIELD.search(document.wording.text):
        return None
    return (
        f"这份{kind.label}按第{document.wording.version}版样式起草，样式里没有救济途径，不能签发；"
        f"请作废这份草稿，按现在的样式重新起草。{REMEDY_BASIS}"
    )


def two_officers_named(document, act: Act) -> str | None:
    """Nobody acts by one officer alone."""
    if not (basis := kind_of(document).two_officers):
        return None
    named = officers_named(document)
    if len(named) >= 2:
        return None
    return (
        f"{document.get_kind_display()}应当写明两名以上执法人员的姓名和各自有效的执法证件编号，"
        f"现在能与证件登记核对上的有{len(named)}名，请起草人补充。"
        f"依据：{basis}。"
    )


def printable(document, act: Act) -> str | None:
    """What is issued cannot be changed: a character without a glyph would leave it without PDF."""
    if not (lacking := unprintable(composing.sheet(document))):
        return None
    return (
        f"文书里的“{lacking}”（U+{ord(lacking):04X}）没有印刷字形，不能生成 PDF。"
        "请起草人改用规范字或者删去，再办理。"
    )


def signed_by_its_post(document, act: Act) -> str | None:
    """Each is signed by the post that the catalogue names; so it is returned or made void.

    A letter of advice that orders this time needs who signs orders, as it stands when it is signed.
    """
    kind, right = kind_of(document), document.right_to_sign
    if kind.by_officers or act.actor.has_perm(right):
        return None
    posts = roles.holders(right)
    what = kind.label if right == kind.signer else f"写有责令的{kind.label}"
    return f"{what}由{posts}签发，您的岗位不能办理，请交{posts}办理。依据：本机关文书签发分工。"


def _signers(document, act: Act) -> set[int]:
    """The signer and for whom he signs, by the right that this paper asks for."""
    return act._replace(permission=document.right_to_sign).persons


def signed_by_another(document, act: Act) -> str | None:
    if document.drafted_by_id in _signers(document, act):
        return f"起草人不能签发自己起草的文书，请由其他人签发：{document.signed_by}。"
    return None


def signed_by_a_third(document, act: Act) -> str | None:
    if document.reviewed_by_id in _signers(document, act):
        return f"审核人不能签发自己审核的文书，请由其他人签发：{document.signed_by}。"
    return None


def endorsed_by_its_post(document, act: Act) -> str | None:
    """Who answers for the office that handles it reviews it, not whoever reviews papers."""
    kind = kind_of(document)
    if not kind.endorsed or act.actor.has_perm(ENDORSE):
        return None
    posts = roles.holders(ENDORSE)
    return f"{kind.label}由{posts}审核，您的岗位不能办理。依据：本机关文书签发分工。"


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


def not_revisable(document) -> str | None:
    """Why its contents are closed; None for a draft."""
    if document.state == S.DRAFT:
        return None
    if document.state == S.VOID:
        return "文书已作废，不能修改；还要办理的，请重新起草。"
    if document.state == S.ISSUED:
        return "文书已签发，内容锁定，不能修改；有错的，请在文书页面办理更正或者补正。"
    return "文书已提交，不能修改。如需修改，请审核人或者签发人先退回。"


def kind_of(document) -> kinds.Kind:
    return kinds.KINDS[document.kind]


def goes_to_review(document) -> bool:
    """Where nobody holds the post of 承办机构负责人, his line is left to be signed by hand."""
    kind = kind_of(document)
    return kind.review or (kind.endorsed and _section_heads(document).exists())


def _section_heads(document):
    return holding(document.bureau_id, "section_head").exclude(pk=document.drafted_by_id)


def goes_to_signer(document) -> bool:
    return not (kind_of(document).by_officers or goes_to_review(document))


def is_record(document) -> bool:
    return kind_of(document).by_officers


def correctable(document) -> str | None:
    """Why an issued paper cannot be corrected by a new one; None when it can."""
    if document.state != S.ISSUED:
        return "这份文书不是现行有效的文书，不能更正。"
    if document.is_entered:
        return "补录的文书照原件保存，不能更正；补录有错的，请作废后重新补录。"
    if not kind_of(document).corrected_by_new:
        return (
            f"{document.get_kind_display()}的内容出自办理记录，不能在这里更正；"
            "个别文字写错的请办理补正；要改变内容，请在有关事项中依法重新办理。"
        )
    if other := document.replaced_by.exclude(state=S.VOID).first():
        return f"已经有一份更正正在办理（{other.drafted_by}起草），请办理那一份或者先把它作废。"
    return None


def moves_nothing(document, act: Act) -> str | None:
    """行政机关不得擅自改变已经生效的行政行为: what a paper has set going ends by law only."""
    if effects.follow(document.kind) and not document.is_entered:
        slip = "更正" if kind_of(document).corrected_by_new else "补正"
        return (
            f"{document.get_kind_display()}已使事项进入下一环节，不能作废；"
            f"文字有错的请{slip}，决定不当的请依法撤销或者变更。"
        )
    return None


def original_holds(document, act: Act) -> str | None:
    if document.replaces and document.replaces.state != S.ISSUED:
        return f"要更正的{document.replaces.number}已不是现行有效的文书，请作废这份更正。"
    return None


def is_replaced(document) -> bool:
    return document.replaced_by.filter(state=S.ISSUED).exists()


def not_before_draft(document, act: Act) -> str | None:
    if act.on < document.drafted_on:
        day = cn_date(document.drafted_on)
        return f"签发日期不能早于起草日期（{day}）。依据：本机关文书工作规范。"
    return None


# fmt: off
WHOLE = (nothing_missing, fit_to_issue, two_officers_named, remedies_told, printable)
READY = (identity_confirmed, *WHOLE, original_holds)
DOCUMENT_FLOW = Workflow(
    Transition("submit", "提交签发", (S.DRAFT,), S.SUBMITTED, "documents.draft_document",
               WHOLE, goes_to_signer),
    Transition("submit_review", "提交审核", (S.DRAFT,), S.IN_REVIEW, "documents.draft_document",
               WHOLE, goes_to_review),
    Transition("pass_review", "审核通过", (S.IN_REVIEW,), S.SUBMITTED,
               "documents.review_document",
               (endorsed_by_its_post, reviewed_by_another, *WHOLE)),
    Transition("return_review", "审核退回", (S.IN_REVIEW,), S.DRAFT,
               "documents.review_document",
               (endorsed_by_its_post, reviewed_by_another)),
    Transition("complete", "定稿归卷", (S.DRAFT,), S.ISSUED, "documents.keep_record",
               (own_or_drafter, *READY, not_before_draft), is_record),
    Transition("return_draft", "退回修改", (S.SUBMITTED,), S.DRAFT, "documents.sign_document",
               (signed_by_its_post,)),
    Transition("sign", "签发", (S.SUBMITTED,), S.ISSUED, "documents.sign_document",
               (signed_by_its_post, *READY, signed_by_another, signed_by_a_third,
                not_before_draft)),
    Transition("void", "作废", (S.DRAFT, S.IN_REVIEW, S.SUBMITTED), S.VOID,
               "documents.keep_record", (own_or_drafter,)),
    Transition("void_issued", "作废", (S.ISSUED,), S.VOID, "documents.sign_document",
               (signed_by_its_post, moves_nothing)),
    Transition("replace", "更正", (S.ISSUED,), S.VOID, "documents.view_document", (), is_replaced),
)
# fmt: on
