"""复议、诉讼、赔偿、调解: the time to answer, the outcome and what follows it."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from archives_enforcement.documents import services as documents
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from penalties.queries import papers
from penalties.services import challenges
from publicity.models import Notice
from supervision.models import Remedy
from supervision.services import remedies
from tests.inspections.rectifying import make_visit
from tests.penalties.walk import Walk
from tests.supervision.papers import ON, later, scan


def enter(actor, kind="review", **values):
    facts = {
        "simple": False, "applicant": "示例档案服务公司", "body": "示例区人民政府", "number": "",
        "received_on": ON, "claims": "撤销处罚决定。", "paper": None, "case": None,
        "inspection": None, "on": ON, "uploads": [scan()],
    }  # fmt: skip
    return remedies.register(actor=actor, kind=kind, **{**facts, **values})


@pytest.fixture
def register(clerk):
    def register(kind="review", actor=clerk, **values):
        return enter(actor, kind, **values)

    return register


def conclude(remedy, clerk, outcome, on=ON, **values):
    said = {"decision": "如上。", "decision_number": "示政复〔2026〕1号", **values}
    return remedies.conclude(remedy, actor=clerk, on=on, outcome=outcome, **said)


@pytest.mark.parametrize(
    ("kind", "simple", "code", "due"),
    [
        ("review", False, "D-R07", later(14)),
        ("review", True, "D-R08", later(7)),
        ("suit", False, "D-R14", later(15)),
    ],
)
def test_the_time_to_answer_runs_from_the_day_it_came(register, kind, simple, code, due):
    clock = deadlines.for_subject(register(kind, simple=simple)).get()
    assert (clock.code, clock.due_on) == (code, due)


@pytest.mark.parametrize("kind", ["compensation", "mediation"])
def test_nothing_is_answered_where_no_answer_is_laid_down(register, kind, clerk):
    remedy = register(kind)
    assert not deadlines.for_subject(remedy).exists()
    with pytest.raises(Refused):
        remedies.answer(remedy, actor=clerk, on=ON)


def test_it_is_answered_by_an_issued_paper_on_the_matter(
    register, clerk, unit, officer, reviewer, head
):
    visit = make_visit(unit, officer)
    remedy = register(inspection=visit)
    with pytest.raises(Refused, match="还没有签发行政复议答复书.*第四十八条"):
        remedies.answer(remedy, actor=clerk, on=later(1))
    fields = dict.fromkeys(
        ("receiver", "respondent", "applicant", "act", "facts", "basis", "request", "enclosures"),
        "〔略〕",
    )
    paper = documents.draft_about(
        "inspection", visit, "review_reply", title="", fields=fields, actor=officer, on=ON
    )
    documents.submit_review(paper, actor=officer, on=ON)
    documents.pass_review(paper, actor=reviewer, on=ON)
    documents.sign(paper, actor=head, on=ON)
    remedy = remedies.answer(remedy, actor=clerk, on=later(1))
    assert remedy.state == Remedy.State.PENDING
    assert deadlines.for_subject(remedy).get().met_on == later(1)


def test_each_kind_ends_in_its_own_ways(register, clerk):
    with pytest.raises(Refused, match="没有这种结果"):
        conclude(register("suit"), clerk, "paid")
    paid = register("compensation")
    with pytest.raises(Refused, match="赔偿金额"):
        conclude(paid, clerk, "paid")
    assert conclude(paid, clerk, "paid", amount=800).amount == 800
    with pytest.raises(Refused, match="写明结果"):
        conclude(register("mediation"), clerk, "settled", decision=" ")


def test_it_ends_its_clock_with_it(register, clerk):
    remedy = conclude(register(), clerk, "withdrawn", on=later(2))
    clock = deadlines.for_subject(remedy).get()
    assert (clock.cancelled_on, clock.cancel_reason) == (later(2), "撤回、终止")


def test_the_same_number_is_registered_once(register):
    register(number="示政复〔2026〕9号")
    with pytest.raises(Refused, match="已经登记过"):
        register(number="示政复〔2026〕9号")
    assert register("suit", number="示政复〔2026〕9号")


def test_days_to_come_and_strangers_are_refused(register, officer, other_bureau):
    with pytest.raises(Refused, match="不能晚于登记日期"):
        register(received_on=later(1))
    with pytest.raises(PermissionDenied):
        register(actor=officer)


def test_the_list_finds_and_hands_out_what_it_shows(register, clerk, client):
    register(applicant="甲公司")
    register("suit", applicant="乙公司")
    client.force_login(clerk)
    page = reverse("supervision:remedy-list")
    assert "乙公司" not in client.get(page, {"q": "甲"}).text
    assert "甲公司" not in client.get(page, {"kind": "suit"}).text
    answer = client.get(reverse("supervision:remedy-export"), {"kind": "suit"})
    assert answer["Content-Type"].endswith("spreadsheetml.sheet")


@pytest.fixture
def served(bureau):
    """A penalty decision that the party has had for days."""
    walk = Walk(bureau)
    walk.serve()
    return walk


def challenge(walk):
    return challenges.enter(
        walk.fresh(), actor=walk.officer, on=walk.day, kind="review", body="示例区人民政府",
        filed_on=walk.day, received_on=walk.day,
    )  # fmt: skip


def test_what_is_brought_against_a_penalty_is_kept_on_its_case_and_read_here(client, served):
    with pytest.raises(Refused, match="在案件页面“登记复议、诉讼”办理"):
        enter(served.clerk, case=served.case)
    assert enter(served.clerk, "mediation", case=served.case).pk
    challenge(served)
    client.force_login(served.clerk)
    page = client.get(reverse("supervision:remedy-list")).text
    assert "处罚案件的复议、诉讼" in page
    assert served.case.get_absolute_url() in page


def published(walk, paper):
    return Notice.objects.create(
        bureau=walk.bureau, document=paper, number=paper.number, title="公示", issuer="局",
        decided_on=ON, credit_class="none", credit_reason="设定", state="published",
        drafted_by=walk.clerk, drafted_on=ON,
    )  # fmt: skip


@pytest.mark.parametrize(("outcome", "withdrawn"), [("revoked", True), ("upheld", False)])
def test_another_published_paper_that_is_undone_is_to_be_withdrawn(served, outcome, withdrawn):
    paper = papers.issued(served.case, papers.NOTICE)
    notice = published(served, paper)
    conclude(enter(served.clerk, paper=paper), served.clerk, outcome)
    assert deadlines.for_subject(notice).filter(code="D-G03").exists() == withdrawn


@pytest.mark.parametrize(("result", "withdrawn"), [("revoked", True), ("upheld", False)])
def test_a_published_decision_that_is_undone_on_its_case_is_to_be_withdrawn(
    served, result, withdrawn
):
    row = challenge(served)
    notice = published(served, papers.decision(served.case))
    challenges.conclude(
        row, actor=served.officer, on=served.day, result=result, ended_on=served.day, note="1号",
    )  # fmt: skip
    notice.refresh_from_db()
    assert bool(notice.changed_on) == withdrawn
    assert deadlines.for_subject(notice).filter(code="D-G03").exists() == withdrawn
