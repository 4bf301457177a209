"""One whole penalty as its people do it: every act below is a click, a key or an upload.

Only the bureau's people and the reference data exist when it begins (`founding`).
"""

import pytest

from tests.browser import browser, founding, walk_case, walk_papers, walk_preparing, walk_verdict
from tests.browser.browser import DESK
from tests.browser.site import running_site
from tests.browser.walk import Person
from tests.browser.walk_preparing import PASSWORD


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A bureau of its own that has done nothing yet."""
    template = tmp_path_factory.mktemp("founded") / "demo"
    founding.build(template)
    with running_site(template, tmp_path_factory.mktemp("site") / "demo") as running:
        yield running


@pytest.fixture
def person(visit, site, problems):
    """Someone signed in by user name; asked again, the same page goes on."""
    passwords, known = site.sign_ins(), {}

    def find(username, viewport=DESK):
        if (username, viewport["width"]) not in known:
            page = visit("/login/", viewport=viewport)
            browser.sign_in(page, username, passwords.get(username, PASSWORD))
            known[username, viewport["width"]] = Person(page, problems[-1])
        return known[username, viewport["width"]]

    return find


def test_a_case_walks_from_its_lead_to_the_public_page(visit, person, tmp_path):
    clerk, head, officer = person("clerk"), person("head"), person("officer")
    walk_preparing.confirm_identity(head)
    walk_case.register_firm(clerk)
    walk_preparing.open_account(person("admin"), "firm", "公司经办人", walk_case.FIRM)
    lead = walk_case.register_lead(clerk, tmp_path)
    case = walk_case.propose(officer, lead)
    walk_case.approve(head)
    walk_case.investigate(officer, case, tmp_path)
    walk_case.weigh(officer)
    number = walk_verdict.notify(officer, head, case)
    firm = person("firm")
    walk_papers.acknowledge(firm, number)
    walk_verdict.be_heard(firm)
    walk_verdict.waive(firm)
    walk_verdict.answer(officer, case)
    walk_verdict.review(officer, person("reviewer"))
    number = walk_verdict.decide(officer, head, case)
    walk_papers.acknowledge(firm, number)
    walk_verdict.pay_and_close(officer, case)
    public = walk_verdict.publish(clerk, head, number)
