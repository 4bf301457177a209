"""举报投诉 of the last days: one to be sorted, one about enforcement, one in an officer's hands."""

from datetime import date

from archives_enforcement.accounts.models import Bureau, Party, User
from inspections.services import tips

UNSORTED = {
    "about": "unit",
    "concerning": "示例学校一",
    "happened": "上个月底",
    "place": "行政楼一层档案室",
    "text": "档案室搬家时把一批旧档案堆在走廊里，好几天没有人管，有的已经散了。",
}
ABOUT_US = {
    "about": "enforcement",
    "concerning": "上周来检查的人员",
    "text": "来检查的人没有出示证件就开始查看档案。",
}
BY_TELEPHONE = {
    "about": "unit",
    "source": "call",
    "concerning": "示例医院一",
    "text": "病案库房空调坏了两个月，墙面发霉。",
}


def play(bureau: Bureau, people: dict[str, User], party: Party, on: date, today: date) -> None:
    """The call came on `on`, the others today; who called is sealed."""
    call, _ = tips.register(
        actor=people["clerk"], on=today, received_on=on, name="反映人甲", contact="000-00000001",
        **BY_TELEPHONE,
    )  # fmt: skip
    tips.accept(
        call, actor=people["clerk"], on=today, party=party, handler=people["officer"],
        text=BY_TELEPHONE["text"],
    )  # fmt: skip
    tips.send(bureau, on=today, **UNSORTED)
    tips.send(bureau, on=today, contact="000-00000002", **ABOUT_US)
