"""The seven steps, the people met and the powers used, as a device brings them."""

from datetime import time

import pytest

from archives_enforcement.workflow import Refused
from inspections import offline_kinds
from inspections.models import Lead
from inspections.queries import offline as queries
from inspections.services import steps
from tests.inspections.offline.sending import (
    ARCHIVIST,
    FACTS,
    NEXT_MORNING,
    START,
    answer,
    do,
    moment,
    recorded,
    step,
    taken,
)
from tests.inspections.on_site import DAY


def test_the_bundle_brings_the_steps_already_taken(begun, late):
    rows = {row["kind"]: row for row in queries.content(begun.inspection, late)["steps"]}
    assert (rows["show"]["at"], rows["show"]["by"]) == ("14:06", str(late))
    assert (rows["ask"]["at"], rows["ask"]["needs"]) == ("", ["inform", "show"])
    assert "sign" not in rows


def test_before_the_opening_steps_no_item_is_recorded(bundle):
    do(bundle, "start", START)
    step(bundle, "inform")
    with pytest.raises(Refused, match="还没有记下“亮证”"):
        answer(bundle, "conforms")
    step(bundle, "show")
    answer(bundle, "conforms")
    assert recorded(bundle) == {"2-02": ("conforms", "")}


def test_the_steps_come_before_the_items_and_hinder_none(begun):
    """A device sends its steps first; even an early 阅核 refuses nothing that comes after it."""
    step(begun, "record", "14:20")
    step(begun, "review", "16:30")
    answer(begun, "conforms")
    assert recorded(begun) == {"2-02": ("conforms", "")}


def test_a_step_that_another_noted_is_not_overwritten(begun, officer):
    step(begun, "ask", "14:10")
    steps.take(begun.inspection, actor=officer, on=DAY, step="view", at=time(14, 20))
    with pytest.raises(offline_kinds.Conflict) as conflict:
        step(begun, "view", "14:30")
    theirs = conflict.value.theirs
    assert (theirs["at"], theirs["by"], taken(begun)["view"]) == ("14:20", str(officer), "14:20")
    step(begun, "view", "14:30", seen=theirs["seen"])
    assert taken(begun)["view"] == "14:30"


def test_what_the_page_noted_of_itself_gives_way(begun, officer):
    steps.take(begun.inspection, actor=officer, on=DAY, step="record", at=time(14, 20))
    step(begun, "record", "14:40", by_itself=True)
    assert taken(begun)["record"] == "14:20"
    with pytest.raises(offline_kinds.Conflict):
        step(begun, "record", "14:40")


@pytest.mark.parametrize("kind", ["sign", "", "x"])
def test_what_is_no_step_of_its_own_is_refused(begun, kind):
    with pytest.raises(Refused, match="这一步不能单独记录"):
        step(begun, kind, "14:30")
    assert set(taken(begun)) == {"inform", "show"}


def test_the_steps_have_the_time_of_the_device_and_not_of_the_sending(begun, clock):
    clock.move_to(moment(NEXT_MORNING))
    answer(begun, "conforms", at="2024-09-05T15:10:00+08:00")
    assert taken(begun)["record"] == "15:10"


def test_people_come_as_rows(begun):
    many = [ARCHIVIST | {"name": f"第{number}人"} for number in range(9)]
    do(begun, "facts", FACTS | {"people": many}, seen=queries.facts_seen(begun.inspection))
    assert queries.facts_of(begun.inspection)["people"] == many


@pytest.mark.parametrize("people", [None, "周某", ["周某"], [ARCHIVIST] * 13])
def test_what_are_no_rows_of_people_is_refused(begun, people):
    with pytest.raises(Refused, match="在场人员最多写 12 人"):
        do(begun, "facts", FACTS | {"people": people}, seen=queries.facts_seen(begun.inspection))
    assert not begun.inspection.people.exists()


def test_a_person_without_a_role_is_refused(begun):
    people = [ARCHIVIST | {"role": ""}]
    with pytest.raises(Refused, match="请选择身份"):
        do(begun, "facts", FACTS | {"people": people}, seen=queries.facts_seen(begun.inspection))


def test_powers_go_along_and_come_back_only_on_a_lead(begun, late):
    visit = begun.inspection
    assert queries.content(visit, late)["about"]["powers"] == []
    visit.lead = Lead.objects.create(
        bureau=visit.bureau, party=visit.unit.party, source="tip", text="反映库房漏水",
        received_on=DAY, registered_by=late,
    )  # fmt: skip
    type(visit).objects.filter(pk=visit.pk).update(lead=visit.lead)
    codes = [row["value"] for row in queries.content(visit, late)["about"]["powers"]]
    assert codes == ["enter", "consult", "ask", "copy"]
    do(begun, "facts", FACTS | {"powers": ["copy"]}, seen=queries.facts_seen(visit))
    visit.refresh_from_db()
    assert visit.powers == ["copy"]
