"""开始使用: what a bureau needs before its first visit, in order, and who does it."""

from datetime import date
from typing import NamedTuple

from django.urls import reverse

from archives_enforcement.accounts.models import Bureau, Certificate, User
from archives_enforcement.accounts.roles import ROLES
from archives_enforcement.asking import have_rows
from archives_enforcement.together import rows_together
from archives_enforcement.workdays import calendar
from inspections.models import Plan
from units.models import Unit

NEEDED = ("head", "clerk", "officer")  # posts without which no visit comes about
TWO = 2  # officers with a certificate go to a visit


class Step(NamedTuple):
    """One thing to do; `url` leads to where whoever reads it does it himself."""

    label: str
    who: str
    done: bool
    note: str  # what is still missing
    url: str = ""


def for_administrator(user, today: date) -> list[Step]:
    """The whole way, for the bureau of the administrator, or the one that was entered last."""
    bureau = user.bureau or Bureau.objects.order_by("-pk").first()
    first = Step(
        "登记档案主管部门", "系统管理员", bureau is not None, "写明名称、机关代字和上级机关",
        reverse("admin:accounts_bureau_add"),
    )  # fmt: skip
    if bureau is None:
        return [first]
    own, shared = _of_administrator(bureau, today), _of_bureau(bureau, today)
    return [first, *own, _holidays(today), *(step._replace(url="") for step in shared)]


def for_bureau(user, today: date) -> list[Step]:
    """What of it is left, with links for those who may go there."""
    bureau = user.bureau
    open_to = {
        "accounts:bureau-identity": "accounts.confirm_identity",
        "units:unit-import": "units.import_units",
        "inspections:plan-create": "inspections.draft_plan",
    }
    urls = {reverse(name) for name, permission in open_to.items() if user.has_perm(permission)}
    steps = [*_of_administrator(bureau, today), *_of_bureau(bureau, today)]
    return [
        step._replace(url=step.url if step.url in urls else "") for step in steps if not step.done
    ]


def _of_administrator(bureau: Bureau, today: date) -> list[Step]:
    people = User.objects.filter(bureau=bureau, is_active=True)
    cards = Certificate.objects.valid_on(today).filter(user__bureau=bureau, user__is_active=True)
    posts, holders = rows_together(
        [people.values_list("groups__name", flat=True), cards.values_list("user", flat=True)]
    )
    missing = [ROLES[code].label for code in NEEDED if ROLES[code].label not in posts]
    held = len(set(holders))
    return [
        Step(
            "登记用户，安排岗位", "系统管理员", not missing, f"还没有{'、'.join(missing)}",
            reverse("admin:accounts_user_changelist"),
        ),
        Step(
            "登记行政执法证件", "系统管理员", held >= TWO,
            f"到现场至少两人持证，现在有效的 {held} 人",
            reverse("admin:accounts_certificate_changelist"),
        ),
    ]  # fmt: skip


def _holidays(today: date) -> Step:
    return Step(
        f"登记{today.year}年的放假安排", "系统管理员", calendar.load().knows(today.year),
        "没有登记的年份，期限是暂定的", reverse("admin:workdays_holiday_year"),
    )  # fmt: skip


def _of_bureau(bureau: Bureau, today: date) -> list[Step]:
    plans = Plan.objects.filter(bureau=bureau, year=today.year)
    units, planned = have_rows([Unit.objects.filter(party__bureau=bureau), plans])
    return [
        Step(
            "确认机关信息", "机关负责人", bureau.identity_confirmed_on is not None,
            "没有确认以前，文书不能签发", reverse("accounts:bureau-identity"),
        ),
        Step(
            "导入被检查单位", "综合人员", units,
            "下载模板填好，上传后先预览再导入", reverse("units:unit-import"),
        ),
        Step(
            f"起草{today.year}年度计划", "综合人员", planned,
            "列出今年要检查的单位和月份", reverse("inspections:plan-create"),
        ),
    ]  # fmt: skip
