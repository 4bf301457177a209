"""How matters end where no fine is paid, each walked from the tip to the archives."""

from datetime import date

import pytest

from tests.browser import founding, walk_case, walk_file, walk_lead, walk_papers, walk_preparing
from tests.browser.walk_on_site import photo

pytestmark = pytest.mark.full
BESIDE_THE_TEXT = ("title", "attachments", "cc", "printer")
NOT_PENALISED = "不予行政处罚决定书"
REASONS = "初次违法，危害后果轻微，已及时改正。"
OTHER_FIRM = "示例档案服务公司二"
STOLEN = f"反映{OTHER_FIRM}的人员窃取档案。"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A bureau of its own that has done nothing yet."""
    with founding.running(tmp_path_factory.mktemp("founded")) as running:
        yield running


@pytest.fixture
def head(person):
    """Has confirmed under which name the bureau signs its papers."""
    walk_preparing.confirm_identity(person("head"))
    return person("head")


def test_a_proposal_about_an_organ_walks_to_the_archives(person, head, tmp_path):
    clerk, officer = person("clerk"), person("officer")
    lead = walk_lead.register(clerk, tmp_path)
    walk_lead.determine(officer, lead)
    paper = walk_lead.propose(officer, person("reviewer"), head)
    walk_lead.settle(officer, head, lead, paper, tmp_path)
    walk_file.archive(clerk, walk_file.compile_file(officer, lead))


def test_a_first_offence_walks_to_the_archives_without_a_fine(person, head, tmp_path):
    """The head chooses not to penalise and signs the decision; the party is taught and told."""
    clerk, officer = person("clerk"), person("officer")
    walk_case.register_firm(clerk)
    lead = walk_case.register_lead(clerk, tmp_path)
    case = walk_case.propose(officer, lead)
    walk_case.approve(head)
    walk_case.investigate(officer, case, tmp_path)
    head.open(case)
    head.act("结束案件（不处罚）")
    head.choose("outcome", "不予处罚（行政处罚法第三十三条）")
    head.fill(note=REASONS)
    assert "教育" in head.send_refused("结束案件（不处罚）")
    head.fill(education="当面讲解档案法第二十四条、第四十九条。")
    assert "还没有登记可以不予处罚的情节" in head.send_refused("结束案件（不处罚）")
    officer.open(case)
    officer.act("登记裁量事实")
    walk_case.use_fact(officer, "初次违法，次日全部追回", "首违可不罚")
    assert "集体讨论决定" in head.send_refused("结束案件（不处罚）")
    agree(head, case, tmp_path)
    end(head, case)
    assert "首违可不罚" in head.reads()
    officer.open(case)
    officer.act("起草其他文书")
    officer.follow("不予行政处罚决定书")
    assert "初次违法，次日全部追回" in officer.page.locator("[name=reasons]").input_value()
    number = decide_without_penalty(officer, person("reviewer"), head)
    walk_papers.deliver(clerk, number, tmp_path)
    walk_file.archive(clerk, walk_file.compile_file(officer, case))


def decide_without_penalty(officer, reviewer, head):
    """Drafted, looked through, signed by the head alone; read back as it was issued."""
    fill_what_is_empty(officer)
    officer.send("保存草稿")
    paper = officer.page.url
    number = walk_papers.send_reviewed(officer, reviewer, head, NOT_PENALISED)
    officer.open(paper)
    assert not officer.may("签发")
    words = walk_papers.text_of_pdf(officer)
    for said in (number, NOT_PENALISED, "初次违法，次日全部追回", "第三十三条", "行政复议"):
        assert said in words
    return number


def agree(head, case, folder):
    """The heads decide together that the penalty is waived."""
    head.open(case)
    head.act("登记集体讨论（不予处罚）")
    for line, name in enumerate(("机关负责人丑", "负责人乙")):
        head.fill(**{f"name_{line}": name, f"post_{line}": "局领导", f"opinion_{line}": "同意。"})
        head.choose(f"agrees_{line}", "同意")
    head.fill(held_on=date.today().isoformat(), expected=3, record="同意不予处罚。")
    head.upload("files", photo(folder, "讨论记录"))
    assert "多数同意" in head.send("登记集体讨论（不予处罚）")


def end(head, case):
    """The reasons stand on the page before he ends it, and stay on the case afterwards."""
    head.act("结束案件（不处罚）")
    assert "初次违法，次日全部追回" in head.reads()
    head.choose("outcome", "不予处罚（行政处罚法第三十三条）")
    head.fill(note=REASONS, education="当面讲解档案法第二十四条、第四十九条。")
    head.send("结束案件（不处罚）")
    head.open(f"{case}discretion/")
    assert "不予处罚的决定" in head.reads()


def test_a_suspicion_of_crime_walks_to_the_archives_by_a_transfer(person, head, tmp_path):
    """Facts found later call for the police: no notice any more, a referral, and the end."""
    clerk, officer = person("clerk"), person("officer")
    walk_case.register_firm(clerk, OTHER_FIRM, number=2)
    lead = walk_case.register_lead(clerk, tmp_path, STOLEN, OTHER_FIRM)
    case = walk_case.propose(officer, lead)
    walk_case.approve(head)
    walk_case.investigate(officer, case, tmp_path)
    compare(officer, case)
    suspect(officer, lead)
    report(officer, head, case)
    referral = refer(officer, person("reviewer"), head, case)
    head.open(case)
    head.act("结束案件（不处罚）")
    head.choose("outcome", "涉嫌犯罪，移送有权机关")
    head.fill(note="涉嫌窃取国有档案，已移送公安机关。")
    assert "接收机关的回执" in head.send_refused("结束案件（不处罚）")
    hand_over(officer, referral, tmp_path)
    police_open(officer, referral, tmp_path)
    assert "接收机关的回执" in head.send_refused("结束案件（不处罚）")
    hand_over_things(officer, referral, tmp_path)
    head.send("结束案件（不处罚）")
    walk_file.archive(clerk, walk_file.compile_file(officer, case))


def compare(officer, case):
    """J04: beside the figure stands how the case above ended under the same clause; it opens."""
    officer.open(case)
    officer.go(officer.page.locator(".tabs").get_by_role("link", name="裁量"))
    past = officer.page.get_by_role("region", name="同一条款的既往案件")
    assert "不予处罚" in past.inner_text()
    officer.follow(walk_case.FIRM, past)
    assert "不予处罚（行政处罚法第三十三条），案件已经结束" in officer.reads()


def suspect(officer, lead):
    officer.open(lead)
    officer.act("认定事实")
    walk_case.pick(officer, "crime", "涉嫌犯罪")
    officer.fill(grounds=f"{date.today():%Y年}发现涉嫌窃取国有档案。")
    officer.send("保存认定")


def report(officer, head, case):
    """Two officers report in writing before anything is referred."""
    officer.open(case)
    officer.act("起草其他文书")
    officer.follow("调查终结报告")
    fill_what_is_empty(officer)
    officer.send("保存草稿")
    walk_papers.submit(officer)
    walk_papers.sign(head, "调查终结报告")


def refer(officer, reviewer, head, case):
    officer.open(case)
    officer.act("起草其他文书")
    officer.follow("涉嫌犯罪案件移送书")
    officer.fill(receiver="示例新区公安分局")
    fill_what_is_empty(officer)
    officer.send("保存草稿")
    paper = officer.page.url
    officer.act("提交审核")
    officer.send("提交审核")
    reviewer.open("/")
    reviewer.follow("涉嫌犯罪案件移送书")
    reviewer.act("审核通过")
    reviewer.tick("我已核对")
    reviewer.send("审核通过")
    walk_papers.sign(head, "涉嫌犯罪案件移送书")
    return paper


def hand_over(officer, paper, folder):
    """The police sign for the list; their receipt is kept with the paper."""
    officer.open(paper)
    officer.act("登记办结")
    officer.tick("移送公安")
    officer.fill(note="已移送，公安机关在回执上签字。", receiver="示例新区公安分局 民警甲")
    officer.fill(listed="移送书1份\n调查终结报告1份")
    assert "回执的扫描件" in officer.send_refused("登记办结")
    officer.upload("files", photo(folder, "移送回执"))
    officer.send("登记办结")
    assert "示例新区公安分局民警甲" in officer.reads()


def police_open(officer, paper, folder):
    """They open a case, as their paper says; from then on the things are waited for."""
    officer.open(paper)
    officer.act("登记办结")
    officer.tick("公安立案审查")
    officer.page.locator("[name=decision][value=opened]").check()
    officer.fill(note="示公立字1号立案通知书")
    assert "没有扫描件的原因" in officer.send_refused("登记办结")
    officer.upload("files", photo(folder, "立案通知书"))
    officer.send("登记办结")


def hand_over_things(officer, paper, folder):
    officer.open("/")
    officer.follow("移交并登记回执")
    officer.tick("移交涉案物品")
    officer.fill(note="涉案档案已移交。", receiver="示例新区公安分局 民警甲", listed="档案3件")
    officer.upload("files", photo(folder, "交接手续"))
    officer.send("登记办结")


def fill_what_is_empty(officer):
    """What the record could not say of itself."""
    for field in officer.page.locator("main textarea, main input[type=text]").all():
        beside = field.get_attribute("name") in BESIDE_THE_TEXT
        if field.is_visible() and not beside and not field.input_value():
            field.fill("见案卷。")
