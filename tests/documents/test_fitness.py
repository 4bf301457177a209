"""What no page and no service lets into a paper: rows that fit no column, a penalty's name."""

import pytest
from django.urls import reverse

from archives_enforcement.documents import kinds, services, tabling
from archives_enforcement.documents.models import Document
from archives_enforcement.workflow import Refused
from tests.documents import every_kind
from tests.documents.conftest import ON

NOTICE = "preservation_notice"
COLUMNS = kinds.KINDS[NOTICE].tables["items"]
WHOLE = tabling.laid_out("电脑|黑|1台|完好|库房", COLUMNS)


def altered(**changes) -> list:
    return [["table", {**WHOLE[0][1], **changes}]]


@pytest.mark.parametrize(
    ("items", "why"),
    [
        ("电脑|黑|1台|完好|库房", ""),
        (WHOLE, ""),
        (altered(rows=[["1", "电脑"]]), "第1行的栏数与栏名不符"),
        (altered(head=["序号", "名称"]), "栏名应当是名称、规格"),
        (altered(rows=WHOLE[0][1]["rows"] * 501), "共501行，超过500行"),
        ("电脑|黑|1台|完好|库房|甲保管", "第1行第6栏“甲保管”"),
        ("电脑\n" * 501, "共501行"),
        ({"rows": []}, "不是文字，也不是清单"),
    ],
)
def test_a_list_fits_its_columns_also_through_the_service(unit, officer, items, why):
    if not why:
        paper = every_kind.draft(NOTICE, unit, officer, {"items": items})
        assert services.revise(paper, actor=officer, on=ON, fields={"items": items})
        return
    with pytest.raises(Refused, match=f"登记保存的物品清单：{why}"):
        every_kind.draft(NOTICE, unit, officer, {"items": items})
    paper = every_kind.draft(NOTICE, unit, officer)
    with pytest.raises(Refused, match=why):
        services.revise(paper, actor=officer, on=ON, fields={"items": items})


MEASURES = (
    "reminder_letter",
    "work_circular",
    "warning_circular",
    "inquiry_letter",
    "handling_proposal",
)


@pytest.mark.parametrize("kind", MEASURES)
def test_a_measure_of_work_does_not_bear_the_name_of_a_penalty(kind, unit, officer):
    name = next(iter(kinds.KINDS[kind].fields))
    with pytest.raises(Refused, match="行政处罚的种类.*第九条"):
        every_kind.draft(kind, unit, officer, {name: "对示例街道一予以通报批评"})
    paper = every_kind.draft(kind, unit, officer, {name: "对示例街道一的情况予以通报"})
    with pytest.raises(Refused, match="行政处罚的种类"):
        services.revise(paper, actor=officer, on=ON, fields={}, title="关于通报批评的通报")


def test_the_common_page_says_so_and_keeps_what_was_typed(client, unit, officer):
    client.force_login(officer)
    page = reverse("documents:draft", args=["unit", unit.pk, "work_circular"])
    sent = {"title": "工作通报", "on": ON, "unit": "示例街道一", "facts": "经查，予以通报批评。",
            "requirements": "整改"}  # fmt: skip
    answer = client.post(page, sent)
    assert answer.status_code == 422 and "“通报批评”是行政处罚的种类" in answer.text
    assert "经查，予以通报批评。" in answer.text and not Document.objects.exists()
    assert client.post(page, sent | {"facts": "经查，予以通报。"}).status_code == 302


def test_a_draft_from_before_the_rule_is_not_handed_in(unit, officer):
    paper = every_kind.draft("work_circular", unit, officer)
    Document.objects.filter(pk=paper.pk).update(title="关于通报批评的通报")
    with pytest.raises(Refused, match="行政处罚的种类"):
        services.submit_review(paper, actor=officer, on=ON)


def test_it_is_said_before_forty_are_drafted(begin, units):
    with pytest.raises(Refused, match="行政处罚的种类"):
        begin(units, kind="work_circular", title="通报批评")
    assert begin(units, kind="work_circular", title="工作通报")
