"""Acts on checklists: draft from an existing version, hand in, give up."""

from collections.abc import Iterable
from datetime import date

from archives_enforcement.accounts.models import Bureau
from archives_enforcement.audit import trail
from archives_enforcement.notifications.services import tell
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock
from inspections.models import Checklist
from inspections.queries import checklists as queries
from inspections.services.copying import copy_items, copy_links
from inspections.workflow import CHECKLIST_FLOW

DRAFT = "inspections.draft_checklist"


@act
def draft_version(base: Checklist, *, actor, on: date, name: str) -> Checklist:
    """Begin the next version of a list as a copy of `base`, to be edited item by item.

    Raises Refused while another version of the list is being written.
    """
    check_permission(actor, DRAFT, "编制检查清单")
    base = Checklist.objects.visible_to(actor).get(pk=base.pk)
    _check_base(base)
    under_way = Checklist.objects.filter(
        bureau=actor.bureau, series=base.series, state__in=Checklist.OPEN
    )
    if other := under_way.first():
        raise Refused(f"这份清单的新版本“{other}”正在编制，请在它上面修改，或者先放弃它。")
    checklist = begin(
        actor, series=base.series, name=name, source=f"依据“{base}”修订", based_on=base
    )
    checklist.parts.set(base.parts.all())
    copy_links(copy_items(checklist, queries.items_of(base)), "sources")
    return _begun(checklist, actor, on, based_on=base.code)


@act
def draft_list(base: Checklist, *, actor, on: date, name: str, areas: Iterable[str]) -> Checklist:
    """Begin a list of its own with the chosen areas of `base`, beside which it will stand.

    So a group of items, as 电子档案 or 信息安全, becomes the list of a 专项检查.
    """
    check_permission(actor, DRAFT, "编制检查清单")
    base = Checklist.objects.visible_to(actor).get(pk=base.pk)
    _check_base(base)
    wanted = set(areas)
    items = [item for item in queries.items_of(base) if item.area in wanted]
    if not items:
        raise Refused("还没有选择检查领域，请至少勾选一个。")
    checklist = begin(actor, series="", name=name, source=f"取自“{base}”")
    copy_items(checklist, items)
    return _begun(checklist, actor, on, based_on=base.code, areas=sorted(wanted))


def _check_base(base: Checklist) -> None:
    if base.state != Checklist.State.ADOPTED:
        raise Refused(f"“{base}”还没有采用，不能作为蓝本。请选择已采用的清单。")


def begin(actor, *, series: str, name: str, **facts) -> Checklist:
    """A new draft of the actor's bureau; an empty `series` begins a list of its own."""
    bureau = Bureau.objects.select_for_update().get(pk=actor.bureau_id)  # one after the other
    own = Checklist.objects.filter(bureau=bureau)
    series = series or f"list-{bureau.code}-{own.values('series').distinct().count() + 1}"
    number = own.filter(series=series).count() + 1
    checklist = Checklist(
        bureau=bureau,
        series=series,
        code=f"{series}-{bureau.code}-{number}",
        name=name.strip(),
        drafted_by=actor,
        **facts,
    )
    checklist.validate_constraints()
    checklist.save()
    return checklist


def _begun(checklist, actor, on: date, **details) -> Checklist:
    backfilled = check_date(actor, on)
    trail.record(
        checklist, "draft_checklist", "编制检查清单",
        actor=actor, on=on, backfilled=backfilled, details={"name": checklist.name, **details},
    )  # fmt: skip
    return checklist


def open_draft(checklist: Checklist, actor, label: str) -> Checklist:
    """The list, locked, while it may still be changed; Refused afterwards."""
    checklist = lock(checklist, actor)
    check_permission(actor, DRAFT, label)
    if checklist.state != Checklist.State.DRAFT:
        raise Refused(
            f"清单的状态是“{checklist.get_state_display()}”，不能{label}。"
            "已采用的清单不再改动，要修改的请编制新版本；待采用的请机关负责人先退回。"
        )
    return checklist


@act
def rename(checklist: Checklist, *, actor, on: date, name: str, source: str) -> Checklist:
    """Change the name and the origin of a draft."""
    checklist = open_draft(checklist, actor, "修改清单名称")
    backfilled = check_date(actor, on)
    checklist.name, checklist.source = name.strip(), source.strip()
    checklist.validate_constraints()
    checklist.save(update_fields=["name", "source"])
    trail.record(
        checklist, "rename_checklist", "修改清单名称", actor=actor, on=on, backfilled=backfilled
    )
    return checklist


@act
def submit(checklist: Checklist, *, actor, on: date) -> Checklist:
    return CHECKLIST_FLOW.advance(checklist, "submit", actor=actor, on=on)


@act
def return_checklist(checklist: Checklist, *, actor, on: date, note: str) -> Checklist:
    """退回修改, with the reason the drafter needs."""
    if not note.strip():
        raise Refused("请写明退回的原因，便于起草人修改。")
    checklist = CHECKLIST_FLOW.advance(checklist, "return_checklist", actor=actor, on=on, note=note)
    tell([checklist.drafted_by], f"{checklist}被退回：{note}", url=checklist.get_absolute_url())
    return checklist


@act
def discard(checklist: Checklist, *, actor, on: date) -> Checklist:
    """放弃草稿: it stays in the trail and nowhere else."""
    return CHECKLIST_FLOW.advance(checklist, "discard", actor=actor, on=on)
