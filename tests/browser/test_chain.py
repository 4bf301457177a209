"""The whole main job as its people do it: every act below is a click, a key or an upload.

Only the bureau's people and the reference data exist when it begins (`founding`).
"""

from datetime import date

import pytest

from tests.browser import (
    founding,
    walk_on_site,
    walk_papers,
    walk_preparing,
    walk_rectifying,
    walk_year,
)
from tests.browser.browser import PHONE
from tests.browser.walk_on_site import PROBLEMS
from tests.browser.walk_preparing import OTHER_UNIT, UNIT
from tests.browser.walk_rectifying import HANDOVER

THIS_YEAR = date.today().year


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A bureau of its own that has done nothing yet."""
    with founding.running(tmp_path_factory.mktemp("founded")) as running:
        yield running


def test_a_bureau_walks_from_its_first_day_to_its_annual_report(visit, person, tmp_path):
    clerk, head, officer, phone = (
        person("clerk"), person("head"), person("officer"), person("officer", PHONE),
    )  # fmt: skip

    walk_preparing.confirm_identity(head)
    walk_preparing.import_units(clerk, tmp_path)
    assert head.status_of("/units/import/") == 403
    walk_preparing.open_account(person("admin"), "street", "街道经办人", UNIT)
    walk_preparing.publish_plan(clerk, person("reviewer"), head)
    check = walk_preparing.arrange_visit(clerk, head)
    see_invitation(person("observer"))

    walk_on_site.visit_unit(phone, check, tmp_path)
    walk_on_site.mark_observer(phone)
    walk_rectifying.guide(person("assistant"))
    letter = walk_rectifying.send_letter(officer, head, check)
    read_letter(officer)

    contact = person("street")
    walk_papers.acknowledge(contact, f"〔{THIS_YEAR}〕1号")
    walk_papers.deliver(clerk, f"反〔{THIS_YEAR}〕1号", tmp_path)  # it orders: receipt on paper
    walk_rectifying.exchange(contact, officer, tmp_path)
    assert clerk.status_of(letter.replace("documents/1/", "inspections/findings/1/accept/")) == 403
    second_check = walk_rectifying.arrange_look_back(clerk, head)
    walk_rectifying.look_back(phone, second_check)
    notice = walk_rectifying.interview(officer, head, contact, check)
    read_notice(contact, notice)

    count_this_year(clerk)
    walk_year.enter_last_year(clerk, officer, head, tmp_path)
    report = issue_report_on_last_year(clerk, head)
    public_page = walk_year.disclose_report(clerk, head)
    walk_year.publish_report(clerk, report, public_page)
    read_as_anyone(visit(public_page))


def see_invitation(observer):
    """The observer learns time, place and the blank list, not what is recorded, and promises."""
    observer.open("/")
    observer.follow(f"{date.today().day}日")
    assert "请您观察一次检查" in observer.reads()
    observer.follow("签署保密承诺")
    assert "已签署保密承诺" in observer.send("我承诺")


def read_letter(officer):
    words = walk_papers.text_of_pdf(officer)
    assert f"示新档反〔{THIS_YEAR}〕1号" in words
    assert words.count(f"{UNIT}：") == 1
    assert named_in(words) == [*PROBLEMS.values()]
    assert "依据《中华人民共和国档案法》第四十五条，责令你单位" in words
    assert words.count("示例市示例新区档案局") == 1


def read_notice(contact, notice):
    """The unit reads only what is still open, on its own pages."""
    contact.open(notice)
    words = walk_papers.text_of_pdf(contact)
    assert f"示新档约〔{THIS_YEAR}〕1号" in words
    assert named_in(words) == [HANDOVER]


def named_in(words):
    """Which of the problems a paper names; it may go on after their words."""
    return [problem for problem in PROBLEMS.values() if problem.rstrip("。") in words]


def count_this_year(clerk):
    """What was walked is what is counted; the year is not over, so it cannot be reported on."""
    found = walk_year.look_at_figures(clerk, THIS_YEAR)
    wanted = {
        "行政执法检查": "1",
        "印发反馈意见书": "1",
        "回头看": "1",
        "完成计划项目": "1",
        "到场的执法检查观察员": "1",
        "发现问题": "3",
        "已销号问题": "2",
        "单位整改回复": "3",
        "约谈": "1",
    }
    assert {name: found[name] for name in wanted} == wanted
    walk_year.draft_report(clerk, THIS_YEAR)
    assert "年还没有结束" in clerk.why_not("提交签发")


def issue_report_on_last_year(clerk, head):
    report = walk_year.write_report(clerk)
    pdf, word = walk_year.issue_report(clerk, head, report)
    for words in (pdf, word):
        assert f"{THIS_YEAR - 1}年行政执法工作报告" in words
        assert "全年共开展行政执法检查1次，其中日常检查1次" in words
        assert "印发反馈意见书1份；开展“回头看”0次" in words
        assert "检查共发现问题1项，已销号1项，销号率100%" in words
        assert walk_year.WEAKNESS in words
    clerk.menu("被检查单位")
    clerk.follow(OTHER_UNIT)
    assert "已办结" in clerk.reads()
    return report


def read_as_anyone(page):
    """Nobody is signed in: the summary, and where it comes from."""
    assert page.get_by_role("button", name="退出").count() == 0
    words = page.get_by_role("main").inner_text()
    assert f"示新档年〔{THIS_YEAR}〕1号" in words
    assert walk_year.SUMMARY in words
    assert "示例市示例新区档案局" in words
