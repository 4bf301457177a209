"""当场处罚（简易程序）: what opens it, how much, what goes before, and how the case ends."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from archives_enforcement.accounts.models import Party
from archives_enforcement.archiving import arranging
from archives_enforcement.documents import services as documents
from archives_enforcement.documents.kinds import KINDS
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from inspections.models import Lead
from penalties.models import Case
from penalties.queries import papers
from penalties.queries.cases import officers_in_words, years_of
from penalties.queries.dossier import dossiers
from penalties.queries.progress import next_step, steps
from penalties.services import filing, on_the_spot
from publicity.queries import notices
from reports.queries.year import Year
from tests import factories
from tests.documents.delivering import scan
from tests.penalties.spot import SpotWalk, local_clause
from tests.penalties.walk import FILED, clause_of


@pytest.fixture
def walk(db):
    return SpotWalk(factories.make_bureau())


@pytest.fixture
def found(walk):
    """The facts are found; all that is left is to decide."""
    walk.begin()
    walk.find()
    return walk


def begin(walk, clause, **values):
    walk.proposed(clause, **values)
    return on_the_spot.begin(walk.case, actor=walk.officer, on=FILED)


# Who may be punished on the spot, under which clause


@pytest.mark.parametrize(
    ("kinds", "minimum", "lawful"),
    [
        (("警告", "罚款"), 3_000, True),
        (("警告", "罚款"), 3_001, False),
        (("警告",), 3_001, True),  # a warning has no limit
        (("警告", "罚款", "没收违法所得"), 500, False),
    ],
)
def test_the_clause_must_leave_room_for_a_warning_or_a_small_fine(walk, kinds, minimum, lawful):
    clause = local_clause(*kinds, minimum=minimum, maximum=50_000)
    if lawful:
        assert begin(walk, clause).state == "on_the_spot"
        return
    with pytest.raises(Refused, match="第五十一条"):
        begin(walk, clause)


@pytest.mark.parametrize(("minimum", "lawful"), [(200, True), (201, False)])
def test_a_citizen_is_fined_two_hundred_yuan_at_most(walk, minimum, lawful):
    walk.firm = factories.make_party(
        walk.bureau, "当事人甲", Party.Kind.PERSON, address="示例路3号"
    )
    clause = local_clause(minimum=minimum, maximum=5_000, category="individual")
    if lawful:
        assert begin(walk, clause).state == "on_the_spot"
        return
    with pytest.raises(Refused, match="限额 200 元"):
        begin(walk, clause)


def test_no_clause_of_the_national_law_opens_it(walk):
    with pytest.raises(Refused, match="最低为 20,000 元.*普通程序.*第五十一条"):
        begin(walk, clause_of())


@pytest.mark.parametrize(
    ("change", "article"),
    [
        (lambda walk: Case.objects.update(in_jurisdiction=False), "第二十二条"),
        (lambda walk: Case.objects.update(act_ended_on=date(2020, 1, 2)), "第三十六条"),
        (lambda walk: walk.second.certificates.update(valid_to=date(2024, 1, 1)), "不足两人"),
        (lambda walk: walk.case.officers.filter(user=walk.officer).delete(), "只有本案的承办人员"),
    ],
)
def test_what_binds_every_penalty_binds_it_too(walk, change, article):
    walk.proposed()
    change(walk)
    with pytest.raises(Refused, match=article):
        on_the_spot.begin(walk.fresh(), actor=walk.officer, on=FILED)


def test_only_who_handles_cases_may_choose_it(walk):
    walk.proposed()
    with pytest.raises(PermissionDenied):
        on_the_spot.begin(walk.case, actor=walk.head, on=FILED)


def test_a_filed_case_goes_by_the_ordinary_procedure(walk):
    walk.proposed()
    filing.approve(walk.case, actor=walk.head, on=FILED)
    with pytest.raises(Refused, match="不能适用简易程序"):
        on_the_spot.begin(walk.fresh(), actor=walk.officer, on=FILED)


def test_it_may_be_left_for_the_ordinary_procedure(found):
    paper = found.draft()
    with pytest.raises(Refused, match="作废草稿"):
        on_the_spot.leave(found.fresh(), actor=found.officer, on=FILED, note="情况复杂")
    documents.void(paper, actor=found.officer, on=FILED, note="改用普通程序")
    on_the_spot.leave(found.fresh(), actor=found.officer, on=FILED, note="情况复杂")
    assert (found.fresh().state, found.case.on_the_spot) == ("pending", False)
    assert filing.approve(found.case, actor=found.head, on=FILED).number
    assert found.fresh().evidence.count() == 1


# What goes before


@pytest.mark.parametrize("missing", ["evidence", "facts", "element"])
def test_facts_must_be_certain(walk, missing):
    walk.begin()
    if missing != "evidence":
        walk.evidence(obtained_on=FILED)
    if missing == "element":
        walk.establish(("met", "met", "missing"))
    with pytest.raises(Refused, match="第四十条|第四十九条"):
        walk.draft()
    if missing != "evidence":
        walk.establish()
        assert walk.draft().state == "draft"


def test_what_is_proposed_and_the_rights_are_told_first(found):
    with pytest.raises(Refused, match="第四十四条、第五十二条"):
        found.draft(told=False)
    with pytest.raises(Refused, match="陈述申辩和复核情况"):
        found.draft(statement=" ")
    assert found.draft()


@pytest.mark.parametrize(
    ("fine", "why"),
    [
        (499, "法定幅度 500 元至 3,000 元"),
        (500, ""),
        (3_000, ""),
        (3_001, "限额 3,000 元.*第五十一条"),
    ],
)
def test_the_fine_keeps_within_the_clause_and_the_limit(walk, fine, why):
    walk.begin(local_clause(maximum=3_000 if fine < 3_000 else 9_000))
    walk.find()
    if not why:
        assert walk.draft(fine).fields["penalty"][-1].endswith(f"（¥{fine:,}）。")
        return
    with pytest.raises(Refused, match=why):
        walk.draft(fine)


def test_a_clause_without_a_fine_gives_a_warning_alone(walk):
    walk.begin(local_clause("警告"))
    walk.find()
    with pytest.raises(Refused, match="没有规定罚款"):
        walk.draft(100)
    paper = walk.decide_there(0)
    assert paper.fields["penalty"] == ["1. 责令改正：立即停止违法行为，补办登记。", "2. 给予警告。"]
    walk.deliver(paper, FILED)
    assert not deadlines.for_subject(paper).filter(code="D-P13").exists()
    walk.report()
    assert walk.propose_closing() and walk.close().state == "closed"


@pytest.mark.parametrize(
    ("fine", "how", "why"),
    [
        (100, {"collection": "small"}, ""),
        (101, {"collection": "small"}, "第六十八条第一项"),
        (101, {"collection": "hard"}, "第六十八条第二项"),
        (101, {"collection": "hard", "because": "当事人当日离境"}, ""),
        (101, {"collection": "remote"}, "第六十九条"),
        (101, {"collection": "remote", "because": "海岛，当事人提出"}, ""),
        (101, {"collection": "bank", "payment_account": ""}, "缴款的银行和账户"),
    ],
)
def test_officers_take_a_fine_in_the_cases_of_the_law_only(walk, fine, how, why):
    walk.begin(local_clause(minimum=50))
    walk.find()
    if why:
        with pytest.raises(Refused, match=why):
            walk.draft(fine, **how)
        return
    paper = walk.decide_there(fine, **how)
    assert "专用票据" in paper.fields["payment"][0]
    clocks = deadlines.for_subject(paper)
    assert clocks.get(code="D-P15").due_on == date(2024, 8, 19)  # two working days
    documents.register_answer(paper, "D-P15", actor=walk.officer, on=FILED, note="已交至本机关")
    assert clocks.get(code="D-P16").is_open


# The decision


def test_the_officers_decide_and_the_paper_has_the_next_number(found):
    paper = found.decide_there()
    decision = found.case.decision
    assert (found.case.state, paper.number) == ("decided", "示10档当罚〔2024〕1号")
    assert (decision.decided_by, decision.document) == (found.officer, paper)
    started = set(deadlines.for_subject(paper).values_list("code", flat=True))
    assert started == {"D-P17", "D-G01"}
    assert deadlines.for_subject(found.case.lead).get(code="D-P04").met_on == FILED
    assert "应当先自收到本决定书之日起六十日内" in str(paper.content["blocks"])


def test_it_is_not_completed_over_other_facts(found):
    paper = found.draft()
    found.establish()
    Case.objects.filter(pk=found.case.pk).update(facts="另一个事实。")
    with pytest.raises(Refused, match="不一致"):
        documents.complete(paper, actor=found.officer, on=FILED)


def test_two_officers_stand_on_it_with_their_certificates(found):
    paper = found.draft()
    documents.revise(paper, actor=found.officer, on=FILED, fields={"officers": "一人"})
    with pytest.raises(Refused, match="第四十二条、第五十二条"):
        documents.complete(paper, actor=found.officer, on=FILED)


def test_who_no_longer_handles_the_case_does_not_decide_it(found):
    paper = found.draft()
    found.case.officers.filter(user=found.officer).update(left_on=FILED)
    with pytest.raises(Refused, match="只有本案的承办人员"):
        documents.complete(paper, actor=found.officer, on=FILED)


def lower_the_clause(walk):
    walk.case.clause.__class__.objects.filter(pk=walk.case.clause_id).update(maximum=900)


@pytest.mark.parametrize(
    ("meanwhile", "why"),
    [
        (lambda walk: walk.establish(("met", "met", "missing")), "第四十九条"),
        (lambda walk: walk.case.evidence.update(excluded_on=FILED), "可以采用的证据"),
        (lower_the_clause, "法定幅度 500 元至 900 元"),
        (lambda walk: walk.second.certificates.update(valid_to=FILED), "不足两人"),
    ],
)
def test_what_was_lawful_when_it_was_drafted_is_asked_again(found, meanwhile, why):
    paper = found.draft()
    meanwhile(found)
    with pytest.raises(Refused, match=why):
        documents.complete(paper, actor=found.officer, on=FILED + timedelta(days=1))


def test_a_paper_drafted_before_there_was_this_way_decides_nothing(walk):
    walk.file()
    facts = {name: f"〔{label}〕" for name, label in KINDS["summary_decision"].fields.items()}
    facts["officers"] = officers_in_words(walk.case, walk.day)
    paper = documents.draft(
        walk.case, "summary_decision", bureau=walk.bureau, party=walk.firm, title="决定书",
        fields=facts, actor=walk.officer, on=walk.day,
    )  # fmt: skip
    with pytest.raises(Refused, match="不一致"):
        documents.complete(paper, actor=walk.officer, on=walk.day)
    assert walk.fresh().state == "investigating"


def test_one_decision_for_a_case(found):
    found.draft()
    with pytest.raises(Refused, match="已有当场处罚决定书"):
        found.draft()


def test_a_benchmark_that_grades_the_clause_binds_here_too(walk):
    clause = clause_of()
    type(clause).objects.filter(pk=clause.pk).update(minimum=500)
    clause.refresh_from_db()
    walk.begin(clause)
    walk.find()
    walk.circumstance("过失，丢失定期档案 1 件", tier="T5")
    with pytest.raises(Refused):
        walk.draft(3_000)  # the heavier band begins far above the limit
    walk.case.circumstances.all().delete()
    made = walk.draft(3_000).subject.assessment
    assert made.row is not None and made.snapshot["benchmark"]["title"]


# Handing over, 备案, payment, closing


def test_the_case_closes_when_it_is_handed_over_reported_and_paid(found):
    paper = found.decide_there()
    with pytest.raises(Refused, match="还没有送达"):
        found.propose_closing()
    found.deliver(paper, FILED)
    assert deadlines.for_subject(paper).get(code="D-P13").due_on == date(2024, 8, 30)
    found.pay()
    with pytest.raises(Refused, match="备案.*第五十二条第三款"):
        found.propose_closing()
    found.report()
    assert deadlines.for_subject(paper).get(code="D-P17").met_on == FILED
    found.propose_closing()
    case = found.close()
    assert (case.state, case.outcome) == ("closed", "penalised")
    assert Lead.objects.get(pk=case.lead_id).state == "case_filed"


def test_what_was_paid_before_it_was_handed_over_counts(found):
    paper = found.decide_there()
    found.pay()
    found.deliver(paper, FILED)
    assert deadlines.for_subject(paper).get(code="D-P13").met_on == FILED
    assert deadlines.for_subject(found.case).filter(code="D-P23").count() == 1


def test_it_is_reported_once_and_by_its_officers(found):
    found.decide_there()
    with pytest.raises(PermissionDenied):
        on_the_spot.report(found.fresh(), actor=found.head, on=FILED, note="登记")
    found.report()
    with pytest.raises(Refused, match="备案一次"):
        found.report()


def test_it_is_published_and_counted_like_any_decision(found, clerk_sees):
    paper = found.decide_there()
    assert list(notices.decisions_to_publish(found.clerk)) == [paper]
    shown = notices.summary_of(paper)
    assert "档案 8 件" in shown["facts"] and "罚款人民币" in shown["outcome"]
    assert Year(found.bureau, 2024).papers(*papers.DECISIONS) == [paper]
    assert years_of(found.officer) == [2024]


@pytest.fixture
def clerk_sees(walk):
    walk.clerk = type(walk.clerk).objects.get(pk=walk.clerk.pk)


def test_its_file_lacks_no_paper_of_the_ordinary_procedure(found):
    paper = found.decide_there()
    found.deliver(paper, FILED)
    found.pay()
    found.report()
    found.propose_closing()
    case = found.close()
    arranged = arranging.arrange("case", case)
    assert [row.what for row in arranged.missing] == ["缴款凭据"]
    assert [line.place for line in arranged.lines][:2] == ["当场处罚决定书"] * 2
    titles = [line.title for line in arranged.lines]
    assert "报所属行政机关备案（线上办理记录）" in titles and "结案（线上办理记录）" in titles


def test_the_page_leads_from_step_to_step(found, client):
    client.force_login(found.officer)
    page = reverse("penalties:case-detail", args=[found.case.pk])
    form = reverse("penalties:spot-decision", args=[found.case.pk])
    assert form in client.get(page).text and "500 元至 3,000 元" in client.get(form).text
    sent = {
        "fine": 1_000, "correction": "改正", "reasons": "初次违法", "time": "今天", "place": "现场",
        "told": "on", "statement": "没有", "collection": "bank", "payment_account": "银行",
        "on": FILED,
    }  # fmt: skip
    assert client.post(form, sent).status_code == 302
    paper = papers.latest(found.fresh(), papers.SUMMARY)
    completing = reverse("documents:document-complete", args=[paper.pk])
    assert completing in client.get(page).text
    assert "定稿后打印、签名，当场交付当事人" in client.get(completing).text
    assert "定稿编号，再打印签名" in client.get(paper.get_absolute_url()).text
    documents.complete(paper, actor=found.officer, on=FILED)
    assert "当场作出的" not in client.get(page).text
    report = reverse("penalties:spot-report", args=[found.case.pk])
    assert report in client.get(page).text
    assert client.post(report, {"note": "登记第1号", "on": FILED}).status_code == 302
    assert report not in client.get(page).text


def test_the_page_of_a_case_says_why_it_is_not_open(walk, client):
    walk.proposed(clause_of())
    client.force_login(walk.officer)
    shown = client.get(walk.case.get_absolute_url()).text
    assert "适用简易程序（当场处罚）" in shown and "最低为 20,000 元" in shown


def test_next_step_and_stages(found):
    [dossier] = dossiers([found.case])
    assert "起草当场处罚决定书" in next_step(dossier)
    assert [step.state for step in steps(dossier)] == ["done", "done", "now", "", "", ""]
    paper = found.decide_there()
    [dossier] = dossiers([found.fresh()])
    assert "当场交付当事人" in next_step(dossier)
    found.deliver(paper, FILED)
    [dossier] = dossiers([found.fresh()])
    assert next_step(dossier) == "请报所属行政机关备案（2024年8月20日前）。"


def test_the_party_reads_it_on_its_own_page(found, client):
    paper = found.decide_there()
    client.force_login(found.contact)
    page = client.get(reverse("penalties:portal-case", args=[found.case.pk])).text
    assert paper.number in page and "应当先申请行政复议" in page and "告知的内容" not in page


def test_the_officers_of_the_case_deliver_it_and_the_term_to_pay_begins(found):
    """行政处罚法第五十二条: 执法人员当场交付; no clerk has to come between."""
    paper = found.decide_there()
    delivery = paper.deliveries.get()
    other = factories.make_officer("passing", found.bureau, "backfiller")
    facts = {"method": "direct", "received_by": "王某", "capacity": "representative"}
    with pytest.raises(PermissionDenied):
        documents.record_delivery(delivery, actor=other, on=FILED, files=[scan()], **facts)
    documents.record_delivery(delivery, actor=found.officer, on=FILED, files=[scan()], **facts)
    assert deadlines.for_subject(paper).filter(code=papers.PAYMENT_CLOCK).exists()
