"""现场检查笔录: the numbered paper made from what was recorded on site."""

from datetime import date

from archives_enforcement.documents import services as documents
from archives_enforcement.documents.models import Document
from archives_enforcement.documents.queries import documents_about
from archives_enforcement.workflow import Refused, act, check_permission, lock
from inspections import guards
from inspections.models import Inspection
from inspections.queries import progress, site_record
from inspections.queries.recording import HELD


@act
def draft_site_record(inspection: Inspection, *, actor, on: date) -> Document:
    """制作笔录 after the visit, by an officer who was there (行政处罚法第五十五条: 应当制作笔录).

    Raises Refused before the visit has ended, to officers who were not on the team with a valid
    certificate, and when there is one already.
    """
    inspection = lock(inspection, actor)
    check_permission(actor, "inspections.record_inspection", "制作现场检查笔录")
    if inspection.state not in HELD:
        raise Refused("检查还没有结束，不能制作笔录。请先结束现场检查、签字或者注明拒签。")
    if actor.pk not in guards.licensed_officers(inspection, inspection.inspected_on):
        raise Refused(
            "笔录由到场的持证执法人员制作，您不是这次检查的执法人员。"
            f"依据：{guards.licence_basis(inspection.inspected_on)}。"
        )
    if progress.latest(documents_about(inspection, actor), site_record.KIND):
        raise Refused("这次检查已经有现场检查笔录，请在原笔录上办理；写错的先作废。")
    return documents.draft(
        inspection,
        site_record.KIND,
        bureau=inspection.bureau,
        party=inspection.party,
        title="现场检查笔录",
        fields=site_record.fields(inspection),
        actor=actor,
        on=on,
    )
