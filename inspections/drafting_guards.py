"""Why a paper of the catalogue cannot be drafted on a record yet: the sentence, or None."""

from datetime import date

from inspections.models import Draw, Finding, Inspection, Invitation
from inspections.queries import letters
from inspections.queries.measures import without_paper


def invitation_refusal(invitation: Invitation, kind: str, on: date) -> str | None:
    if invitation.attended:
        return None
    return "观察员没有到场观察这次检查，不能据此颁发证书。请在登记到场以后起草。"


def draw_refusal(draw: Draw, kind: str, on: date) -> str | None:
    return None if draw.result else "还没有抽取，没有可以记录的结果。请在抽取以后起草。"


CRITICISM = "criticism_record"


def finding_refusal(finding: Finding, kind: str, on: date) -> str | None:
    """教育 concerns an unlawful act that is not punished (行政处罚法第三十三条第三款)."""
    if letters.only_advises(finding):
        return (
            "这一项是改进建议或者工作要求，不是违法行为，不作批评教育记录。"
            "依据：《中华人民共和国行政处罚法》第三十三条第三款。"
        )
    if finding.inspection.inspected_on is None:
        return "检查还没有进行，没有可以批评教育的事实。"
    return None


ORDER = "correction_order"
PROPOSAL = "handling_proposal"
PROPOSED_OF_A_LEAD = (
    "处理建议须有法律、法规规定给予处分的情形，检查发现问题、逾期没有整改本身不够。"
    "请先转为线索，认定事实后在线索上提出处理建议。"
    "依据：《中华人民共和国档案法》第四十八条，《中华人民共和国档案法实施条例》第四十六条。"
)
NEEDS_FINDINGS = ("correction_order", "rectification_ledger", "review_opinion")
NO_FINDINGS = (
    "这次检查还没有记录问题，没有可以责令整改、复核的事项。"
    "依据：《中华人民共和国档案法》第四十五条。"
)


def visit_refusal(inspection: Inspection, kind: str, on: date) -> str | None:
    """An order, a ledger or a re-check rests on problems that were found (档案法第四十五条)."""
    if kind == PROPOSAL:
        return PROPOSED_OF_A_LEAD
    if kind not in NEEDS_FINDINGS or inspection.findings.exists():
        return None
    if kind == ORDER and (letters.hazards_on_site(inspection) or without_paper(inspection)):
        return None  # a hazard is ordered away at once, the visit need not have ended
    return NO_FINDINGS
