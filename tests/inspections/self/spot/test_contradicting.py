"""实地抽查: what contradicts what, and what a visit shows of the report beside it."""

from datetime import date

from archives_enforcement.accounts.models import Party
from inspections.models import Finding
from inspections.queries import self_answers
from inspections.services import concluding
from tests import factories
from tests.inspections import on_site
from tests.inspections.self.spotting import VISIT, visited
from tests.inspections.self_inspecting import FILED

SEEN = date(2026, 8, 6)


def test_a_lie_contradicts_and_frankness_does_not(reported, unit):
    (found,) = self_answers.candidates(reported)
    assert found.report.unit == unit
    assert [row.finding.item.code for row in found.contradictions] == ["2-02"]
    assert found.weight == 3  # an A-item, by the 评分规则
    assert found.reasons[0].startswith("2-02（A级）自查答“是”：2026年4月9日检查发现")


def test_what_was_put_right_before_the_report_contradicts_nothing(reported):
    rows = Finding.objects.filter(item__code="2-02")
    rows.update(state="accepted", accepted_on=FILED)
    assert self_answers.candidates(reported) == []
    rows.update(accepted_on=SEEN)
    assert "2026年8月6日才销号" in self_answers.candidates(reported)[0].reasons[0]


def test_what_was_found_after_the_report_was_not_known(reported):
    Finding.objects.get(item__code="2-02").inspection.__class__.objects.update(inspected_on=SEEN)
    assert self_answers.candidates(reported) == []


def test_the_gravest_comes_first(reported, cast):
    other = reported.reports.get(unit__party__name="示例街道02").unit
    visited(other, cast, "2-03", "2-04")
    assert [row.weight for row in self_answers.candidates(reported)] == [6, 3]


def test_the_visit_shows_what_the_unit_said_of_itself(
    client, reported, unit, head, officer, second_officer, clock
):
    clock.move_to(SEEN)
    visit = on_site.approved(unit, head, officer, second_officer, on=SEEN)
    before = self_answers.beside(visit)
    assert (before.compared, before.rows[0].result) == (0, "")
    on_site.fill(on_site.begin(visit, officer, SEEN), officer, "2-02", "2-06", on=SEEN)
    concluding.conclude(visit, actor=officer, on=SEEN, signing=on_site.SIGNED)
    found = self_answers.beside(visit)
    by_item = {row.item: row for row in found.rows}
    assert (by_item["2-02"].answer, by_item["2-02"].result, by_item["2-02"].agrees) == (
        "是", "不符合", False,
    )  # fmt: skip
    assert (by_item["2-06"].answer, by_item["2-06"].agrees) == ("否", True)
    assert found.agreeing == found.compared - 1
    assert found.rows[0].item == "2-02"  # where they differ goes first
    client.force_login(officer)
    page = client.get(visit.get_absolute_url()).text
    assert f"一致 {found.agreeing} / {found.compared} 项" in page
    assert page.count(">不一致<") == 1 and found.submission.report.get_absolute_url() in page
    visit.kind = "look_back"  # goes through no list: there is nothing to lay beside
    assert self_answers.beside(visit) is None


def test_a_unit_that_never_reported_has_nothing_beside(bureau, head, officer, second_officer):
    other = factories.make_unit(bureau, "示例局九", Party.Kind.ORGAN)
    visit = on_site.approved(other, head, officer, second_officer, on=VISIT)
    assert self_answers.beside(visit) is None


def test_many_reports_are_weighed_in_few_queries(reported, django_assert_max_num_queries):
    with django_assert_max_num_queries(5):
        self_answers.candidates(reported)
