"""催报 and what may follow: only what an article allows; and the 《自查审核汇总表》."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from archives_enforcement.documents import services as documents
from archives_enforcement.legislation.models import Article, Law, LawVersion
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from inspections.forms import self_inspection as forms
from inspections.services import self_inspection as rounds
from inspections.services import self_rules
from inspections.services import self_urging as services
from tests.documents.delivering import deliver
from tests.inspections import self_inspecting as self_
from tests.inspections.self_inspecting import DUE, FILED, LATE, OPENED, report_of

REPLY = date(2026, 10, 20)


def remind(asked, clerk, *reports, on=LATE):
    return services.remind(asked, reports, actor=clerk, on=on, reply_due=REPLY)


def sent(urge, clerk, head):
    documents.submit(urge.document, actor=clerk, on=LATE)
    return documents.sign(urge.document, actor=head, on=LATE)


def delivered(urge, clerk, head):
    """The letter issued and handed over the same day."""
    paper = sent(urge, clerk, head)
    deliver(paper, clerk, "direct", LATE)
    return paper


def clock_of(paper, code="D-I20"):
    return deadlines.for_subject(paper).get(code=code)


@pytest.fixture
def late(clock, asked):
    clock.move_to(LATE)
    return asked


@pytest.fixture
def local_article(db):
    law = Law.objects.create(
        code="local", title="示例市档案条例", short_title="示例市档案条例",
        level="local_regulation", issuer="示例市人大常委会",
    )  # fmt: skip
    version = LawVersion.objects.create(
        law=law, label="2020", effective_from=date(2020, 1, 1), source="公报", mark="V"
    )
    return Article.objects.create(version=version, number=30, summary="未报送的责令限期报送。")


def with_article(clerk, head, article):
    rule = self_rules.set_rule(
        actor=head, on=OPENED, title="本市规则", kinds=["township"], roll="", basis="本市条例",
        mark="V", ceiling=10, ceiling_basis="工作制度", order_article=article,
        effective_from=OPENED,
    )  # fmt: skip
    return self_.opened(clerk, head, rule=rule)


def test_the_form_ticks_no_more_than_one_act_takes(late, clerk, monkeypatch):
    monkeypatch.setattr(forms, "MOST", 1)
    form = forms.RemindForm(asked=late, actor=clerk)
    assert (len(form.fields["reports"].queryset), len(form["reports"].value())) == (2, 1)


def test_each_missing_unit_gets_one_letter(late, clerk, unit, school):
    rows = [report_of(late, each) for each in (unit, school)]
    urges = remind(late, clerk, *rows)
    papers = {urge.document.party: urge.document for urge in urges}
    paper = papers[unit.party]
    assert (paper.kind, paper.fields["was_due"]) == ("report_reminder", "2026年9月30日")
    assert "2025年度档案工作情况报告" in paper.fields["matter"]
    assert set(papers) == {unit.party, school.party}
    with pytest.raises(Refused, match="没有发出的催报文书"):
        remind(late, clerk, rows[0])


def test_nobody_is_urged_before_the_day_or_after_he_reported(asked, report, contact, clerk, clock):
    clock.move_to(DUE)
    with pytest.raises(Refused, match="报送期限没有届满"):
        remind(asked, clerk, report, on=DUE)
    self_.submitted(report, contact, on=DUE)
    clock.move_to(LATE)
    with pytest.raises(Refused, match="不用催报"):
        remind(asked, clerk, report)


def test_whom_no_article_binds_is_not_urged(asked, clerk, firm, clock):
    rounds.include(asked, actor=clerk, on=OPENED, units=[firm], reason="自愿")
    clock.move_to(LATE)
    with pytest.raises(Refused, match="不是法定的报送义务人"):
        remind(asked, clerk, report_of(asked, firm))


def test_a_unit_that_is_no_more_is_not_urged(late, report, clerk, unit):
    unit.state = unit.State.CLOSED
    unit.save()
    with pytest.raises(Refused, match="已经撤销"):
        remind(late, clerk, report)


def test_all_or_none(late, report, clerk, firm):
    with pytest.raises(Refused, match="请选择要催报的单位"):
        remind(late, clerk)
    with pytest.raises(ValidationError, match="晚于今天"):
        services.remind(late, [report], actor=clerk, on=LATE, reply_due=LATE)


def test_the_law_alone_allows_no_order(late, report, clerk, head):
    sent(remind(late, clerk, report)[0], clerk, head)
    with pytest.raises(Refused, match="只要求定期报送，没有规定责令和处罚"):
        services.order(report, actor=clerk, on=LATE, term="2026年12月31日", consequence="依法处理")


def test_a_recorded_local_article_allows_it_after_the_letter(
    clerk, head, unit, local_article, clock
):
    asked = with_article(clerk, head, local_article)
    report = report_of(asked, unit)
    clock.move_to(LATE)
    stated = {"actor": clerk, "on": LATE, "term": "2026年12月31日", "consequence": "依法处理"}
    delivered(remind(asked, clerk, report)[0], clerk, head)
    stated["on"] = REPLY + timedelta(days=1)
    clock.move_to(stated["on"])
    paper = services.order(report, **stated).document
    assert (paper.kind, paper.fields["basis"]) == ("correction_order", "《示例市档案条例》第三十条")
    with pytest.raises(Refused, match="没有发出的责令限期报送文书"):
        services.order(report, **stated)


def test_an_order_waits_until_the_day_of_a_letter_that_arrived_is_over(
    clerk, head, unit, local_article, clock
):
    """逾期未改: a letter only signed, or whose day still runs, is no letter ignored."""
    asked = with_article(clerk, head, local_article)
    report = report_of(asked, unit)
    stated = {"actor": clerk, "term": "2026年12月31日", "consequence": "依法处理"}

    def refused(on, why):
        clock.move_to(on)
        with pytest.raises(Refused, match=why):
            services.order(report, on=on, **stated)

    refused(LATE, "还没有收到催报函")
    urge = remind(asked, clerk, report)[0]
    paper = sent(urge, clerk, head)
    refused(REPLY + timedelta(days=1), "登记催报函的送达")
    deliver(paper, clerk, "direct", LATE)
    refused(REPLY, "补报期限（2026年10月20日）没有届满")
    clock.move_to(REPLY + timedelta(days=1))
    assert services.order(report, on=REPLY + timedelta(days=1), **stated)


@pytest.mark.parametrize("on_paper", [False, True])
def test_a_report_that_comes_in_ends_the_days_of_the_letter(
    late, report, contact, clerk, head, clock, on_paper
):
    paper = delivered(remind(late, clerk, report)[0], clerk, head)
    day = LATE + timedelta(days=3)
    clock.move_to(day)
    if on_paper:
        self_.entered(report, clerk, on=day)
    else:
        self_.submitted(report, contact, on=day)
    assert clock_of(paper).met_on == day


def test_a_letter_that_crossed_the_report_sets_nothing_running(
    late, report, contact, clerk, head, clock
):
    paper = sent(remind(late, clerk, report)[0], clerk, head)
    self_.submitted(report, contact, on=LATE)
    day = LATE + timedelta(days=3)
    clock.move_to(day)
    deliver(paper, clerk, "direct", day)
    assert "已经报送" in clock_of(paper).cancel_reason


def test_a_report_ends_the_days_of_an_order_too(clerk, head, unit, contact, local_article, clock):
    asked = with_article(clerk, head, local_article)
    report = report_of(asked, unit)
    clock.move_to(LATE)
    delivered(remind(asked, clerk, report)[0], clerk, head)
    day = REPLY + timedelta(days=1)
    clock.move_to(day)
    paper = services.order(
        report, actor=clerk, on=day, term="2026年12月31日", consequence="依法处理"
    ).document
    deadlines.start(paper, "D-I07", bureau=asked.bureau, on=day, length=30)
    self_.submitted(report, contact, on=day)
    assert clock_of(paper, "D-I07").met_on == day


def test_an_article_that_lapsed_carries_no_order(clerk, head, unit, local_article, clock):
    asked = with_article(clerk, head, local_article)
    clock.move_to(LATE)
    report = report_of(asked, unit)
    sent(remind(asked, clerk, report)[0], clerk, head)
    LawVersion.objects.filter(pk=local_article.version_id).update(effective_to=FILED)
    with pytest.raises(Refused, match="不能引用登记的条文"):
        services.order(report, actor=clerk, on=LATE, term="12月31日", consequence="依法处理")
