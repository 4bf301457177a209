"""What an officer takes along to a visit without network; how one version is told from another."""

import hashlib
import json

from django.urls import reverse

from inspections.models import Inspection, ItemResult, LookBackResult, SiteStep, SpotFix
from inspections.queries import offline_cards as cards
from inspections.queries import recording, steps

S = Inspection.State
READY = (S.APPROVED, S.ON_SITE)
FACTS = ("methods", "powers", "met", "summary", "oral_feedback_to", "oral_feedback")
PERSON = ("name", "title", "role")
NO_FIX = {"words": "", "by": "", "photos": [], "sha256": "", "seen": ""}


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
        "unit": cards.unit_card(inspection),
        "about": cards.about(inspection),
        "results": [
            {"value": value, "label": label} for value, label in _results_of(inspection).choices
        ],
        "areas": [cards.area(part, inspection) for part in sections],
        "recorded": _recorded(sections, user),
        "steps": steps_of(inspection),
        "facts": facts_of(inspection),
        "findings": cards.earlier(inspection, user),
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
    photos = recording.photos_of([row], user).get(row.pk, [])
    return {
        "result": row.result,
        "facts": row.facts,
        "by": str(row.recorded_by) if by_whom else "",
        "at": row.recorded_at.isoformat() if by_whom else "",
        "photos": [_linked(file, f"{file.exhibit}　{file.name}") for file in photos],
        "fix": fix_shown(row) if by_whom else NO_FIX,
        "seen": seen(row),
    }


def fix_shown(row: ItemResult | None) -> dict:
    """What is noted as put right at once, with its pair of photos; `seen` is "" for nothing."""
    fix = getattr(row, "spot_fix", None)
    if fix is None:
        return NO_FIX
    pair = (fix.before, fix.after)
    return {
        "words": fix.words,
        "by": str(fix.noted_by),
        "photos": [_linked(file, f"{file.exhibit}　{file.purpose}") for file in pair],
        "sha256": fix.after.sha256,
        "seen": _short([fix.words, fix.after_id, fix.noted_by_id]),
    }


def fixes(inspection: Inspection) -> dict[str, str]:
    """Key of each item that was put right at once → how: part of what the unit's head signs."""
    rows = SpotFix.objects.filter(result__inspection=inspection)
    return {str(item): words for item, words in rows.values_list("result__item", "words")}


def _linked(file, name: str) -> dict:
    return {"name": name, "url": reverse("files:download", args=[file.pk])}


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


def _recorded(sections, user) -> dict:
    rows = [row for part in sections[:1] for row in part.recorded.values() if row.pk]
    return {str(_key(row)): shown(row, user) for row in rows}


def _key(row) -> int:
    return row.item_id if isinstance(row, ItemResult) else row.finding_id
