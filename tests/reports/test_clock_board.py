"""The board of clocks: late and soon, by consequence, by officer, unit and field of work."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from archives_enforcement.documents.composing import wording_on
from archives_enforcement.documents.models import Document
from archives_enforcement.workdays import deadlines
from archives_enforcement.workdays.models import Deadline
from penalties.models import Case
from tests import factories
from tests.penalties.walk import Walk

BOARD, EXPORT = "reports:clock-board", "reports:clock-export"


@pytest.fixture
def walk(bureau):
    made = Walk(bureau)
    made.file()
    return made


@pytest.fixture
def leader(bureau, client):
    user = factories.make_user("督办", bureau=bureau)
    factories.give(user, "oversee_deadline", "view_deadline", "view_case")
    client.force_login(user)
    return user


def due(subject, code, days, **fields):
    """An open clock that falls due so many days from today."""
    clock = deadlines.start(subject, code, bureau=subject.bureau, on=timezone.localdate(), **fields)
    day = timezone.localdate() + timedelta(days=days)
    Deadline.objects.filter(pk=clock.pk).update(due_on=day)
    return clock


def names(client, query=""):
    page = client.get(reverse(BOARD) + query)
    assert page.status_code == 200
    return [row.clock.name for row in page.context["rows"]]


def test_the_heaviest_consequence_comes_first_and_what_is_far_does_not_come(walk, leader, client):
    Deadline.objects.all().delete()
    due(walk.case, "D-P24", -9)  # 提醒
    due(walk.case, "D-P10", -2)  # 违法
    due(walk.case, "D-R16", 7)  # 失权
    due(walk.case, "D-P03", 8)  # 失效, but a day too far
    due(walk.case, "D-P07", -1)  # the party's own
    assert names(client) == ["申请法院强制执行", "作出处罚决定", "立卷归档"]
    assert names(client, "?when=late") == ["作出处罚决定", "立卷归档"]
    assert names(client, "?when=soon") == ["申请法院强制执行"]
    assert names(client, "?when=all")[1] == "先行登记保存处理"
    assert names(client, "?whose=others") == ["要求听证"]
    assert names(client, "?consequence=unlawful") == ["作出处罚决定"]
    page = client.get(reverse(BOARD))
    assert [(row.label, row.late, row.soon) for row in page.context["tallies"]] == [
        ("失权", 0, 1), ("失效", 0, 0), ("违法", 1, 0), ("提醒", 1, 0),
    ]  # fmt: skip
    told = page.content.decode()
    for look in ("cq cq-forfeit", "cq cq-unlawful", "cq cq-remind", walk.case.get_absolute_url()):
        assert look in told


def test_it_narrows_by_officer_unit_and_field(walk, leader, client):
    Deadline.objects.all().delete()
    due(walk.case, "D-P10", -2)
    due(walk.case.lead, "D-I16", -3)
    other = factories.make_officer("旁人", walk.bureau)
    assert names(client, f"?officer={walk.officer.pk}") == ["作出处罚决定", "举报受理"]
    assert names(client, f"?officer={other.pk}") == []
    assert len(names(client, "?unit=示例档案")) == 2
    assert names(client, "?unit=别的单位") == []
    assert names(client, "?app=penalties") == ["作出处罚决定"]
    assert names(client, "?app=inspections") == ["举报受理"]


def test_the_workbook_holds_what_the_board_shows(walk, leader, client):
    Deadline.objects.all().delete()
    due(walk.case, "D-P10", -2)
    due(walk.case, "D-P24", -1)
    book = load_workbook(BytesIO(client.get(f"{reverse(EXPORT)}?consequence=unlawful").content))
    head, *lines = book.active.iter_rows(values_only=True)
    assert head[:4] == ("后果", "期限", "届满日", "还有或者逾期")
    [line] = lines
    assert line[:2] == ("违法", "作出处罚决定")
    assert line[3] == "逾期 2 天"
    assert walk.case.name in line
    assert "示例档案服务公司" in line[7]
    assert walk.officer.name in line[8]


def test_a_paper_names_who_drafted_it(walk, leader, client):
    Deadline.objects.all().delete()
    paper = Document.objects.create(
        bureau=walk.bureau, subject=walk.case, kind="criticism_record", title="批评教育记录",
        party=walk.firm, fields={}, drafted_by=walk.officer, drafted_on=walk.day,
        wording=wording_on("criticism_record", walk.day),
    )  # fmt: skip
    due(paper, "D-P11", -2)
    [row] = client.get(reverse(BOARD)).context["rows"]
    assert (row.handlers, row.party) == (walk.officer.name, walk.firm.name)


def test_another_bureau_stays_out_and_who_oversees_nothing_is_refused(
    walk, leader, client, other_bureau
):
    Deadline.objects.all().delete()
    clock = due(walk.case, "D-P10", -2)
    Deadline.objects.filter(pk=clock.pk).update(bureau=other_bureau)
    assert names(client, "?whose=all&when=all") == []
    user = factories.make_user("旁人", bureau=walk.bureau)
    factories.give(user, "view_deadline")
    client.force_login(user)
    assert client.get(reverse(BOARD)).status_code == 403
    assert client.get(reverse(EXPORT)).status_code == 403


def test_three_clocks_cost_no_more_queries_than_one(walk, leader, client):
    Deadline.objects.all().delete()
    due(walk.case, "D-P10", -2)
    client.get(reverse(BOARD))
    with CaptureQueriesContext(
        connection,
    ) as one:
        names(client, "?consequence=unlawful")
    first = walk.case
    for number in (1, 2):
        again = Case.objects.get(pk=first.pk)
        again.lead = walk.lead(text=f"另一条线索{number}")
        again.pk, again.serial = None, 100 + number
        again.save()
        due(again, "D-P10", -2)
    with CaptureQueriesContext(connection) as three:
        assert len(names(client, "?consequence=unlawful")) == 3
    assert len(three) == len(one) <= 12, (len(one), len(three))
