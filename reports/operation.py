"""运行情况: what an operator's monitor asks, in figures and as one yes or no."""

import shutil
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.db import DatabaseError, connection
from django.utils import timezone
from redis import Redis
from redis.exceptions import RedisError

from archives_enforcement.documents.typesetting import fonts
from archives_enforcement.jobs import queue, tick
from archives_enforcement.jobs.models import Job

WAIT = 1  # seconds for the broker's answer
LATEST_TICK = 180  # seconds; the timer comes round every 30, a paper may take 40
MEGABYTE = 1024 * 1024


class Gauge(NamedTuple):
    name: str
    meaning: str
    value: float
    ok: bool = True


def gauges() -> list[Gauge]:
    """Everything that is measured; what cannot be read counts as not well."""
    database = _database()
    return [
        Gauge("database_up", "数据库能否应答", database, bool(database)),
        Gauge(
            "broker_up", "队列能否应答（没有 Redis 的为 1）", (broker := _broker()), bool(broker)
        ),
        _tick(),
        _fonts(),
        _disk(),
        *(_jobs() if database else ()),
    ]


def is_ready() -> bool:
    return all(gauge.ok for gauge in gauges())


def _database() -> int:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return 0
    return 1


def _broker() -> int:
    if not settings.REDIS_URL:
        return 1
    limits = {"socket_connect_timeout": WAIT, "socket_timeout": WAIT}
    try:
        with Redis.from_url(settings.REDIS_URL, **limits) as redis:
            redis.ping()
    except (RedisError, OSError):
        return 0
    return 1


def _tick() -> Gauge:
    age = tick.age()
    value = -1 if age is None else round(age)
    meaning = "后台任务上次转一圈到现在的秒数（-1 为从来没有）"
    return Gauge("tick_age_seconds", meaning, value, 0 <= value <= LATEST_TICK)


def _fonts() -> Gauge:
    missing = len(fonts.missing(settings.FONT_DIR))
    return Gauge("fonts_missing", "缺少的公文字体", missing, not missing)


def _disk() -> Gauge:
    free = shutil.disk_usage(Path(settings.DATA_DIR)).free
    enough = free >= settings.DISK_LEAST_MB * MEGABYTE
    return Gauge("disk_free_bytes", "数据目录所在磁盘的剩余空间", free, enough)


def _jobs() -> list[Gauge]:
    """They are for an alarm, not against readiness: a paper that failed stops nobody's page."""
    now = timezone.now()
    oldest = queue.due(now).values_list("due_at", flat=True).first()
    waits = (now - oldest).total_seconds() if oldest else 0
    failed = Job.objects.filter(state=Job.State.FAILED).count()
    return [
        Gauge("jobs_due", "到时间还没有处理的后台任务", queue.due(now).count()),
        Gauge("oldest_job_seconds", "其中最早的一件等了几秒", round(waits)),
        Gauge("jobs_failed", "处理失败的后台任务", failed),
    ]
