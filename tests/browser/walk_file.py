"""The walk of a record that has ended into its case file, and of the file to the archives."""

import subprocess
import sys
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.site import ROOT, Site, environment
from tests.browser.walk import Person

# No walk fails because the machine is slow.
SECONDS_TO_BIND, TRIES = 240, 4
AGAIN = "重新生成"


def compile_file(officer: Person, record: str, reason: str = "按线上记录办理") -> str:
    """立卷, a missing paper with a reason; waits for the volumes and returns the address."""
    officer.open(record)
    officer.act("案卷")
    address = officer.page.url
    officer.act("立卷")
    for field in officer.page.locator("main [name^=reason_]").all():
        field.fill(reason)
    assert "请先核对" in officer.send_refused("立卷")
    officer.tick("我已核对卷内文件")
    officer.send("立卷")
    wait_for_volumes(officer)
    return address


def wait_for_volumes(officer: Person) -> None:
    """The page asks by itself until both are made; what took too long is asked for once more."""
    again = officer.page.get_by_role("main").get_by_role("button", name=AGAIN)
    for _ in range(TRIES):
        asks = officer.page.locator("#case-file[hx-get]")
        expect(asks).to_have_count(0, timeout=SECONDS_TO_BIND * 1000)
        if again.count() == 0:
            break
        officer.send(AGAIN)
    assert officer.page.get_by_role("link", name="打开正卷").count() == 1


def archive(clerk: Person, address: str) -> None:
    """Another person looks through both volumes and archives the file."""
    clerk.open(address)
    clerk.act("归档")
    clerk.tick("我已逐页检查")
    clerk.send("归档")
    assert "已归档" in clerk.reads()


def verify(clerk: Person, address: str, site: Site, folder: Path) -> str:
    """Fetch the package that the page offers in the end; what the command says of it."""
    clerk.open(address)
    link = clerk.page.get_by_role("link", name="归档信息包")
    link.wait_for(timeout=SECONDS_TO_BIND * 1000)
    package = folder / "package.zip"
    answer = clerk.page.context.request.get(link.get_attribute("href"))
    package.write_bytes(answer.body())
    done = subprocess.run(
        [sys.executable, "manage.py", "verify_archive", str(package)],
        cwd=ROOT, env=environment(site.folder), capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout
