"""What the check of numbers finds, and what it lets pass."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.documents import series, services
from archives_enforcement.documents.models import Document, NumberSequence
from tests.documents.conftest import ON

KIND, YEAR = "inquiry_letter", ON.year


LIST = reverse("documents:series-list")


START = reverse("documents:series-start", args=[KIND, YEAR])


TYPED = {"start": "40", "note": "本年度此前用纸质登记簿编号。", "confirmed": "on", "on": ON}


@pytest.fixture
def start(head):
    def run(number=40, *, actor=head, year=YEAR, reason="此前用纸质登记簿。", on=ON):
        return services.set_start(KIND, year, start=number, reason=reason, actor=actor, on=on)

    return run


@pytest.fixture
def issue(make_draft, officer, head):
    def run():
        return services.sign(services.submit(make_draft(), actor=officer, on=ON), actor=head, on=ON)

    return run


# What the check of all papers finds


def test_a_number_without_its_paper_is_found(start, issue, bureau):
    start()
    issue()
    NumberSequence.objects.update(last=43)
    assert series.gaps() == ["示例区档案局函询函 2024 年字号：第 42、43 号没有文书，有漏号"]


def test_a_void_paper_keeps_its_number_used(issue, make_draft):
    issue()
    Document.objects.filter(pk=make_draft().pk).update(
        state="void", year=YEAR, serial=2, number="示10档函询〔2024〕2号"
    )
    NumberSequence.objects.update(last=2)
    assert series.gaps() == []


def test_a_paper_beyond_the_last_number_or_without_a_series_is_found(issue, bureau):
    issue()
    NumberSequence.objects.update(last=0)
    assert series.gaps() == ["示例区档案局函询函 2024 年字号：末号是 0，却有第 1 号文书"]
    NumberSequence.objects.all().delete()
    assert series.gaps() == ["函询函 2024 年的文书没有字号序列"]


# The pages


def test_the_head_sets_the_start_on_its_page(client, head, bureau, issue):
    client.force_login(head)
    assert LIST in client.get(reverse("documents:document-list")).text
    page = client.get(LIST, {"year": YEAR})
    assert START in page.text
    assert "示10档函询〔2024〕1号" in page.text
    assert "不能再改" in client.get(START).text
    page = client.post(START, TYPED, follow=True)
    assert "起始号已设定" in page.text
    assert "示10档函询〔2024〕41号" in page.text
    issue()
    page = client.get(LIST, {"year": YEAR})
    assert START not in page.text
    assert "示10档函询〔2024〕42号" in page.text
    page = client.post(START, TYPED)
    assert page.status_code == 422
    assert "已经编到第 41 号" in page.text


@pytest.mark.parametrize("left_out", ["start", "note", "confirmed"])
def test_nothing_is_set_from_half_a_form(client, head, left_out):
    client.force_login(head)
    assert client.post(START, {**TYPED, left_out: ""}).status_code == 422
    assert not NumberSequence.objects.exists()


def test_a_kind_that_is_not_in_the_catalogue_does_not_exist(client, head):
    client.force_login(head)
    page = client.get(reverse("documents:series-start", args=["letter-of-love", YEAR]))
    assert page.status_code == 404


def test_the_clerk_sees_the_series_and_is_offered_no_act(client, clerk, start):
    start()
    client.force_login(clerk)
    page = client.get(LIST, {"year": YEAR})
    assert "示10档函询〔2024〕41号" in page.text
    assert START not in page.text


@pytest.mark.parametrize("year", ["", "二〇二四", "99999", "-1"])
def test_this_year_is_shown_when_none_is_asked_for(client, clerk, year):
    client.force_login(clerk)
    this_year = timezone.localdate().year
    assert f"〔{this_year}〕1号" in client.get(LIST, {"year": year}).text


def test_years_with_numbers_are_offered(client, clerk, start, other_bureau):
    start(year=2012)
    NumberSequence.objects.create(bureau=other_bureau, kind=KIND, year=2011)
    client.force_login(clerk)
    page = client.get(LIST).text
    assert "?year=2012" in page
    assert "?year=2011" not in page


def test_years_of_papers_still_to_be_entered_are_offered(client, clerk):
    client.force_login(clerk)
    page, this_year = client.get(LIST).text, timezone.localdate().year
    assert f"?year={this_year - 1}" in page
    assert f"?year={this_year - 5}" in page
    assert f"?year={this_year + 1}" not in page


def test_the_page_asks_the_same_questions_however_many_papers(client, clerk, issue):
    def queries():
        with CaptureQueriesContext(connection) as seen:
            client.get(LIST, {"year": YEAR})
        return len(seen)

    client.force_login(clerk)
    issue()
    one = queries()
    issue()
    issue()
    assert queries() == one
