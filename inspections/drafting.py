"""Papers of the catalogue on a visit and on a lead, and what these records say already."""

from datetime import date

from archives_enforcement.documents.drafting import Subject, register
from archives_enforcement.templatetags.formats import cn_date
from inspections.models import Inspection, Lead, TeamMember
from inspections.queries import letters, slots, teams


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
        "count": str(
            Inspection.objects.filter(
                unit=inspection.unit,
                inspected_on__year=inspection.scheduled_on.year,
                kind__in=Inspection.ENFORCEMENT,
            ).count()
        ),
    }


def officers(inspection: Inspection) -> str:
    return "、".join(
        f"{member.user}（执法证件编号 {'、'.join(card.number for card in member.user.cards)}）"
        for member in teams.members(inspection)
        if member.part in TeamMember.ENFORCING
    )


def lead_facts(lead: Lead, on: date) -> dict:
    return {
        "party": lead.party.name,
        "source": lead.get_source_display(),
        "channel": lead.get_source_display(),
        "received_on": cn_date(lead.received_on),
        "content": lead.text,
        "matter": lead.text,
    }


NEEDS_FINDINGS = ("correction_order", "rectification_ledger", "review_opinion", "interview_minutes")
NO_FINDINGS = (
    "这次检查还没有记录问题，没有可以责令整改、复核的事项。"
    "依据：《中华人民共和国档案法》第四十五条。"
)


def visit_refusal(inspection: Inspection, kind: str, on: date) -> str | None:
    """An order, a ledger or a re-check rests on problems that were found (档案法第四十五条)."""
    if kind in NEEDS_FINDINGS and not inspection.findings.exists():
        return NO_FINDINGS
    return None


register(
    "inspection",
    Subject(Inspection, lambda inspection: inspection.party, visit_facts, visit_refusal),
)
register("lead", Subject(Lead, lambda lead: lead.party, lead_facts))
