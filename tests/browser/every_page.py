"""A picture of every page within reach, at three widths: `make screenshots` fills var/screenshots.

Each page is taken once, as the first person of `PEOPLE` whom links lead there. `index.html` shows
them beside each other, to be looked at page by page.
"""

import html
import shutil
import sys

from playwright.sync_api import Browser

from tests.browser.browser import DESK, collect_problems, open_context, sign_in
from tests.browser.crawl import WIDTH, Crawl
from tests.browser.site import ROOT, Site

FOLDER = ROOT / "var" / "screenshots"
PUBLIC = "/publicity/public/"
PEOPLE = (
    "",
    "990101_clerk",
    "990101_officer",
    "990101_head",
    "990101_reviewer",
    "990101_chair",
    "990101_assistant",
    "990101_observer",
    "990100_superior",
    "unit_contact",
    "firm_contact",
    "990101_admin",
)
WIDTHS = (1440, 768, 390)
HEIGHT = 900


class Album(Crawl):
    """A walk along links that keeps a picture of each page nobody before has come to."""

    def _look(self, address: str, name: str) -> None:
        for width in WIDTHS:
            self.page.set_viewport_size({"width": width, "height": HEIGHT})
            if (wide := self.page.evaluate(WIDTH)) > width:
                self.faults.append(f"{address}: {wide} wide on {width}")
            self.page.screenshot(path=FOLDER / picture_name(name, width), full_page=True)
        self.page.set_viewport_size(DESK)


def picture_name(page_name: str, width: int) -> str:
    return f"{page_name.strip('/').replace(':', '.').replace('/', '-') or 'home'}-{width}.png"


def take_all(browser: Browser, site: Site) -> list[str]:
    """Fill the folder; return what is wrong with the pages."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    known: dict[str, set[str]] = {}
    faults, seen = [], set()
    for username in PEOPLE:
        before = set(seen)
        faults += _take_as(browser, site, username, seen)
        known[username] = seen - before
        sys.stdout.write(f"· {username or '公众'}：{len(known[username])} 页\n")
    write_index(known)
    return faults


def _take_as(browser: Browser, site: Site, username: str, seen: set[str]) -> list[str]:
    context = open_context(browser, site.url)
    page = context.new_page()
    problems = collect_problems(page)
    if username:
        sign_in(page, username, site.sign_ins()[username])
    album = Album(page, seen)
    album.run(*([] if username else [PUBLIC]))
    context.close()
    return album.faults + problems


def write_index(known: dict[str, set[str]]) -> None:
    """One page with all pictures, by the person who saw them."""
    parts = ["<!doctype html><meta charset=utf-8><title>全部页面</title>"]
    for username, names in known.items():
        parts.append(f"<h1>{username or '公众'}</h1>")
        for name in sorted(names):
            pictures = (
                f'<img src="{picture_name(name, width)}" width="{width // 3}">' for width in WIDTHS
            )
            parts.append(f"<h2>{html.escape(name)}</h2>{''.join(pictures)}")
    (FOLDER / "index.html").write_text("\n".join(parts), encoding="utf-8")
