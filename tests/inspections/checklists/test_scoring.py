"""评分: what counts, how it is compared, what overrides it, and who is told."""

from datetime import timedelta

import pytest
from django.urls import reverse

from inspections.models import ScoringRule
from inspections.queries import letters, scoring
from inspections.queries.recording import applicable_items
from inspections.services import checklist_items
from tests.inspections import listing, on_site
from tests.inspections.checklists.grading import BEFORE, RULE
from tests.inspections.on_site import DAY
from tests.sharing import own


@pytest.fixture(scope="module")
def list_of_five(cast):
    """A list of five items, 1 point each; the last one is a veto."""
    clerk = cast.clerk
    draft = listing.taken(clerk, areas=("对所属单位的监督和指导",))
    for item in draft.items.all():
        values = {"area": item.area, "points": 1, "veto": item.code == "6-05"}
        checklist_items.revise_item(item, actor=clerk, on=listing.ON, **{**listing.ITEM, **values})
    return listing.adopted(draft, clerk, cast.head)


@pytest.fixture
def five(list_of_five, db):
    return own(list_of_five)


@pytest.fixture
def visit(unit, head, officer, second_officer, five):
    return on_site.approved(unit, head, officer, second_officer, checklist=five)


@pytest.mark.parametrize(
    ("failing", "share", "grade"),
    [
        ((), "100.00%", "优秀"),
        (("6-01",), "80.00%", "优秀"),
        (("6-01", "6-02"), "60.00%", "合格"),
        (("6-01", "6-02", "6-03"), "40.00%", "不合格"),
    ],
)
def test_the_share_of_the_points_gives_the_grade(visit, officer, failing, share, grade):
    visit = on_site.recorded(visit, officer, *failing)
    assert (visit.share, visit.grade) == (share, grade)


def test_a_veto_that_fails_overrides_the_share(visit, officer):
    visit = on_site.recorded(visit, officer, "6-05")
    assert (visit.share, visit.grade) == ("80.00%", "不合格")
    assert scoring.score(visit).words == (
        "符合 4 项，得 4 分；不符合 1 项，失 1 分；不适用 0 项，不计分。"
        "4 ÷ 5 ＝ 80.00%（截取，不进位），达到 80%，为优秀。"
        "6-05 为一票否决事项，不符合，等级为不合格。"
    )


def score_of(earned, possible, **rule) -> scoring.Score:
    return scoring.Score(
        ScoringRule(**{**RULE, **rule}), earned, possible,
        dict.fromkeys(("conforms", "fails", "not_applicable"), 0), [], [],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("earned", "grade", "share"),
    [(8000, "良好", "80.00%"), (7999, "合格", "79.99%"), (79995, "合格", "79.99%")],
)
def test_a_share_just_below_is_below_and_looks_so(earned, grade, share):
    score = score_of(earned, 10_000 if earned < 10_000 else 100_000)
    assert (score.grade, score.share) == (grade, share)


def test_what_does_not_apply_counts_for_nothing(visit, officer):
    on_site.begin(visit, officer)
    on_site.fill(visit, officer)
    first, second, *_ = applicable_items(visit)
    answers = {first.pk: ("not_applicable", ""), second.pk: ("fails", "")}
    on_site.recording.record_items(visit, actor=officer, on=DAY, results=answers)
    visit = on_site.concluding.conclude(visit, actor=officer, on=DAY, signing=on_site.SIGNED)
    assert (visit.earned, visit.possible, visit.share) == (3, 4, "75.00%")


def test_without_points_of_its_own_an_item_counts_by_its_severity(
    unit, head, officer, second_officer
):
    visit = on_site.approved(unit, head, officer, second_officer)
    levels = [item.severity_for(unit.party) for item in applicable_items(visit)]
    visit = on_site.recorded(visit, officer)
    assert visit.possible == sum({"A": 3, "B": 2, "C": 1}[level] for level in levels)


def test_a_failing_a_item_caps_the_grade_by_the_shared_rule(
    unit, head, officer, second_officer, set_rule
):
    def grade():
        visit = on_site.approved(unit, head, officer, second_officer)
        visit = on_site.recorded(visit, officer, "2-02")
        return visit.grade, scoring.score(visit).words

    capped = grade()
    assert capped[0] == "合格"
    assert capped[1].endswith("2-02 为 A 级事项，不符合，等级不高于合格。")
    set_rule()
    assert grade()[0] == "优秀"


def test_the_rule_of_the_day_of_the_visit_holds(visit, officer, set_rule):
    set_rule(valid_from=DAY + timedelta(days=1))
    assert scoring.score(on_site.recorded(visit, officer, "6-01")).grade == "优秀"


def test_a_bureaus_own_rule_goes_before_the_shared_one(visit, officer, set_rule):
    set_rule(valid_from=DAY)
    assert on_site.recorded(visit, officer, "6-01").grade == "良好"


def test_another_bureaus_rule_does_not_hold(visit, officer, other_bureau):
    ScoringRule.objects.create(bureau=other_bureau, valid_from=BEFORE, **RULE)
    assert on_site.recorded(visit, officer, "6-01").grade == "优秀"


def test_a_look_back_has_no_score(unit, head, officer, second_officer, visit):
    first = on_site.recorded(visit, officer, "6-01")
    again = on_site.approved(
        unit, head, officer, second_officer, kind="look_back", origin=first,
        checklist=first.checklist,
    )  # fmt: skip
    assert scoring.score(on_site.begin(again, officer)) is None


def problems(visit) -> str:
    return "\n".join(letters.fields_about_findings(visit, DAY)["problems"])


def test_the_letter_tells_the_grade_only_where_the_bureau_has_set_so(visit, officer, set_rule):
    visit = on_site.recorded(visit, officer, "6-01")
    assert "得分率" not in problems(visit)
    set_rule(valid_from=DAY, in_letter=True)
    assert "本次检查得分率为80.00%，等级为良好。" in problems(visit)


def test_the_visit_and_the_unit_show_the_grade_to_the_bureau(visit, officer, client, unit):
    visit = on_site.recorded(visit, officer, "6-05")
    client.force_login(officer)
    assert "为一票否决事项" in client.get(visit.get_absolute_url()).content.decode()
    page = client.get(unit.get_absolute_url()).content.decode()
    assert "不合格　80.00%" in page


def test_the_unit_does_not_see_the_grade(visit, officer, head, client, contact):
    visit = on_site.recorded(visit, officer, "6-05")
    on_site.issue(on_site.draft(visit, officer), officer, head)
    client.force_login(contact)
    page = client.get(reverse("inspections:portal-inspection", args=[visit.pk]))
    assert page.status_code == 200
    assert "不合格" not in page.content.decode()
