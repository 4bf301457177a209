"""Hasty, clumsy or curious hands: each gets a sentence, and nothing is lost or doubled."""

from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from archives_enforcement.files.checks import LIMIT
from tests.browser import browser
from tests.browser.walk_on_site import photo

FIRM, OTHER_FIRM = "示例档案服务公司", "示例档案整理公司"
NEW_LEAD = "/penalties/leads/new/"
REFUSED = "status of 422"


def describe_lead(clerk, text):
    clerk.open(NEW_LEAD)
    clerk.choose("party", FIRM)
    clerk.tick("投诉举报")
    clerk.fill(text=text)


def test_what_was_typed_outlives_the_session(person, site):
    """The form is not sent into a session that has ended, and goes through after a new sign-in."""
    clerk = person("990101_clerk")
    describe_lead(clerk, "写了很久。")
    clerk.page.evaluate("Date.now = () => new Date().getTime() + 5 * 60 * 1000")
    clerk.page.context.clear_cookies()
    button = clerk.page.get_by_role("button", name="登记线索")
    button.click()
    told = clerk.page.locator(".session-ended")
    expect(told).to_contain_text("还没有提交，这一页上填的都在")
    with clerk.page.expect_popup() as opened:
        told.get_by_role("link", name="在新窗口登录").click()
    browser.sign_in(opened.value, "990101_clerk", site.sign_ins()["990101_clerk"])
    with clerk.page.expect_navigation():
        button.click()
    assert "写了很久。" in clerk.reads()


def leads_on(clerk):
    clerk.open(f"/penalties/leads/?q={FIRM}")
    return clerk.page.locator(".tb tbody tr").count()


def test_two_clicks_and_the_arrow_back_register_one_lead(person):
    clerk = person("990101_clerk")
    before = leads_on(clerk)
    describe_lead(clerk, "反映两次点击。")
    with clerk.page.expect_navigation():
        clerk.page.get_by_role("button", name="登记线索").dblclick()
    clerk.page.go_back()
    assert "已经登记过" in clerk.send_refused("登记线索")
    assert clerk.page.locator("[name=text]").input_value() == "反映两次点击。"
    assert leads_on(clerk) == before + 1


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("空.pdf", b"", "空文件"),
        ("程序.exe", b"MZ\x90\x00" * 9, "不是可以接收的格式"),
        ("大.pdf", b"%PDF-" + bytes(LIMIT), "超过20MB"),
    ],
)
def test_a_file_that_is_not_taken_leaves_the_words_typed(person, tmp_path, name, content, why):
    clerk = person("990101_clerk")
    path = tmp_path / name
    path.write_bytes(content)
    describe_lead(clerk, "附件不对。")
    clerk.upload("files", path)
    assert why in clerk.send_refused("登记线索").replace(" ", "")
    assert clerk.page.locator("[name=text]").input_value() == "附件不对。"
    assert "需要再选一次" in clerk.reads()


def test_a_file_too_large_is_told_before_it_is_sent(person, tmp_path):
    clerk = person("990101_clerk")
    path = tmp_path / "大.pdf"
    path.write_bytes(b"%PDF-" + bytes(LIMIT))
    describe_lead(clerk, "附件太大。")
    clerk.upload("files", [path, photo(tmp_path, "照片")])
    large, small = clerk.page.locator(".chosen li").all_inner_texts()
    assert "20.0 MB　超过 20 MB" in large
    assert small.endswith(" KB")
    clerk.fill(text="")


def test_a_day_to_come_is_refused(person):
    clerk = person("990101_clerk")
    describe_lead(clerk, "明天的线索。")
    clerk.fill(received_on=(date.today() + timedelta(days=1)).isoformat())
    assert "不能晚于登记日期" in clerk.send_refused("登记线索")


def case_of(reader, firm):
    reader.menu("案件")
    reader.go(reader.page.get_by_role("link", name=firm).first)
    return reader.page.url


def test_the_second_of_two_reviews_learns_of_the_first(person):
    """The same page stands open on two screens."""
    first, second = (
        person("990101_reviewer"),
        person("990101_reviewer", {"width": 1280, "height": 800}),
    )
    case = case_of(first, OTHER_FIRM)
    words = {"competence": "适格", "evidence": "充分", "discretion": "适当", "procedure": "合法"}
    for reviewer in (first, second):
        reviewer.open(f"{case}review/")
        reviewer.fill(opinion="同意。", **words)
        reviewer.tick("通过")
    first.send("提交审核意见")
    assert "现在的状态是“待决定”" in second.send_refused("提交审核意见")
    assert second.page.locator("[name=opinion]").input_value() == "同意。"


def test_a_firm_that_guesses_addresses_finds_nothing(person):
    """Neither the office's pages of its own case nor anything of another firm."""
    firm, officer = person("firm_contact"), person("990101_officer")
    own, other = case_of(officer, FIRM), case_of(officer, OTHER_FIRM)
    assert {firm.status_of(f"{own}{page}") for page in ("", "evidence/", "fine/")} == {403}
    number = other.rstrip("/").rpartition("/")[2]
    pages = ("", "statement/", "hearing/", "waiver/")
    assert {firm.status_of(f"/penalties/portal/{number}/{page}") for page in pages} == {404}
