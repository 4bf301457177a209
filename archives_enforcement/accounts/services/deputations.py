"""代理（AB角）: who may stand in for whom, in which posts and for how long."""

from datetime import date, timedelta

from django.contrib.auth.models import Group

from archives_enforcement.accounts import effects
from archives_enforcement.accounts.models import Bureau, Deputation, User
from archives_enforcement.accounts.roles import DEPUTISED, ROLES, STAFF
from archives_enforcement.audit import trail
from archives_enforcement.workflow import Refused, act, check_permission

LONGEST = timedelta(days=90)  # 本机关工作制度: who is away for longer is relieved of his post
NAME, KEEP = "accounts.name_deputy", "accounts.add_deputation"
END = "accounts.change_deputation"


@act
def deputise(
    principal: User,
    deputy: User,
    role: str,
    *,
    first_day: date,
    last_day: date,
    reason: str,
    actor: User,
    on: date,
    order: str = "",
) -> Deputation:
    """指定代理: `deputy` holds `role` (a code of DEPUTISED) in place of `principal` for some days.

    Made by the principal himself, so that whoever decides for the head is named by the head
    (行政处罚法第五十七条), or by the administrator on a written `order`. Raises Refused with the
    reason, and PermissionDenied to anybody else. What qualifies a deputy of the reviewer is taken
    from the record of him (第五十八条第二款).
    """
    _may_keep(principal, actor, NAME, KEEP, "指定代理人")
    list(Bureau.objects.select_for_update().filter(pk=principal.bureau_id))  # one at a time
    row = Deputation(
        bureau_id=principal.bureau_id,
        principal=principal,
        deputy=deputy,
        role=_post(role),
        first_day=first_day,
        last_day=last_day,
        reason=reason.strip(),
        qualification=effects.qualification(role, deputy, first_day, last_day),
        order=order.strip(),
        made_by=actor,
        made_on=on,
    )
    for guard in (_stated, _days, _people, _qualified, _free):
        if why := guard(row, role):
            raise Refused(why)
    row.save()
    trail.record(row, "deputise", "指定代理", actor=actor, on=on, note=row.reason)
    _tell_both(row, f"{row}。办理的事项会注明代理。")
    return row


@act
def end_deputation(deputation: Deputation, *, actor: User, on: date, reason: str) -> Deputation:
    """提前结束: from now on the deputy acts for himself alone; what he has done stands."""
    row = Deputation.objects.select_for_update().get(pk=deputation.pk)
    _may_keep(row.principal, actor, NAME, END, "提前结束代理")
    if not reason.strip():
        raise Refused("请写明提前结束的原因。")
    if row.ended_on or row.last_day < on:
        raise Refused(f"这项代理{row.state_on(on)}，不用再办。")
    row.ended_on, row.ended_reason = on, reason.strip()
    row.save(update_fields=["ended_on", "ended_reason"])
    trail.record(row, "end_deputation", "提前结束代理", actor=actor, on=on, note=row.ended_reason)
    _tell_both(row, f"{row}，已提前结束。")
    return row


def _may_keep(principal, actor, own: str, administrators: str, label: str) -> None:
    check_permission(actor, own if actor.pk == principal.pk else administrators, label)


def _post(role: str) -> Group:
    if role not in DEPUTISED:
        names = "、".join(ROLES[code].label for code in DEPUTISED)
        raise Refused(
            f"只有{names}的工作可以代理。执法证件属于本人，执法人员和听证主持人的工作不能代理，"
            "请另派持证人员。依据：《中华人民共和国行政处罚法》第四十二条、第六十四条。"
        )
    return Group.objects.get(name=ROLES[role].label)


def _stated(row: Deputation, role: str) -> str | None:
    if not row.reason:
        return "请写明代理的原因。"
    if row.made_by_id != row.principal_id and not row.order:
        return (
            f"由系统管理员登记的，请填写{row.principal}书面指定代理人的文件名称和日期。"
            "依据：代理人由本人指定，本机关工作制度。"
        )
    return None


def _days(row: Deputation, role: str) -> str | None:
    if row.first_day < row.made_on:
        return "开始日期不能早于今天，以前的办理不能补为代理。"
    if row.last_day < row.first_day:
        return "结束日期不能早于开始日期。"
    if row.last_day - row.first_day >= LONGEST:
        return f"一次代理不超过{LONGEST.days}天；离开更久的，请调整岗位。依据：本机关工作制度。"
    return None


def _people(row: Deputation, role: str) -> str | None:
    principal, deputy = row.principal, row.deputy
    posts = set(deputy.groups.values_list("name", flat=True))
    if principal.pk == deputy.pk:
        return "代理人不能是本人，请选择一位同事。"
    if not row.bureau_id or not principal.groups.filter(pk=row.role_id).exists():
        return f"{principal}本人不是{row.role}，不能指定别人代理；代理人也不能再指定代理人。"
    if deputy.bureau_id != row.bureau_id or not deputy.is_active:
        return f"{deputy}不是本机关在岗的工作人员，请选择本机关的同事。"
    if ROLES["administrator"].label in posts or not posts & {ROLES[code].label for code in STAFF}:
        return f"{deputy}不在执法、审核、综合或者负责人岗位，不能代理{row.role}。"
    if row.role.name in posts:
        return f"{deputy}本来就是{row.role}，不用代理。"
    return None


def _qualified(row: Deputation, role: str) -> str | None:
    """Whoever is new to reviewing has passed the state examination, a deputy as well."""
    if row.qualification or not effects.asks_qualification(role):
        return None
    return (
        f"没有登记{row.deputy}在代理期间一直有效的法制审核资格：初次从事法制审核的，应当通过国家统一"
        "法律职业资格考试取得法律职业资格。请系统管理员先在“法制审核人员资格”登记，再指定代理人。"
        "依据：《中华人民共和国行政处罚法》第五十八条第二款。"
    )


def _free(row: Deputation, role: str) -> str | None:
    """No two for one post at a time, and no chain: who stands in is there himself."""
    others = Deputation.objects.overlapping(row.first_day, row.last_day)
    others = others.filter(bureau=row.bureau_id).select_related("principal", "deputy", "role")
    for other in others:
        pairs = (other.principal_id, other.deputy_id)
        same = {row.principal_id, row.deputy_id} & set(pairs) and other.role_id == row.role_id
        if other.deputy_id == row.principal_id or other.principal_id == row.deputy_id:
            return f"代理人不能再由别人代理：这些日子里已有“{other}”，请先提前结束。"
        if same:
            return f"同一岗位的代理不能重叠：这些日子里已有“{other}”，请先提前结束。"
    return None


def _tell_both(row: Deputation, text: str) -> None:
    effects.tell([row.principal, row.deputy], text, url=row.get_absolute_url())
