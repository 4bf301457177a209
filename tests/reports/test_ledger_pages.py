"""The pages of 年度工作台账."""

from datetime import date
from io import BytesIO

from django.urls import reverse
from openpyxl import load_workbook

from archives_enforcement.notifications.models import Message
from reports.models import LedgerTask, LedgerVisit
from tests.reports.counting import counted

ON = date(2025, 1, 6)
WORDS = {"problems": "力度不够。", "next_steps": "加强培训。"}
WORKBENCH, PORTAL = "reports:workbench", "reports:portal"
LEDGER, LIST = "reports:ledger-list", "reports:annual-report-list"


def test_a_task_is_entered_and_finished_on_its_pages(client, clerk):
    client.force_login(clerk)
    facts = {"year": 2024, "title": "档案检查", "owner": "业务科", "due_on": "2024-12-20"}
    client.post(reverse("reports:ledger-task-create"), {**facts, "on": "2024-06-03"})
    task = LedgerTask.objects.get()
    answer = client.post(
        task.get_absolute_url(), {"progress": 100, "note": "完成", "on": "2024-12-03"}, follow=True
    )

    task.refresh_from_db()
    assert (task.title, task.done_on) == ("档案检查", date(2024, 12, 3))
    assert answer.redirect_chain == [(f"{reverse(LEDGER)}?year=2024", 302)]


def test_a_visit_is_entered_on_its_page_and_stands_beside_the_tasks(client, clerk):
    client.force_login(clerk)
    facts = {
        "visited_on": "2024-05-30", "place": "区档案馆", "leader": "负责同志",
        "purpose": "节前检查", "on": "2024-06-03",
    }  # fmt: skip
    client.post(reverse("reports:ledger-visit-create"), facts)

    page = client.get(f"{reverse(LEDGER)}?year=2024")
    assert LedgerVisit.objects.count() == 1
    assert page.content.decode().count("区档案馆") == 1
    assert client.get(reverse("inspections:inspection-list")).context["object_list"].count() == 0


def test_the_ledger_costs_the_same_queries_with_one_row_and_with_three(client, maker):
    client.force_login(maker.clerk)
    address = f"{reverse(LEDGER)}?year=2024"
    maker.task()
    maker.visit()
    client.get(address)
    one = counted(client, address)
    for _ in range(2):
        maker.task(done=True)
        maker.visit()

    assert counted(client, address) == one


def test_the_leadership_reads_the_notes_urges_and_hands_the_ledger_out(client, maker):
    task = maker.task()
    page = reverse("reports:ledger-task-detail", args=[task.pk])
    client.force_login(maker.head)
    assert page in client.get(reverse("reports:ledger-list"), {"year": task.year}).text
    url = reverse("reports:ledger-task-urge", args=[task.pk])
    assert client.post(url, {"note": " "}).status_code == 422
    assert "月底前报结果" in client.post(url, {"note": "月底前报结果"}, follow=True).text
    told = Message.objects.get(recipient=maker.clerk)
    assert (told.url, "督办" in told.text) == (page, True)
    book = client.get(reverse("reports:ledger-export"), {"year": task.year})
    sheets = load_workbook(BytesIO(book.content))
    assert sheets["任务"]["A2"].value == task.title
