"""What a paper of the catalogue takes over from the record that it stands on."""

from datetime import date

from archives_enforcement.accounts.models import Party
from archives_enforcement.templatetags.formats import cn_date
from inspections.models import Finding, Inspection, Invitation, Lead, TeamMember
from inspections.models.checklists import WORK_REQUIREMENT
from inspections.queries import letters, slots, teams
from inspections.queries.measures import ordered_orally
from inspections.queries.visits import carried_out


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
        **_joined(_hazards(inspection), _kept_back(inspection), ordered_orally(inspection)),
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
KEPT_BACK, KEPT_BACK_BASIS = "V06", "《中华人民共和国档案法》第四十八条第（六）项"
REFUSAL = (
    "不按规定归档或者不按期移交档案，被责令改正而拒不改正的，依照《中华人民共和国档案法》第四十八条的规定，"
    "由县级以上档案主管部门、有关机关对直接负责的主管人员和其他直接责任人员依法给予处分。"
)


def _sanctioned(party: Party) -> bool:
    """Whether its people may be given a sanction (处分): those of private firms may not."""
    return not party.is_enterprise or party.kind == Party.Kind.STATE_ENTERPRISE


def _hazards(inspection: Inspection) -> dict:
    """What an order says of the hazards: what they are, their basis, what to do.

    During the visit they are what was seen so far; afterwards the problems that still stand.
    """
    rows = (
        _seen(inspection) if inspection.state == Inspection.State.ON_SITE else _standing(inspection)
    )
    return _order_of(rows, ORDERED_BY, CONSEQUENCE, inspection.party)


def _kept_back(inspection: Inspection) -> dict:
    """What an order says of what was not filed or not handed over and still is not."""
    rows = [
        (row.text, row.basis, row.requirement)
        for row in letters.findings_of(inspection)
        if row.state in Finding.UNFIXED
        and row.item is not None
        and row.item.violation == KEPT_BACK
        and not row.basis.startswith(WORK_REQUIREMENT)
    ]
    return _order_of(rows, KEPT_BACK_BASIS, REFUSAL, inspection.party)


def _order_of(rows: list[tuple], basis: str, consequence: str, party: Party) -> dict:
    """The facts of an order from problems, each with its words, basis and what is to be done."""
    facts, bases, fixes = zip(*rows, strict=True) if rows else ((), (), ())
    found = {
        "facts": "\n".join(facts),
        "basis": f"{'、'.join([*dict.fromkeys(bases), basis])}。" if rows else "",
        "consequence": consequence if rows and _sanctioned(party) else "",
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


def criticism_facts(finding: Finding, on: date) -> dict:
    """Who is told what about one problem; the day and his words are written by who was there."""
    visit = finding.inspection
    return {
        "party": visit.party.name,
        "place": visit.place,
        "facts": f"第 {finding.position} 项：{finding.text}（{finding.basis}）",
        "education": f"指出上述行为不符合{finding.basis}的规定，要求：{finding.requirement}",
        "officers": officers(visit),
    }


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
        "unit": lead.party.name,
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
