"""年度工作台账: tasks followed to their end, leadership visits that are no inspection."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from archives_enforcement.documents.models import Document
from archives_enforcement.workflow import Refused
from inspections.models import Inspection, Lead
from reports.models import LedgerTask, LedgerVisit
from reports.queries.figures import figures
from reports.queries.year import Year
from reports.services import ledger

ON = date(2024, 6, 3)
TASK = {"year": 2024, "title": "档案监督检查", "owner": "业务科", "due_on": date(2024, 12, 20)}
VISIT = {
    "visited_on": date(2024, 5, 30),
    "place": "区档案馆",
    "leader": "区委办公室负责同志",
    "purpose": "节前档案安全检查",
}


@pytest.fixture
def task(clerk):
    return ledger.create_task(actor=clerk, on=ON, **TASK)


def test_a_task_is_followed_until_it_is_done(task, clerk):
    half = ledger.update_progress(task, actor=clerk, on=ON, progress=50, note="已查 20 家")
    assert (half.progress, half.note, half.done_on) == (50, "已查 20 家", None)

    done = ledger.finish(task, actor=clerk, on=date(2024, 12, 3))
    assert (done.progress, done.note, done.done_on) == (100, "已查 20 家", date(2024, 12, 3))


def test_a_finished_task_is_closed(task, clerk):
    ledger.finish(task, actor=clerk, on=ON)

    with pytest.raises(Refused, match="已于2024年6月3日完成"):
        ledger.update_progress(task, actor=clerk, on=ON, progress=90, note="又改")


def test_progress_goes_back_only_with_a_reason(task, clerk):
    ledger.update_progress(task, actor=clerk, on=ON, progress=60)

    with pytest.raises(Refused, match="进度比上次（60%）少"):
        ledger.update_progress(task, actor=clerk, on=ON, progress=40)
    assert ledger.update_progress(task, actor=clerk, on=ON, progress=40, note="返工").progress == 40


@pytest.mark.parametrize("progress", [-1, 101])
def test_progress_is_a_share(task, clerk, progress):
    with pytest.raises(Refused, match="0 到 100"):
        ledger.update_progress(task, actor=clerk, on=ON, progress=progress, note="x")


def test_a_task_ends_within_its_year(clerk):
    with pytest.raises(Refused, match="应当在 2024 年内"):
        ledger.create_task(actor=clerk, on=ON, **{**TASK, "due_on": date(2025, 1, 1)})


def test_those_who_do_not_keep_the_ledger_enter_nothing(officer, task):
    with pytest.raises(PermissionDenied):
        ledger.create_task(actor=officer, on=ON, **TASK)
    with pytest.raises(PermissionDenied):
        ledger.update_progress(task, actor=officer, on=ON, progress=10)
    with pytest.raises(PermissionDenied):
        ledger.record_visit(actor=officer, on=ON, **VISIT)


def test_a_visit_of_the_leadership_is_no_inspection(clerk, bureau):
    ledger.record_visit(actor=clerk, on=ON, **VISIT)

    found = {row.key: row.value for row in figures(bureau, 2024)}
    assert (Inspection.objects.count(), Document.objects.count(), Lead.objects.count()) == (0, 0, 0)
    assert (found["key_unit_visits"], found["visits_total"]) == (1, 1)
    assert (found["checks"], found["look_backs"], found["checks_without_letter"]) == (0, 0, 0)


def test_a_hazard_becomes_a_lead(clerk, unit):
    visit = ledger.record_visit(
        actor=clerk, on=ON, found_hazard=True, hazard="库房漏水", party=unit.party, **VISIT
    )

    lead = Lead.objects.get()
    assert visit.lead == lead
    assert (lead.source, lead.text, lead.party, lead.received_on) == (
        "visit", "库房漏水", unit.party, date(2024, 5, 30),
    )  # fmt: skip


@pytest.mark.parametrize("missing", ["hazard", "party"])
def test_a_hazard_names_what_and_where(clerk, unit, missing):
    facts = {"found_hazard": True, "hazard": "库房漏水", "party": unit.party}
    facts |= {missing: "" if missing == "hazard" else None}

    with pytest.raises(Refused, match="请写明隐患情况，并选择存在隐患的单位"):
        ledger.record_visit(actor=clerk, on=ON, **facts, **VISIT)
    assert (LedgerVisit.objects.count(), Lead.objects.count()) == (0, 0)


def test_a_visit_to_come_is_not_entered(clerk):
    with pytest.raises(Refused, match="还没有到"):
        ledger.record_visit(actor=clerk, on=ON, **{**VISIT, "visited_on": date(2024, 6, 4)})


def test_a_task_of_another_bureau_is_out_of_reach(task, maker):
    with pytest.raises(LedgerTask.DoesNotExist):
        ledger.finish(task, actor=maker.clerk, on=ON)


@pytest.fixture
def trip(clerk):
    return ledger.record_visit(actor=clerk, on=ON, **VISIT)


def test_a_visit_is_corrected_with_its_reason_and_keeps_what_stood_there(client, trip, clerk):
    client.force_login(clerk)
    typed = {**VISIT, "place": "区档案馆新馆", "on": ON}
    address = reverse("reports:ledger-visit-amend", args=[trip.pk])
    assert "请填写“更正的原因”。" in client.post(address, typed).text
    client.post(address, typed | {"reason": "地点写错"})
    page = client.get(trip.get_absolute_url()).text
    for wanted in ("区档案馆 → 区档案馆新馆", "地点写错"):
        assert wanted in page
    with pytest.raises(Refused, match="还没有到"):
        facts = {**VISIT, "visited_on": date(2024, 6, 4)}
        ledger.amend_visit(trip, actor=clerk, on=ON, reason="试", **facts)


def test_a_visit_that_was_struck_off_counts_nowhere(trip, clerk, officer):
    with pytest.raises(PermissionDenied):
        ledger.strike_visit(trip, actor=officer, on=ON, reason="重复")
    struck = ledger.strike_visit(trip, actor=clerk, on=ON, reason="重复登记")
    assert struck.struck_because == "重复登记"
    assert not list(Year(clerk.bureau, 2024).ledger_visits())
    with pytest.raises(Refused, match="已经作废"):
        ledger.strike_visit(trip, actor=clerk, on=ON, reason="重复登记")
