"""The text of the annual report: sentences and tables that say what the figures count."""

from collections import Counter
from typing import NamedTuple

from reports.queries import narrative as written
from reports.queries import statistics
from reports.queries.figures import Figure, figures_of, gaps
from reports.queries.trend import Trend, trend
from reports.queries.year import Year

WIDTHS = [12, 88, 32, 24]  # mm
UNWRITTEN = "本部分还没有撰写。"
AREAS_NAMED = 3
ON_PAPER = "纸质记录（未分领域）"


class ReportText(NamedTuple):
    """The body as the typesetting engine and Word take it: paragraphs, then attached tables."""

    title: str
    paragraphs: list[list]
    attachments: list[dict]

    @property
    def words(self) -> str:
        return "\n".join(part for kind, part in self.paragraphs if isinstance(part, str))


def compose(records: Year, narrative: dict, *, found: list[Figure] | None = None) -> ReportText:
    """The report on the year's records; `found` are its figures when they are known already."""
    found = found or figures_of(records)
    value = {figure.key: figure.value for figure in found}
    title = f"{records.bureau.name}{records.year}年行政执法工作报告"
    opening = (
        f"{records.year}年，{records.bureau.name}依照《中华人民共和国档案法》及有关规定组织开展"
        "档案行政执法工作。现将有关情况报告如下。"
    )
    paragraphs = [
        ["p", opening],
        *_situation(value, records),
        *_compared(records, found),
        *_measures(value, records, narrative),
        *_problems(value, records, narrative),
        ["h1", "四、下一步工作举措"],
        *(written.paragraphs(narrative, "next_steps") or [["p", UNWRITTEN]]),
    ]
    six = statistics.as_attachment(statistics.tables(records), records.year)
    return ReportText(title, paragraphs, [data_table(found, records.year), six])


def _situation(value: dict, records: Year) -> list[list[str]]:
    return [
        ["h1", "一、档案行政执法基本情况"],
        ["h2", "（一）行政执法人员情况"],
        ["p", f"{records.year - 1}年末持有效行政执法证件的执法人员{value['officers_before']}名，"
              f"{records.year}年新增持证执法人员{value['officers_new']}名。"],
        ["h2", "（二）行政检查和行政处罚情况"],
        ["p", _checks(value)],
        ["p", _penalties(value)],
        ["h2", "（三）年度检查计划完成情况"],
        ["p", _plan(value, records.year)],
    ]  # fmt: skip


def _compared(records: Year, found: list[Figure]) -> list[list]:
    """与上年相比 in words, and three years as a chart with its table; nothing without records."""
    over = trend(records, found)
    if over is None:
        return []
    return [
        ["h2", "（四）近三年情况"],
        ["p", _moved(over)],
        ["chart", over.drawing],
        ["table", over.table],
    ]


def _moved(over: Trend) -> str:
    """How each number moved against the year before."""
    said = []
    for line in over.lines:
        before, now = line.values[-2:]
        how = "增加" if now > before else "减少"
        moved = f"{how}{abs(now - before)}{line.unit}" if now != before else "持平"
        said.append(f"{line.label}{moved}")
    return f"与{over.years[-2]}年相比，{'，'.join(said)}。"


def _checks(value: dict) -> str:
    if not value["checks"]:
        done = "全年没有开展行政执法检查"
    else:
        done = (
            f"全年共开展行政执法检查{value['checks']}次，其中日常检查{value['checks_daily']}次、"
            f"专项检查{value['checks_special']}次、个案检查{value['checks_case']}次，"
            f"涉及单位{value['units_checked']}个"
        )
    return (
        f"{done}；印发反馈意见书{value['letters']}份；开展“回头看”{value['look_backs']}次。"
        f"领导到重点部门开展档案安全检查{value['key_unit_visits']}次（不计入行政执法检查）。"
        f"以上到现场合计{value['visits_total']}次。"
    )


def _penalties(value: dict) -> str:
    if not value["penalties"]:
        return "全年无行政处罚案件，作出行政处罚决定0件。"
    return f"全年作出行政处罚决定{value['penalties']}件。"


def _plan(value: dict, year: int) -> str:
    total, done = value["plan_items"], value["plan_items_done"]
    if not total:
        return f"没有{year}年度检查计划的记录，计划项目0个，完成0个。"
    end = "全部完成。" if done == total else f"还有{total - done}个没有完成。"
    return f"年度检查计划共{total}个项目，完成{done}个，完成率{percent(done, total)}，{end}"


def rate(part: int, whole: int) -> str:
    """The share as a table shows it: of nothing there is none."""
    return percent(part, whole) if whole else "—"


def percent(part: int, whole: int) -> str:
    """A share with at most one decimal, written 88.2%; rounded down, so 100% means all."""
    tenths = part * 1000 // whole if whole else 0
    return f"{tenths // 10}%" if tenths % 10 == 0 else f"{tenths // 10}.{tenths % 10}%"


def _measures(value: dict, records: Year, narrative: dict) -> list[list[str]]:
    return [
        ["h1", "二、主要工作措施及成效"],
        ["h2", "（一）监督检查和跟踪整改"],
        ["p", _rectification(value, records)],
        ["p", f"“执法检查观察员”到场观摩{value['observers']}名。对整改成效不明显的单位约谈"
              f"{value['interviews']}次，选树整改优秀典型单位{value['exemplary_units']}个。"],
        ["h2", "（二）档案普法宣传"],
        ["p", f"开展普法宣传活动{value['activities']}次，发布宣传稿件{value['articles']}篇，"
              f"工作经验被媒体和简报刊载{value['media']}次。"],
        ["h2", "（三）年度工作台账"],
        ["p", f"列入年度工作台账的档案任务{value['ledger_tasks']}项，"
              f"已完成{value['ledger_tasks_done']}项。"],
        *written.paragraphs(narrative, "measures"),
    ]  # fmt: skip


def _rectification(value: dict, records: Year) -> str:
    found, accepted = value["findings"], value["findings_accepted"]
    ended = value["findings_terminated"]
    if not found:
        return f"检查没有发现需要整改的问题，已销号{accepted}项；收到整改回复{value['replies']}次。"
    return (
        f"检查共发现问题{found}项，已销号{accepted}项，"
        f"{f'因单位撤销终结整改{ended}项（不计入销号率），' if ended else ''}"
        f"销号率{percent(accepted, found - ended)}；"
        f"收到单位整改回复{value['replies']}次。{_areas(records)}"
    )


def areas(records: Year) -> list[tuple[str, int, int, int]]:
    """(area, problems found, struck off, ended with their unit), the most frequent area first."""
    found, fixed, ended = Counter(), Counter(), Counter()
    for row in records.findings():
        area = row.item.area if row.item else "其他"
        found[area] += 1
        fixed[area] += row.state == row.State.ACCEPTED
        ended[area] += row.state == row.State.TERMINATED
    for row in records.past_findings():
        found[ON_PAPER] += 1
        fixed[ON_PAPER] += row.is_fixed
    return [(area, count, fixed[area], ended[area]) for area, count in found.most_common()]


def _areas(records: Year) -> str:
    most = areas(records)[:AREAS_NAMED]
    named = "、".join(f"{area}（{count}项）" for area, count, *_ in most)
    return f"问题较多的方面是{named}。"


def _problems(value: dict, records: Year, narrative: dict) -> list[list[str]]:
    lines = written.paragraphs(narrative, "problems")
    left = value["findings"] - value["findings_accepted"] - value["findings_terminated"]
    counted = [["p", f"检查发现的问题还有{left}项没有销号。"]] if left else []
    return [["h1", "三、存在问题"], *counted, *(lines or [["p", UNWRITTEN]])]


def data_table(found: list[Figure], year: int) -> dict:
    """Every figure in one table, zeros included (国办发〔2018〕118号: 年度执法数据)."""
    rows = [
        [str(place), figure.label, str(figure.value), figure.unit]
        for place, figure in enumerate(found, start=1)
    ]
    return {
        "title": f"{year}年行政执法数据表",
        "head": ["序号", "项目", "数量", "单位"],
        "rows": rows,
        "widths": WIDTHS,
    }


def remarks(found: list[Figure], narrative: dict) -> list[str]:
    """What a reader should know before the report is submitted: gaps and unwritten parts."""
    unwritten = [f"“{name}”还没有撰写。" for name in written.missing(narrative)]
    return [*gaps(found), *unwritten]
