"""What was published by mistake is withdrawn by who publishes it, and read as withdrawn by all."""

import pytest

from tests.browser import founding, walk_lists, walk_preparing, walk_withdrawing

pytestmark = pytest.mark.full
DUTIES = "责任清单"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A bureau of its own that has done nothing yet."""
    with founding.running(tmp_path_factory.mktemp("founded")) as running:
        yield running


def test_what_was_published_by_mistake_is_withdrawn(person, visit, problems, tmp_path):
    """D06, J01: plan, checklist, benchmark, draw and public list."""
    clerk, head, reviewer = map(person, ("clerk", "head", "reviewer"))
    walk_preparing.confirm_identity(head)
    walk_preparing.import_units(clerk, tmp_path)
    walk_withdrawing.plan(clerk, reviewer, head, visit)
    walk_withdrawing.checklist(clerk, visit)
    walk_withdrawing.benchmark(reviewer, head, visit)
    walk_withdrawing.draw(clerk, head, visit)

    walk_lists.publish_list(clerk, head, DUTIES)
    clerk.follow("看公开页面")
    page = visit(clerk.page.url)
    clerk.page.go_back()
    clerk.act("撤下")
    clerk.fill(reason=walk_withdrawing.REASON)
    clerk.send("撤下")
    assert page.reload().status == 410
    words = page.get_by_role("main").inner_text()
    assert walk_withdrawing.REASON in words and walk_lists.SOURCE not in words
    listed = visit("/publicity/public/before/").get_by_role("main")
    assert listed.get_by_role("link", name=DUTIES).count() == 0
    for of_page in problems:
        of_page[:] = [text for text in of_page if "status of 410" not in text]
