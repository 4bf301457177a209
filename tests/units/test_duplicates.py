"""疑似重复: names that may mean one unit are shown before and after they are registered."""

import pytest
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.workflow import Refused
from tests import factories
from units import duplicates, services, spreadsheet
from units.models import Unit


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("示例档案服务有限公司", "示例档案服务有限责任公司", True),
        ("示例区教育局", "示例区 教育局", True),
        ("示例（集团）公司", "示例(集团)公司", True),
        ("示例市示例区农业农村委员会", "示例市示例区农业农村委员", True),
        ("示例市第一中学", "示例市第二中学", False),
        ("示例东路街道办事处", "示例西路街道办事处", False),
        ("示例区水务局", "示例区税务局", False),
        ("示例区教育局", "示例区卫生健康委员会", False),
    ],
)
def test_names_that_may_mean_one_unit(one, other, found):
    assert duplicates.alike(one, other) == duplicates.alike(other, one) == found


def register(bureau, clerk, name, **values):
    facts = {"kind": "service_enterprise", **values}
    return services.register(
        bureau=bureau, actor=clerk, on=timezone.localdate(), name=name, **facts
    )


def test_a_name_like_another_is_registered_only_when_it_is_another(bureau, clerk):
    register(bureau, clerk, "示例档案服务有限公司")
    with pytest.raises(Refused, match="示例档案服务有限公司名称相近"):
        register(bureau, clerk, "示例档案服务有限责任公司")
    register(bureau, clerk, "示例档案服务有限责任公司", distinct=True)


def test_the_page_asks_only_when_there_is_something_to_ask(client, bureau, clerk):
    factories.make_unit(bureau, "示例档案服务有限公司")
    client.force_login(clerk)
    address, box = reverse("units:unit-create"), 'name="distinct"'
    sent = {"name": "示例档案服务有限责任公司", "kind": "service_enterprise"}
    assert box not in client.get(address).text
    assert box not in client.post(address, {**sent, "name": "示例区教育局", "kind": ""}).text
    asked = client.post(address, sent)
    assert (asked.status_code, box in asked.text) == (422, True)
    client.post(address, {**sent, "distinct": "on"})
    assert Unit.objects.filter(party__name=sent["name"]).exists()


def test_an_import_shows_new_names_like_others(bureau, clerk):
    factories.make_unit(bureau, "示例档案服务有限公司")
    names = ("示例档案服务有限责任公司", "示例区教育局", "示例区　教育局")
    content = "单位名称,性质\n" + "".join(f"{name},机关\n" for name in names)
    rows = spreadsheet.read("单位.csv", content.encode())
    found = services.preview(rows, bureau=bureau)
    assert found.alike == [
        ("示例档案服务有限责任公司", "示例档案服务有限公司"),
        ("示例区　教育局", "示例区教育局"),
    ]


def test_the_page_lists_pairs_and_leads_to_the_act(client, bureau, clerk):
    one = factories.make_unit(bureau, "示例档案服务有限公司")
    factories.make_unit(bureau, "示例档案服务有限责任公司")
    client.force_login(clerk)
    page = client.get(reverse("units:unit-duplicates")).text
    assert reverse("units:unit-duplicate", args=[one.pk]) in page


def test_many_pairs_come_in_pages(client, bureau, clerk):
    for size in range(7):
        factories.make_unit(bureau, "示例档案服务" + "（）" * size + "有限公司")
    client.force_login(clerk)
    first = client.get(reverse("units:unit-duplicates"))
    last = client.get(reverse("units:unit-duplicates"), {"page": 2})
    assert (len(first.context["pairs"]), len(last.context["pairs"])) == (20, 1)


def test_a_register_without_such_names_says_so(client, unit, clerk):
    client.force_login(clerk)
    assert "没有名称相近的单位" in client.get(reverse("units:unit-duplicates")).text
