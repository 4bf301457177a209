"""What forbids that an old paper is entered; each guard returns why not, or None.

`place` is where the number belongs in a series of the bureau (numbering.recognised), None for a
number of another scheme. The series' counter is locked while its guards look.
"""

from datetime import date

from django.db.models import Min
from django.utils import timezone

from archives_enforcement.documents import kinds, numbering
from archives_enforcement.documents.models import Document, NumberSequence
from archives_enforcement.documents.numbering import Number
from archives_enforcement.templatetags.formats import cn_date

FIRST_YEAR = 1949  # an earlier day is a slip of the pen


def incomplete(paper: Document) -> str | None:
    facts = {"标题": paper.title, "发文字号": paper.number, "签发人": paper.signer_name}
    if absent := [label for label, value in facts.items() if not value]:
        return f"请填写{'、'.join(absent)}，照纸质文书上的写。"
    longest = Document._meta.get_field("number").max_length
    if len(paper.number) > longest:
        return f"发文字号不能超过 {longest} 个字，请核对。"
    return None


def not_of_the_past(paper: Document) -> str | None:
    if paper.issued_on >= timezone.localdate():
        return "只补录以前签发的纸质文书，签发日期应当早于今天。今天签发的请在系统里起草、签发。"
    if paper.issued_on.year < FIRST_YEAR:
        return f"签发日期写成了{cn_date(paper.issued_on)}，请照纸质文书核对年份。"
    return None


def without_receiver(paper: Document) -> str | None:
    if paper.outward and paper.party is None:
        return f"{paper.get_kind_display()}是发给当事人的，请选择主送单位。"
    return None


def delivered_wrongly(paper: Document, delivered_on: date | None) -> str | None:
    if delivered_on is None:
        return None
    if not paper.outward:
        return f"{paper.get_kind_display()}是内部文书，没有送达日期，请不要填写。"
    if delivered_on < paper.issued_on:
        return f"送达日期不能早于签发日期（{cn_date(paper.issued_on)}），请核对送达回证。"
    if delivered_on > timezone.localdate():
        return "送达日期不能晚于今天，请核对送达回证。还没有送达的不填。"
    return None


def of_another_kind(paper: Document, place: tuple[str, Number] | None) -> str | None:
    if place and place[0] != paper.kind:
        label = kinds.KINDS[place[0]].label
        return f"{paper.number}是{label}的字号，请改选文书种类，或者核对字号。"
    return None


def out_of_place(paper: Document, sequence: NumberSequence) -> str | None:
    """The number in its series: given out on paper, in its year, before the system's first."""
    if not 1 <= paper.serial <= sequence.start:
        return (
            f"{sequence}的起始号是 {sequence.start}，第 {paper.serial} 号不是此前用纸质编的。"
            "请核对字号；起始号没有设定的，先请机关负责人在“发文字号”里设定。"
        )
    if paper.issued_on.year != paper.year:
        return f"字号的年份是{paper.year}年，签发日期应当在这一年，请核对。"
    first = _first_of_the_system(sequence)
    if first is not None and paper.issued_on > first:
        word = numbering.word(sequence.bureau, sequence.kind)
        return (
            f"系统从{cn_date(first)}起编{word}〔{paper.year}〕的字号，"
            "此前用纸质编号的文书，签发日期不能晚于这一天，请核对。"
        )
    return None


def _first_of_the_system(sequence: NumberSequence) -> date | None:
    rows = Document.objects.filter(
        bureau=sequence.bureau, kind=sequence.kind, year=sequence.year, serial__gt=sequence.start
    )
    return rows.aggregate(day=Min("issued_on"))["day"]
