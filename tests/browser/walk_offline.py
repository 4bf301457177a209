"""A visit without network: prepared at the desk, recorded on a phone, sent later."""

import base64
import hashlib
import os
import signal
import sqlite3
from pathlib import Path

from PIL import Image
from playwright.sync_api import BrowserContext, Page

from tests.browser.site import Site

FIRST_FILE = """async () => {
  const opened = await new Promise((resolve) => {
    const asked = indexedDB.open("offline-visits");
    asked.onsuccess = () => resolve(asked.result);
  });
  const acts = await new Promise((resolve) => {
    const asked = opened.transaction("acts").objectStore("acts").getAll();
    asked.onsuccess = () => resolve(asked.result);
  });
  const file = acts.find((act) => act.kind === "conclude")?.file;
  return file ? btoa(String.fromCharCode(...new Uint8Array(await file.arrayBuffer()))) : "";
}"""

ANSWER = """(but) => {
  const open = [...document.querySelectorAll("[data-key]")].filter((card) => (
    card.querySelector("[data-text=code]").textContent !== but
    && !card.querySelector("[data-asked]").hidden && !card.querySelector(".tri :checked")));
  for (const card of open) card.querySelector("label.yes").click();
  return open.length;
}"""


PARTS = ("开始检查", "现场步骤", "现场情况和口头反馈", "结束检查")


def rows(site: Site, query: str, *values) -> list[tuple]:
    """What stands in the site's database."""
    with sqlite3.connect(f"file:{site.folder / 'db.sqlite3'}?mode=ro", uri=True) as connection:
        return connection.execute(query, values).fetchall()


def planned(site: Site) -> int:
    """The visit of the demo that is approved for today, begun or not; a later one waits too."""
    query = """SELECT id FROM inspections_inspection
    WHERE state IN ('approved', 'on_site') ORDER BY scheduled_on"""
    return rows(site, query)[0][0]


def stored(site: Site, sha256: str) -> bytes:
    return (site.folder / "media" / "sha256" / sha256[:2] / sha256[2:4] / sha256).read_bytes()


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def prepare(page: Page, visit: int) -> None:
    page.goto(f"/inspections/{visit}/")
    page.get_by_role("button", name="离线准备").click()
    page.get_by_role("link", name="打开离线检查").wait_for()


def open_page(context: BrowserContext, visit: int) -> Page:
    page = context.new_page()
    page.goto(f"/inspections/offline/?visit={visit}")
    shown(page, "overview")
    return page


def kill(page: Page) -> None:
    """The tab's process dies as it stands: no event reaches the page, nothing can be finished."""
    session = page.context.browser.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    with page.expect_event("crash"):
        for process in processes:
            if process["type"] == "renderer":
                os.kill(process["id"], signal.SIGKILL)
    page.close()


def shown(page: Page, name: str):
    place = page.locator(f'[data-page="{name}"]')
    place.wait_for()
    return place


def part(page: Page, label: str) -> None:
    page.locator(".parts a").filter(has_text=label).click()
    # The address changes first, the part is drawn a moment later.
    page.locator('[data-page="overview"]').wait_for(state="hidden")


def back(page: Page) -> None:
    page.locator(".move a:visible").click()
    shown(page, "overview")


def begin(page: Page) -> None:
    part(page, "开始检查")
    page.get_by_role("button", name="开始检查").click()
    shown(page, "overview")
    take_steps(page, "告知", "亮证")


def take_steps(page: Page, *labels: str) -> None:
    """A tap for each; what is recorded comes after 告知 and 亮证."""
    part(page, "现场步骤")
    for label in labels:
        page.get_by_role("button", name=f"记录{label}", exact=True).click()
        page.get_by_label(f"{label}的时间").wait_for()
    back(page)


def areas(page: Page) -> list[str]:
    labels = page.locator(".parts a > span:first-child").all_inner_texts()
    return [text for text in labels if text not in PARTS]


def answer_area(page: Page, area: str, *, but: str = "") -> None:
    """Everything asked in one area conforms, but the item with the code `but`, left alone."""
    part(page, area)
    shown(page, "part")
    while page.evaluate(ANSWER, but):
        pass  # an answer may bring up what depends on it
    back(page)


def card(page: Page, code: str):
    return page.locator("[data-key]").filter(has=page.get_by_text(code, exact=True)).first


def tell_facts(page: Page) -> None:
    part(page, "现场情况和口头反馈")
    form = shown(page, "facts")
    form.get_by_label("查阅资料").check()
    person = form.locator("[data-person]").first
    person.get_by_label("姓名").fill("周某")
    person.get_by_label("职务").fill("副主任")
    person.get_by_label("身份").select_option("deputy")
    form.get_by_label("当场口头反馈给谁").fill("分管负责人")
    form.get_by_label("口头反馈内容").fill("灭火器过期，请立即更换。")
    back(page)


def draw(page: Page, box) -> None:
    """A hand's movement over the box."""
    box.scroll_into_view_if_needed()
    place = box.bounding_box()
    page.mouse.move(place["x"] + 30, place["y"] + 40)
    page.mouse.down()
    for right, down in ((60, 90), (110, 30), (160, 100), (230, 50)):
        page.mouse.move(place["x"] + right, place["y"] + down, steps=4)
    page.mouse.up()


def sign(page: Page) -> bytes:
    """The unit's head and one officer; returns the picture that the device kept of the first."""
    part(page, "结束检查")
    form = shown(page, "end")
    form.get_by_label("签字人").fill("分管负责人")
    draw(page, form.locator("canvas.sign").first)
    draw(page, form.locator("[data-officers] canvas").first)
    page.wait_for_timeout(500)
    picture = page.evaluate(FIRST_FILE)
    form.get_by_label("内容已向单位负责人宣读").check()
    form.get_by_role("button", name="结束检查并加锁").click()
    shown(page, "overview")
    return base64.b64decode(picture)


def photos(folder: Path) -> list[Path]:
    """Two pictures whose bytes no program would write anew: the camera's own notes follow them."""
    made = []
    for name, colour in (("东墙", "#8a5a2b"), ("柜架", "#2b5a8a")):
        path = folder / f"{name}.jpg"
        Image.new("RGB", (1280, 960), colour).save(path)
        path.write_bytes(path.read_bytes() + f"camera notes {name}".encode() * 999)
        made.append(path)
    return made


def foreign_picture(folder: Path) -> Path:
    """A photo as some phones take it, which the system does not receive."""
    made = folder / "IMG_0001.HEIC"
    made.write_bytes(b"\0\0\0\x18ftypheic" * 99)
    return made
