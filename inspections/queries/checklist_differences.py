"""What a version of a checklist changes, item by item, in words."""

from itertools import groupby
from typing import NamedTuple

from archives_enforcement.accounts.models import Party
from inspections import bases
from inspections.models import Checklist, ChecklistItem
from inspections.models.checklists import Severity
from inspections.queries.checklists import items_of

KINDS = [choice for choice in Party.Kind.choices if choice[0] != Party.Kind.PERSON]


class Change(NamedTuple):
    """One field of an item, as it was and as it is."""

    label: str
    before: str
    after: str


class Difference(NamedTuple):
    """An item that only one version has, or that reads differently."""

    item: ChecklistItem
    changes: list[Change]


class Differences(NamedTuple):
    """What a version changes of the one it was written from."""

    added: list[ChecklistItem]
    removed: list[ChecklistItem]
    changed: list[Difference]

    @property
    def words(self) -> str:
        counts = [("增加", self.added), ("删去", self.removed), ("修改", self.changed)]
        return "，".join(f"{word} {len(rows)} 项" for word, rows in counts if rows) or "没有改动"


def differences(checklist: Checklist) -> Differences | None:
    """What changes of the version it was written from; None for a list written anew."""
    if checklist.based_on is None:
        return None
    before = {item.code: item for item in items_of(checklist.based_on)}
    after = {item.code: item for item in items_of(checklist)}
    pairs = [(after[code], before[code]) for code in after if code in before]
    changed = [Difference(new, _changes(old, new)) for new, old in pairs]
    return Differences(
        [item for code, item in after.items() if code not in before],
        [item for code, item in before.items() if code not in after],
        [difference for difference in changed if difference.changes],
    )


PLAIN = (
    "area", "text", "basis", "method", "evidence", "typical_problem", "suggested_fix", "electronic",
    "violation",
)  # fmt: skip


SHOWN = {
    **{name: (lambda item, name=name: getattr(item, name)) for name in PLAIN},
    "applies_to": lambda item: _kinds(item.applies_to) or "全部对象",
    "severity": lambda item: item.get_severity_display(),
    "severity_by_kind": lambda item: _by_kind(item.severity_by_kind, dict(Severity.choices)),
    "basis_by_kind": lambda item: _by_kind(own_bases(item), {}),
    "local_practice": lambda item: "是" if item.local_practice else "否",
    "points": lambda item: "按严重程度" if item.points is None else str(item.points),
    "veto": lambda item: "是" if item.veto else "否",
    "condition": lambda item: condition_words(item),
}


def own_bases(item: ChecklistItem) -> dict[str, str]:
    """What is cited to some kinds of party and not to all: kind → words."""
    usual = (item.basis, bases.split(item.basis)[0])
    return {kind: own for kind, own in item.basis_by_kind.items() if own not in usual}


def _changes(old, new) -> list[Change]:
    seen = [(name, show(old), show(new)) for name, show in SHOWN.items()]
    return [
        Change(str(ChecklistItem._meta.get_field(name).verbose_name), before, after)
        for name, before, after in seen
        if before != after
    ]


def _kinds(values) -> str:
    return "、".join(label for value, label in KINDS if value in values)


def _by_kind(values: dict, labels: dict) -> str:
    said = groupby(
        sorted(values.items(), key=lambda pair: (pair[1], pair[0])), lambda pair: pair[1]
    )
    return "；".join(
        f"{_kinds([kind for kind, _ in pairs])}：{labels.get(value, value)}"
        for value, pairs in said
    )


def condition_words(item: ChecklistItem) -> str:
    """When the item is asked, in words; empty when always."""
    if item.condition_id is None:
        return ""
    return f"{item.condition.code} 为“{item.get_condition_result_display()}”时才查"
