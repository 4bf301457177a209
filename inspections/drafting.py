"""Papers of the catalogue on a visit and on a lead, and what these records say already."""

from django.urls import reverse

from archives_enforcement.accounts.models import Party
from archives_enforcement.documents.drafting import (
    Listing,
    Subject,
    Way,
    register,
    register_way,
)
from inspections import drafting_guards as guards
from inspections.models import (
    Checklist,
    Draw,
    Exemplary,
    Finding,
    Inspection,
    Interview,
    Invitation,
    Lead,
    Plan,
    SelfReport,
)
from inspections.queries import (
    checklists,
    draws,
    exemplary,
    interviews,
    letters,
    paper_facts,
    plan_paper,
    progress,
    self_notices,
)
from inspections.queries.search import unit_like
from inspections.services import feedback, notices

S = Inspection.State


STATES = {  # in which a visit comes into question for a paper that has its own time
    progress.NOTICE: (S.DRAFT, S.PENDING, S.APPROVED),
    progress.LETTER: (S.ON_SITE, S.RECORDED),
}


def visits_for(rows, kind: str):
    """The visits on which such a paper may be due: the next ones first, or the last ones."""
    if kind in STATES:
        return rows.filter(state__in=STATES[kind]).order_by("scheduled_on", "pk")
    return rows.exclude(state=S.CANCELLED).order_by("-scheduled_on", "-pk")


VISITS = Listing(
    "检查",
    rows=visits_for,
    read=lambda rows: rows.select_related("unit__party", "bureau").prefetch_related("findings"),
    like=lambda text: unit_like(text, "unit__"),
    detail=lambda visit: visit.get_state_display(),
    choices={"kind": ("检查类型", Inspection.Kind.choices), "state": ("状态", S.choices)},
    day="scheduled_on",
)


def words_of_letter(inspection: Inspection, typed: dict) -> dict:
    """What a letter says beside its findings: the visit in the record's words."""
    return {
        "overview": feedback.default_overview(inspection),
        "phone": inspection.bureau.phone,
        "cc": [name for part in typed.get("cc", "").split("、") if (name := part.strip())],
        "printer": typed.get("printer", ""),
    }


register(
    "inspection",
    Subject(
        Inspection,
        lambda inspection: inspection.party,
        paper_facts.visit_facts,
        guards.visit_refusal,
        listing=VISITS,
    ),
)
register_way(
    "inspection",
    progress.NOTICE,
    Way(
        notices.DRAFT,
        notices.TITLE,
        draft=lambda visit, *, title, fields, **who: notices.draft_notice(visit, **who),
        facts=lambda visit, typed, on: notices.notice_fields(visit),
        refusal=notices.not_ready,
        own_title=True,
        once=True,
    ),
)
register_way(
    "inspection",
    progress.LETTER,
    Way(
        feedback.DRAFT,
        feedback.TITLE,
        draft=lambda visit, *, title, fields, **who: feedback.draft_letter(
            visit, **words_of_letter(visit, fields), **who
        ),
        facts=lambda visit, typed, on: letters.fields(visit, on, **words_of_letter(visit, typed)),
        refusal=feedback.not_ready,
        asked=lambda visit, on: {"cc": "抄送（多个机关用顿号隔开）", "printer": "印发机关"},
        own_title=True,
        once=True,
    ),
)
register(
    "finding",
    Subject(
        Finding,
        lambda finding: finding.inspection.party,
        paper_facts.criticism_facts,
        guards.finding_refusal,
        stands_on=lambda finding: finding.inspection,
    ),
)
register(
    "draw",
    Subject(Draw, lambda draw: None, lambda draw, on: draws.facts(draw), guards.draw_refusal),
)
register("plan", Subject(Plan, lambda plan: None, plan_paper.facts, plan_paper.refusal))
register(
    "checklist",
    Subject(Checklist, lambda checklist: None, lambda checklist, on: checklists.facts(checklist)),
)
register(
    "invitation",
    Subject(
        Invitation,
        lambda invitation: None,
        paper_facts.invitation_facts,
        guards.invitation_refusal,
        page=lambda invitation: invitation.inspection.get_absolute_url(),
        stands_on=lambda invitation: invitation.inspection,
    ),
)
register(
    "interview",
    Subject(
        Interview,
        lambda interview: interview.unit.party,
        interviews.minutes_facts,
        interviews.minutes_refusal,
        basis=interviews.basis,
        link_for_party=lambda interview: (
            "查看约谈和承诺",
            reverse("inspections:portal-inspection", args=[interview.inspection_id]),
        ),
    ),
)
register(
    "exemplary",
    Subject(
        Exemplary,
        lambda row: row.inspection.party,
        exemplary.decision_facts,
        exemplary.decision_refusal,
    ),
)
register("lead", Subject(Lead, lambda lead: lead.party, paper_facts.lead_facts))
register(
    "self_report",
    Subject(
        SelfReport,
        lambda report: report.unit.party,
        self_notices.facts,
        self_notices.refusal,
        link_for_party=lambda report: ("填报自查报告", report.get_portal_url()),
        listing=Listing(
            "自查报告",
            rows=self_notices.awaiting,
            read=lambda rows: rows.select_related(
                "unit__party", "self_inspection__rule", "self_inspection__bureau"
            ),
            like=lambda text: unit_like(text, "unit__"),
            detail=lambda report: report.unit.party.get_kind_display(),
            choices={"unit__party__kind": ("性质", Party.Kind.choices)},
        ),
    ),
)
