"""约谈 under 第五十一条: whom it may call in, on which basis, about what."""

from datetime import date

import pytest

from archives_enforcement.accounts.models import Party
from archives_enforcement.documents.models import Delivery
from archives_enforcement.workflow import Refused
from inspections.models import Finding, Interview
from inspections.services import interviews as services
from tests import factories
from tests.inspections.interviewing import TODAY, create, notice_of
from tests.inspections.rectifying import (
    days,
    endangering,
    make_finding,
    make_visit,
    remind_of,
    told,
)


@pytest.fixture
def visit(unit, officer):
    return make_visit(unit, officer)


@pytest.fixture
def late(visit):
    return remind_of(make_finding(visit, due=-5))


@pytest.mark.parametrize("kind", [kind for kind in Party.Kind if kind != "service_enterprise"])
def test_a_statutory_interview_is_refused_for_every_other_kind_of_party(kind):
    with pytest.raises(Refused, match="只适用于档案服务企业"):
        services.statutory_basis(Party(kind=kind), date(2024, 9, 5))


@pytest.mark.parametrize(
    ("day", "basis"),
    [
        (date(2024, 2, 29), None),
        (date(2024, 3, 1), "《中华人民共和国档案法实施条例》第五十一条"),
        (date(2026, 1, 1), "《中华人民共和国档案法实施条例》第五十一条"),
    ],
)
def test_a_statutory_interview_rests_on_the_regulation_while_it_is_in_force(db, day, basis):
    party = Party(kind="service_enterprise")
    if basis is None:
        with pytest.raises(Refused, match="尚未施行"):
            services.statutory_basis(party, day)
    else:
        assert services.statutory_basis(party, day) == basis


@pytest.fixture
def hazard(bureau, officer):
    """A hazard at a firm that was told of it and left it."""
    visit = make_visit(
        factories.make_unit(bureau, "示例档案服务公司", "service_enterprise"), officer
    )
    told(visit)
    return remind_of(make_finding(visit, due=-5, item=endangering(), severity="A"))


def test_a_statutory_notice_cites_its_article_and_a_work_notice_none(hazard, officer):
    visit = hazard.inspection
    statutory = notice_of(create(visit, officer, kind="statutory")).fields["reason"]
    assert "第五十一条" in statutory and "号，知道存在档案安全隐患" in statutory
    assert "《" not in notice_of(create(visit, officer)).fields["reason"]


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"severity": "B"}, "第 1 项不是档案安全隐患"),
        ({"item": None, "severity": "B"}, "第 1 项不是档案安全隐患"),
        ({}, "没有记录表明单位知道隐患"),
    ],
)
def test_a_statutory_talk_is_about_a_hazard_that_the_firm_knows_of(hazard, officer, wrong, why):
    visit = hazard.inspection
    if wrong:
        Finding.objects.filter(pk=hazard.pk).update(**wrong)
    else:
        Delivery.objects.update(delivered_on=days(1))
    with pytest.raises(Refused, match=f"{why}.*第五十一条"):
        create(visit, officer, kind="statutory")
    assert create(visit, officer).kind == "work"
    Finding.objects.filter(pk=hazard.pk).update(item=None, severity="A")  # beside the checklist
    Delivery.objects.update(delivered_on=TODAY)
    assert create(visit, officer, kind="statutory").kind == "statutory"


def test_what_another_party_received_tells_the_firm_nothing(hazard, officer, unit):
    Delivery.objects.update(party=unit.party)
    with pytest.raises(Refused, match="没有记录表明单位知道隐患"):
        create(hazard.inspection, officer, kind="statutory")


def test_a_statutory_interview_of_another_unit_is_refused(visit, late, officer):
    with pytest.raises(Refused, match="工作约谈"):
        create(visit, officer, kind="statutory")
    assert Interview.objects.count() == 0
