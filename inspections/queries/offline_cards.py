"""The facts of a visit as a device shows them: texts and lists, nothing to compute."""

from inspections import powers
from inspections.models import Finding, Inspection
from inspections.models.checklists import Severity
from inspections.queries import recording

CARRIED = 30  # earlier findings at most


def unit_card(inspection) -> dict:
    unit, party = inspection.unit, inspection.party
    return {
        "name": str(unit),
        "lines": [
            {"label": label, "text": text}
            for label, text in (
                ("性质", party.get_kind_display()),
                ("地址", party.address),
                ("档案工作联系人", unit.archivist),
                ("联系电话", unit.phone),
            )
            if text
        ],
    }


def about(inspection) -> dict:
    arrived = inspection.arrived_at
    return {
        "kind": inspection.get_kind_display(),
        "look_back": inspection.is_look_back,
        "checklist": str(inspection.checklist),
        "place": inspection.place or inspection.party.address,
        "begun": inspection.state == Inspection.State.ON_SITE,
        "arrived_at": f"{arrived:%H:%M}" if arrived else "",
        "scheduled_on": inspection.scheduled_on.isoformat(),
        "powers": [
            {"value": power.code, "label": power.label}
            for power in powers.ON_A_LEAD
            if inspection.lead_id
        ],
        "officers": [
            {"key": f"officer-{member.pk}", "name": str(member.user)}
            for member in recording.officers_of(inspection)
        ],
        "team": [str(member) for member in inspection.team.select_related("user")],
    }


def area(part: recording.Section, inspection) -> dict:
    card = _finding_card if inspection.is_look_back else _item_card
    rows = [card(row, inspection.party) for row in part.rows]
    return {"code": part.code, "title": part.title, "rows": rows}


def _item_card(item, party) -> dict:
    return {
        "key": str(item.pk),
        "code": item.code,
        "text": item.text,
        "level": Severity(item.severity_for(party)).label,
        "more": [text for text in (item.basis_for(party), item.method, item.evidence) if text],
        "phrase": item.typical_problem,
        "condition": str(item.condition_id or ""),
        "condition_result": item.condition_result,
    }


def _finding_card(finding, party) -> dict:
    return {
        "key": str(finding.pk),
        "code": f"第 {finding.position} 项",
        "text": finding.text,
        "level": finding.get_severity_display(),
        "more": [finding.requirement, finding.basis],
        "phrase": "",
        "condition": "",
        "condition_result": "",
    }


def earlier(inspection, user) -> list[dict]:
    """The newest problems of earlier visits at the unit."""
    if not user.has_perm("inspections.view_finding"):
        return []
    rows = Finding.objects.visible_to(user).filter(inspection__unit=inspection.unit)
    rows = rows.exclude(inspection=inspection).select_related("inspection")
    return [
        {
            "on": row.inspection.inspected_on.isoformat() if row.inspection.inspected_on else "",
            "text": row.text,
            "level": row.get_severity_display(),
            "state": row.get_state_display(),
        }
        for row in rows.order_by("-inspection__inspected_on", "position")[:CARRIED]
    ]
