"""地方规定的处罚条款: what a bureau may add, what goes beyond its level, and where it applies."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from archives_enforcement.accounts.models import Bureau
from archives_enforcement.workflow import Act, Refused
from penalties import ending_guards, law_of_the_day_guards
from penalties.fitness import Measure
from penalties.models import FineClause, LocalClause
from penalties.queries import gate
from penalties.services import filing_checks, local_clauses
from penalties.workflow import CASE_FLOW
from tests import factories
from tests.penalties.case_facts import FILED, WEIGHED, clause_of, make_firm, violation

TEXT = {
    "title": "示例省档案条例", "level": "local_regulation", "issuer": "示例省人大常委会",
    "article": 40, "paragraph": 1, "item": None, "effective_from": date(2022, 1, 1),
    "effective_to": None, "source": "示例省人大网站公布文本", "mark": "V",
}  # fmt: skip
REFUSED_ORDER = {"order": "correction", "order_ignored": "yes"}


@pytest.fixture
def admin(bureau):
    return factories.make_user("admin", "administrator", "backfiller", bureau=bureau, is_staff=True)


def enter(admin, code="V06", category="service_firm", on=FILED, **changes):
    """Not filing after an order, for which the law sets no fine."""
    facts = {
        "bureau": admin.bureau, "violation": violation(code), "category": category,
        "offender": "拒不改正的单位", "kinds": ["警告", "罚款"], "minimum": 1_000,
        "maximum": 10_000, **TEXT,
    }  # fmt: skip
    return local_clauses.enter(actor=admin, on=on, **{**facts, **changes})


NATIONAL = {"code": "V01", "minimum": 20_000, "maximum": 100_000}
OWN = ("V01", "service_firm", "service_firm")


# What the level of the text allows: changes, the clause of law it spells out → refusal or None.
@pytest.mark.parametrize(
    ("changes", "specifies", "why"),
    [
        ({}, None, None),  # 第十二条第三款
        (NATIONAL, OWN, None),
        ({**NATIONAL, "minimum": 10_000}, OWN, "超出法律规定的幅度.*第十二条第二款"),
        ({**NATIONAL, "maximum": 200_001}, OWN, "超出法律规定的幅度.*第十二条第二款"),
        ({**NATIONAL, "maximum": 200_000}, OWN, None),
        (NATIONAL, None, "请选择它所细化的条款.*第十二条第二款"),
        (NATIONAL, ("V01", "user", "organisation"), "不能超出该条款.*第十二条第二款"),
        (NATIONAL, ("V02", "service_firm", "service_firm"), "同一违法行为"),
        ({**NATIONAL, "kinds": ["罚款", "没收违法所得"]}, OWN, "没有规定没收违法所得.*第十二条"),
        ({"kinds": ["警告", "罚款", "没收违法所得"]}, None, None),
        ({"level": "local_rule"}, None, "地方政府规章不能补充设定.*第十四条第二款"),
        ({**NATIONAL, "level": "local_rule"}, OWN, None),
        ({**NATIONAL, "level": "local_rule", "maximum": 300_000}, OWN, "幅度.*第十四条第一款"),
        ({"level": "normative_document"}, None, "不得设定行政处罚.*第十六条"),
        ({"level": "local_practice"}, None, "不得设定行政处罚.*第十六条"),
        ({"kinds": ["警告"]}, None, "应当包括罚款"),
        ({"minimum": 10_000, "maximum": 10_000}, None, "下限应当小于上限"),
        ({"source": " "}, None, "请写明来源"),
    ],
)
def test_what_its_level_may_set(admin, changes, specifies, why):
    named = {"specifies": clause_of(*specifies)} if specifies else {}
    before = FineClause.objects.count()
    if why is None:
        assert enter(admin, **changes, **named).clause.pk
        return
    with pytest.raises(Refused, match=why):
        enter(admin, **changes, **named)
    assert FineClause.objects.count() == before


def test_a_clause_is_entered_once(admin):
    enter(admin)
    with pytest.raises(Refused, match="已经登记过"):
        enter(admin)
    assert enter(admin, paragraph=2).pk


def test_the_same_text_does_not_stand_on_two_levels(admin):
    enter(admin)
    with pytest.raises(Refused, match="是地方性法规，请核对"):
        enter(admin, level="local_rule", **NATIONAL, specifies=clause_of(*OWN))


def test_who_may_not_enter(admin, walk, other_bureau):
    with pytest.raises(PermissionDenied):
        enter(walk.officer)
    with pytest.raises(Refused, match="只能登记本机关"):
        enter(admin, bureau=other_bureau)


def open_fines(lead, on=FILED):
    verdict = gate.judge(gate.latest(lead), lead.bureau, on)
    return [(row.articles, row.clause.maximum) for row in verdict.offers(Measure.FINE)]


def test_it_opens_on_its_facts_and_is_cited_in_the_case(walk, admin):
    local = enter(admin)
    lead = walk.lead()
    walk.determine(lead, code="V06", order="none")
    assert open_fines(lead) == []
    with pytest.raises(filing_checks.NoFine, match="此前没有责令改正"):
        walk.file_under(lead, local.clause)
    walk.determine(lead, code="V06", grounds="责令改正通知书逾期未改。", **REFUSED_ORDER)
    assert open_fines(lead) == [("《示例省档案条例》第四十条第一款", 10_000)]
    assert walk.file_under(lead, local.clause).clause == local.clause


def test_what_spells_out_a_clause_of_law_opens_as_that_does(walk, admin):
    enter(admin, **NATIONAL, specifies=clause_of(*OWN))
    lead = walk.lead()
    walk.determine(lead)
    assert [most for _, most in open_fines(lead)] == [200_000, 100_000]
    walk.determine(lead, in_service="no", grounds="不在服务过程中。")
    assert open_fines(lead) == []


@pytest.mark.parametrize(
    ("validity", "on", "applies"),
    [
        ({"effective_from": date(2024, 8, 16)}, FILED, False),
        ({"effective_from": FILED}, FILED, True),
        ({"effective_to": date(2024, 8, 14)}, FILED, False),
        ({"effective_to": FILED}, FILED, True),
    ],
)
def test_it_applies_while_its_text_is_in_force(walk, admin, validity, on, applies):
    enter(admin, **validity)
    lead = walk.lead()
    walk.determine(lead, code="V06", **REFUSED_ORDER)
    assert bool(open_fines(lead, on)) == applies


def test_an_act_of_before_its_text_is_not_punished_under_it(walk, admin):
    local = enter(admin, effective_from=date(2024, 7, 1))
    lead = walk.lead()
    walk.determine(lead, code="V06", **REFUSED_ORDER)
    with pytest.raises(Refused, match="第三十七条"):
        walk.file_under(lead, local.clause, act_ended_on=date(2024, 6, 30))
    assert walk.file_under(lead, local.clause, act_ended_on=date(2024, 7, 1)).pk


@pytest.mark.parametrize(
    ("code", "changes", "milder"),
    [
        ("V06", {"effective_to": None}, False),
        ("V06", {"effective_to": date(2024, 8, 31)}, True),  # no law fines it any more
        ("V01", {"effective_to": date(2024, 8, 31)}, False),  # the law itself is no milder
    ],
    ids=["in force", "ended, nothing in its place", "ended, the law in its place"],
)
def test_milder_law_that_came_since_takes_its_place(walk, admin, code, changes, milder):
    """第三十七条: proposed nothing any more, and the case may end without a penalty."""
    own = {**NATIONAL, "specifies": clause_of(*OWN)} if code == "V01" else {}
    local = enter(admin, **own | {"code": code, **changes})
    lead = walk.lead()
    walk.determine(lead, code=code, **(REFUSED_ORDER if code == "V06" else {}))
    walk.file_under(lead, local.clause)
    walk.stage = "propose"
    walk.investigate()
    why = law_of_the_day_guards.not_milder_since(walk.fresh(), Act(walk.officer, WEIGHED))
    assert bool(why) == milder
    step = CASE_FLOW.why_not(walk.case, "propose", Act(walk.officer, WEIGHED))
    assert ("第三十七条" in (step or "")) == milder
    ends = ending_guards.why_not(walk.case, "no_fine", None, WEIGHED)
    assert (ends is None) == milder


def test_it_binds_the_bureau_and_those_below_it_and_nobody_else(walk, admin, other_bureau):
    local = enter(admin)
    below = Bureau.objects.create(name="下级", code="below", parent=admin.bureau)
    for bureau, bound in ((admin.bureau, True), (below, True), (other_bureau, False)):
        found = gate.clauses_on(violation("V06"), bureau, FILED)
        assert (local.clause in found) == bound


def test_a_clause_entered_wrongly_is_withdrawn_with_its_reason(walk, admin):
    local = enter(admin)
    local_clauses.withdraw(local, actor=admin, on=FILED, reason="条文抄录有误。")
    lead = walk.lead()
    walk.determine(lead, code="V06", **REFUSED_ORDER)
    assert open_fines(lead) == []
    with pytest.raises(Refused, match="已经停用"):
        local_clauses.withdraw(local, actor=admin, on=FILED, reason="条文抄录有误。")


def typed(admin, **changes):
    facts = {
        **TEXT, "bureau": admin.bureau_id, "violation": violation("V06").pk, "item": "",
        "effective_to": "", "category": "organisation", "offender": "单位",
        "kinds": ["警告", "罚款"], "minimum": 1_000, "maximum": 10_000,
    }  # fmt: skip
    return {**facts, **changes}


def test_the_administrator_enters_and_withdraws_it_on_his_pages(client, admin):
    client.force_login(admin)
    add = reverse("admin:penalties_localclause_add")
    over = typed(admin, level="local_rule")
    assert "第十四条第二款" in client.post(add, over).text
    assert not LocalClause.objects.exists()
    client.post(add, typed(admin))
    local = LocalClause.objects.get()
    page = reverse("admin:penalties_localclause_change", args=[local.pk])
    shown = client.get(page).text
    for words in ("示例省人大常委会", "1,000–10,000", "自2022年1月1日起"):
        assert words in shown
    client.post(page, {"reason": "抄录有误"})
    local.refresh_from_db()
    assert local.withdrawn_on


def test_a_bureau_sees_its_own_alone(client, admin, other_bureau):
    other = factories.make_user("other_admin", "administrator", "backfiller", bureau=other_bureau)
    enter(other)
    client.force_login(admin)
    listed = client.get(reverse("admin:penalties_localclause_changelist"))
    assert "示例省档案条例" not in listed.text


def test_a_firm_of_another_district_is_not_fined_under_it(walk, admin, other_bureau):
    enter(admin)
    party = make_firm(other_bureau, "外区档案服务公司")
    assert party.bureau == other_bureau
    assert not any(
        row.category == "service_firm"
        for row in gate.clauses_on(violation("V06"), party.bureau, FILED)
    )
