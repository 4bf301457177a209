"""What the bureau makes public, teaches and tracks, as its people do it."""

import pytest

from tests.browser import (
    browser,
    founding,
    walk_lists,
    walk_officer_code,
    walk_preparing,
    walk_publicity,
    walk_training,
    walk_year,
)
from tests.browser.walk import Person

pytestmark = pytest.mark.full


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A bureau of its own that has done nothing yet."""
    with founding.running(tmp_path_factory.mktemp("founded")) as running:
        yield running


def test_lists_walk_to_the_public(person, visit, problems, tmp_path):
    """J01, J02, D08: each written from the sample or the register, approved, read by anybody."""
    clerk, head = person("clerk"), person("head")
    walk_preparing.confirm_identity(head)
    for name in walk_lists.ALL:
        walk_lists.publish_list(clerk, head, name)
    reader = Person(visit("/publicity/public/", viewport=browser.PHONE), problems[-1])
    for name in walk_lists.ALL:
        words = walk_lists.read(reader, name)
        source = "执法证件登记" if name == walk_lists.REGISTER else walk_lists.SOURCE
        assert source in words
    assert "示例-新区-03" in walk_lists.read(reader, walk_lists.REGISTER)

    for name in ("责任清单", "多检合一清单"):
        walk_lists.renew(clerk, head, name, f"新的{name}", tmp_path)
        assert f"新的{name}" in walk_lists.read(reader, name)
        reader.follow("第1版")
        reader.page.reload()
        words = reader.reads()
        assert "由第2版代替" in words
        assert f"新的{name}" not in words


def test_the_year_of_publicity_and_training_walks_to_its_end(person, tmp_path):
    """D16, D17, D21, D23: planned, approved, held, counted, summed up."""
    clerk, head, officer = person("clerk"), person("head"), person("officer")
    plan = walk_publicity.plan_the_year(clerk, head)
    walk_publicity.hold_what_was_planned(clerk, plan, tmp_path)
    walk_publicity.hold_the_rest(clerk)
    walk_publicity.record_words(clerk, tmp_path)
    walk_training.train(clerk, officer)


def test_the_ledger_walks_from_a_task_to_a_lead(person, tmp_path):
    """D04: tracked with owner and day, urged, updated; a visit's hazard becomes a lead."""
    clerk, head = person("clerk"), person("head")
    walk_preparing.import_units(clerk, tmp_path)
    walk_publicity.keep_ledger(clerk, head)


def test_a_check_walks_to_the_platform(person, tmp_path):
    """D06: what was done is taken to the platform in the bureau's own days, and registered.

    What the unit was told is then taught to its people, who are counted at the problem (J04).
    """
    clerk, head, officer = person("clerk"), person("head"), person("officer")
    walk_publicity.set_days_of_platform(person("admin"), 5)
    visit = walk_year.arrange(clerk, head)
    walk_year.record(officer, visit, tmp_path)
    walk_publicity.report_to_platform(clerk, head, visit, 5)
    walk_year.tell(clerk, officer, head, visit)
    walk_training.teach_units(clerk, walk_year.PROBLEM)


def test_a_unit_verifies_the_officer_at_its_door(person, visit):
    """事中公示: licence and task to anybody who scans; to another unit that he has none there."""
    clerk, head, admin = map(person, ("clerk", "head", "admin"))
    unit, other = walk_preparing.UNIT, walk_preparing.OTHER_UNIT
    walk_preparing.open_account(admin, "street", "街道经办人", unit)
    walk_preparing.open_account(admin, "school", "学校经办人", other)
    place = walk_officer_code.arrange_today(clerk, head, unit)
    link = walk_officer_code.show(person("officer", browser.PHONE), place)
    words = walk_officer_code.scan(visit("/", viewport=browser.PHONE), link)
    for wanted in (walk_officer_code.ON_TASK, "示例-新区-03", "执法人员寅", unit):
        assert wanted in words
    assert walk_officer_code.ON_TASK in walk_officer_code.scan(person("street").page, link)
    assert walk_officer_code.FOR_ANOTHER in walk_officer_code.scan(person("school").page, link)
    assert "不是有效的执法码" in walk_officer_code.scan(visit("/"), f"{link[:-3]}x/")
