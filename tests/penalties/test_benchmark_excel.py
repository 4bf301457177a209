"""裁量权基准 goes out to Excel and comes back, checked before it is taken over."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from penalties.discretion import read_scheme
from penalties.models import Benchmark
from tests.penalties.test_benchmark_pages import RULES, page, send


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
