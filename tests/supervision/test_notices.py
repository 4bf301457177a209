"""执法监督通知（决定）书: its five elements, who may decide what, terms, report and closing."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from supervision.models import SupervisionNotice
from supervision.queries import notices as queries
from supervision.services import notices, reviews
from tests import factories
from tests.inspections.rectifying import make_visit
from tests.supervision.papers import ON, content, ground, issuer, later, scan, workdays_after

S = SupervisionNotice.State


def due(notice) -> dict:
    return {code: clock.due_on for code, clock in queries.clocks_on(notice).items()}


@pytest.mark.parametrize("element", ["receiver", "facts", "requirement", "basis", "manner"])
def test_without_one_of_its_elements_there_is_no_paper(paper, element):
    with pytest.raises(Refused, match="五项内容"):
        paper.draft(**{element: " "})
    assert not SupervisionNotice.objects.exists()
    assert paper.draft().state == S.DRAFT


def test_nor_without_a_term(paper):
    with pytest.raises(Refused, match="期限"):
        paper.draft(term=0)
    with pytest.raises(Refused, match="期限"):
        paper.draft(unit="hour")


def test_the_own_office_orders_or_proposes_and_revokes_nothing(paper):
    with pytest.raises(Refused, match="不能自己撤销.*第四十二条"):
        paper.draft(result="revoked")
    assert paper.enter(result="revoked").result == "revoked"


def test_a_normative_document_is_only_proposed_to_who_may_revoke_it(paper):
    from_above = paper.enter(ground=_normative())
    assert from_above.result == "self_correct"
    with pytest.raises(Refused, match="人民代表大会常务委员会"):
        paper.draft(ground=_normative())
    with pytest.raises(Refused, match="哪个有权机关"):
        paper.draft(ground=_normative(), result="propose")
    notice = paper.draft(ground=_normative(), result="propose", competent="示例区人民政府")
    said = queries.papers_of(notice, paper.clerk)[0].fields["requirements"]
    assert said.startswith("建议撤销，报示例区人民政府处理。")


def _normative():
    return ground("normative")


def test_another_bureau_is_not_supervised(paper, other_bureau):
    with pytest.raises(Refused, match="第四十二条"):
        paper.draft(receiver=other_bureau.name)
    below = factories.make_bureau("下级档案局", "1201101", parent=paper.clerk.bureau)
    assert paper.draft(receiver=below.name)


def test_nobody_supervises_his_own_check(paper, unit, bureau):
    factories.give(paper.officer, "supervise", "draft_document")
    own = {
        "issuer": issuer(bureau),
        "on": ON,
        **content(inspection=make_visit(unit, paper.officer)),
    }
    with pytest.raises(Refused, match="不能监督自己办的事"):
        notices.draft(actor=type(paper.officer).objects.get(pk=paper.officer.pk), **own)
    assert notices.draft(actor=paper.clerk, **own).inspection == own["inspection"]


def test_the_paper_says_the_terms_of_review_as_the_bureau_has_set_them(paper):
    said = queries.papers_of(paper.draft(), paper.clerk)[0].fields
    assert "10个工作日内向我局书面申请复查" in said["review"]
    assert "15个工作日内作出复查决定。复查期间不停止执行" in said["review"]
    assert "请自签收之日起15个工作日内纠正" in said["term"]
    paper.clerk.bureau.localterm_set.create(
        code="D-S03", length=12, unit="calendar_day", effective_from=ON, source="制度"
    )
    said = queries.papers_of(paper.draft(), paper.clerk)[0].fields
    assert "12日内向我局书面申请复查" in said["review"]


def test_its_terms_run_from_the_day_it_is_signed_for(paper):
    paper.draft()
    document = paper.sign()
    notice = paper.fresh()
    assert (notice.state, due(notice)) == (S.ISSUED, {})
    assert document.number
    with pytest.raises(Refused, match="不能早于发出日期"):
        notices.receive(notice, actor=paper.officer, on=later(-1), received_by="甲")
    notices.receive(notice, actor=paper.officer, on=later(1), received_by="甲")
    term = workdays_after(later(1), 15)
    assert due(notice) == {
        "D-S01": term, "D-S02": term, "D-S03": workdays_after(later(1), 10),
    }  # fmt: skip


def test_who_drafted_it_does_not_sign_for_it(paper):
    factories.give(paper.clerk, "answer_supervision")
    paper.draft()
    paper.sign()
    clerk = type(paper.clerk).objects.get(pk=paper.clerk.pk)
    with pytest.raises(Refused, match="不能代被监督的机构"):
        notices.receive(paper.fresh(), actor=clerk, on=ON, received_by="甲")
    notices.receive(paper.notice, actor=paper.officer, on=ON, received_by="甲")


def test_a_report_is_verified_by_another_and_may_come_back(paper):
    factories.give(paper.officer, "supervise")
    paper.officer = type(paper.officer).objects.get(pk=paper.officer.pk)
    paper.open()
    notice = paper.report(on=later(2))
    assert queries.clocks_on(notice)["D-S02"].met_on == later(2)
    with pytest.raises(Refused, match="不能核实自己的报告"):
        notices.close(notice, actor=paper.officer, on=later(3), text="到位")
    notices.return_report(notice, actor=paper.reviewer, on=later(3), note="还差一份。")
    assert queries.clocks_on(notice)["D-S01"].is_open
    notice = paper.report(on=later(4))
    notice = notices.close(notice, actor=paper.reviewer, on=later(5), text="已核对笔录。")
    assert (notice.state, notice.closed_on) == (S.CLOSED, later(5))
    assert not [clock for clock in queries.clocks_on(notice).values() if clock.is_open]


def test_a_review_suspends_nothing_and_is_decided_by_a_signed_paper(paper):
    paper.open()
    notice = paper.ask(on=later(1))
    clocks = queries.clocks_on(notice)
    assert clocks["D-S01"].is_open and clocks["D-S02"].is_open
    assert clocks["D-S04"].due_on == workdays_after(later(1), 15)
    paper.report(on=later(2))
    with pytest.raises(Refused, match="还没有决定"):
        notices.close(paper.notice, actor=paper.reviewer, on=later(2), text="到位")
    said = {"outcome": "upheld", "findings": "附页无签名。", "decision": "维持原通知。"}
    reviews.draft_decision(paper.notice, actor=paper.clerk, on=later(3), **said)
    assert paper.fresh().asked_for_review.outcome == ""
    document = paper.sign(on=later(3), kind="supervision_review")
    asked = paper.fresh().asked_for_review
    assert (asked.outcome, asked.number) == ("upheld", document.number)
    assert queries.clocks_on(paper.notice)["D-S04"].met_on == later(3)
    assert notices.close(paper.notice, actor=paper.reviewer, on=later(4), text="到位").closed_on


def test_what_the_review_revokes_is_over(paper):
    paper.open()
    paper.ask()
    said = {"outcome": "revoked", "findings": "另有附页。", "decision": "撤销原通知。"}
    reviews.draft_decision(paper.notice, actor=paper.clerk, on=ON, **said)
    paper.sign(kind="supervision_review")
    assert paper.fresh().state == S.REVOKED
    assert not deadlines.for_subject(paper.notice).filter(met_on=None, cancelled_on=None).exists()


def test_a_review_is_asked_for_in_time_and_once(paper):
    notice = paper.open()
    last = due(notice)["D-S03"]
    with pytest.raises(Refused, match="已经届满"):
        reviews.request(
            notice, actor=paper.officer, on=last.replace(day=last.day + 1), reasons="不服"
        )
    reviews.request(notice, actor=paper.officer, on=last, reasons="不服")
    with pytest.raises(Refused):
        reviews.request(notice, actor=paper.officer, on=last, reasons="不服")


def test_a_paper_from_above_is_entered_with_number_and_scan_and_once(paper):
    with pytest.raises(Refused, match="文号"):
        paper.enter(number=" ")
    notice = paper.enter()
    assert (notice.state, notice.received_on) == (S.OPEN, ON)
    assert set(due(notice)) == {"D-S01", "D-S02", "D-S03"}
    with pytest.raises(ValidationError, match="已经录入"):
        paper.enter()


def test_its_review_is_decided_by_who_issued_it(paper):
    paper.enter()
    paper.ask()
    said = {"outcome": "revoked", "findings": "查明。", "decision": "撤销。"}
    with pytest.raises(Refused, match="由示例区司法局作出"):
        reviews.draft_decision(paper.notice, actor=paper.clerk, on=ON, **said)
    with pytest.raises(Refused, match="文号"):
        reviews.enter_decision(
            paper.notice, actor=paper.clerk, on=ON, number="", scan=[scan()], **said
        )
    reviews.enter_decision(
        paper.notice, actor=paper.clerk, on=ON, number="示司复〔2026〕1号", scan=[scan()], **said
    )
    assert paper.fresh().state == S.REVOKED


def test_only_posts_of_supervision_issue_and_close(paper, bureau):
    with pytest.raises(PermissionDenied):
        notices.draft(actor=paper.officer, on=ON, issuer=issuer(bureau), **content())
    paper.open()
    paper.report()
    with pytest.raises(PermissionDenied):
        notices.close(paper.notice, actor=paper.head, on=ON, text="到位")


def test_the_page_says_what_to_do_while_no_office_is_named(paper, bureau, client):
    client.force_login(paper.clerk)
    page = reverse("supervision:notice-create")
    assert "系统管理员先在后台" in client.get(page).text
    issuer(bureau)
    shown = client.get(page).text
    assert "系统管理员先在后台" not in shown and "本局法规科" in shown
