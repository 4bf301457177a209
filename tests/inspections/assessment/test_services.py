"""年度考核: settings, publication, appeals and notices, each guard with its lawful twin."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction

from archives_enforcement.documents import services as documents
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
from tests.inspections.assessing import SET, SUMMED, result_of

IN_TIME, TOO_LATE = date(2027, 1, 25), date(2027, 1, 26)  # ten working days after SUMMED


@pytest.fixture
def evaluated(january, unit, clerk):
    return assessing.evaluate(unit, clerk, "55")


@pytest.fixture
def published(evaluated, clerk, head):
    return assessing.published(clerk, head)


@pytest.fixture
def result(published, unit):
    return result_of(published, unit)


def publishing(clerk):
    """The same person, who has got another post meanwhile."""
    factories.give(clerk, "publish_assessment")
    return type(clerk).objects.get(pk=clerk.pk)


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


def notices(published, clerk, *results, kind="assessment_circular", requirements="请认真整改。"):
    return services.draft_notices(
        published, results, actor=clerk, on=SUMMED, kind=kind, requirements=requirements,
        risks="档案安全",
    )  # fmt: skip


def test_a_circular_says_the_score_and_its_parts(result, published, clerk):
    (paper,) = notices(published, clerk, result)
    assert (paper.kind, paper.party) == ("assessment_circular", result.unit.party)
    assert paper.title == f"{result.assessment.year}年度考核情况通报"
    assert "得分 55.00 分，等级为不合格" in paper.fields["facts"]
    assert paper.fields["facts"].endswith(
        "得分按有记录的各部分折算成百分制。"
    )  # of 10 points alone
    with pytest.raises(Refused, match="已经有一份通报"):
        notices(published, clerk, result)
    documents.void(paper, actor=clerk, on=SUMMED, note="写错")
    result.refresh_from_db()
    assert notices(published, clerk, result, kind="warning_circular")[0].kind == "warning_circular"


@pytest.mark.parametrize(
    "words, why",
    [("现予通报批评", "第九条"), ("限期缴纳罚款", "第七十四条"), ("处罚件数", "第七十四条")],
)
def test_a_circular_is_no_penalty_and_names_no_fine(result, published, clerk, words, why):
    with pytest.raises(Refused, match=why):
        notices(published, clerk, result, requirements=words)


def test_a_warning_goes_to_the_weak_alone(january, unit, clerk, head):
    assessing.evaluate(unit, clerk, "60")
    published = assessing.published(clerk, head)
    with pytest.raises(Refused, match="等级不是不合格"):
        notices(published, clerk, result_of(published, unit), kind="warning_circular")


def test_no_circular_before_the_publication(evaluated, clerk, unit):
    assessment = assessing.counted(clerk)
    with pytest.raises(Refused, match="还没有公布"):
        notices(assessment, clerk, result_of(assessment, unit))


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


def test_a_warning_waits_until_it_is_issued_and_is_late_in_february(
    result, published, clerk, reviewer, head
):
    """The end of January is the day for what follows from the score, too."""
    february = date(2027, 2, 1)

    def due():
        return [item.due for item in work_for_assessment(clerk, february)]

    (paper,) = notices(published, clerk, result, kind="warning_circular")
    assert due() == [date(2027, 1, 31)]
    who = {"on": SUMMED}
    documents.submit_review(paper, actor=clerk, **who)
    documents.pass_review(paper, actor=reviewer, **who)
    assert due() == [date(2027, 1, 31)]
    documents.sign(paper, actor=head, **who)
    assert due() == []


def issue(paper, clerk, reviewer, head):
    documents.submit_review(paper, actor=clerk, on=SUMMED)
    documents.pass_review(paper, actor=reviewer, on=SUMMED)
    documents.sign(paper, actor=head, on=SUMMED)


def test_a_circular_is_no_warning_and_the_warning_may_follow_it(
    result, published, clerk, reviewer, head
):
    def waiting():
        return [item.text for item in work_for_assessment(clerk, SUMMED)]

    (circular,) = notices(published, clerk, result)
    with pytest.raises(Refused, match="已经有一份通报"):
        notices(published, clerk, result, kind="warning_circular")
    issue(circular, clerk, reviewer, head)
    assert len(waiting()) == 1 and "还没有预警通报" in waiting()[0]
    (warning,) = notices(published, clerk, result, kind="warning_circular")
    issue(warning, clerk, reviewer, head)
    assert waiting() == []
    with pytest.raises(Refused, match="已经有一份通报"):
        notices(published, clerk, result)


def test_who_passes_is_not_warned(january, unit, clerk, head):
    assessing.evaluate(unit, clerk, "60")
    assessing.published(clerk, head)
    assert work_for_assessment(clerk, SUMMED) == []
