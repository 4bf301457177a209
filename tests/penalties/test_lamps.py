"""过错灯 over the acts of a case: lit by a fact, said before the act, kept when it is done."""

import re
from datetime import date
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from archives_enforcement import faults
from archives_enforcement.audit import trail
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Act
from inspections import lamps as visit_lamps
from inspections.workflow import FINDING_FLOW, INSPECTION_FLOW, LEAD_FLOW
from penalties import lamps
from penalties.queries.acts import acts_on
from penalties.services import execution, filing, review
from penalties.workflow import CASE_FLOW
from publicity.workflow import NOTICE_FLOW
from tests import factories

STAGE = "hear"
TOO_LATE = date(2024, 11, 20)  # the term of the decision ran out on 2024-11-13
IN_TIME = date(2024, 11, 12)


def codes(walk, step, on=IN_TIME):
    return [lit.lamp.code for lit in CASE_FLOW.lit(walk.case, step, Act(walk.officer, on))]


def passed(walk):
    entry = AuditEntry.objects.about(walk.case).first()
    return [row["code"] for row in entry.details.get("lamps", [])]


def test_every_form_the_system_says_it_sees_has_a_lamp_that_stands_somewhere():
    assert list(faults.FORMS) == list(range(1, 23))
    by_form = {lamp.form for lamp in faults.LAMPS.values()}
    assert {number for number, row in faults.FORMS.items() if row.seen == "lamp"} == by_form
    flows = (CASE_FLOW, INSPECTION_FLOW, FINDING_FLOW, LEAD_FLOW, NOTICE_FLOW)
    standing = {code for flow in flows for row in flow.watched.stands.values() for code in row}
    assert standing == set(faults.LAMPS)
    for flow in flows:
        beside = lamps.BESIDE if flow is CASE_FLOW else {}
        assert set(flow.watched.stands) - set(beside) <= set(flow.transitions)
    lit_by = {*lamps.LATE.values(), *lamps.STILL_OPEN.values(), *visit_lamps.LATE.values()}
    assert lit_by <= standing


def test_past_its_term_a_decision_is_marked_and_before_it_is_not(walk):
    assert codes(walk, "submit_review") == []
    assert codes(walk, "submit_review", TOO_LATE) == ["L0901"]
    [lit] = CASE_FLOW.lit(walk.case, "submit_review", Act(walk.officer, TOO_LATE))
    assert lit.words.startswith("按此提交将构成过错情形（九）“无法定依据、违反法定程序")
    assert "2024年11月13日届满，逾期7天" in lit.words


def test_a_figure_that_once_rested_on_the_sample_lights_its_lamp(walk):
    """As one may that was fixed before the sample was refused."""
    proposal = walk.case.assessment
    proposal.pk, proposal.snapshot["benchmark"]["is_sample"] = None, True
    proposal.save(force_insert=True)
    walk.fresh()
    assert codes(walk, "submit_review") == ["L0902"]


@pytest.mark.parametrize(
    ("code", "step", "lamp"),
    [
        ("D-P03", "decide", "L0401"),
        ("D-P11", "close", "L0903"),
        ("D-P15", "propose_closing", "L1101"),
        ("D-P17", "close", "L2101"),
        ("D-G01", "close", "L2101"),
    ],
)
def test_a_clock_that_ran_out_lights_its_lamp_until_it_is_met(walk, code, step, lamp):
    clock = deadlines.start(walk.case, code, bureau=walk.bureau, on=date(2024, 10, 14))
    assert lamp not in codes(walk, step, clock.due_on)
    assert lamp in codes(walk, step, TOO_LATE)
    deadlines.meet(walk.case, code, on=TOO_LATE)
    assert lamp not in codes(walk, step, TOO_LATE)


def test_what_is_still_to_be_settled_lights_before_the_case_ends(walk):
    deadlines.start(walk.case, "D-P03", bureau=walk.bureau, on=IN_TIME)
    deadlines.start(walk.case.lead, "D-P18", bureau=walk.bureau, on=IN_TIME)
    assert codes(walk, "end") == ["L0402", "L1301"]
    deadlines.meet(walk.case, "D-P03", on=IN_TIME)
    deadlines.meet(walk.case.lead, "D-P18", on=IN_TIME)
    assert codes(walk, "end") == []


@pytest.mark.parametrize("staged", ["propose"], indirect=True)
@pytest.mark.parametrize(
    ("changes", "party", "lit"),
    [
        ({}, "service_enterprise", ["L1003", "L1901"]),
        ({}, "state_enterprise", ["L1003"]),
        ({"act_ended_on": date(2021, 6, 20)}, "service_enterprise", []),
        ({"in_jurisdiction": False}, "service_enterprise", []),
    ],
    ids=["a firm", "another party", "too late", "elsewhere"],
)
def test_not_to_file_what_meets_the_standard_is_marked(walk, changes, party, lit):
    type(walk.case).objects.filter(pk=walk.case.pk).update(**changes)
    walk.firm.__class__.objects.filter(pk=walk.firm.pk).update(kind=party)
    case = walk.fresh()
    found = CASE_FLOW.lit(case, "reject_filing", Act(walk.head, walk.day))
    assert [row.lamp.code for row in found] == lit
    filing.reject(case, actor=walk.head, on=walk.day, note="不予立案的理由")
    assert passed(walk) == lit


def test_the_lamp_stands_on_the_button_and_on_the_form_and_the_block_stays_a_block(walk, client):
    [offer] = [
        row for row in acts_on(walk.case, walk.officer, TOO_LATE) if row.label == "送法制审核"
    ]
    assert [lit.lamp.code for lit in offer.lamps] == ["L0901"]
    client.force_login(walk.officer)
    told = "按此提交将构成过错情形（九）"
    page = client.get(walk.case.get_absolute_url()).content.decode()
    assert told in page
    form = client.get(reverse("penalties:case-submit-review", args=[walk.case.pk]))
    assert told in form.content.decode()
    other = client.get(reverse("penalties:case-reopen", args=[walk.case.pk]))
    assert told not in other.content.decode()


def test_an_act_under_a_lit_lamp_is_kept_and_comes_on_the_sheet(walk, client):
    review.submit(walk.case, actor=walk.officer, on=TOO_LATE)
    assert passed(walk) == ["L0901"]
    factories.give(walk.head, "oversee_faults")
    client.force_login(walk.head)
    sheet = reverse("supervision:lamp-sheet")
    page = client.get(f"{sheet}?month=2024-11")
    mine = [
        row for row in page.context["rows"] if row.entry.target == walk.case
        and row.entry.action == "submit_review"
    ]  # fmt: skip
    assert [row.lit.lamp.code for row in mine] == ["L0901"]
    text = re.sub(r"\s+", "", page.content.decode())
    assert walk.case.get_absolute_url() in text
    assert "送法制审核" in text
    assert "逾期7天" in text
    assert not client.get(f"{sheet}?month=2023-01").context["rows"]
    book = client.get(f"{reverse('supervision:lamp-sheet-export')}?month=2024-11").content
    lines = list(load_workbook(BytesIO(book)).active.iter_rows(values_only=True))
    assert lines[0][:3] == ("办理日期", "办理人", "办理事项")
    assert ("送法制审核", "超过办案期限") in [(line[2], line[5]) for line in lines]


def test_an_act_under_no_lamp_is_not_on_the_sheet(walk):
    walk.refute()
    execution.end_without_penalty(
        walk.case, actor=walk.head, on=walk.day, outcome="not_established", note="证据不足"
    )
    assert passed(walk) == []


def test_the_sheet_is_for_leaders_of_the_bureau(walk, client, other_bureau):
    for user in (walk.officer, factories.make_user("外局", "head", bureau=other_bureau)):
        client.force_login(user)
        answer = client.get(f"{reverse('supervision:lamp-sheet')}?month=2024-10")
        if user == walk.officer:
            assert answer.status_code == 403
        else:
            assert answer.context["rows"] == []


def test_three_lines_cost_the_sheet_no_more_queries_than_one(walk, client):
    factories.give(walk.head, "oversee_faults")
    client.force_login(walk.head)
    sheet = reverse("supervision:lamp-sheet")
    counts = []
    for day in (TOO_LATE, date(2024, 12, 20)):
        if day == TOO_LATE:
            review.submit(walk.case, actor=walk.officer, on=day)
        else:
            for number in (1, 2, 3):
                trail.record(
                    walk.case, "decide", f"办理{number}", actor=walk.head, on=day,
                    details={"lamps": [{"code": "L0901", "fact": "逾期"}]},
                )  # fmt: skip
        with CaptureQueriesContext(connection) as queries:
            page = client.get(f"{sheet}?month={day:%Y-%m}")
        counts.append((len({row.entry.pk for row in page.context["rows"]}), len(queries)))
    assert counts[0][1] == counts[1][1] <= 12, counts
    assert [number for number, _ in counts] == [1, 3]
