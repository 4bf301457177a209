"""What a visit that has ended asks of its team: a letter, a report, by when."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from archives_enforcement.documents import services as documents
from inspections.queries.visit_work import work_for_visits
from inspections.services import reporting, site_records
from tests import factories
from tests.inspections import on_site


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
