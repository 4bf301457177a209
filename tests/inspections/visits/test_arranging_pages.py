"""Pages on which a visit is arranged: what is warned of, said and refused."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.documents.models import Document
from inspections.models import Inspection
from inspections.services import teams
from tests import factories
from tests.inspections import arranging
from tests.inspections.arranging import ON, THURSDAY
from tests.inspections.rectifying import queries_of


def page(name, *args):
    return reverse(f"inspections:{name}", args=args)


def test_a_holiday_is_said_and_does_not_block(client, officer, unit):
    client.force_login(officer)
    asked = {
        "kind": "daily",
        "slot": "other",
        "scheduled_on": "2024-10-03",
        "session": "morning",
        "checklist": arranging.checklist().pk,
        "on": "2024-08-20",
    }
    answer = client.post(f"{page('inspection-create')}?unit={unit.pk}", asked, follow=True)
    assert Inspection.objects.get().scheduled_on == date(2024, 10, 3)
    assert "10月3日不是工作日（国庆节）" in answer.content.decode()


def test_arranging_without_naming_whom_leads_to_the_choice(client, officer):
    client.force_login(officer)
    assert client.get(page("inspection-create")).url == page("inspection-pick")


@pytest.mark.parametrize("key", ["999", "x"])
def test_an_unknown_unit_is_not_found(client, officer, key):
    client.force_login(officer)
    assert client.get(page("inspection-create"), {"unit": key}).status_code == 404


def test_a_unit_of_another_bureau_is_not_found(client, officer, other_bureau):
    foreign = factories.make_unit(other_bureau, "外区单位")
    client.force_login(officer)
    assert client.get(page("inspection-create"), {"unit": foreign.pk}).status_code == 404


def test_team_submission_and_approval_in_the_browser(client, officer, second_officer, head, visit):
    client.force_login(officer)
    on = {"on": "2024-08-20"}
    client.post(
        page("inspection-team", visit.pk),
        {"lead": officer.pk, "officers": [second_officer.pk], **on},
    )
    client.post(page("inspection-submit", visit.pk), on)
    client.force_login(head)
    client.post(page("inspection-approve", visit.pk), on)
    visit.refresh_from_db()
    assert (visit.state, visit.approved_by, visit.approved_on) == ("approved", head, ON)


def test_a_refusal_stands_on_the_same_page(client, officer, visit):
    client.force_login(officer)
    answer = client.post(page("inspection-submit", visit.pk), {"on": "2024-08-20"})
    assert answer.status_code == 422
    assert "持有效执法证件的检查人员不足两人" in answer.content.decode()


def test_the_notice_is_drafted_from_its_page(client, officer, approved):
    client.force_login(officer)
    shown = client.get(page("notice-draft", approved.pk)).content.decode()
    client.post(page("notice-draft", approved.pk), {"on": "2024-08-21"})
    assert "2024年9月5日（星期四）下午" in shown
    assert Document.objects.get().drafted_on == date(2024, 8, 21)


def test_the_trail_page_lists_every_entry(client, officer, approved):
    client.force_login(officer)
    entries = client.get(page("inspection-trail", approved.pk)).context["trail"]
    assert [entry.action for entry in entries] == ["approve", "submit", "set_team", "draft"]


def test_hall_staff_see_neither_papers_nor_trail(client, assistant, approved):
    client.force_login(assistant)
    text = client.get(approved.get_absolute_url()).content.decode()
    assert ("文书</h2>" in text, "过程记录" in text) == (False, False)


@pytest.mark.parametrize("month", ["2024-13", "abc", "0001-01"])
def test_a_month_that_does_not_exist_is_not_found(client, officer, month):
    client.force_login(officer)
    assert client.get(page("calendar"), {"month": month}).status_code == 404


def test_the_calendar_opens_on_the_present_month(client, officer):
    client.force_login(officer)
    today = timezone.localdate()
    assert str(today.year) in client.get(page("calendar")).context["heading"]


# Observers


@pytest.fixture
def invited(approved, officer, observer):
    teams.invite(approved, actor=officer, on=ON, observers=[observer])
    return approved.invitations.get()


def test_the_observer_sees_time_place_and_the_blank_checklist(client, observer, invited):
    Inspection.objects.filter(pk=invited.inspection_id).update(place="示例路8号", reason="机密事由")
    client.force_login(observer)
    text = client.get(invited.get_absolute_url()).content.decode()
    asked = invited.inspection.checklist.items.first().text
    shown = ("2024年9月5日（星期四）下午", "示例路8号", asked)
    kept_back = ("示例街道一", "机密事由", "second_officer")
    assert [part in text for part in (*shown, *kept_back)] == [True] * 3 + [False] * 3


def test_an_observer_sees_nothing_before_approval(client, officer, observer, visit):
    teams.invite(visit, actor=officer, on=ON, observers=[observer])
    client.force_login(observer)
    assert client.get(visit.invitations.get().get_absolute_url()).status_code == 404
    assert list(client.get(page("invitation-list")).context["object_list"]) == []


def test_an_observer_does_not_see_the_invitations_of_others(client, bureau, invited):
    other = factories.make_user("observer2", "observer", bureau=bureau)
    client.force_login(other)
    assert client.get(invited.get_absolute_url()).status_code == 404


def test_invitations_cost_the_same_for_one_and_three(
    client, officer, second_officer, head, bureau, observer, invited
):
    client.force_login(observer)
    one = queries_of(client, page("invitation-list"))
    for number in "二三":
        unit = factories.make_unit(bureau, f"示例街道{number}")
        visit = arranging.make_approved(officer, second_officer, head, unit)
        teams.invite(visit, actor=officer, on=ON, observers=[observer])
    assert queries_of(client, page("invitation-list")) == one


def test_observers_are_chosen_and_attendance_is_entered(client, officer, observer, approved):
    client.force_login(officer)
    client.post(
        page("inspection-observers", approved.pk), {"observers": [observer.pk], "on": "2024-08-20"}
    )
    Inspection.objects.filter(pk=approved.pk).update(state="recorded", inspected_on=THURSDAY)
    client.post(
        page("inspection-attendance", approved.pk),
        {"attended": [observer.pk], "pledged_on_paper": [observer.pk], "on": "2024-09-05"},
    )
    assert approved.invitations.get().attended is True


def test_the_case_file_is_offered_once_the_check_was_held(client, officer, approved):
    client.force_login(officer)
    address = reverse("archiving:case-file", args=["inspection", approved.pk])
    assert address not in client.get(approved.get_absolute_url()).content.decode()
    Inspection.objects.filter(pk=approved.pk).update(state="recorded", inspected_on=THURSDAY)
    assert address in client.get(approved.get_absolute_url()).content.decode()
