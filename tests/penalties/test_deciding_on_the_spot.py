"""当场处罚: the officers decide, and what is asked again when they do."""

from datetime import timedelta

import pytest

from archives_enforcement.documents import services as documents
from archives_enforcement.documents.kinds import KINDS
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from penalties.models import Benchmark, Case
from penalties.queries.cases import officers_in_words
from tests.penalties.case_facts import FILED, clause_of
from tests.penalties.spot import SpotWalk

WALK, STAGE = SpotWalk, "ready"


# The decision


@pytest.mark.parametrize("suspected", [True, False])
def test_a_suspicion_of_crime_stops_the_decision_on_the_spot(walk, suspected):
    paper = walk.draft()
    if suspected:
        walk.determine(walk.case.lead, crime="crime", grounds="涉嫌窃取国有档案。")
        with pytest.raises(Refused, match="不得以罚代刑"):
            documents.complete(paper, actor=walk.officer, on=walk.day)
        return
    assert documents.complete(paper, actor=walk.officer, on=walk.day).number


def test_the_officers_decide_and_the_paper_has_the_next_number(walk):
    paper = walk.decide_there()
    decision = walk.case.decision
    assert (walk.case.state, paper.number) == ("decided", "示10档当罚〔2024〕1号")
    assert (decision.decided_by, decision.document) == (walk.officer, paper)
    started = set(deadlines.for_subject(paper).values_list("code", flat=True))
    assert started == {"D-P17", "D-G01"}
    assert deadlines.for_subject(walk.case.lead).get(code="D-P04").met_on == FILED
    assert "应当先自收到本决定书之日起六十日内" in str(paper.content["blocks"])


def test_it_is_not_completed_over_other_facts(walk):
    paper = walk.draft()
    walk.establish()
    Case.objects.filter(pk=walk.case.pk).update(facts="另一个事实。")
    with pytest.raises(Refused, match="不一致"):
        documents.complete(paper, actor=walk.officer, on=FILED)


def test_two_officers_stand_on_it_with_their_certificates(walk):
    paper = walk.draft()
    documents.revise(paper, actor=walk.officer, on=FILED, fields={"officers": "一人"})
    with pytest.raises(Refused, match="第四十二条、第五十二条"):
        documents.complete(paper, actor=walk.officer, on=FILED)


def test_who_no_longer_handles_the_case_does_not_decide_it(walk):
    paper = walk.draft()
    walk.case.officers.filter(user=walk.officer).update(left_on=FILED)
    with pytest.raises(Refused, match="只有本案的承办人员"):
        documents.complete(paper, actor=walk.officer, on=FILED)


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
def test_what_was_lawful_when_it_was_drafted_is_asked_again(walk, meanwhile, why):
    paper = walk.draft()
    meanwhile(walk)
    with pytest.raises(Refused, match=why):
        documents.complete(paper, actor=walk.officer, on=FILED + timedelta(days=1))


def test_one_decision_for_a_case(walk):
    walk.draft()
    with pytest.raises(Refused, match="已有当场处罚决定书"):
        walk.draft()


@pytest.mark.parametrize("staged", [""], indirect=True)
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


@pytest.mark.parametrize("staged", [""], indirect=True)
def test_a_benchmark_that_grades_the_clause_binds_here_too(walk):
    clause = clause_of()
    type(clause).objects.filter(pk=clause.pk).update(minimum=500)
    clause.refresh_from_db()
    sample = Benchmark.objects.get()
    for bounds in sample.content["ranges"]:
        bounds |= {"minimum": 500, "bands": []} if bounds["key"] == "FIRM_2_20" else {}
    sample.save()
    walk.begin(clause)
    walk.find()
    walk.circumstance("过失，丢失定期档案 1 件", tier="T5")
    with pytest.raises(Refused):
        walk.draft(3_000)  # the heavier band begins far above the limit
    walk.case.circumstances.all().delete()
    made = walk.draft(3_000).subject.assessment
    assert made.row is not None and made.snapshot["benchmark"]["title"]
