"""Headless Chromium, what goes wrong on its pages, and the accessibility rules they must keep."""

import os
import shutil

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Playwright

from tests import one_day

# Nothing but the site itself: no look-ups of the browser's own on a machine without a network.
OPTIONS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # In place of Playwright's own list, of which these matter here: the last one given holds.
    # Without RenderDocument a page takes the frame of the one before it: a quarter less work.
    "--disable-features=RenderDocument,PaintHolding,AvoidUnnecessaryBeforeUnloadCheckSync,"
    "HttpsUpgrades,MediaRouter,OptimizationHints,NetworkTimeServiceQuerying,PreconnectToSearch",
]
DESK = {"width": 1366, "height": 768}
TABLET = {"width": 768, "height": 1024}
PHONE = {"width": 390, "height": 844}
DRAWN = ("color-contrast", "target-size")
ACCESSIBILITY_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def launch(playwright: Playwright) -> Browser:
    """Start the machine's own Chromium (CHROMIUM names another program).

    The headless shell is Chromium without its windows: it needs two thirds of the time.
    """
    programs = map(shutil.which, ("chromium-headless-shell", "chromium"))
    program = os.environ.get("CHROMIUM") or next(filter(None, programs), None)
    if not program:
        raise FileNotFoundError("没有找到 Chromium（软件包 chromium-headless-shell）")
    # Chromium's sandbox cannot be set up by root.
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    return playwright.chromium.launch(executable_path=program, args=OPTIONS + sandbox)


def open_context(browser: Browser, base_url: str, **options) -> BrowserContext:
    """A new visitor: own cookies, Chinese, Shanghai time, a desk screen unless told otherwise."""
    settings = {"locale": "zh-CN", "timezone_id": "Asia/Shanghai", "viewport": DESK}
    context = browser.new_context(base_url=base_url, **(settings | options))
    if one_day.environment():
        context.add_init_script(one_day.page_script())
    return context


def sign_in(page: Page, username: str, password: str) -> None:
    """Go through the sign-in form and wait for the page behind it."""
    page.goto("/login/")
    page.fill("[name=username]", username)
    page.fill("[name=password]", password)
    page.click("form [type=submit]")
    page.wait_for_url(lambda url: "/login/" not in url)


def collect_problems(page: Page) -> list[str]:
    """A list that fills while the page lives: script errors, CSP violations, failed requests."""
    problems: list[str] = []

    def note(kind: str, text: str) -> None:
        problems.append(f"{kind}: {text} ({page.url})")

    def note_console(message) -> None:
        if message.type in {"error", "warning"}:
            note(f"console {message.type}", message.text)

    def note_request(request) -> None:
        # Leaving a page or starting a download ends requests without any fault of the site.
        if request.failure != "net::ERR_ABORTED":
            note("request", f"{request.url} {request.failure}")

    page.on("console", note_console)
    page.on("pageerror", lambda error: note("script", str(error)))
    page.on("requestfailed", note_request)
    return problems


def accessibility_faults(page: Page, *, drawn: bool = True) -> list[str]:
    """One line per broken rule and element of the page, once it is loaded whole.

    `drawn`: also those that look at what is drawn where, which take two thirds of the time.
    """
    options = {
        "rules": {rule: {"enabled": drawn} for rule in DRAWN},
        "resultTypes": ["violations"],
        "preload": False,  # axe would copy imported style sheets into the page, which is refused
        "runOnly": {"type": "tag", "values": ACCESSIBILITY_RULES},
    }
    page.wait_for_load_state()
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"{rule['id']} ({rule['impact']}): {' '.join(map(str, node['target']))}"
        for rule in found
        for node in rule["nodes"]
    ]
