"""A unit that does not simply obey: each act below is a click or an upload by the right person."""

from datetime import date

import pytest

from tests.browser import (
    founding,
    walk_disputing,
    walk_on_site,
    walk_papers,
    walk_preparing,
    walk_rectifying,
)
from tests.browser.browser import PHONE
from tests.browser.walk_on_site import ORAL, PROBLEMS, photo
from tests.browser.walk_preparing import UNIT

pytestmark = pytest.mark.full  # some two minutes


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A bureau of its own that has done nothing yet."""
    with founding.running(tmp_path_factory.mktemp("founded")) as running:
        yield running


def test_problems_are_argued_about_until_all_is_said(person, tmp_path):
    clerk, head, officer, phone = (
        person("clerk"), person("head"), person("officer"), person("officer", PHONE),
    )  # fmt: skip
    visit = told_of(clerk, head, officer, phone, tmp_path)
    walk_preparing.open_account(person("admin"), "street", "街道经办人", UNIT)
    person("admin").open("/admin/")
    walk_preparing.open_account(person("admin"), "street2", "街道档案员", UNIT)
    contact, other = person("street"), person("street2", PHONE)
    walk_papers.acknowledge(contact, f"〔{date.today().year}〕1号")
    walk_papers.deliver(clerk, f"反〔{date.today().year}〕1号", tmp_path)

    walk_disputing.answer_at_once(contact, other, officer, tmp_path)
    walk_disputing.return_and_accept(contact, officer, tmp_path)
    walk_disputing.ask_for_time(contact, officer)
    walk_disputing.object_in_vain(contact, officer)
    walk_disputing.object_on_paper(clerk, officer, tmp_path)

    second = walk_rectifying.arrange_look_back(clerk, head)
    walk_disputing.look_back(phone, officer, second)
    walk_disputing.talk(officer, head, contact)
    officer.open(visit)
    assert "不能办结" in officer.why_not("办结")


def told_of(clerk, head, officer, phone, folder) -> str:
    """A visit with three problems and an order at once, and its letter."""
    walk_preparing.confirm_identity(head)
    walk_preparing.import_units(clerk, folder)
    visit = walk_disputing.arrange(clerk, head)
    walk_on_site.start(phone, visit)
    walk_disputing.order_orally(phone)
    walk_on_site.record_checklist(phone, PROBLEMS, photo(folder, "现场"))
    walk_on_site.record_facts(phone, ORAL)
    walk_on_site.finish_signed(phone)
    walk_rectifying.send_letter(officer, head, visit)
    return visit
