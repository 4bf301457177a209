"""责令限期报送: only where a recorded local article allows it, after the letter."""

from datetime import date, timedelta

import pytest

from archives_enforcement.legislation.models import Article, Law, LawVersion
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from inspections.services import self_rules
from inspections.services import self_urging as services
from tests.documents.delivering import deliver
from tests.inspections import self_inspecting as self_
from tests.inspections.self.urging import REPLY, clock_of, delivered, remind, sent
from tests.inspections.self_inspecting import FILED, LATE, OPENED, report_of


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
