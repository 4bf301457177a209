"""The walk of a record that has ended into its case file, and of the file to the archives."""

from tests.browser.walk import Person

SECONDS_TO_BIND = 90


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
    officer.page.get_by_role("link", name="打开正卷").wait_for(timeout=SECONDS_TO_BIND * 1000)
    return address


def archive(clerk: Person, address: str) -> None:
    """Another person looks through both volumes and archives the file."""
    clerk.open(address)
    clerk.act("归档")
    clerk.tick("我已逐页检查")
    clerk.send("归档")
    assert "已归档" in clerk.reads()
