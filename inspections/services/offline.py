"""离线准备: an officer of the team takes a visit along."""

from datetime import date, timedelta

from django.conf import settings
from django.utils import timezone

from archives_enforcement.audit import trail
from archives_enforcement.workflow import Act, Refused, act, check_permission, lock
from inspections.approval_guards import on_the_approved_day
from inspections.guards import announced_or_reason
from inspections.models import Inspection, OfflineBundle
from inspections.queries import offline as queries
from inspections.services.recording import check_recorder

LABEL = "离线准备"
RECORD = "inspections.record_inspection"


@act
def prepare(inspection: Inspection, *, actor, on: date) -> tuple[OfflineBundle, dict]:
    """Note who took along what, and give it out: the bundle and its content.

    Raises Refused before the approval and after the end of the visit, for whoever is no licensed
    officer of the team, once the approved day has passed, and while the unit has neither its
    notice nor is to have none.
    """
    inspection = lock(inspection, actor)
    check_permission(actor, RECORD, LABEL)
    if inspection.state not in queries.READY:
        raise Refused(
            f"现在的状态是“{inspection.get_state_display()}”，不能离线准备。"
            "检查批准以后、结束以前才能带到现场。"
        )
    check_recorder(inspection, actor, inspection.day)
    if inspection.state == Inspection.State.APPROVED:
        going = Act(actor, max(on, inspection.scheduled_on), RECORD)
        for guard in (on_the_approved_day, announced_or_reason):
            if why := guard(inspection, going):
                raise Refused(why)  # else what is recorded without network could not be taken in
    content, now = queries.content(inspection, actor), timezone.now()
    bundle = OfflineBundle.objects.create(
        inspection=inspection,
        user=actor,
        version=queries.version(content),
        issued_at=now,
        valid_until=now + timedelta(days=settings.OFFLINE_DAYS),
    )
    details = {"bundle": str(bundle.pk), "version": bundle.version}
    trail.record(inspection, "prepare_offline", LABEL, actor=actor, on=on, details=details)
    return bundle, content
