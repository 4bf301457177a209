"""The other half of the pages that who sees most of them reaches, for another worker to look at."""

from tests.browser.crawl import Crawl
from tests.browser.test_pages import FEWEST, MOST


def test_the_other_half_of_the_pages_is_whole(sign_in):
    crawl = Crawl(sign_in(MOST), set(), half=1)
    crawl.run()
    assert crawl.faults == []
    assert len(crawl.found) >= FEWEST[MOST]
