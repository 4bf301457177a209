"""清单: typed one row a line, kept as rows, printed as a table with a head on every page."""

import pytest
from django.urls import reverse

from archives_enforcement.documents import composing, kinds, services, tabling
from archives_enforcement.documents.forms.papers import PaperForm
from archives_enforcement.documents.models import Document, Wording
from archives_enforcement.documents.word import word_file
from archives_enforcement.workflow import Refused
from tests.documents import every_kind
from tests.documents.conftest import ON
from tests.documents.test_hostile_wordings import Nobody
from tests.documents.test_word import opened, words

NOTICE, SAMPLING = "preservation_notice", "sampling_receipt"
COLUMNS = kinds.KINDS[NOTICE].tables["items"]
TYPED = "电脑主机\t黑色；旧\t1台\n\n硬盘|500GB|2块|完好|库房\n光盘；无；3张；\n"
ROWS = [
    ["1", "电脑主机", "黑色；旧", "1台", "", ""],
    ["2", "硬盘", "500GB", "2块", "完好", "库房"],
    ["3", "光盘", "无", "3张", "", ""],
]


def rows_in(value) -> list:
    return value[0][1]["rows"]


def filled_in(items: str) -> PaperForm:
    facts = {name: "甲" for name in kinds.KINDS[NOTICE].fields}
    typed = {**facts, "title": "通知书", "on": ON, "items": items}
    return PaperForm(typed, kind=NOTICE, known={}, actor=Nobody())


def test_a_line_becomes_a_row_whatever_parts_its_columns():
    form = filled_in(TYPED)
    assert form.is_valid(), form.errors
    assert rows_in(form.facts()["items"]) == ROWS


def test_a_row_with_more_than_the_columns_is_refused_by_row_and_column():
    form = filled_in(f"{TYPED}移动硬盘|黑|1块|完好|库房|甲保管")
    (why,) = form.errors["items"]
    assert "第4行第6栏“甲保管”" in why and "（名称、规格（特征）、数量、状态、存放地点）" in why
    assert form.typed()["items"].endswith("甲保管")  # the sheet beside it shows what is typed


def test_a_list_has_so_many_rows_at_most():
    most = "物品\n" * tabling.MOST_ROWS
    assert filled_in(most).is_valid()
    assert "请分成几份" in filled_in(f"{most}物品").errors["items"][0]


def test_an_empty_first_cell_stays_empty():
    form = filled_in("\t黑色")
    assert form.is_valid()
    assert rows_in(form.facts()["items"])[0][1:3] == ["", "黑色"]


def test_what_is_kept_is_typed_again_as_it_was(unit, officer, client):
    value = tabling.laid_out(TYPED, COLUMNS)
    assert tabling.laid_out(tabling.typed(value), COLUMNS) == value
    paper = every_kind.draft(NOTICE, unit, officer, facts={"items": value})
    client.force_login(officer)
    page = client.get(reverse("documents:document-revise", args=[paper.pk])).text
    assert "各栏：名称｜规格（特征）｜数量｜状态｜存放地点。" in page
    assert "硬盘\t500GB\t2块\t完好\t库房" in page and '<th scope="col">存放地点</th>' in page


def test_a_draft_with_an_empty_list_is_not_issued(unit, officer):
    paper = every_kind.draft(
        NOTICE, unit, officer, facts={"items": tabling.laid_out(" \n", COLUMNS)}
    )
    with pytest.raises(Refused, match="缺少登记保存的物品清单"):
        services.submit(paper, actor=officer, on=ON)


@pytest.mark.parametrize("kind", [NOTICE, SAMPLING])
def test_text_from_before_is_printed_as_it_was(kind, unit, officer):
    name = next(iter(kinds.KINDS[kind].tables))
    old = "1. 电脑主机一台；黑色。\n2. 硬盘两块。"
    paper = every_kind.draft(kind, unit, officer, facts={name: old})
    said = every_kind.plain_text(composing.sheet(paper))
    assert old in said and "│序号│" not in said


def test_a_table_within_a_line_of_a_wording_is_told_in_words(unit, officer):
    paper = every_kind.draft(NOTICE, unit, officer)
    paper.fields["items"] = tabling.laid_out(TYPED, COLUMNS)
    paper.wording = Wording(kind=NOTICE, text="登记保存：{items}\n")
    assert composing.sheet(paper)["paragraphs"][0] == ["p", "登记保存：1　电脑主机　黑色；旧　1台"]


def test_the_word_file_has_the_table_and_the_lines_to_sign(unit, officer):
    paper = every_kind.draft(
        NOTICE, unit, officer, facts={"items": tabling.laid_out(TYPED, COLUMNS)}
    )
    written = opened(word_file(composing.sheet(paper)))
    assert [cell.text for cell in written.tables[0].rows[2].cells] == ROWS[1]
    assert ["tblHeader" in row._tr.xml for row in written.tables[0].rows] == [True] + [False] * 3
    assert [row for row in words(written).split("\n") if row.startswith("执法人员：　")][1:]


def test_it_is_issued_with_its_rows_frozen(unit, officer, head, reviewer):
    paper = every_kind.draft(
        NOTICE, unit, officer, facts={"items": tabling.laid_out(TYPED, COLUMNS)}
    )
    every_kind.bring_to_its_end(paper, officer, reviewer, head)
    kept = Document.objects.get(pk=paper.pk).content["paragraphs"]
    assert next(part["rows"] for style, part in kept if style == "table") == ROWS
    (lines,) = (part for style, part in kept if style == "signatures")
    assert [line["label"] for line in lines] == [
        "当事人（签章）：", "执法人员：", "执法人员：", "见证人：",
    ]  # fmt: skip
