"""Who goes and who watches, each guard with its lawful twin."""

from datetime import timedelta

import pytest

from archives_enforcement.accounts.models import Party
from archives_enforcement.notifications.models import Message
from archives_enforcement.workflow import Refused
from inspections.services import teams, visit_decisions
from tests import factories
from tests.inspections import arranging
from tests.inspections.arranging import ON, THURSDAY


@pytest.fixture
def enterprise(bureau):
    return factories.make_unit(bureau, "示例企业", Party.Kind.STATE_ENTERPRISE)


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
    visit_decisions.approve_inspection(pending, actor=head, on=ON)
    assert (before, Message.objects.filter(recipient=observer).count()) == (0, 1)
