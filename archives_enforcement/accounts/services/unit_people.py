"""单位的人员: who asks to act for a unit, who says that he may, and how his access ends."""

from datetime import date

from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password
from django.db.models import F
from django.urls import reverse

from archives_enforcement.accounts import effects
from archives_enforcement.accounts.models import Grant, Party, Post, User
from archives_enforcement.accounts.roles import ROLES
from archives_enforcement.accounts.workflow import GRANT_FLOW, MANAGE
from archives_enforcement.audit import trail
from archives_enforcement.workflow import Refused, act, lock

STAFF = "您登录的是档案局工作人员的账号，不能代表被检查单位。请先退出登录，再打开链接。"


@act
def apply(
    party: Party,
    *,
    on: date,
    post: str,
    user: User | None = None,
    username: str = "",
    password: str = "",
    name: str = "",
    phone: str = "",
    note: str = "",
) -> Grant:
    """申请: somebody who holds a paper of the unit wants to act for it; others say that he may."""
    party = Party.objects.select_for_update().get(pk=party.pk)  # one who asks twice asks once
    if user is None:
        user = make_account(username, password, name=name, phone=phone, party=party)
    check_may_act(user)
    if party.grants.valid_on(on).filter(user=user).exists():
        raise Refused(f"您已经可以办理{party}的事项，不用再申请。")
    if Grant.objects.filter(user=user, party=party, state=Grant.State.WAITING).exists():
        raise Refused("您的申请已经提交，正在等确认，不用再交一次。")
    grant = Grant.objects.create(
        user=user, party=party, post=post, valid_from=on, state=Grant.State.WAITING
    )
    words = f"{user}申请作为{party}的{grant.get_post_display()}登录办理，请核实后确认。"
    effects.tell(managers_of(party, on), words, url=page(grant))
    trail.record(grant, "apply", "申请代表单位", actor=user, on=on, note=note)
    return grant


def managers_of(party: Party, on: date) -> list[User]:
    """Those who may say who acts for the party: its own managers, and the bureau's staff."""
    own = party.grants.valid_on(on).filter(post=Post.MANAGER)
    keepers = {ROLES[code].label for code in ROLES if MANAGE in ROLES[code].permissions}
    staff = User.objects.filter(bureau=party.bureau_id, groups__name__in=keepers)
    people = User.objects.filter(pk__in=own.values("user")) | User.objects.filter(
        pk__in=staff.values("pk")
    )
    return list(people.filter(is_active=True).distinct())


@act
def confirm(grant: Grant, *, actor, on: date) -> Grant:
    """确认: from now on he acts for the unit."""
    grant = GRANT_FLOW.advance(
        grant, "confirm", actor=actor, on=on, write=lambda row: {"valid_from": on}
    )
    effects.tell([grant.user], f"已确认，您可以办理{grant.party}的事项。")
    return grant


@act
def refuse(grant: Grant, *, actor, on: date, note: str) -> Grant:
    """不确认: nothing opens for him."""
    if not note.strip():
        raise Refused("请写明为什么不确认，申请人能看到。")
    grant = GRANT_FLOW.advance(grant, "refuse", actor=actor, on=on, note=note.strip())
    effects.tell([grant.user], f"代表{grant.party}的申请没有确认：{note.strip()}")
    return grant


@act
def change_post(grant: Grant, *, actor, on: date, post: str) -> Grant:
    """改变身份: 负责人 or 档案员."""
    lock(grant.party, actor)  # of two managers who end each other one comes first
    if post == lock(grant, actor).post:
        raise Refused("身份没有变化，不用再办。")
    grant = GRANT_FLOW.advance(
        grant,
        "change_post",
        actor=actor,
        on=on,
        write=lambda row: {"post": post},
        note=Post(post).label,
    )
    _follow(grant, "change_post", actor, on, {"post": post})
    return grant


@act
def end(grant: Grant, *, actor, on: date) -> Grant:
    """停用: he is signed out at once and sees nothing of the unit; what he did stands.

    What he had of other units only through this one ends with it.
    """
    lock(grant.party, actor)
    grant = GRANT_FLOW.advance(grant, "end", actor=actor, on=on, write=lambda row: {"ended_on": on})
    _follow(grant, "end", actor, on, {"ended_on": on})
    User.objects.filter(pk=grant.user_id).update(session_round=F("session_round") + 1)
    return grant


def _follow(grant: Grant, name: str, actor, on: date, changes: dict) -> None:
    """The same to grants that came with this one; who acts need not be anything there himself."""
    for row in effects.following(grant, on):
        for field, value in changes.items():
            setattr(row, field, value)
        row.save(update_fields=list(changes))
        label = GRANT_FLOW.transitions[name].label
        trail.record(row, name, label, actor=actor, on=on, note=f"随{grant.party}的授权{label}")


def make_account(username: str, password: str, *, name: str, phone: str, party: Party) -> User:
    """An account in the post of a unit's person, which by itself opens nothing."""
    person = User(username=username, name=name.strip(), phone=phone.strip(), employer=party.name)
    validate_password(password, person)
    person.set_password(password)
    person.full_clean()
    person.save()
    person.groups.add(Group.objects.get(name=ROLES["unit_contact"].label))
    return person


def page(grant: Grant) -> str:
    return reverse("accounts:people", args=[grant.party_id])


def check_may_act(user: User) -> None:
    """Refuse whoever is no unit's person by his post."""
    if user.bureau_id:
        raise Refused(STAFF)
    post = Group.objects.get(name=ROLES["unit_contact"].label)
    if not user.groups.filter(pk=post.pk).exists():
        raise Refused("您登录的账号不是单位经办人账号，请退出登录后再打开链接，另设一个账号。")
