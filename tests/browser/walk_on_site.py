"""The walk at the unit, on a phone: start, every group of the checklist, facts, the signature."""

from pathlib import Path

from PIL import Image
from playwright.sync_api import expect

from tests.browser.walk import Person

PROBLEMS = {
    "2-02": "库房2具灭火器压力不足，检验标签已过期。",
    "2-06": "库房近三个月没有温湿度记录。",
    "3-03": "档案员变动后没有交接清单。",
}
ORAL = "当场反馈问题及整改要求。"


def photo(folder: Path, name: str) -> Path:
    """A picture as a phone takes it."""
    path = folder / f"{name}.jpg"
    Image.new("RGB", (640, 480), "#8a5a2b").save(path)
    return path


def start(phone: Person, visit: str, **late) -> None:
    phone.open(visit)
    phone.act("开始检查")
    phone.fill(**late)
    assert "请先告知、出示执法证件" in phone.send("开始检查")
    take_steps(phone, **({"at": late["arrived_at"]} if "arrived_at" in late else {}))


def take_steps(phone: Person, **late) -> None:
    """告知 and 亮证, without which nothing is recorded."""
    for step in ("告知", "亮证"):
        phone.follow(step)
        phone.fill(**late)
        phone.send(f"记录{step}")


def record_group(phone: Person, problems: dict[str, str], picture: Path) -> int:
    """Answer every card of the group shown; returns how many did not conform."""
    failing = 0
    for card in phone.page.locator("section.phone").all():
        code = card.get_attribute("id").removeprefix("q")
        if code in problems:
            failing += 1
            card.locator("label.no").click()
            card.locator("textarea").fill(problems[code])
            card.locator("input[type=file]").set_input_files(picture)  # while the answer is saved
            expect(card).to_contain_text("已存 1 张")
        else:
            card.locator("label.yes").click()
    return failing


def record_checklist(phone: Person, problems: dict[str, str], picture: Path) -> None:
    """Group after group, as the buttons lead; a photo goes with each problem."""
    phone.go(phone.page.locator(".parts li a").nth(1))
    failing, last = 0, False
    while not last:
        failing += record_group(phone, problems, picture)
        last = phone.page.get_by_role("button", name="下一组").count() == 0
        phone.send("回到目录" if last else "下一组")
    assert failing == len(problems)
    assert "全部记完" in phone.reads()


def record_facts(phone: Person, oral: str) -> None:
    phone.follow("现场情况和口头反馈")
    phone.tick("查阅资料", "核查现场")
    phone.fill(
        **{"name-0": "周某", "title-0": "副主任"},
        oral_feedback_to="分管负责人",
        oral_feedback=oral,
    )
    phone.page.select_option("[name=role-0]", "deputy")
    phone.send("保存")


def draw_signature(phone: Person) -> None:
    """A hand's movement over the box."""
    box = phone.page.locator("canvas.sign").first
    box.scroll_into_view_if_needed()
    place = box.bounding_box()
    mouse = phone.page.mouse
    mouse.move(place["x"] + 30, place["y"] + 40)
    mouse.down()
    for right, down in ((60, 90), (110, 30), (160, 100), (230, 50)):
        mouse.move(place["x"] + right, place["y"] + down, steps=4)
    mouse.up()


def finish_signed(phone: Person) -> None:
    """Without a name and a signature it does not end."""
    phone.follow("结束检查")
    phone.tick("内容已向单位负责人宣读")
    reasons = phone.send_refused("结束检查并加锁")
    assert "签字人" in reasons and "还没有签名" in reasons
    phone.fill(signed_by="分管负责人")
    draw_signature(phone)
    if not phone.page.locator("[name=confirm]").is_checked():
        phone.tick("内容已向单位负责人宣读")
    phone.send("结束检查并加锁")


def visit_unit(phone: Person, visit: str, folder: Path) -> None:
    """The whole visit; before the facts are recorded it cannot be ended."""
    start(phone, visit)
    record_checklist(phone, PROBLEMS, photo(folder, "现场"))
    phone.follow("结束检查")
    assert "还没有记录当场口头反馈" in phone.reads()
    phone.go(phone.page.locator("a.back"))
    record_facts(phone, ORAL)
    finish_signed(phone)


def look_back(phone: Person, visit: str, *, fixed: str) -> None:
    """The problem with the words `fixed` is put right, the others are not; signing is refused."""
    start(phone, visit)
    phone.follow("原检查的问题")
    for card in phone.page.locator("section.phone").all():
        put_right = fixed in card.inner_text()
        card.locator("label.yes" if put_right else "label.no").click()
        card.locator("textarea").fill("已经配齐。" if put_right else "仍然没有。")
    phone.send("保存，回到目录")
    record_facts(phone, "仍有一项没有整改。")
    phone.follow("结束检查")
    phone.tick("拒绝签字")
    phone.fill(reason="对事实有不同意见", witness="区档案馆馆员")
    phone.tick("内容已向单位负责人宣读")
    phone.send("结束检查并加锁")


def mark_observer(phone: Person) -> None:
    phone.act("登记观察员到场")
    phone.tick("基层档案员")
    phone.send("登记观察员到场")
