"""Acts on bureaus and people."""

from datetime import date

from django.contrib.auth.models import Group, Permission
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction

from archives_enforcement.accounts.models import Bureau, User
from archives_enforcement.accounts.roles import ROLES
from archives_enforcement.audit import trail
from archives_enforcement.workflow import Refused, act, check_permission, lock

IDENTITY = {
    "subject_name": "行政主体名称",
    "seal_name": "印章名称",
    "reconsideration_body": "行政复议机关",
    "court": "有管辖权的人民法院",
    "address": "地址",
    "phone": "联系电话",
}
MORE = {"fonds_number": "全宗号"}  # known where the bureau has been given one; no letter needs it


@act
def confirm_identity(bureau: Bureau, *, actor, on: date, **identity: str) -> Bureau:
    """确认机关信息: whose name and seal stand under a letter, and where one may appeal.

    A bureau may be a sign hung on a party office, so nothing of this can be guessed from its name;
    no letter goes out before the head has confirmed it
    (行政处罚法第五十九条, 行政复议法第二十四条).
    """
    bureau = lock(bureau, actor)
    check_permission(actor, "accounts.confirm_identity", "确认机关信息")
    missing = [label for field, label in IDENTITY.items() if not identity.get(field)]
    if missing:
        raise Refused(f"请填写{'、'.join(missing)}；缺少这些内容，文书不能签发。")
    given = [field for field in (*IDENTITY, *MORE) if field in identity]
    for field in given:
        setattr(bureau, field, identity[field])
    bureau.identity_confirmed_on = on
    bureau.save(update_fields=[*given, "identity_confirmed_on"])
    trail.record(bureau, "confirm_identity", "确认机关信息", actor=actor, on=on, details=identity)
    return bureau


@act
def create_administrator(
    *,
    username: str,
    name: str,
    password: str,
    on: date,
    bureau: Bureau | None = None,
    post: str = "administrator",
) -> User:
    """建立系统管理员, who keeps bureaus, people and certificates, or another of the three.

    Nobody has signed in yet when the first one is made, so the entry in the audit names none.
    Raises ValidationError for a taken name or a weak password.
    """
    label = ROLES[post].label
    group = Group.objects.filter(name=label).first()
    if group is None:
        raise Refused("还没有载入岗位，请先运行 manage.py load_reference。")
    at_the_desk = post != "audit_administrator"
    person = User(username=username, name=name, bureau=bureau, is_staff=at_the_desk)
    validate_password(password, person)
    person.set_password(password)
    person.full_clean()
    person.save()
    person.groups.add(group)
    trail.record(person, "create_administrator", f"建立{label}", actor=None, on=on)
    return person


def public_sender() -> User:
    """In whose name files of the public pages are kept: somebody who can never sign in."""
    facts = {"name": "公众（网上提交）", "is_active": False}
    person, made = User.objects.get_or_create(username="public-sender", defaults=facts)
    if made:
        person.set_unusable_password()
        person.save(update_fields=["password"])
    return person


@transaction.atomic
def sync_roles(*, strict: bool = True) -> int:
    """Write the table of roles to Django's groups; returns how many roles there are."""
    known = {
        f"{permission.content_type.app_label}.{permission.codename}": permission
        for permission in Permission.objects.select_related("content_type")
    }
    for code, role in ROLES.items():
        unknown = [name for name in role.permissions if name not in known]
        if unknown and strict:
            raise ImproperlyConfigured(f"岗位 {code} 用了不存在的权限：{', '.join(unknown)}")
        group, _ = Group.objects.get_or_create(name=role.label)
        group.permissions.set([known[name] for name in role.permissions if name in known])
    return len(ROLES)
