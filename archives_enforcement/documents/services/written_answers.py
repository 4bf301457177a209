"""书面答复 by the receiver of a letter that asks: online, or entered from paper with its scan."""

from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.documents import written_answers
from archives_enforcement.documents.models import Document, WrittenAnswer
from archives_enforcement.files.services import attach
from archives_enforcement.notifications.services import tell
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock

PURPOSE = "书面答复"


@act
def answer_letter(document: Document, *, actor, on: date, text: str, files=()) -> WrittenAnswer:
    """答复 by the receiver's own person; the first one meets the clock of the letter (D-I20).

    Raises Refused before the letter was received, when it does not hold, or without a word.
    """
    return _answer(document, written_answers.ANSWER, actor, on, text, files)


@act
def enter_letter_answer(
    document: Document, *, actor, on: date, text: str, files=()
) -> WrittenAnswer:
    """代录: staff enter what the receiver answered on paper on the day `on`; its scan is needed."""
    if not files:
        raise Refused("代录必须附书面答复的扫描件或照片，请选择文件后再提交。")
    return _answer(document, written_answers.ENTER, actor, on, text, files)


def _answer(document, permission: str, actor, on: date, text: str, files) -> WrittenAnswer:
    on_behalf = permission == written_answers.ENTER
    label = "代录书面答复" if on_behalf else "书面答复"
    document = lock(document, actor)
    check_permission(actor, permission, label)
    backfilled = check_date(actor, on)
    if why := written_answers.why_none(document) or _wrong(document, text, on):
        raise Refused(why)
    row = WrittenAnswer.objects.create(
        document=document, text=text.strip(), answered_on=on, answered_by=actor,
        on_behalf=on_behalf,
    )  # fmt: skip
    attach(
        row, files, purpose=PURPOSE, actor=actor, bureau=document.bureau, party=document.party,
        shown_to_party=True,
    )  # fmt: skip
    deadlines.meet(document, written_answers.CLOCK, on=on, note=label)
    if document.drafted_by != actor:
        words = f"{document.party}答复了{document}。"
        tell([document.drafted_by], words, url=document.get_absolute_url())
    trail.record(
        document, "enter_letter_answer" if on_behalf else "answer_letter", label, actor=actor,
        on=on, backfilled=backfilled, on_behalf_of=document.party.name if on_behalf else "",
    )  # fmt: skip
    return row


def _wrong(document: Document, text: str, on: date) -> str | None:
    if not text.strip():
        return "请写明答复的内容。"
    if on < (day := written_answers.received_on(document)):
        return f"答复日期不能早于收到文书的日期（{cn_date(day)}）。"
    if document.written_answers.filter(text=text.strip()).exists():
        return "这份答复已经提交，不用再交一次。请刷新页面查看。"
    return None
