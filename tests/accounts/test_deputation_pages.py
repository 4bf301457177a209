"""The pages of 代理（AB角）, and the administrator's on written order."""

from datetime import timedelta

import pytest
from django.urls import reverse

from archives_enforcement.accounts.models import Deputation
from tests import factories
from tests.accounts.standing_in import FIRST, LAST, TODAY, name_deputy

LIST, NEW = reverse("accounts:deputation-list"), reverse("accounts:deputation-create")
TYPED = {"role": "head", "first_day": FIRST, "last_day": LAST, "reason": "出差"}


@pytest.fixture(autouse=True)
def monday(time_machine):
    time_machine.move_to(f"{TODAY} 12:00+08:00", tick=False)


def test_a_head_names_his_deputy_and_ends_it(client, head, clerk, time_machine):
    client.force_login(head)
    assert "指定代理人" in client.get(LIST).content.decode()
    answer = client.post(NEW, {**TYPED, "deputy": clerk.pk}, follow=True)
    assert "已指定代理人" in answer.content.decode()
    assert "未开始" in answer.content.decode()
    row = Deputation.objects.get()
    time_machine.move_to(f"{FIRST} 12:00+08:00")
    client.force_login(head)
    assert "代理中" in client.get(LIST).content.decode()
    end = reverse("accounts:deputation-end", args=[row.pk])
    answer = client.post(end, {"reason": "提前返回"}, follow=True)
    assert "3月9日结束：提前返回" in answer.content.decode()
    assert "提前结束</a>" not in answer.content.decode()


def test_a_refusal_stands_on_the_form(client, head, clerk):
    name_deputy(head, clerk)
    client.force_login(head)
    answer = client.post(NEW, {**TYPED, "deputy": clerk.pk})
    assert answer.status_code == 422
    assert "同一岗位的代理不能重叠" in answer.content.decode()


def test_the_form_offers_own_posts_and_colleagues(client, head, clerk, assistant, other_bureau):
    factories.make_user("elsewhere", "clerk", bureau=other_bureau)
    client.force_login(head)
    form = client.get(NEW).context["form"]
    assert form.fields["role"].choices == [("head", "机关负责人")]
    assert list(form.fields["deputy"].queryset) == [clerk]


def test_past_ones_stay_on_the_list_and_cannot_be_ended(client, head, clerk, time_machine):
    name_deputy(head, clerk)
    time_machine.move_to(f"{LAST + timedelta(days=1)} 12:00+08:00")
    client.force_login(head)
    text = client.get(LIST).content.decode()
    assert "已到期" in text
    assert "提前结束</a>" not in text


def test_an_administrator_enters_and_ends_what_was_ordered(client, head, clerk):
    client.force_login(factories.make_user("keeper", "administrator", is_staff=True))
    add = reverse("admin:accounts_deputation_add")
    typed = {**TYPED, "principal": head.pk, "deputy": clerk.pk, "order": ""}
    assert "书面指定代理人的文件名称" in client.post(add, typed).content.decode()
    assert not Deputation.objects.exists()
    answer = client.post(add, {**typed, "order": "《代理安排》，局长3月1日签批"})
    row = Deputation.objects.get()
    assert (answer.status_code, row.principal, row.made_by.username) == (302, head, "keeper")
    change = reverse("admin:accounts_deputation_change", args=[row.pk])
    assert "请写明提前结束的原因" in client.post(change, {"ended_reason": ""}).content.decode()
    client.post(change, {"ended_reason": "提前返回", "last_day": "2030-01-01"})
    row.refresh_from_db()
    assert (row.ended_on, row.ended_reason, row.last_day) == (TODAY, "提前返回", LAST)
