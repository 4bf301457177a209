"""The pages of figures and of the annual report."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from archives_enforcement.workdays.deadlines import for_subject
from reports.queries.indicators import COUNTS
from reports.services import annual
from tests.reports.counting import counted
from tests.reports.random_years import random_year

ON = date(2025, 1, 6)
WORDS = {"problems": "力度不够。", "next_steps": "加强培训。"}
LIST = "reports:annual-report-list"


@pytest.fixture
def filled(maker):
    """A drafted report on a random year."""
    random_year(maker, 31)
    report = annual.draft_report(actor=maker.clerk, on=ON, year=2024)
    return annual.write_narrative(report, actor=maker.clerk, on=ON, narrative=WORDS)


def test_every_number_leads_to_the_list_of_its_records(client, filled, maker):
    client.force_login(maker.clerk)
    page = client.get(filled.get_absolute_url())

    for figure, _, _ in page.context["rows"]:
        shown = client.get(figure.url)
        assert page.content.decode().count(f'href="{figure.url}"') >= bool(figure.value), figure.key
        assert len(shown.context["lines"]) == figure.value, figure.key


def test_the_last_day_to_publish_leads_to_why_it_is_that_day(client, filled, maker):
    (clock,) = for_subject(filled)
    client.force_login(maker.clerk)
    for page in (reverse(LIST), filled.get_absolute_url()):
        assert f'href="{clock.get_absolute_url()}"' in client.get(page).text


def test_a_figure_that_does_not_exist_has_no_page(client, clerk):
    client.force_login(clerk)

    assert client.get(reverse("reports:figure-records", args=[2024, "nothing"])).status_code == 404


def test_records_of_another_bureau_are_not_listed(client, filled, clerk):
    client.force_login(clerk)
    for key in COUNTS:
        page = client.get(reverse("reports:figure-records", args=[2024, key]))
        assert page.context["lines"] == [], key


def test_people_of_no_bureau_have_no_figures(client, contact, stranger):
    for person in (contact, stranger):
        client.force_login(person)
        assert client.get(reverse("reports:figures", args=[2024])).status_code == 403


def test_the_figures_of_a_year_without_report_can_be_seen(client, maker):
    maker.check()
    client.force_login(maker.officer)

    page = client.get(reverse("reports:figures", args=[2024]))
    assert page.context["cards"][0]["value"] == 1
    assert len(page.context["missing_letters"]) == 1


def test_every_year_with_visits_is_offered(client, maker):
    maker.check()
    client.force_login(maker.clerk)

    with time_machine.travel(date(2026, 11, 26), tick=False):
        page = client.get(reverse(LIST))
    assert [year.label for year in page.context["years"]] == ["2026 年", "2025 年", "2024 年"]


@pytest.mark.parametrize("page", ["figures", "report"])
def test_what_is_left_to_write_is_listed_until_the_report_is_submitted(client, clerk, page):
    report = annual.draft_report(actor=clerk, on=ON, year=2024)
    address = {"figures": reverse("reports:figures", args=[2024]),
               "report": report.get_absolute_url()}[page]  # fmt: skip
    client.force_login(clerk)
    shown = [client.get(address).text]
    annual.write_narrative(report, actor=clerk, on=ON, narrative=WORDS)
    shown.append(client.get(address).text)
    annual.submit_report(report, actor=clerk, on=ON)
    shown.append(client.get(address).text)

    assert ["“存在问题”还没有撰写" in text for text in shown] == [True, False, False]
    assert ["提交前请核对" in text for text in shown] == [True, True, False]


def test_the_page_of_figures_costs_the_same_queries_with_one_check_and_with_three(client, maker):
    client.force_login(maker.officer)
    address = reverse("reports:figures", args=[2024])
    maker.finding(maker.check())
    client.get(address)
    one = counted(client, address)
    maker.finding(maker.check())
    maker.finding(maker.check())

    assert counted(client, address) == one


def test_the_list_of_records_costs_the_same_queries_with_one_row_and_with_three(client, maker):
    client.force_login(maker.officer)
    address = reverse("reports:figure-records", args=[2024, "visits_total"])
    maker.check()
    client.get(address)
    one = counted(client, address)
    maker.check()
    maker.check()

    assert counted(client, address) == one


def test_the_list_of_reports_costs_the_same_queries_with_one_row_and_with_three(client, clerk):
    client.force_login(clerk)
    annual.draft_report(actor=clerk, on=ON, year=2022)
    client.get(reverse(LIST))
    one = counted(client, reverse(LIST))
    annual.draft_report(actor=clerk, on=ON, year=2023)
    annual.draft_report(actor=clerk, on=ON, year=2024)

    assert counted(client, reverse(LIST)) == one
