"""Record sheets of cases that end in other ways, and of acts that few cases see."""

import json

import pytest

from archives_enforcement.archiving import sheets
from archives_enforcement.archiving.registry import INNER, MAIN
from archives_enforcement.documents.typesetting import engine
from inspections.services import consents, exemplary, leads, rectification
from penalties.services import execution, filing, hearing
from tests import factories
from tests.archiving.checks import found, sheet_of, today
from tests.archiving.filing import Filing
from tests.files.test_arrival import photo
from tests.inspections.rectifying import answer, make_finding, make_record, make_visit, upload
from tests.penalties.case_facts import HELD, working_days_after

pytestmark = pytest.mark.django_db


@pytest.fixture
def walk(bureau):
    return Filing(bureau)


def said(walk, place: str) -> str:
    """What the sheet of a place says; it can be set."""
    arranged = walk.arranged()
    [line] = [row for row in arranged.lines if row.place == place and row.source == "record"]
    frozen = sheets.frozen(line, arranged.trace_of(line))
    assert engine.typeset(frozen["sheet"], created=frozen["made_at"]).startswith(b"%PDF-")
    return json.dumps(frozen["sheet"], ensure_ascii=False)


def test_a_filing_that_was_refused_has_its_sheet_with_the_reason(walk):
    walk.propose()
    filing.reject(walk.case, actor=walk.head, on=walk.day, note="没有违法事实。")
    assert "立案审批表" not in walk.missing()
    text = said(walk, "立案审批表")
    assert "不予立案" in text and "没有违法事实。" in text


def test_a_case_that_ends_without_a_penalty_has_its_sheet_with_the_reason(walk):
    walk.investigate()
    walk.refute()
    execution.end_without_penalty(
        walk.case, actor=walk.head, on=walk.day, outcome="not_established", note="证据不足。"
    )
    assert set(walk.missing()) == {"不予处罚决定书"}
    assert "证据不足。" in said(walk, "结案报告")
    assert "已查明具备" in said(walk, "调查终结报告")


def test_a_hearing_that_was_recorded_online_has_its_sheet(walk):
    walk.notify()
    chair = factories.make_user("chair", "hearing_chair", "backfiller", bureau=walk.bureau)
    asked, held_on = walk.enter("hearing"), working_days_after(walk.day, 10)
    made = hearing.arrange(
        asked, actor=walk.officer, on=walk.day, chair=chair, scheduled_on=held_on, place="会议室"
    )
    assert "听证笔录" not in {line.place for line in walk.arranged().lines}
    walk.announce()
    hearing.hold(made, actor=chair, on=held_on, **HELD | {"record": "当事人陈述了意见。"})
    assert "听证笔录" not in walk.missing()
    assert "当事人陈述了意见。" in said(walk, "听证笔录")
    assert "要求听证" in said(walk, "陈述申辩笔录和材料")


def shot(name):
    return upload(f"{name}.jpg", photo())


def test_a_tip_stays_inside_and_a_model_outside(
    unit, officer, second_officer, contact, head, clerk
):
    tip = leads.register(
        actor=officer, on=today(), party=unit.party, source="tip", text="反映库房漏水。",
        received_on=today(),
    )  # fmt: skip
    visit = make_visit(unit, officer, second_officer, lead=tip)
    finding = make_finding(visit)
    answer(finding, contact, before=shot("前"), after=shot("后"))
    rectification.accept(finding, actor=officer, on=today())
    nominated = exemplary.nominate(
        visit, actor=clerk, on=today(), reason="整改迅速。", findings=[finding]
    )
    assert "整改优秀典型" not in {line.place for line in found(visit).lines}
    consents.answer(nominated.consent, actor=contact, on=today(), agrees=True)
    exemplary.decide(nominated, actor=head, on=today())
    make_record(visit, officer)
    rectification.close(visit, actor=officer, on=today())
    parts = {line.place: line.part for line in found(visit).lines}
    assert (parts["线索材料"], parts["整改优秀典型"], parts["检查办结"]) == (INNER, MAIN, MAIN)
    assert "反映库房漏水。" in sheet_of(visit, "线索材料")
    sheet = sheet_of(visit, "整改优秀典型")
    assert "整改迅速。" in sheet and "单位同意" in sheet
    assert "已全部销号" in sheet_of(visit, "检查办结")
