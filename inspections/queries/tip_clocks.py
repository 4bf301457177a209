"""The clocks of tips: until when one is sorted, and until when who told it has his answer."""

from datetime import date

from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import deadlines
from archives_enforcement.workdays.deadlines import OPEN
from archives_enforcement.workdays.models import Deadline
from inspections.models import Tip

# 举报受理; 投诉处理结果告知（开放利用，自收到起算）; 举报办理答复（自受理起算，可延长一次）
ACCEPTANCE, RESULT, ANSWER = "D-I16", "D-I17", "D-S08"
ANSWERING = (RESULT, ANSWER)


def answering(tip: Tip) -> Deadline | None:
    """The clock that runs until the answer; None when none does."""
    return deadlines.for_subject(tip).filter(OPEN, code__in=ANSWERING).first()


def answer_due(tip: Tip) -> date | None:
    clock = answering(tip)
    return clock.due_on if clock else None


def promised(tip: Tip) -> str:
    """What the holder of a query code is told of the day; nothing once it has passed."""
    clock = answering(tip) if tip.state == Tip.State.ACCEPTED else None
    if clock is None:
        return ""
    longer = "办理期限已经延长，" if clock.extended_from else ""
    return f"{longer}最迟{cn_date(clock.due_on)}答复。"
