"""检查 = 笔录 = 反馈意见书 = 平台填报, and the package as it is documented."""

import re
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from archives_enforcement.documents import services as documents
from archives_enforcement.documents.queries import documents_about
from archives_enforcement.workdays.clocks import Clocks
from inspections.models import Inspection
from inspections.queries import reconciling, reporting
from inspections.services import reporting as reports
from inspections.services import site_records
from tests import casting, factories
from tests.inspections import on_site
from tests.inspections.on_site import DAY
from tests.sharing import own

cast, bureau, unit = casting.cast, casting.bureau, casting.unit


head, clerk = casting.head, casting.clerk


officer, second_officer = casting.officer, casting.second_officer


@pytest.fixture
def approved(unit, head, officer, second_officer):
    return on_site.approved(unit, head, officer, second_officer)


@pytest.fixture(scope="module")
def ended(cast):
    """A visit at which one item failed."""
    visit = on_site.approved(cast.unit, cast.head, cast.officer, cast.second_officer)
    return on_site.recorded(visit, cast.officer, "2-01")


@pytest.fixture
def visit(ended, db):
    return own(ended)


def parts(visit, officer):
    visit.refresh_from_db()
    return reconciling.reconciled(visit, documents_about(visit, officer), Clocks([visit]))


def missing(visit, officer):
    return [part.label for part in parts(visit, officer) if part.missing]


def test_what_is_missing_is_named_until_all_four_are_there(visit, officer, head, bureau):
    assert missing(visit, officer) == ["笔录", "反馈意见书", "平台填报"]
    paper = site_records.draft_site_record(visit, actor=officer, on=DAY)
    assert "笔录" in missing(visit, officer)
    documents.complete(paper, actor=officer, on=DAY)
    assert missing(visit, officer) == ["反馈意见书", "平台填报"]
    on_site.issue(on_site.draft(visit, officer), officer, head)
    assert missing(visit, officer) == ["平台填报"]
    clerk = factories.make_officer("reporter", bureau, "backfiller")
    factories.give(clerk, "report_to_platform")
    reports.record_report(visit, actor=clerk, on=DAY)
    assert missing(visit, officer) == []


def test_letter_and_report_stand_under_their_clocks(visit, officer):
    clocks = {part.label: part.clock.code for part in parts(visit, officer) if part.clock}
    assert clocks == {"反馈意见书": "D-I06", "平台填报": "D-I05"}


def test_nothing_is_reconciled_before_the_visit_has_ended(approved, officer):
    on_site.fill(on_site.begin(approved, officer), officer)
    assert parts(approved, officer) == []


def test_the_page_of_the_visit_names_the_missing(client, visit, officer):
    client.force_login(officer)
    text = client.get(visit.get_absolute_url()).text
    assert "现场检查笔录还没有定稿" in text and "还没有填报执法监督平台" in text


def test_the_package_is_as_documented(visit, officer):
    text = Path(settings.BASE_DIR, "docs", "platform-package.md").read_text()
    text, versions = text.split("## 版本")
    rows = [line for line in text.splitlines() if line.startswith("| ")][1:]
    documented = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    package = reporting.package(visit)
    parts = {name: part for name, part in package.items() if name != "version"}
    found = {"version", *parts} | {name for part in parts.values() for name in part}
    assert documented - {"2"} == found
    newest = re.search(r"^\| (\d+) \|", versions, re.MULTILINE)
    assert package["version"] == newest[1] and f"现在是 `{newest[1]}`" in text


def listed(client, user, **asked):
    client.force_login(user)
    page = client.get(reverse("inspections:inspection-reconciling"), asked)
    return [
        (visit.pk, [part.label for part in parts if part.missing])
        for visit, parts in page.context["lines"]
    ]


def test_the_bureau_finds_every_visit_that_lacks_something(
    client, visit, unit, head, officer, second_officer
):
    begun = on_site.approved(unit, head, officer, second_officer)
    on_site.begin(begun, officer)
    assert listed(client, head) == [(visit.pk, ["笔录", "反馈意见书", "平台填报"])]
    paper = site_records.draft_site_record(visit, actor=officer, on=DAY)
    documents.complete(paper, actor=officer, on=DAY)
    assert listed(client, head) == [(visit.pk, ["反馈意见书", "平台填报"])]
    assert listed(client, head, missing="record") == []
    assert listed(client, head, missing="letter", q=str(unit)[:2])
    on_site.issue(on_site.draft(visit, officer), officer, head)
    Inspection.objects.filter(pk=visit.pk).update(reported_on=DAY)
    assert listed(client, head) == []


def test_a_look_back_is_asked_for_its_report_alone(client, visit, head):
    Inspection.objects.filter(pk=visit.pk).update(
        kind="look_back", state="recorded", inspected_on=DAY
    )
    assert listed(client, head) == [(visit.pk, ["平台填报"])]


def test_the_list_is_a_workbook_too(client, visit, officer, head):
    client.force_login(head)
    answer = client.get(reverse("inspections:inspection-reconciling-export"), {"missing": "report"})
    heads, line = load_workbook(BytesIO(answer.content)).active.iter_rows(values_only=True)
    row = dict(zip(heads, line, strict=True))
    assert (row["单位"], row["检查日期"].date()) == (str(visit.unit), DAY)
    assert row["缺少"] == "现场检查笔录还没有定稿；反馈意见书还没有签发；还没有填报执法监督平台"
    assert row["填报期限"].date() == date(2024, 9, 10)  # three working days


def test_the_workbench_leads_to_the_list(client, visit, officer, head):
    client.force_login(head)
    tally = {row.label: row for row in client.get(reverse("reports:workbench")).context["tallies"]}[
        "待核对的检查"
    ]
    assert (tally.count, tally.url) == (1, reverse("inspections:inspection-reconciling"))


def test_the_page_of_a_check_asks_each_thing_once(visit, officer, client):
    client.force_login(officer)
    page = visit.get_absolute_url()
    client.get(page)  # what the process remembers is asked once
    with CaptureQueriesContext(connection) as asked:
        assert client.get(page).status_code == 200
    assert len(asked) <= 24
