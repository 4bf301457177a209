"""回头看 without network: every open problem looked at again, the tab closed, then sent."""

from datetime import date

import pytest

from tests.browser import browser, walk_preparing
from tests.browser import walk_offline as walk

LEAD, SECOND = "执法人员甲", "执法人员乙"
FIXED_WORDS, OPEN_WORDS = "现场看到已经配齐。", "现场看仍然没有。"


@pytest.fixture
def planned(person, site) -> int:
    """A look-back on problems that are still open, arranged and approved for today."""
    query = """SELECT DISTINCT visit.id FROM inspections_inspection AS visit
    JOIN inspections_finding AS finding ON finding.inspection_id = visit.id
    JOIN accounts_bureau AS bureau ON bureau.id = visit.bureau_id
    WHERE bureau.code = '990101' AND visit.state = 'rectifying' AND finding.state != 'accepted'
    AND visit.kind != 'look_back' AND visit.id NOT IN (
        SELECT origin_id FROM inspections_inspection WHERE origin_id IS NOT NULL)"""
    origin = walk.rows(site, query)[0][0]
    clerk, head = person("990101_clerk"), person("990101_head")
    clerk.open(f"/inspections/{origin}/look-back/")
    clerk.fill(scheduled_on=date.today().isoformat())
    clerk.send("保存，再定检查组")
    clerk.act("确定检查组")
    walk_preparing.pick(clerk, "lead", LEAD)
    walk_preparing.pick(clerk, "officers", SECOND)
    clerk.send("确定检查组")
    visit = walk_preparing.submit_and_approve(clerk, head)
    return int(visit.rstrip("/").split("/")[-1])


def test_a_look_back_without_network(person, site, planned, open_pages, problems):
    query = """SELECT finding.id, finding.text FROM inspections_finding AS finding
    JOIN inspections_inspection AS visit ON visit.origin_id = finding.inspection_id
    WHERE visit.id = ? AND finding.state != 'accepted' ORDER BY finding.position"""
    findings = walk.rows(site, query, planned)
    desk = person("990101_officer", browser.PHONE).page
    phone = desk.context
    walk.prepare(desk, planned)
    desk.goto("about:blank")
    phone.set_offline(True)
    page = walk.open_page(phone, planned)
    walk.begin(page)
    look_at_all(page, findings)
    page.close()

    page = walk.open_page(phone, planned)
    open_pages.append(page)
    problems.append(browser.collect_problems(page))
    walk.part(page, "原检查的问题")
    assert page.locator("[data-key] .tri :checked").count() == len(findings)
    assert not page.locator("[data-photos]:visible, [data-fix]:visible").count()
    assert browser.accessibility_faults(page) == []
    walk.back(page)
    walk.tell_facts(page)
    walk.sign(page)
    kept = "SELECT finding_id, result, facts FROM inspections_lookbackresult WHERE look_back_id = ?"
    assert walk.rows(site, kept, planned) == []

    phone.set_offline(False)
    walk.shown(page, "finished")
    first, *others = [key for key, _ in findings]
    assert sorted(walk.rows(site, kept, planned)) == sorted(
        [(first, "fixed", FIXED_WORDS), *((key, "not_fixed", OPEN_WORDS) for key in others)]
    )
    state = "SELECT state FROM inspections_finding WHERE id = ?"
    assert walk.rows(site, state, first) == [("accepted",)]
    assert all(walk.rows(site, state, key) != [("accepted",)] for key in others)
    ended = "SELECT state FROM inspections_inspection WHERE id = ?"
    assert walk.rows(site, ended, planned) == [("recorded",)]


def look_at_all(page, findings) -> None:
    """The first problem is put right, the others are not."""
    walk.part(page, "原检查的问题")
    cards = page.locator("[data-key]")
    assert cards.count() == len(findings)
    for number, (_, text) in enumerate(findings):
        card = cards.nth(number)
        assert text in card.inner_text()
        card.locator("label.yes" if number == 0 else "label.no").click()
        card.locator("textarea").first.fill(FIXED_WORDS if number == 0 else OPEN_WORDS)
    walk.back(page)
