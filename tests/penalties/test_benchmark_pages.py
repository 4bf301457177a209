"""Pages of benchmarks: the table, the writing of a draft, Excel out and in, publication."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from penalties.discretion import read_scheme
from penalties.models import Benchmark
from penalties.services import benchmarks
from tests.penalties.test_benchmarks import HEAD, TODAY, cut, published


def page(name, record, *more):
    return reverse(f"penalties:benchmark-{name}", args=[record.pk, *more])


def send(client, url, **typed):
    return client.post(url, {"on": TODAY.isoformat(), **typed})


@pytest.fixture
def sample(db):
    return Benchmark.objects.get(bureau=None)


@pytest.fixture
def writer(client, walk):
    client.force_login(walk.reviewer)
    return client


@pytest.fixture
def draft(walk, sample):
    return benchmarks.draft(sample, actor=walk.reviewer, on=TODAY, **HEAD)


def test_the_list_and_the_table_say_what_is_only_a_sample(writer, sample):
    assert "随系统提供的示例" in writer.get(reverse("penalties:benchmark-list")).text
    text = writer.get(page("detail", sample)).text
    assert "非任何机关公布的裁量基准" in text
    assert '37,000–73,000<span class="sub">不含 37,000</span>' in text
    assert "《中华人民共和国档案法》第四十八条第（一）项、第四十九条第一款" in text


def test_a_version_begins_as_a_copy_of_another(writer, sample):
    response = send(writer, page("copy", sample), **HEAD | {"from_above": ""})
    made = Benchmark.objects.get(based_on=sample)
    assert (response.url, made.title) == (made.get_absolute_url(), HEAD["title"])
    assert "校验结果" in writer.get(response.url).text


def test_bands_are_cut_on_a_page_without_gap_or_overlap(writer, draft):
    url = page("range", draft, "ORG_1_10")
    cuts = {"first": 36_000, "first_end": "heavier", "second": 73_000, "second_end": "lighter"}
    assert send(writer, url, **cuts | {"second": 30_000}).status_code == 422
    assert send(writer, url, **cuts).status_code == 302
    draft.refresh_from_db()
    low, middle, high = read_scheme(draft.document).ranges["ORG_1_10"].listed
    assert [(band.lowest, band.highest) for band in (low, middle, high)] == [
        (10_000, 35_999), (36_000, 73_000), (73_001, 100_000),
    ]  # fmt: skip
    text = writer.get(draft.get_absolute_url()).text
    assert "与分档规则“30/40/30分档”不一致" in text
    send(writer, url, ruled="on", first_end="lighter", second_end="lighter")
    assert "没有发现空档、重叠" in writer.get(draft.get_absolute_url()).text


def test_a_tier_and_the_rules_are_written_on_pages(writer, draft):
    tier = {"title": "从重", "criteria": "故意\n\n 拒不改正 \n", "requires": "集体讨论"}
    assert send(writer, page("tier", draft, "T5"), **tier).status_code == 302
    rules = {
        "model": "bands", "above_inclusive": "on", "band_end": "heavier", "code": "RMEAN",
        "lower_percent": 30, "upper_percent": 70, "steps": 3, "years": 3, "second": "top",
        "third": "up",
    }  # fmt: skip
    assert send(writer, page("rules", draft), **rules).status_code == 302
    draft.refresh_from_db()
    scheme = read_scheme(draft.document)
    assert scheme.tiers["T5"].criteria == ("故意", "拒不改正")
    assert scheme.conventions == (True, False, "heavier")
    assert (scheme.rule_set.code, scheme.repeat.years) == ("RMEAN", 3)
    assert scheme.repeat.steps == ((2, "top"), (3, "up"))
    assert send(writer, page("rules", draft), **rules | {"years": ""}).status_code == 302
    draft.refresh_from_db()
    assert read_scheme(draft.document).repeat is None


def test_the_head_publishes_and_the_page_then_refuses_changes(client, walk, draft, writer):
    client.force_login(walk.head)
    assert "公布后内容不能再改" in client.get(page("publish", draft)).text
    when = {"valid_from": TODAY.isoformat(), "confirmed": "on"}
    assert send(client, page("publish", draft), **when).status_code == 302
    client.force_login(walk.reviewer)
    for name, *more in (("head",), ("tier", "T5"), ("import",)):
        assert "要修改的，请起草新版本" in client.get(page(name, draft, *more)).text


def test_the_page_of_publication_is_closed_while_an_error_stands(client, walk, draft):
    cut(draft, walk, 70_000)
    client.force_login(walk.head)
    text = client.get(page("publish", draft)).text
    assert "校验没有通过，不能公布" in text
    assert 'name="valid_from"' not in text
    assert send(client, page("publish", draft), valid_from=TODAY, confirmed="on").status_code == 422


def exported(writer, benchmark):
    answer = writer.get(page("export", benchmark))
    assert answer["Content-Disposition"].startswith("attachment")
    return load_workbook(BytesIO(answer.content))


def upload(writer, draft, book):
    out = BytesIO()
    book.save(out)
    file = SimpleUploadedFile("基准.xlsx", out.getvalue())
    return writer.post(page("import", draft), {"file": file}, follow=True)


def test_what_goes_out_comes_back_the_same(writer, draft):
    before = read_scheme(draft.document)
    text = upload(writer, draft, exported(writer, draft)).text
    assert "没有修改" in text
    writer.post(page("preview", draft), {"confirmed": "on"})
    draft.refresh_from_db()
    assert read_scheme(draft.document) == before


def test_a_change_in_excel_is_shown_and_then_taken_over(writer, draft):
    book = exported(writer, draft)
    book["条目"]["B2"] = "改过的违法行为"
    book["幅度"]["I2"] = 36_000
    text = upload(writer, draft, book).text
    assert "条目：修改 B01-O" in text
    assert "幅度：修改 ORG_1_10" in text
    assert "空档：36,001 元" in text
    assert Benchmark.objects.get(pk=draft.pk).content == draft.content
    assert writer.post(page("preview", draft), {}).status_code == 422
    assert writer.post(page("preview", draft), {"confirmed": "on"}).status_code == 302
    draft.refresh_from_db()
    assert read_scheme(draft.document).rows["B01-O"].title == "改过的违法行为"


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "place", "why"),
    [
        ("幅度", "G2", "一万", "工作表“幅度”第 2 行“从（元）”", "应当是整数"),
        ("条目", "F3", "档案法第四十八条", "工作表“条目”第 3 行“依据”", "《法律名称》"),
        ("条目", "F3", "《某法》第一条", "工作表“条目”第 3 行“依据”", "没有《某法》"),
        ("条目", "H3", "对", "工作表“条目”第 3 行“没收违法所得”", "没有“对”"),
        ("档次", "B4", None, "工作表“档次”第 4 行“档次”", "没有填写"),
        ("条目", "A1", "编号", "工作表“条目”第 1 行", "没有“代码”列"),
        ("幅度", "C3", 20_000, "工作表“幅度”第 3 行", "与前面的行不一致"),
        ("条目", "E2", "NONE", "内容", "没有“NONE”"),
        ("通则", "B2", "随意", "工作表“通则”的“裁量方法”", "没有“随意”"),
    ],
)
def test_a_wrong_cell_is_named_and_nothing_is_taken_over(
    writer, draft, sheet, cell, value, place, why
):
    book = exported(writer, draft)
    book[sheet][cell] = value
    text = upload(writer, draft, book).text
    assert place in text
    assert why in text
    writer.post(page("preview", draft), {"confirmed": "on"})
    assert Benchmark.objects.get(pk=draft.pk).content == draft.content


def test_a_file_that_is_no_workbook_is_refused(writer, draft):
    file = SimpleUploadedFile("基准.xlsx", b"no workbook")
    text = writer.post(page("import", draft), {"file": file}, follow=True).text
    assert "不是可以读取的 Excel" in text


def test_an_old_version_ends_by_the_head(client, walk, draft):
    made = published(draft, walk)
    client.force_login(walk.head)
    assert "写明失效日期" in client.get(made.get_absolute_url()).text
    assert send(client, page("end", made), valid_to=TODAY.isoformat()).status_code == 302
    made.refresh_from_db()
    assert made.valid_to == TODAY
