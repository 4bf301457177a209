"""过错灯 over making a result public: what the term for it says (行政处罚法第四十八条)."""

from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays.consequences import Consequence
from archives_enforcement.workflow import Act
from publicity.models import Notice
from publicity.queries.notices import publication_clock
from publicity.workflow import NOTICE_FLOW

LATE = "L2101"


def facts(notice: Notice, act: Act) -> dict[str, str]:
    """Whether the term to publish has run out on the day of the act; practice only reminds."""
    clock = publication_clock(notice)
    if clock is None or not clock.is_open or clock.due_on >= act.on:
        return {}
    if clock.consequence == Consequence.REMIND:
        return {}
    days = (act.on - clock.due_on).days
    return {LATE: f"“{clock.name}”已于{cn_date(clock.due_on)}届满，逾期{days}天"}


NOTICE_FLOW.watch(facts, {"approve": (LATE,), "publish": (LATE,)})
