"""催报 and what may follow: only what an article allows; and the 《自查审核汇总表》."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from archives_enforcement.documents import services as documents
from archives_enforcement.legislation.models import Article, Law, LawVersion
from archives_enforcement.workflow import Refused
from inspections.forms import self_inspection as forms
from inspections.services import self_inspection as rounds
from inspections.services import self_rules
from inspections.services import self_urging as services
from tests.inspections import self_inspecting as self_
from tests.inspections.self_inspecting import DUE, FILED, LATE, OPENED, report_of

REPLY = date(2026, 10, 20)


def remind(asked, clerk, *reports, on=LATE):
    return services.remind(asked, reports, actor=clerk, on=on, reply_due=REPLY)


def sent(urge, clerk, head):
    documents.submit(urge.document, actor=clerk, on=LATE)
    return documents.sign(urge.document, actor=head, on=LATE)


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
    with pytest.raises(Refused, match="还没有收到催报函"):
        services.order(report, **stated)
    sent(remind(asked, clerk, report)[0], clerk, head)
    paper = services.order(report, **stated).document
    assert (paper.kind, paper.fields["basis"]) == ("correction_order", "《示例市档案条例》第三十条")
    with pytest.raises(Refused, match="没有发出的责令限期报送文书"):
        services.order(report, **stated)


def test_an_article_that_lapsed_carries_no_order(clerk, head, unit, local_article, clock):
    asked = with_article(clerk, head, local_article)
    clock.move_to(LATE)
    report = report_of(asked, unit)
    sent(remind(asked, clerk, report)[0], clerk, head)
    LawVersion.objects.filter(pk=local_article.version_id).update(effective_to=FILED)
    with pytest.raises(Refused, match="不能引用登记的条文"):
        services.order(report, actor=clerk, on=LATE, term="12月31日", consequence="依法处理")
