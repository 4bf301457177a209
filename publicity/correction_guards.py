"""Why a request for correction cannot be decided yet; each guard returns the sentence or None."""

from archives_enforcement.workflow import Act
from publicity.models import CorrectionRequest, Notice
from publicity.queries.leaving_out import at_first_sight

BASIS = "依据：本机关公示制度。"


def decided_by_another(row: CorrectionRequest, act: Act) -> str | None:
    if row.proposed_by_id in act.persons:
        return f"核实人不能决定自己核实的申请，请由机关负责人决定。{BASIS}"
    return None


def still_public(row: CorrectionRequest, act: Act) -> str | None:
    if not Notice.objects.public_on(act.on).filter(pk=row.notice_id).exists():
        return "这件公示已经不再公开，不用更正，请退回后按不予更正办理并说明理由。"
    return None


def nothing_private(row: CorrectionRequest, act: Act) -> str | None:
    if found := at_first_sight(row.notice, "\n".join(row.proposal.values())):
        return f"拟更正的内容里有{'、'.join(found)}，不能公开，请退回修改。{BASIS}"
    return None
