"""登记线索: what comes in, by whom, and the clock it starts."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.files.queries import files_of
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from inspections.models import Lead
from inspections.services import leads
from tests import factories
from tests.inspections.rectifying import queries_of
from tests.penalties.case_facts import RECEIVED, make_firm


def test_a_lead_starts_the_clock_of_filing(walk):
    lead = walk.lead()
    clock = deadlines.for_subject(lead).get(code="D-P04")
    assert (lead.state, clock.trigger_on, clock.due_on) == ("open", RECEIVED, date(2024, 9, 2))


def test_its_material_is_kept(walk, scan):
    lead = walk.lead(files=[scan])
    assert [file.purpose for file in files_of(lead, walk.officer)] == ["线索材料"]


def test_a_lead_says_what_happened(walk):
    with pytest.raises(Refused, match="请写明线索内容"):
        walk.lead(text=" ")


@pytest.mark.parametrize(("days", "lawful"), [(0, True), (1, False)])
def test_a_lead_is_not_received_in_the_future(walk, days, lawful):
    day = RECEIVED + timedelta(days=days)
    if lawful:
        assert walk.lead(received_on=day).received_on == day
        return
    with pytest.raises(Refused, match="收到日期不能晚于"):
        walk.lead(received_on=day)


def test_a_party_of_another_bureau_is_not_named(walk, other_bureau):
    with pytest.raises(Refused, match="本机关管辖的当事人"):
        walk.lead(party=make_firm(other_bureau))


def test_who_may_not_register(walk):
    with pytest.raises(PermissionDenied):
        leads.register(
            actor=walk.reviewer,
            on=timezone.localdate(),
            party=walk.firm,
            source="tip",
            text="线索",
            received_on=RECEIVED,
        )


def test_the_list_is_paged(client, walk):
    for number in range(21):
        walk.lead(text=f"第 {number} 件事。")
    client.force_login(walk.officer)
    pages = [client.get(reverse("penalties:lead-list"), {"page": page}) for page in (1, 2)]
    assert [len(page.context["object_list"]) for page in pages] == [20, 1]
    assert "共 21 条" in pages[0].text


@pytest.mark.parametrize(
    ("other", "lawful"),
    [({}, False), ({"text": "另一件事。"}, True), ({"received_on": date(2024, 8, 9)}, True)],
)
def test_the_same_lead_is_registered_once(walk, other, lawful):
    walk.lead()
    if lawful:
        assert walk.lead(**other).pk
        return
    with pytest.raises(Refused, match="已经登记过"):
        walk.lead(**other)


def shown(client, **query):
    page = client.get(reverse("penalties:lead-list"), query)
    return {row.text for row in page.context["object_list"]}


def test_the_list_is_searched_by_party_and_by_what_came_in(client, walk):
    walk.lead(text="库房漏雨。")
    walk.lead(text="档案丢失。", party=make_firm(walk.bureau, "另一档案服务公司"))
    client.force_login(walk.officer)
    assert shown(client, q="另一") == shown(client, q="丢失") == {"档案丢失。"}
    assert shown(client, q=" ") == {"库房漏雨。", "档案丢失。"}
    assert shown(client, q="无此事") == set()


def test_the_list_finds_a_unit_by_its_initials_and_short_name(client, walk):
    unit = factories.make_unit(walk.bureau, "示例街道五")
    type(unit).objects.filter(pk=unit.pk).update(initials="sljdw", short_name="五街")
    walk.lead(text="库房漏雨。", party=unit.party)
    walk.lead(text="档案丢失。")
    client.force_login(walk.officer)
    assert shown(client, q="SLJD") == shown(client, q="五街") == {"库房漏雨。"}


def test_the_list_is_narrowed_by_year_state_and_source(client, walk):
    walk.lead(text="旧事。", received_on=date(2023, 5, 4))
    walk.lead(text="新事。", source="transfer")
    client.force_login(walk.officer)
    assert shown(client, year="2023") == {"旧事。"}
    assert shown(client, source="transfer", state="open") == {"新事。"}
    assert shown(client, year="2023", source="transfer") == set()


@pytest.mark.parametrize("name", ["lead-list", "case-list"])
def test_a_searched_list_asks_as_often_for_three_rows_as_for_one(client, walk, name):
    client.force_login(walk.officer)
    url = reverse(f"penalties:{name}") + "?q=公司"

    def add():
        walk.propose(lead=walk.lead(text=f"第{Lead.objects.count()}条。"))

    add()
    once = queries_of(client, url)
    add(), add()
    assert queries_of(client, url) == once
    assert len(client.get(url).context["object_list"]) == 3
