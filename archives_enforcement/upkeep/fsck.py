"""全库核查: whether everything the site keeps is whole and fits together.

Nothing is changed and nothing is kept in memory but what was found: rows and files are read one
after another. Each part counts what it looked at and says in words what is wrong.
"""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils import timezone

from archives_enforcement.audit import trail
from archives_enforcement.documents import series, wholeness
from archives_enforcement.documents.models import Document, NumberSequence
from archives_enforcement.jobs.models import Job
from archives_enforcement.upkeep import belonging, stored
from archives_enforcement.workdays.models import Deadline, TimeLimit

SILENT = timedelta(minutes=1)  # after the end of a lease: two sweeps have passed it over


class Part(NamedTuple):
    """One part of the check: how many things there are to look at, and what is wrong with them."""

    code: str
    label: str
    unit: str  # what is counted
    look: Callable[[], tuple[int, Iterator[str]]]


class Result(NamedTuple):
    part: Part
    seen: int
    faults: list[str]


def check() -> Iterator[Result]:
    """Every part, one after another."""
    for part in PARTS:
        seen, faults = part.look()
        yield Result(part, seen, list(faults))


def _documents():
    return Document.objects.filter(number__isnull=False).count(), wholeness.faults()


def _numbers():
    return NumberSequence.objects.count(), iter(series.gaps())


def _jobs():
    silent = Q(lease_until=None) | Q(lease_until__lt=timezone.now() - SILENT)
    rows = Job.objects.filter(silent, state=Job.State.RUNNING).order_by("pk")
    faults = (f"后台任务 {job.pk}（{job.kind}）占用已到期，没有被接手" for job in rows.iterator())
    return Job.objects.count(), faults


def _clocks():
    return Deadline.objects.count(), _faults_of_clocks()


def _faults_of_clocks() -> Iterator[str]:
    codes = set(TimeLimit.objects.values_list("code", flat=True))
    for clock in Deadline.objects.order_by("pk").iterator():
        if clock.code not in codes:
            yield f"期限 {clock.pk} {clock}没有规则（{clock.code}）"
        if not clock.explanation:
            yield f"期限 {clock.pk} {clock}没有起算的说明"
    for kind in ContentType.objects.filter(pk__in=Deadline.objects.values("content_type")):
        model = kind.model_class()
        lost = Deadline.objects.filter(content_type=kind).exclude(
            object_id__in=model._base_manager.values("pk")
        )
        for clock in lost.iterator():
            yield f"期限 {clock.pk} {clock}所属的{model._meta.verbose_name}不存在"


def _audit():
    count, faults = trail.problems()
    return count, iter(faults)


PARTS = (
    Part("documents", "已签发文书", "份", _documents),
    Part("numbers", "发文字号序列", "个", _numbers),
    Part("files", "文件登记", "条", stored.look),
    Part("jobs", "后台任务", "个", _jobs),
    Part("clocks", "期限", "个", _clocks),
    Part("audit", "执法全过程记录", "条", _audit),
    Part("bureaux", "记录之间的机关归属", "种", belonging.look),
)
