"""自查 from where people look: the message, the home of the unit, the page of the unit."""

from datetime import timedelta

import pytest
from django.urls import reverse

from archives_enforcement.accounts.models import Grant
from archives_enforcement.notifications.models import Message
from inspections.services import self_inspection as rounds
from inspections.services import self_reports as reports
from tests.inspections import self_inspecting as self_
from tests.inspections.rectifying import make_finding, make_visit
from tests.inspections.self_inspecting import DUE, FILED
from tests.reports.counting import counted

DAY = timedelta(days=1)


def home(client):
    return client.get(reverse("reports:portal")).text


def page_of(unit):
    return reverse("units:unit-detail", args=[unit.pk])


def told(person):
    return list(Message.objects.filter(recipient=person).values_list("url", flat=True))


def test_a_message_opens_the_page_on_which_its_unit_acts(contact, clerk, head, unit, school):
    Grant.objects.create(user=contact, party=school.party, valid_from=self_.PREPARED)
    asked = self_.opened(clerk, head)
    pages = {self_.report_of(asked, row).get_portal_url() for row in (unit, school)}
    assert set(told(contact)) == pages
    texts = Message.objects.filter(recipient=contact).values_list("text", flat=True)
    assert {text.split("：")[0] for text in texts} == {str(unit), str(school)}


def test_what_is_sent_back_or_taken_is_opened_from_its_message(filed, officer, contact, clock):
    Message.objects.all().delete()
    reports.return_report(filed, actor=officer, on=FILED, note="补充", due_on=FILED + 9 * DAY)
    filed.refresh_from_db()
    self_.submitted(filed, contact)
    reports.accept(self_.report_of(filed.self_inspection, filed.unit), actor=officer, on=FILED)
    assert told(contact) == [filed.get_portal_url()] * 2


def test_the_home_says_how_late_a_report_is_and_not_until_when_it_was(
    client, report, contact, clock
):
    clock.move_to(DUE)
    client.force_login(contact)
    assert "最早 9月30日前报送" in home(client)
    clock.move_to(DUE + 3 * DAY)
    client.force_login(contact)
    text = home(client)
    assert "<span>已逾期 3 天" in text and "最早 9月30日前" not in text
    assert "请在 2026年9月30日 前报送" not in text
    assert "逾期 3 天" in client.get(report.get_portal_url()).text


def test_the_home_says_how_late_an_answer_is(client, unit, officer, contact):
    make_finding(make_visit(unit, officer), due=2)
    client.force_login(contact)
    assert "前回复 1 个问题" in home(client)
    make_finding(make_visit(unit, officer), due=-4)
    text = home(client)
    assert text.count("最早的已") == 2 and "逾期 4 天" in text and "前回复 2 个问题" not in text


def test_the_page_of_the_unit_lists_its_reports_and_how_late_they_are(
    client, report, clerk, unit, clock
):
    client.force_login(clerk)
    assert "2026年9月30日前报送" in client.get(page_of(unit)).text
    clock.move_to(DUE + 2 * DAY)
    client.force_login(clerk)
    assert "逾期 2 天" in client.get(page_of(unit)).text
    self_.entered(report, clerk, on=DUE + 2 * DAY)
    text = client.get(page_of(unit)).text
    assert report.get_absolute_url() in text and "逾期 2 天" not in text


def test_what_is_only_prepared_stands_on_no_page_of_a_unit(client, clerk, unit):
    report = self_.report_of(self_.prepared(clerk), unit)
    client.force_login(clerk)
    assert report.get_absolute_url() not in client.get(page_of(unit)).text


@pytest.mark.parametrize("side", ["unit", "home"])
def test_pages_cost_the_same_queries_with_one_report_and_with_three(
    client, clerk, head, unit, contact, report, clock, side
):
    client.force_login(clerk if side == "unit" else contact)
    address = page_of(unit) if side == "unit" else reverse("reports:portal")
    client.get(address)
    one = counted(client, address)
    for year in (2026, 2027):
        on = self_.OPENED.replace(year=year + 1)
        clock.move_to(on)
        client.force_login(clerk if side == "unit" else contact)
        rounds.open_it(self_.prepared(clerk, on=on, report_year=year), actor=head, on=on)
    client.get(address)
    assert counted(client, address) == one
