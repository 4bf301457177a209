"""How a person at the screen goes through pages: follows links, fills forms, sends them."""

import re
from datetime import date
from pathlib import Path

from playwright.sync_api import Locator, Page

OUT_OF_REACH = """() => [...document.querySelectorAll(
  "main .b, main button, main select, main textarea, main .pick label, main input[type=file]"
)].filter((thing) => {
  const { width, height, right } = thing.getBoundingClientRect();
  return width && (height < 44 || right > innerWidth);
}).map((thing) => thing.textContent.trim() || thing.name)"""
REFUSED = "status of 422"  # what the console says of a form that came back


class Person:
    """Somebody signed in, with one page open; `problems` is what the page has met so far.

    `today` is the day written into forms: an earlier one is entered late (补录), where a term that
    the law gives has to pass between two acts.
    """

    def __init__(self, page: Page, problems: list[str]):
        self.page, self.problems = page, problems
        self.today = date.today()
        # A form left half filled asks before it is left; a person says yes.
        page.on("dialog", lambda dialog: dialog.accept())

    # Going somewhere

    def open(self, path: str) -> None:
        self.page.goto(path)

    def menu(self, entry: str) -> None:
        """One entry of the menu at the side."""
        self.go(self.page.get_by_label("主导航").get_by_role("link", name=entry, exact=True))

    def follow(self, name: str, within: Locator | None = None) -> None:
        """The first link whose words contain `name`."""
        self.go((within or self.page.get_by_role("main")).get_by_role("link", name=name).first)

    def act(self, name: str) -> None:
        """A thing that may be done with the record shown; exactly so named."""
        acts = self.page.locator(".acts li.open, .phead .end")
        self.go(acts.get_by_role("link", name=name, exact=True))

    def row(self, words: str) -> Locator:
        """The first line of a table or list with these words, to follow a link of it."""
        return self.page.get_by_role("main").locator("tr, li").filter(has_text=words).first

    def go(self, link: Locator) -> None:
        """Press what leads to another page, and wait until that is there."""
        with self.page.expect_navigation():
            link.click()

    def may(self, name: str) -> bool:
        """Whether an act is offered and open."""
        acts = self.page.locator(".acts li.open, .phead .end")
        return acts.get_by_role("link", name=name, exact=True).count() == 1

    def why_not(self, name: str) -> str:
        """The reason beside a greyed act."""
        closed = self.page.locator(".acts li.closed")
        return closed.filter(has=self.page.get_by_role("button", name=name)).inner_text()

    # Filling a form

    def fill(self, **values) -> None:
        """Type into the fields of these names."""
        for name, value in values.items():
            self.page.locator(f"main [name={name}]:not([type=hidden])").fill(str(value))

    def tick(self, *labels: str) -> None:
        """Tick a box or choose a radio button by its words."""
        for label in labels:
            self.page.locator("main label").filter(has_text=label).first.click()

    def choose(self, name: str, label: str) -> None:
        """An option of a list by its words."""
        self.page.locator(f"select[name={name}]").select_option(label=label)

    def upload(self, name: str, path: Path | list[Path]) -> None:
        self.page.locator(f"input[name={name}]").set_input_files(path)

    def submit_filter(self) -> None:
        self._press("查找")

    def send(self, button: str) -> str:
        """Press the button that sends the form; returns what the next page says about it."""
        self._press(button)
        refusal = self.page.locator("#errors")
        assert refusal.count() == 0, refusal.inner_text()
        return self.said()

    def send_refused(self, button: str) -> str:
        """Press the button of a form that must come back; returns the reasons at its head."""
        self._press(button)
        self.problems[:] = [text for text in self.problems if REFUSED not in text]
        return self.page.locator("#errors").inner_text()

    def _press(self, button: str) -> None:
        day = self.page.locator("main input[name=on]:not([type=hidden])")
        if self.today < date.today() and day.count():
            day.fill(self.today.isoformat())
        with self.page.expect_navigation():
            self.page.get_by_role("main").get_by_role("button", name=button).click()

    # Reading

    def said(self) -> str:
        """What the system answers to the last act."""
        return "\n".join(self.page.locator(".said p").all_inner_texts())

    def reads(self) -> str:
        """The words of the page, spaces left out."""
        return re.sub(r"\s+", "", self.page.get_by_role("main").inner_text())

    def out_of_reach(self) -> list[str]:
        """What a finger misses on this screen: lower than 44 px, or beyond the edge at the side."""
        return self.page.evaluate(OUT_OF_REACH)

    def status_of(self, path: str) -> int:
        """What an address typed by hand answers; the person then comes back to where he was."""
        here, status = self.page.url, self.page.goto(path).status
        self.page.goto(here)
        self.problems[:] = [text for text in self.problems if f"status of {status}" not in text]
        return status
