"""批量起草 on checks: their notices and their letters, each by the act of a single one."""

import pytest

from archives_enforcement.documents import services as documents
from archives_enforcement.documents.batch_progress import progress_of
from archives_enforcement.documents.models import Batch, Document
from archives_enforcement.documents.services.batches import run_batch
from archives_enforcement.jobs import queue
from inspections.queries import letters
from inspections.services import feedback, notices, visit_decisions
from tests import factories
from tests.inspections import arranging, on_site
from tests.inspections.arranging import ON
from tests.inspections.on_site import DAY
from tests.inspections.rectifying import queries_of

NOTICES = "/documents/together/inspection/inspection_notice/"
LETTERS = "/documents/together/inspection/feedback_letter/"


@pytest.fixture
def visits(bureau, officer, second_officer, head):
    """Three approved checks and one that waits for approval."""
    units = [factories.make_unit(bureau, f"示例街道{number}") for number in "一二三四"]
    found = [arranging.make_approved(officer, second_officer, head, row) for row in units[:3]]
    return [*found, arranging.make_pending(officer, second_officer, units[3])]


@pytest.fixture
def recorded(bureau, officer, second_officer, head):
    """Two finished visits, the first with two problems."""
    units = [factories.make_unit(bureau, f"示例单位{number}") for number in "甲乙"]
    found = [on_site.approved(row, head, officer, second_officer) for row in units]
    return [
        on_site.recorded(found[0], officer, "1-01", "2-05", facts="没有台账"),
        on_site.recorded(found[1], officer),
    ]


def post(client, page, rows, on, **changes):
    sent = {"records": [row.pk for row in rows], "confirmed": "on", "on": on, **changes}
    answer = client.post(page, sent)
    while queue.run_due():
        pass
    return answer


def text_of(visit, kind):
    return Document.objects.get(kind=kind, object_id=visit.pk).fields


def test_notices_are_offered_for_approved_checks_and_the_rest_says_why(client, officer, visits):
    notices.draft_notice(visits[0], actor=officer, on=ON)
    client.force_login(officer)
    page = client.get(NOTICES)
    assert [row.record for row in page.context["rows"]] == visits[1:3]
    why = {row.record: row.why for row in page.context["refused"]}
    assert "已经有一份行政检查通知书（起草）" in why[visits[0]]
    assert "状态是“待审批”" in why[visits[3]]
    assert "检查前须经机关负责人批准：本机关检查工作规范" in why[visits[3]]


def test_each_notice_is_the_very_one_of_its_check(client, officer, visits):
    client.force_login(officer)
    post(client, NOTICES, visits[:2], ON)
    notices.draft_notice(visits[2], actor=officer, on=ON)
    for visit in visits[:3]:
        assert text_of(visit, "inspection_notice") == notices.notice_fields(visit)
    assert {paper.drafted_on for paper in Document.objects.all()} == {ON}


def test_a_check_that_is_cancelled_meanwhile_gets_no_notice(officer, visits):
    batch = documents.draft_together(
        "inspection", "inspection_notice", visits[:3], title="", fields={}, actor=officer, on=ON
    )
    visit_decisions.cancel_inspection(visits[1], actor=officer, on=ON, note="单位搬迁")
    run_batch(batch.pk)
    items = progress_of(batch, officer).items
    assert [item.done for item in items] == [True, False, True]
    assert "状态是“已取消”，不能起草检查通知书" in items[1].failure


def test_letters_are_drafted_from_each_record(client, officer, recorded):
    client.force_login(officer)
    page = client.get(LETTERS)
    assert [row.record for row in page.context["rows"]] == recorded
    post(client, LETTERS, recorded, DAY, cc="区委办公室、区财政局", printer="示例区档案局办公室")
    for visit in recorded:
        assert text_of(visit, "feedback_letter") == letters.fields(
            visit,
            DAY,
            overview=feedback.default_overview(visit),
            phone=visit.bureau.phone,
            cc=["区委办公室", "区财政局"],
            printer="示例区档案局办公室",
        )
    again = client.get(LETTERS)
    assert not again.context["rows"]
    assert "已经有一份档案行政检查反馈意见书（起草）" in again.text


def test_a_clerk_drafts_no_letter(client, clerk, recorded):
    client.force_login(clerk)
    assert client.get(LETTERS).status_code == 403
    assert post(client, LETTERS, recorded, DAY).status_code == 403
    assert not Batch.objects.exists()


def test_approvals_take_what_each_check_says_and_ask_for_the_rest(client, officer, visits):
    page = "/documents/together/inspection/inspection_approval/"
    client.force_login(officer)
    form = client.get(page).context["form"]
    assert [field.name for field in form.beside_records] == ["title", "items", "opinion", "on"]
    post(client, page, visits, ON, title="行政检查审批表", items="档案库房", opinion="拟同意")
    facts = text_of(visits[0], "inspection_approval")
    assert facts["unit"] == visits[0].party.name
    assert facts["officers"].startswith("officer（执法证件编号 证-officer）")
    assert (facts["items"], facts["opinion"]) == ("档案库房", "拟同意")


def test_checks_are_narrowed_by_their_days(client, officer, visits):
    client.force_login(officer)
    day = arranging.THURSDAY
    assert len(client.get(f"{NOTICES}?since={day}&until={day}").context["rows"]) == 3
    assert not client.get(f"{NOTICES}?until=2024-09-04").context["rows"]
    assert not client.get(f"{NOTICES}?since=2024-09-06").context["rows"]


def test_the_pages_of_checks_ask_as_often_for_many(
    client, officer, visits, head, second_officer, bureau
):
    client.force_login(officer)
    pages = (NOTICES, "/documents/together/inspection/inquiry_letter/")
    client.get(NOTICES)
    few = [queries_of(client, page) for page in pages]
    for number in range(6):
        unit = factories.make_unit(bureau, f"又一单位{number}")
        on_site.approved(unit, head, officer, second_officer)
    assert [queries_of(client, page) for page in pages] == few
