"""单位的人员: how a grant begins and ends, and who may say so."""

from archives_enforcement.accounts.models import Grant, Post
from archives_enforcement.accounts.roles import ROLES
from archives_enforcement.workflow import Act, Transition, Workflow

MANAGE = "accounts.manage_people"
S = Grant.State
NOT_YOURS = "只有本单位的负责人能管理人员，请联系负责人，或者联系档案局。"


def why_not_managing(party, actor, on) -> str | None:
    """The bureau manages the people of its units, a unit's manager those of his own."""
    if actor.bureau_id:
        return None
    own = party.grants.valid_on(on).filter(user=actor, post=Post.MANAGER)
    return None if own.exists() else NOT_YOURS


def manages(grant: Grant, act: Act) -> str | None:
    return why_not_managing(grant.party, act.actor, act.on)


def not_there_already(grant: Grant, act: Act) -> str | None:
    held = grant.party.grants.valid_on(act.on).filter(user=grant.user_id)
    if not held.exists():
        return None
    return "他已经可以办理本单位的事项，不用再确认；这份申请请点“不确认”。"


def other_manager_left(grant: Grant, act: Act) -> str | None:
    """A unit never locks itself out; the bureau may end anybody, and invite anew."""
    if act.actor.bureau_id or grant.post != Post.MANAGER:
        return None
    others = grant.party.grants.valid_on(act.on).filter(post=Post.MANAGER, user__is_active=True)
    if others.exclude(pk=grant.pk).exclude(user=grant.user_id).exists():
        return None
    return "这是本单位最后一名负责人。请先把另一个人设为负责人再办；没有合适的人，请联系档案局。"


def of_another(grant: Grant, act: Act) -> str | None:
    if grant.user_id not in act.persons:
        return None
    return "自己的密码请点右上角的“修改密码”；忘了密码的，请另一名负责人或者档案局重设。"


def opens_nothing_else(grant: Grant, act: Act) -> str | None:
    """Who gives the link could use it: the account opens no more than what he answers for."""
    other = Grant.objects.valid_on(act.on).filter(user=grant.user_id).exclude(party=grant.party_id)
    if act.actor.bureau_id:
        other = other.exclude(party__bureau=act.actor.bureau_id)
    if other.exists():
        whom = "系统管理员" if act.actor.bureau_id else "档案局"
        return f"{grant.user}还代表别的单位，请联系{whom}重设登录。"
    posts = grant.user.groups.exclude(name=ROLES["unit_contact"].label)
    if grant.user.is_staff or posts.exists():
        return f"{grant.user}还有别的岗位，请联系系统管理员重设登录。"
    return None if grant.user.is_active else f"{grant.user}的账号已停用，请联系系统管理员。"


GRANT_FLOW = Workflow(
    Transition("confirm", "确认", (S.WAITING,), S.HELD, MANAGE, (manages, not_there_already)),
    Transition("refuse", "不确认", (S.WAITING,), S.REFUSED, MANAGE, (manages,)),
    Transition("change_post", "改变身份", (S.HELD,), "", MANAGE, (manages, other_manager_left)),
    Transition(
        "restore", "重设登录", (S.HELD,), "", MANAGE, (manages, of_another, opens_nothing_else)
    ),
    Transition("end", "停用", (S.HELD,), S.ENDED, MANAGE, (manages, other_manager_left)),
)
