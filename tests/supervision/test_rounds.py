"""执法监督检查: a draw that proves itself, reviews by others, a circular, a report."""

import pytest
from django.urls import reverse

from archives_enforcement.workflow import Refused
from inspections.models import Inspection
from supervision import sampling
from supervision.models import Content, Round
from supervision.queries import rounds as queries
from supervision.queries.notices import clocks_on
from supervision.services import rounds
from tests import factories
from tests.inspections.rectifying import days, make_visit

TODAY = days(0)
POOL = {"cases": [[9, "案"]], "checks": [[key, f"检查{key}"] for key in range(1, 21)]}
S = Round.State


@pytest.fixture
def visits(unit, officer):
    rows = [make_visit(unit, officer) for _ in range(3)]
    Inspection.objects.update(inspected_on=days(-10))
    return rows


@pytest.fixture
def prepare(visits, paper):
    def prepare(**values):
        facts = {
            "title": "2026年监督检查", "method": "sample", "since": days(-30), "until": TODAY,
            "wanted_checks": 2, "wanted_cases": 0, "on": TODAY,
        }  # fmt: skip
        return rounds.prepare(actor=paper.clerk, **{**facts, **values})

    return prepare


def drawn(row, paper):
    return rounds.draw(row, actor=paper.reviewer, on=TODAY, contribution="7281")


def verdicts(**problems):
    codes = Content.objects.values_list("code", flat=True)
    return {
        code: ("problem", problems[code]) if code in problems else ("good", "") for code in codes
    }


def review(item, actor, **problems):
    return rounds.review(item, actor=actor, on=TODAY, verdicts=verdicts(**problems))


def test_the_draw_is_repeated_from_digest_and_number_and_takes_each_once():
    wanted = {"checks": 5, "cases": None}
    first = sampling.picked(POOL, wanted, "7281")
    assert first == sampling.picked(POOL, wanted, "7281")
    assert first != sampling.picked(POOL, wanted, "7282")
    assert (len(set(first["checks"])), first["cases"]) == (5, [9])
    assert sampling.picked(POOL, {"checks": 99, "cases": 0}, "1")["checks"].__len__() == 20


def test_the_organiser_does_not_draw_himself(prepare, paper):
    row = prepare()
    with pytest.raises(Refused, match="组织人不能"):
        rounds.draw(row, actor=paper.clerk, on=TODAY, contribution="1")
    row = drawn(row, paper)
    assert (row.state, row.items.count()) == (S.DRAWN, 2)
    assert queries.recomputed(row)
    row.contribution = "7282" if row.contribution != "7282" else "1"
    Round.objects.filter(pk=row.pk).update(pool={**row.pool, "cases": [[1, "添"]]})
    row.refresh_from_db()
    assert not queries.recomputed(row)


def test_a_period_that_is_empty_or_not_over_is_refused(prepare):
    with pytest.raises(Refused, match="没有实施过检查"):
        prepare(since=days(-400), until=days(-390))
    with pytest.raises(Refused, match="已经过完"):
        prepare(until=days(1))


def test_nobody_reviews_what_he_handled(prepare, paper, officer):
    factories.give(officer, "supervise")
    item = drawn(prepare(), paper).items.first()
    with pytest.raises(Refused, match="不能监督自己办的事"):
        review(item, type(officer).objects.get(pk=officer.pk))
    assert review(item, paper.clerk).reviewer == paper.clerk


def test_each_content_has_a_verdict_and_a_problem_its_words(prepare, paper):
    item = drawn(prepare(), paper).items.first()
    with pytest.raises(Refused, match="有什么问题"):
        review(item, paper.clerk, act=" ")
    with pytest.raises(Refused, match="请评查"):
        rounds.review(item, actor=paper.clerk, on=TODAY, verdicts={**verdicts(), "law": ("", "")})
    review(item, paper.clerk, act="没有亮证。")
    assert item.findings.count() == 7
    assert queries.problems_by_content(item.round) == [("具体行政行为的合法性和适当性", 1)]


def test_a_mutual_round_names_the_colleague_who_looked(prepare, paper):
    item = drawn(prepare(method="mutual"), paper).items.first()
    with pytest.raises(Refused, match="互查的评查人"):
        review(item, paper.clerk)
    said = {"actor": paper.clerk, "on": TODAY, "verdicts": verdicts()}
    assert rounds.review(item, **said, guest="另一区档案局甲").guest


def test_it_is_summed_up_when_all_is_reviewed_and_ends_with_a_verified_report(
    prepare, paper, officer
):
    row = drawn(prepare(), paper)
    said = {
        "receiver": "本局执法科", "problems": "没有亮证。", "requirements": "补正。", "term": 10,
        "unit": "workday",
    }  # fmt: skip
    with pytest.raises(Refused, match="还有 2 件没有评查"):
        rounds.sum_up(row, actor=paper.clerk, on=TODAY, **said)
    for item in row.items.all():
        review(item, paper.clerk)
    rounds.sum_up(row, actor=paper.clerk, on=TODAY, **said)
    paper.notice = Round.objects.get(pk=row.pk)
    paper.sign(TODAY, kind="supervision_circular")
    row = paper.fresh()
    assert (row.state, clocks_on(row)["D-S02"].length) == (S.CIRCULATED, 10)
    row = rounds.report(row, actor=officer, on=TODAY, text="已补正。")
    assert not clocks_on(row)["D-S02"].is_open
    assert rounds.close(row, actor=paper.reviewer, on=TODAY, text="已核对。").state == S.CLOSED


def test_whoever_reports_does_not_verify(prepare, paper, officer):
    factories.give(officer, "supervise")
    officer = type(officer).objects.get(pk=officer.pk)
    row = drawn(prepare(wanted_checks=1), paper)
    review(row.items.get(), paper.clerk)
    Round.objects.filter(pk=row.pk).update(state=S.CIRCULATED, circulated_on=TODAY)
    row = rounds.report(row, actor=officer, on=TODAY, text="已补正。")
    with pytest.raises(Refused, match="不能核实自己的报告"):
        rounds.close(row, actor=officer, on=TODAY, text="到位。")


def test_it_is_reviewed_on_its_page_and_handed_out(prepare, paper, client):
    row = drawn(prepare(wanted_checks=1), paper)
    page = reverse("supervision:round-review", args=[row.items.get().pk])
    client.force_login(paper.clerk)
    assert client.post(page, {"on": TODAY}).status_code == 422
    sent = {f"verdict_{content.code}": "good" for content in Content.objects.all()}
    sent |= {"verdict_act": "problem", "note_act": "没有亮证。", "on": TODAY}
    assert client.post(page, sent).status_code == 302
    assert "没有亮证。" in client.get(row.get_absolute_url()).text
    export = client.get(reverse("supervision:round-export", args=[row.pk]))
    assert export["Content-Type"].endswith("spreadsheetml.sheet")


def test_no_more_is_drawn_than_was_done(prepare):
    with pytest.raises(Refused, match="这段期间只有 3 次检查，不能抽取 4 次"):
        prepare(wanted_checks=4)
    with pytest.raises(Refused, match="这段期间只有 0 件案件，不能抽取 1 件"):
        prepare(wanted_cases=1)
    assert prepare(wanted_checks=3).wanted_checks == 3
