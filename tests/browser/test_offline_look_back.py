"""回头看 without network: every open problem looked at again, the tab closed, then sent."""

from datetime import date

import pytest
from playwright.sync_api import expect

from tests.browser import browser, walk_preparing
from tests.browser import walk_offline as walk

LEAD, SECOND = "执法人员甲", "执法人员乙"
FIXED_WORDS, OPEN_WORDS = "现场看到已经配齐。", "现场看仍然没有。"
FINDINGS = """SELECT finding.id, finding.text FROM inspections_finding AS finding
JOIN inspections_inspection AS visit ON visit.origin_id = finding.inspection_id
WHERE visit.id = ? AND finding.state != 'accepted' ORDER BY finding.position"""


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
    clerk.fill(scheduled_on=date.today().isoformat(), unannounced="核实整改情况")
    clerk.send("保存，再定检查组")
    clerk.act("确定检查组")
    walk_preparing.pick(clerk, "lead", LEAD)
    walk_preparing.pick(clerk, "officers", SECOND)
    clerk.send("确定检查组")
    visit = walk_preparing.submit_and_approve(clerk, head)
    return int(visit.rstrip("/").split("/")[-1])


def test_a_look_back_without_network(person, site, planned, open_pages, problems, tmp_path):
    photo, _ = walk.photos(tmp_path)
    findings = walk.rows(site, FINDINGS, planned)
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
    assert not page.locator("[data-fix]:visible").count()
    card = page.locator("[data-key]").first
    card.locator("[data-photos] input").set_input_files(photo)
    card.locator("[data-shot]").wait_for()
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
    pictures = """SELECT sha256 FROM files_storedfile AS file
    JOIN inspections_exhibit AS exhibit ON exhibit.file_id = file.id
    WHERE purpose = '现场照片' AND exhibit.inspection_id = ?"""
    assert walk.rows(site, pictures, planned) == [(walk.digest(photo.read_bytes()),)]
    state = "SELECT state FROM inspections_finding WHERE id = ?"
    assert walk.rows(site, state, first) == [("accepted",)]
    assert all(walk.rows(site, state, key) != [("accepted",)] for key in others)
    ended = "SELECT state FROM inspections_inspection WHERE id = ?"
    assert walk.rows(site, ended, planned) == [("recorded",)]


def test_a_refusal_to_sign_without_network(person, site, planned, problems, tmp_path):
    """A picture that the server would refuse later is refused while it can be taken again."""
    page = person("990101_officer", browser.PHONE).page
    findings = walk.rows(site, FINDINGS, planned)
    walk.prepare(page, planned)
    page.goto(f"/inspections/offline/?visit={planned}")
    walk.shown(page, "overview")
    page.context.set_offline(True)
    walk.begin(page)
    look_at_all(page, findings)
    walk.tell_facts(page)
    leave_at(page, "00:00")
    walk.part(page, "结束检查")
    expect(walk.shown(page, "end")).to_contain_text("离开时间早于到达时间")
    page.locator("[data-back]").click()
    leave_at(page, "23:59")
    photo, _ = walk.photos(tmp_path)
    walk.part(page, "结束检查")
    form = walk.shown(page, "end")
    form.get_by_label("拒绝签字").check()
    form.get_by_label("拒绝的原因").fill("对事实有不同意见")
    form.get_by_label("见证人").fill("周某，社区居民委员会")
    form.locator("[name=picture]").set_input_files(walk.foreign_picture(tmp_path))
    expect(form.get_by_role("alert")).to_contain_text("是 HEIC 照片，没有保存")
    form.locator("[name=picture]").set_input_files(photo)
    expect(form.locator("[data-chosen]")).to_have_text(photo.name)
    form.get_by_label("内容已向单位负责人宣读").check()
    form.get_by_role("button", name="结束检查并加锁").click()
    walk.shown(page, "overview")

    page.context.set_offline(False)
    walk.shown(page, "finished")
    ended = "SELECT state, refusal_reason, witness FROM inspections_inspection WHERE id = ?"
    assert walk.rows(site, ended, planned) == [
        ("recorded", "对事实有不同意见", "周某，社区居民委员会")
    ]
    kept = """SELECT sha256 FROM files_storedfile AS file JOIN inspections_exhibit AS exhibit
    ON exhibit.file_id = file.id WHERE exhibit.inspection_id = ?"""
    assert walk.rows(site, kept, planned) == [(walk.digest(photo.read_bytes()),)]


def leave_at(page, time: str) -> None:
    walk.part(page, "现场情况和口头反馈")
    page.get_by_label("离开时间").fill(time)
    walk.back(page)


def look_at_all(page, findings) -> None:
    """The first problem is put right, the others are not."""
    walk.part(page, "原检查的问题")
    cards = page.locator("[data-key]")
    assert cards.count() == len(findings)
    assert "《" in cards.first.locator(".basis div").text_content()
    for number, (_, text) in enumerate(findings):
        card = cards.nth(number)
        assert text in card.inner_text()
        card.locator("label.yes" if number == 0 else "label.no").click()
        card.locator("textarea").first.fill(FIXED_WORDS if number == 0 else OPEN_WORDS)
    walk.back(page)
