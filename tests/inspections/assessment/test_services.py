"""年度考核: settings and publication, each guard with its lawful twin."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction

from archives_enforcement.files.queries import files_of
from archives_enforcement.notifications.models import Message
from archives_enforcement.workdays.deadlines import for_subject
from archives_enforcement.workflow import Refused
from inspections.models import AssessmentResult
from inspections.queries import assessment as queries
from inspections.queries.assessment_work import work_for_assessment
from inspections.services import appeals
from inspections.services import assessment as services
from tests import factories
from tests.inspections import assessing
from tests.inspections.assessing import SET, SUMMED, publishing, result_of

IN_TIME, TOO_LATE = date(2027, 1, 25), date(2027, 1, 26)  # ten working days after SUMMED


def test_the_parts_are_a_hundred_together(head):
    with pytest.raises(ValidationError, match="合计应当是 100 分"):
        assessing.make_rule(head, safety=11)
    assert assessing.make_rule(head).safety == 10


@pytest.mark.parametrize("words", ["按罚款数额扣分", "考核办法（处罚件数每件加1分）", "罚没收入"])
def test_no_rule_names_fines(head, words):
    with pytest.raises(ValidationError, match="第七十四条"):
        assessing.make_rule(head, source=words)


def test_a_rule_is_set_by_the_head_for_the_days_to_come(head, clerk):
    with pytest.raises(PermissionDenied):
        assessing.make_rule(clerk)
    with pytest.raises(ValidationError, match="最早从今天起"):
        services.set_rule(actor=head, on=SET, valid_from=date(2026, 1, 4), **assessing.FIGURES)


def test_without_a_rule_nothing_is_assessed(clerk):
    with pytest.raises(Refused, match="还没有设定考核规则"):
        services.prepare(actor=clerk, on=SET, year=2026)


def test_an_evaluation_names_its_paper_and_is_not_of_tomorrow(january, unit, clerk):
    with pytest.raises(ValidationError, match="不能晚于办理日期"):
        services.record_evaluation(
            unit, actor=clerk, on=SUMMED, year=2026, evaluator="own", score=80,
            evaluated_on=TOO_LATE, source="评价表", files=[assessing.scan()],
        )  # fmt: skip
    with pytest.raises(ValidationError):
        assessing.evaluate(unit, clerk, "100.01")


@pytest.mark.parametrize("evaluator", ["own", "superior"])
def test_an_evaluation_stands_on_its_paper(january, unit, clerk, evaluator):
    stated = {
        "actor": clerk, "on": SUMMED, "year": 2026, "evaluator": evaluator, "score": 80,
        "evaluated_on": SUMMED, "source": "评价表",
    }  # fmt: skip
    with pytest.raises(ValidationError, match="请附评价文件"):
        services.record_evaluation(unit, **stated)
    row = services.record_evaluation(unit, **stated, files=[assessing.scan("评价表.pdf")])
    assert [file.name for file in files_of(row, clerk)] == ["评价表.pdf"]


def test_due_by_31_january_and_met_by_publication(evaluated, clerk, head):
    assessment = assessing.counted(clerk)
    clock = for_subject(assessment).get()
    assert (clock.code, clock.due_on, clock.met_on) == ("D-I12", date(2027, 1, 31), None)
    services.publish(assessment, actor=head, on=SUMMED)
    assert for_subject(assessment).get().met_on == SUMMED


def test_who_counts_does_not_publish(evaluated, clerk, head):
    assessment, clerk = assessing.counted(clerk), publishing(clerk)
    with pytest.raises(Refused, match="经办人不能公布"):
        services.publish(assessment, actor=clerk, on=SUMMED)
    assert services.publish(assessment, actor=head, on=SUMMED).state == "published"


def test_nothing_uncounted_and_no_running_year_is_published(january, unit, clerk, head):
    empty = services.prepare(actor=clerk, on=SUMMED, year=2026)
    with pytest.raises(Refused, match="还没有计算"):
        services.publish(empty, actor=head, on=SUMMED)
    assessing.evaluate(unit, clerk, year=2027)
    running = assessing.counted(clerk, year=2027)
    with pytest.raises(Refused, match="2027年还没有结束"):
        services.publish(running, actor=head, on=SUMMED)


def test_what_changed_since_is_counted_anew_first(evaluated, unit, clerk, head):
    assessment = assessing.counted(clerk)
    assessing.evaluate(unit, clerk, "90")
    with pytest.raises(Refused, match="示例街道一等 1 个单位的结果不同"):
        services.publish(assessment, actor=head, on=SUMMED)
    services.count(assessment, actor=clerk, on=SUMMED)
    services.publish(assessment, actor=head, on=SUMMED)
    assert result_of(assessment, unit).grade == "优秀"


def test_what_is_published_is_frozen(result, published, clerk):
    with pytest.raises(Refused, match="已经公布"):
        services.count(published, actor=clerk, on=SUMMED)
    rows = AssessmentResult.objects.filter(pk=result.pk)
    for change in ({"total": 100}, {"grade": "优秀"}, {"lines": []}):
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.update(**change)
    with pytest.raises(DatabaseError), transaction.atomic():
        rows.delete()
    assert rows.update(state="appealed") == 1


def test_a_unit_sees_its_own_result_once_it_is_published(
    evaluated, contact, clerk, head, bureau, unit
):
    neighbour = factories.make_unit(bureau, "示例街道二")
    other = factories.make_contact("other", neighbour.party)
    assessing.evaluate(neighbour, clerk)
    assessment = assessing.counted(clerk)
    assert queries.for_party(contact) == []
    services.publish(assessment, actor=head, on=SUMMED)
    assert [row.unit for row, _ in queries.for_party(contact)] == [unit]
    assert [row.unit for row, _ in queries.for_party(other)] == [neighbour]
    assert "2027年1月25日前申请复核" in Message.objects.get(recipient=contact).text


def test_a_running_year_waits_for_nobody(january, unit, clerk, head):
    assessing.evaluate(unit, clerk, year=2027)
    running = assessing.counted(clerk, year=2027)
    assert [item.text for item in work_for_assessment(head, SUMMED)] == []
    over = date(2028, 1, 10)
    assert [item.text for item in work_for_assessment(clerk, over)] == [f"计算{running}"]
    assert [item.text for item in work_for_assessment(head, over)] == []


def test_the_desk_says_what_waits(evaluated, clerk, head, contact, unit):
    def work(user):
        return [(item.text, item.due) for item in work_for_assessment(user, SUMMED)]

    assert work(clerk) == [("准备2026年度档案工作考核", date(2027, 1, 31))]
    assessment = assessing.counted(clerk)
    assert work(clerk) == []
    assert work(head) == [("公布2026年度档案工作考核", date(2027, 1, 31))]
    services.publish(assessment, actor=head, on=SUMMED)
    assert work(head) == []
    assert work(clerk) == [
        ("发预警通报：2026年度档案工作考核有 1 个不合格的单位还没有预警通报", date(2027, 1, 31))
    ]
    appeals.file(result_of(assessment, unit), actor=contact, on=SUMMED, text="不实")
    assert work(head) == [("答复示例街道一的考核复核申请", IN_TIME)]
    assert work(clerk) == []
