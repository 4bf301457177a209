"""Every page that can be reached by links, as each kind of person sees it.

`visit` adds that no page met a script error, a refused style or script, or a failed request.
"""

import pytest

from tests.browser.crawl import Crawl

MOST = "990101_clerk"  # whose pages the full run alone looks at all
FIRST = ("990101_officer", "unit_contact", MOST)
REST = (
    "990101_head",
    "990101_reviewer",
    "990101_chair",
    "990101_assistant",
    "990101_observer",
    "990100_superior",
    "firm_contact",
)
FEWEST = {MOST: 30, "990101_officer": 25, "unit_contact": 4}


@pytest.fixture(scope="module")
def known():
    """Names of pages whose accessibility and width have been looked at in this file."""
    return set()


@pytest.mark.parametrize("username", FIRST)
def test_every_page_within_reach_is_whole(sign_in, known, username):
    crawl = Crawl(sign_in(username), known, half=username == MOST)
    crawl.run()
    assert crawl.faults == []
    assert len(crawl.found) >= FEWEST[username]


@pytest.mark.full
@pytest.mark.parametrize("username", (*FIRST, *REST))
def test_every_state_of_a_record_is_whole(sign_in, username):
    crawl = Crawl(sign_in(username), set(), each=6)
    crawl.run()
    assert crawl.faults == []


def test_what_anyone_may_read_is_whole(visit, known):
    crawl = Crawl(visit("/publicity/public/"), known)
    crawl.run("/publicity/public/")
    assert crawl.faults == []
    assert {"publicity:public-detail", "verification:ask", "verification:file"} <= set(crawl.found)


@pytest.mark.full
def test_the_administrators_pages_are_whole(sign_in):
    crawl = Crawl(sign_in("990101_admin"), set())
    crawl.run()
    assert crawl.faults == []
