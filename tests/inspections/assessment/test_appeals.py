"""复核: who appeals in time, who answers, and what an appeal can change."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from archives_enforcement.workdays.deadlines import for_subject
from archives_enforcement.workflow import Refused
from inspections.models import AssessmentResult
from inspections.queries import assessment as queries
from inspections.services import appeals
from tests.inspections import assessing
from tests.inspections.assessing import SUMMED, publishing, result_of

IN_TIME, TOO_LATE = date(2027, 1, 25), date(2027, 1, 26)  # ten working days after SUMMED


def test_an_appeal_comes_in_time(result, contact, clock):
    clock.move_to(TOO_LATE)
    with pytest.raises(Refused, match="期限（2027年1月25日）已过"):
        appeals.file(result, actor=contact, on=TOO_LATE, text="评价不实")
    clock.move_to(IN_TIME)
    with pytest.raises(ValidationError, match="理由"):
        appeals.file(result, actor=contact, on=IN_TIME, text=" ")
    appeals.file(result, actor=contact, on=IN_TIME, text="评价不实")
    clock = for_subject(result).get()
    assert (clock.code, clock.bound, clock.is_open) == ("D-A02", "bureau", True)


def test_nobody_appeals_before_the_publication(evaluated, clerk, unit):
    result = result_of(assessing.counted(clerk), unit)
    with pytest.raises(Refused, match="还没有公布，不能申请复核"):
        appeals.enter(result, actor=clerk, on=SUMMED, text="不实", files=[assessing.scan()])


def test_an_appeal_on_paper_needs_its_scan(result, clerk):
    with pytest.raises(Refused, match="扫描件"):
        appeals.enter(result, actor=clerk, on=SUMMED, text="评价不实")
    assert appeals.enter(
        result, actor=clerk, on=SUMMED, text="不实", files=[assessing.scan()]
    ).on_behalf


def test_whoever_entered_it_does_not_answer_it(result, clerk, head):
    clerk = publishing(clerk)
    appeals.enter(result, actor=clerk, on=SUMMED, text="不实", files=[assessing.scan()])
    who = {"on": SUMMED, "outcome": "kept", "answer": "评价属实。"}
    with pytest.raises(Refused, match="代录申请的人不能答复"):
        appeals.decide(result, actor=clerk, **who)
    assert appeals.decide(result, actor=head, **who).outcome == "kept"


def test_an_appeal_changes_only_what_the_records_change(result, contact, clerk, head, unit):
    appeals.file(result, actor=contact, on=SUMMED, text="评价表登记错误")
    change = {"actor": head, "on": SUMMED, "outcome": "changed", "answer": "登记有误，已更正。"}
    with pytest.raises(Refused, match="结果没有变化，不能更正"):
        appeals.decide(result, **change)
    assessing.evaluate(unit, clerk, "85")
    appeal = appeals.decide(result, **change)
    result = AssessmentResult.objects.get(pk=result.pk)
    assert (str(result.total), str(appeal.total), appeal.grade) == ("55.00", "85.00", "良好")
    assert queries.standing(result).grade == "良好"
    assert for_subject(result).get(code="D-A02").met_on == SUMMED


def test_an_appeal_is_answered_once_with_reasons(result, contact, head):
    who = {"actor": head, "on": SUMMED, "outcome": "kept"}
    with pytest.raises(Refused, match="不能答复复核"):
        appeals.decide(result, answer="属实", **who)
    appeals.file(result, actor=contact, on=SUMMED, text="不实")
    with pytest.raises(ValidationError, match="逐点答复"):
        appeals.decide(result, answer="", **who)
    appeals.decide(result, answer="属实", **who)
    with pytest.raises(Refused, match="不能申请复核"):
        appeals.file(result, actor=contact, on=SUMMED, text="再来")
