"""What a device sends, and what it has sent so far."""

import uuid

from django.utils import timezone

from inspections import offline, offline_kinds
from inspections.queries import offline as queries
from tests.inspections import on_site

MORNING = "2024-09-05T09:00:00+08:00"
NOON = "2024-09-05T12:00:00+08:00"
NEXT_MORNING = "2024-09-06T08:30:00+08:00"
FOUR_DAYS_LATER = "2024-09-09T12:00:00+08:00"
START = {"arrived_at": "14:05", "place": "示例路9号"}
ARCHIVIST = {"name": "周某", "title": "馆员", "role": "archivist"}
FACTS = on_site.FACTS | {"people": [ARCHIVIST], "powers": [], "summary": "", "left_at": ""}
REFUSAL = {
    "outcome": "refused",
    "reason": "负责人不在场",
    "witness": "区档案馆馆员",
    "confirm": True,
}


def moment(text):
    return timezone.datetime.fromisoformat(text)


def do(bundle, kind, data, *, at=NOON, actor=None, seen="", file=None, sha256="", number=None):
    sent = offline_kinds.Sent(number or uuid.uuid4(), kind, moment(at), seen, data, file, sha256)
    return offline.receive(bundle, actor=actor or bundle.user, sent=sent)


def step(bundle, kind, at="14:06", **more):
    seen = more.pop("seen", "")
    return do(bundle, "step", {"step": kind, "at": at} | more, seen=seen)


def begin(bundle):
    """The arrival and the two steps without which nothing is recorded."""
    do(bundle, "start", START)
    for kind in ("inform", "show"):
        step(bundle, kind)


def item(bundle, code="2-02"):
    return bundle.inspection.checklist.items.get(code=code)


def answer(bundle, result, facts="", code="2-02", **more):
    data = {"key": str(item(bundle, code).pk), "result": result, "facts": facts}
    return do(bundle, "item", data, **more)


def recorded(bundle):
    rows = bundle.inspection.results.select_related("item")
    return {row.item.code: (row.result, row.facts) for row in rows}


def fill(bundle):
    """Everything but the end, as a device sends it."""
    for key, (result, facts) in on_site.results(bundle.inspection, "2-02").items():
        do(bundle, "item", {"key": str(key), "result": result, "facts": facts})
    bundle.inspection.refresh_from_db()
    do(bundle, "facts", FACTS, seen=queries.facts_seen(bundle.inspection))
    bundle.inspection.refresh_from_db()


def signed(bundle):
    visit = bundle.inspection
    return {"answers": queries.answers(visit), "facts": queries.facts_of(visit)}


def taken(bundle):
    return {row.kind: f"{row.at:%H:%M}" for row in bundle.inspection.steps.all()}
