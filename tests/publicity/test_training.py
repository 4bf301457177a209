"""培训: the plan, who came and for how long, and which problems a course was about."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.workflow import Refused
from inspections.models import Finding, Inspection
from publicity.models import Attendance, Training
from publicity.queries import training as queries
from publicity.services import training
from tests import factories
from tests.inspections import arranging

ON = date(2026, 3, 10)
PLAN = {"kind": "course", "title": "执法程序培训", "planned_for": date(2026, 3, 5), "hours": 4}
HELD = {"held_on": date(2026, 3, 6), "hours": Decimal(3), "result": "学习程序规定，测试合格。"}


@pytest.fixture
def session(clerk):
    factories.give(clerk, "backfill")
    clerk = type(clerk).objects.get(pk=clerk.pk)
    return Session(clerk)


class Session:
    """Plans and holds by one clerk."""

    def __init__(self, clerk):
        self.who = {"actor": clerk, "on": ON}

    def planned(self, **values):
        return training.plan(**self.who, **PLAN | values)

    def held(self, row, **values):
        return training.hold(row, **self.who, **HELD | values)


@pytest.fixture
def finding(unit, officer):
    visit = Inspection.objects.create(
        bureau=unit.party.bureau, unit=unit, kind="daily", checklist=arranging.checklist(),
        scheduled_on=ON, state="rectifying", drafted_by=officer,
    )  # fmt: skip
    return Finding.objects.create(
        inspection=visit, position=1, text="没有温湿度记录", due_on=ON, severity="B",
        item=visit.checklist.items.first(),
    )  # fmt: skip


def test_hours_go_to_everybody_who_came(session, officer, second_officer, clerk):
    row = session.held(session.planned(), staff=[officer, second_officer])
    session.held(session.planned(kind="drill"), staff=[officer])
    assert (row.state, row.held_on) == ("held", HELD["held_on"])
    assert queries.hours_of_staff(clerk, 2026) == [
        {"person": officer.name, "sessions": 2, "total": Decimal(6)},
        {"person": second_officer.name, "sessions": 1, "total": Decimal(3)},
    ]


def test_officers_who_came_to_nothing_and_months_without_study_are_named(session, officer, clerk):
    row = session.held(session.planned(kind="study"), staff=[clerk])
    assert [(line["person"], line["sessions"]) for line in queries.hours_of_staff(clerk, 2026)] == [
        (clerk.name, 1),
        (officer.name, 0),
    ]
    assert queries.months_without_study([row], date(2026, 4, 1), 2026) == [1, 2, 4]
    assert queries.completion_by_kind(queries.of_year(clerk, 2026))[0][0] == "法规学习"


def test_the_plan_tells_how_far_it_is_kept(session, officer, clerk):
    session.held(session.planned(), staff=[officer])
    session.planned(kind="integrity")
    training.cancel(session.planned(), **session.who, reason="讲师出差")
    found = queries.completion(queries.of_year(clerk, 2026))
    assert (found.planned, found.held, found.cancelled, found.people) == (3, 1, 1, 1)
    assert found.percent == 33


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"held_on": date(2026, 3, 11)}, "还没有到"),
        ({"staff": []}, "至少登记一人"),
        ({"hours": Decimal(0)}, "大于零"),
        ({"result": " "}, "内容和效果"),
    ],
)
def test_what_did_not_happen_is_not_entered(session, officer, values, why):
    row = session.planned()
    with pytest.raises(Refused, match=why):
        session.held(row, **{"staff": [officer]} | values)
    assert session.held(row, staff=[officer]).state == "held"


def test_a_session_is_held_once_and_a_held_one_does_not_fall(session, officer):
    row = session.held(session.planned(), staff=[officer])
    with pytest.raises(Refused, match="不能登记开展情况"):
        session.held(row, staff=[officer])
    with pytest.raises(Refused, match="不能取消培训"):
        training.cancel(row, **session.who, reason="改期")


def test_no_stranger_is_entered_and_no_stranger_enters(session, officer, other_bureau):
    stranger = factories.make_user("stranger", "clerk", bureau=other_bureau)
    row = session.planned()
    with pytest.raises(Refused, match="其他机关"):
        session.held(row, staff=[officer, stranger])
    with pytest.raises(Training.DoesNotExist):
        training.hold(row, actor=stranger, on=ON, **HELD, staff=[officer])
    with pytest.raises(PermissionDenied):
        training.plan(actor=officer, on=ON, **PLAN)


def test_a_plan_needs_hours(session):
    with pytest.raises(ValidationError):
        session.planned(hours=Decimal(0))


def test_a_course_for_units_is_about_their_problems(session, unit, finding, bureau):
    row = session.planned(kind="archivists")
    other = factories.make_unit(bureau, "别的单位")
    with pytest.raises(Refused, match="没有登记示例街道一的参加人员"):
        session.held(row, unit_people=[(other, "乙")], findings=[finding])
    row = session.held(row, unit_people=[(unit, "甲"), (other, "乙")], findings=[finding])
    assert list(row.findings.all()) == [finding]
    assert [str(each) for each in row.attendances.all()] == ["甲", "乙"]


def test_problems_belong_to_courses_for_units_and_to_this_bureau(
    session, officer, unit, finding, other_bureau
):
    with pytest.raises(Refused, match="只有单位档案人员培训"):
        session.held(session.planned(), staff=[officer], findings=[finding])
    Inspection.objects.filter(pk=finding.inspection_id).update(bureau=other_bureau)
    finding.refresh_from_db()
    row = session.planned(kind="archivists")
    with pytest.raises(Refused, match="不是本机关检查发现的"):
        session.held(row, unit_people=[(unit, "甲")], findings=[finding])


def test_people_of_units_are_written_line_by_line(client, session, clerk, unit, finding):
    row = session.planned(kind="archivists")
    client.force_login(clerk)
    page = reverse("publicity:training-hold", args=[row.pk])
    assert "没有温湿度记录" in client.get(page).text
    facts = {"on": ON, "held_on": ON, "hours": "2", "result": "讲解", "findings": [finding.pk]}
    answer = client.post(page, facts | {"unit_people": "示例街道一 甲\n没有这家，乙"})
    assert answer.status_code == 422
    assert "第 2 行“没有这家，乙”" in answer.text
    client.post(page, facts | {"unit_people": "示例街道一，甲\n示例街道一 乙"})
    assert list(Attendance.objects.values_list("unit", "name")) == [
        (unit.pk, "甲"),
        (unit.pk, "乙"),
    ]
    shown = client.get(row.get_absolute_url()).text
    assert "没有温湿度记录" in shown
    assert "示例街道一" in shown
    assert row.get_absolute_url() in client.get(finding.get_absolute_url()).text
    assert row.get_absolute_url() in client.get(unit.get_absolute_url()).text


def test_the_list_is_of_one_year(client, session, officer, clerk):
    session.held(session.planned(), staff=[officer])
    session.planned(planned_for=date(2025, 3, 5), title="去年的培训")
    client.force_login(clerk)
    page = client.get(reverse("publicity:training-list"), {"year": 2026})
    assert "完成 100%" in page.text
    assert "去年的培训" not in page.text
    assert page.context["years"] == sorted({timezone.localdate().year, 2026, 2025}, reverse=True)


def test_what_is_near_comes_to_the_workbench(session, officer, clerk):
    row = session.planned()
    assert queries.work_for_training(clerk, date(2026, 2, 1)) == []
    assert [item.due for item in queries.work_for_training(clerk, ON)] == [row.planned_for]
    assert queries.work_for_training(officer, ON) == []
    session.held(row, staff=[officer])
    assert queries.work_for_training(clerk, ON) == []
