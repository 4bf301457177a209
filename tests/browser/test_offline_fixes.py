"""立行立改 without network: noted with its pair of photos, and noted by two officers at once."""

import pytest
from playwright.sync_api import expect

from tests.browser import browser
from tests.browser import walk_offline as walk
from tests.browser.walk_on_site import start

OFFICER = "990101_officer"
CODE = "2-02"
MINE, THEIRS = "当场更换两具灭火器。", "换了一具，另一具送检。"
FIXED = """SELECT fix.words, before.sha256, after.sha256 FROM inspections_spotfix AS fix
JOIN files_storedfile AS before ON before.id = before_id
JOIN files_storedfile AS after ON after.id = after_id
JOIN inspections_itemresult AS result ON result.id = result_id WHERE inspection_id = ?"""


@pytest.fixture
def planned(site) -> int:
    return walk.planned(site)


def test_it_is_sent_with_its_pair_and_both_versions_are_shown(
    person, site, planned, problems, tmp_path
):
    before, after = walk.photos(tmp_path)
    desk = person(OFFICER)
    start(desk, f"/inspections/{planned}/")
    page = person(OFFICER, browser.PHONE).page
    phone = page.context
    walk.prepare(page, planned)
    page.goto(f"/inspections/offline/?visit={planned}")
    walk.shown(page, "overview")
    area = walk.areas(page)[1]
    phone.set_offline(True)
    note_fix(page, area, before, after, walk.foreign_picture(tmp_path))

    desk.follow(area)
    card = desk.page.locator(f"#q{CODE}")
    card.locator("label.no").click()
    desk.send("保存，回目录")
    desk.follow(area)
    desk.follow("当场整改", desk.page.locator(f"#q{CODE}"))
    desk.fill(words=THEIRS)
    desk.upload("before", after)
    desk.upload("after", before)
    desk.send("已当场整改")

    phone.set_offline(False)
    conflicts = page.locator("[data-trouble-list] section")
    conflicts.filter(has_text="灭火器过期").get_by_role("button", name="用我的", exact=True).click()
    page.get_by_role("button", name="同步", exact=True).click()
    conflict = conflicts.filter(has_text="当场整改　")
    conflict.wait_for()
    versions = conflict.locator("[data-versions] > div").all_inner_texts()
    assert MINE in versions[0]
    assert THEIRS in versions[1] and "整改后照片" in versions[1] and "执法人员甲" in versions[1]
    assert walk.rows(site, FIXED, planned)[0][0] == THEIRS
    assert browser.accessibility_faults(page) == []

    conflict.get_by_role("button", name="用我的", exact=True).click()
    page.get_by_role("button", name="同步", exact=True).click()
    expect(page.locator("[data-text=said]")).to_have_text("都已同步。")
    ((words, _, kept),) = walk.rows(site, FIXED, planned)
    assert (words, kept) == (MINE, walk.digest(after.read_bytes()))
    for of_page in problems:
        of_page[:] = [text for text in of_page if "status of 409" not in text]


def note_fix(page, area, before, after, foreign) -> None:
    """It is offered once the item fails, and not counted before its pair is whole."""
    walk.part(page, area)
    card = walk.card(page, CODE)
    place = card.locator("[data-fix]")
    expect(place).to_be_hidden()
    card.locator("label.no").click()
    card.locator("textarea").first.fill("灭火器过期")
    place.get_by_label("当场整改").fill(MINE)
    expect(place).to_contain_text("请先给这一项拍整改前的照片；请拍整改后的照片")
    for refusing in (place, card.locator("[data-photos]")):
        refusing.locator("input[type=file]").set_input_files(foreign)
        expect(refusing.get_by_role("alert")).to_contain_text("是 HEIC 照片，没有保存")
    expect(card.locator("[data-shot], [data-after]")).to_have_count(0)
    place.locator("input[type=file]").set_input_files(after)
    card.locator("[data-photos] input[type=file]").set_input_files(before)
    expect(place).to_contain_text("已写全，联网后同步")
    assert browser.accessibility_faults(page) == []
    walk.back(page)
