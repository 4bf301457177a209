"""多检合一: several lists become one, and what stands in two of them is asked once."""

from collections.abc import Iterable
from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.workflow import Refused, act, check_date, check_permission
from inspections.models import Checklist, ChecklistItem
from inspections.models.checklists import Severity
from inspections.queries import checklist_differences, merging
from inspections.queries import checklists as queries
from inspections.services.checklist_items import LONGEST
from inspections.services.checklists import DRAFT, begin, open_draft
from inspections.services.copying import copy_items

LABEL = "合并清单"
GRAVEST = list(Severity.values)  # A before B before C


@act
def merge(
    parts: Iterable[Checklist], *, actor, on: date, name: str, apart: Iterable[str] = ()
) -> Checklist:
    """Begin a list of all items of `parts`; an item with the same number is asked once.

    `apart` are the numbers that mean different things in these lists: there both are asked. Each
    item keeps, in `sources`, the items that its answer answers.
    """
    check_permission(actor, DRAFT, LABEL)
    backfilled = check_date(actor, on)
    parts = _chosen(parts, actor)
    checklist = begin(
        actor,
        series="",
        name=name,
        source="合并：" + "、".join(f"“{part}”" for part in parts)[:190],
    )
    checklist.parts.set(parts)
    apart = set(apart)
    for part in parts:
        _take_in(checklist, part, apart)
    trail.record(
        checklist, "merge_checklists", LABEL, actor=actor, on=on, backfilled=backfilled,
        details={"parts": [part.code for part in parts], "apart": sorted(apart)},
    )  # fmt: skip
    return checklist


def _chosen(parts, actor) -> list[Checklist]:
    wanted = [part.pk for part in parts]
    found = list(merging.lists_to_merge(actor).filter(pk__in=wanted).order_by("pk"))
    if len(found) < max(2, len(wanted)):
        raise Refused("请选择两份以上已采用的清单，合并的清单不能再次合并。")
    if len({part.series for part in found}) < len(found):
        raise Refused("同一份清单的两个版本不能合并，请只选现行的版本。")
    return found


def _take_in(checklist: Checklist, part: Checklist, apart: set[str]) -> None:
    """Bring in the items of one more list behind those that are there."""
    present = {item.code: item for item in checklist.items.all()}
    originals = list(queries.items_of(part))
    same = {row.pk: present[row.code] for row in originals if row.code in present.keys() - apart}
    new = [row for row in originals if row.pk not in same]
    for place, row in enumerate(new, len(present) + 1):
        row.position = place
        if row.code in present:
            row.code = _free_code(row.code, present)
    copies = copy_items(checklist, new)
    for original, copy in copies.items():
        copy.sources.set([original.pk])
    by_key = {original.pk: copy for original, copy in copies.items()} | same
    for original in originals:
        if original.pk in same:
            _absorb(same[original.pk], original)
            same[original.pk].sources.add(original)
        elif original.condition_id in same:
            copy = by_key[original.pk]
            copy.condition = same[original.condition_id]
            copy.condition_result = original.condition_result
            copy.save(update_fields=["condition", "condition_result"])


def _free_code(code: str, taken) -> str:
    return next(f"{code}-{n}" for n in range(2, 100) if f"{code}-{n}" not in taken)


def _absorb(kept: ChecklistItem, other: ChecklistItem) -> None:
    """Let one item stand for two: it concerns all whom either concerned, and is as grave."""
    bases_of_both = queries.together(kept.basis, other.basis)
    if len(bases_of_both) > LONGEST:
        raise Refused(f"{kept.code} 和 {other.code} 的依据合在一起太长，请分别保留。")
    kinds = [kind for kind, _ in checklist_differences.KINDS]
    concerned = {kind: _levels(kind, kept, other) for kind in kinds}
    bases_by_kind = {kind: _law(kind, kept, other) for kind, levels in concerned.items() if levels}
    kept.basis, kept.basis_by_kind = bases_of_both, bases_by_kind
    kept.applies_to = [kind for kind in kinds if concerned[kind]]
    kept.severity_by_kind = {
        kind: min(levels, key=GRAVEST.index)
        for kind, levels in concerned.items()
        if levels and min(levels, key=GRAVEST.index) != kept.severity
    }
    kept.local_practice = kept.local_practice and other.local_practice
    kept.veto = kept.veto or other.veto
    kept.violation = kept.violation or other.violation
    kept.electronic = kept.electronic or other.electronic
    kept.points = max((n for n in (kept.points, other.points) if n is not None), default=None)
    if _when(kept) != _when(other):
        kept.condition, kept.condition_result = None, ""  # one of the lists asks more often
    kept.save()
    kept.articles.add(*other.articles.all())


def _when(item: ChecklistItem) -> tuple[str, str]:
    return (item.condition.code if item.condition else "", item.condition_result)


def _those(kind: str, *items: ChecklistItem) -> list[ChecklistItem]:
    return [item for item in items if not item.applies_to or kind in item.applies_to]


def _levels(kind: str, *items: ChecklistItem) -> list[str]:
    return [item.severity_by_kind.get(kind, item.severity) for item in _those(kind, *items)]


def _law(kind: str, *items: ChecklistItem) -> str:
    said = [item.basis_by_kind.get(kind, item.basis) for item in _those(kind, *items)]
    return queries.law_of(queries.together(*said))


@act
def fold(item: ChecklistItem, *, into: ChecklistItem, actor, on: date) -> ChecklistItem:
    """Declare that two items of a draft are the same matter: `into` is asked and answers both."""
    checklist = open_draft(item.checklist, actor, "并为一项")
    backfilled = check_date(actor, on)
    item = checklist.items.get(pk=item.pk)
    into = checklist.items.filter(pk=into.pk).exclude(pk=item.pk).first()
    if into is None:
        raise Refused("请选择同一份清单里的另一项。")
    if into.condition_id == item.pk:
        raise Refused(f"{into.code} 以 {item.code} 的结果为前提，不是同一事项，不能并为一项。")
    _absorb(into, item)
    into.sources.add(*item.sources.all())
    item.dependents.exclude(pk=into.pk).update(condition=into)
    trail.record(
        checklist, "fold_items", "并为一项", actor=actor, on=on, backfilled=backfilled,
        details={"item": str(item), "into": str(into)},
    )  # fmt: skip
    item.delete()
    return into
