"""The page of a unit gathers what concerns it."""

from datetime import date

from django.urls import reverse

from archives_enforcement.documents import services
from tests.documents.issuing import FIELDS
from tests.reports.years import YearMaker


def test_a_unit_shows_the_papers_of_its_checks_too(client, bureau, unit, officer, other_bureau):
    check = YearMaker(bureau, 2024).check(unit=unit, state="recorded")
    services.draft(
        check, "inquiry_letter", bureau=bureau, party=unit.party, title="函询函",
        fields=FIELDS, actor=officer, on=date(2024, 9, 2),
    )  # fmt: skip
    client.force_login(officer)
    page = client.get(reverse("units:unit-detail", args=[unit.pk])).text
    assert "函询函</a>" in page
    assert "还没有文书" not in page
