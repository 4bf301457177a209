"""补正: words alone are put right in a decision; what it decides is not touched."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.archiving import arranging
from archives_enforcement.documents import services, slips, verification
from archives_enforcement.documents.models import Document
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from penalties.queries import papers

STAGE = "decide"
OLD, NEW = "受托整理档案期间", "受托整理档案的期间"


@pytest.fixture
def walk(walk):
    """The decision is delivered."""
    walk.deliver(walk.paper, walk.day)
    return walk


def slip(walk, old=OLD, new=NEW, **changes):
    given = {"actor": walk.officer, "on": walk.day, "place": "第一部分", **changes}
    return services.draft_slip_notice(walk.paper, old=old, new=new, **given)


def test_a_slip_is_put_right_by_a_numbered_notice_that_leaves_the_decision_alone(walk):
    clock = deadlines.for_subject(walk.paper).get(code=papers.PAYMENT_CLOCK)
    notice = walk.sign(slip(walk))
    text = str(notice.content["paragraphs"])
    assert notice.number and f"（{walk.paper.number}）" in text
    assert f"“{OLD}”" in text and f"“{NEW}”" in text
    walk.paper.refresh_from_db()
    clock.refresh_from_db()
    assert walk.paper.holds and clock.cancelled_on is None
    assert walk.fresh().state == "decided"


def test_it_is_delivered_like_the_decision(walk):
    notice = walk.sign(slip(walk))
    services.acknowledge(notice.deliveries.get(), actor=walk.contact, on=timezone.localdate())
    assert notice.deliveries.get().delivered_on is None  # reading online delivers neither
    walk.deliver(notice, walk.day)
    assert notice.deliveries.get().delivered_on == walk.day


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("47,000", "74,000", "属于处理结果"),
        ("给予警告", "给予通报", "属于处理结果"),
        ("丢失国有档案 8 件", "丢失国有档案 9 件", "数字、日期、金额"),
        ("档案 8 件", "档案若干件", "数字、日期、金额"),
        ("丢失国有档案", "没有丢失国有档案", "是与否"),
        ("这里没有的话", "别的话", "里没有“这里没有的话”"),
        ("受托整理", "受托整理", "不能相同"),
        ("受托整理", " ", "不能相同"),
    ],
)
def test_what_changes_fact_law_or_outcome_is_no_slip(walk, old, new, why):
    with pytest.raises(Refused, match=why):
        slip(walk, old, new)


def test_the_words_once_compared_are_not_changed(walk):
    draft = slip(walk)
    with pytest.raises(Refused, match="作废这份草稿，重新起草"):
        services.revise(draft, actor=walk.officer, on=walk.day, fields={"new": "“罚款十万元”"})


def test_one_at_a_time_and_not_of_itself(walk):
    first = slip(walk)
    with pytest.raises(Refused, match="已经有一份补正正在办理"):
        slip(walk)
    notice = walk.sign(first)
    assert "对原文书再作补正" in slips.why_none(notice)
    assert slip(walk).state == "draft"


def test_what_is_corrected_by_a_new_paper_has_no_slip(walk):
    paper = Document(kind="instalment_notice", state="issued")
    assert "请用“更正”办理" in slips.why_none(paper)


def test_it_is_not_dated_before_the_decision_nor_drafted_by_the_head(walk):
    with pytest.raises(Refused, match="不能早于原件"):
        slip(walk, on=walk.case.filed_on)
    with pytest.raises(PermissionDenied):
        slip(walk, actor=walk.head)


def test_the_decision_is_still_not_corrected_by_another(walk):
    with pytest.raises(Refused, match="个别文字写错的请办理补正"):
        services.draft_correction(walk.paper, actor=walk.officer, on=walk.day, note="写错")


def test_from_the_page_of_the_decision_to_the_notice_and_back(walk, client):
    client.force_login(walk.officer)
    page = reverse("documents:document-slip", args=[walk.paper.pk])
    assert page in client.get(walk.paper.get_absolute_url()).text
    typed = {"place": "第一部分", "old": OLD, "new": NEW, "on": walk.day.isoformat()}
    refused = client.post(page, typed | {"old": "47,000"})
    assert refused.status_code == 422 and "属于处理结果" in refused.text
    assert client.post(page, typed).status_code == 302
    notice = walk.sign(Document.objects.get(kind=slips.KIND))
    assert notice.number in client.get(walk.paper.get_absolute_url()).text
    assert walk.paper.number in client.get(notice.get_absolute_url()).text


def test_it_lies_behind_the_decision_in_the_case_file(walk):
    notice = walk.sign(slip(walk))
    lines = arranging.arrange("case", walk.fresh()).lines
    place = next(n for n, line in enumerate(lines) if line.number == walk.paper.number)
    assert [line.number for line in lines[place : place + 3]] == [
        walk.paper.number, "", notice.number,
    ]  # fmt: skip
    assert lines[place + 2].place == "处罚决定书"


def test_whoever_verifies_the_decision_is_told_of_the_slip(walk, client):
    code = walk.paper.verification_code
    assert verification.by_code(code).slips == ()
    notice = walk.sign(slip(walk))
    verdict = verification.by_code(code)
    assert (verdict.slips, verdict.current) == ((notice.number,), True)
    assert notice.number in client.get(reverse("verification:code", args=[code])).text
