"""线索办结: a lead without a case ends with a result that its facts and papers bear out."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from archives_enforcement.accounts.models import Party
from archives_enforcement.archiving import registry
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import services as documents
from archives_enforcement.documents.kinds import KINDS
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from inspections.models import Lead
from penalties.services import determination, filing, settling
from tests import factories
from tests.documents.delivering import hand_over
from tests.penalties import ordering
from tests.penalties.case_facts import FILED, GROUNDS, RECEIVED, violation
from tests.penalties.determining import report

REPORT = "经核查，库房堆放杂物，已函告其主管部门。"
HERE = {"crime": "no", "in_jurisdiction": "yes"}
LONG_AGO = date(2021, 1, 1)


@pytest.fixture
def lead(walk):
    """A tip about a 机关."""
    walk.firm = factories.make_party(walk.bureau, "示例机关", Party.Kind.ORGAN)
    return walk.lead(text="反映示例机关不移交档案。")


def determine(walk, lead, code="V06", **answers):
    known = {"order": "correction", "order_ignored": "yes", **HERE, **answers}
    return determination.determine(
        lead, actor=walk.officer, on=FILED, violation=violation(code), answers=known,
        grounds=GROUNDS, **ordering.of_answers(lead, walk.officer, known),
    )  # fmt: skip


def sign(walk, lead, kind):
    fields = dict.fromkeys(KINDS[kind].fields, "内容")
    paper = documents.draft_about(
        "lead", lead, kind, title="", fields=fields, actor=walk.officer, on=FILED
    )
    if KINDS[kind].review:
        paper = documents.submit_review(paper, actor=walk.officer, on=FILED)
        paper = documents.pass_review(paper, actor=walk.reviewer, on=FILED, note="")
    else:
        paper = documents.submit(paper, actor=walk.officer, on=FILED)
    return documents.sign(paper, actor=walk.head, on=FILED)


def propose(walk, lead, result="other_measures", **values):
    facts = {"actor": walk.officer, "on": FILED, "report": REPORT}
    return settling.propose(lead, result=result, **{**facts, **values})


def approve(walk, lead, **values):
    return settling.approve(lead, **{"actor": walk.head, "on": FILED, **values})


def state(lead):
    return Lead.objects.get(pk=lead.pk).state


def test_a_lead_ends_with_what_was_done_and_its_clock_with_it(walk, lead):
    determine(walk, lead)
    sign(walk, lead, "handling_proposal")
    propose(walk, lead)
    row = approve(walk, lead)
    clock = deadlines.for_subject(lead).get(code="D-P04")
    entry = AuditEntry.objects.about(lead).get(action="settle")
    assert (state(lead), row.approved_by, row.approved_on) == ("settled", walk.head, FILED)
    assert clock.met_on == FILED
    assert (entry.before, entry.after) == ("open", "settled")


def test_a_lead_settled_late_says_so_on_the_form_and_in_the_trail(walk, lead, client):
    determine(walk, lead)
    sign(walk, lead, "handling_proposal")
    propose(walk, lead)
    client.force_login(walk.head)
    form = client.get(reverse("penalties:lead-settle-approve", args=[lead.pk])).text
    assert "按此提交将构成过错情形（十）" in form
    late = deadlines.for_subject(lead).get(code="D-P04").due_on + timedelta(1)
    approve(walk, lead, on=late)
    entry = AuditEntry.objects.about(lead).get(action="settle")
    assert [row["code"] for row in entry.details["lamps"]] == ["L1001"]


def measured(walk, lead):
    determine(walk, lead)
    sign(walk, lead, "handling_proposal")


def nothing_done(walk, lead):
    determine(walk, lead)
    sign(walk, lead, "acceptance_notice")


def transferred(walk, lead):
    determine(walk, lead, crime="crime")
    report(walk, "lead", lead)
    paper = sign(walk, lead, "crime_referral")
    hand_over(paper, walk.officer, walk.day)


def still_to_hand_over(walk, lead):
    determine(walk, lead, crime="crime")
    report(walk, "lead", lead)
    sign(walk, lead, "crime_referral")


def police_only_suspected(walk, lead):
    determine(walk, lead, crime="crime")
    sign(walk, lead, "handling_proposal")


def elsewhere(walk, lead):
    determine(walk, lead, in_jurisdiction="no")


def unknown(walk, lead):
    """Nobody has recorded anything."""


@pytest.mark.parametrize(
    ("before", "result", "why"),
    [
        (measured, "other_measures", ""),
        (nothing_done, "other_measures", "还没有采取任何措施.*第四十五条"),
        (unknown, "other_measures", "还没有认定事实.*第四十条"),
        (transferred, "transferred", ""),
        (still_to_hand_over, "transferred", "接收机关的回执.*移送涉嫌犯罪案件的规定.*第七条"),
        (measured, "transferred", "移送文书还没有签发.*第二十七条"),
        (police_only_suspected, "other_measures", "移送公安机关.*第二十七条"),
        (elsewhere, "unfounded", "移送违法行为发生地.*第二十二条"),
        (unknown, "unfounded", ""),
    ],
)
def test_the_result_is_borne_out_by_facts_and_papers(walk, lead, before, result, why):
    before(walk, lead)
    if not why:
        assert propose(walk, lead, result).waits
        return
    with pytest.raises(Refused, match=why):
        propose(walk, lead, result)
    assert not AuditEntry.objects.about(lead).filter(action="propose_settling").exists()


def test_five_years_count_for_health_and_finance_with_harm(walk, lead):
    determine(walk, lead)
    ended = RECEIVED.replace(year=RECEIVED.year - 3)
    with pytest.raises(Refused, match="五年的追责期限.*第三十六条第一款"):
        propose(walk, lead, "time_barred", act_ended_on=ended, five_years=True)
    row = propose(walk, lead, "time_barred", act_ended_on=ended)
    assert row.report.endswith("适用二年的追责期限。")
    settling.send_back(lead, actor=walk.head, on=FILED, note="再核实")
    long_ago = RECEIVED.replace(year=RECEIVED.year - 6)
    row = propose(
        walk, lead, "time_barred", act_ended_on=long_ago, five_years=True, report=row.report
    )
    assert row.report == f"{REPORT}\n{settling.TERM_APPLIED[True]}"
    assert approve(walk, lead).approved_by == walk.head


@pytest.mark.parametrize("in_service", ["yes", "no"])
def test_facts_that_open_a_fine_are_filed_and_not_settled(walk, in_service):
    lead = walk.lead()
    walk.determine(lead, in_service=in_service, hall_holdings="no")
    if in_service == "no":
        assert propose(walk, lead, "unfounded").waits
        return
    with pytest.raises(Refused, match="符合立案标准.*第五十四条第二款"):
        propose(walk, lead, "unfounded")


@pytest.mark.parametrize(
    ("ended", "why"),
    [
        (LONG_AGO, ""),
        (None, "请填写违法行为终了日期.*第三十六条"),
        (RECEIVED - timedelta(days=10), "没有超过.*追责期限.*第三十六条"),
    ],
)
def test_too_late_is_counted(walk, ended, why):
    lead = walk.lead()
    walk.determine(lead)
    if not why:
        assert propose(walk, lead, "time_barred", act_ended_on=ended).act_ended_on == ended
        return
    with pytest.raises(Refused, match=why):
        propose(walk, lead, "time_barred", act_ended_on=ended)


def test_what_is_recorded_before_the_head_approves_still_counts(walk, lead):
    measured(walk, lead)
    propose(walk, lead)
    determine(walk, lead, crime="crime")
    with pytest.raises(Refused, match="移送公安机关"):
        approve(walk, lead)
    assert state(lead) == "open"


def test_nobody_approves_his_own(walk, lead):
    factories.give(walk.officer, "approve_case")
    propose(walk, lead, "unfounded")
    with pytest.raises(Refused, match="不能审批自己提请的"):
        approve(walk, lead, actor=walk.officer)
    assert approve(walk, lead).approved_on


def test_only_the_head_approves_and_only_officers_propose(walk, lead):
    with pytest.raises(PermissionDenied):
        propose(walk, lead, "unfounded", actor=walk.clerk)
    propose(walk, lead, "unfounded")
    with pytest.raises(PermissionDenied):
        approve(walk, lead, actor=walk.reviewer)


def test_what_was_sent_back_is_proposed_anew(walk, lead):
    propose(walk, lead, "unfounded")
    with pytest.raises(Refused, match="请等待机关负责人审批"):
        propose(walk, lead, "unfounded", report="另一份")
    row = settling.send_back(lead, actor=walk.head, on=FILED, note="请到现场再看一次")
    assert not row.waits
    with pytest.raises(Refused, match="没有待审批的"):
        approve(walk, lead)
    assert propose(walk, lead, "unfounded", report="到现场看过了。").waits


def test_a_lead_that_waits_for_the_head_becomes_no_case(walk):
    lead = walk.lead()
    walk.determine(lead, in_service="unknown")
    propose(walk, lead, "unfounded")
    walk.determine(lead, grounds="补充查明。")
    with pytest.raises(Refused, match="已经提请办结"):
        walk.propose(lead)
    settling.send_back(lead, actor=walk.head, on=FILED, note="符合立案标准")
    assert walk.propose(Lead.objects.get(pk=lead.pk)).pk


def test_a_settled_lead_is_over(walk, lead):
    propose(walk, lead, "unfounded")
    approve(walk, lead)
    with pytest.raises(Refused, match="已经处理完毕"):
        determine(walk, Lead.objects.get(pk=lead.pk))
    with pytest.raises(Refused, match="已办结"):
        propose(walk, lead, "unfounded")


def test_a_case_takes_the_place_of_a_settlement(walk):
    case = walk.propose()
    with pytest.raises(Refused, match="已经提请立案.*第五十四条"):
        propose(walk, case.lead, "unfounded")
    filing.reject(case, actor=walk.head, on=FILED, note="没有违法事实")
    with pytest.raises(Refused, match="不予立案"):
        propose(walk, case.lead, "unfounded")


@pytest.mark.parametrize(("day", "lawful"), [(FILED, True), (FILED - timedelta(days=1), False)])
def test_days_follow_one_another(walk, lead, day, lawful):
    determine(walk, lead)
    if lawful:
        assert propose(walk, lead, "unfounded", on=day).proposed_on == day
        return
    with pytest.raises(Refused, match="不能早于2024年8月15日"):
        propose(walk, lead, "unfounded", on=day)


def test_the_pages_lead_from_the_officer_to_the_head_and_to_the_file(client, walk, lead):
    client.force_login(walk.officer)
    page = client.get(lead.get_absolute_url())
    url = reverse("penalties:lead-settle", args=[lead.pk])
    assert url in page.text
    sent = {"result": "unfounded", "report": REPORT, "on": FILED.isoformat()}
    refused = client.post(url, {**sent, "result": ""})
    assert (refused.status_code, "请选择“核查结论”" in refused.text) == (422, True)
    assert REPORT in refused.text
    client.post(url, sent)
    client.force_login(walk.head)
    assert "批准线索办结" in client.get("/", follow=True).text
    page = client.get(lead.get_absolute_url()).text
    assert REPORT in page
    client.post(reverse("penalties:lead-settle-approve", args=[lead.pk]), {"on": FILED})
    client.force_login(walk.clerk)
    page = client.get(lead.get_absolute_url()).text
    assert "查无违法事实" in page
    assert reverse("archiving:case-file", args=["lead", lead.pk]) in page


def test_its_file_waits_for_the_end_and_names_what_is_still_owed(walk, lead):
    sort = registry.SORTS["lead"]
    assert "办结以后才能立卷" in sort.refusal(lead)
    measured(walk, lead)
    propose(walk, lead)
    approve(walk, lead)
    lead = Lead.objects.get(pk=lead.pk)
    assert sort.refusal(lead) is None
    assert any("处理" in words for words in sort.unsettled(lead, FILED))
