"""The seven steps of a visit in their lawful order."""

from datetime import time

import pytest
from django.utils import timezone

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.workflow import Refused
from inspections.queries import steps as queries
from inspections.services import concluding, recording, steps
from tests import factories
from tests.inspections import on_site
from tests.inspections.on_site import BEFORE_REGULATION, DAY


def item(visit):
    return visit.checklist.items.get(code="2-02").pk


def test_a_step_is_kept_with_its_time_and_who_noted_it(arrived, take, officer):
    take(arrived, "inform", time(9, 2, 30))
    row = arrived.steps.get()
    assert (row.kind, row.at, row.noted_by) == ("inform", time(9, 2), officer)
    entry = AuditEntry.objects.about(arrived).first()
    assert (entry.label, entry.details) == ("告知", {"step": "inform", "at": "09:02"})


@pytest.mark.parametrize("step", ["ask", "view", "record"])
def test_nothing_is_asked_or_looked_at_before_the_unit_was_told(arrived, take, step):
    take(arrived, "show")
    with pytest.raises(Refused, match="还没有记下“告知”.*依据：本机关检查工作规范"):
        take(arrived, step)
    take(arrived, "inform")
    assert take(arrived, step).steps.filter(kind=step).exists()


@pytest.mark.parametrize("step", ["ask", "view", "record"])
def test_nor_before_the_certificates_were_shown(arrived, take, step):
    take(arrived, "inform")
    with pytest.raises(Refused, match="还没有记下“亮证”.*依据：.*实施条例》第四十七条"):
        take(arrived, step)
    take(arrived, "show")
    assert take(arrived, step).certificates_shown


def test_the_article_is_that_of_the_day(unit, head, officer, second_officer, take):
    visit = on_site.approved(unit, head, officer, second_officer, on=BEFORE_REGULATION)
    on_site.arrive(visit, officer, BEFORE_REGULATION)
    take(visit, "inform", on=BEFORE_REGULATION)
    with pytest.raises(Refused, match="行政处罚法》第五十五条"):
        take(visit, "ask", on=BEFORE_REGULATION)


def test_the_times_stand_in_the_same_order(arrived, take):
    take(arrived, "inform", time(9, 0))
    take(arrived, "show", time(9, 5))
    with pytest.raises(Refused, match="询问不能早于亮证（09:05）"):
        take(arrived, "ask", time(9, 4))
    take(arrived, "ask", time(9, 5))
    with pytest.raises(Refused, match="询问不能早于亮证（09:06）"):
        take(arrived, "show", time(9, 6))
    take(arrived, "show", time(9, 1))
    assert queries.times_of(arrived)["show"] == time(9, 1)


def test_no_step_is_older_than_the_arrival(arrived, take):
    with pytest.raises(Refused, match="不能早于到达时间（00:05）"):
        take(arrived, "inform", time(0, 4))
    assert take(arrived, "inform", time(0, 5)).steps.exists()


def test_a_step_is_offered_once_those_before_it_are_taken(arrived, take, officer):
    def offered():
        return "".join(row.label for row in queries.strip(arrived) if row.url)

    assert offered() == "告知亮证"
    take(arrived, "inform")
    take(arrived, "show")
    assert offered() == "告知亮证询问查看记录"
    take(arrived, "record")
    assert offered() == "告知亮证询问查看记录阅核"


@pytest.mark.parametrize("step", ["sign", "sleep"])
def test_signing_is_no_step_of_its_own(arrived, take, step):
    with pytest.raises(Refused, match="不能单独记录"):
        take(arrived, step)


def test_whoever_is_not_on_the_team_notes_no_step(arrived, bureau):
    outsider = factories.make_officer("outsider", bureau, "backfiller")
    with pytest.raises(Refused, match="您不是这次检查的执法人员"):
        steps.take(arrived, actor=outsider, on=DAY, step="inform", at=time(9))


def test_no_item_is_recorded_before_the_opening(arrived, take, officer):
    answer = {"actor": officer, "on": DAY, "results": {item(arrived): ("conforms", "")}}
    take(arrived, "inform")
    with pytest.raises(Refused, match="还没有记下“亮证”，不能记录"):
        recording.record_items(arrived, **answer)
    take(arrived, "show")
    assert recording.record_items(arrived, **answer).results.count() == 1


def test_the_first_item_of_the_day_is_the_step_of_recording(unit, head, officer, second_officer):
    today = timezone.localdate()
    visit = on_site.approved(unit, head, officer, second_officer, on=today)
    on_site.begin(visit, officer, today)
    answer = {item(visit): ("conforms", "")}
    recording.record_items(visit, actor=officer, on=today, results=answer)
    assert visit.steps.get(kind="record").noted_by == officer


def test_what_is_entered_late_has_no_invented_time(arrived, take, officer):
    take(arrived, "inform")
    take(arrived, "show")
    recording.record_items(arrived, actor=officer, on=DAY, results={})
    assert not arrived.steps.filter(kind="record").exists()


def test_signing_closes_the_row_of_steps(visit, take, officer):
    on_site.fill(on_site.begin(visit, officer), officer)
    take(visit, "record", time(10, 0))
    concluding.conclude(
        visit, actor=officer, on=DAY, signing={**on_site.SIGNED, "at": time(11, 30)}
    )
    assert [(row.kind, row.at) for row in visit.steps.order_by("pk")][-2:] == [
        ("review", time(11, 30)), ("sign", time(11, 30)),
    ]  # fmt: skip
