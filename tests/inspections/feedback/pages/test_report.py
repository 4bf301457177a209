"""The page on which a visit is reported to the platform, and its package."""

import json
from io import BytesIO

from django.urls import reverse
from openpyxl import load_workbook

from tests.inspections import on_site


def report_page(visit):
    return reverse("inspections:inspection-report", args=[visit.pk])


def test_the_report_page_shows_basis_procedure_and_result(client, clerk, visit):
    client.force_login(clerk)
    parts = client.get(report_page(visit)).context["parts"]
    assert [title for title, _ in parts] == ["依据", "程序", "结果"]
    shown = dict(row for _, rows in parts for row in rows)
    assert (shown["法律依据"], shown["单位签字"], shown["不符合项数"]) == (
        "《中华人民共和国档案法》第四十二条", "单位负责人签字", "2",
    )  # fmt: skip
    assert (
        shown["执法人员及证件编号"] == "officer（证-officer）\nsecond_officer（证-second_officer）"
    )


def test_reporting_is_recorded_on_the_page(client, clerk, visit, today):
    client.force_login(clerk)
    client.post(report_page(visit), {"on": today})
    visit.refresh_from_db()
    assert visit.reported_on == today


def package(client, visit, form):
    response = client.get(reverse("inspections:inspection-report-package", args=[visit.pk, form]))
    return response.content


def test_the_package_comes_as_data(client, clerk, visit):
    client.force_login(clerk)
    content = json.loads(package(client, visit, "json"))
    assert content["basis"]["unit"] == "示例单位"
    assert content["result"]["findings"] == [
        f"{row.position}. {row.text}" for row in visit.findings.all()
    ]


def test_the_package_comes_as_a_sheet_without_formulas(client, clerk, make):
    visit = make("1-01", name="=1+1")
    client.force_login(clerk)
    sheet = load_workbook(BytesIO(package(client, visit, "xlsx"))).active
    cells = {label.value: text for _, label, text in sheet.iter_rows(min_row=2)}
    assert (cells["被检查单位"].value, cells["被检查单位"].data_type) == ("'=1+1", "s")


def test_a_visit_under_way_has_no_package(
    client, clerk, unit, head, officer, second_officer, today
):
    begun = on_site.begin(
        on_site.approved(unit, head, officer, second_officer, on=today), officer, today
    )
    client.force_login(clerk)
    address = reverse("inspections:inspection-report-package", args=[begun.pk, "json"])
    assert client.get(address).status_code == 404
