"""What keeps work without network safe: two devices, plain http, sign-out, another person."""

import pytest
from playwright.sync_api import expect

from tests.browser import browser
from tests.browser import walk_offline as walk
from tests.browser.walk_on_site import start

OFFICER = "990101_officer"
CODE = "2-02"
CONFLICT = "status of 409"
MINE, THEIRS = "两具灭火器过期。", "灭火器均在有效期。"


@pytest.fixture
def planned(site) -> int:
    return walk.planned(site)


def recorded(site, visit):
    query = """SELECT result, facts FROM inspections_itemresult
    JOIN inspections_checklistitem AS item ON item.id = item_id
    WHERE inspection_id = ? AND code = ?"""
    return walk.rows(site, query, visit, CODE)


def answer(page, area, label, facts):
    walk.part(page, area)
    card = walk.card(page, CODE)
    card.locator(f"label.{label}").click()
    card.get_by_label("事实记录").fill(facts)
    walk.back(page)


def test_both_versions_are_shown_and_the_officer_chooses(person, site, planned, problems):
    desk = person(OFFICER)
    start(desk, f"/inspections/{planned}/")
    page = person(OFFICER, browser.PHONE).page
    phone = page.context
    walk.prepare(page, planned)
    page.goto(f"/inspections/offline/?visit={planned}")
    walk.shown(page, "overview")
    phone.set_offline(True)
    area = walk.areas(page)[1]
    answer(page, area, "no", MINE)

    desk.follow(area)
    card = desk.page.locator(f"#q{CODE}")
    card.locator("label.yes").click()
    card.locator("textarea").fill(THEIRS)
    desk.send("保存，回目录")

    phone.set_offline(False)
    conflict = page.locator("[data-trouble-list] section")
    conflict.wait_for()
    versions = conflict.locator("[data-versions] > div").all_inner_texts()
    assert MINE in versions[0] and "不符合" in versions[0]
    assert THEIRS in versions[1] and "执法人员甲" in versions[1]
    assert recorded(site, planned) == [("conforms", THEIRS)]
    assert browser.accessibility_faults(page) == []

    conflict.get_by_role("button", name="两段文字都写入").click()
    expect(conflict).to_have_count(0)
    page.get_by_role("button", name="同步", exact=True).click()
    expect(page.locator("[data-text=said]")).to_have_text("都已同步。")
    ((result, facts),) = recorded(site, planned)
    assert result == "fails" and MINE in facts and THEIRS in facts
    for of_page in problems:
        of_page[:] = [text for text in of_page if CONFLICT not in text]


def review(page):
    """Takes the step 阅核; the page offers it only while it is not taken."""
    walk.part(page, "现场步骤")
    expect(page.get_by_label("阅核的时间")).to_be_hidden()
    page.get_by_role("button", name="记录阅核", exact=True).click()
    expect(page.get_by_label("阅核的时间")).to_be_visible()
    walk.back(page)


def test_what_is_changed_after_the_reading_is_read_again_and_the_reading_is_kept(
    person, site, planned
):
    if walk.rows(site, "SELECT state FROM inspections_inspection WHERE id = ?", planned) == [
        ("approved",)
    ]:
        start(person(OFFICER), f"/inspections/{planned}/")
    page = person(OFFICER, browser.PHONE).page
    walk.prepare(page, planned)
    page.goto(f"/inspections/offline/?visit={planned}")
    walk.shown(page, "overview")
    page.context.set_offline(True)
    area = walk.areas(page)[1]
    answer(page, area, "no", MINE)
    walk.tell_facts(page)
    review(page)
    answer(page, area, "yes", THEIRS)
    review(page)
    walk.part(page, "现场情况和口头反馈")
    page.get_by_label("离开时间").fill("23:59")  # is known only after the reading
    walk.back(page)
    walk.part(page, "现场步骤")
    read_at = page.get_by_label("阅核的时间").input_value()
    walk.back(page)

    page.context.set_offline(False)
    expect(page.locator("[data-text=said]")).to_have_text("都已同步。")
    query = "SELECT substr(at, 1, 5) FROM inspections_sitestep WHERE inspection_id = ? AND kind = ?"
    assert walk.rows(site, query, planned, "review") == [(read_at,)]
    undone = "SELECT count(*) FROM audit_auditentry WHERE action = 'review_again'"
    assert walk.rows(site, undone) == [(0,)]


def test_on_plain_http_the_page_says_why_it_is_off(sign_in, planned):
    page = sign_in(OFFICER, viewport=browser.PHONE)
    page.add_init_script("Object.defineProperty(window, 'isSecureContext', { value: false })")
    for path in (f"/inspections/{planned}/", f"/inspections/offline/?visit={planned}"):
        page.goto(path)
        note = page.get_by_text("现在用 http 打开")
        expect(note).to_be_visible()
        assert "docs/https.md" in page.locator("main").inner_text()
        assert not page.get_by_role("button", name="离线准备").is_visible()


def test_sign_out_asks_before_it_takes_away_what_was_not_sent(sign_in, planned):
    page = sign_in(OFFICER, viewport=browser.PHONE)
    walk.prepare(page, planned)
    page.goto(f"/inspections/offline/?visit={planned}")
    walk.shown(page, "overview")
    walk.answer_area(page, walk.areas(page)[2])
    asked = []
    page.once("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    page.goto("/")
    page.locator("details.menu").last.locator("summary").click()
    page.get_by_role("button", name="退出").click()
    assert "条离线记录没有同步" in asked[0]
    page.once("dialog", lambda dialog: dialog.accept())
    with page.expect_navigation():
        page.get_by_role("button", name="退出").click()
    assert page.evaluate("indexedDB.databases()") == []
    assert page.evaluate("localStorage.length") == 0


def test_another_person_at_the_device_is_shown_nothing(sign_in, site, planned, problems):
    page = sign_in(OFFICER, viewport=browser.PHONE)
    walk.prepare(page, planned)
    page.context.clear_cookies()
    browser.sign_in(page, "990101_head", site.sign_ins()["990101_head"])
    page.goto(f"/inspections/offline/?visit={planned}")
    foreign = walk.shown(page, "foreign")
    assert "执法人员甲" in foreign.inner_text()
    assert "示例学校" not in page.locator("body").inner_text()
    problems.clear()  # the server's 403 is what the page goes by
