"""补正: a slip of the pen (笔误) in a paper whose contents come from a record.

Such a paper is not replaced: what it decides stands, and the terms that its delivery started run
on. A notice of its own number states the old and the new words and is delivered like it.
《行政处罚法》 has no article on this. Courts put right the slips of their judgments by a ruling
(《最高人民法院关于适用〈中华人民共和国行政诉讼法〉的解释》第一百零一条, not read at source: M); the
bureau does by analogy what is its own practice. So the measure is strict: words alone.
"""

import re
from collections import Counter

from archives_enforcement.documents import composing, kinds
from archives_enforcement.documents.models import Document

KIND = "slip_notice"
DECIDES = ("penalty", "proposal", "performance", "basis", "remedies")  # fields that hold outcome
# What carries fact, law or outcome: figures, titles and articles of law, negations.
WEIGHT = re.compile(r"[0-9]+|[〇零一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟两]+"
                    r"|《[^》]*》?|[不未无非没免]|警告|罚款|没收|责令")  # fmt: skip
OTHERWISE = "决定不当的请依法撤销、变更，或者重新告知"


def why_none(document: Document) -> str | None:
    """Why there can be no 补正 of the paper; None when there can."""
    kind = kinds.KINDS[document.kind]
    if document.kind == KIND:
        return "补正通知书本身有错的，请对原文书再作补正。"
    if not document.holds or document.is_entered:
        return "这份文书不是本系统签发的现行有效的文书，不能补正。"
    if kind.corrected_by_new or not kind.affects_rights:
        return f"{kind.label}有错的，请用“更正”办理。"
    if under_way := notices(document).filter(state__in=Document.OPEN).first():
        return f"已经有一份补正正在办理（{under_way.drafted_by}起草），请先办完或者作废那一份。"
    return None


def refusal(document: Document, old: str, new: str) -> str | None:
    """Why these words cannot be put right as a slip; None when only words change."""
    if not old or not new or old == new:
        return "请写明原来的文字和补正后的文字，两者不能相同。"
    if old not in _plain(composing.sheet(document)):
        return f"{document.number}里没有“{old}”，请照原文书抄写，连同标点。"
    if any(old in _plain(document.fields.get(name, "")) for name in DECIDES):
        return f"“{old}”属于处理结果、依据、履行或者救济的内容，不能补正；{OTHERWISE}。"
    if _weight(old) != _weight(new):
        return f"数字、日期、金额、法律条文、是与否有改变的，不是笔误，不能补正；{OTHERWISE}。"
    return None


def notices(document: Document):
    """The 补正 of a paper that were not made void, oldest first."""
    rows = Document.objects.filter(
        kind=KIND, content_type_id=document.content_type_id, object_id=document.object_id
    )
    return (
        rows.filter(fields__corrects=document.pk).exclude(state=Document.State.VOID).order_by("pk")
    )


def of_decision(document: Document):
    """The issued 补正 of a paper; none of one that is replaced by a corrected one instead."""
    issued = Document.State.ISSUED
    concerned = kinds.KINDS[document.kind].affects_rights and document.kind != KIND
    return notices(document).filter(state=issued) if concerned else Document.objects.none()


def _plain(content) -> str:
    """All that stands in a part of a paper, one after another."""
    if isinstance(content, dict):
        content = content.values()
    return content if isinstance(content, str) else "\n".join(map(_plain, content or ()))


def _weight(words: str) -> Counter:
    return Counter(WEIGHT.findall(words))
