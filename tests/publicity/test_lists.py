"""公开清单: who writes, who approves, what stands in the way, and what stays as it is."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from archives_enforcement.accounts.models import Certificate, User
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from publicity import sheets
from publicity.list_kinds import KINDS
from publicity.models import PublicList
from publicity.queries import lists as queries
from publicity.queries.list_work import work_for_lists
from publicity.services import lists
from tests import factories

LINE = ["档案利用服务", "馆藏档案的查阅", "办公室", "000-00000000"]


class Lists:
    """Brings one list forward, today."""

    def __init__(self, bureau):
        self.clerk = factories.make_user("list-clerk", "clerk", bureau=bureau)
        self.head = factories.make_user("list-head", "head", bureau=bureau)
        self.today = timezone.localdate()

    def by(self, actor):
        return {"actor": actor, "on": self.today}

    def draft(self, kind="services"):
        return lists.draft(kind, **self.by(self.clerk))

    def written(self, rows=None, source="本机关文件"):
        return lists.write(self.draft(), **self.by(self.clerk), rows=rows or [LINE], source=source)

    def approve(self, row):
        return lists.approve(row, **self.by(self.head))

    def publish(self, row):
        return lists.publish(row, **self.by(self.clerk))

    def published(self, **values):
        return self.publish(self.approve(self.written(**values)))


@pytest.fixture
def way(db, bureau):
    return Lists(bureau)


def test_a_first_draft_begins_with_the_sample_and_says_so(way):
    row = way.draft("duties")
    assert {line[0] for line in row.rows} == set("123456789")
    assert row.source == ""
    with pytest.raises(Refused, match="还没有写明制定依据"):
        way.approve(row)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_drafted_and_approved_once_its_source_is_stated(way, kind):
    factories.make_officer("licensed", way.clerk.bureau)
    row = way.draft(kind)
    if not KINDS[kind].from_register:
        row = lists.write(row, **way.by(way.clerk), rows=row.rows, source="本机关文件")
    assert way.approve(row).state == "approved"


def test_a_new_version_begins_with_the_one_in_force_and_takes_its_place(way):
    first = way.published()
    second = lists.write(way.draft(), **way.by(way.clerk), rows=[LINE, LINE], source="本机关文件")
    assert (second.version, first.rows) == (2, [LINE])
    way.publish(way.approve(second))
    first.refresh_from_db()
    assert (first.state, first.end_reason) == ("superseded", "由第2版代替")
    assert PublicList.objects.in_force().get() == second


def clock_of(row):
    return deadlines.for_subject(row).get(code="D-G05")


def test_what_is_in_force_is_brought_up_to_date_in_its_term(way):
    """广东 21: twenty working days from the change; published anew, the clock is met."""
    first = way.published()
    second = way.draft()
    assert work_for_lists(way.clerk, way.today)[0].due == clock_of(first).due_on
    assert "起有变化，新版本请在" in queries.next_step(first)
    second = lists.write(second, **way.by(way.clerk), rows=[LINE, LINE], source="本机关文件")
    assert clock_of(first).trigger_on == way.today
    way.publish(way.approve(second))
    assert clock_of(first).met_on == way.today
    assert not deadlines.for_subject(second).exists()


def test_the_clock_begins_with_the_change_and_not_with_the_draft(way):
    first = way.published()
    earlier = way.today - timedelta(days=9)
    for wrong in (earlier, way.today + timedelta(days=1)):
        with pytest.raises(Refused, match="内容变化的日期应当在现行版本公布"):
            lists.draft("services", **way.by(way.clerk), changed_on=wrong)
    with pytest.raises(Refused, match="还没有公布过"):
        lists.draft("duties", **way.by(way.clerk), changed_on=way.today)
    row = lists.draft("services", **way.by(way.clerk), changed_on=way.today)
    lists.discard(row, **way.by(way.clerk))
    assert clock_of(first).cancelled_on == way.today


def test_two_versions_are_not_written_at_once(way):
    way.draft()
    with pytest.raises(Refused, match="正在办理"):
        way.draft()


def test_the_drafter_does_not_approve(way):
    row = way.written()
    factories.give(way.clerk, "approve_list")
    clerk = User.objects.get(pk=way.clerk.pk)
    with pytest.raises(Refused, match="起草人不能批准"):
        lists.approve(row, **way.by(clerk))
    assert way.approve(row).approved_by == way.head


def test_only_the_head_approves_and_only_the_clerk_publishes(way):
    row = way.written()
    other = factories.make_user("other-clerk", "clerk", bureau=way.clerk.bureau)
    with pytest.raises(PermissionDenied):
        lists.approve(row, **way.by(other))
    row = way.approve(row)
    with pytest.raises(PermissionDenied):
        lists.publish(row, **way.by(way.head))
    assert way.publish(row).published_on == way.today


def test_an_unapproved_list_is_not_published(way):
    with pytest.raises(Refused, match="不能公布"):
        way.publish(way.written())


def test_publication_is_of_the_day_itself(way):
    row = way.approve(way.written())
    factories.give(way.clerk, "backfill")
    clerk = User.objects.get(pk=way.clerk.pk)
    with pytest.raises(Refused, match="不能补录"):
        lists.publish(row, actor=clerk, on=way.today - timedelta(days=1))


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (["", *LINE[1:]], "第 1 行“服务事项”没有填写"),
        (["长" * 501, *LINE[1:]], "超过 500 字"),
    ],
)
def test_a_broken_line_is_named(way, line, why):
    with pytest.raises(Refused, match=why):
        way.written(rows=[line])


def test_what_the_sample_leaves_to_the_bureau_is_filled_in_first(way):
    with pytest.raises(Refused, match="还有“〔待填〕”的内容"):
        way.approve(way.written(rows=[[*LINE[:3], "〔待填〕"]]))


def test_the_page_of_a_draft_says_what_it_still_lacks(way, client):
    """And calls no content a sample that was written over."""
    row = way.draft()
    client.force_login(way.clerk)
    page = client.get(row.get_absolute_url()).text
    assert "还不能报请批准：还没有写明制定依据" in page
    assert "内容来自示例" in page
    lists.write(row, **way.by(way.clerk), rows=[[*LINE[:3], "13800000000"]], source="")
    assert "内容来自示例" not in client.get(row.get_absolute_url()).text
    lists.write(row, **way.by(way.clerk), rows=[[*LINE[:3], "13800000000"]], source="文件")
    assert "还不能报请批准：清单里有手机号码" in client.get(row.get_absolute_url()).text


def test_private_numbers_are_not_approved(way):
    with pytest.raises(Refused, match="手机号码"):
        way.approve(way.written(rows=[[*LINE[:3], "13800000000"]]))


def test_officers_come_from_the_register_and_from_nowhere_else(way):
    officer = factories.make_officer("licensed", way.clerk.bureau)
    row = way.draft("officers")
    assert row.rows == [["licensed", "证-licensed", "示例市司法局", "2030年12月31日"]]
    with pytest.raises(Refused, match="不能手工填写"):
        lists.write(row, **way.by(way.clerk), rows=row.rows, source="改")
    Certificate.objects.filter(user=officer).update(withdrawn_on=date(2021, 2, 1))
    with pytest.raises(Refused, match="和执法证件的登记不一致"):
        way.approve(row)


def dated_or_officers(way):
    """The work list of the clerk without the line on what was never drafted."""
    items = work_for_lists(way.clerk, way.today)
    return [item.text for item in items if not item.text.startswith("事前公开的清单")]


def test_a_published_list_of_officers_that_is_out_of_date_comes_to_the_workbench(way):
    officer = factories.make_officer("licensed", way.clerk.bureau)
    factories.make_officer("second", way.clerk.bureau)
    way.publish(way.approve(way.draft("officers")))
    assert dated_or_officers(way) == []
    Certificate.objects.filter(user=officer).update(withdrawn_on=date(2021, 2, 1))
    assert dated_or_officers(way) == ["公开的执法人员名录和证件登记不一致，请出新版本"]
    row = way.approve(lists.read_register(way.draft("officers"), **way.by(way.clerk)))
    assert [line[0] for line in way.publish(row).rows] == ["second"]


def test_the_workbench_tells_head_and_clerk_in_turn(way):
    row = way.written()
    assert [item.button for item in work_for_lists(way.head, way.today)] == ["去审批"]
    assert dated_or_officers(way) == []
    way.approve(row)
    assert dated_or_officers(way) == [f"公布：{row}"]


@pytest.mark.parametrize(
    "change", [{"rows": []}, {"source": "改"}, {"version": 9}, {"state": "draft"}]
)
def test_the_database_keeps_a_published_list_as_it_is(way, change):
    row = way.published()
    with pytest.raises(DatabaseError), transaction.atomic():
        PublicList.objects.filter(pk=row.pk).update(**change)
    with pytest.raises(DatabaseError), transaction.atomic():
        PublicList.objects.filter(pk=row.pk).delete()
    assert PublicList.objects.filter(pk=way.draft().pk).update(source="改") == 1


def test_excel_goes_out_and_comes_in_again(way, client):
    row = way.written()
    client.force_login(way.clerk)
    content = client.get(reverse("publicity:list-export", args=[row.pk])).content
    book = load_workbook(BytesIO(content))
    book.active.append(["培训", "免费培训", "办公室", "000-1"])
    out = BytesIO()
    book.save(out)
    out.seek(0)
    out.name = "清单.xlsx"
    page = reverse("publicity:list-import", args=[row.pk])
    assert client.post(page, {"file": out, "on": way.today, "source": "文件"}).status_code == 302
    row.refresh_from_db()
    assert [line[0] for line in row.rows] == ["档案利用服务", "培训"]


def test_a_file_of_other_columns_is_refused_whole(way):
    with pytest.raises(Refused, match="第一行应当依次是"):
        sheets.rows_from("duties", sheets.list_workbook(way.written()))
    with pytest.raises(Refused, match="不是可以读取的 Excel"):
        sheets.rows_from("duties", b"nothing")


def test_the_page_writes_every_cell_and_drops_empty_lines(way, client):
    row = way.draft()
    client.force_login(way.clerk)
    page = reverse("publicity:list-edit", args=[row.pk])
    assert client.get(page).status_code == 200
    cells = {f"cell-1-{place}": cell for place, cell in enumerate(LINE)}
    client.post(page, {"on": way.today, "source": "文件", "cell-0-0": "", **cells})
    row.refresh_from_db()
    assert (row.rows, row.source) == ([LINE], "文件")
    answer = client.post(page, {"on": way.today, "source": "", "cell-0-1": "只有这一格"})
    assert answer.status_code == 422
    assert "只有这一格" in answer.text


@pytest.mark.parametrize("name", ["edit", "import", "register"])
def test_a_published_list_is_not_written_again(way, client, name):
    row = way.published()
    client.force_login(way.clerk)
    page = client.get(reverse(f"publicity:list-{name}", args=[row.pk]))
    assert "请起草新版本" in page.text
    with pytest.raises(Refused, match="请起草新版本"):
        lists.write(row, **way.by(way.clerk), rows=[LINE], source="改")


def test_what_lines_share_is_written_once(way):
    row = way.draft("duties")
    first, second = row.table[:2]
    assert [(cell, span) for _, cell, span in first][:1] == [("1", 6)]
    assert [column.head for column, *_ in second] == ["具体工作事项", "备注"]
    assert sum(len(line) == len(KINDS["duties"].columns) for line in row.table) == 9
