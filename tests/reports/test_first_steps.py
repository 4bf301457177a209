"""开始使用: a new bureau is told what it still needs, who does it and where."""

import pytest
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.accounts.models import Bureau
from reports.queries import first_steps
from tests import factories

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
ADMIN, DESK = "admin:index", "reports:workbench"


def left(steps) -> list[str]:
    return [step.label for step in steps if not step.done]


@pytest.fixture
def administrator(client):
    user = factories.make_user("administrator", "administrator", is_staff=True)
    client.force_login(user)
    return user


def test_the_administrator_begins_with_the_bureau_and_sees_each_step_go(client, administrator):
    assert left(first_steps.for_administrator(administrator, TODAY)) == ["登记档案主管部门"]
    assert reverse("admin:accounts_bureau_add") in client.get(reverse(ADMIN)).text
    bureau = factories.make_bureau("示例新局", "990301")
    Bureau.objects.filter(pk=bureau.pk).update(identity_confirmed_on=None)
    people, cards, *rest = left(first_steps.for_administrator(administrator, TODAY))
    assert (people, cards) == ("登记用户，安排岗位", "登记行政执法证件")
    assert rest == ["确认机关信息", "导入被检查单位", f"起草{TODAY.year}年度计划"]
    for name, post in (("head", "head"), ("clerk", "clerk")):
        factories.make_user(f"new_{name}", post, bureau=bureau)
    factories.make_officer("new_one", bureau)
    page = client.get(reverse(ADMIN)).text
    assert "现在有效的 1 人" in page and "还没有机关负责人" not in page
    factories.make_officer("new_two", bureau)
    assert left(first_steps.for_administrator(administrator, TODAY)) == rest


def test_the_first_page_says_nothing_once_all_is_there(client, administrator, monkeypatch):
    done = first_steps.Step("登记档案主管部门", "系统管理员", True, "")
    monkeypatch.setattr(first_steps, "for_administrator", lambda user, today: [done])
    assert "开始使用" not in client.get(reverse(ADMIN)).text


def test_the_clerk_of_a_new_bureau_is_led_to_what_is_his(client, bureau, clerk, officer):
    page = reverse("units:unit-import")
    client.force_login(clerk)
    said = client.get(reverse(DESK)).text
    assert "开始使用" in said and f'<a href="{page}">导入被检查单位</a>' in said
    client.force_login(officer)
    assert "导入被检查单位" in (said := client.get(reverse(DESK)).text) and f'"{page}"' not in said
    factories.make_unit(bureau, "示例单位")
    Bureau.objects.filter(pk=bureau.pk).update(identity_confirmed_on=TODAY)
    said = client.get(reverse(DESK)).text
    assert "导入被检查单位" not in said and f"起草{TODAY.year}年度计划" in said
