"""Acts on 年度自查: prepare, open, who is asked, urge whoever is missing, sum up."""

from collections.abc import Iterable
from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.notifications.services import Word, tell, tell_each
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Act, Refused, act, check_date, check_permission, lock
from inspections import self_guards
from inspections.models import SelfInspection, SelfReport
from inspections.queries import self_inspection as queries
from inspections.workflow import SELF_FLOW, SELF_REPORT_FLOW
from units.models import Unit

RUN, OPEN = "inspections.run_selfinspection", "inspections.open_selfinspection"
WORDS = ("report_year", "rule", "form", "requirements")
S = SelfInspection.State


@act
def prepare(*, actor, on: date, **words) -> SelfInspection:
    """准备自查 on a year (`WORDS`): everyone whom the rule binds is asked.

    Raises ValidationError when the year has one already.
    """
    check_permission(actor, RUN, "准备年度自查")
    backfilled = check_date(actor, on)
    asked = SelfInspection(bureau=actor.bureau, drafted_by=actor, **words)
    asked.full_clean(exclude=["state"])
    asked.validate_constraints()
    asked.save()
    _ask_the_bound(asked, on)
    trail.record(
        asked, "prepare", "准备年度自查", actor=actor, on=on, backfilled=backfilled,
        details={"rule": asked.rule.title, "form": asked.form.name},
    )  # fmt: skip
    return asked


def _ask_the_bound(asked: SelfInspection, on: date) -> list[SelfReport]:
    known = asked.reports.values("unit")
    units = queries.bound_units(asked.rule, asked.bureau, on).exclude(pk__in=known)
    return SelfReport.objects.bulk_create(
        SelfReport(self_inspection=asked, unit=unit) for unit in units
    )


@act
def revise(asked: SelfInspection, *, actor, on: date, **words) -> SelfInspection:
    """Change what is asked before it is opened; a unit with a reason of its own stays."""
    asked = _draft(asked, actor, "修改年度自查")
    backfilled = check_date(actor, on)
    for name in WORDS:
        setattr(asked, name, words[name])
    asked.full_clean(exclude=["state"])
    asked.save(update_fields=WORDS)
    asked.reports.filter(reason="").delete()
    _ask_the_bound(asked, on)
    trail.record(asked, "revise", "修改年度自查", actor=actor, on=on, backfilled=backfilled)
    return asked


@act
def discard(asked: SelfInspection, *, actor, on: date, note: str) -> SelfInspection:
    """放弃 what was prepared by mistake and no unit has seen; the year may be prepared anew."""
    if not note.strip():
        raise Refused({"note": "请写明放弃的原因，如报告年度选错、重复准备。"})
    return SELF_FLOW.advance(asked, "discard", actor=actor, on=on, note=note.strip())


def _draft(asked: SelfInspection, actor, label: str) -> SelfInspection:
    asked = lock(asked, actor)
    check_permission(actor, RUN, label)
    if asked.state != S.DRAFT:
        raise Refused(f"自查的状态是“{asked.get_state_display()}”，已经布置的不能{label}。")
    return asked


@act
def include(
    asked: SelfInspection, *, actor, on: date, units: Iterable[Unit], reason: str
) -> list[SelfReport]:
    """列入 units that are not asked yet, for a reason; whom no article binds stays unbound."""
    asked = lock(asked, actor)
    check_permission(actor, RUN, "列入单位")
    backfilled = check_date(actor, on)
    if why := self_guards.still_movable(SelfReport(self_inspection=asked), Act(actor, on, RUN)):
        raise Refused(why)
    if not reason.strip():
        raise Refused("请写明列入的理由，如上级要求、单位自愿报送。")
    chosen = {unit.pk for unit in units}
    found = list(queries.addable_units(asked).filter(pk__in=chosen).select_related("party"))
    if not chosen or len(found) < len(chosen):
        raise Refused("请至少选择一个在册、还没有列入的单位；单位有变化的，刷新页面后重新选择。")
    rows = [
        SelfReport.objects.create(
            self_inspection=asked,
            unit=unit,
            bound=unit.party.kind in asked.rule.kinds,
            reason=reason.strip(),
        )
        for unit in found
    ]
    if asked.state == S.OPEN:
        begin(asked, rows, on)
    trail.record(
        asked, "include", "列入报送单位", actor=actor, on=on, backfilled=backfilled, note=reason,
        details={"units": [str(unit) for unit in found]},
    )  # fmt: skip
    return rows


@act
def exclude(report: SelfReport, *, actor, on: date, note: str) -> SelfReport:
    """不列入 a unit that the rule binds, for a reason; its clock is taken off."""
    if not note.strip():
        raise Refused({"note": "请写明不列入的理由，如单位正在撤销。"})
    report = SELF_REPORT_FLOW.advance(
        report, "exclude", actor=actor, on=on, note=note,
        write=lambda row: {"reason": note.strip()},
    )  # fmt: skip
    deadlines.cancel(report, queries.REPORT_CLOCK, on=on, reason=note.strip())
    return report


@act
def open_it(asked: SelfInspection, *, actor, on: date) -> SelfInspection:
    """布置: the day is fixed, each unit's clock (D-I11) starts, and it is told."""
    asked = lock(asked, actor)
    if asked.state == S.DRAFT:
        asked.reports.exclude(unit__state=Unit.State.ACTIVE).delete()  # whoever left the register
        _ask_the_bound(asked, on)  # and whoever came onto it meanwhile
    asked = SELF_FLOW.advance(
        asked, "open", actor=actor, on=on,
        write=lambda row: {
            "opened_by": actor, "opened_on": on, "due_on": queries.due(row).due_on,
        },
    )  # fmt: skip
    reports = queries.asked_reports(asked).select_related("unit__party", "self_inspection__bureau")
    begin(asked, reports, on)
    deadlines.start(
        asked, queries.SUMMARY_CLOCK, bureau=asked.bureau, on=queries.summary_begins(asked),
        name=f"{asked.due_year}年自查审核汇总",
    )  # fmt: skip
    tell([asked.drafted_by], f"{asked}已经布置。", url=asked.get_absolute_url())
    return asked


def begin(asked: SelfInspection, reports: Iterable[SelfReport], on: date) -> None:
    """Start the clock (D-I11) of each of these reports and tell its unit."""
    rows = [(report, report.unit.party) for report in reports]
    due_on = deadlines.start_together(
        rows, queries.REPORT_CLOCK, bureau=asked.bureau, on=queries.clock_begins(asked),
        name=f"报送{asked.report_year}年度档案工作情况",
    )  # fmt: skip
    for report, _ in rows:
        report.due_on = due_on
    asked.reports.filter(pk__in=[report.pk for report, _ in rows]).update(due_on=due_on)
    text = f"请在{cn_date(due_on)}前报送{asked}。"
    tell_each(
        (
            Word(party.pk, f"{report.unit}：{text}", report.get_portal_url())
            for report, party in rows
        ),
        on=on,
    )


@act
def close(asked: SelfInspection, *, actor, on: date, note: str) -> SelfInspection:
    """汇总: what came in is summed up in words; the bureau's clock (D-I12) is met."""
    if not note.strip():
        raise Refused({"note": "请填写汇总意见，它写进《自查审核汇总表》。"})
    asked = SELF_FLOW.advance(
        asked, "close", actor=actor, on=on, note=note,
        write=lambda row: {"closed_on": on, "conclusion": note.strip()},
    )  # fmt: skip
    if on >= queries.summary_begins(asked):
        deadlines.meet(asked, queries.SUMMARY_CLOCK, on=on)
    else:
        deadlines.cancel(asked, queries.SUMMARY_CLOCK, on=on, reason="期限起算以前已经汇总。")
    return asked
