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


def entry(draft, part, place, *, remove=False):
    name = "penalties:benchmark-entry-remove" if remove else "penalties:benchmark-entry"
    return reverse(name, args=[draft.pk, part, place])


FACTOR = {
    "code": "L20", "title": "残疾人", "effect": "mitigate_or_lighten", "duty": "may",
    "bases": "《中华人民共和国行政处罚法》第三十二条第（五）项", "measures": "",
}  # fmt: skip


def test_a_factor_is_added_changed_and_taken_out(writer, draft):
    assert send(writer, entry(draft, "factors", 0), **FACTOR).status_code == 302
    draft.refresh_from_db()
    place = len(draft.content["factors"])
    made = read_scheme(draft.document).factors["L20"]
    assert made.bases == [{"law": "penalty_law", "article": 32, "paragraph": None, "item": 5}]
    text = writer.get(entry(draft, "factors", place)).text
    assert "第三十二条第（五）项" in text
    changed = FACTOR | {"title": "生活困难的残疾人"}
    assert send(writer, entry(draft, "factors", place), **changed).status_code == 302
    assert "生活困难的残疾人" in writer.get(draft.get_absolute_url()).text
    assert send(writer, entry(draft, "factors", place, remove=True)).status_code == 302
    draft.refresh_from_db()
    assert "L20" not in read_scheme(draft.document).factors


def test_what_the_page_does_not_show_of_an_entry_stays(writer, draft):
    shown = writer.get(entry(draft, "rows", 1)).context["form"].initial
    typed = {name: value for name, value in shown.items() if value not in (None, False)}
    assert send(writer, entry(draft, "rows", 1), **typed | {"title": "改"}).status_code == 302
    draft.refresh_from_db()
    (before, *_), (after, *_) = (Benchmark.objects.get(bureau=None).content["rows"],
                                 draft.content["rows"])  # fmt: skip
    assert after == {**before, "title": "改", **{k: after[k] for k in after if k not in before}}


@pytest.mark.parametrize(
    ("part", "values", "why"),
    [
        ("factors", {"bases": "第三十二条"}, "《法律名称》第几条"),
        ("factors", {"title": ""}, "请填写“"),
        ("weights", {"factor": "数量", "levels": "少"}, "第 1 行"),
        ("weights", {"factor": "数量", "levels": "少；一成"}, "应当是整数"),
        ("rounding", {"party": "any", "step": ""}, "请填写“"),
        ("rounding", {"party": "any", "step": 0}, "应当在 1 到"),
    ],
)
def test_an_entry_that_cannot_be_read_is_named(writer, draft, part, values, why):
    base = FACTOR if part == "factors" else {}
    answer = send(writer, entry(draft, part, 0), **base | values)
    assert answer.status_code == 422
    assert why in answer.text
    assert Benchmark.objects.get(pk=draft.pk).content == draft.content


def test_weights_ranges_and_rounding_are_written_on_pages(writer, draft):
    levels = "少；0；1；10\n多；12；11"
    typed = {"factor": "数量", "levels": levels, "repeated": ""}
    assert send(writer, entry(draft, "weights", 2), **typed).status_code == 302
    assert send(writer, entry(draft, "rounding", 2), party="any", step=500).status_code == 302
    shown = writer.get(entry(draft, "ranges", 1)).context["form"].initial
    assert send(writer, entry(draft, "ranges", 1), **shown | {"minimum": 9_000}).status_code == 302
    draft.refresh_from_db()
    scheme = read_scheme(draft.document)
    assert [level.percent for level in scheme.weights.factors[1].levels] == [0, 12]
    assert scheme.rule_set.rounding[1][1].step == 500
    assert scheme.ranges["ORG_1_10"].minimum == 9_000
    assert scheme.ranges["ORG_1_10"].listed  # its bands stay
    assert "超出法定幅度" in writer.get(draft.get_absolute_url()).text


def test_a_range_in_use_is_not_taken_out(writer, draft):
    answer = send(writer, entry(draft, "ranges", 1, remove=True))
    assert answer.status_code == 422
    assert "没有“ORG_1_10”" in answer.text


RULES = {
    "model": "bands", "above_inclusive": "on", "below_inclusive": "on", "band_end": "lighter",
    "code": "R30", "lower_percent": 30, "upper_percent": 70, "steps": 3,
}  # fmt: skip


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"lower_percent": 70}, "应当大于从轻档的 70%"),
        ({"steps": 4}, "应当是单数"),
        ({"years": 2}, "请写明第几次违法怎样处理"),
    ],
)
def test_rules_that_cannot_hold_are_named_at_their_field(writer, draft, values, why):
    answer = send(writer, page("rules", draft), **RULES | values)
    assert answer.status_code == 422
    assert why in answer.text


def test_the_rules_keep_what_their_page_does_not_show(writer, draft):
    content = draft.content
    content["repeat"]["steps"].append({"times": 5, "effect": "up"})
    Benchmark.objects.filter(pk=draft.pk).update(content=content)
    rules = {"years": 2, "second": "top", "criterion": "二年内再次违法", "start_percent": 25}
    assert send(writer, page("rules", draft), **RULES | rules).status_code == 302
    draft.refresh_from_db()
    scheme = read_scheme(draft.document)
    assert scheme.repeat.steps == ((2, "top"), (5, "up"))
    assert scheme.repeat.source
    assert scheme.weights.start == 25


def test_a_benchmark_without_repeat_rule_goes_out_and_in(writer, draft):
    send(writer, page("rules", draft), **RULES)
    draft.refresh_from_db()
    assert draft.content["repeat"] is None
    assert "会改变的内容" in upload(writer, draft, exported(writer, draft)).text
    book = exported(writer, draft)
    book["通则"].cell(11, 2).value = 2
    book["重复违法"].append([2, "上调一档"])
    text = upload(writer, draft, book).text
    assert "重复违法：有修改" in text


def test_a_range_in_multiples_goes_out_and_in(writer, draft):
    content = draft.content
    multiple = {"key": "TIMES", "party": "organisation", "times": [1, 5], "mark": "V"}
    content["ranges"].append(multiple)
    Benchmark.objects.filter(pk=draft.pk).update(content=content)
    draft.refresh_from_db()
    upload(writer, draft, exported(writer, draft))
    writer.post(page("preview", draft), {"confirmed": "on"})
    draft.refresh_from_db()
    last = draft.content["ranges"][-1]
    assert (last["times"], last["mark"]) == ([1, 5], "V")
