"""Draws brought to a state through the services; the clock stands where the act needs it."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import time_machine

from inspections.services import draws
from tests.inspections import arranging

SHANGHAI = ZoneInfo("Asia/Shanghai")
PREPARED = datetime(2026, 11, 20, 10, 0, tzinfo=SHANGHAI)
WITNESSED = datetime(2026, 11, 20, 16, 0, tzinfo=SHANGHAI)
ANNOUNCED = datetime(2026, 11, 22, 21, 15, tzinfo=SHANGHAI)
HELD = datetime(2026, 11, 23, 9, 0, tzinfo=SHANGHAI)
NUMBER = "03081217222909"
CONTRIBUTION = "兰台 2026"
SETTINGS = {
    "title": "2026年下半年随机抽查",
    "kinds": [],
    "unit_count": 2,
    "officer_count": 2,
    "source": "双色球第2026135期开奖号码，红球从小到大、再加蓝球，每个写两位",
    "announced_at": ANNOUNCED,
    "place": "示例路1号会议室",
    "witness_name": "监督人甲",
    "witness_post": "示例区司法局执法监督科科长",
}


def at(moment: datetime):
    """The clock stands at that moment."""
    return time_machine.travel(moment, tick=False)


def prepared(clerk, **settings):
    with at(PREPARED):
        return draws.prepare(actor=clerk, on=PREPARED.date(), **{**SETTINGS, **settings})


def publish(draw, clerk):
    with at(PREPARED):
        return draws.publish(draw, actor=clerk, on=PREPARED.date())


def contribute(draw, clerk, contribution=CONTRIBUTION):
    with at(WITNESSED):
        return draws.contribute(draw, actor=clerk, on=WITNESSED.date(), contribution=contribution)


def hold(draw, clerk, number=NUMBER):
    with at(HELD):
        return draws.hold(draw, actor=clerk, on=HELD.date(), number=number)


def published(clerk, **settings):
    return publish(prepared(clerk, **settings), clerk)


def contributed(clerk, **settings):
    return contribute(published(clerk, **settings), clerk)


def held(clerk, **settings):
    return hold(contributed(clerk, **settings), clerk)


def adopt(draw, head, plan, **values):
    chosen = {"kind": "daily", "month": 12, "checklist": arranging.checklist(), **values}
    return draws.adopt(draw, actor=head, on=today(), plan=plan, **chosen)


def today() -> date:
    return HELD.date()
