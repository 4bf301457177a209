"""移交工作: open checks go from one officer to another."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.workflow import Refused
from inspections.queries.teams import visits_of
from inspections.queries.visit_work import work_for_visits
from inspections.services import visit_decisions
from inspections.services.handing_over import hand_over
from tests import factories
from tests.inspections import arranging, on_site
from tests.inspections.rectifying import make_visit

ON = arranging.ON


@pytest.fixture
def taker(bureau):
    return factories.make_officer("taker", bureau)


def own(person):
    return {row["inspection"] for row in visits_of(person)}


def give_all(officer, taker, head, **changed):
    return hand_over(officer, taker, **{"actor": head, "on": ON, "reason": "调离", **changed})


def test_the_taker_goes_where_nobody_has_been(officer, second_officer, head, unit, taker):
    visit = arranging.make_approved(officer, second_officer, head, unit)
    assert give_all(officer, taker, head) == {"还没有到现场的检查": 1}
    assert {row.user for row in visit.team.all()} == {taker, second_officer}
    assert AuditEntry.objects.get(action="hand_over").details == {"from": "officer", "to": "taker"}


def test_who_was_on_site_stays_on_record_and_the_taker_carries_on(officer, head, unit, taker):
    visit = make_visit(unit, officer)
    give_all(officer, taker, head)
    assert visit.team.get().user == officer
    assert (own(officer), own(taker)) == (set(), {visit.pk})


def test_what_was_taken_over_can_be_handed_on_and_back(officer, head, unit, taker):
    visit = make_visit(unit, officer)
    give_all(officer, taker, head)
    give_all(taker, officer, head)
    assert (own(officer), own(taker)) == ({visit.pk}, set())


def test_a_draft_is_the_takers_from_now_on(officer, head, unit, taker):
    visit = arranging.draft_visit(officer, unit)
    give_all(officer, taker, head)
    visit.refresh_from_db()
    assert visit.drafted_by == taker


def test_a_check_that_waits_for_approval_comes_back_to_the_taker(
    officer, second_officer, head, unit, taker
):
    visit = arranging.make_pending(officer, second_officer, unit)
    give_all(officer, taker, head)
    visit_decisions.return_inspection(visit, actor=head, on=ON, note="请改期")
    visit.refresh_from_db()
    assert visit.drafted_by == taker
    assert [item.group for item in work_for_visits(taker, ON)] == ["returned"]
    assert not work_for_visits(officer, ON)


def test_what_the_giver_only_drafted_may_go_to_one_of_its_team(
    clerk, officer, second_officer, head, unit
):
    third = factories.make_officer("third", unit.party.bureau)
    visit = arranging.make_team(arranging.draft_visit(officer, unit), second_officer, third)
    give_all(officer, second_officer, head)
    visit.refresh_from_db()
    assert (visit.drafted_by, visit.team.count()) == (second_officer, 2)


def begun(officer, second_officer, head, unit):
    return on_site.begin(on_site.approved(unit, head, officer, second_officer), officer)


def test_the_taker_of_a_visit_under_way_records_it(officer, second_officer, head, unit, bureau):
    visit = begun(officer, second_officer, head, unit)
    taker = factories.make_officer("taker", bureau, "backfiller")
    with pytest.raises(Refused, match="您不是这次检查的执法人员"):
        on_site.fill(visit, taker)
    assert give_all(officer, taker, head, on=on_site.DAY) == {"现场以后的检查": 1}
    on_site.fill(visit, taker)
    assert {row.user for row in visit.team.all()} == {officer, second_officer, taker}
    assert (own(officer), own(taker)) == (set(), {visit.pk})


def test_into_a_visit_under_way_comes_nobody_without_certificate(
    officer, second_officer, head, unit, bureau
):
    begun(officer, second_officer, head, unit)
    late = factories.make_officer("late", bureau, valid_to=date(2024, 9, 4))
    with pytest.raises(Refused, match="没有有效的执法证件.*第四十七条"):
        give_all(officer, late, head, on=on_site.DAY)
    valid = factories.make_officer("valid", bureau, valid_to=on_site.DAY)
    give_all(officer, valid, head, on=on_site.DAY)


def test_a_colleague_of_the_visit_carries_it_on_and_is_listed_once(
    officer, second_officer, head, unit
):
    visit = begun(officer, second_officer, head, unit)
    give_all(officer, second_officer, head, on=on_site.DAY)
    assert visit.team.count() == 2 and own(officer) == set()


def test_a_closed_visit_stays_where_it_is(officer, head, unit, taker):
    make_visit(unit, officer, state="closed")
    with pytest.raises(Refused, match="没有还在办理"):
        give_all(officer, taker, head)


def test_the_taker_needs_a_certificate_on_the_day(officer, second_officer, head, unit, bureau):
    arranging.make_approved(officer, second_officer, head, unit)
    late = factories.make_officer("late", bureau, valid_to=date(2024, 9, 4))
    with pytest.raises(Refused, match="没有有效的执法证件.*第四十七条"):
        give_all(officer, late, head)
    valid = factories.make_officer("valid", bureau, valid_to=date(2024, 9, 5))
    give_all(officer, valid, head)


def test_two_officers_do_not_become_one(officer, second_officer, head, unit):
    visit = arranging.make_approved(officer, second_officer, head, unit)
    with pytest.raises(Refused, match="人数不足"):
        give_all(officer, second_officer, head)
    assert visit.team.count() == 2


def test_one_obstacle_stops_all(officer, second_officer, head, unit, bureau):
    made = make_visit(unit, officer)
    arranging.make_approved(officer, second_officer, head, unit)
    with pytest.raises(Refused):
        give_all(officer, second_officer, head)
    assert made.pk in own(officer)


def test_only_the_head_hands_over_and_gives_his_reason(officer, clerk, head, unit, taker):
    make_visit(unit, officer)
    with pytest.raises(PermissionDenied):
        give_all(officer, taker, clerk)
    with pytest.raises(Refused, match="原因"):
        give_all(officer, taker, head, reason=" ")
    with pytest.raises(Refused, match="自己"):
        give_all(officer, officer, head)
    give_all(officer, taker, head)


def test_nobody_takes_over_from_another_bureau(officer, head, unit, other_bureau):
    make_visit(unit, officer)
    stranger = factories.make_officer("elsewhere", other_bureau)
    with pytest.raises(Refused, match="本机关"):
        give_all(officer, stranger, head)


def test_the_page_offers_those_with_open_work(client, officer, head, unit, taker):
    make_visit(unit, officer)
    client.force_login(head)
    url = reverse("inspections:inspection-hand-over")
    assert "officer（1）" in client.get(url).text
    answer = client.post(
        url, {"giver": officer.pk, "taker": taker.pk, "reason": "调离", "on": "2026-11-26"}
    )
    assert answer.status_code == 302
    assert own(taker)
