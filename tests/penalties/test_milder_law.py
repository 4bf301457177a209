"""从旧兼从轻 at the filing (行政处罚法第三十七条): the law of the act, or a milder one of later."""

from datetime import date

import pytest

from archives_enforcement.workflow import Act, Refused
from penalties import law_of_the_day_guards
from penalties.queries import clauses
from penalties.services import filing
from tests import factories
from tests.penalties.case_facts import FILED, WEIGHED, clause_of
from tests.penalties.test_local_clauses import NATIONAL, OWN, REFUSED_ORDER, enter

ENDED = date(2024, 6, 20)
LATER = {"effective_from": date(2024, 7, 1)}
EARLIER = {"effective_to": date(2024, 6, 30)}


@pytest.fixture
def admin(bureau):
    return factories.make_user("admin", "administrator", "backfiller", bureau=bureau, is_staff=True)


def own_of_law(admin, **changes):
    return enter(admin, **{**NATIONAL, "specifies": clause_of(*OWN), **changes}).clause


def lead_on(walk, code="V01"):
    lead = walk.lead()
    walk.determine(lead, code=code, **(REFUSED_ORDER if code == "V06" else {}))
    return lead


def test_the_milder_clause_of_later_is_filed_under_and_carries_the_case(walk, admin):
    new = own_of_law(admin, **LATER)  # 20,000 to 100,000, in law 20,000 to 200,000
    walk.file_under(lead_on(walk), new, act_ended_on=ENDED)
    walk.case = filing.approve(walk.case, actor=walk.head, on=FILED)
    walk.stage, walk.day = "file", date(2024, 8, 20)
    walk.investigate()
    assert law_of_the_day_guards.not_milder_since(walk.fresh(), Act(walk.officer, WEIGHED)) is None
    assert clauses.cited_on(walk.case) == LATER["effective_from"]


@pytest.mark.parametrize("changes", [{"maximum": 200_000}, {"minimum": 30_000}])
def test_one_of_later_that_is_no_milder_is_refused(walk, admin, changes):
    new = own_of_law(admin, **LATER, **changes)
    lead = lead_on(walk)
    with pytest.raises(Refused, match="又不比当时的规定轻.*第三十七条"):
        walk.file_under(lead, new, act_ended_on=ENDED)
    assert walk.file_under(lead, clause_of(*OWN), act_ended_on=ENDED).pk


def test_milder_than_the_law_and_harsher_than_the_local_one_of_then_is_refused(walk, admin):
    own_of_law(admin, article=39, maximum=50_000, **EARLIER)
    new = own_of_law(admin, **LATER)
    lead = lead_on(walk)
    with pytest.raises(Refused, match="又不比当时的规定轻.*第三十七条"):
        walk.file_under(lead, new, act_ended_on=ENDED)
    assert walk.file_under(lead, new, act_ended_on=LATER["effective_from"]).pk


def test_the_clause_of_then_stays_where_nothing_milder_took_its_place(walk, admin):
    old = enter(admin, article=39, **EARLIER).clause
    lead = lead_on(walk, "V06")
    with pytest.raises(Refused, match="已经失效，现行的规定处罚较轻或者不处罚.*第三十七条"):
        walk.file_under(lead, old, act_ended_on=ENDED)
    enter(admin, maximum=20_000, **LATER)
    assert walk.file_under(lead, old, act_ended_on=ENDED).clause == old
    assert filing.approve(walk.case, actor=walk.head, on=FILED).number


def test_the_page_offers_both_with_the_days_they_are_in_force(client, walk, admin):
    enter(admin, article=39, **EARLIER)
    enter(admin, maximum=20_000, **LATER)
    client.force_login(walk.officer)
    page = client.get(f"{lead_on(walk, 'V06').get_absolute_url()}file/").text
    for words in ("第三十九条第一款：", "第四十条第一款：", "2024年6月30日", "2024年7月1日"):
        assert words in page
