"""What a paper has set running, as its page shows it."""

from datetime import date

import pytest
from django.urls import reverse

from archives_enforcement.workdays import deadlines
from tests.documents.conftest import ON


def detail(document):
    return reverse("documents:document-detail", args=[document.pk])


def test_the_page_of_a_paper_shows_the_days_it_started(client, rights_paper, officer, contact):
    client.force_login(officer)
    assert "缴纳罚款" not in client.get(rights_paper.get_absolute_url()).text
    clock = deadlines.start(
        rights_paper, "D-P13", bureau=rights_paper.bureau, party=rights_paper.party, on=ON
    )
    for reader in (officer, contact):
        client.force_login(reader)
        page = client.get(rights_paper.get_absolute_url()).text
        assert "缴纳罚款" in page and clock.article in page
        assert all(step in page for step in clock.steps)
    deadlines.meet(rights_paper, "D-P13", on=ON, note="已缴清")
    assert "办结：已缴清。" in client.get(rights_paper.get_absolute_url()).text


def test_a_clock_of_the_bureau_is_not_shown_to_the_receiver(client, rights_paper, contact):
    deadlines.start(rights_paper, "D-P11", bureau=rights_paper.bureau, on=ON)
    client.force_login(contact)
    assert "送达处罚决定书" not in client.get(rights_paper.get_absolute_url()).text


@pytest.mark.parametrize(("on", "shown"), [(date(2021, 8, 2), True), (date(2024, 7, 4), False)])
def test_days_over_an_unknown_year_are_called_provisional(client, rights_paper, officer, on, shown):
    deadlines.start(rights_paper, "D-P11", bureau=rights_paper.bureau, on=on)
    client.force_login(officer)
    page = client.get(rights_paper.get_absolute_url()).text
    assert ("暂定</span>" in page) == shown
    assert ("2021年节假日安排尚未录入" in page) == shown
