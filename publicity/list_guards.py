"""Why a public list cannot go on yet; each guard returns the sentence or None."""

from datetime import date

from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Act
from publicity.list_kinds import checked
from publicity.models import PublicList
from publicity.queries import lists as queries
from publicity.queries.lists import TO_FILL
from publicity.redaction import private_parts


def complete(row: PublicList, act: Act) -> str | None:
    """Something stands in it, every line is whole, and its ground is stated."""
    kept, faults = checked(row.kind, row.rows)
    if not kept:
        return "清单还没有内容，请先填写或者从 Excel 导入。"
    if faults:
        return f"清单里还有没有填完的内容：{faults[0]}。"
    if any(TO_FILL in cell for line in kept for cell in line):
        return f"清单里还有“{TO_FILL}”的内容（本机关的地址、电话等），请先填写。"
    if not row.source:
        return "还没有写明制定依据或者来源（示例内容须先核对），请起草人补上。"
    return None


def nothing_private(row: PublicList, act: Act) -> str | None:
    found = private_parts("\n".join(cell for line in row.rows for cell in line), None)
    if found:
        return f"清单里有{'、'.join(found)}，不能公开，请先改为办公电话或者删去。"
    return None


def as_registered(row: PublicList, act: Act) -> str | None:
    """A list of officers says what the register says on the day, or it misleads the public."""
    if row.about.from_register and row.rows != queries.registered(row.bureau, act.on):
        return "名录和执法证件的登记不一致，请起草人先“按登记更新”。"
    return None


def approved_by_another(row: PublicList, act: Act) -> str | None:
    if row.drafted_by_id in act.persons:
        return "起草人不能批准自己起草的清单，请由机关负责人批准。依据：本机关公示制度。"
    return None


def not_before_draft(row: PublicList, act: Act) -> str | None:
    if act.on < row.drafted_on:
        return f"办理日期不能早于起草日期（{cn_date(row.drafted_on)}）。"
    return None


def not_to_be_noted(row: PublicList) -> str | None:
    """A change is noted once, of what is public."""
    if row.state != PublicList.State.PUBLISHED:
        return "只有正在公开的版本需要登记内容变化。"
    if queries.update_clock(row):
        return "这份清单的内容变化已经登记，请起草新版本。"
    return None


def not_in_its_time(row: PublicList, changed_on: date, on: date) -> str | None:
    """The content of a version changes while it is public, and not after today."""
    if row.published_on <= changed_on <= on:
        return None
    return (
        f"内容变化的日期应当在现行版本公布（{cn_date(row.published_on)}）以后、"
        f"{cn_date(on)}以前（含当天）。"
    )
