"""The figures of a table are counts of records, of the bureau's own part alone."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archives_enforcement.documents.composing import wording_on
from archives_enforcement.documents.models import Document
from inspections.models import Finding, Inspection, Interview, Lead
from inspections.queries.campaign_figures import COUNTS, figures_of, sources_of
from tests import factories
from tests.inspections import campaigning, rectifying
from tests.inspections.campaigning import ON


@pytest.fixture
def visit(campaign, taken, officer, second_officer):
    """A visit of the campaign with a problem of each degree, one of them put right."""
    visit = rectifying.make_visit(
        taken.unit, officer, second_officer, kind="special", campaign=campaign, letter=None,
        grade="良好",
    )  # fmt: skip
    for place, level in enumerate("ABB", start=1):
        Finding.objects.create(
            inspection=visit, position=place, text="问题", requirement="整改", basis="依据",
            severity=level, state="accepted" if place == 1 else "open",
        )  # fmt: skip
    return visit


def values(part) -> dict[str, int]:
    found = figures_of(part)
    assert all(row.value == len(row.record_ids) for row in found)
    return {row.key: row.value for row in found}


def test_without_visits_everything_is_nought_but_the_units(part, taken):
    assert {key for key, value in values(part).items() if value} == {"units_taken"}


def test_visits_problems_and_grades_are_counted(part, visit):
    found = values(part)
    assert {key: value for key, value in found.items() if value} == {
        "units_taken": 1, "units_checked": 1, "checks": 1, "findings": 3, "findings_a": 1,
        "findings_b": 2, "rectified": 1, "grade_2": 1,
    }  # fmt: skip


def test_orders_interviews_and_cases_are_counted(part, visit, officer, bureau):
    paper = {
        "subject": visit, "kind": "correction_order", "bureau": bureau, "party": visit.party,
        "drafted_by": officer, "drafted_on": ON, "content": {}, "title": "责令限期整改通知书",
        "wording": wording_on("correction_order", ON),
    }  # fmt: skip
    Document.objects.create(state="draft", **paper)
    Document.objects.create(
        state="issued", year=2026, serial=1, number="示改〔2026〕1号", issued_by=officer,
        issued_on=ON, verification_code="ORDER1", **paper,
    )  # fmt: skip
    talk = {
        "bureau": bureau, "unit": visit.unit, "inspection": visit, "kind": "work", "reason": "整改",
        "scheduled_on": ON, "scheduled_at": "09:00", "place": "会议室", "drafted_by": officer,
    }  # fmt: skip
    Interview.objects.create(state="notified", **talk)
    Interview.objects.create(state="held", held_on=ON, **talk)
    lead = {
        "bureau": bureau, "party": visit.party, "text": "线索", "registered_by": officer,
        "received_on": ON, "source": "inspection", "state": "case_filed",
    }  # fmt: skip
    Lead.objects.create(**lead)
    Lead.objects.create(**lead | {"state": "open"})
    Lead.objects.create(**lead | {"source": "tip"})
    Lead.objects.create(**lead | {"received_on": visit.inspected_on - timedelta(days=1)})
    found = values(part)
    assert (found["orders"], found["interviews"], found["cases"]) == (1, 1, 1)


@pytest.mark.parametrize("change", ["no campaign", "cancelled", "on site", "other bureau"])
def test_what_is_not_of_this_part_does_not_count(part, visit, change, neighbour):
    rows = Inspection.objects.filter(pk=visit.pk)
    if change == "no campaign":
        rows.update(campaign=None)
    elif change == "other bureau":
        rows.update(bureau=neighbour)
    else:
        rows.update(state={"cancelled": "cancelled", "on site": "on_site"}[change])
    assert {key for key, value in values(part).items() if value} == {"units_taken"}


def test_every_figure_leads_to_its_records(part, visit, officer):
    for figure in figures_of(part):
        assert len(sources_of(figure.record_ids, officer)) == figure.value


def test_a_problem_is_told_with_its_unit(part, visit, officer):
    (found,) = [figure for figure in figures_of(part) if figure.key == "findings"]
    labels = [source.label for source in sources_of(found.record_ids, officer)]
    assert labels and all(label.startswith(f"{visit.unit}　") for label in labels)


def test_records_of_others_are_not_shown(part, visit, planner):
    ids = [name for row in figures_of(part) for name in row.record_ids]
    assert sources_of(ids, planner) == []


def test_a_frozen_table_stays_as_it_was(part, visit, clerk, head, clock):
    clock.move_to(campaigning.REPORTS_FROM)
    sent = campaigning.sent(part, clerk, head)
    Finding.objects.filter(inspection=visit).update(state="accepted")
    frozen = {row["key"]: row["value"] for row in sent.tables.get().figures}
    assert (frozen["rectified"], values(part)["rectified"]) == (1, 3)
    assert set(frozen) == set(COUNTS)
    assert "1 次检查还没有办结" in sent.tables.get().remark


def test_the_cost_does_not_grow_with_visits(part, visit, officer, bureau, campaign):
    with CaptureQueriesContext(connection) as one:
        figures_of(part)
    for name in "二三四":
        other = factories.make_unit(bureau, f"示例街道{name}")
        rectifying.make_visit(other, officer, kind="special", campaign=campaign, letter=None)
    with CaptureQueriesContext(connection) as four:
        figures_of(part)
    assert len(four) == len(one)
