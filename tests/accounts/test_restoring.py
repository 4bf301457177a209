"""重设登录: who lost his password sets a new one by a link of his manager or of the bureau."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.accounts import services
from archives_enforcement.accounts.models import Grant, UnitInvitation, User
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.notifications.models import Message
from archives_enforcement.workflow import Refused
from tests import factories

NEW = "xin-de-mi-ma-2026"
TYPED = {"password": NEW, "again": NEW}


def today():
    return timezone.localdate()


@pytest.fixture
def party(bureau):
    return factories.make_unit(bureau, "示例街道一").party


@pytest.fixture
def manager(party):
    return factories.make_contact("manager", party)


@pytest.fixture
def archivist(party):
    return factories.make_contact("archivist", party, post="archivist")


def restore(person, actor, party):
    return services.restore(person.grants.get(party=party), actor=actor, on=today())


def page_of(person):
    return reverse("accounts:grant-restore", args=[person.grants.get().pk])


def join(token):
    return reverse("joining:join", args=[token])


def fresh(user):
    return User.objects.get(pk=user.pk)


def test_the_manager_gives_a_link_and_the_colleague_sets_his_password_once(
    client, party, manager, archivist
):
    client.force_login(manager)
    assert page_of(archivist) in client.get(reverse("accounts:people", args=[party.pk])).text
    given = client.post(page_of(archivist))
    token = given.context["link"].rstrip("/").rsplit("/", 1)[-1]
    assert "<svg" in given.text and "archivist" in given.text and "style=" not in given.text
    assert token not in str(UnitInvitation.objects.values_list())
    client.force_login(archivist)  # signed in on a device with the old password
    other = type(client)()
    assert "您的用户名是" in other.get(join(token)).text
    assert other.post(join(token), TYPED | {"again": "x"}).status_code == 422
    assert other.post(join(token), TYPED).url == reverse("login")
    assert fresh(archivist).check_password(NEW)
    assert client.get(reverse("accounts:people", args=[party.pk])).url.startswith("/login/")
    used = other.get(join(token)).text
    assert "链接不能用" in used and "设新密码" in used and "接受邀请" not in used
    assert other.post(join(token), TYPED).status_code == 422
    with pytest.raises(Refused, match="已经用过"):
        services.set_password(token, on=today(), password="di-er-ge-ren-2024")


def test_a_lone_manager_gets_his_link_from_the_clerk(client, party, manager, clerk, officer):
    with pytest.raises(PermissionDenied):
        restore(manager, officer, party)
    with pytest.raises(Refused, match="修改密码"):
        restore(manager, manager, party)
    client.force_login(clerk)
    given = client.post(page_of(manager))
    assert "登录指引" in given.text and "打印这一页" in given.text
    token = given.context["link"].rstrip("/").rsplit("/", 1)[-1]
    assert services.set_password(token, on=today(), password=NEW) == manager
    assert Message.objects.filter(recipient__in=[clerk, manager]).count() == 2


def test_who_is_no_manager_or_manages_another_unit_gives_none(party, manager, archivist, bureau):
    with pytest.raises(Refused, match="只有本单位的负责人"):
        restore(manager, archivist, party)
    stranger = factories.make_contact("stranger", factories.make_unit(bureau, "示例街道二").party)
    with pytest.raises(Grant.DoesNotExist):
        restore(archivist, stranger, party)
    assert not UnitInvitation.objects.exists()


def test_an_account_that_opens_more_is_restored_by_who_answers_for_all(
    bureau, party, manager, archivist, clerk
):
    second = factories.make_unit(bureau, "示例街道二").party
    held = Grant.objects.create(user=archivist, party=second, valid_from=today())
    with pytest.raises(Refused, match="还代表别的单位，请联系档案局"):
        restore(archivist, manager, party)
    assert restore(archivist, clerk, party)[0].is_open  # both stand in his register
    held.delete()
    elsewhere = factories.make_unit(factories.make_bureau("邻区档案局", "120112"), "外区").party
    Grant.objects.create(user=archivist, party=elsewhere, valid_from=today())
    with pytest.raises(Refused, match="请联系系统管理员"):
        restore(archivist, clerk, party)


def test_staff_posts_are_not_opened_by_a_manager(party, manager, archivist):
    archivist.groups.add(factories.make_user("watcher", "observer").groups.get())
    with pytest.raises(Refused, match="别的岗位"):
        restore(archivist, manager, party)


def test_what_the_account_came_to_open_meanwhile_closes_the_link(bureau, party, manager, archivist):
    _, token = restore(archivist, manager, party)
    second = factories.make_unit(bureau, "示例街道二").party
    held = Grant.objects.create(user=archivist, party=second, valid_from=today())
    with pytest.raises(Refused, match="还代表别的单位"):
        services.set_password(token, on=today(), password=NEW)
    held.delete()
    assert services.set_password(token, on=today(), password=NEW) == archivist


@pytest.mark.parametrize("how", ["revoked", "expired", "newer", "ended", "giver", "moved"])
def test_a_link_that_does_not_hold_sets_nothing(party, manager, archivist, clerk, how):
    row, token = restore(archivist, manager, party)
    if how == "revoked":
        services.revoke_invitation(row, actor=manager, on=today())
    elif how == "expired":
        UnitInvitation.objects.update(expires_at=timezone.now())
    elif how == "newer":
        restore(archivist, clerk, party)
    elif how == "moved":
        _, token = restore(archivist, clerk, party)
        clerk.bureau = factories.make_bureau("邻区档案局", "120112")
        clerk.save()
    else:
        gone = archivist if how == "ended" else manager
        services.end(gone.grants.get(), actor=clerk, on=today())
    with pytest.raises(Refused):
        services.set_password(token, on=today(), password=NEW)
    assert not fresh(archivist).check_password(NEW)


def test_each_kind_of_link_does_its_own_alone(party, manager, archivist):
    _, restoring = restore(archivist, manager, party)
    _, inviting = services.invite(party, actor=manager, on=today(), name="王五", post="manager")
    with pytest.raises(Refused):
        services.accept_invitation(restoring, on=today(), username="x", password=NEW)
    with pytest.raises(Refused):
        services.set_password(inviting, on=today(), password=NEW)


def test_a_weak_password_is_refused_and_the_link_still_holds(party, manager, archivist):
    _, token = restore(archivist, manager, party)
    with pytest.raises(ValidationError):
        services.set_password(token, on=today(), password="123456789012")
    assert services.invitation_of(token) is not None


def test_giving_and_using_stand_in_the_trail(party, manager, archivist):
    _, token = restore(archivist, manager, party)
    services.set_password(token, on=today(), password=NEW)
    kept = AuditEntry.objects.filter(bureau_code=party.bureau.code).order_by("sequence")
    assert [(row.action, row.actor_name) for row in kept] == [
        ("restore", str(manager)), ("set_password", str(archivist)),
    ]  # fmt: skip
    assert NEW not in str(kept.values_list()) and token not in str(kept.values_list())
