"""The walk of a 公开清单: drafted, filled, approved by another, public, followed by the next."""

import io
from datetime import date
from pathlib import Path

from openpyxl import load_workbook

from publicity.list_kinds import KINDS
from tests.browser.walk import Person

REGISTER = KINDS["officers"].label
ALL = [kind.label for kind in KINDS.values()]
SOURCE = "区委编办批准的职责清单"


def publish_list(clerk: Person, head: Person, name: str) -> None:
    """Drafted from the sample or the register, its ground stated, approved, made public."""
    draft(clerk, name)
    if name == REGISTER:
        clerk.act("按登记更新")
        clerk.send("按登记更新")
    else:
        clerk.act("修改内容")
        clerk.fill(source=SOURCE)
        clerk.send("保存")
    go_public(clerk, head)


def draft(clerk: Person, name: str) -> None:
    clerk.menu("公开清单")
    clerk.follow("起草", clerk.row(name))
    clerk.send("生成草稿")


def go_public(clerk: Person, head: Person) -> None:
    """Whoever wrote it does not approve it."""
    row = clerk.page.url
    assert not clerk.may("批准公开")
    head.open(row)
    head.act("批准公开")
    head.send("批准公开")
    clerk.open(row)
    clerk.act("公布")
    clerk.send("公布")
    assert "已公布" in clerk.reads()


def note_change(clerk: Person, name: str) -> None:
    """What is public no longer holds: said of it, and asked for by the work list with a day."""
    clerk.menu("公开清单")
    clerk.follow("第1版", clerk.row(name))
    clerk.act("登记内容变化")
    clerk.fill(changed_on=date.today().isoformat(), what="")
    assert "变化的内容和依据" in clerk.send_refused("登记内容变化")
    clerk.fill(what="区委编办调整职责。")
    clerk.send("登记内容变化")
    assert "新版本请在" in clerk.reads()
    clerk.open("/")
    clerk.follow(f"起草新版本：{name}")
    clerk.send("生成草稿")


def renew(clerk: Person, head: Person, name: str, cell: str, folder: Path) -> None:
    """The next version, written in Excel: the export, with one cell altered, is brought in."""
    note_change(clerk, name)
    export = clerk.page.get_by_role("main").get_by_role("link", name="导出 Excel")
    content = clerk.page.context.request.get(export.get_attribute("href")).body()
    book = load_workbook(io.BytesIO(content))
    book.active.cell(row=2, column=2).value = cell
    path = folder / f"{name}.xlsx"
    book.save(path)
    clerk.act("从 Excel 导入")
    clerk.upload("file", path)
    clerk.fill(source=SOURCE)
    clerk.send("导入")
    assert cell in clerk.reads()
    go_public(clerk, head)


def read(reader: Person, name: str) -> str:
    """What anybody reads of it, from the first public page on; nothing kept is shown."""
    reader.open("/publicity/public/before/")
    reader.page.reload()
    reader.follow(name)
    reader.page.reload()
    return reader.reads()
