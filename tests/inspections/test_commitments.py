"""约谈承诺: checked by an officer, seen by the unit, and where a broken one leads."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from archives_enforcement.notifications.models import Message
from archives_enforcement.workflow import Refused
from inspections.models import Commitment
from inspections.queries.rectification_work import work_for_rectification
from inspections.services import commitment_checks
from tests import factories
from tests.inspections.interviewing import hold
from tests.inspections.rectifying import days
from tests.inspections.test_interview_papers import notified

TODAY = days(0)


@pytest.fixture
def promise(unit, officer, head):
    talk = notified(unit, officer, head)
    hold(talk, officer, on=TODAY, commitments=[("换新灭火器", days(0)), ("补目录", days(30))])
    return talk.commitments.get(position=1)


def check(promise, actor, outcome="kept", note="现场看到两具新灭火器", on=TODAY):
    return commitment_checks.check_commitment(
        promise, actor=actor, on=on, outcome=outcome, note=note
    )


def over(promise):
    """The day of the promise is past."""
    Commitment.objects.filter(pk=promise.pk).update(due_on=days(-1))
    return Commitment.objects.get(pk=promise.pk)


def test_a_kept_promise_is_noted_and_told(promise, officer, contact):
    row = check(promise, officer)
    assert (row.outcome, row.checked_by, row.checked_on) == ("kept", officer, TODAY)
    assert "经核实已做到" in Message.objects.filter(recipient=contact).last().text
    with pytest.raises(Refused, match="已经核实"):
        check(promise, officer)


def test_a_promise_is_not_broken_before_its_day_is_over(promise, officer):
    with pytest.raises(Refused, match="还没有过"):
        check(promise, officer, "broken")
    assert check(over(promise), officer, "broken").outcome == "broken"


@pytest.mark.parametrize("wrong", [{"note": " "}, {"outcome": ""}, {"on": days(-1)}])
def test_an_incomplete_check_is_refused(promise, officer, wrong):
    with pytest.raises(Refused):
        check(promise, officer, **wrong)


def test_a_head_does_not_check_promises(promise, head):
    with pytest.raises(PermissionDenied):
        check(promise, head)


def texts(user):
    return [item.text for item in work_for_rectification(user, TODAY) if "承诺" in item.text]


def test_the_desk_reminds_of_what_is_due_within_a_week(promise, unit, officer, second_officer):
    assert texts(officer) == [f"核实{unit}的承诺：换新灭火器"]
    assert texts(second_officer) == []
    check(promise, officer)
    assert texts(officer) == []


def test_a_broken_promise_leads_to_the_next_rung(promise, officer, client):
    talk = promise.interview
    client.force_login(officer)
    rung = reverse("inspections:inspection-inquire", args=[talk.inspection_id])
    assert rung not in client.get(talk.get_absolute_url()).text
    check(over(promise), officer, "broken", "灭火器没有更换")
    page = client.get(talk.get_absolute_url()).text
    assert rung in page and "灭火器没有更换" in page
    client.get(rung)
    assert client.get(rung).status_code == 200


def test_the_unit_and_the_card_show_what_was_promised(promise, unit, officer, contact, client):
    check(over(promise), officer, "broken", "灭火器没有更换")
    client.force_login(officer)
    card = client.get(unit.get_absolute_url()).text
    assert "约谈承诺" in card and "没有做到" in card and "待核实" in card
    client.force_login(contact)
    page = client.get(
        reverse("inspections:portal-inspection", args=[promise.interview.inspection_id])
    ).text
    assert "换新灭火器" in page and "灭火器没有更换" in page and "待核实" in page


def test_an_open_promise_stands_on_the_home_of_its_unit_alone(
    client, promise, officer, contact, bureau
):
    def promised(user):
        client.force_login(user)
        return [row.text for row in client.get(reverse("reports:portal")).context["promises"]]

    other = factories.make_unit(bureau, "示例街道九")
    assert promised(contact) == ["换新灭火器", "补目录"]
    assert promised(factories.make_contact("other", other.party)) == []
    check(promise, officer)
    assert promised(contact) == ["补目录"]
