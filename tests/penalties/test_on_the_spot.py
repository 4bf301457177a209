"""当场处罚（简易程序）: what opens it, what goes before, and how much."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from archives_enforcement.accounts.models import Party
from archives_enforcement.documents import services as documents
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from penalties.models import Case
from penalties.services import filing, on_the_spot
from tests import factories
from tests.penalties.case_facts import FILED, clause_of
from tests.penalties.spot import SpotWalk, local_clause

WALK = SpotWalk


@pytest.fixture
def found(walk):
    walk.ready()
    return walk


def begin(walk, clause, **values):
    walk.proposed(clause, **values)
    return on_the_spot.begin(walk.case, actor=walk.officer, on=FILED)


@pytest.mark.parametrize("owned", ["no", "yes"])
def test_facts_that_no_longer_open_the_clause_keep_it_from_the_spot(walk, owned):
    case = walk.proposed()
    walk.determine(case.lead, state_owned=owned, grounds="权属凭证已核对。")
    if owned == "yes":
        assert on_the_spot.begin(case, actor=walk.officer, on=FILED).on_the_spot
        return
    with pytest.raises(Refused, match="不支持本案的处罚依据"):
        on_the_spot.begin(case, actor=walk.officer, on=FILED)


# Who may be punished on the spot, under which clause


@pytest.mark.parametrize(
    ("kinds", "minimum", "lawful"),
    [
        (("警告", "罚款"), 3_000, True),
        (("警告", "罚款"), 3_001, False),
        (("警告",), 3_001, True),  # a warning has no limit
        (("警告", "罚款", "没收违法所得"), 500, False),
    ],
)
def test_the_clause_must_leave_room_for_a_warning_or_a_small_fine(walk, kinds, minimum, lawful):
    clause = local_clause(*kinds, minimum=minimum, maximum=50_000)
    if lawful:
        assert begin(walk, clause).state == "on_the_spot"
        return
    with pytest.raises(Refused, match="第五十一条"):
        begin(walk, clause)


@pytest.mark.parametrize(("minimum", "lawful"), [(200, True), (201, False)])
def test_a_citizen_is_fined_two_hundred_yuan_at_most(walk, minimum, lawful):
    walk.firm = factories.make_party(
        walk.bureau, "当事人甲", Party.Kind.PERSON, address="示例路3号"
    )
    clause = local_clause(minimum=minimum, maximum=5_000, category="individual")
    if lawful:
        assert begin(walk, clause).state == "on_the_spot"
        return
    with pytest.raises(Refused, match="限额 200 元"):
        begin(walk, clause)


def test_no_clause_of_the_national_law_opens_it(walk):
    with pytest.raises(Refused, match="最低为 20,000 元.*普通程序.*第五十一条"):
        begin(walk, clause_of())


@pytest.mark.parametrize(
    ("change", "article"),
    [
        (lambda walk: Case.objects.update(in_jurisdiction=False), "第二十二条"),
        (lambda walk: Case.objects.update(act_ended_on=date(2020, 1, 2)), "第三十六条"),
        (lambda walk: walk.second.certificates.update(valid_to=date(2024, 1, 1)), "不足两人"),
        (lambda walk: walk.case.officers.filter(user=walk.officer).delete(), "只有本案的承办人员"),
    ],
)
def test_what_binds_every_penalty_binds_it_too(walk, change, article):
    walk.proposed()
    change(walk)
    with pytest.raises(Refused, match=article):
        on_the_spot.begin(walk.fresh(), actor=walk.officer, on=FILED)


def test_only_who_handles_cases_may_choose_it(walk):
    walk.proposed()
    with pytest.raises(PermissionDenied):
        on_the_spot.begin(walk.case, actor=walk.head, on=FILED)


def test_a_filed_case_goes_by_the_ordinary_procedure(walk):
    walk.proposed()
    filing.approve(walk.case, actor=walk.head, on=FILED)
    with pytest.raises(Refused, match="不能适用简易程序"):
        on_the_spot.begin(walk.fresh(), actor=walk.officer, on=FILED)


def test_it_may_be_left_for_the_ordinary_procedure(found):
    paper = found.draft()
    with pytest.raises(Refused, match="作废草稿"):
        on_the_spot.leave(found.fresh(), actor=found.officer, on=FILED, note="情况复杂")
    documents.void(paper, actor=found.officer, on=FILED, note="改用普通程序")
    on_the_spot.leave(found.fresh(), actor=found.officer, on=FILED, note="情况复杂")
    assert (found.fresh().state, found.case.on_the_spot) == ("pending", False)
    assert filing.approve(found.case, actor=found.head, on=FILED).number
    assert found.fresh().evidence.count() == 1


# What goes before


@pytest.mark.parametrize("missing", ["evidence", "facts", "element"])
def test_facts_must_be_certain(walk, missing):
    walk.begin()
    if missing != "evidence":
        walk.evidence(obtained_on=FILED)
    if missing == "element":
        walk.establish(("met", "met", "missing"))
    with pytest.raises(Refused, match="第四十条|第四十九条"):
        walk.draft()
    if missing != "evidence":
        walk.establish()
        assert walk.draft().state == "draft"


def test_what_is_proposed_and_the_rights_are_told_first(found):
    with pytest.raises(Refused, match="第四十四条、第五十二条"):
        found.draft(told=False)
    with pytest.raises(Refused, match="陈述申辩和复核情况"):
        found.draft(statement=" ")
    assert found.draft()


@pytest.mark.parametrize(
    ("fine", "why"),
    [
        (499, "法定幅度 500 元至 3,000 元"),
        (500, ""),
        (3_000, ""),
        (3_001, "限额 3,000 元.*第五十一条"),
    ],
)
def test_the_fine_keeps_within_the_clause_and_the_limit(walk, fine, why):
    walk.begin(local_clause(maximum=3_000 if fine < 3_000 else 9_000))
    walk.find()
    if not why:
        assert walk.draft(fine).fields["penalty"][-1].endswith(f"（¥{fine:,}）。")
        return
    with pytest.raises(Refused, match=why):
        walk.draft(fine)


def test_a_clause_without_a_fine_gives_a_warning_alone(walk):
    walk.begin(local_clause("警告"))
    walk.find()
    with pytest.raises(Refused, match="没有规定罚款"):
        walk.draft(100)
    paper = walk.decide_there(0)
    assert paper.fields["penalty"] == ["1. 责令改正：立即停止违法行为，补办登记。", "2. 给予警告。"]
    walk.deliver(paper, FILED)
    assert not deadlines.for_subject(paper).filter(code="D-P13").exists()
    walk.report()
    assert walk.propose_closing() and walk.close().state == "closed"


@pytest.mark.parametrize(
    ("fine", "how", "why"),
    [
        (100, {"collection": "small"}, ""),
        (101, {"collection": "small"}, "第六十八条第一项"),
        (101, {"collection": "hard"}, "第六十八条第二项"),
        (101, {"collection": "hard", "because": "当事人当日离境"}, ""),
        (101, {"collection": "remote"}, "第六十九条"),
        (101, {"collection": "remote", "because": "海岛，当事人提出"}, ""),
        (101, {"collection": "bank", "payment_account": ""}, "缴款的银行和账户"),
    ],
)
def test_officers_take_a_fine_in_the_cases_of_the_law_only(walk, fine, how, why):
    walk.begin(local_clause(minimum=50))
    walk.find()
    if why:
        with pytest.raises(Refused, match=why):
            walk.draft(fine, **how)
        return
    paper = walk.decide_there(fine, **how)
    assert "专用票据" in paper.fields["payment"][0]
    clocks = deadlines.for_subject(paper)
    assert clocks.get(code="D-P15").due_on == date(2024, 8, 19)  # two working days
    documents.register_answer(paper, "D-P15", actor=walk.officer, on=FILED, note="已交至本机关")
    assert clocks.get(code="D-P16").is_open
