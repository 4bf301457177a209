"""Reads around the visit itself: what is left to record, what was found, which letter goes out."""

from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Q
from django.urls import reverse

from archives_enforcement.files.models import StoredFile
from archives_enforcement.files.queries import files_of
from archives_enforcement.reading import is_remembered, read_once, remember
from archives_enforcement.together import rows_together
from inspections.models import (
    ChecklistItem,
    Finding,
    Inspection,
    ItemResult,
    LookBackResult,
    SiteStep,
    TeamMember,
)
from inspections.models.checklists import Severity
from inspections.queries.checklists import areas_of

LOOK_BACK = "look-back"
REFUSAL_PHOTO = "拒绝签字现场照片"
S = Inspection.State
AFTERWARDS = (S.RECORDED, *Inspection.TOLD)
HELD = (*AFTERWARDS, S.UNAPPROVED)  # it took place and is over, lawfully or not


class Section(NamedTuple):
    """One page of the record: an area of the checklist, or the findings looked at again."""

    code: str  # in the address of its page
    title: str
    rows: list  # ChecklistItem, or Finding in a look-back
    recorded: dict  # primary key of a row → ItemResult or LookBackResult

    @property
    def total(self) -> int:
        return len(self.rows)

    @property
    def done(self) -> int:
        return sum(row.pk in self.recorded for row in self.rows)

    @property
    def left(self) -> int:
        return self.total - self.done

    @property
    def percent(self) -> int:
        return self.done * 100 // self.total if self.total else 100


def applicable_items(inspection: Inspection) -> list:
    """The items of the checklist that concern this kind of party, in order."""
    party = inspection.party
    return [item for item in _items_of(inspection.checklist_id) if item.concerns(party)]


@read_once
def _items_of(checklist: int) -> list[ChecklistItem]:
    """All items of a list; those of a list in use are never altered."""
    return list(_of_list(checklist))


def _of_list(checklist: int):
    return ChecklistItem.objects.filter(checklist=checklist).select_related("condition")


def _recorded(inspection: Inspection) -> list[ItemResult]:
    """What is recorded already, read with the items unless those are known."""
    results, checklist = inspection.results.select_related("spot_fix"), inspection.checklist_id
    if is_remembered(_items_of, checklist):
        return list(results)
    rows, items = rows_together([results, _of_list(checklist)])
    remember(_items_of, items, checklist)
    return rows


def unasked(items: list, results: dict[int, str]) -> dict[int, str]:
    """Items whose condition is answered otherwise → why they are not looked at, in words.

    `results` maps the key of an item to its result. What depends on an item that is not looked at
    is not looked at either; while the condition has no answer, nothing is decided.
    """
    found: dict[int, str] = {}
    for item in items:
        before = item.condition
        if before is None:
            continue
        answer = results.get(before.pk)
        if before.pk in found:
            found[item.pk] = f"{before.code} 不查，这一项也不查"
        elif answer and answer != item.condition_result:
            found[item.pk] = f"{before.code} 为“{ItemResult.Result(answer).label}”，这一项不查"
    return found


def findings_to_look_at(inspection: Inspection):
    """The agenda of a look-back: what is not struck off yet, and what itself has struck off."""
    seen = LookBackResult.objects.filter(look_back=inspection).values("finding")
    asked = Q(state__in=Finding.UNFIXED) | Q(pk__in=seen)
    return inspection.origin.findings.filter(asked).select_related("item")


def sections(inspection: Inspection) -> list[Section]:
    """The pages of the record, each with what is already recorded."""
    if inspection.is_look_back:
        rows = LookBackResult.objects.filter(look_back=inspection)
        recorded = {row.finding_id: row for row in rows}
        return [Section(LOOK_BACK, "原检查的问题", list(findings_to_look_at(inspection)), recorded)]
    recorded = {row.item_id: row for row in _recorded(inspection)}
    items = applicable_items(inspection)
    recorded |= _not_asked(inspection, items, recorded)
    return [
        Section(str(number), area.title, area.items, recorded)
        for number, area in enumerate(areas_of(items), start=1)
    ]


def _not_asked(inspection: Inspection, items: list, recorded: dict) -> dict[int, ItemResult]:
    """What the record says of items that are not looked at: 不适用, with the reason."""
    reasons = unasked(items, {key: row.result for key, row in recorded.items()})
    return {
        item.pk: ItemResult(
            inspection=inspection,
            item=item,
            result=ItemResult.Result.NOT_APPLICABLE,
            facts=reasons[item.pk],
        )
        for item in items
        if item.pk in reasons
    }


def not_asked(parts: list[Section]) -> list[ItemResult]:
    """What is decided by a condition and not by anybody's answer, not kept yet."""
    return [row for row in _results(parts) if row.pk is None]


def photos_of(results, user) -> dict[int, list[StoredFile]]:
    """The photos of recorded rows of one sort that `user` may see, by the key of the row."""
    if not results:
        return {}
    kind = ContentType.objects.get_for_model(results[0])
    keys = [row.pk for row in results]
    found: dict[int, list[StoredFile]] = {}
    rows = StoredFile.objects.visible_to(user).filter(content_type=kind, object_id__in=keys)
    for file in rows.standing().select_related("exhibit").order_by("pk"):
        found.setdefault(file.object_id, []).append(file)
    return found


def officers_of(inspection: Inspection):
    """The members of the team who enforce, and therefore sign the record."""
    rows = inspection.team.filter(part__in=TeamMember.ENFORCING)
    return rows.select_related("user", "signature__exhibit")


def refusal_photos(inspection: Inspection, user):
    """What was photographed when the unit refused to sign."""
    return files_of(inspection, user).filter(purpose=REFUSAL_PHOTO).select_related("exhibit")


def failing(inspection: Inspection):
    """Results 不符合 of a visit, in the order of the checklist."""
    rows = inspection.results.filter(result=ItemResult.Result.FAILS)
    return rows.select_related("item", "spot_fix").order_by("item__position")


class Gap(NamedTuple):
    """Something without which the visit cannot be finished, and the page where it is entered."""

    text: str
    url: str


def missing(inspection: Inspection, parts: list[Section]) -> list[Gap]:
    """What still stands between the record and its signature."""
    facts = reverse("inspections:inspection-record-facts", args=[inspection.pk])
    gaps = []
    if not inspection.steps.filter(kind=SiteStep.Kind.INFORM).exists():
        gaps.append(Gap("还没有记录告知", _step(inspection, SiteStep.Kind.INFORM)))
    if not inspection.certificates_shown:
        gaps.append(Gap("还没有记录出示执法证件", _step(inspection, SiteStep.Kind.SHOW)))
    for part in parts:
        if part.left:
            page = reverse("inspections:inspection-record-section", args=[inspection.pk, part.code])
            gaps.append(Gap(f"“{part.title}”还有 {part.left} 项没有记录", page))
    if not (inspection.oral_feedback_to and inspection.oral_feedback):
        gaps.append(Gap("还没有记录当场口头反馈", facts))
    return gaps


def _step(inspection: Inspection, kind: str) -> str:
    return reverse("inspections:inspection-step", args=[inspection.pk, kind])


def totals(inspection: Inspection, parts: list[Section]) -> list[tuple[str, int]]:
    """How often each result was recorded, by its Chinese name, and how many photos there are."""
    results = [row.result for row in _results(parts)]
    kind = LookBackResult if inspection.is_look_back else ItemResult
    counts = [(label, results.count(value)) for value, label in kind.Result.choices]
    kept = StoredFile.objects.standing().filter(
        content_type=ContentType.objects.get_for_model(kind),
        object_id__in=[row.pk for row in _results(parts)],
    )
    fixed = sum(hasattr(row, "spot_fix") for row in _results(parts))
    return [*counts, *([("当场整改", fixed)] if fixed else []), ("照片", kept.count())]


class Trouble(NamedTuple):
    """A row of the record that is not as it should be."""

    severity: str
    text: str
    note: str


def troubles(parts: list[Section]) -> list[Trouble]:
    """What fails, or is still not put right, in the order of the record."""
    found = []
    for part in parts:
        for row in part.rows:
            recorded = part.recorded.get(row.pk)
            if isinstance(recorded, ItemResult) and recorded.result == ItemResult.Result.FAILS:
                text = recorded.facts or row.typical_problem or row.text
                level = row.severity_for(recorded.inspection.party)
                fixed = "　已当场整改" if hasattr(recorded, "spot_fix") else ""
                found.append(Trouble(level, text, f"{row.code}　{Severity(level).label}{fixed}"))
            elif (
                isinstance(recorded, LookBackResult)
                and recorded.result != LookBackResult.Result.FIXED
            ):
                note = f"第 {row.position} 项　{recorded.get_result_display()}"
                found.append(Trouble(row.severity, recorded.facts or row.text, note))
    return found


def _results(parts: list[Section]) -> list:
    return [row for part in parts[:1] for row in part.recorded.values()]


def tally(inspection: Inspection) -> dict[str, int]:
    """How many items conform, fail and do not apply."""
    counted = inspection.results.order_by().values_list("result").annotate(Count("pk"))
    return {**dict.fromkeys(ItemResult.Result.values, 0), **dict(counted)}
