"""Pages between the visit and its letter, and the work they ask for."""

import json
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from archives_enforcement.accounts.models import Party
from archives_enforcement.documents import services as documents
from archives_enforcement.documents.models import Document
from inspections.queries.visit_work import work_for_visits
from inspections.services import reporting, site_records
from tests import factories
from tests.inspections import on_site
from tests.sharing import own


@pytest.fixture
def today():
    return timezone.localdate()


def ended_visit(cast, *failing, name, kind):
    """A visit of today that has ended, at a unit of its own."""
    today, team = timezone.localdate(), (cast.officer, cast.second_officer)
    unit = factories.make_unit(cast.bureau, name, kind)
    visit = on_site.approved(unit, cast.head, *team, on=today)
    return on_site.recorded(visit, cast.officer, *failing, on=today)


@pytest.fixture
def make(cast, db):
    def visit(*failing, name="示例单位", kind=Party.Kind.ORGAN):
        return ended_visit(cast, *failing, name=name, kind=kind)

    return visit


@pytest.fixture(scope="module")
def ended(cast):
    """The visit most tests are about."""
    return ended_visit(cast, "1-01", "2-02", name="示例单位", kind=Party.Kind.ORGAN)


@pytest.fixture
def visit(ended, db):
    return own(ended)


def letter_page(visit):
    return reverse("inspections:letter-draft", args=[visit.pk])


def report_page(visit):
    return reverse("inspections:inspection-report", args=[visit.pk])


WORDS = {"overview": "对照清单检查。", "phone": "000-00000000", "cc": "示例局甲、示例局乙"}


def test_the_draft_page_shows_the_letter_as_it_will_read(client, officer, visit):
    client.force_login(officer)
    content = client.get(letter_page(visit)).content.decode()
    for words in ("示10档反〔", "1. 未建立档案工作责任制", "自收到本意见书之日起30个工作日内"):
        assert words in content


def test_the_letter_is_drafted_on_its_page(client, officer, visit, today):
    client.force_login(officer)
    response = client.post(letter_page(visit), WORDS | {"on": today})
    letter = Document.objects.get(kind="feedback_letter")
    assert (response.status_code, response.url) == (302, letter.get_absolute_url())
    assert (letter.subject, letter.fields["cc"]) == (visit, ["示例局甲", "示例局乙"])


def test_a_second_look_at_the_page_writes_the_same_draft_anew(client, officer, visit, today):
    client.force_login(officer)
    client.post(letter_page(visit), WORDS | {"on": today})
    assert client.get(letter_page(visit)).context["form"]["overview"].value() == "对照清单检查。"
    client.post(letter_page(visit), WORDS | {"overview": "另一种说法。", "on": today})
    letter = Document.objects.get(kind="feedback_letter")
    assert letter.fields["overview"] == "另一种说法。"


def test_a_letter_handed_in_is_read_on_its_own_page(client, officer, visit, today):
    letter = on_site.draft(visit, officer, today)
    documents.submit(letter, actor=officer, on=today)
    client.force_login(officer)
    response = client.get(letter_page(visit))
    assert (response.status_code, response.url) == (302, letter.get_absolute_url())


def test_the_page_says_why_there_is_no_letter_yet(
    client, officer, second_officer, head, unit, today
):
    begun = on_site.begin(
        on_site.approved(unit, head, officer, second_officer, on=today), officer, today
    )
    client.force_login(officer)
    content = client.get(letter_page(begun)).content.decode()
    assert ("检查还没有结束" in content, 'name="overview"' in content) == (True, False)


def test_a_finding_gets_better_words(client, officer, visit, today):
    finding = visit.findings.first()
    client.force_login(officer)
    address = reverse("inspections:finding-edit", args=[finding.pk])
    words = {"text": "没有责任制文件", "requirement": "发文明确责任", "on": today}
    response = client.post(address, words)
    finding.refresh_from_db()
    assert (response.url, finding.text) == (letter_page(visit), "没有责任制文件")


def test_the_hall_writes_guidance(client, assistant, visit):
    finding = visit.findings.first()
    client.force_login(assistant)
    address = reverse("inspections:finding-guidance", args=[finding.pk])
    assert client.get(address).status_code == 200
    client.post(address, {"text": "参照模板起草。"})
    finding.refresh_from_db()
    assert (finding.guidance, finding.guidance_by) == ("参照模板起草。", assistant)


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


def waiting(user, today):
    return [(row.text, row.button, str(row.group)) for row in work_for_visits(user, today)]


def test_an_officer_is_told_of_visits_to_finish_and_letters_to_write(
    visit, unit, head, officer, second_officer, today
):
    on_site.begin(on_site.approved(unit, head, officer, second_officer, on=today), officer, today)
    assert waiting(officer, today) == [
        ("示例街道一　现场记录还没有结束", "继续记录", "visit"),
        ("示例单位　现场检查笔录定稿", "去办理", "visit"),
        ("示例单位　起草反馈意见书", "起草", "letter"),
    ]


def test_work_is_done_when_the_letter_is_drafted_and_the_visit_reported(
    visit, officer, clerk, today
):
    assert waiting(clerk, today) == [("示例单位　填报执法监督平台", "去填报", "visit")]
    on_site.draft(visit, officer, today)
    record = site_records.draft_site_record(visit, actor=officer, on=today)
    documents.complete(record, actor=officer, on=today)
    reporting.record_report(visit, actor=clerk, on=today)
    assert (waiting(officer, today), waiting(clerk, today)) == ([], [])


def test_work_says_until_when(visit, officer, clerk, today):
    due = [work_for_visits(user, today)[0].due for user in (officer, clerk)]
    assert [day > today for day in due] == [True, True]


def test_officers_outside_the_team_do_not_hear_of_the_visit(
    bureau, unit, head, officer, second_officer, today
):
    on_site.begin(on_site.approved(unit, head, officer, second_officer, on=today), officer, today)
    heard = waiting(factories.make_officer("outsider", bureau), today)
    assert not [text for text, *_ in heard if text.startswith(str(unit))]


def test_another_bureau_hears_of_nothing(visit, other_bureau, today):
    person = factories.make_officer("elsewhere", other_bureau, "clerk")
    assert waiting(person, today) == []


def test_work_costs_the_same_for_one_visit_and_for_three(make, officer, today):
    costs = []
    for names in (["一"], ["二", "三"]):
        for name in names:
            make("1-01", name=f"示例单位{name}")
        waiting(officer, today)  # permissions are read once
        with CaptureQueriesContext(connection) as captured:
            waiting(officer, today)
        costs.append(len(captured))
    assert costs[0] == costs[1]
