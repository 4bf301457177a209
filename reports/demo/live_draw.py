"""A draw that everybody can look up: published, with the witness's part; its number is to come."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from inspections.services import draw_exclusions, draws
from units.models import Unit

SETTINGS = {
    "kinds": ["township", "institution", "organ"],
    "unit_count": 2,
    "officer_count": 2,
    "source": "双色球下一期开奖号码（示例），红球从小到大、再加蓝球，每个写两位",
    "place": "示例区示例路1号会议室",
    "witness_name": "监督人庚",
    "witness_post": "示例区司法局执法监督科科长",
}


def play(clerk, left_out: Unit, today: date) -> None:
    who = {"actor": clerk, "on": today}
    evening = timezone.make_aware(datetime.combine(today + timedelta(days=2), time(21, 15)))
    title = f"{today.year}年第{(today.month + 2) // 3}季度随机抽查"
    draw = draws.prepare(**who, **SETTINGS, title=title, announced_at=evening)
    draw_exclusions.exclude(draw, **who, unit=left_out, reason="档案库房正在搬迁")
    draws.publish(draw, **who)
    draws.contribute(draw, **who, contribution="兰台 2026")
