"""Every text field holds a script: a real browser goes through the pages and runs none of them.

`visit` adds that the browser refused nothing either: no script, no picture, no request.
"""

import shutil

import pytest

from tests.browser.crawl import Crawl
from tests.browser.site import serving

pytestmark = pytest.mark.full

PEOPLE = {
    "990101_clerk": 40, "990101_officer": 40, "990101_head": 30, "990101_reviewer": 15,
    "990100_superior": 5, "unit_contact": 6, "990101_admin": 1,
}  # fmt: skip
RAN = "window.ran === 1"
OPEN_ALL = "document.querySelectorAll('details').forEach(each => { each.open = true; })"
MARKUP = "document.querySelectorAll('[data-hostile], img[src=x], a[href^=javascript]').length"
WORDS = "document.documentElement.outerHTML.includes('data-hostile')"
LEAST_SHARE_WITH_WORDS = 0.6


@pytest.fixture(scope="module")
def site(demo_folder, tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile") / "demo"
    shutil.copytree(demo_folder, folder)
    with serving(folder, "tests.browser.hostile_wsgi") as running:
        yield running


class HostileCrawl(Crawl):
    """Looks for what ran, and for words that have become elements."""

    with_words = 0

    def _come_to(self, address, name):
        self.page.evaluate(OPEN_ALL)
        if self.page.evaluate(RAN) or self.page.evaluate(MARKUP):
            self.faults.append(f"{address}: words became markup")
        self.with_words += self.page.evaluate(WORDS)


def crawled(page, start="/"):
    crawl = HostileCrawl(page, set(), each=2)
    crawl.run(start)
    assert crawl.faults == []
    return crawl


@pytest.mark.parametrize("username", PEOPLE)
def test_no_words_run_on_the_pages_of_those_who_sign_in(sign_in, username):
    crawl = crawled(sign_in(username))
    assert len(crawl.found) >= PEOPLE[username]
    looked_at = sum(crawl.found.values())
    if len(crawl.found) > 10:
        assert crawl.with_words / looked_at >= LEAST_SHARE_WITH_WORDS


def test_no_words_run_on_the_pages_of_everybody(visit):
    assert crawled(visit("/publicity/public/"), "/publicity/public/").with_words > 0
