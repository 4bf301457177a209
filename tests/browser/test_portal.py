"""The unit's side on a phone: home, letter, reply; and what another unit finds of it: nothing."""

import re

import pypdfium2
import pytest
from django.urls import URLPattern, URLResolver, get_resolver
from playwright.sync_api import expect

from archives_enforcement.accounts.roles import ROLES
from tests.browser import browser, walk_papers
from tests.browser.walk import Person
from tests.browser.walk_offline import rows
from tests.browser.walk_on_site import photo

A, B, UNIT = "unit_contact", "firm_contact", "示例街道一"
PASSWORD = "hao-yi-dian-2024"
TEXT_INPUTS = "main form.act-form :is(textarea, input[type=text])"


def sound(one: Person) -> None:
    """A finger reaches everything on the page, and nothing sticks out of a phone."""
    assert browser.accessibility_faults(one.page) == []
    assert one.out_of_reach() == []
    assert one.page.evaluate("document.documentElement.scrollWidth") <= browser.PHONE["width"]


def party_of(site, name: str) -> int:
    query = """SELECT party.id FROM accounts_party party JOIN accounts_bureau bureau
    ON bureau.id = party.bureau_id WHERE party.name = ? AND bureau.code = '990101'"""
    return rows(site, query, name)[0][0]


def unit_of(site, name: str) -> int:
    query = "SELECT id FROM units_unit WHERE party_id = ?"
    return rows(site, query, party_of(site, name))[0][0]


@pytest.fixture
def letter(person, site) -> str:
    """The number of a letter to the unit that nobody has opened yet."""
    officer, head = person("990101_officer"), person("990101_head")
    officer.open(f"/documents/draft/unit/{unit_of(site, UNIT)}/inquiry_letter/")
    for field in officer.page.locator(TEXT_INPUTS).all():
        if field.is_visible() and not field.input_value():
            field.fill("请说明档案保管情况")
    officer.go(officer.page.get_by_role("main").locator("form.act-form [type=submit]").first)
    walk_papers.submit(officer)
    return walk_papers.sign(head, UNIT)


def test_a_unit_does_all_three_screens_on_a_phone(person, letter, tmp_path, problems):
    unit = person(A, browser.PHONE)
    unit.open("/")
    sound(unit)
    assert "1份还没有签收" in unit.reads()

    unit.follow("看文书", unit.row(letter))
    sound(unit)
    assert "首次打开" in unit.reads()
    walk_papers.acknowledge(unit, letter)

    unit.open("/")
    card = unit.page.locator("article.prob").filter(has_text="温湿度记录")
    unit.follow("回复第", card)
    unit.tick("已经改好")
    unit.fill(text="已买温湿度计，每天记录两次。")
    expect(unit.page.locator("#unsent")).to_contain_text("已保存")
    bad, bill = tmp_path / "程序.exe", tmp_path / "发票.pdf"
    bad.write_bytes(b"MZ" * 100)
    bill.write_bytes(b"%PDF-1.7 bill")
    unit.upload("files", [photo(tmp_path, "记录表"), bad, bill])
    lines = unit.page.locator(".uploads li")
    expect(lines.nth(1)).to_contain_text("不是可以接收的格式")
    expect(lines.nth(2)).to_contain_text("已传完")
    sound(unit)

    unit.open("/")  # left as it is, and taken up again
    unit.follow("回复第", unit.page.locator("article.prob").filter(has_text="温湿度记录"))
    assert unit.page.locator("[name=text]").input_value() == "已买温湿度计，每天记录两次。"
    kept = unit.page.locator("[name=resumed-files]")
    assert (kept.count(), unit.page.locator("[name=kind]:checked").input_value()) == (2, "fixed")
    sound(unit)
    assert "已提交" in unit.send("提交回复")
    assert "已买温湿度计，每天记录两次。" in _answered(unit)
    for of_page in problems:
        of_page[:] = [text for text in of_page if "status of 422" not in text]


def _answered(unit: Person) -> str:
    unit.follow("看第", unit.page.locator("article.prob").filter(has_text="温湿度记录"))
    return unit.reads()


def test_a_unit_fills_in_and_hands_in_its_yearly_report_on_a_phone(person, tmp_path):
    """The third screen: typed, kept, saved for the unit, signed on paper, handed in."""
    unit = person(A, browser.PHONE)
    unit.open("/")
    unit.follow("去填报")
    sound(unit)
    for answers in unit.page.locator("form.act-form .pick.three").all():
        answers.get_by_text("是", exact=True).click()
    for field in unit.page.locator(TEXT_INPUTS).all():
        field.fill("3")
    with unit.page.expect_response(lambda kept: "THE-LAST" in (kept.request.post_data or "")):
        unit.fill(remark="THE-LAST")
    expect(unit.page.locator("#unsent")).to_contain_text("已保存")

    unit.open("/")  # left as it is, and taken up again
    unit.follow("去填报")
    assert unit.page.locator("[name=q1]").input_value() == "3"
    assert "草稿已保存" in unit.send("保存草稿")
    unit.follow("打印报告")
    sound(unit)
    unit.page.go_back()
    assert "承诺书" in unit.send_refused("报送")
    unit.upload("pledge_files", photo(tmp_path, "承诺书"))
    assert "回执编号" in unit.send("报送")
    sound(unit)
    unit.open("/")
    assert "没有要报送的" in unit.reads()


def test_the_slip_of_a_letter_lets_a_new_person_in(visit, person, site, problems):
    """Read and signed for without an account; then an account, once the bureau has said so."""
    number, code = slip(site)
    page = visit("/start/", viewport=browser.PHONE)
    stranger = Person(page, problems[-1])
    sound(stranger)
    stranger.fill(number=number, code="2222-2222-2222-2222")
    assert "登录码不对" in stranger.send_refused("打开文书")
    stranger.fill(number=number, code=code)
    stranger.send("打开文书")
    sound(stranger)
    stranger.follow("我已收到")
    stranger.fill(name="王五", post="档案员")
    sound(stranger)
    assert "已签收" in stranger.send("我已收到")
    stranger.follow("登记为本单位人员")
    sound(stranger)
    stranger.fill(
        name="王五", phone="13900000000", username="wangwu", password=PASSWORD, again=PASSWORD
    )
    assert "已提交" in stranger.send("提交登记")

    clerk = person("990101_clerk")
    clerk.open(f"/accounts/people/{party_of(site, '示例局一')}/")
    assert browser.accessibility_faults(clerk.page) == []
    clerk.follow("确认", clerk.row("王五"))
    assert "已确认" in clerk.send("确认")
    browser.sign_in(page, "wangwu", PASSWORD)
    stranger.open("/")
    assert number in stranger.reads()
    assert stranger.status_of("/start/letter/") in (200, 404)


def slip(site) -> tuple[str, str]:
    """The number and the code that stand on the slip of the demo."""
    [path] = (site.folder / "records").glob("登录指引*.pdf")
    words = pypdfium2.PdfDocument(path)[0].get_textpage().get_text_range()
    return re.search(r"\S+〔\d+〕\d+号", words)[0], re.search(r"(?:\w{4}-){3}\w{4}", words)[0]


def for_units(resolver: URLResolver | None = None, prefix: str = "/"):
    """The routes with one key in them that a unit's person may have in his post."""
    for entry in (resolver or get_resolver()).url_patterns:
        route = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from for_units(entry, route)
        elif isinstance(entry, URLPattern) and route.count("<") == route.count("<int:") == 1:
            needed = getattr(getattr(entry.callback, "view_class", None), "permission_required", "")
            names = {needed} if isinstance(needed, str) else set(needed)
            if names <= set(ROLES["unit_contact"].permissions):
                yield route


def linked(one: Person) -> set[str]:
    """The addresses in links and forms of every page that a person comes to."""
    waiting, seen = ["/"], set()
    while waiting:
        answer = one.page.context.request.get(waiting.pop())
        if not answer.headers.get("content-type", "").startswith("text/html"):
            continue
        found = set(re.findall(r'(?:href|action)="(/[^"#?]*)', answer.text())) - seen
        own = {path for path in found if not path.startswith(ELSEWHERE)}
        seen |= own
        waiting += own
    return seen


ELSEWHERE = ("/static/", "/logout/", "/publicity/public/", "/verify/", "/start/")
KEY = re.compile(r"/(\d+)/")


def test_another_unit_finds_nothing_under_any_address_or_number_of_the_first(person, problems):
    """Addresses and numbers are collected from the first unit's pages; each number is also put
    into each route that units may have at all."""
    unit, other = person(A), person(B)
    seen = {path for path in linked(unit) if KEY.search(path)}
    numbers = {number for path in seen for number in KEY.findall(path)}
    tried = seen | {
        re.sub(r"<int:\w+>", number, route) for route in for_units() for number in numbers
    }
    mine = {path for path in tried if not path.startswith(ELSEWHERE) and _status(unit, path) == 200}
    assert {path: answer for path in mine if (answer := _status(other, path)) != 404} == {}
    sent = {path: _send(other, path) for path in seen | mine}
    assert {path: answer for path, answer in sent.items() if answer not in (404, 405)} == {}
    assert (len(numbers) >= 8, len(mine) >= 15) == (True, True), (numbers, mine)
    for of_page in problems:
        of_page.clear()


def _status(one: Person, path: str) -> int:
    return one.page.context.request.get(path, max_redirects=0).status


def _send(one: Person, path: str) -> int:
    """What an empty form sent there is answered; the token is one's own."""
    token = next(row["value"] for row in one.page.context.cookies() if row["name"] == "csrf")
    headers = {"X-CSRFToken": token, "Referer": one.page.url}
    return one.page.context.request.post(path, headers=headers, max_redirects=0).status


def test_what_is_being_kept_is_kept_before_the_form_is_sent(person, site):
    """Else a saving that the server comes to later would bring back what was handed in."""
    unit = person(A)
    query = "SELECT max(id) FROM inspections_finding WHERE inspection_id IN (SELECT id FROM "
    query += "inspections_inspection WHERE unit_id = ?)"
    ask = f"/inspections/portal/findings/{rows(site, query, unit_of(site, UNIT))[0][0]}/ask/"
    held, sent = [], []

    def hold(route):
        sent.append("kept" if "keep" in route.request.headers else "handed in")
        held.append(route) if sent == ["kept"] else route.continue_()

    unit.open(ask)
    unit.page.route(f"**{ask}", hold)
    unit.fill(text="温湿度记录要保存几年？")
    unit.page.wait_for_event("request", lambda request: "keep" in request.headers)
    unit.page.get_by_role("button", name="提交提问").click()
    expect(unit.page.locator("#unsent")).to_have_text("正在保存，保存好就提交。")
    assert sent == ["kept"]
    with unit.page.expect_navigation():
        held[0].continue_()
    assert sent == ["kept", "handed in"]
    unit.open(ask)
    assert unit.page.locator("[name=text]").input_value() == ""
