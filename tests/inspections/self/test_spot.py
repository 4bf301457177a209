"""实地抽查: what contradicts what, the ceiling, the half that is chosen and the half drawn."""

from datetime import date

import pytest
import time_machine
from django.core.exceptions import ValidationError

from archives_enforcement.accounts.models import Party
from archives_enforcement.workflow import Refused
from inspections.models import Finding
from inspections.queries import draw_lists, self_answers, spot_checks
from inspections.services import concluding, planning, self_rules
from inspections.services import draws as lots
from inspections.services import spot_checks as services
from tests import casting, factories
from tests.inspections import arranging, holding, on_site
from tests.inspections import self_inspecting as self_
from tests.inspections.self_inspecting import FILED, OPENED, key_of, report_of
from tests.sharing import own

travel = time_machine.travel
VISIT = date(2026, 4, 9)  # a Thursday
SEEN = date(2026, 8, 6)


cast, bureau, unit = casting.cast, casting.bureau, casting.unit
head, clerk = casting.head, casting.clerk
officer, second_officer = casting.officer, casting.second_officer


@pytest.fixture
def plan(clerk):
    return planning.create_plan(actor=clerk, on=OPENED, year=2026, title="2026年度计划")


def rule_of(head, percent):
    """A rule of a bureau that may visit a share of those who report."""
    return self_rules.set_rule(
        actor=head, on=OPENED, title=f"抽查{percent}%", kinds=["township"], roll="",
        basis="制度", mark="LOCAL", ceiling=percent, ceiling_basis="示例制度",
        order_article=None, effective_from=OPENED,
    )  # fmt: skip


def visited(unit, cast, *failing):
    with travel(VISIT):
        team = cast.officer, cast.second_officer
        visit = on_site.approved(unit, cast.head, *team, on=VISIT)
        return on_site.recorded(visit, cast.officer, *failing, on=VISIT)


@pytest.fixture(scope="module")
def round_of_ten(cast):
    """Ten streets; two problems were seen at unit 一: 2-02 is grave (A), 2-06 less so (B).

    It says of 2-02 that all is well and is frank about 2-06.
    """
    others = (factories.make_unit(cast.bureau, f"示例街道{n:02d}") for n in range(2, 11))
    units = [cast.unit, *others]
    visited(cast.unit, cast, "2-02", "2-06")
    with travel(OPENED):
        asked = self_.opened(cast.clerk, cast.head, rule=rule_of(cast.head, 40))
    with travel(FILED):
        for each in units:
            changed = {key_of("2-06"): "否"} if each == cast.unit else {}
            self_.entered(report_of(asked, each), cast.clerk, **changed)
    return asked


@pytest.fixture
def reported(round_of_ten, clock, db):
    clock.move_to(FILED)
    return own(round_of_ten)


def listed(plan):
    return {"plan": plan, "kind": "daily", "month": 9, "checklist": arranging.checklist()}


def choose(asked, clerk, plan, *reports):
    return services.choose(asked, reports, actor=clerk, on=FILED, **listed(plan))


def draw_settings(**values):
    return {**{key: value for key, value in holding.SETTINGS.items() if key != "kinds"}, **values}


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


@pytest.mark.parametrize("percent, most, half", [(10, 1, 0), (19, 1, 0), (29, 2, 1), (40, 4, 2)])
def test_the_ceiling_is_never_rounded_up(reported, head, percent, most, half):
    reported.rule = rule_of(head, percent)
    assert (spot_checks.most(reported), spot_checks.most_chosen(reported)) == (most, half)


def test_who_is_chosen_stands_on_the_plan_with_the_reasons(reported, clerk, plan, unit):
    (pick,) = choose(reported, clerk, plan, report_of(reported, unit))
    assert (pick.plan_item.plan, pick.plan_item.unit, pick.plan_item.month) == (plan, unit, 9)
    assert len(pick.reasons) == 1
    with pytest.raises(Refused, match="自查实地抽查选取的，不能移除"):
        planning.remove_item(pick.plan_item, actor=clerk, on=FILED)


def test_only_contradiction_lets_anybody_be_chosen(reported, clerk, plan):
    calm = reported.reports.get(unit__party__name="示例街道02")
    with pytest.raises(Refused, match="有矛盾"):
        choose(reported, clerk, plan, calm)


def test_no_more_than_half_is_chosen(reported, clerk, plan, unit, head):
    reported.rule = rule_of(head, 10)
    reported.save()
    with pytest.raises(Refused, match="不超过一半（0 个）"):
        choose(reported, clerk, plan, report_of(reported, unit))


def test_the_draw_takes_what_is_left_among_those_who_reported(
    reported, clerk, plan, unit, bureau, officer, second_officer
):
    choose(reported, clerk, plan, report_of(reported, unit))
    silent = factories.make_unit(bureau, "没有报送的街道")
    with pytest.raises(ValidationError, match="随机抽取还能抽 3 个"):
        services.prepare_draw(reported, actor=clerk, on=FILED, **draw_settings(unit_count=4))
    draw = services.prepare_draw(reported, actor=clerk, on=FILED, **draw_settings(unit_count=3))
    names = {entry.public["name"] for entry in draw_lists.lists(draw).units}
    assert len(names) == 9 and not names & {str(unit), str(silent)}
    frozen = draw_lists.freeze(draw)["frozen"]
    assert "2025年度档案工作情况自查中已经报送的单位" in frozen
    with pytest.raises(ValidationError, match="还能抽 0 个"):
        services.prepare_draw(reported, actor=clerk, on=FILED, **draw_settings(unit_count=1))


def test_a_draw_raised_beyond_the_ceiling_is_not_published(
    reported, clerk, officer, second_officer
):
    with holding.at(holding.PREPARED):
        on = holding.PREPARED.date()
        draw = services.prepare_draw(reported, actor=clerk, on=on, **draw_settings(unit_count=4))
        lots.revise(draw, actor=clerk, on=on, kinds=[], **draw_settings(unit_count=5))
        with pytest.raises(Refused, match="一共 4 个，随机抽取还能抽 4 个，现在填的是 5 个"):
            lots.publish(draw, actor=clerk, on=on)
        lots.revise(draw, actor=clerk, on=on, kinds=[], **draw_settings(unit_count=4))
        assert lots.publish(draw, actor=clerk, on=on).state == "published"


def test_a_redraw_stays_a_draw_of_the_round(reported, clerk, head, officer, second_officer):
    with holding.at(holding.PREPARED):
        on = holding.PREPARED.date()
        draw = services.prepare_draw(reported, actor=clerk, on=on, **draw_settings(unit_count=4))
        lots.publish(draw, actor=clerk, on=on)
        again = lots.redraw(draw, actor=head, on=on, reason="名单有误")
    assert spot_checks.of_draw(again) == reported
    assert spot_checks.left_to_draw(reported, again) == 4


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
