"""The pages that are measured, who looks at them, and the table of what they cost."""

from datetime import time
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.accounts.models import User
from archives_enforcement.documents.models import Document
from bench.measuring.server import Server, serving
from inspections.models import Inspection
from inspections.queries.recording import sections
from inspections.services.recording import start
from inspections.services.steps import take
from penalties.models import Case

PAIRS, WARM = 40, 3
LIST, DETAIL, FORM, POST, BOARD, FIGURES = (
    "2–3 / 8",
    "3–4 / 12",
    "6–8 / 12",
    "4 / 12",
    "4 / 12",
    "10 / —",
)


class Page(NamedTuple):
    label: str
    user: str
    address: str
    target: str
    form: str = ""  # what is posted; a page without it is only read


def pages() -> list[Page]:
    busy = Inspection.objects.get(bureau__code="120110", state="rectifying")
    letter = Document.objects.filter(bureau__code="120110", state="issued").first()
    case = Case.objects.get(bureau__code="990101", state="decided")
    officer, pilot = "120110_officer_a", "990101_officer"
    record, posted = checklist_page(pilot)
    return [
        Page("检查列表", officer, "/inspections/", LIST),
        Page("问题列表", officer, "/inspections/findings/", LIST),
        Page("文书列表", officer, "/documents/", LIST),
        Page("单位列表", officer, "/units/", LIST),
        Page("案件列表", pilot, "/penalties/", LIST),
        Page("全过程记录", officer, "/audit/", LIST),
        Page("一次检查", officer, busy.get_absolute_url(), DETAIL),
        Page("一个问题", officer, busy.findings.first().get_absolute_url(), DETAIL),
        Page("一份文书", officer, letter.get_absolute_url(), DETAIL),
        Page("一件案件", pilot, case.get_absolute_url(), DETAIL),
        Page("检查表一页", pilot, record, FORM),
        Page("保存检查表", pilot, record, POST, posted),
        Page("工作台", officer, "/reports/workbench/", BOARD),
        Page("工作台（案件）", pilot, "/reports/workbench/", BOARD),
        Page("单位首页", "unit_contact", "/reports/portal/", BOARD),
        Page("年度指标", officer, "/reports/figures/2024/", FIGURES),
    ]


def checklist_page(username: str) -> tuple[str, str]:
    """The longest page of a visit under way, and what saving its first item posts."""
    officer = User.objects.get(username=username)
    today, nine = timezone.localdate(), time(9)
    visits = Inspection.objects.filter(bureau=officer.bureau, state__in=["approved", "on_site"])
    visit = visits.order_by("scheduled_on").first()
    if visit.state == "approved":
        visits.filter(pk=visit.pk).update(scheduled_on=today)  # the demonstration may be older
        visit = start(visit, actor=officer, on=today, arrived_at=nine)
    for step in ("inform", "show"):  # before them nothing may be recorded
        take(visit, actor=officer, on=today, step=step, at=nine)
    longest = max(sections(visit), key=lambda section: section.total)
    address = reverse("inspections:inspection-record-section", args=[visit.pk, longest.code])
    posted = {
        f"initial-{part}-{row.pk}": "" for row in longest.rows for part in ("result", "facts")
    }
    first = longest.rows[0].pk
    return address, urlencode(posted | {f"result-{first}": "fails", f"facts-{first}": "没有制度。"})


def cookies_of(username: str) -> str:
    client = Client()
    client.force_login(User.objects.get(username=username))
    return f"{settings.SESSION_COOKIE_NAME}={client.session.session_key}"


def queries(page: Page) -> int:
    """How many queries the page asks in this process, sign-in and rights included."""
    client = Client()
    client.force_login(User.objects.get(username=page.user))
    kind = "application/x-www-form-urlencoded"
    with CaptureQueriesContext(connection) as seen:
        if page.form:
            client.post(page.address, page.form, content_type=kind)
        else:
            client.get(page.address)
    return len(seen)


def cost(site: Server, floor: Server, page: Page, pairs: int = PAIRS) -> tuple[float, float, int]:
    """(× floor, milliseconds of CPU, bytes) of one page, asked in turn with the floor."""
    cookies = cookies_of(page.user)
    headers = {}
    if page.form:
        token = site.ask(page.address, cookies)[2]["Set-Cookie"].split(";")[0]
        headers = {"X-CSRFToken": token.partition("=")[2]}
    shown = f"{cookies}; {token}" if page.form else cookies
    begun = ()
    for turn in range(-WARM, pairs):
        if turn == 0:
            begun = site.cpu(), floor.cpu()
        status, _, _ = floor.ask("/floor/", cookies)
        found, body, _ = site.ask(page.address, shown, page.form, **headers)
        if (status, found) != (200, 302 if page.form else 200):
            raise SystemExit(f"{page.address}: {found}, /floor/: {status}")
    used, base = site.cpu() - begun[0], floor.cpu() - begun[1]
    return used / base, used / pairs, len(body)


def measure(folder: Path) -> None:
    """Print the table."""
    chosen = pages()
    with (
        serving("site", folder, "archives_enforcement.settings") as site,
        serving("floor", folder, "bench.floor.settings") as floor,
    ):
        print(f"数据库 {connection.vendor}，每页与底线交替 {PAIRS} 次\n")
        print(
            "| 页面 | ×底线（CPU） | CPU 毫秒 | 查询 | 千字节 | 目标（×底线 / 查询） |\n"
            + "|---" * 6
            + "|"
        )
        for page in chosen:
            times, spent, size = cost(site, floor, page)
            print(
                f"| {page.label} | {times:.1f} | {spent:.1f} | {queries(page)}"
                f" | {size / 1000:.0f} | {page.target} |",
                flush=True,
            )
