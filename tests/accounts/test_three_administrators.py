"""三员分立: what each of the three does, and what none of them does for himself."""

import pytest
from django.contrib.auth.models import Group
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.accounts import services
from archives_enforcement.accounts.models import SecondFactor, User
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.workflow import Refused
from tests import factories
from tests.accounts.signing_in import signed_in

LIST, ADD = reverse("admin:accounts_user_changelist"), reverse("admin:accounts_user_add")
TRAIL = reverse("audit:entry-list")


@pytest.fixture
def apart(settings):
    settings.THREE_ADMINISTRATORS = True


def change_of(person):
    return reverse("admin:accounts_user_change", args=[person.pk])


def typed(person, *roles, **more):
    facts = {"username": person.username, "name": person.name, "employer": "", "phone": "1"}
    posts = [factories.post_of(role) for role in roles]
    return facts | {"bureau": person.bureau_id or "", "groups": posts, "is_active": "on"} | more


def test_each_does_his_own_half_and_not_the_other(client, apart, three, clerk):
    system, security, auditor = (signed_in(client, person) for person in three)
    assert system.get(ADD).status_code == 200
    assert security.get(ADD).status_code == 403
    assert auditor.get(LIST).status_code == 302  # not of the administration at all

    assert system.post(change_of(clerk), typed(clerk, "head")).status_code == 302
    assert User.objects.get(pk=clerk.pk).role_names == ("综合人员",)
    assert User.objects.get(pk=clerk.pk).phone == "1"
    assert security.post(change_of(clerk), typed(clerk, "head", phone="2")).status_code == 302
    changed = User.objects.get(pk=clerk.pk)
    assert (changed.role_names, changed.phone) == (("机关负责人",), "1")
    closing = typed(clerk, "head")
    del closing["is_active"]
    security.post(change_of(clerk), closing)
    assert User.objects.get(pk=clerk.pk).is_active
    system.post(change_of(clerk), closing)
    assert not User.objects.get(pk=clerk.pk).is_active

    words = reverse("admin:auth_user_password_change", args=[clerk.pk])
    assert security.get(words).status_code == 403
    assert words not in security.get(change_of(clerk)).text
    assert system.get(words).status_code == 200
    for page in ("admin:accounts_grant_add", "admin:accounts_deputation_add"):
        assert system.get(reverse(page)).status_code == 403
        assert security.get(reverse(page)).status_code == 200


def test_the_auditor_reads_the_trail_with_the_administrators_acts_and_nothing_else(
    client, apart, three, clerk, bureau
):
    system, _, auditor = (signed_in(client, person) for person in three)
    system.post(change_of(clerk), typed(clerk))
    services.confirm_identity(
        bureau,
        actor=factories.make_user("h", "head", bureau=bureau),
        on=timezone.localdate(),
        **factories.IDENTITY,
    )
    assert auditor.get(reverse("home")).url == TRAIL
    shown = auditor.get(TRAIL).text
    assert "修改账号" in shown and "确认机关信息" in shown
    for page in ("penalties:case-list", "units:unit-list", "reports:workbench", "search"):
        assert auditor.get(reverse(page)).status_code == 403, page
    assert "修改账号" not in signed_in(client, clerk).get(TRAIL).text
    assert system.get(TRAIL).status_code == 403


def test_one_of_the_bureau_audits_it_alone(client, three, bureau, other_bureau):
    one = factories.make_user("one", "audit_administrator", bureau=other_bureau)
    services.confirm_identity(
        bureau,
        actor=factories.make_user("h", "head", bureau=bureau),
        on=timezone.localdate(),
        **factories.IDENTITY,
    )
    assert "确认机关信息" not in signed_in(client, one).get(TRAIL).text


@pytest.mark.parametrize("how", ["form", "orm", "other side"])
def test_nobody_is_two_of_the_three(client, three, how):
    system, security, auditor = three
    if how == "form":
        desk = signed_in(client, security)
        posts = typed(auditor, "audit_administrator", "administrator")
        answer = desk.post(change_of(auditor), posts)
        assert "一个人只能担任" in answer.text
    else:
        post = Group.objects.get(name="系统管理员")
        with pytest.raises(DatabaseError, match="one of three"), transaction.atomic():
            if how == "orm":
                auditor.groups.add(post)
            else:
                post.user_set.add(auditor)
    assert auditor.groups.get().name == "审计管理员"


def test_an_administrator_of_three_holds_no_other_post(client, apart, three, clerk):
    _, security, _ = three
    desk = signed_in(client, security)
    answer = desk.post(change_of(clerk), typed(clerk, "clerk", "audit_administrator"))
    assert "不能同时担任别的岗位" in answer.text


def test_nobody_gives_himself_a_post(client, apart, three):
    for person in three[:2]:
        desk = signed_in(client, person)
        desk.post(change_of(person), typed(person, "head"))
        assert "机关负责人" not in User.objects.get(pk=person.pk).role_names


def test_without_the_profile_the_administrator_gives_posts_too(client, three, clerk):
    desk = signed_in(client, three[0])
    assert desk.post(change_of(clerk), typed(clerk, "head")).status_code == 302
    assert User.objects.get(pk=clerk.pk).role_names == ("机关负责人",)
    entry = AuditEntry.objects.get(action="change_account")
    assert (entry.actor, entry.target) == (three[0], clerk)
    assert "机关负责人" in entry.note


def test_the_second_factor_begins_anew_by_the_security_administrator(apart, three, clerk):
    row = services.begin_second_factor(clerk)
    SecondFactor.objects.update(confirmed_at=timezone.now())
    facts = {"on": timezone.localdate(), "reason": "手机丢失"}
    with pytest.raises(Refused):
        services.reset_second_factor(row, actor=three[0], **facts)
    assert not services.reset_second_factor(row, actor=three[1], **facts).confirmed_at
