"""Pages and tasks of a full city: × floor, queries, and growth from a tenth to the whole."""

import resource
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from archives_enforcement.accounts.models import User
from archives_enforcement.documents.models import Document
from archives_enforcement.files.importing import Row
from bench.loading import copying, people, visits
from bench.measuring.pages import BOARD, DETAIL, FIGURES, LIST, Page, cost, queries
from bench.measuring.server import serving
from inspections.models import Finding, Inspection
from reports.services import annual
from units.models import Unit
from units.services.importing import import_units

PAIRS = 12
OFFICER, HEAD, CLERK = "d1_officer_4", "d1_head_0", "d1_clerk_1"


class City:
    """The bureaus and how much of the city there is."""

    def __init__(self):
        self.bureaus = people.found_bureaus()
        self.officers = [people.officers_of(bureau) for bureau in self.bureaus]
        self.units = 0

    def fill(self, units: int) -> str:
        """Go on to so many units; returns what was written and how long it took."""
        begun, more = time.monotonic(), range(self.units, units)
        with transaction.atomic():
            copying.loading()
            first = people.register_units(self.bureaus, more)
            checks = visits.arrange(more, first, self.officers)
            visits.load(checks, self.bureaus)
        copying.finish()
        self.units = units
        took = time.monotonic() - begun
        return f"{units} 个单位、{units * visits.PER_UNIT} 次检查，装载 {took:.0f} 秒"


def pages(bureau) -> list[Page]:
    """Every kind of page, each for whoever looks at it most."""
    own = Inspection.objects.filter(bureau=bureau)
    open_visit = own.filter(state="rectifying", findings__isnull=False).order_by("pk").first()
    closed = own.filter(state="closed", findings__isnull=False).order_by("pk").first()
    finding = Finding.objects.filter(inspection=open_visit).order_by("pk").first()
    letter = Document.objects.filter(object_id=open_visit.pk, kind="feedback_letter").get()
    last = f"/inspections/?page={own.count() // 20}"
    return [
        Page("检查列表", OFFICER, "/inspections/", LIST),
        Page("检查列表（末页）", OFFICER, last, LIST),
        Page("检查列表（按单位查）", OFFICER, f"/inspections/?text={quote('示例单位00')}", LIST),
        Page("问题列表", OFFICER, "/inspections/findings/", LIST),
        Page("文书列表", OFFICER, "/documents/", LIST),
        Page("单位列表", OFFICER, "/units/", LIST),
        Page("全过程记录", OFFICER, "/audit/", LIST),
        Page("消息", OFFICER, "/messages/", LIST),
        Page("一次检查（整改中）", OFFICER, open_visit.get_absolute_url(), DETAIL),
        Page("一次检查（已办结）", OFFICER, closed.get_absolute_url(), DETAIL),
        Page("一个问题", OFFICER, finding.get_absolute_url(), DETAIL),
        Page("一份文书", OFFICER, letter.get_absolute_url(), DETAIL),
        Page("一个单位", OFFICER, open_visit.unit.get_absolute_url(), DETAIL),
        Page("工作台（执法人员）", OFFICER, "/reports/workbench/", BOARD),
        Page("工作台（综合人员）", CLERK, "/reports/workbench/", BOARD),
        Page("工作台（负责人）", HEAD, "/reports/workbench/", BOARD),
        Page("期限督办", HEAD, "/reports/clocks/", BOARD),
        Page("检查日历", OFFICER, "/inspections/calendar/", BOARD),
        Page("查找", OFFICER, f"/search/?q={quote('示例单位0001')}", BOARD),
        Page("单位首页", "city_contact", "/reports/portal/", BOARD),
        Page("年度指标", CLERK, "/reports/figures/2025/", FIGURES),
        Page("数据质量", CLERK, "/reports/quality/", FIGURES),
        Page("下级情况", "city_superior_0", "/reports/districts/", FIGURES),
    ]


class Cost(NamedTuple):
    times: float
    spent: float
    asked: int


def measure(folder: Path, units: int) -> None:
    """Print what every page and task costs."""
    city = City()
    print(f"先装入十分之一：{city.fill(units // 10)}", flush=True)
    unit = Unit.objects.filter(party__bureau=city.bureaus[0]).order_by("pk").first()
    people.name_contact(unit.party_id)
    chosen = [page for page in pages(city.bureaus[0]) if answers(page)]
    before = costs(folder, chosen)
    print(f"再装入其余：{city.fill(units)}\n", flush=True)
    after = costs(folder, chosen)
    print("| 页面 | ×底线（CPU） | CPU 毫秒 | 查询 | 增长（10% → 100%） | 目标（×底线 / 查询） |")
    print("|---" * 6 + "|")
    for page, early, late in zip(chosen, before, after, strict=True):
        print(
            f"| {page.label} | {late.times:.1f} | {late.spent:.1f} | {late.asked}"
            f" | {late.times / early.times:.2f} | {page.target} |"
        )
    print()
    measure_tasks(city)


def answers(page: Page) -> bool:
    """Whether there is such a page for this person; said aloud when there is none."""
    client = Client()
    client.force_login(User.objects.get(username=page.user))
    if (status := client.get(page.address).status_code) != 200:
        print(f"没有测量{page.label}：{page.address} 回答 {status}")
    return status == 200


def costs(folder: Path, chosen: list[Page]) -> list[Cost]:
    with (
        serving("site", folder, "archives_enforcement.settings") as site,
        serving("floor", folder, "bench.floor.settings") as floor,
    ):
        found = []
        for page in chosen:
            times, spent, _ = cost(site, floor, page, PAIRS)
            found.append(Cost(times, spent, queries(page)))
        return found


def measure_tasks(city: City) -> None:
    """What is done now and then, over everything there is; nothing of it is kept."""
    print("| 任务 | 秒 | 查询 | 内存峰值增加 MB | 目标 |\n|---|---|---|---|---|")
    for label, target, task in (
        ("年度报告 16 份（全市各机关 2025 年）", "30 秒", lambda: reports_of(city)),
        (
            "导出问题（最大的机关，全部）",
            "5 秒 / 10",
            lambda: exported("/inspections/findings/export/"),
        ),
        ("导入单位 10,000 行", "60 秒", lambda: imported(city, 10_000)),
    ):
        print(f"| {label} | {' | '.join(timed(task))} | {target} |", flush=True)


def timed(task: Callable[[], str]) -> tuple[str, str, str]:
    top, begun = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.monotonic()
    with transaction.atomic(), CaptureQueriesContext(connection) as asked:
        done = task()
        transaction.set_rollback(True)
    took = time.monotonic() - begun
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - top) / 1024
    return f"{took:.1f}{done}", str(len(asked)), f"{grown:.0f}"


def reports_of(city: City) -> str:
    for place in range(len(city.bureaus)):
        clerk = User.objects.get(username=f"d{place + 1}_clerk_1")
        annual.frozen(annual.draft_report(actor=clerk, on=date(2026, 1, 15), year=2025))
    return ""


def exported(address: str) -> str:
    client = Client()
    client.force_login(User.objects.get(username=OFFICER))
    answer = client.get(address)
    size = sum(map(len, answer.streaming_content)) if answer.streaming else len(answer.content)
    return f"（{answer.status_code}，{size / 1e6:.1f} MB）"


def imported(city: City, rows: int) -> str:
    clerk = User.objects.get(username="d16_clerk_1")
    lines = [
        Row(number, {"name": f"新单位{number:05}", "kind": "机关"}) for number in range(2, rows + 2)
    ]
    found = import_units(lines, bureau=clerk.bureau, actor=clerk, on=date.today())
    return f"（新增 {len(found.created)}）"
