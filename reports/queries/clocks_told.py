"""督办: open clocks with the names they concern, as the page and the workbook show them."""

from datetime import date
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from archives_enforcement.files import workbook as workbooks
from archives_enforcement.templatetags.formats import days_left
from archives_enforcement.workdays.models import Deadline
from inspections.queries.tips import closed_clocks
from reports.queries.clocks import KINDS, Kind


class Watched(NamedTuple):
    """A clock with what its record says."""

    clock: Deadline
    party: str
    handlers: str
    name: str
    url: str


def told(clocks, user) -> list[Watched]:
    """The clocks with their records, read together: a few queries for each kind of record.

    A tip that is not for `user` stands there without a way to it.
    """
    facts, closed = {}, closed_clocks(clocks, user)
    for kind in KINDS:
        own = ContentType.objects.get_for_model(kind.model)
        keys = {row.object_id for row in clocks if row.content_type_id == own.pk}
        if keys:
            facts |= {(own.pk, key): row for key, row in _facts(kind, keys).items()}
    return [
        _watched(row, facts.get((row.content_type_id, row.object_id)), row.pk not in closed)
        for row in clocks
    ]


def _facts(kind: Kind, keys: set[int]) -> dict[int, tuple[str, str]]:
    """Party and handlers of records by their key."""
    found: dict[int, tuple[str, dict]] = {}
    party = f"{kind.party}__name" if kind.party else "pk"
    counted = kind.condition and (kind.condition | Q(**{kind.handlers[0]: None}))
    rows = kind.model.objects.filter(counted, pk__in=keys)
    for key, name, person in rows.values_list("pk", party, f"{kind.handlers[0]}__name").order_by(
        "pk", kind.handlers[0]
    ):
        known = found.setdefault(key, (name if kind.party else "", {}))
        if person:
            known[1][person] = True
    return {key: (name or "", "、".join(people)) for key, (name, people) in found.items()}


def _watched(clock: Deadline, facts, may_open: bool) -> Watched:
    party, handlers = facts or ("", "")
    subject = clock.subject
    address = getattr(subject, "get_absolute_url", None)
    url = address() if address and may_open else ""
    return Watched(clock, party or str(clock.party or ""), handlers, str(subject or ""), url)


COLUMNS = (
    ("后果", 8), ("期限", 24), ("届满日", 12), ("还有或者逾期", 14), ("依据", 34), ("核对程度", 16),
    ("事项", 44), ("单位或者当事人", 28), ("承办人员", 20), ("谁的期限", 14), ("起算日", 12),
)  # fmt: skip


def workbook(rows, user, today: date) -> bytes:
    """The board as xlsx, one line a clock."""
    return workbooks.workbook("期限督办", COLUMNS, (_line(row, today) for row in told(rows, user)))


def _line(row: Watched, today: date) -> list:
    clock = row.clock
    return [
        clock.get_consequence_display(),
        clock.name,
        clock.due_on,
        days_left(clock.due_on, today)[0],
        clock.article,
        clock.get_mark_display(),
        row.name,
        row.party,
        row.handlers,
        clock.get_bound_display(),
        clock.trigger_on,
    ]
