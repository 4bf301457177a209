"""Every figure is the number of the records it names."""

from datetime import date

import pytest

from reports.queries.figures import figures, gaps
from reports.queries.indicators import COUNTS
from reports.queries.records import lines
from tests.documents.entering import enter
from tests.reports.random_years import random_year
from tests.reports.years import YearMaker


def values(bureau, year=2024) -> dict[str, int]:
    return {figure.key: figure.value for figure in figures(bureau, year)}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_figures_follow_a_random_year(maker, seed):
    wanted = random_year(maker, seed)

    assert values(maker.bureau) == {key: wanted[key] for key in COUNTS}


def test_every_figure_counts_distinct_records_that_exist(maker):
    random_year(maker, 4)

    for figure in figures(maker.bureau, 2024):
        assert len(set(figure.record_ids)) == figure.value, figure.key
        assert len(lines(figure.record_ids, maker.clerk)) == figure.value, figure.key


def test_a_year_without_records_is_all_zeros_and_names_the_gaps(bureau):
    found = figures(bureau, 2023)

    assert {figure.value for figure in found} == {0}
    assert gaps(found) == [
        "没有审定的年度检查计划。",
        "没有行政执法检查的记录。",
        "没有执法人员的有效证件记录。",
        "没有普法宣传的记录。",
        "没有列入年度工作台账的任务。",
    ]


def test_another_bureau_and_another_year_do_not_count(maker, bureau):
    random_year(maker, 5)
    YearMaker(bureau, 2023).check()

    assert values(bureau, 2024)["checks"] == 0
    assert values(maker.bureau, 2023)["checks"] == 0
    assert values(bureau, 2023)["checks"] == 1


@pytest.mark.parametrize(
    ("state", "counted"),
    [
        ("draft", 0),
        ("pending", 0),
        ("approved", 0),
        ("on_site", 0),
        ("recorded", 1),
        ("rectifying", 1),
        ("closed", 1),
        ("cancelled", 0),
    ],
)
def test_a_check_counts_once_it_is_recorded(maker, state, counted):
    maker.check(state=state)

    assert values(maker.bureau)["checks"] == counted


@pytest.mark.parametrize(("day", "counted"), [
    (date(2023, 12, 31), 0),
    (date(2024, 1, 1), 1),
    (date(2024, 12, 31), 1),
    (date(2025, 1, 1), 0),
])  # fmt: skip
def test_the_day_of_the_visit_decides_the_year(maker, day, counted):
    maker.check(inspected_on=day)

    assert values(maker.bureau)["checks"] == counted


def test_a_look_back_is_counted_apart_and_misses_no_letter(maker):
    origin = maker.check()
    maker.paper(origin)
    maker.look_back(origin)

    found = values(maker.bureau)
    assert (found["checks"], found["look_backs"], found["visits_total"]) == (1, 1, 2)
    assert found["checks_without_letter"] == 0
    assert found["letters"] == 1


def test_checks_without_letter_are_named(maker):
    silent = maker.check()
    maker.paper(maker.check())

    figure = next(row for row in figures(maker.bureau, 2024) if row.key == "checks_without_letter")
    assert figure.record_ids == [f"inspection:{silent.pk}"]
    assert gaps(figures(maker.bureau, 2024))[1] == "有 1 次检查没有印发反馈意见书。"


def test_an_unapproved_visit_is_no_check_and_is_not_hidden(maker):
    visit = maker.check("case", "unapproved")

    found = {figure.key: figure.record_ids for figure in figures(maker.bureau, 2024)}
    assert (found["checks"], found["visits_total"]) == ([], [])
    assert found["checks_unapproved"] == [f"inspection:{visit.pk}"]
    assert "有 1 次紧急检查没有获得补办批准，不计入检查次数。" in gaps(figures(maker.bureau, 2024))


def test_a_corrected_letter_counts_once(maker):
    check = maker.check()
    first = maker.paper(check)
    maker.paper(check, replaces=first)

    assert values(maker.bureau)["letters"] == 1


@pytest.mark.parametrize(
    ("kind", "figure"), [("feedback_letter", "letters"), ("penalty_decision", "penalties")]
)
def test_an_old_paper_entered_later_is_no_letter_of_a_check(maker, kind, figure):
    """The check it belongs to is not in these books: there would be more letters than checks."""
    check = maker.check()
    enter(maker.clerk, check.party, kind, number="旧档〔2024〕7号")
    found = values(maker.bureau)
    assert (found[figure], found["checks_without_letter"]) == (0, 1)
    maker.paper(check, kind)
    assert values(maker.bureau)[figure] == 1
