"""查找 from the head of every page."""

import pytest
from django.urls import reverse

from inspections.models import Lead
from reports.queries.search import LONGEST, SHOWN, search
from tests import factories
from tests.reports.counting import counted
from tests.reports.years import YearMaker
from units.models import Unit
from units.services.registry import SPELT


@pytest.fixture
def books(bureau, officer, maker):
    """One check with its finding and letter of the bureau's own, and another bureau's year."""
    own = YearMaker(bureau, 2025)
    own.officer = officer
    name = "示例街道档案室"
    spelt = {field: spell(name) for field, spell in SPELT.items()}
    unit = factories.make_unit(bureau, name, **spelt)
    check = own.check(unit=unit)
    own.finding(check)
    own.paper(check, party=unit.party)
    maker.check(unit=factories.make_unit(maker.bureau, "示例街道别处"))
    return check


def labels(user, text):
    return [part.label for part in search(user, text)]


def test_a_name_leads_to_all_that_bears_it(books, clerk):
    assert labels(clerk, " 街道档案室 ") == ["被检查单位", "文书", "检查"]


@pytest.mark.parametrize("text", ["sljd", "SLJD", "shilijiedao", "shili jie"])
def test_initials_find_the_unit_and_what_concerns_it(books, clerk, text):
    found = {part.label: part.hits for part in search(clerk, text)}
    assert [hit.url for hit in found["被检查单位"]] == [books.unit.get_absolute_url()]
    assert [hit.url for hit in found["检查"]] == [books.get_absolute_url()]


def test_a_number_finds_the_paper_however_its_brackets_are_typed(books, clerk):
    (paper,) = [part for part in search(clerk, "[2025]") if part.label == "文书"]
    assert "〔2025〕" in paper.hits[0].note


def test_other_bureaus_are_not_looked_through(books, clerk):
    assert "别处" not in str(search(clerk, "示例街道"))


def test_registers_a_person_may_not_read_are_left_out(books, bureau, clerk, assistant):
    Lead.objects.create(
        bureau=bureau, party=books.unit.party, source="tip", text="街道档案室反映",
        received_on="2025-01-06", registered_by=clerk,
    )  # fmt: skip
    assert "线索" in labels(clerk, "街道档案室")
    assert "线索" not in labels(assistant, "街道档案室")


def test_the_rest_stands_in_the_list(client, clerk, bureau):
    for number in range(SHOWN + 1):
        factories.make_unit(bureau, f"示例单位{number}")
    client.force_login(clerk)
    page = client.get(reverse("search"), {"q": "示例单位"})
    assert page.content.decode().count("示例单位") >= SHOWN
    assert f"{reverse('units:unit-list')}?q=" in page.content.decode()


def test_nothing_typed_and_nothing_found_are_told_apart(client, clerk):
    client.force_login(clerk)
    assert "没有找到" not in client.get(reverse("search")).content.decode()
    assert "没有找到" in client.get(reverse("search"), {"q": "无"}).content.decode()
    too_long = "长" * (LONGEST * 200)
    assert client.get(reverse("search"), {"q": too_long}).status_code == 200


def test_many_hits_cost_the_queries_of_one(client, clerk, bureau):
    client.force_login(clerk)
    factories.make_unit(bureau, "示例单位甲")
    client.get(reverse("search"), {"q": "示例单位"})
    one = counted(client, reverse("search") + "?q=示例单位")
    for number in range(5):
        factories.make_unit(bureau, f"示例单位{number}")
    assert Unit.objects.count() == 6
    assert counted(client, reverse("search") + "?q=示例单位") == one
