"""What may still be done with a paper that was issued, and by whom."""

from archives_enforcement.documents import (
    drafting,
    kinds,
    queries,
    scanning,
    slips,
    written_answers,
)
from archives_enforcement.documents.workflow import correctable, own_or_drafter
from archives_enforcement.workflow import Act


def may_revise(document, user) -> bool:
    if {"blocks", "corrects"} & document.fields.keys():
        return False  # laid out from the record, or held against it: it is put right there
    return user.has_perm(drafting.KEEP) and own_or_drafter(document, Act(user, None)) is None


def may_correct(document, user) -> bool:
    drafter = kinds.KINDS[document.kind].drafter
    return (
        user.bureau_id == document.bureau_id
        and user.has_perm(drafting.KEEP)
        and user.has_perm(drafter)
        and correctable(document) is None
    )


def may_note_slip(document, user) -> bool:
    drafter = kinds.KINDS[slips.KIND].drafter
    own = user.bureau_id == document.bureau_id and user.has_perm(drafter)
    return own and document.number is not None and slips.why_none(document) is None


def may_answer(document, user) -> bool:
    own = user.bureau_id == document.bureau_id and user.has_perm(drafting.KEEP)
    return own and bool(queries.clocks_answered_here(document))


def may_enter_reply(document, user) -> bool:
    own = user.bureau_id == document.bureau_id and user.has_perm(written_answers.ENTER)
    return own and written_answers.asks(document) and document.holds


def may_add_scan(document, user) -> bool:
    own = user.bureau_id == document.bureau_id and user.has_perm(drafting.KEEP)
    return own and scanning.why_none(document, user) is None


LATER = (  # what is done about an issued paper, beside its delivery
    ("correct", "更正", may_correct),
    ("slip", "补正笔误", may_note_slip),
    ("answer", "登记办结", may_answer),
    ("reply-enter", "代录书面答复", may_enter_reply),
    ("scan", "上传签字扫描件", may_add_scan),
)
