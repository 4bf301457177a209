"""Retakes the pictures of docs/pictures, then every page, from a fresh demo: `make screenshots`."""

import io
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import django
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.browser import every_page, walk_on_site
from tests.browser.browser import PHONE, collect_problems, launch, open_context, sign_in
from tests.browser.site import ROOT, Site, build_demo, running_site
from tests.browser.walk import Person

PICTURES = ROOT / "docs" / "pictures"
WIDE = {"width": 1440, "height": 900}
COLOURS = 128
LIMIT = 200_000  # bytes of one picture
PAPER_WIDTH = 900  # pixels of a page of a letter
UNIT = "示例街道一"


def start_visit(officer: Person) -> None:
    """The visit of today begins, and its first group is open to be answered."""
    officer.open("/inspections/?state=approved")
    officer.go(officer.page.locator("a.row-link").last)
    officer.act("开始检查")
    officer.send("开始检查")
    walk_on_site.take_steps(officer)
    officer.go(officer.page.locator(".parts li a").nth(1))
    officer.page.locator(".tri label.yes").first.click()
    officer.page.locator(".tri").first.scroll_into_view_if_needed()


def first_of(entry: str, words: str = "") -> Callable[[Person], None]:
    """Open the first record with these words from a list of the menu."""

    def find(person: Person) -> None:
        person.menu(entry)
        rows = person.page.locator(".tb tbody tr").filter(has_text=words)
        rows.first.get_by_role("link").first.click()

    return find


def open_letter(head: Person) -> None:
    head.open("/documents/?kind=feedback_letter&state=issued")
    head.page.locator(".tb tbody tr").filter(has_text=UNIT).get_by_role("link").click()


def open_discretion(officer: Person) -> None:
    first_of("案件")(officer)
    officer.page.get_by_role("link", name="裁量", exact=True).click()


def stay(person: Person) -> None:
    """The page behind the sign-in is the picture."""


class Picture(NamedTuple):
    """One picture: file name, whose page, how to get there, on what screen."""

    name: str
    username: str
    find: Callable[[Person], None] = stay
    viewport: dict = WIDE


PAGES = (
    Picture("workbench", "990101_officer"),
    Picture("workbench-phone", "990101_officer", viewport=PHONE),
    Picture("inspection", "990101_clerk", first_of("检查", UNIT)),
    Picture("findings", "990101_officer", lambda person: person.menu("整改")),
    Picture("letter", "990101_head", open_letter),
    Picture("case", "990101_officer", first_of("案件")),
    Picture("discretion", "990101_officer", open_discretion),
    Picture("annual-report", "120110_clerk", first_of("年度报告")),
    Picture("plan", "120110_clerk", first_of("年度计划")),
    Picture("unit-home", "unit_contact"),
    Picture("unit-home-phone", "unit_contact", viewport=PHONE),
    Picture("public-notices", "", lambda person: person.open("/publicity/public/")),
    Picture("on-site-phone", "990101_officer", start_visit, PHONE),
)


def save(name: str, picture: bytes) -> None:
    """Keep a picture with few colours, so that the repository stays small."""
    path = PICTURES / f"{name}.png"
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    size = path.stat().st_size
    if size > LIMIT:
        raise ValueError(f"{path.name}: {size} bytes, {LIMIT} allowed")
    sys.stdout.write(f"· {path.name} {size // 1000} kB\n")


def take(browser: Browser, site: Site, picture: Picture) -> None:
    """Open the page as that person and save what the screen shows."""
    context = open_context(browser, site.url, viewport=picture.viewport)
    page = context.new_page()
    person = Person(page, collect_problems(page))
    if picture.username:
        sign_in(page, picture.username, site.sign_ins()[picture.username])
    picture.find(person)
    page.wait_for_load_state("networkidle")
    save(picture.name, page.screenshot())
    context.close()


def take_paper(site: Site) -> None:
    """The first page of a letter as it is printed."""
    letter = max((site.folder / "letters").glob("*.pdf"), key=lambda path: path.stat().st_size)
    command = ["pdftoppm", "-png", "-singlefile", "-scale-to-x", str(PAPER_WIDTH)]
    done = subprocess.run(
        [*command, "-scale-to-y", "-1", str(letter)], capture_output=True, check=True
    )
    save("letter-printed", done.stdout)


def main() -> None:
    django.setup()  # the crawl tells pages by the names of their addresses
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        template = Path(scratch) / "template" / "demo"
        build_demo(template)
        browser = launch(playwright)
        with running_site(template, Path(scratch) / "demo") as site:
            take_paper(site)
            faults = every_page.take_all(browser, site)
            for picture in PAGES:
                take(browser, site, picture)
        browser.close()
    if faults:
        sys.exit("\n".join(faults))


if __name__ == "__main__":
    main()
