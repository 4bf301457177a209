"""A whole visit on a phone without network, the tab killed in the middle, then sent."""

import pytest
from playwright.sync_api import expect

from tests.browser import browser
from tests.browser import walk_offline as walk

OFFICER = "990101_officer"
FACTS = "库房2具灭火器压力不足，检验标签已过期。"
PROBLEM = "2-02"


@pytest.fixture
def planned(site) -> int:
    """The visit of the demo that can begin today."""
    return walk.planned(site)


@pytest.fixture
def open_offline(planned, open_pages, problems):
    """The page without network, in a tab of its own."""

    def open_tab(context):
        page = walk.open_page(context, planned)
        open_pages.append(page)
        problems.append(browser.collect_problems(page))
        return page

    return open_tab


def photos_of(site, visit):
    """Name → SHA-256 of the photos of the visit, as the system has them."""
    query = """SELECT name, sha256 FROM files_storedfile
    JOIN inspections_itemresult AS result ON result.id = object_id
    WHERE purpose = '现场照片' AND inspection_id = ?"""
    return dict(walk.rows(site, query, visit))


def signature_of(site, visit):
    query = """SELECT sha256 FROM files_storedfile AS file
    JOIN inspections_inspection AS visit ON visit.signature_id = file.id WHERE visit.id = ?"""
    return walk.rows(site, query, visit)[0][0]


def state_of(site, visit):
    query = "SELECT state FROM inspections_inspection WHERE id = ?"
    return walk.rows(site, query, visit)[0][0]


def test_a_whole_visit_without_network(sign_in, site, planned, open_offline, tmp_path):
    desk = sign_in(OFFICER, viewport=browser.PHONE)
    phone = desk.context
    walk.prepare(desk, planned)
    desk.close()
    phone.set_offline(True)
    page = open_offline(phone)
    walk.begin(page)
    first, *others = walk.areas(page)
    walk.answer_area(page, first)
    pictures = walk.photos(tmp_path)
    found = problem_noted(page, others[0], pictures)

    walk.kill(page)
    page = open_offline(phone)
    noticed = page.locator(".parts a").filter(has_text=others[0])
    noticed.click()
    card = walk.card(page, PROBLEM)
    words = card.get_by_label("事实记录").input_value()
    assert words in (FACTS, FACTS[:-1])
    assert card.locator("label.no input").is_checked()
    assert card.locator("[data-shot]").count() == found == 2
    card.get_by_label("事实记录").fill(FACTS)
    walk.back(page)

    for area in others:
        walk.answer_area(page, area, but=PROBLEM)
    walk.take_steps(page, "询问", "查看", "阅核")
    walk.tell_facts(page)
    signature = walk.sign(page)
    assert state_of(site, planned) == "approved"
    assert browser.accessibility_faults(page) == []

    phone.set_offline(False)
    walk.shown(page, "finished")
    assert state_of(site, planned) == "recorded"
    sent = {path.name: walk.digest(path.read_bytes()) for path in pictures}
    assert photos_of(site, planned) == sent
    for path in pictures:
        assert walk.stored(site, sent[path.name]) == path.read_bytes()
    assert walk.stored(site, signature_of(site, planned)) == signature
    expect_the_record(page, site, planned)
    nothing_is_left(page, planned)


def problem_noted(page, area, pictures) -> int:
    walk.part(page, area)
    card = walk.card(page, PROBLEM)
    card.locator("label.no").click()
    for path in pictures:
        before = card.locator("[data-shot]").count()
        card.locator("[data-photos] input").set_input_files(path)
        expect(card.locator("[data-shot]")).to_have_count(before + 1)
    # The last act before the tab dies: no wait after the last key.
    card.get_by_label("事实记录").press_sequentially(FACTS)
    return card.locator("[data-shot]").count()


def expect_the_record(page, site, visit) -> None:
    query = """SELECT result, facts FROM inspections_itemresult
    JOIN inspections_checklistitem AS item ON item.id = item_id
    WHERE inspection_id = ? AND code = ?"""
    assert walk.rows(site, query, visit, PROBLEM) == [("fails", FACTS)]
    failing = "SELECT count(*) FROM inspections_finding WHERE inspection_id = ?"
    assert walk.rows(site, failing, visit) == [(1,)]
    query = """SELECT kind FROM inspections_sitestep WHERE inspection_id = ?"""
    steps = {kind for (kind,) in walk.rows(site, query, visit)}
    assert steps == {"inform", "show", "ask", "view", "record", "review", "sign"}
    query = """SELECT count(signature_id) FROM inspections_teammember WHERE inspection_id = ?"""
    assert walk.rows(site, query, visit) == [(1,)]
    query = "SELECT name, title, role FROM inspections_personmet WHERE inspection_id = ?"
    assert walk.rows(site, query, visit) == [("周某", "副主任", "deputy")]
    page.get_by_role("link", name="打开这次检查").click()
    page.wait_for_url(f"**/inspections/{visit}/")
    assert FACTS in page.locator("main").inner_text()


def nothing_is_left(page, visit) -> None:
    """Bundle, acts and frame are off the device."""
    assert page.evaluate("caches.keys()") == []
    assert page.evaluate("localStorage.length") == 0
    page.goto(f"/inspections/offline/?visit={visit}")
    walk.shown(page, "missing")
