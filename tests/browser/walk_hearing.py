"""The walk of a hearing: asked for on paper, arranged, announced, held; then the discussion."""

from datetime import date
from pathlib import Path

from tests.browser import walk_papers
from tests.browser.walk import Person
from tests.browser.walk_on_site import photo

CHAIR, PLACE = "听证主持人巳", "示例新区档案局会议室"
MEMBERS = (("机关负责人丑", "局长"), ("副局长甲", "副局长"))


def ask(clerk: Person, case: str, folder: Path) -> None:
    """The party has handed in its request; the clerk enters it with the scan."""
    clerk.open(case)
    clerk.act("代录陈述申辩")
    clerk.tick("要求听证")
    clerk.fill(text="对丢失件数有异议，要求听证。")
    assert "书面材料" in clerk.send_refused("代录陈述申辩")
    clerk.upload("files", photo(folder, "听证申请"))
    clerk.send("代录陈述申辩")


def arrange(officer: Person, case: str, too_soon: date, day: date) -> None:
    """By the officer, seven working days ahead; nobody who investigates is offered as chair."""
    officer.open(case)
    assert "听证还没有举行" in officer.why_not("送法制审核")
    officer.act("安排听证")
    assert "听证最早可以定在" in officer.reads()
    assert officer.page.locator("[name=chair] option").all_inner_texts() == ["请选择", CHAIR]
    officer.choose("chair", CHAIR)
    officer.fill(scheduled_on=too_soon.isoformat(), place=PLACE)
    assert "第六十四条第二项" in officer.send_refused("安排听证")
    officer.fill(scheduled_on=day.isoformat())
    officer.send("安排听证")


def announce(officer: Person, head: Person, party: str) -> str:
    """The notice is written from what was arranged; returns its number."""
    officer.act("起草听证通知书")
    assert officer.page.locator("[name=place]").input_value() == PLACE
    officer.send("保存草稿")
    walk_papers.submit(officer)
    return walk_papers.sign(head, party)


def hold(chair: Person, folder: Path) -> None:
    """The chair finds it among his work; a record that nobody has signed is none."""
    chair.open("/")
    chair.follow("主持听证")
    chair.act("登记听证笔录")
    chair.fill(record="双方质证，当事人认可丢失8件。", report="争议在件数，建议维持。")
    assert "第六十四条第八项" in chair.send_refused("登记听证笔录")
    chair.tick("核对无误后签字")
    chair.upload("files", photo(folder, "听证笔录"))
    assert chair.send("登记听证笔录") == "听证笔录已登记。"


def discuss(head: Person, case: str, folder: Path) -> None:
    """The heads decide together; their minutes are signed."""
    head.open(case)
    assert "集体讨论" in head.why_not("作出处罚决定")
    head.act("登记集体讨论")
    head.fill(held_on=head.today.isoformat(), expected=3, record="同意拟处罚意见。")
    for line, (name, post) in enumerate(MEMBERS):
        head.fill(**{f"name_{line}": name, f"post_{line}": post, f"opinion_{line}": "同意。"})
        head.choose(f"agrees_{line}", "同意")
    assert "签名的讨论记录" in head.send_refused("登记集体讨论")
    head.upload("files", photo(folder, "集体讨论记录"))
    head.send("登记集体讨论")
