"""The walk of 信用修复: what is slight leaves the public pages as soon as the duty is performed."""

from playwright.sync_api import Page

from tests.browser import walk_verdict
from tests.browser.walk import Person

SLIGHT = "轻微"
DECISION = "信用中国信用修复决定（示例〔2026〕1号）"
ACT = "登记信用修复"


def publish(clerk: Person, head: Person, number: str) -> str:
    """Public as slight credit information; returns the address of the notice of the staff."""
    walk_verdict.publish(clerk, head, number, SLIGHT)
    clerk.page.go_back()
    return clerk.page.url


def wait_for_the_duty(clerk: Person, notice: str) -> None:
    """Not before the fine is paid."""
    clerk.open(notice)
    assert "还没有履行义务" in clerk.why_not(ACT)


def repair(clerk: Person, notice: str, public: Page) -> None:
    """Paid since: with the decision of who decides it, it ends today, for the reader too."""
    assert public.reload().status == 200
    clerk.open(notice)
    clerk.act(ACT)
    assert "信用修复的决定" in clerk.send_refused(ACT)
    clerk.fill(note=DECISION)
    clerk.send(ACT)
    assert DECISION.replace(" ", "") in clerk.reads()
    assert not clerk.may(ACT)
    assert public.reload().status == 404
