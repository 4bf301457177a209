"""Papers of the catalogue on a case: each is refused with its article until its time has come."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.documents import drafting, tabling
from archives_enforcement.documents import services as documents
from archives_enforcement.documents.kinds import KINDS, drafted_on
from archives_enforcement.workdays import limits
from archives_enforcement.workflow import Refused
from penalties.queries import gate, papers
from penalties.queries.cases import officers_in_words as officers
from penalties.services import challenges, investigation
from tests import factories


def facts(kind):
    words = {name: f"〔{label}〕" for name, label in KINDS[kind].fields.items()}
    return words | {name: chosen[0] for name, chosen in KINDS[kind].choices.items()}


def draft(walk, kind, on=None):
    """By whomever the catalogue names as its drafter."""
    actor = {
        "penalties.chair_hearing": walk.chair,
        "penalties.review_case": walk.reviewer,
    }.get(KINDS[kind].drafter, walk.officer)
    case, day = walk.fresh(), on or walk.day
    fields = facts(kind) | {"officers": officers(case, day)}
    return documents.draft_about("case", case, kind, title="", fields=fields, actor=actor, on=day)


def refused(walk, kind, article, on=None):
    with pytest.raises(Refused, match=article):
        draft(walk, kind, on)


def issue(walk, kind, on=None):
    paper = draft(walk, kind, on)
    documents.submit(paper, actor=walk.officer, on=on or walk.day)
    return documents.sign(paper, actor=walk.head, on=on or walk.day)


def at(stage):
    return pytest.mark.parametrize("staged", [stage], indirect=True)


def decided(walk):
    walk.serve()


def deferral_approved(walk):
    walk.serve()
    issue(walk, "instalment_approval")


def pay_term_over(walk):
    """To the last day of the fifteen days after the decision was delivered."""
    decided(walk)
    walk.day = papers.clock_on(walk.paper, papers.PAYMENT_CLOCK).due_on


def overdue(walk):
    pay_term_over(walk)
    walk.day += timedelta(days=1)


def ask_for_hearing(walk):
    walk.enter("hearing")


def preserve(walk):
    issue(walk, "preservation_approval")
    issue(walk, "preservation_notice")


def challenged(walk, kind):
    walk.serve()
    challenges.enter(
        walk.fresh(), actor=walk.officer, on=walk.day, kind=kind, body="示例区人民政府",
        filed_on=walk.day, received_on=walk.day,
    )  # fmt: skip


# kind, the stage at which it is refused, its article, what makes it lawful
TABLE = [
    ("investigation_report", "propose", "第五十四条", lambda walk: walk.file()),
    ("decision_approval", "file", "第五十七条", lambda walk: walk.investigate()),
    ("no_penalty_decision", "file", "第五十七条", lambda walk: walk.investigate()),
    ("hearing_notice", "notify", "第六十四条", ask_for_hearing),
    ("hearing_record", "notify", "第六十四条", ask_for_hearing),
    ("hearing_report", "notify", "第六十四条", ask_for_hearing),
    ("preservation_notice", "file", "第五十六条",
     lambda walk: issue(walk, "preservation_approval")),
    ("preservation_disposal", "file", "第五十六条", preserve),
    ("coercion_record", "file", "第五十六条.*第十条、第十八条", preserve),
    ("instalment_approval", "review", "第六十六条", decided),
    ("instalment_notice", "decide", "第六十六条", deferral_approved),
    ("demand_notice", "review", "第六十六条", overdue),
    ("disclosure_approval", "review", "第四十八条", decided),
    ("withdrawal_statement", "review", "第四十八条", decided),
    ("closing_report", "review", "第五十七条", decided),
    ("review_reply", "serve", "复议法》第四十八条", lambda walk: challenged(walk, "review")),
    ("court_answer", "decide", "诉讼法》第六十七条", lambda walk: challenged(walk, "suit")),
    ("jurisdiction_request", "file", "第二十五条第二款",
     lambda walk: issue(walk, "jurisdiction_letter")),
]  # fmt: skip


@pytest.fixture
def walk(walk):
    walk.chair = factories.make_user("chair", "hearing_chair", "backfiller", bureau=walk.bureau)
    return walk


@pytest.mark.parametrize(
    ("kind", "staged", "article", "make_lawful"),
    sorted(TABLE, key=lambda row: row[1]),  # rows of one stage after one another share its case
    indirect=["staged"],
    scope="module",
)
def test_a_paper_waits_for_its_time(walk, kind, article, make_lawful):
    refused(walk, kind, article)
    make_lawful(walk)
    assert draft(walk, kind).state == "draft"


def record_of_measure(walk, **changes):
    case, day = walk.fresh(), walk.day
    known = drafting.known_facts("case", case, "coercion_record", day)
    fields = facts("coercion_record") | known | changes
    return documents.draft_about(
        "case", case, "coercion_record", title="", fields=fields, actor=walk.officer, on=day
    )


def complete(walk, paper):
    return documents.complete(paper, actor=walk.officer, on=walk.day)


@at("file")
def test_the_record_of_a_measure_says_what_was_done_and_by_whom(walk):
    preserve(walk)
    notice = papers.issued(walk.case, "preservation_notice")
    for missing, label in (("told", "救济途径"), ("statement", "陈述和申辩"), ("signing", "签字")):
        with pytest.raises(Refused, match=f"缺少.*{label}"):
            complete(walk, record_of_measure(walk, **{missing: ""}))
    paper = complete(walk, record_of_measure(walk))
    assert paper.number.startswith(f"{walk.bureau.document_word}强笔〔")
    assert paper.fields["measure"] == f"先行登记保存（{notice.number}）"


@at("file")
def test_no_record_of_a_measure_that_was_taken_back(walk):
    preserve(walk)
    notice = papers.issued(walk.case, "preservation_notice")
    documents.void_issued(notice, actor=walk.head, on=walk.day, note="登记错误")
    refused(walk, "coercion_record", "没有采取先行登记保存")


def demand(walk):
    """A 催告 delivered on the first day on which something is overdue; its last working day."""
    overdue(walk)
    refused(walk, "enforcement_application", "第五十四条")
    notice = issue(walk, "demand_notice")
    refused(walk, "enforcement_application", "第五十四条")
    walk.deliver(notice, walk.day)
    return papers.clock_on(notice, "D-R15").due_on


@at("serve")
def test_nobody_is_urged_before_his_time_to_pay_is_over(walk):
    pay_term_over(walk)
    refused(walk, "demand_notice", "第六十七条")
    assert draft(walk, "demand_notice", on=walk.day + timedelta(days=1)).state == "draft"


@at("serve")
def test_the_court_is_asked_only_after_ten_working_days(walk):
    last = demand(walk)
    refused(walk, "enforcement_application", "第六十九条", on=last)
    refused(walk, "enforcement_application", "第五十三条", on=last + timedelta(days=1))


@at("serve")
def test_the_court_is_asked_only_when_the_term_to_sue_is_over(walk):
    demand(walk)
    ends = limits.compute(papers.SUIT_CLOCK, papers.delivered_on(walk.paper)).due_on
    refused(walk, "enforcement_application", "第五十三条", on=ends)
    paper = draft(walk, "enforcement_application", on=ends + timedelta(days=1))
    assert paper.state == "draft"


def test_every_other_paper_of_a_case_may_be_drafted_from_the_first_day(walk):
    walk.propose()
    waiting = {row[0] for row in TABLE} | {"enforcement_application", *gate.PAPERS}
    free = [kind for kind in drafted_on("case") if kind not in waiting]
    assert len(free) >= 15
    for kind in free:
        assert draft(walk, kind).state == "draft"


@at("file")
def test_a_case_page_leads_to_its_papers(client, walk):
    client.force_login(walk.officer)
    assert "起草其他文书" in client.get(walk.case.get_absolute_url()).text
    page = client.get(reverse("documents:draft-pick", args=["case", walk.case.pk]))
    assert "请先办理审批表" in page.text
    form = client.get(reverse("documents:draft", args=["case", walk.case.pk, "filing_approval"]))
    assert walk.firm.name in form.text


def test_a_case_that_ended_in_a_penalty_does_not_end_without_one_too(walk):
    walk.investigate()
    assert draft(walk, "no_penalty_decision").state == "draft"
    decided(walk)
    refused(walk, "no_penalty_decision", "不能再作不予处罚决定")


@at("file")
def test_the_report_of_the_investigation_lists_the_evidence_of_the_case(client, walk):
    walk.evidence()
    left_out = walk.evidence(title="抄写件")
    investigation.exclude_evidence(left_out, actor=walk.officer, on=walk.day, reason="与原件不符")
    known = {
        kind: drafting.known_facts("case", walk.fresh(), kind, walk.day)
        for kind in ("investigation_report", "no_penalty_decision")
    }
    said = known["no_penalty_decision"]["evidence"]  # told there in sentences
    assert "档案交接清单" in said and "抄写件" not in said
    ((_, table),) = known["investigation_report"]["evidence"]
    (row,) = table["rows"]
    assert row == [
        "1", "证据1：书证“档案交接清单”", "从当事人处调取", "接收档案 120 件、交还 112 件",
    ]  # fmt: skip
    client.force_login(walk.officer)
    address = reverse("documents:draft", args=["case", walk.case.pk, "investigation_report"])
    assert '<th scope="col">证明的事实</th>' in client.get(address).text


def test_the_report_of_a_lead_names_those_who_handle_its_case(client, walk):
    walk.propose()
    client.force_login(walk.officer)
    address = reverse("documents:draft", args=["lead", walk.case.lead_id, "lead_report"])
    assert f">\n{officers(walk.case, timezone.localdate())}</textarea>" in client.get(address).text


def test_the_report_of_a_lead_that_nobody_handles_names_nobody(walk):
    known = drafting.known_facts("lead", walk.lead(), "lead_report", walk.day)
    assert "officers" not in known and known["party"] == walk.firm.name


@at("file")
def test_the_disposal_takes_over_number_and_list_of_its_notice(client, walk):
    issue(walk, "preservation_approval")
    columns = KINDS["preservation_notice"].tables["items"]
    listed = tabling.laid_out("电脑主机|黑|1台|完好|库房\n硬盘|500GB|2块|完好|库房", columns)
    fields = facts("preservation_notice") | {
        "items": listed, "officers": officers(walk.fresh(), walk.day),
    }  # fmt: skip
    who = {"actor": walk.officer, "on": walk.day}
    paper = documents.draft_about(
        "case", walk.case, "preservation_notice", title="", fields=fields, **who
    )
    known = drafting.known_facts("case", walk.case, "preservation_disposal", walk.day)
    assert "items" not in known  # a draft is no notice yet
    documents.submit(paper, **who)
    notice = documents.sign(paper, actor=walk.head, on=walk.day)
    known = drafting.known_facts("case", walk.case, "preservation_disposal", walk.day)
    assert (known["notice"], known["items"]) == (notice.number, listed)
    client.force_login(walk.officer)
    page = reverse("documents:draft", args=["case", walk.case.pk, "preservation_disposal"])
    assert "硬盘\t500GB\t2块\t完好\t库房" in client.get(page).text
    fresh = drafting.known_facts("case", walk.case, "preservation_notice", walk.day)
    assert "items" not in fresh  # another notice lists other things
