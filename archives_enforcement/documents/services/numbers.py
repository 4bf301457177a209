"""设定起始号: where the numbers of the system begin after those given out on paper."""

from datetime import date

from django.db.models import Max
from django.utils import timezone

from archives_enforcement.audit import trail
from archives_enforcement.documents import numbering
from archives_enforcement.documents.models import Document, NumberSequence
from archives_enforcement.workflow import Refused, act, check_date, check_permission


@act
def set_start(kind: str, year: int, *, start: int, reason: str, actor, on: date) -> NumberSequence:
    """The numbers 1 to `start` of a series of the actor's bureau were given out on paper.

    Raises Refused once the system has numbered a paper in the series, below the number of an old
    paper that is entered already, for a year to come, and without a reason.
    """
    check_permission(actor, "documents.set_number_start", "设定起始号")
    backfilled = check_date(actor, on)
    if not reason.strip():
        raise Refused("请写明理由，例如：本年度此前用纸质登记簿编号。")
    if year > timezone.localdate().year:
        raise Refused(f"{year}年还没有开始，没有已经用过的字号。请到当年再设定。")
    sequence = numbering.locked(actor.bureau, kind, year)
    if why := _refusal(sequence, start):
        raise Refused(why)
    before, sequence.start, sequence.last = sequence.start, start, start
    sequence.save(update_fields=["start", "last"])
    trail.record(
        sequence,
        "set_start",
        "设定起始号",
        actor=actor,
        on=on,
        note=reason.strip(),
        backfilled=backfilled,
        details={"start": start, "before": before},
    )
    return sequence


def _refusal(sequence: NumberSequence, start: int) -> str | None:
    if sequence.last > sequence.start:
        return (
            f"系统已经编到第 {sequence.last} 号，起始号不能再改。"
            "漏登的纸质文书，字号不大于起始号的可以补录。"
        )
    entered = Document.objects.filter(
        bureau=sequence.bureau, kind=sequence.kind, year=sequence.year
    ).aggregate(last=Max("serial"))["last"]
    if entered is not None and start < entered:
        return f"第 {entered} 号已经补录，起始号不能小于它。请核对纸质登记簿的末号。"
    return None
