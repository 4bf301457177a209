"""Who goes and who watches, each guard with its lawful twin."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.accounts.models import Party, User
from archives_enforcement.notifications.models import Message
from archives_enforcement.workflow import Refused
from inspections.models import Inspection
from inspections.services import teams, visits
from tests import factories
from tests.inspections import arranging
from tests.inspections.arranging import ON, THURSDAY


@pytest.fixture
def visit(officer, unit):
    return arranging.draft_visit(officer, unit)


@pytest.fixture
def pending(officer, second_officer, unit):
    return arranging.make_pending(officer, second_officer, unit)


@pytest.fixture
def approved(officer, second_officer, head, unit):
    return arranging.make_approved(officer, second_officer, head, unit)


@pytest.fixture
def enterprise(bureau):
    return factories.make_unit(bureau, "示例企业", Party.Kind.STATE_ENTERPRISE)


# The team


def test_the_team_is_kept_with_its_parts(visit, officer, second_officer, assistant):
    arranging.make_team(visit, officer, second_officer, assistants=[assistant])
    assert [(row.user, row.part) for row in visit.team.all()] == [
        (officer, "lead"),
        (second_officer, "officer"),
        (assistant, "assistant"),
    ]


def test_the_same_person_twice_is_refused(visit, officer):
    with pytest.raises(Refused, match="officer列了两次"):
        arranging.make_team(visit, officer, officer)


def test_hall_staff_cannot_stand_as_officers(visit, officer, assistant):
    with pytest.raises(Refused, match="assistant不是本机关的执法人员"):
        arranging.make_team(visit, officer, assistant)


def test_officers_cannot_stand_as_hall_staff(visit, officer, second_officer):
    with pytest.raises(Refused, match="second_officer不是本机关的协助人员"):
        arranging.make_team(visit, officer, assistants=[second_officer])


def test_officers_of_another_bureau_cannot_go(visit, officer, other_bureau):
    foreign = factories.make_officer("foreign", other_bureau)
    with pytest.raises(Refused, match="foreign不是本机关的执法人员"):
        arranging.make_team(visit, officer, foreign)


@pytest.mark.parametrize(
    ("valid_to", "lawful"), [(THURSDAY - timedelta(days=1), False), (THURSDAY, True)]
)
def test_the_certificate_must_be_valid_on_the_day(visit, officer, bureau, valid_to, lawful):
    other = factories.make_officer("other", bureau, valid_to=valid_to)
    if lawful:
        assert arranging.make_team(visit, officer, other).team.count() == 2
    else:
        with pytest.raises(Refused, match="other在2024年9月5日没有有效的执法证件"):
            arranging.make_team(visit, officer, other)


def test_a_submitted_team_stays(pending, officer):
    with pytest.raises(Refused, match="检查组不能再变"):
        arranging.make_team(pending, officer)


# Observers


def test_an_observer_is_invited(visit, officer, observer):
    teams.invite(visit, actor=officer, on=ON, observers=[observer])
    assert [row.observer for row in visit.invitations.all()] == [observer]


def test_no_observer_goes_to_an_enterprise(officer, enterprise, observer):
    visit = arranging.draft_visit(officer, enterprise)
    with pytest.raises(Refused, match="示例企业是企业，不邀请观察员"):
        teams.invite(visit, actor=officer, on=ON, observers=[observer])


def test_an_enterprise_without_observers_is_lawful(officer, enterprise):
    visit = arranging.draft_visit(officer, enterprise)
    assert teams.invite(visit, actor=officer, on=ON, observers=[]).invitations.count() == 0


def test_only_observers_are_invited(visit, officer, assistant):
    with pytest.raises(Refused, match="assistant不是本机关的观察员"):
        teams.invite(visit, actor=officer, on=ON, observers=[assistant])


def test_nobody_watches_himself(visit, officer, second_officer, bureau):
    both = factories.make_officer("both", bureau, "observer")
    arranging.make_team(visit, officer, second_officer, both)
    with pytest.raises(Refused, match="both列了两次"):
        teams.invite(visit, actor=officer, on=ON, observers=[both])


def test_an_invited_observer_does_not_join_the_team(visit, officer, bureau):
    both = factories.make_officer("both", bureau, "observer")
    teams.invite(visit, actor=officer, on=ON, observers=[both])
    with pytest.raises(Refused, match="both列了两次"):
        arranging.make_team(visit, officer, both)


def test_those_left_out_are_no_longer_invited(visit, officer, observer):
    other = factories.make_user("observer2", "observer")
    teams.invite(visit, actor=officer, on=ON, observers=[observer])
    teams.invite(visit, actor=officer, on=ON, observers=[other])
    assert [row.observer for row in visit.invitations.all()] == [other]


def test_observers_are_told_once_the_check_is_approved(pending, officer, head, observer):
    teams.invite(pending, actor=officer, on=ON, observers=[observer])
    before = Message.objects.filter(recipient=observer).count()
    visits.approve_inspection(pending, actor=head, on=ON)
    assert (before, Message.objects.filter(recipient=observer).count()) == (0, 1)


def test_nobody_is_invited_to_a_check_that_has_begun(approved, officer, observer):
    Inspection.objects.filter(pk=approved.pk).update(state="on_site")
    with pytest.raises(Refused, match="已经开始"):
        teams.invite(approved, actor=officer, on=ON, observers=[observer])


@pytest.fixture
def visited(approved, officer, observer):
    """A check that took place, with one observer who came and one who did not."""
    teams.invite(
        approved,
        actor=officer,
        on=ON,
        observers=[observer, factories.make_user("absent", "observer")],
    )
    Inspection.objects.filter(pk=approved.pk).update(state="recorded", inspected_on=THURSDAY)
    approved.refresh_from_db()
    return approved


def test_attendance_tells_who_came(visited, officer, observer):
    teams.mark_attendance(
        visited, actor=officer, on=THURSDAY, attended=[observer], pledged_on_paper=[observer]
    )
    came = dict(visited.invitations.values_list("observer__username", "attended"))
    assert came == {"observer": True, "absent": False}


def test_attendance_before_the_visit_is_refused(approved, officer, observer):
    teams.invite(approved, actor=officer, on=ON, observers=[observer])
    with pytest.raises(Refused, match="还没有进行"):
        teams.mark_attendance(approved, actor=officer, on=ON, attended=[observer])


def test_attendance_is_entered_only_where_somebody_was_invited(approved, officer):
    Inspection.objects.filter(pk=approved.pk).update(state="recorded", inspected_on=THURSDAY)
    with pytest.raises(Refused, match="没有邀请观察员"):
        teams.mark_attendance(approved, actor=officer, on=THURSDAY, attended=[])


def test_the_head_neither_names_the_team_nor_invites_nor_counts(
    visit, visited, head, officer, observer
):
    acts = [
        lambda: teams.set_team(visit, actor=head, on=ON, lead=officer),
        lambda: teams.invite(visit, actor=head, on=ON, observers=[observer]),
        lambda: teams.mark_attendance(visited, actor=head, on=THURSDAY, attended=[]),
    ]
    for act in acts:
        with pytest.raises(PermissionDenied):
            act()


def test_someone_not_invited_did_not_attend(visited, officer, assistant):
    with pytest.raises(Refused, match="没有受到邀请"):
        teams.mark_attendance(visited, actor=officer, on=THURSDAY, attended=[assistant])


def test_nobody_watches_without_his_pledge(visited, officer, observer):
    asked = {"actor": officer, "on": THURSDAY, "attended": [observer]}
    with pytest.raises(Refused, match="保密承诺"):
        teams.mark_attendance(visited, **asked)
    teams.mark_attendance(visited, **asked, pledged_on_paper=[observer])
    row = visited.invitations.get(observer=observer)
    assert (row.attended, row.pledged_on, row.pledged_on_paper) == (True, THURSDAY, True)


def test_an_observer_pledges_himself_and_once(visited, officer, observer):
    row = visited.invitations.get(observer=observer)
    factories.give(officer, "pledge_confidentiality")
    with pytest.raises(Refused, match="本人签署"):
        teams.pledge(row, actor=User.objects.get(pk=officer.pk), on=timezone.localdate())
    signed = teams.pledge(row, actor=observer, on=timezone.localdate())
    assert (signed.pledged_on, signed.pledged_on_paper) == (timezone.localdate(), False)
    with pytest.raises(Refused, match="已经签署"):
        teams.pledge(row, actor=observer, on=timezone.localdate())
    teams.mark_attendance(visited, actor=officer, on=THURSDAY, attended=[observer])


def test_a_certificate_is_for_who_came_and_says_how_often(client, visited, officer, observer):
    row = visited.invitations.get(observer=observer)
    address = reverse("documents:draft", args=["invitation", row.pk, "observer_certificate"])
    client.force_login(officer)
    assert "不能据此颁发证书" in client.get(address).text
    teams.mark_attendance(
        visited, actor=officer, on=THURSDAY, attended=[observer], pledged_on_paper=[observer]
    )
    assert "2024年已到场1次" in client.get(address).text


def test_the_observer_signs_on_his_own_page(client, visited, observer):
    row = visited.invitations.get(observer=observer)
    client.force_login(observer)
    address = reverse("inspections:invitation-pledge", args=[row.pk])
    assert address in client.get(row.get_absolute_url()).text
    client.post(address)
    row.refresh_from_db()
    assert row.pledged_on == timezone.localdate()
    assert address not in client.get(row.get_absolute_url()).text
