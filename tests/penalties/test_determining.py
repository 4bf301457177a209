"""认定事实: recorded by an officer with what shows them, kept with their history, and followed."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from archives_enforcement.accounts.models import Party
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import services as documents
from archives_enforcement.documents.kinds import KINDS
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from inspections.models import Lead
from penalties.models import Case
from penalties.queries import gate
from penalties.services import determination, filing
from tests import factories
from tests.documents.delivering import hand_over, scan
from tests.penalties import ordering
from tests.penalties.case_facts import FILED, GROUNDS, RECEIVED, violation

NEXT = FILED + timedelta(days=1)


@pytest.fixture
def organ(walk):
    """The walk about a 机关 instead of a firm."""
    walk.firm = factories.make_party(walk.bureau, "示例机关", Party.Kind.ORGAN)
    return walk


def record(walk, lead, code, on=FILED, grounds=GROUNDS, **answers):
    return determination.determine(
        lead, actor=walk.officer, on=on, violation=violation(code), answers=answers,
        grounds=grounds, **ordering.of_answers(lead, walk.officer, answers),
    )  # fmt: skip


HERE = {"crime": "no", "in_jurisdiction": "yes"}


def test_what_is_recorded_says_who_when_and_on_what_grounds(walk):
    lead = walk.lead()
    row = walk.determine(lead)
    entry = AuditEntry.objects.about(lead).get(action="determine")
    assert (row.made_by, row.made_on, row.subject) == (walk.officer, FILED, "service_enterprise")
    assert (entry.on, entry.note) == (FILED, GROUNDS)
    assert entry.details["answers"] == row.answers


def test_changes_keep_their_history(client, walk):
    lead = walk.lead()
    walk.determine(lead, state_owned="unknown", grounds="权属待查。")
    walk.determine(lead, on=NEXT)
    assert [row.answers["state_owned"] for row in gate.history(lead)] == ["yes", "unknown"]
    client.force_login(walk.officer)
    page = client.get(lead.get_absolute_url()).text
    assert "以前的认定（1 次）" in page
    assert "权属待查。" in page


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"grounds": " "}, "请写明查明的情况"),
        ({"state_owned": "perhaps"}, "不在选项之内"),
        ({"wealth": "yes"}, "不在选项之内"),
        ({"on": RECEIVED - timedelta(days=1)}, "不能早于收到线索"),
    ],
)
def test_what_is_not_recorded(walk, change, why):
    lead = walk.lead()
    with pytest.raises(Refused, match=why):
        walk.determine(lead, **change)
    assert not lead.determinations.exists()
    assert walk.determine(lead).pk


def test_the_same_facts_are_recorded_once(walk):
    lead = walk.lead()
    walk.determine(lead)
    with pytest.raises(Refused, match="和上一次相同"):
        walk.determine(lead, on=NEXT)


def test_a_later_recording_is_not_dated_before_the_one_it_replaces(walk):
    lead = walk.lead()
    walk.determine(lead, on=NEXT)
    with pytest.raises(Refused, match="上一次认定的日期"):
        walk.determine(lead, on=FILED, grounds="另查。")


def test_only_those_who_handle_cases_record(walk, other_bureau):
    lead = walk.lead()
    with pytest.raises(PermissionDenied):
        determination.determine(
            lead, actor=walk.reviewer, on=FILED, violation=violation("V01"), answers={},
            grounds=GROUNDS,
        )  # fmt: skip
    with pytest.raises(Lead.DoesNotExist):
        stranger = factories.make_officer("stranger", other_bureau, "backfiller")
        determination.determine(
            lead, actor=stranger, on=FILED, violation=violation("V01"), answers={},
            grounds=GROUNDS,
        )  # fmt: skip


def test_once_a_case_is_proposed_only_its_officers_record(walk, bureau):
    case = walk.propose()
    other = factories.make_officer("other", bureau, "backfiller")
    facts = {"on": FILED, "violation": violation("V01"), "answers": {}, "grounds": "另查。"}
    with pytest.raises(Refused, match="只有本案的承办人员"):
        determination.determine(case.lead, actor=other, **facts)
    assert determination.determine(case.lead, actor=walk.second, **facts).pk


def test_a_lead_that_is_settled_is_not_determined_again(walk):
    case = walk.propose()
    filing.reject(case, actor=walk.head, on=FILED, note="没有违法事实")
    with pytest.raises(Refused, match="已经处理完毕"):
        walk.determine(Lead.objects.get(pk=case.lead_id), grounds="另查。")


def test_a_suspicion_of_crime_stops_the_case_on_its_way_and_opens_the_transfer(walk):
    walk.weigh()
    lead = Lead.objects.get(pk=walk.case.lead_id)
    assert draft(walk, "case", walk.fresh(), "crime_referral") is None
    walk.determine(lead, on=walk.day, crime="crime", grounds="涉嫌抢夺、窃取国有档案。")
    with pytest.raises(Refused, match="不得以罚代刑"):
        walk.fix()
    assert draft(walk, "case", walk.fresh(), "crime_referral") is None
    report(walk, "case", walk.case, "investigation_report")
    assert draft(walk, "case", walk.fresh(), "crime_referral").state == "draft"


CRIME = {"crime": "crime", "grounds": "涉嫌窃取国有档案。"}


def suspect(walk):
    walk.determine(Lead.objects.get(pk=walk.case.lead_id), on=walk.day, **CRIME)


def sign_after(walk, paper, suspected):
    paper = documents.submit(paper, actor=walk.officer, on=walk.day)
    if suspected:
        suspect(walk)
    return documents.sign(paper, actor=walk.head, on=walk.day)


@pytest.mark.parametrize("suspected", [True, False])
@pytest.mark.parametrize(("stage", "paper"), [("weigh", "notice"), ("review", "decision")])
def test_neither_notice_nor_decision_is_signed_once_a_crime_is_suspected(
    walk, stage, paper, suspected
):
    getattr(walk, stage)()
    drafted = getattr(walk, f"draft_{paper}")()
    if not suspected:
        assert sign_after(walk, drafted, suspected).state == "issued"
        return
    with pytest.raises(Refused, match="不得以罚代刑"):
        sign_after(walk, drafted, suspected)
    assert walk.fresh().state in ("proposed", "reviewed")


def test_a_case_filed_before_facts_were_recorded_goes_on(walk):
    walk.investigate()
    walk.case.lead.determinations.all().delete()
    assert walk.weigh().fine == 47_000


def report(walk, about, record, kind="lead_report"):
    """Two officers have verified and report in writing."""
    cards = [f"{row}（执法证件编号 {row.certificates.get().number}）" for row in (
        walk.officer, walk.second)]  # fmt: skip
    fields = {name: f"〔{label}〕" for name, label in KINDS[kind].fields.items()}
    paper = documents.draft_about(
        about, record, kind, title="", fields=fields | {"officers": "、".join(cards)},
        actor=walk.officer, on=walk.day,
    )  # fmt: skip
    documents.submit(paper, actor=walk.officer, on=walk.day)
    return documents.sign(paper, actor=walk.head, on=walk.day)


def draft(walk, about, record, kind):
    """The draft, or None where the facts refuse it."""
    fields = {name: f"〔{label}〕" for name, label in KINDS[kind].fields.items()}
    try:
        return documents.draft_about(
            about, record, kind, title="", fields=fields, actor=walk.officer, on=walk.day
        )
    except Refused as refusal:
        assert "依据：" in refusal.message
        return None


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


def test_the_page_shows_what_the_law_gives_and_refuses(client, organ):
    lead = organ.lead()
    record(organ, lead, "V08", **HERE, order="none", knowing="no", loss="no")
    client.force_login(organ.officer)
    page = client.get(lead.get_absolute_url()).text
    offered, _, refused = page.partition("不能采取</h2>")
    for words in ("责令限期整改", "工作约谈", "工作通报"):
        assert words in offered
    assert "<b>罚款、警告、没收违法所得、征购</b>" in refused
    assert "不能按行政处罚立案。法律没有对" in page  # the button is closed
    assert "请先责令限期整改。" in refused


def test_the_elements_of_the_case_begin_with_the_facts(client, walk):
    walk.file()
    client.force_login(walk.officer)
    form = client.get(reverse("penalties:case-establish", args=[walk.case.pk])).context["form"]
    assert [form[f"result_{place}"].initial for place in (1, 2, 3)] == ["met", "open", "met"]
    assert form["note_1"].initial == f"2024年8月15日{walk.officer}认定"
    Case.objects.filter(pk=walk.case.pk).update(state="investigating")
    walk.determine(walk.case.lead, on=walk.day, state_owned="no", grounds="权属已查清。")
    form = client.get(reverse("penalties:case-establish", args=[walk.case.pk])).context["form"]
    assert form["result_1"].initial == "missing"
