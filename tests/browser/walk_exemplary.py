"""The walk of a model rectification: a question, photos before and after, consent, publication."""

from pathlib import Path

from playwright.sync_api import expect

from tests.browser import walk_disclosing, walk_papers
from tests.browser.walk import Person
from tests.browser.walk_on_site import photo

QUESTION, ANSWER = "温湿度记录要保存几年？", "记录表按年装订，至少保存五年。"
DONE = "已买温湿度计，每天上午、下午各记一次。"
REASON = "三天内整改到位，记录表清楚，可以推广。"
PAPER = "整改优秀典型决定"


def ask(unit: Person, problem: str) -> None:
    """The unit does not understand and asks, from the page on which it would answer."""
    unit.open("/")
    unit.follow("回复第", unit.page.locator("article.prob").filter(has_text=problem))
    unit.follow("不明白？问一问")
    unit.send_refused("提交提问")
    unit.fill(text=QUESTION)
    assert "已提交" in unit.send("提交提问")
    assert "等答复" in unit.reads()


def answer_question(assistant: Person) -> None:
    """The archive hall finds the question on its desk."""
    assistant.open("/")
    assistant.follow("提问")
    assert QUESTION in assistant.reads()
    assistant.fill(text=ANSWER)
    assert assistant.send("答复") == "已答复，并通知单位。"


def read_answer(unit: Person, problem: str) -> None:
    unit.open("/")
    unit.follow("回复第", unit.page.locator("article.prob").filter(has_text=problem))
    assert ANSWER in unit.reads()


def show_pair(unit: Person, folder: Path) -> None:
    """The answer on the page shown, with the same place before and after."""
    unit.tick("已经改好")
    unit.fill(text=DONE)
    unit.upload("before", photo(folder, "整改前"))
    unit.upload("after", photo(folder, "整改后"))
    assert "已提交" in unit.send("提交回复")


def nominate(clerk: Person, unit: str) -> str:
    """From the list of those that could be nominated; returns the address of the nomination."""
    clerk.menu("整改")
    clerk.follow("整改典型")
    clerk.follow("推荐", clerk.row(unit))
    assert "推荐理由" in clerk.send_refused("推荐并征求单位意见")
    clerk.fill(reason=REASON)
    assert "请单位答复" in clerk.send("推荐并征求单位意见")
    assert not clerk.may("确定为典型")
    return clerk.page.url


def consent(unit: Person) -> str:
    """The unit sees what would be public and agrees; returns the page on which it can undo that."""
    unit.open("/")
    unit.follow("看内容并答复")
    assert DONE in unit.reads()
    assert "请选择" in unit.send_refused("提交答复")
    unit.tick("同意公开")
    assert "已答复同意" in unit.send("提交答复")
    return unit.page.url


def decide(head: Person, unit: str) -> None:
    """From the desk, after the unit has agreed and not before."""
    head.open("/")
    head.follow(f"决定{unit}是否为整改优秀典型")
    head.act("确定为典型")
    head.fill(note="同意。")
    assert head.send("确定为典型") == "已确定为整改优秀典型。"


def issue(officer: Person, head: Person, nomination: str, unit: str) -> str:
    """The decision as a paper; returns what its PDF says."""
    officer.open(nomination)
    officer.act(f"起草{PAPER}")
    officer.send("保存草稿")
    paper = walk_papers.submit(officer)
    walk_papers.sign(head, unit)
    officer.open(paper)
    return walk_papers.text_of_pdf(officer)


def publish(clerk: Person, head: Person) -> None:
    clerk.menu("执法公示")
    clerk.follow("拟公示", clerk.row(PAPER))
    walk_disclosing.publish_draft(clerk, head)


def read_in_public(page, unit: str, problem: str) -> None:
    """Anybody reads before and after, with both photos."""
    main = page.get_by_role("main")
    main.get_by_role("link", name=f"{unit}整改优秀典型").click()
    expect(main).to_contain_text(problem)
    expect(main).to_contain_text(DONE)
    assert main.locator("img").count() == 2


def take_back(unit: Person, consented: str) -> None:
    unit.open(consented)
    assert "撤回同意的原因" in unit.send_refused("撤回同意")
    unit.fill(reason="单位改制，不再公开。")
    assert "公开页面不再显示" in unit.send("撤回同意")
