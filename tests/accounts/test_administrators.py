"""The first start: an administrator from the command line, then everything else through pages."""

import io

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.urls import reverse

from archives_enforcement.accounts.management.commands import create_administrator as command
from archives_enforcement.accounts.models import Bureau, Certificate, User
from archives_enforcement.audit.models import AuditEntry
from tests import factories

pytestmark = pytest.mark.django_db
PASSWORD = "drei-blaue-elefanten"


def create(monkeypatch, username="keeper", password=PASSWORD, **options):
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{password}\n"))
    call_command("create_administrator", username, password_stdin=True, **options)
    return User.objects.get(username=username)


def at_a_terminal(monkeypatch, *typed):
    """Answer the prompts with what is typed, as a person at a terminal."""
    lines = iter(typed)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr(command, "getpass", lambda prompt: next(lines))


def test_an_administrator_holds_that_post_alone(monkeypatch, bureau):
    keeper = create(monkeypatch, name="管理员甲", bureau=bureau.code)
    assert (keeper.name, keeper.bureau, keeper.is_staff) == ("管理员甲", bureau, True)
    assert keeper.role_names == ("系统管理员",)
    assert keeper.check_password(PASSWORD)
    assert AuditEntry.objects.get(action="create_administrator").target == keeper


def test_the_password_is_typed_twice_at_a_terminal(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO())
    at_a_terminal(monkeypatch, PASSWORD, PASSWORD)
    call_command("create_administrator", "keeper")
    assert User.objects.get().check_password(PASSWORD)


def test_two_different_passwords_are_refused(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO())
    at_a_terminal(monkeypatch, PASSWORD, f"{PASSWORD}2")
    with pytest.raises(CommandError, match="两次输入的密码不一样"):
        call_command("create_administrator", "keeper")
    assert not User.objects.exists()


def test_without_a_terminal_the_way_to_give_a_password_is_named(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO(PASSWORD))
    with pytest.raises(CommandError, match="--password-stdin"):
        call_command("create_administrator", "keeper")


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"password": "short"}, "密码太短，至少要有 12 个字符。"),
        ({"password": "password1234"}, "这个密码太常见了。"),
        ({"password": ""}, "密码太短"),
        ({"username": "two words"}, "请输入合法的用户名"),
        ({"username": "taken"}, "已存在"),
        ({"bureau": "999999"}, "没有代码为“999999”的机关"),
    ],
)
def test_bad_input_is_one_line_and_nothing_is_made(monkeypatch, facts, why):
    factories.make_user("taken")
    with pytest.raises(CommandError, match=why) as refusal:
        create(monkeypatch, **facts)
    assert "\n" not in str(refusal.value)
    assert refusal.value.returncode == 1
    assert User.objects.count() == 1


def test_without_posts_the_command_that_loads_them_is_named(monkeypatch):
    Group.objects.all().delete()
    with pytest.raises(CommandError, match="manage.py load_reference"):
        create(monkeypatch)


def test_createsuperuser_names_the_right_command():
    with pytest.raises(CommandError, match="create_administrator"):
        call_command("createsuperuser", username="root", name="root", interactive=False)
    assert not User.objects.exists()


def test_nobody_can_be_made_a_superuser():
    assert "is_superuser" not in {field.name for field in User._meta.get_fields()}
    assert not hasattr(User.objects, "create_superuser")
    with pytest.raises(TypeError, match="is_superuser"):
        User.objects.create_user("root", is_superuser=True)
    user = factories.make_user("root", is_staff=True)
    assert not user.has_perm("penalties.view_case")
    assert not user.get_all_permissions()


def send(client, page, *args, **facts):
    """Fill in a page of the administration; nothing may be left to correct on it."""
    answer = client.post(reverse(f"admin:{page}", args=args), facts)
    assert answer.status_code == 302, answer.context["errors"]


def test_a_bureau_begins_on_an_empty_database(monkeypatch, client):
    """Everything the README tells a new bureau to do, through the pages it names."""
    create(monkeypatch)
    client.post(reverse("admin:login"), {"username": "keeper", "password": PASSWORD})
    assert client.get(reverse("home")).url == reverse("admin:index")

    send(client, "accounts_bureau_add", name="示例区档案局", short_name="示例区档案局",
         code="120110", document_word="示档", address="", phone="")  # fmt: skip
    bureau = Bureau.objects.get()
    assert "先保存用户名" in client.get(reverse("admin:accounts_user_add")).text
    send(client, "accounts_user_add", username="head", name="负责人甲", bureau=bureau.pk,
         employer="", password1=PASSWORD, password2=PASSWORD, usable_password="true")  # fmt: skip
    head = User.objects.get(username="head")
    posts = [Group.objects.get(name="机关负责人").pk]
    send(client, "accounts_user_change", head.pk, username="head", name="负责人甲",
         bureau=bureau.pk, employer="", phone="", groups=posts, is_active="on")  # fmt: skip
    send(client, "accounts_certificate_add", user=head.pk, number="示-001", issuer="示例市司法局",
         valid_from="2024-01-01", valid_to="2099-12-31", withdrawn_on="", note="")  # fmt: skip
    assert Certificate.objects.get().user == head

    client.logout()
    client.post(reverse("login"), {"username": "head", "password": PASSWORD})
    first = client.get(reverse("home")).url
    assert first == reverse("accounts:bureau-identity")
    confirmed = client.post(first, {**factories.IDENTITY, "confirmed": "on"})
    assert confirmed.status_code == 302
    assert client.get(reverse("home")).url == reverse("reports:workbench")
    bureau.refresh_from_db()
    assert bureau.identity_confirmed_on


def test_the_administrator_comes_to_no_case(monkeypatch, client):
    client.force_login(create(monkeypatch))
    for page in ("penalties:case-list", "inspections:inspection-list", "reports:workbench"):
        assert client.get(reverse(page)).status_code == 403
