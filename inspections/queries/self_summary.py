"""《自查审核汇总表》: one line a unit, as facts of the paper and as Excel."""

from archives_enforcement.documents import tabling
from archives_enforcement.documents.kinds import KINDS
from archives_enforcement.files.workbook import workbook
from archives_enforcement.templatetags.formats import cn_date
from inspections.models import SelfInspection, SelfReport
from inspections.queries import self_inspection as queries

SUMMARY = "self_report_summary"
HEADS = (
    ("单位", 30), ("性质", 12), ("报送义务人", 12), ("期限", 14), ("报送日期", 14), ("逾期", 10),
    ("状态", 10), ("审核意见", 40),
)  # fmt: skip


def reports(asked: SelfInspection) -> list[SelfReport]:
    rows = asked.reports.select_related("unit__party", "self_inspection")
    return list(rows.prefetch_related("submissions", "urges").order_by("unit__party__name"))


def _last(report: SelfReport):
    return max(report.submissions.all(), key=lambda row: row.pk, default=None)


def _first_on(report: SelfReport):
    return min((row.submitted_on for row in report.submissions.all()), default=None)


def was_late(report: SelfReport) -> bool:
    """Whether its first report came after the day that was set for all."""
    first, day = _first_on(report), report.self_inspection.due_on
    return bool(first and day and first > day)


def facts(asked: SelfInspection) -> dict:
    """What the paper says; the results are its list."""
    rows = reports(asked)
    real = [row for row in rows if row.state != SelfReport.State.EXCLUDED]
    missing = [str(row.unit) for row in real if row.state in SelfReport.AWAITS_UNIT]
    left_out = [row for row in rows if row.state == SelfReport.State.EXCLUDED]
    columns = KINDS[SUMMARY].tables["results"]
    told = [
        [str(row.unit), row.unit.party.get_kind_display(), cn_date(_first_on(row)), _outcome(row)]
        for row in real
    ]
    scope = f"{asked.rule.bound_in_words}（{asked.rule.basis}）。{queries.progress(asked).words}。"
    without = "；".join(f"{row.unit}（{row.reason}）" for row in left_out)
    return {
        "year": f"{asked.report_year}年度",
        "scope": scope + (f"不列入的：{without}。" if without else ""),
        "results": tabling.of_rows(told, columns),
        "missing": "、".join(missing) or "无",
        "conclusion": asked.conclusion,
    }


def _outcome(report: SelfReport) -> str:
    late = "（逾期报送）" if was_late(report) else ""
    return f"{report.get_state_display()}{late}"


def sheet(asked: SelfInspection) -> bytes:
    """The same as Excel, with the days and the reviewer's words."""
    return workbook("自查审核汇总表", HEADS, (_line(asked, row) for row in reports(asked)))


def _line(asked: SelfInspection, report: SelfReport) -> list:
    last = _last(report)
    return [
        str(report.unit),
        report.unit.party.get_kind_display(),
        "是" if report.bound else f"否：{report.reason}",
        asked.due_on,
        _first_on(report),
        "逾期" if was_late(report) else "",
        report.get_state_display(),
        report.reason if report.state == SelfReport.State.EXCLUDED
        else last.outcome_note if last else "",
    ]  # fmt: skip
