"""What the bureau makes public, teaches and tracks, as its people do it."""

import pytest

from tests.browser import founding, walk_preparing, walk_publicity, walk_year

pytestmark = pytest.mark.full


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A bureau of its own that has done nothing yet."""
    with founding.running(tmp_path_factory.mktemp("founded")) as running:
        yield running


def test_lists_walk_to_the_public(person, visit):
    """J01, J02: written from the sample, approved, public, and read by anybody."""
    clerk, head = person("clerk"), person("head")
    walk_preparing.confirm_identity(head)
    for name in ("责任清单", "公共服务事项"):
        walk_publicity.publish_list(clerk, head, name)
    page = visit("/publicity/public/before/")
    assert {"责任清单", "公共服务事项"} <= set(page.get_by_role("main").inner_text().split())


def test_the_year_of_publicity_and_training_walks_to_its_end(person, tmp_path):
    """D16, D17, D21, D23: planned, approved, held, counted, summed up."""
    clerk, head, officer = person("clerk"), person("head"), person("officer")
    plan = walk_publicity.plan_the_year(clerk, head)
    walk_publicity.hold_what_was_planned(clerk, plan, tmp_path)
    walk_publicity.record_words(clerk)
    walk_publicity.train(clerk, officer)


def test_the_ledger_walks_from_a_task_to_a_lead(person, tmp_path):
    """D04: tracked with owner and day, urged, updated; a visit's hazard becomes a lead."""
    clerk, head = person("clerk"), person("head")
    walk_preparing.import_units(clerk, tmp_path)
    walk_publicity.keep_ledger(clerk, head)


def test_a_check_walks_to_the_platform(person, tmp_path):
    """D06: what was done at a unit is taken to the platform of supervision, and registered."""
    clerk, head, officer = person("clerk"), person("head"), person("officer")
    visit = walk_year.arrange(clerk, head)
    walk_year.hold(officer, visit, tmp_path)
    walk_publicity.report_to_platform(clerk, visit)
