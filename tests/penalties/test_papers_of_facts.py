"""Papers follow from the facts of a lead: 处理建议, 移送, 征购; and what the police answer."""

from datetime import date

import pytest
from django.urls import reverse

from archives_enforcement.documents import services as documents
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from penalties import case_file
from penalties.queries import gate
from tests.documents.delivering import hand_over, scan
from tests.penalties.case_facts import FILED, GROUNDS
from tests.penalties.determining import HERE, draft, record, report


# Papers follow from the facts: act, answers, paper → drafted or refused.
@pytest.mark.parametrize(
    ("code", "answers", "kind", "lawful"),
    [
        ("V06", {"order": "none"}, "handling_proposal", False),
        ("V06", {"order": "correction", "order_ignored": "no"}, "handling_proposal", False),
        ("V06", {"order": "correction", "order_ignored": "yes"}, "handling_proposal", True),
        ("V08", {"order": "none", "knowing": "no", "loss": "no"}, "handling_proposal", False),
        ("V08", {"order": "hazard", "order_ignored": "yes"}, "handling_proposal", True),
        ("V12", {"state_hall": "yes", "serious": "yes"}, "handling_proposal", False),
        ("V13", {"order": "correction", "order_ignored": "yes"}, "handling_proposal", True),
        ("V14", {"state_hall": "yes", "serious": "no"}, "handling_proposal", False),
        ("V14", {"state_hall": "yes", "serious": "yes"}, "handling_proposal", True),
        ("V03", {"state_owned": "yes", "serious": "no"}, "crime_referral", False),
        ("V03", {"state_owned": "yes", "serious": "yes"}, "crime_referral", True),
        ("V03", {"state_owned": "yes", "serious": "no"}, "purchase_request", True),
        (
            "V05",
            {"state_owned": "yes", "serious": "no", "foreign": "yes"},
            "purchase_request",
            True,
        ),
        ("V01", {"state_owned": "yes", "hall_holdings": "yes"}, "purchase_request", False),
        ("V10", {"loss": "no"}, "case_transfer", False),
        ("V10", {"loss": "yes"}, "case_transfer", True),
        ("V11", {}, "case_transfer", True),
        ("V09", {}, "case_transfer", False),
        ("V09", {"in_jurisdiction": "no"}, "case_transfer", True),
    ],
)
def test_papers_follow_from_the_facts(organ, code, answers, kind, lawful):
    lead = organ.lead()
    record(organ, lead, code, **{**HERE, **answers})
    if kind == "crime_referral":
        report(organ, "lead", lead)
    assert bool(draft(organ, "lead", lead, kind)) == lawful


def clock(lead, code="D-P18"):
    return deadlines.for_subject(lead).get(code=code)


def test_a_suspicion_of_crime_gives_three_days_to_decide_on_the_transfer(organ):
    lead = organ.lead()
    record(organ, lead, "V03", **HERE, state_owned="yes", serious="yes")
    assert clock(lead).due_on == date(2024, 8, 19)  # the third day is a Sunday
    record(organ, lead, "V03", grounds="情节不严重。", **HERE, state_owned="yes", serious="no")
    assert clock(lead).cancelled_on == FILED


@pytest.mark.parametrize(
    ("decision", "then"),
    [("opened", "D-P22"), ("not_opened", "D-P21"), ("other", "D-P20")],
)
def test_the_transfer_ends_it_and_the_police_have_theirs(organ, client, decision, then):
    lead = organ.lead()
    record(organ, lead, "V03", **HERE, state_owned="yes", serious="yes")
    assert draft(organ, "lead", lead, "crime_referral") is None  # nobody has reported yet
    report(organ, "lead", lead)
    paper = draft(organ, "lead", lead, "crime_referral")
    who = {"actor": organ.officer, "on": organ.day}
    paper = documents.submit_review(paper, **who)
    paper = documents.pass_review(paper, actor=organ.reviewer, on=organ.day)
    paper = documents.sign(paper, actor=organ.head, on=organ.day)
    assert clock(lead).met_on == organ.day
    assert clock(paper, "D-P19").is_open
    hand_over(paper, organ.officer, organ.day)
    client.force_login(organ.officer)
    page = reverse("documents:document-answer", args=[paper.pk])
    typed = {
        "code": "D-P20",
        "note": "决定不予立案的通知书没有收到，收到的是第1号",
        "on": organ.day,
    }
    refused = client.post(page, typed)
    assert (refused.status_code, "请选择公安机关的决定" in refused.text) == (422, True)
    assert clock(paper, "D-P20").is_open
    refused = client.post(page, typed | {"decision": decision})
    assert refused.status_code == 422 and "没有扫描件的原因。依据" in refused.text
    told = {"unscanned": "电话告知"} if decision == "other" else {"files": scan("通知书.pdf")}
    assert client.post(page, typed | {"decision": decision} | told).status_code == 302
    kept = paper.answers.get(code="D-P20")
    assert ("没有扫描件：电话告知" in kept.note) == (decision == "other")
    found = list(deadlines.for_subject(paper).order_by("pk").values_list("code", "met_on"))
    assert found == [("D-P19", organ.day), ("D-P20", organ.day), (then, None)]
    if then == "D-P22":
        with pytest.raises(Refused, match="回执的扫描件.*第十二条"):
            hand_over(paper, organ.officer, organ.day, then, files=())
    hand_over(paper, organ.officer, organ.day, then, decision="opened")
    left = deadlines.for_subject(paper).filter(met_on=None)
    assert list(left.values_list("code", flat=True)) == (["D-P22"] if then == "D-P20" else [])


@pytest.mark.parametrize("kind", gate.PAPERS)
def test_without_facts_there_is_no_such_paper(organ, kind):
    assert draft(organ, "lead", organ.lead(), kind) is None


def test_the_paper_is_written_from_the_facts(client, organ):
    lead = organ.lead()
    record(organ, lead, "V06", **HERE, order="correction", order_ignored="yes")
    client.force_login(organ.officer)
    assert "起草处理（处分）建议书" in client.get(lead.get_absolute_url()).text
    page = client.get(reverse("documents:draft", args=["lead", lead.pk, "handling_proposal"])).text
    for words in (
        GROUNDS,
        "建议其任免机关、单位对直接负责的主管人员和其他直接责任人员依法给予处分。",
        "《中华人民共和国档案法》第四十八条，《中华人民共和国档案法实施条例》第四十六条第二款",
    ):
        assert words in page


@pytest.mark.parametrize("staged", ["investigate"], indirect=True)
def test_the_answer_to_a_report_on_a_purchase_comes_in_writing(walk):
    """Until it is there, whoever closes the file reads what would come too late for it."""
    record(walk, walk.case.lead, "V03", **HERE, on=walk.day, state_owned="yes", serious="no")
    paper = draft(walk, "case", walk.case, "purchase_request")
    paper = documents.submit_review(paper, actor=walk.officer, on=walk.day)
    paper = documents.pass_review(paper, actor=walk.reviewer, on=walk.day)
    paper = documents.sign(paper, actor=walk.head, on=walk.day)
    awaited = "“征购报告的答复”还没有登记办结"
    assert any(awaited in said for said in case_file.unsettled(walk.case, walk.day))
    told = {"actor": walk.officer, "on": walk.day, "note": "省局决定征购"}
    with pytest.raises(Refused, match="书面答复的扫描件.*档案法》第二十二条"):
        documents.register_answer(paper, "D-P27", **told)
    documents.register_answer(paper, "D-P27", **told, files=[scan("征购决定.pdf")])
    assert not any(awaited in said for said in case_file.unsettled(walk.case, walk.day))
