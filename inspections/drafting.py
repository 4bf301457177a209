"""Papers of the catalogue on a visit and on a lead, and what these records say already."""

from datetime import date

from django.urls import reverse

from archives_enforcement.accounts.models import Party
from archives_enforcement.documents.drafting import (
    Listing,
    Subject,
    Way,
    register,
    register_way,
)
from archives_enforcement.templatetags.formats import cn_date
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
    TeamMember,
)
from inspections.queries import (
    checklists,
    draws,
    exemplary,
    interviews,
    letters,
    plan_paper,
    progress,
    self_notices,
    slots,
    teams,
)
from inspections.queries.measures import ordered_orally, without_paper
from inspections.queries.search import unit_like
from inspections.queries.visits import carried_out
from inspections.services import feedback, notices

S = Inspection.State


def visit_facts(inspection: Inspection, on: date) -> dict:
    return {
        "unit": inspection.party.name,
        "party": inspection.party.name,
        "kind": inspection.get_kind_display(),
        "time": slots.when(inspection.scheduled_on, inspection.session),
        "place": inspection.place,
        "officers": officers(inspection),
        "assistants": "、".join(
            str(member.user)
            for member in teams.members(inspection)
            if member.part not in TeamMember.ENFORCING
        ),
        "source": inspection.get_kind_display(),
        "problems": "\n".join(
            f"{row.position}. {row.text}（{row.requirement}）"
            for row in letters.findings_of(inspection)
        ),
        "count": str(carried_out(inspection)),
        **_joined(_hazards(inspection), ordered_orally(inspection)),
    }


def _joined(*found: dict) -> dict:
    """A fact of which several things speak says each of them, a line or more for each."""
    names = dict.fromkeys(name for facts in found for name in facts)
    return {name: "\n".join(facts[name] for facts in found if name in facts) for name in names}


ORDERED_BY = "《中华人民共和国档案法》第四十五条"
CONSEQUENCE = (  # 档案法第四十八条第八项: a sanction, by whoever has the power; never a fine
    "存在档案安全隐患，被责令限期整改而逾期未整改的，依照《中华人民共和国档案法》第四十八条的规定，"
    "由县级以上档案主管部门、有关机关对直接负责的主管人员和其他直接责任人员依法给予处分。"
)


def _sanctioned(party: Party) -> bool:
    """Whether its people may be given a sanction (处分): those of private firms may not."""
    return not party.is_enterprise or party.kind == Party.Kind.STATE_ENTERPRISE


def _hazards(inspection: Inspection) -> dict:
    """What an order says of the hazards: what they are, their basis, what to do.

    During the visit they are what was seen so far; afterwards the problems that still stand.
    """
    rows = _seen(inspection) if inspection.state == S.ON_SITE else _standing(inspection)
    facts, bases, fixes = zip(*rows, strict=True) if rows else ((), (), ())
    found = {
        "facts": "\n".join(facts),
        "basis": f"{'、'.join([*dict.fromkeys(bases), ORDERED_BY])}。" if rows else "",
        "consequence": CONSEQUENCE if rows and _sanctioned(inspection.party) else "",
        "order": "\n".join(filter(None, fixes)),
    }
    return {name: fact for name, fact in found.items() if fact}


def _seen(inspection: Inspection) -> list[tuple[str, str, str]]:
    return [
        (
            row.facts or row.item.typical_problem or row.item.text,
            row.item.basis_for(inspection.party),
            row.item.suggested_fix,
        )
        for row in letters.hazards_on_site(inspection)
    ]


def _standing(inspection: Inspection) -> list[tuple[str, str, str]]:
    return [
        (row.text, row.basis, row.requirement)
        for row in letters.findings_of(inspection)
        if row.state in Finding.UNFIXED and letters.is_hazard(row)
    ]


def officers(inspection: Inspection) -> str:
    return "、".join(
        _with_cards(member.user)
        for member in teams.members(inspection)
        if member.part in TeamMember.ENFORCING
    )


def _with_cards(user) -> str:
    numbers = "、".join(card.number for card in user.cards)
    return f"{user}（执法证件编号 {numbers}）" if numbers else str(user)


def looking_into(lead: Lead) -> str:
    """Who went to see whether a lead is true: the officers of the last visit made for it."""
    visits = lead.inspections.exclude(state=Inspection.State.CANCELLED)
    last = visits.order_by("-scheduled_on", "-pk").first()
    return officers(last) if last else ""


def lead_facts(lead: Lead, on: date) -> dict:
    return {
        "officers": looking_into(lead),
        "party": lead.party.name,
        "source": lead.get_source_display(),
        "channel": lead.get_source_display(),
        "received_on": cn_date(lead.received_on),
        "content": lead.text,
        "matter": lead.text,
    }


def invitation_facts(invitation: Invitation, on: date) -> dict:
    """Whom the certificate names, and how often he watched that year; never what he saw."""
    year = invitation.inspection.inspected_on.year if invitation.attended else on.year
    return {
        "name": str(invitation.observer),
        "term": f"{year}年度",
        "duties": (
            f"随同观察档案行政执法检查（{year}年已到场{teams.times_watched(invitation, year)}次），"
            "提出意见和建议。"
        ),
    }


def invitation_refusal(invitation: Invitation, kind: str, on: date) -> str | None:
    if invitation.attended:
        return None
    return "观察员没有到场观察这次检查，不能据此颁发证书。请在登记到场以后起草。"


def draw_refusal(draw: Draw, kind: str, on: date) -> str | None:
    return None if draw.result else "还没有抽取，没有可以记录的结果。请在抽取以后起草。"


ORDER = "correction_order"
PROPOSAL = "handling_proposal"
PROPOSED_ELSEWHERE = (
    "处理建议须有法定情形：问题逾期没有整改的，请在逐级督促里提出；其他情形，请转为线索、认定事实后"
    "起草。依据：《中华人民共和国档案法》第四十八条，《中华人民共和国档案法实施条例》第四十六条。"
)
NEEDS_FINDINGS = ("correction_order", "rectification_ledger", "review_opinion")
NO_FINDINGS = (
    "这次检查还没有记录问题，没有可以责令整改、复核的事项。"
    "依据：《中华人民共和国档案法》第四十五条。"
)


def visit_refusal(inspection: Inspection, kind: str, on: date) -> str | None:
    """An order, a ledger or a re-check rests on problems that were found (档案法第四十五条)."""
    if kind == PROPOSAL:
        return PROPOSED_ELSEWHERE
    if kind not in NEEDS_FINDINGS or inspection.findings.exists():
        return None
    if kind == ORDER and (letters.hazards_on_site(inspection) or without_paper(inspection)):
        return None  # a hazard is ordered away at once, the visit need not have ended
    return NO_FINDINGS


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
        visit_facts,
        visit_refusal,
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
register("draw", Subject(Draw, lambda draw: None, lambda draw, on: draws.facts(draw), draw_refusal))
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
        invitation_facts,
        invitation_refusal,
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
register("lead", Subject(Lead, lambda lead: lead.party, lead_facts))
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
