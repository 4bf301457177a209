"""裁量说明: written from the frozen proposal, completed while it stands, kept in the file."""

import pytest
from django.urls import reverse

from archives_enforcement.documents import services as documents
from archives_enforcement.documents.text_rules import table_of
from archives_enforcement.workflow import Refused
from penalties.services import discretion_sheet

STAGE = "weigh"


def draft(walk):
    return discretion_sheet.draft(walk.fresh(), actor=walk.officer, on=walk.day)


def complete(walk, paper):
    return documents.complete(paper, actor=walk.officer, on=walk.day)


def test_it_says_all_that_the_figure_rests_on(walk):
    kept = draft(walk).fields
    fields = {name: value[0] for name, value in kept.items() if name not in ("assessment",)}
    assert fields["benchmark"].startswith("示例区档案行政处罚裁量权基准")
    assert "层级：" in fields["benchmark"]
    assert "条目 B04-F" in fields["benchmark"]
    assert "第四十九条第二款" in fields["clause"]
    assert "法定幅度 20,000 元至 200,000 元" in fields["clause"]
    rows = table_of(kept["factors"])["rows"]
    assert [row[0] for row in rows] == ["1", "2"]
    assert rows[0][1].startswith("一般档标准：")
    assert rows[1][1:] == [
        "主动消除或者减轻危害后果（应当从轻或者减轻）",
        "次日主动报告，十日内追回 5 件",
        "《中华人民共和国行政处罚法》第三十二条第（一）项",
        "1",
    ]
    assert fields["reasons"].startswith("1. 违法行为和法定幅度：")
    assert fields["band"] == "从轻，20,000 元至 74,000 元"
    assert fields["figure"] == "罚款 47,000 元；2024年9月27日确定"


def test_it_is_completed_once_for_each_proposal(walk):
    paper = draft(walk)
    with pytest.raises(Refused, match="已有裁量说明的草稿"):
        draft(walk)
    assert complete(walk, paper).state == "issued"
    with pytest.raises(Refused, match="不用再做"):
        draft(walk)
    walk.fix(46_000)
    assert draft(walk).fields["figure"][0].startswith("罚款 46,000 元")


def test_a_sheet_of_what_is_proposed_no_longer_is_not_completed(walk):
    paper = draft(walk)
    walk.fix(46_000)
    with pytest.raises(Refused, match="不一致"):
        complete(walk, paper)


def test_what_it_says_is_not_typed(client, walk):
    paper = draft(walk)
    documents.revise(paper, actor=walk.officer, on=walk.day, fields={"figure": ["罚款 1 元"]})
    with pytest.raises(Refused, match="不一致"):
        complete(walk, paper)


@pytest.mark.parametrize("staged", ["investigate"], indirect=True)
def test_before_a_proposal_there_is_nothing_to_explain(walk):
    with pytest.raises(Refused, match="起草裁量说明"):
        draft(walk)


def test_the_page_leads_to_it(client, walk):
    client.force_login(walk.officer)
    page = reverse("penalties:case-discretion", args=[walk.case.pk])
    assert "起草裁量说明" in client.get(page).text
    url = reverse("penalties:discretion-sheet", args=[walk.case.pk])
    made = client.post(url, {"on": str(walk.day)})
    assert made.status_code == 302
    assert made.url in client.get(page).text
