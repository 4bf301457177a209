"""提请立案 and its approval: what the law lets begin, and what it does not."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from archives_enforcement.documents import kinds, services
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from penalties.models import Case
from penalties.queries import catalogue
from penalties.services import filing
from tests import factories
from tests.penalties.walk import FILED, clause_of, violation


def test_the_limitation_clock_stops_on_the_day_the_lead_came_in(walk):
    case = walk.propose()
    clock = deadlines.for_subject(case).get(code="D-P01")
    assert (clock.due_on, clock.met_on) == (date(2026, 6, 22), date(2024, 8, 12))


@pytest.mark.parametrize(
    ("ended", "lawful"), [(date(2022, 8, 9), False), (date(2022, 8, 12), True)]
)
def test_an_act_found_after_two_years_is_not_filed(walk, ended, lawful):
    if lawful:
        assert walk.propose(act_ended_on=ended).state == "pending"
        return
    with pytest.raises(Refused, match="第三十六条"):
        walk.propose(act_ended_on=ended)


def test_nor_is_one_approved_whose_end_proves_to_lie_further_back(walk):
    case = walk.propose()
    Case.objects.filter(pk=case.pk).update(act_ended_on=date(2022, 8, 9))
    with pytest.raises(Refused, match="第三十六条"):
        filing.approve(case, actor=walk.head, on=FILED)


def test_case_numbers_go_on_where_the_paper_register_ended(walk):
    services.set_start(
        filing.SERIES, FILED.year, start=5, reason="此前用纸质登记簿。", actor=walk.head, on=FILED
    )
    assert walk.file().number == f"{walk.head.bureau.document_word}罚立〔{FILED.year}〕6号"
    with pytest.raises(Refused, match="已经编到第 6 号"):
        services.set_start(
            filing.SERIES, FILED.year, start=9, reason="更正", actor=walk.head, on=FILED
        )


def test_case_numbers_rise_with_their_dates(walk):
    first, next_day = walk.propose(), FILED + timedelta(days=1)
    other = walk.propose(walk.lead(text="反映另一件事。"), summary="另一起。")
    assert filing.approve(first, actor=walk.head, on=next_day).serial == 1
    with pytest.raises(Refused, match=f"罚立〔2024〕的字号已经编到{cn_date(next_day)}"):
        filing.approve(other, actor=walk.head, on=FILED)
    assert filing.approve(other, actor=walk.head, on=next_day).serial == 2


def test_the_head_finds_the_series_of_cases_beside_those_of_papers(client, walk):
    client.force_login(walk.head)
    page = client.get(reverse("documents:series-list"), {"year": FILED.year})
    start = reverse("documents:series-start", args=[filing.SERIES, FILED.year])
    assert start in page.text
    assert "案件（立案）" in client.get(start).text
    assert filing.SERIES not in {kind.series for kind in kinds.KINDS.values()}


# Who may be fined for what under 档案法 49: kind of party, violation → clauses with their ranges.
@pytest.mark.parametrize(
    ("kind", "code", "ranges"),
    [
        ("service_enterprise", "V01", [("service_firm", 20_000), ("user", 10_000)]),
        ("service_enterprise", "V03", [("anyone", 10_000)]),
        ("township", "V01", [("user", 10_000)]),
        ("person", "V01", [("user", 500)]),
        ("person", "V05", [("anyone", 500)]),
        ("township", "V06", []),
        ("service_enterprise", "V15", []),
    ],
)
def test_clauses_open_to_a_kind_of_party(db, bureau, kind, code, ranges):
    party = factories.make_party(bureau, "示例当事人", kind)
    found = catalogue.clauses_for(violation(code), party)
    assert [(row.code, row.minimum) for row in found] == ranges


@pytest.mark.parametrize(
    ("code", "ways"),
    [
        ("V06", ["责令限期改正", "对直接负责的主管人员和其他直接责任人员提出处理建议"]),
        ("V08", ["责令限期整改", "对直接负责的主管人员和其他直接责任人员提出处理建议"]),
        ("V11", ["由海关或者有关部门处理"]),
        ("V15", ["约谈", "责令限期改正"]),
    ],
)
def test_without_a_fine_in_law_the_refusal_names_what_may_be_done(walk, code, ways):
    with pytest.raises(filing.NoFine, match="第四十九条只对三种情形规定罚款") as refusal:
        filing.propose(
            walk.lead(),
            actor=walk.officer,
            on=FILED,
            violation=violation(code),
            clause=None,
            summary="案情",
            act_place="示例区",
            in_jurisdiction=True,
            act_ended_on=date(2024, 6, 20),
            officers=[walk.officer, walk.second],
        )
    assert [row.split("，依据")[0] for row in refusal.value.remedies] == ways


def test_a_clause_of_another_kind_of_party_is_refused(walk):
    with pytest.raises(Refused, match="请选择适用于这一当事人"):
        walk.propose(clause=clause_of("V01", "user", "individual"))


def test_a_violation_that_was_not_yet_law_is_refused(walk):
    with pytest.raises(Refused, match="还没有施行"):
        filing.propose(
            walk.lead(),
            actor=walk.officer,
            on=FILED,
            violation=violation("V15"),
            clause=None,
            summary="案情",
            act_place="示例区",
            in_jurisdiction=True,
            act_ended_on=date(2024, 2, 28),
            officers=[walk.officer, walk.second],
        )
