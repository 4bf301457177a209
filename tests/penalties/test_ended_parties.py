"""当事人终止: a unit without an heir is not penalised any more, and its case has a truthful end."""

from datetime import timedelta

import pytest
from django.urls import reverse

from archives_enforcement.accounts.models import Party
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from penalties.queries.dossier import dossiers
from penalties.queries.progress import next_step, steps
from penalties.queries.work import work_for_penalties
from penalties.services import discretion, execution
from tests import factories
from tests.penalties.test_closing import end, propose_closing
from units.models import Succession, Unit

STAGE = "serve"


def dissolve(walk, *, heir=False):
    """The party ends on the day of the walk, with an heir or without."""
    unit = Unit.objects.create(party=walk.firm, state="closed", left_no_heir=not heir)
    other = factories.make_unit(walk.bureau, "示例承继单位") if heir else None
    Succession.objects.create(
        predecessor=unit, successor=other, kind="merge" if heir else "dissolve", on=walk.day,
        basis="市监注销〔2024〕1号", recorded_by=walk.clerk,
    )  # fmt: skip
    return unit


@pytest.mark.parametrize("staged", ["investigate"], indirect=True)
def test_who_is_no_more_is_not_penalised_but_the_case_ends(walk, client):
    """Told and penalised is only who is there; with an heir the case goes on."""
    values = {"actor": walk.officer, "on": walk.day, "fine": 30_000, "correction": "改正"}
    dissolve(walk)
    with pytest.raises(Refused, match="已经撤销，没有承继单位.*当事人终止"):
        discretion.propose(walk.fresh(), **values)
    [step] = [next_step(row) for row in dossiers([walk.fresh()])]
    assert "不能再告知、处罚" in step
    texts = [item.text for item in work_for_penalties(walk.head, walk.day)]
    assert any("当事人已撤销" in text for text in texts)
    client.force_login(walk.head)
    url = reverse("penalties:case-end", args=[walk.case.pk])
    facts = {"outcome": "party_ended", "note": "公司已注销登记，没有权利义务承受人。"}
    assert client.post(url, {**facts, "on": walk.day}).status_code == 302
    case = walk.fresh()
    assert (case.state, case.outcome) == ("closed", "party_ended")
    assert deadlines.for_subject(case).get(code="D-P10").cancelled_on == walk.day
    [served] = [step for step in steps(*dossiers([case])) if step.label == "送达执行"]
    assert served.state == ""  # nothing was decided, so nothing was served or carried out


@pytest.mark.parametrize("staged", ["investigate"], indirect=True)
@pytest.mark.parametrize(
    ("gone", "why"),
    [
        (lambda walk: None, "没有登记在被检查单位里"),
        (lambda walk: Unit.objects.create(party=walk.firm), "还在册"),
        (lambda walk: dissolve(walk, heir=True), "有承继单位"),
    ],
)
def test_no_case_ends_so_while_somebody_is_there(walk, gone, why):
    gone(walk)
    with pytest.raises(Refused, match=why):
        end(walk, "party_ended")


@pytest.mark.parametrize("staged", ["investigate"], indirect=True)
def test_no_case_ends_so_before_the_party_did(walk):
    unit = dissolve(walk)
    Succession.objects.filter(predecessor=unit).update(on=walk.day + timedelta(days=1))
    with pytest.raises(Refused, match="不能早于单位撤销的日期"):
        end(walk, "party_ended")


def test_what_nobody_is_left_to_pay_is_not_waited_for(walk):
    """行政强制法 40: after the decision the case is closed as penalised and not carried out."""
    with pytest.raises(Refused, match="没有缴纳"):
        propose_closing(walk)
    dissolve(walk)
    assert "不能再催缴" in next_step(*dossiers([walk.fresh()]))
    propose_closing(walk, "公司已注销，清算没有剩余财产，没有义务承受人。")
    case = execution.close(walk.fresh(), actor=walk.head, on=walk.day)
    assert (case.state, case.outcome) == ("closed", "lapsed")
    assert deadlines.for_subject(walk.paper).get(code="D-P13").cancelled_on == walk.day


@pytest.mark.parametrize("staged", ["decide"], indirect=True)
def test_a_decision_that_reached_nobody_has_no_effect(walk):
    walk.decide()
    with pytest.raises(Refused, match="处罚决定书还没有送达"):
        propose_closing(walk)
    dissolve(walk)
    propose_closing(walk, "决定书没有送达，公司已注销。")
    case = execution.close(walk.fresh(), actor=walk.head, on=walk.day)
    assert (case.state, case.outcome) == ("closed", "party_ended")
    clocks = deadlines.for_subject(walk.paper)
    assert clocks.get(code="D-P11").cancelled_on == walk.day
    assert clocks.get(code="D-G01").cancelled_on == walk.day


def make_a_person(walk):
    Party.objects.filter(pk=walk.firm.pk).update(kind=Party.Kind.PERSON)


@pytest.mark.parametrize("staged", ["investigate"], indirect=True)
def test_the_case_of_a_person_ends_with_his_death_and_says_so(walk):
    """No register holds it: the head names the day and the certificate."""
    make_a_person(walk)
    with pytest.raises(Refused, match="写明死亡日期和死亡证明"):
        end(walk, "party_ended", note="联系不上。")
    end(walk, "party_ended", note="2024年6月1日死亡，居民死亡医学证明〔2024〕1号。")
    assert walk.fresh().get_outcome_display() == "当事人（公民）死亡，终止案件"


def test_what_a_person_owed_when_he_died_ends_at_the_court(walk):
    make_a_person(walk)
    with pytest.raises(Refused, match="当事人死亡，没有遗产.*第四十条第一项"):
        propose_closing(walk)
