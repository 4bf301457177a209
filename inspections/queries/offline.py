"""What an officer takes along to a visit without network; how one version is told from another."""

import hashlib
import json

from django.urls import reverse

from inspections import powers
from inspections.models import Finding, Inspection, ItemResult, LookBackResult, SiteStep
from inspections.models.checklists import Severity
from inspections.queries import recording, steps

S = Inspection.State
READY = (S.APPROVED, S.ON_SITE)
CARRIED = 30  # earlier findings at most
FACTS = ("methods", "powers", "met", "summary", "oral_feedback_to", "oral_feedback")
PERSON = ("name", "title", "role")


def may_take_along(inspection: Inspection, user) -> bool:
    """Whether the page offers the preparation; `services.offline.prepare` decides."""
    return (
        inspection.state in READY
        and user.has_perm("inspections.record_inspection")
        and any(
            member.user_id == user.pk and member.part in member.ENFORCING
            for member in inspection.team.all()
        )
    )


def content(inspection: Inspection, user) -> dict:
    """Checklist, record so far, unit card and earlier findings, as far as `user` may see them."""
    sections = recording.sections(inspection)
    return {
        "visit": inspection.pk,
        "unit": _unit_card(inspection),
        "about": _about(inspection),
        "results": [
            {"value": value, "label": label} for value, label in _results_of(inspection).choices
        ],
        "areas": [_area(part, inspection) for part in sections],
        "recorded": _recorded(sections, user),
        "steps": steps_of(inspection),
        "facts": facts_of(inspection),
        "findings": _earlier(inspection, user),
    }


def version(found: dict) -> str:
    """SHA-256 of the content: equal content, equal version."""
    text = json.dumps(found, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def seen(row: ItemResult | LookBackResult | None) -> str:
    """A short name for what stands in a row, by which a device says what it knew; "" for none."""
    if row is None:
        return ""
    known = [row.result, row.facts]
    if isinstance(row, ItemResult):
        known += [row.recorded_by_id, row.recorded_at.isoformat()]
    return _short(known)


def facts_of(inspection: Inspection) -> dict:
    """How the visit went so far, as the form takes it."""
    left = inspection.left_at
    facts = {name: getattr(inspection, name) for name in FACTS}
    people = [dict(row) for row in inspection.people.values(*PERSON)]
    return facts | {"people": people, "left_at": f"{left:%H:%M}" if left else ""}


def facts_seen(inspection: Inspection) -> str:
    return _short(facts_of(inspection))


def answers(inspection: Inspection) -> dict[str, list[str]]:
    """What was answered for each row that is looked at: what the unit's head signs."""
    parts = recording.sections(inspection)
    rows = {row.pk for part in parts for row in part.rows}
    return {
        str(key): [row.result, row.facts]
        for part in parts[:1]
        for key, row in part.recorded.items()
        if row.pk and key in rows
    }


def shown(row: ItemResult | LookBackResult, user) -> dict:
    """One recorded answer as the other officer's page shows it."""
    by_whom = isinstance(row, ItemResult)
    photos = recording.photos_of([row], user).get(row.pk, []) if by_whom else []
    return {
        "result": row.result,
        "facts": row.facts,
        "by": str(row.recorded_by) if by_whom else "",
        "at": row.recorded_at.isoformat() if by_whom else "",
        "photos": [
            {"name": file.name, "url": reverse("files:download", args=[file.pk])} for file in photos
        ],
        "seen": seen(row),
    }


def step_taken(inspection: Inspection, kind: str) -> dict:
    """When a step was taken and who noted it; `seen` is "" as long as it was not."""
    row = inspection.steps.filter(kind=kind).select_related("noted_by").first()
    return _step_shown(row)


def _step_shown(row: SiteStep | None) -> dict:
    if row is None:
        return {"at": "", "by": "", "seen": ""}
    at = f"{row.at:%H:%M}"
    return {"at": at, "by": str(row.noted_by), "seen": _short([at, row.noted_by_id])}


def steps_of(inspection: Inspection) -> list[dict]:
    """What is noted by itself, in the lawful order; 签字 is signing."""
    taken = {row.kind: row for row in inspection.steps.select_related("noted_by")}
    return [
        {
            "kind": kind,
            "label": kind.label,
            "how": steps.HOW[kind],
            "needs": list(steps.NEEDS.get(kind, ())),
            **_step_shown(taken.get(kind)),
        }
        for kind in SiteStep.Kind
        if kind != SiteStep.Kind.SIGN
    ]


def _short(value) -> str:
    return hashlib.sha256(json.dumps(value, ensure_ascii=False).encode()).hexdigest()[:16]


def _results_of(inspection):
    return LookBackResult.Result if inspection.is_look_back else ItemResult.Result


def _unit_card(inspection) -> dict:
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


def _about(inspection) -> dict:
    arrived = inspection.arrived_at
    return {
        "kind": inspection.get_kind_display(),
        "look_back": inspection.is_look_back,
        "checklist": str(inspection.checklist),
        "place": inspection.place or inspection.party.address,
        "begun": inspection.state == S.ON_SITE,
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


def _area(part: recording.Section, inspection) -> dict:
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


def _recorded(sections, user) -> dict:
    rows = [row for part in sections[:1] for row in part.recorded.values() if row.pk]
    return {str(_key(row)): shown(row, user) for row in rows}


def _key(row) -> int:
    return row.item_id if isinstance(row, ItemResult) else row.finding_id


def _earlier(inspection, user) -> list[dict]:
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
