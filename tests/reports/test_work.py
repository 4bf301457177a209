"""What waits for whom, gathered from every app."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.accounts.services import unit_people as people
from archives_enforcement.documents import services as documents
from archives_enforcement.documents.models import Delivery
from archives_enforcement.workdays import deadlines
from reports.queries.paper_work import work_for_papers
from reports.queries.people_work import work_for_people
from reports.queries.work import work_for, work_for_deadlines
from tests import factories
from tests.reports.years import YearMaker

TODAY = date(2024, 9, 4)  # a Wednesday
FIELDS = {
    "unit": "示例街道一", "inspected_on": "2024年8月30日", "overview": "概况", "problems": ["问题"],
    "report_due": "30 日内", "basis": "依据", "kind": "日常检查", "phone": "000",
}  # fmt: skip


def texts(items):
    return [item.text for item in items]


@pytest.fixture
def check(bureau, unit):
    return YearMaker(bureau, 2024).check(unit=unit, state="recorded")


@pytest.fixture
def letter(check, bureau, unit, officer):
    return documents.draft(
        check, "feedback_letter", bureau=bureau, party=unit.party, title="反馈意见书",
        fields=FIELDS, actor=officer, on=date(2024, 9, 2),
    )  # fmt: skip


def test_a_draft_waits_for_its_drafter_and_a_submitted_paper_for_the_head(
    letter, officer, second_officer, head
):
    assert texts(work_for_papers(officer, TODAY)) == ["提交档案行政检查反馈意见书：示例街道一"]
    assert work_for_papers(second_officer, TODAY) == []
    assert work_for_papers(head, TODAY) == []

    documents.submit(letter, actor=officer, on=TODAY)
    assert texts(work_for_papers(head, TODAY)) == ["签发档案行政检查反馈意见书：示例街道一"]
    assert work_for_papers(officer, TODAY) == []


def test_a_paper_takes_the_day_of_the_clock_on_its_record(letter, check, bureau, officer):
    deadlines.start(check, "D-I06", bureau=bureau, on=date(2024, 8, 30))

    (item,) = work_for_papers(officer, TODAY)
    assert item.due == date(2024, 9, 13)


@pytest.mark.parametrize(("days", "asked"), [(3, 0), (4, 1)])
def test_a_unit_that_does_not_sign_is_asked_after_three_days(check, clerk, days, asked):
    paper = YearMaker.paper(_maker(check), check, party=check.unit.party)
    Delivery.objects.create(
        document=paper, party=check.unit.party, sent_on=TODAY - timedelta(days=days)
    )

    assert len(work_for_papers(clerk, TODAY)) == asked


def _maker(check):
    maker = YearMaker.__new__(YearMaker)
    maker.bureau, maker.year, maker.officer = check.bureau, 2024, check.drafted_by
    return maker


def test_clocks_that_ran_out_go_to_the_head_and_unknown_ones_to_everybody(
    check, bureau, head, officer, assistant
):
    deadlines.start(check, "D-I06", bureau=bureau, party=check.unit.party, on=date(2024, 7, 1))
    deadlines.start(check, "D-I02", bureau=bureau, party=check.unit.party, on=date(2024, 7, 1))

    deadlines.start(check, "D-G01", bureau=bureau, party=check.unit.party, on=date(2024, 7, 1))

    assert len(work_for_deadlines(head, TODAY)) == 3
    assert [item.text[:10] for item in work_for_deadlines(officer, TODAY)] == [
        "已超过期限：检查通知"
    ]
    assert work_for_deadlines(assistant, TODAY) == []


def test_a_clock_of_the_unit_is_no_work_of_the_bureau(check, bureau, head):
    deadlines.start(check, "D-I08", bureau=bureau, party=check.unit.party, on=date(2024, 1, 2))

    assert work_for_deadlines(head, TODAY) == []


def test_people_of_units_and_strangers_have_no_work_here(contact, observer, stranger):
    assert [work_for(person, TODAY) for person in (contact, observer, stranger)] == [[], [], []]


def test_a_paper_in_review_is_the_work_of_a_reviewer_who_did_not_draft_it(
    letter, officer, reviewer, head, bureau
):
    type(letter).objects.filter(pk=letter.pk).update(state="in_review")
    both = factories.make_user("both", "reviewer", bureau=bureau)
    assert texts(work_for_papers(reviewer, TODAY)) == ["审核档案行政检查反馈意见书：示例街道一"]
    assert texts(work_for_papers(both, TODAY)) == ["审核档案行政检查反馈意见书：示例街道一"]
    assert work_for_papers(head, TODAY) == []
    type(letter).objects.filter(pk=letter.pk).update(drafted_by=both)
    assert work_for_papers(both, TODAY) == []


def test_a_paper_that_came_back_is_to_be_mended_and_then_to_be_handed_in(letter, officer, head):
    documents.submit(letter, actor=officer, on=TODAY)
    documents.return_draft(letter, actor=head, on=TODAY, note="请改期限")
    (item,) = work_for_papers(officer, TODAY)
    assert item.text == "修改被退回的档案行政检查反馈意见书：示例街道一"
    assert (item.basis, item.group) == ("head：请改期限", "returned")
    documents.revise(letter, actor=officer, on=TODAY, fields={})
    assert texts(work_for_papers(officer, TODAY)) == ["提交档案行政检查反馈意见书：示例街道一"]


def test_who_asks_to_act_for_a_unit_waits_on_the_desk_and_with_its_manager(
    client, bureau, unit, clerk, officer
):
    archivist = factories.make_contact("archivist", unit.party, post="archivist")
    manager = factories.make_contact("manager", unit.party)
    person = factories.make_user("asking", "unit_contact")
    today = timezone.localdate()
    grant = people.apply(unit.party, on=today, post="archivist", user=person)
    [item] = work_for_people(clerk, today)
    assert (item.text, item.url) == (f"核实asking能否代表{unit}（档案员）", people.page(grant))
    assert work_for_people(officer, today) == work_for_people(manager, today) == []
    assert _asked(client, manager) == [grant]
    assert _asked(client, archivist) == _asked(client, person) == []
    people.confirm(grant, actor=clerk, on=today)
    assert work_for_people(clerk, today) == _asked(client, manager) == []


def _asked(client, user):
    client.force_login(user)
    return client.get(reverse("reports:portal")).context["applicants"]
