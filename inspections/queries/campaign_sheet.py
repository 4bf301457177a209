"""报送表 as Excel and PDF, and the table over all bureaux as Excel."""

from datetime import date

from django.utils import timezone

from archives_enforcement.archiving import blocks
from archives_enforcement.files import workbook as workbooks
from archives_enforcement.templatetags.formats import cn_date, cn_datetime
from inspections.models import Campaign, Participant, ReportBack
from inspections.queries import campaign_standing as progress
from inspections.queries import campaigns as queries
from inspections.queries.campaign_figures import COUNTS, figures_of, total_of

HEADS = (("参加机关", 24), ("状态", 10), ("报送日期", 12), ("逾期", 10), ("催报", 18))
FIGURES = (("项目", 90), ("数量", 35), ("单位", 35))  # widths in mm
UNSENT = "草稿，没有签发"


def over_all(campaign: Campaign, today: date) -> bytes:
    """One line for each bureau, the sums of what was sent below."""
    rows = progress.standing(campaign, today)
    figures = [(f"{count.label}（{count.unit}）", 12) for count in COUNTS.values()]
    columns = [*HEADS, *figures, ("统计时的情况", 24), *((row, 40) for row in campaign.questions)]
    lines = [_line(row, campaign) for row in rows]
    total = ["合计", "", "", "", "", *(total_of(rows, key) for key in COUNTS)]
    return workbooks.workbook("报送汇总", columns, [*lines, total])


def _line(row: progress.Standing, campaign: Campaign) -> list:
    part, table = row.participant, row.table
    answers = table.answers if table else {}
    return [
        str(part.bureau),
        part.get_state_display(),
        table.sent_on if table else None,
        row.late,
        row.urged,
        *(row.value(key) for key in COUNTS),
        table.remark if table else "",
        *(answers.get(question, "") for question in campaign.questions),
    ]


def of_one(part: Participant) -> bytes:
    """One bureau's table, item by item, to be sent by hand; a draft says that it is one."""
    campaign, table = part.campaign, sent(part)
    figures = table.figures if table else [figure.as_data() for figure in figures_of(part)]
    answers, shortfall = (table or part).answers, (table or part).shortfall
    lines = [
        ("专项检查", campaign.name, ""),
        ("部署机关和文号", f"{campaign.superior}　{campaign.reference}", ""),
        ("报送机关", str(part.bureau), ""),
        ("检查期间", campaign.period, ""),
        ("报送日期", cn_date(table.sent_on) if table else UNSENT, ""),
        ("统计时间", cn_datetime(table.counted_at) if table else "导出时的记录", ""),
        *((row["label"], row["value"], row["unit"]) for row in figures),
        *((question, answers.get(question, ""), "") for question in campaign.questions),
        *([("没有按要求选取单位的说明", shortfall, "")] if shortfall else []),
        ("统计时的情况", table.remark if table else queries.still_open(part), ""),
    ]
    return workbooks.workbook("报送表", [("项目", 28), ("内容", 60), ("单位", 8)], lines)


def printed(part: Participant) -> tuple[dict, str]:
    """One bureau's table as a form to print, and the moment it is of; a draft says that it is one.

    A table that was sent reads the same whenever it is printed.
    """
    campaign, table = part.campaign, sent(part)
    moment = timezone.localtime(table.counted_at if table else None)
    figures = table.figures if table else [figure.as_data() for figure in figures_of(part)]
    said, remark = table or part, table.remark if table else queries.still_open(part)
    signed = f"{table.sent_by}　{cn_date(table.sent_on)}" if table else UNSENT
    content = {
        "layout": "form",
        "mark": str(part.bureau),
        "title": f"{campaign.name}报送表{'' if table else '（草稿）'}",
        "blocks": [
            blocks.fields(
                ("部署机关和文号", f"{campaign.superior}　{campaign.reference}"),
                ("报送机关", part.bureau),
                ("检查期间", campaign.period),
                ("统计时间", cn_datetime(moment)),
                ("统计时的情况", remark),
                ("签发和报送", signed),
            ),
            blocks.table(
                "数据", FIGURES, ((row["label"], row["value"], row["unit"]) for row in figures)
            ),
            *(blocks.text(row, said.answers.get(row, "")) for row in campaign.questions),
            *([blocks.text("没有按要求选取单位的说明", said.shortfall)] if said.shortfall else []),
        ],
    }
    return content, moment.isoformat(timespec="seconds")


def returned(part: Participant) -> list[ReportBack]:
    """The tables that were sent and came back, the first one first; each as it was sent."""
    standing = sent(part)
    rows = part.tables.select_related("sent_by").order_by("pk")
    return list(rows.exclude(pk=standing.pk) if standing else rows)


def sent(part: Participant) -> ReportBack | None:
    """The table as long as it stands: none before it is sent, and none once it is returned."""
    return None if part.state in Participant.WAITING else queries.last_table(part)
