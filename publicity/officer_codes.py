"""执法码: what an officer shows on the spot, and what it tells to whoever scans it.

A code is signed and names a certificate, a check and a day; nothing of it is kept. It says who the
officer is and what he has to do at this unit today, and nothing of any other check.
"""

from datetime import date
from typing import NamedTuple

from django.core import signing
from django.utils import timezone

from archives_enforcement.accounts.models import Certificate
from inspections.models import Inspection, TeamMember

SALT = "publicity.officer_code"
S = Inspection.State
GOING = (S.APPROVED, S.ON_SITE)


class Answer(NamedTuple):
    """What a scan came to: a heading and a sentence; what stands is told, all else is None."""

    title: str
    text: str
    certificate: Certificate | None = None
    visit: Inspection | None = None

    @property
    def holds(self) -> bool:
        return self.certificate is not None and self.visit is not None


INVALID = Answer(
    "不是有效的执法码",
    "这个二维码不是本系统生成的，或者已被改动。请要求来人出示行政执法证件；"
    "不出示的，可以拒绝检查，并向档案主管部门核实。",
)
EXPIRED = Answer(
    "执法码已过期", "执法码只在检查当天有效。请要求执法人员当场重新打开自己的执法码再扫一次。"
)
NO_TASK = (
    "今天没有这次检查，或者这名执法人员不在检查组里。请要求出示检查通知，并向档案主管部门核实。"
)
NO_CERTIFICATE = "这本执法证件今天无效（没有生效、已经到期或者已经收回），持证人今天不能执法。"
UNLICENSED = (
    "您今天没有有效的行政执法证件，不能执法。依据：《中华人民共和国档案法实施条例》第四十七条。"
)
FOREIGN = "这名执法人员今天没有到贵单位检查的任务。请要求出示检查通知，并向档案主管部门核实。"


def certificate_of(user, day: date) -> Certificate | None:
    """The certificate in force that day; of several the one that lasts longest."""
    rows = Certificate.objects.valid_on(day).filter(user=user, user__is_active=True)
    return rows.select_related("user__bureau").order_by("-valid_to", "pk").first()


def refusal(visit: Inspection, user, day: date) -> str:
    """Why this person has no code for this check today; empty when he has."""
    if not _goes(visit, user):
        return "您不是这次检查的执法人员，没有这次检查的执法码。"
    if not _is_today(visit, day):
        return "执法码只在检查当天生成：检查已经批准，并且今天就是检查日期或者正在现场检查。"
    if certificate_of(user, day) is None:
        return UNLICENSED
    return ""


def make(visit: Inspection, user, day: date) -> str:
    """The code of one officer for one check on one day."""
    certificate = certificate_of(user, day)
    return signing.dumps([certificate.pk, visit.pk, day.isoformat()], salt=SALT)


def read(code: str, viewer) -> Answer:
    """What the code tells `viewer`, who may be anybody."""
    today = timezone.localdate()
    try:
        certificate_key, visit_key, day = signing.loads(code, salt=SALT)
    except (signing.BadSignature, ValueError, TypeError):
        return INVALID
    if day != today.isoformat():
        return EXPIRED
    rows = Certificate.objects.select_related("user__bureau", "photo")
    certificate = rows.filter(pk=certificate_key).first()
    visit = Inspection.objects.select_related("unit__party", "bureau").filter(pk=visit_key).first()
    return _told(certificate, visit, viewer, today)


def _told(certificate, visit, viewer, today: date) -> Answer:
    if certificate is None or not _in_force(certificate, today):
        return Answer("执法证件无效", NO_CERTIFICATE)
    if visit is None or not _goes(visit, certificate.user) or not _is_today(visit, today):
        return Answer("没有检查任务", NO_TASK, certificate)
    if viewer.is_authenticated and viewer.party_ids and visit.party.pk not in viewer.party_ids:
        return Answer("没有到贵单位检查的任务", FOREIGN, certificate)
    return Answer(
        "证件有效，有检查任务", "请核对来人与照片、姓名和证件是否一致。", certificate, visit
    )


def _in_force(certificate: Certificate, day: date) -> bool:
    rows = Certificate.objects.valid_on(day).filter(user__is_active=True)
    return rows.filter(pk=certificate.pk).exists()


def _goes(visit: Inspection, user) -> bool:
    """Whether he enforces at this check; what was handed over is the other's."""
    rows = visit.team.filter(part__in=TeamMember.ENFORCING)
    return rows.filter(user=user, carried_by=None).exists() or rows.filter(carried_by=user).exists()


def _is_today(visit: Inspection, day: date) -> bool:
    begun = visit.state == S.ON_SITE
    return begun or (visit.state in GOING and visit.scheduled_on == day)
