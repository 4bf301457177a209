"""What may be done with a lead: each act open, or closed with the reason its facts give."""

from django.urls import reverse

from archives_enforcement.documents import drafting, kinds
from archives_enforcement.navigation import PageAct
from inspections.models import Lead
from penalties.fitness import Measure, Verdict
from penalties.models import Case
from penalties.queries.gate import PAPERS, UNDETERMINED

HANDLE, APPROVE = "penalties.handle_case", "penalties.approve_case"


def why_not_filed(verdict: Verdict | None) -> str:
    """Why no case may be filed on these facts; "" when they open a fine."""
    if verdict is None:
        return UNDETERMINED
    refusal = verdict.refusal(Measure.FINE)
    return f"不能按行政处罚立案。{refusal.sentence}" if refusal else ""


def lead_acts(lead: Lead, verdict: Verdict | None, user) -> list[PageAct]:
    case = getattr(lead, "case", None)
    if case is not None:
        return _recording(lead, user) if case.state in Case.OPEN else []
    if lead.state != Lead.State.OPEN:
        return []
    return [
        *_recording(lead, user, primary=verdict is None),
        *_filing(lead, verdict, user),
        *_papers(lead, verdict, user),
        *_visit(lead, user),
        *_settling(lead, user),
    ]


def _recording(lead: Lead, user, *, primary: bool = False) -> list[PageAct]:
    if not user.has_perm(HANDLE):
        return []
    return [PageAct("认定事实", reverse("penalties:lead-determine", args=[lead.pk]), primary)]


def _filing(lead: Lead, verdict: Verdict | None, user) -> list[PageAct]:
    if not user.has_perm(HANDLE):
        return []
    url = reverse("penalties:case-propose", args=[lead.pk])
    return [PageAct("提请立案", url, True, why_not_filed(verdict))]


def _papers(lead: Lead, verdict: Verdict | None, user) -> list[PageAct]:
    """The papers that these facts call for."""
    if verdict is None or not user.has_perm(drafting.KEEP):
        return []
    offered = {row.measure for row in verdict.offered}
    return [
        PageAct(
            f"起草{kinds.KINDS[kind].label}",
            reverse("documents:draft", args=["lead", lead.pk, kind]),
        )
        for kind, measures in PAPERS.items()
        if offered & set(measures) and user.has_perm(kinds.KINDS[kind].drafter)
    ]


def _visit(lead: Lead, user) -> list[PageAct]:
    if not user.has_perm("inspections.draft_inspection") or not hasattr(lead.party, "unit"):
        return []
    return [PageAct("安排个案检查", f"{reverse('inspections:inspection-create')}?lead={lead.pk}")]


def _settling(lead: Lead, user) -> list[PageAct]:
    """办结 without a case: the officer proposes, the head approves or sends back."""
    row = getattr(lead, "settlement", None)
    waits = row is not None and row.waits
    if not waits:
        url = reverse("penalties:lead-settle", args=[lead.pk])
        return [PageAct("提请办结", url)] if user.has_perm(HANDLE) else []
    if not user.has_perm(APPROVE) or row.proposed_by_id == user.pk:
        return []
    return [
        PageAct("批准办结", reverse("penalties:lead-settle-approve", args=[lead.pk]), True),
        PageAct("退回办结", reverse("penalties:lead-settle-return", args=[lead.pk])),
    ]
