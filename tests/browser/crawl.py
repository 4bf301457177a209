"""Every page that links lead a person to, one of each address name, and what is wrong with them."""

from collections import Counter, deque
from urllib.parse import urljoin, urlsplit
from zlib import crc32

from django.urls import Resolver404, resolve
from lxml import html
from playwright.sync_api import Page

from tests.browser.browser import DESK, PHONE, TABLET, accessibility_faults

ENTRANCE = "/"
NO_PAGES = (
    "files:", "logout", "-pdf", "-export", "-word", "-package", "-template", "-import-file",
    "-import-faults", "jsi18n",
)  # fmt: skip
AS_FILE = "export=xlsx"
ADDRESSES = "links => links.map(link => link.href)"
WIDTH = "document.documentElement.scrollWidth"
GRAVE = ("(serious)", "(critical)")
# A part that renews itself needs the script for it, which not every layout loads.
STANDS_STILL = """() => typeof htmx === "undefined" &&
  document.querySelector("[hx-get], [hx-post], [hx-trigger]") !== null"""


def page_name(address: str) -> str:
    """The name of the view behind an address; empty for what is no page to look at."""
    try:
        name = resolve(urlsplit(address).path).view_name
    except Resolver404:
        return ""
    return "" if any(part in name for part in NO_PAGES) else name


class Crawl:
    """A walk along links that looks at `each` pages of every name, widest first.

    `known` holds the names that have been looked at already: of these, and of one name in two where
    `half` is set, only the links are read, unless several pages of a name are wanted. Contrast and
    the size of targets are asked of one name in three, always the same, where `each` is one: all
    pages are made of the same few components, and the full run asks every page.
    """

    def __init__(self, page: Page, known: set[str], *, each: int = 1, half: bool = False):
        self.page, self.known, self.each, self.half = page, known, each, half
        self.found: Counter[str] = Counter()
        self.faults: list[str] = []

    def run(self, start: str = ENTRANCE) -> None:
        waiting, queued = deque([start]), {start}
        while waiting:
            address = waiting.popleft()
            name = page_name(address) or start
            if self.found[name] >= self.each and address != start:
                continue
            self.found[name] += 1
            for link in self._inside(self._visit(address, name)):
                if link not in queued and self.found[page_name(link)] < self.each:
                    queued.add(link)
                    waiting.append(link)

    def _inside(self, links: list[str]) -> list[str]:
        """Those of this site, without what only narrows or turns a list."""
        here = urlsplit(self.page.url).netloc
        parts = [
            part
            for part in map(urlsplit, links)
            if part.netloc == here and page_name(part.path) and AS_FILE not in part.query
        ]
        return [f"{part.path}?{part.query}".rstrip("?") for part in parts]

    def _visit(self, address: str, name: str) -> list[str]:
        """Look at the page unless it need not be; returns where its links lead."""
        if self._is_only_read(name):
            return self._read(address)
        answer = self.page.goto(address)
        if answer.status != 200:
            self.faults.append(f"{address}: {answer.status}")
            return []
        links = self.page.locator("a[href]").evaluate_all(ADDRESSES)
        self._come_to(address, name)
        return links

    def _is_only_read(self, name: str) -> bool:
        left_out = self.half and crc32(name.encode()) % 2
        return bool(left_out) or (self.each == 1 and name in self.known)

    def _come_to(self, address: str, name: str) -> None:
        """The page stands open; of each name one is looked at."""
        if name not in self.known:
            self.known.add(name)
            self._look(address, name)

    def _read(self, address: str) -> list[str]:
        answer = self.page.request.get(address)
        content = html.document_fromstring(answer.text())
        return [urljoin(answer.url, link) for link in content.xpath("//a/@href")]

    def _look(self, address: str, name: str) -> None:
        drawn = self.each > 1 or crc32(name.encode()) % 3 == 0
        faults = accessibility_faults(self.page, drawn=drawn)
        self.faults += [f"{address}: {line}" for line in faults if grave(line)]
        if self.page.evaluate(STANDS_STILL):
            self.faults.append(f"{address}: a part would renew itself and cannot")
        for screen in (TABLET, PHONE) if drawn else (PHONE,):
            self.page.set_viewport_size(screen)
            if (width := self.page.evaluate(WIDTH)) > screen["width"]:
                self.faults.append(f"{address}: {width} wide on {screen['width']}")
        self.page.set_viewport_size(DESK)


def grave(fault: str) -> bool:
    return any(word in fault for word in GRAVE)
