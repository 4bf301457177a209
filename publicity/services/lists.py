"""Acts on public lists: draft, fill in, approve, publish in place of the version before."""

from datetime import date

from archives_enforcement.accounts.models import Bureau
from archives_enforcement.audit import trail
from archives_enforcement.withdrawing import public_reason
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock
from publicity import list_guards
from publicity.list_kinds import KINDS, checked
from publicity.models import PublicList
from publicity.queries import lists as queries
from publicity.workflow import LIST_FLOW

DRAFT, APPROVE, PUBLISH = (f"publicity.{name}_list" for name in ("draft", "approve", "publish"))
MOST_FAULTS = 10  # told at once


@act
def draft(kind: str, *, actor, on: date, changed_on: date | None = None) -> PublicList:
    """Begin the next version of one kind of list.

    It begins with the register, the version in force or the sample. What is in force is to be
    brought up to date within the term of D-G05 from `changed_on`, when what it tells has changed;
    without it from the day of the draft. Raises Refused while another version is being written.
    """
    check_permission(actor, DRAFT, "起草公开清单")
    backfilled = check_date(actor, on)
    if kind not in KINDS:
        raise Refused("请选择清单的种类。")
    bureau = Bureau.objects.select_for_update().get(pk=actor.bureau_id)  # one after the other
    rows = PublicList.objects.filter(bureau=bureau, kind=kind)
    if other := rows.filter(state__in=PublicList.OPEN).first():
        raise Refused(f"“{other}”正在办理，请在它上面修改，或者先放弃它。")
    _is_to_be_updated(rows.in_force().first(), changed_on, on)
    last = rows.order_by("-version").values_list("version", flat=True).first() or 0
    row = PublicList.objects.create(
        bureau=bureau,
        kind=kind,
        version=last + 1,
        rows=queries.first_rows(kind, bureau, on),
        source="本机关执法证件登记" if KINDS[kind].from_register else "",
        drafted_by=actor,
        drafted_on=on,
    )
    trail.record(row, "draft_list", "起草公开清单", actor=actor, on=on, backfilled=backfilled)
    return row


def _is_to_be_updated(before: PublicList | None, changed_on: date | None, on: date) -> None:
    """Start D-G05 on the version in force, where nobody has noted before that it is out of date."""
    if before is None:
        if changed_on:
            raise Refused({"changed_on": "这种清单还没有公布过，不填内容变化的日期。"})
        return
    day = changed_on or max(on, before.published_on)
    if why := list_guards.not_in_its_time(before, day, max(on, before.published_on)):
        raise Refused({"changed_on": why})
    deadlines.start(before, queries.UPDATE, bureau=before.bureau, on=day)


@act
def write(row: PublicList, *, actor, on: date, rows: list[list[str]], source: str, how="填写"):
    """Replace the content of a draft whole; raises Refused with what is wrong, by line."""
    row, backfilled = _draft(row, actor, on, "修改公开清单")
    if row.about.from_register:
        raise Refused("执法人员名录按证件登记生成，不能手工填写，请使用“按登记更新”。")
    kept, faults = checked(row.kind, rows)
    if faults:
        more = f"，还有 {len(faults) - MOST_FAULTS} 处" if len(faults) > MOST_FAULTS else ""
        raise Refused(f"{'；'.join(faults[:MOST_FAULTS])}{more}。")
    row.rows, row.source = kept, source.strip()
    row.save(update_fields=["rows", "source"])
    details = {"how": how, "lines": len(kept)}
    trail.record(
        row, "write_list", "修改公开清单",
        actor=actor, on=on, backfilled=backfilled, details=details,
    )  # fmt: skip
    return row


@act
def read_register(row: PublicList, *, actor, on: date) -> PublicList:
    """按登记更新: a draft of the officers takes the certificates as they are on the day."""
    row, backfilled = _draft(row, actor, on, "按登记更新")
    if not row.about.from_register:
        raise Refused("只有执法人员名录按登记生成，这份清单请直接修改。")
    row.rows = queries.registered(row.bureau, on)
    row.save(update_fields=["rows"])
    trail.record(row, "read_register", "按登记更新", actor=actor, on=on, backfilled=backfilled)
    return row


def _draft(row: PublicList, actor, on: date, label: str) -> tuple[PublicList, bool]:
    row = lock(row, actor)
    check_permission(actor, DRAFT, label)
    if row.state != PublicList.State.DRAFT:
        raise Refused(
            f"现在的状态是“{row.get_state_display()}”，不能{label}。"
            "已公布的清单不再改动，要修改的请起草新版本。"
        )
    return row, check_date(actor, on)


@act
def approve(row: PublicList, *, actor, on: date) -> PublicList:
    """批准公开, by another than who drafted it."""
    changes = {"approved_by": actor, "approved_on": on}
    return LIST_FLOW.advance(row, "approve_list", actor=actor, on=on, write=lambda _: changes)


@act
def return_list(row: PublicList, *, actor, on: date, note: str) -> PublicList:
    """退回修改, with the reason."""
    changes = {"approved_by": None, "approved_on": None}
    return LIST_FLOW.advance(
        row, "return_list", actor=actor, on=on, note=_stated(note, "退回的原因"),
        write=lambda _: changes,
    )  # fmt: skip


@act
def publish(row: PublicList, *, actor, on: date) -> PublicList:
    """公布: anyone may read it from now on; the version before it ends the same day."""
    before = PublicList.objects.in_force().filter(bureau=actor.bureau_id, kind=row.kind).first()
    if before is not None:
        deadlines.meet(before, queries.UPDATE, on=on, note=f"第{row.version}版已公布")
        ended = {"ended_on": on, "end_reason": f"由第{row.version}版代替"}
        LIST_FLOW.advance(before, "supersede_list", actor=actor, on=on, write=lambda _: ended)
    changes = {"published_on": on}
    return LIST_FLOW.advance(row, "publish_list", actor=actor, on=on, write=lambda _: changes)


@act
def withdraw(row: PublicList, *, actor, on: date, reason: str) -> PublicList:
    """撤下 without a new version; the public reads day and reason, and no longer the content."""
    text = public_reason(reason, "撤下的理由")
    changes = {"ended_on": on, "end_reason": text}
    row = LIST_FLOW.advance(
        row, "withdraw_list", actor=actor, on=on, note=text, write=lambda _: changes
    )
    deadlines.meet(row, queries.UPDATE, on=on, note="已撤下")
    return row


@act
def discard(row: PublicList, *, actor, on: date) -> PublicList:
    """放弃草稿; the version in force stands as it is.

    It is not to be updated any more, unless its change was noted before anybody drafted.
    """
    row = LIST_FLOW.advance(row, "discard_list", actor=actor, on=on)
    before = PublicList.objects.in_force().filter(bureau=row.bureau_id, kind=row.kind).first()
    if before is not None and not queries.change_noted(before):
        deadlines.cancel(before, queries.UPDATE, on=on, reason="放弃了新版本，现行版本不改")
    return row


def _stated(text: str, what: str) -> str:
    if not text.strip():
        raise Refused(f"请写明{what}，没有保存。")
    return text.strip()
