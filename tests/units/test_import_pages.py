"""The pages on which a list of units is imported, and where its units are found."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.workflow import Refused
from tests import factories
from tests.units.importing import BAD, GOOD, excel, rows
from units import services, spreadsheet
from units.models import Unit


def test_a_clerk_imports_through_the_pages(client, clerk):
    client.force_login(clerk)
    upload = SimpleUploadedFile("单位.xlsx", excel(GOOD))
    client.post(reverse("units:unit-import"), {"file": upload})
    preview = client.get(reverse("units:unit-import-preview"))
    assert "示例学校一" in preview.text
    assert Unit.objects.count() == 0
    client.post(reverse("units:unit-import-preview"), {"confirmed": "on"})
    assert Unit.objects.count() == 2


def test_the_preview_of_a_bad_list_offers_no_confirmation(client, clerk):
    client.force_login(clerk)
    client.post(reverse("units:unit-import"), {"file": SimpleUploadedFile("单位.xlsx", excel(BAD))})
    page = client.get(reverse("units:unit-import-preview"))
    assert "第 18 位应为“L”" in page.text
    assert "确认导入" not in page.text
    answer = client.post(reverse("units:unit-import-preview"), {"confirmed": "on"})
    assert answer.status_code == 422
    assert "没有保存" not in answer.text


def test_a_file_that_is_no_list_is_told_as_not_read(client, clerk):
    client.force_login(clerk)
    page = client.post(reverse("units:unit-import"))
    assert "没有读取，请改好下面这一处" in page.text and "没有保存" not in page.text


def test_the_template_can_be_filled_and_imported(bureau):
    assert spreadsheet.template()[:2] == b"PK"
    with pytest.raises(Refused, match="表头下面没有单位"):
        spreadsheet.read("模板.xlsx", spreadsheet.template())


def test_the_list_takes_the_same_queries_however_long(client, bureau, clerk):
    def queries():
        with CaptureQueriesContext(connection) as seen:
            assert client.get(reverse("units:unit-list")).status_code == 200
        return len(seen)

    client.force_login(clerk)
    factories.make_unit(bureau, "示例街道一")
    one = queries()
    factories.make_unit(bureau, "示例街道二")
    factories.make_unit(bureau, "示例街道三")
    assert queries() == one


@pytest.mark.parametrize("text", ["示例街", "SLJD".lower(), "slj"])
def test_a_unit_is_found_by_name_or_initials(client, bureau, clerk, text):
    client.force_login(clerk)
    services.import_units(rows(GOOD), bureau=bureau, actor=clerk, on=timezone.localdate())
    page = client.get(reverse("units:unit-list"), {"q": text})
    assert [unit.party.name for unit in page.context["object_list"]] == ["示例街道一"]


def test_a_unit_typed_on_a_page_passes_the_same_checks(client, bureau, clerk):
    client.force_login(clerk)
    form = {"name": "示例机关一", "kind": "organ", "credit_code": "91110000600037341M"}
    page = client.post(reverse("units:unit-create"), form)
    assert page.status_code == 422
    assert "没有保存，请改好下面这一处" in page.text
    assert "第 18 位应为" in page.text
    form["credit_code"] = "91110000600037341L"
    assert client.post(reverse("units:unit-create"), form).status_code == 302
