"""两步验证: whom it is asked of, signing in with it, and beginning anew."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.accounts import services
from archives_enforcement.accounts.models import SecondFactor
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.workflow import Refused
from tests import factories
from tests.accounts.telephones import code_of, set_up

LOGIN, HOME = reverse("login"), reverse("home")
SET_UP, CHECK = reverse("accounts:second-factor"), reverse("accounts:second-factor-check")
LIST = reverse("accounts:deputation-list")


@pytest.fixture(autouse=True)
def noon(time_machine):
    time_machine.move_to("2026-11-27 12:00+08:00", tick=False)
    return time_machine


@pytest.fixture
def required(settings):
    settings.SECOND_FACTOR = True


def sign_in(client, person, **more):
    return client.post(LOGIN, {"username": person.username, "password": person.username, **more})


def test_a_head_is_led_through_it_and_on_to_where_he_wanted(client, head, required):
    sign_in(client, head)
    answer = client.get(LIST)
    assert answer.url == f"{SET_UP}?next={LIST.replace('/', '%2F')}"
    page = client.get(answer.url)
    assert "您的岗位必须先开通" in page.text and "二维码" not in page.text
    assert not SecondFactor.objects.exists()  # looking at it writes nothing
    page = client.post(answer.url, {"begin": "yes"}, follow=True)
    row = SecondFactor.objects.get()
    typed = services.typed_secret(row)
    assert "二维码" in page.text and typed in page.text and "style=" not in page.text
    assert row.secret.hex() not in row.sealed and typed.replace(" ", "") not in row.sealed
    wrong = client.post(answer.url, {"code": "000000"})
    assert wrong.status_code == 422 and "验证码不对" in wrong.text
    assert client.get(LIST).url == answer.url  # begun is not done
    key = client.cookies["session"].value
    done = client.post(answer.url, {"code": code_of(head)})
    assert done.text.count("<li>") == 8 and f'href="{LIST}"' in done.text
    assert client.cookies["session"].value != key
    assert client.get(LIST).status_code == 200
    assert "恢复码，只显示这一次" not in client.get(SET_UP).text


def test_the_next_sign_in_asks_and_nothing_opens_before(client, head, required, bureau):
    set_up(head)
    sign_in(client, head)
    client.get(LOGIN)
    for page in (HOME, LIST, reverse("password_change"), reverse("admin:index"), SET_UP):
        assert client.get(page).url.startswith(f"{CHECK}?next="), page
    assert client.post(LIST).url == f"{CHECK}?next=%2F"
    assert "登录第二步" in client.get(CHECK).text
    answer = client.post(f"{CHECK}?next={LIST}", {"code": code_of(head)})
    assert answer.url == LIST
    assert client.get(LIST).status_code == 200


def test_without_the_setting_nobody_must_and_who_has_one_is_asked(client, head, clerk):
    sign_in(client, head)
    assert client.get(LIST).status_code == 200
    set_up(clerk)
    other = type(client)()
    sign_in(other, clerk)
    assert other.get(LIST).url.startswith(CHECK)
    assert client.get(CHECK).url == HOME


@pytest.mark.parametrize(
    ("role", "asked"),
    [("head", True), ("deputy_head", True), ("section_head", True), ("administrator", True),
     ("officer", False), ("clerk", False), ("assistant", False)],
)  # fmt: skip
def test_it_is_asked_of_those_who_sign_decide_and_administrate(
    client, bureau, required, role, asked
):
    person = factories.make_user("one", role, bureau=bureau)
    client.force_login(person)
    answer = client.get(reverse("notifications:message-list"))
    assert (answer.status_code == 302 and answer.url.startswith(SET_UP)) is asked


def test_the_administration_has_no_door_of_its_own(client, bureau, required):
    keeper = factories.make_user("keeper", "administrator", is_staff=True)
    client.post(reverse("admin:login"), {"username": "keeper", "password": "keeper"})
    assert client.get(reverse("admin:accounts_user_changelist")).url.startswith(SET_UP)
    set_up(keeper)  # in another browser
    assert client.get(reverse("admin:accounts_user_changelist")).url.startswith(CHECK)
    client.post(CHECK, {"code": code_of(keeper)})
    assert client.get(reverse("admin:accounts_user_changelist")).status_code == 200


def test_a_deputy_of_the_head_is_asked_like_him(client, head, clerk, required):
    today = timezone.localdate()
    services.deputise(head, clerk, "head", first_day=today, last_day=today, reason="出差",
                      actor=head, on=today)  # fmt: skip
    client.force_login(clerk)
    assert client.get(LIST).url.startswith(SET_UP)


def test_an_administrator_starts_it_anew_with_a_reason(client, head, clerk, bureau):
    set_up(head)
    client.force_login(head)
    keeper = factories.make_user("keeper", "administrator", is_staff=True)
    row, desk = SecondFactor.objects.get(), type(client)()
    desk.force_login(keeper)
    page = reverse("admin:accounts_secondfactor_change", args=[row.pk])
    assert "怎样确认是本人" in desk.get(page).text
    assert desk.post(page, {"reason": ""}).context["errors"]
    assert SecondFactor.objects.get().confirmed_at
    assert desk.post(page, {"reason": "手机丢失，当面确认"}).status_code == 302
    assert not SecondFactor.objects.get().confirmed_at
    assert client.get(SET_UP).status_code == 302  # he is out
    entry = AuditEntry.objects.get(action="reset_second_factor")
    assert (entry.actor, entry.note, entry.bureau_code) == (
        keeper, "手机丢失，当面确认", bureau.code
    )  # fmt: skip
    set_up(head)


def test_nobody_resets_his_own_and_nobody_else_may(head, clerk):
    keeper = factories.make_user("keeper", "administrator", is_staff=True)
    today = timezone.localdate()
    for person, actor, why in ((keeper, keeper, "自己的"), (head, clerk, "您的岗位不能")):
        set_up(person)
        with pytest.raises(Refused, match=why):
            services.reset_second_factor(
                SecondFactor.objects.get(user=person), actor=actor, on=today, reason="x"
            )
    with pytest.raises(Refused, match="写明为什么"):
        services.reset_second_factor(
            SecondFactor.objects.get(user=head), actor=keeper, on=today, reason=" "
        )


def test_one_comes_back_to_no_foreign_page(client, head):
    set_up(head)
    sign_in(client, head)
    answer = client.post(f"{CHECK}?next=https://evil.example/", {"code": code_of(head)})
    assert answer.url == HOME


def test_the_picture_holds_what_a_telephone_reads(client, head):
    client.force_login(head)
    client.post(SET_UP, {"begin": "yes"})
    page = client.get(SET_UP)
    typed = page.context["typed_secret"]
    assert re.fullmatch(r"([A-Z2-7]{4} ?){8}", typed)
