"""代录: staff enter what a unit said on paper, each time with its scan; then it takes all away."""

import io
import zipfile
from pathlib import Path

from tests.browser import walk_assessing, walk_exemplary
from tests.browser.walk import Person
from tests.browser.walk_on_site import photo

MARK = "代录"


def ask(clerk: Person, problem: str, folder: Path) -> None:
    clerk.menu("整改")
    clerk.follow(problem)
    clerk.act("代录单位的提问")
    clerk.fill(text=walk_exemplary.QUESTION)
    assert "扫描件" in clerk.send_refused("提交代录")
    clerk.upload("files", photo(folder, "书面提问"))
    assert "已代录" in clerk.send("提交代录")
    assert MARK in clerk.reads() and "等答复" in clerk.reads()


def answer(clerk: Person, problem: str, folder: Path) -> None:
    """The same place before and after, as the unit's own page asks for it."""
    clerk.menu("整改")
    clerk.follow(problem)
    clerk.act("代录整改回复")
    clerk.tick("已经改好")
    clerk.fill(text=walk_exemplary.DONE)
    clerk.upload("before", photo(folder, "整改前"))
    clerk.upload("after", photo(folder, "整改后"))
    assert "扫描件" in clerk.send_refused("提交代录")
    clerk.tick("已经改好")
    clerk.upload("before", photo(folder, "整改前"))
    clerk.upload("after", photo(folder, "整改后"))
    clerk.upload("files", photo(folder, "书面回复"))
    assert "已代录" in clerk.send("提交代录")


def consent(clerk: Person, nomination: str, folder: Path) -> None:
    clerk.open(nomination)
    clerk.act("代录单位同意")
    clerk.tick("同意公开")
    assert "扫描件" in clerk.send_refused("提交代录")
    clerk.tick("同意公开")
    clerk.upload("files", photo(folder, "书面意见"))
    assert "已代录" in clerk.send("提交代录")


def appeal(clerk: Person, head: Person, result: str, folder: Path) -> None:
    """Its answer is due as if the unit had asked online."""
    clerk.open(result)
    clerk.act("代录复核申请")
    clerk.fill(text=walk_assessing.ASKED)
    assert "扫描件" in clerk.send_refused("代录复核申请")
    clerk.upload("files", photo(folder, "复核申请"))
    assert "已代录" in clerk.send("代录复核申请")
    head.open("/")
    assert "考核复核申请" in head.reads()


def take_away(unit: Person) -> list[str]:
    """全部材料 as one zip, from the unit's first page; returns what lies in it."""
    unit.open("/")
    assert unit.page.evaluate("document.documentElement.scrollWidth") <= 390
    with unit.page.expect_download() as started:
        unit.page.locator("#people").get_by_role("link", name="下载全部材料").first.click()
    file = started.value
    assert file.suggested_filename.endswith(".zip") and "全部材料" in file.suggested_filename
    content = Path(file.path()).read_bytes()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return archive.namelist()
