"""Acts on the items of a list that is being written."""

from datetime import date

from django.db.models import Q

from archives_enforcement.audit import trail
from archives_enforcement.workflow import Refused, act, check_date
from inspections import bases, checklist_guards
from inspections.models import Checklist, ChecklistItem
from inspections.models.checklists import WORK_REQUIREMENT
from inspections.queries import checklist_differences
from inspections.queries.letters import HAZARD
from inspections.services.checklists import open_draft

PLAIN = (
    "area", "text", "applies_to", "severity", "severity_by_kind", "local_practice", "method",
    "evidence", "typical_problem", "suggested_fix", "electronic", "points", "veto", "condition",
    "condition_result",
)  # fmt: skip
LONGEST = ChecklistItem._meta.get_field("basis").max_length


@act
def add_item(checklist: Checklist, *, actor, on: date, **values) -> ChecklistItem:
    """A new item behind the last one of its area; see `_write` for the values."""
    checklist = open_draft(checklist, actor, "添加检查事项")
    item = ChecklistItem(checklist=checklist, code=next_code(checklist, values["area"]))
    return _write(item, actor, on, "add_item", "添加检查事项", **values)


@act
def revise_item(item: ChecklistItem, *, actor, on: date, **values) -> ChecklistItem:
    """Change an item of a draft; see `_write` for the values."""
    checklist = open_draft(item.checklist, actor, "修改检查事项")
    item = checklist.items.get(pk=item.pk)
    return _write(item, actor, on, "revise_item", "修改检查事项", **values)


@act
def remove_item(item: ChecklistItem, *, actor, on: date) -> Checklist:
    """Take an item off a draft; Refused while another item depends on its answer."""
    checklist = open_draft(item.checklist, actor, "删去检查事项")
    backfilled = check_date(actor, on)
    item = checklist.items.get(pk=item.pk)
    if codes := "、".join(item.dependents.values_list("code", flat=True)):
        raise Refused(f"{codes} 以这一项的结果为前提，请先修改它们的前提，再删去这一项。")
    trail.record(
        checklist, "remove_item", "删去检查事项",
        actor=actor, on=on, backfilled=backfilled, details={"item": str(item)},
    )  # fmt: skip
    item.delete()
    return checklist


def _write(
    item: ChecklistItem, actor, on: date, action: str, label: str,
    *, laws: list[str], practice: str, laws_by_kind: dict[str, str], hazard: bool,
    position: int | None = None, **plain,
) -> ChecklistItem:  # fmt: skip
    """Check and keep one item.

    `laws` are citations, one a line; `practice` is the work requirement; `laws_by_kind` says what
    is cited to one kind of party instead; `hazard` marks what 档案法第四十五条 orders put right at
    once; `position` is its place in the list, None for the end of its area.
    """
    backfilled = check_date(actor, on)
    moved = item.pk is None or position is not None or item.area != plain["area"]
    for name in PLAIN:
        setattr(item, name, plain[name])
    item.violation = _violation(item, hazard)
    articles = _rest_on(item, laws, practice, laws_by_kind, on)
    order = _order(item, position) if moved else None
    if why := checklist_guards.faults(item, articles):
        raise Refused([f"{text}。" for text in why])
    item.save()
    item.articles.set(articles)
    if order:
        ChecklistItem.objects.bulk_update(order, ["position"])
    trail.record(
        item.checklist, action, label,
        actor=actor, on=on, backfilled=backfilled, details={"item": str(item)},
    )  # fmt: skip
    return item


def _violation(item, hazard: bool) -> str:
    """A hazard is the violation of 档案法第四十八条第（八）项; any other mark stays."""
    if hazard:
        return HAZARD
    return "" if item.violation == HAZARD else item.violation


def _rest_on(item, laws, practice, laws_by_kind, day: date) -> list:
    """Write the basis of the item in words and return the articles it cites."""
    cited = [citation for line in laws for citation in bases.citations_in(line)]
    articles = bases.articles_of(cited, day)
    law, practice = bases.joined(cited), practice.strip()
    if item.local_practice and cited:
        raise Refused("有法律法规依据的事项，不要勾选“仅为地方或者工作要求”。")
    required = f"{WORK_REQUIREMENT}{practice}" if practice else ""
    item.basis = "；".join(filter(None, (law, required)))
    if len(item.basis) > LONGEST:
        raise Refused(f"依据太长（{len(item.basis)} 字），请控制在 {LONGEST} 字以内。")
    item.basis_by_kind = _by_kind(cited, laws_by_kind)
    if law and required:  # what is cited to a unit is law alone, where there is any
        kinds = item.applies_to or [kind for kind, _ in checklist_differences.KINDS]
        item.basis_by_kind = dict.fromkeys(kinds, law) | item.basis_by_kind
    return articles


def _by_kind(cited, laws_by_kind: dict[str, str]) -> dict[str, str]:
    known = {citation.place for citation in cited}
    found = {}
    for kind, text in laws_by_kind.items():
        law, practice = bases.split(text)
        own = bases.citations_in(law)
        if strange := [citation for citation in own if citation.place not in known]:
            raise Refused(f"按对象区分的依据里有{strange[0]}，请先在上面的依据条文中列出。")
        required = f"{WORK_REQUIREMENT}{practice}" if practice else ""
        found[kind] = bases.joined(own) or required
    return found


def _order(item: ChecklistItem, position: int | None) -> list[ChecklistItem]:
    """The other items in their new order; sets the place of the item itself."""
    others = list(item.checklist.items.exclude(pk=item.pk).order_by("position", "pk"))
    if position is None:
        same = [place for place, row in enumerate(others, 1) if row.area == item.area]
        position = (same[-1] if same else len(others)) + 1
    position = min(max(position, 1), len(others) + 1)
    item.position = position
    for place, row in enumerate(others, 1):
        row.position = place if place < position else place + 1
        if row.pk == item.condition_id:
            item.condition = row  # as it stands now
    return others


def next_code(checklist: Checklist, area: str) -> str:
    """The next free number in an area: 1-10 after 1-09; a new area gets the next group.

    A number stands for one matter in all lists of a bureau, so that merged lists ask it once.
    """
    of_bureau = Q(checklist__bureau=checklist.bureau_id) | Q(checklist__bureau=None)
    rows = ChecklistItem.objects.filter(of_bureau).order_by("pk").values_list("area", "code")
    groups = {code.split("-")[0] for _, code in rows}
    here = [code for row_area, code in rows if row_area == area]
    group = here[0].split("-")[0] if here else str(_next_number(groups))
    numbers = {code.split("-")[1] for _, code in rows if code.startswith(f"{group}-")}
    return f"{group}-{_next_number(numbers):02d}"


def _next_number(texts) -> int:
    return max((int(text) for text in texts if text.isdigit()), default=0) + 1
