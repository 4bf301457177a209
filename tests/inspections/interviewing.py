"""约谈: calling in a unit, its notice, and the talk itself."""

from datetime import time

from archives_enforcement.documents import services as documents
from archives_enforcement.documents.models import Document
from inspections.models import Finding
from inspections.services import interview_minutes
from inspections.services import interviews as services
from tests.inspections.rectifying import days

TODAY = days(0)
PLACE = "示例路1号会议室"


def create(visit, actor, *, on=TODAY, findings=None, **values):
    facts = {
        "kind": "work",
        "findings": Finding.objects.filter(inspection=visit) if findings is None else findings,
        "reason": "下列问题逾期没有整改。",
        "scheduled_on": days(5),
        "scheduled_at": time(14, 30),
        "place": PLACE,
        **values,
    }
    return services.create(visit, actor=actor, on=on, **facts)


def notice_of(interview):
    return Document.objects.get(kind="interview_notice", object_id=interview.pk)


def issue(interview, officer, head, *, on=TODAY):
    notice = notice_of(interview)
    documents.submit(notice, actor=officer, on=on)
    return documents.sign(notice, actor=head, on=on)


def hold(interview, actor, *, on=TODAY, **values):
    facts = {"present": "双方人员", "minutes": "逐项询问了整改情况。", **values}
    return interview_minutes.hold(interview, actor=actor, on=on, **facts)
