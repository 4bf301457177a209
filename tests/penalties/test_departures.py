"""调整适用: outside the benchmark's band only with reasons, minutes, consent and approval."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from archives_enforcement.accounts.models import User
from archives_enforcement.documents import services as documents
from archives_enforcement.workflow import Refused
from penalties.models import Accountability, Case
from penalties.queries import papers
from penalties.services import departures, discretion, notice
from publicity import guards as publicity_guards
from publicity.models import Notice
from publicity.queries.notices import summary_of
from tests import factories
from tests.penalties.case_facts import CORRECTION
from tests.penalties.discussing import BOTH, discuss
from tests.penalties.grading import ABOVE, published_copy
from tests.penalties.test_recusals import decide, enter

STAGE = "investigate"
REASON = "当事人停业重整，追回和补全档案的费用已逾百万元，按一般档处罚显失公平"
REGULATION = "国办发〔2022〕27号"


@pytest.fixture
def general(walk):
    """A case that the benchmark puts into 一般: 74,000 to 146,000 yuan."""
    walk.circumstance("丢失永久档案 3 件、三十年档案 5 件", tier="T4", criterion=1)
    return walk


def depart(walk, fine=60_000, **values):
    said = {"ground": "unfair", "reason": REASON, "correction": CORRECTION, **values}
    made = departures.depart(walk.fresh(), actor=walk.officer, on=walk.day, fine=fine, **said)
    walk.fresh()
    return made


def approve(walk, **consent):
    who = consent.pop("actor", walk.head)
    made = departures.approve(walk.fresh(), actor=who, on=walk.day, **consent)
    walk.fresh()
    return made


def decided(walk):
    """The party has spoken; the heads speak of it again before they decide."""
    walk.stage = "weigh"
    walk.review()
    discuss(walk)
    walk.decide()


def nothing_written(walk):
    return walk.fresh().assessments.count() == 0


@pytest.mark.parametrize("fine", [20_000, 73_000, 150_000, 200_000])
def test_within_the_range_of_the_law_a_reasoned_figure_may_be_proposed(general, fine):
    made = depart(general, fine)
    assert (made.fine, made.departure.approved_on, made.tier) == (fine, None, "T4")
    assert made.snapshot["requires"] == ["集体讨论", "法制审核"]
    last = made.snapshot["reasons"][-1]
    assert last["text"] == f"适用裁量权基准明显不当、显失公平。{REASON}"
    assert last["law"] == REGULATION


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"fine": 200_001}, "不得超过法定最高 200,000 元"),
        ({"fine": 19_999}, "第三十二条"),
        ({"fine": 74_001}, "不用调整适用"),
        ({"reason": " "}, REGULATION),
        ({"ground": "other"}, REGULATION),
    ],
)
def test_what_no_departure_can_do(general, values, why):
    with pytest.raises(Refused, match=why):
        depart(general, **values)
    assert nothing_written(general)


@pytest.mark.parametrize(("fine", "lawful"), [(1_500, True), (0, False), (19_999, False)])
def test_below_the_minimum_only_where_mitigation_is_open(general, fine, lawful):
    general.circumstance("主动消除全部后果", factor="L09", decisive=True)
    if lawful:
        assert depart(general, fine).tier == "T2"
        return
    with pytest.raises(Refused):
        depart(general, fine)


@pytest.mark.parametrize(("factor", "lawful"), [("L09", False), ("L08", True)])
def test_who_must_be_treated_mildly_is_not_fined_beyond_the_band(general, factor, lawful):
    Accountability.objects.create(
        case=general.case, born_on=date(1990, 5, 1), mind="limited", guardian="监护人甲",
        relation="父亲", grounds="鉴定意见", recorded_by=general.officer, recorded_on=general.day,
    )  # fmt: skip
    general.circumstance("次日主动追回", factor=factor)
    if lawful:
        assert depart(general, 80_000).fine == 80_000
        return
    with pytest.raises(Refused, match="应当从轻或者减轻.*第三十二条"):
        depart(general, 80_000)


def test_without_approval_the_party_is_not_told(general):
    depart(general)
    with pytest.raises(Refused, match=f"还没有经机关负责人批准.*{REGULATION}"):
        general.draft_notice()
    discuss(general)
    approve(general)
    assert general.draft_notice().pk


def test_without_approval_no_notice_is_signed_even_if_it_was_drafted(general, monkeypatch):
    depart(general)
    monkeypatch.setattr(notice.departure_guards, "approved", lambda case, act: None)
    paper = general.draft_notice()
    documents.submit(paper, actor=general.officer, on=general.day)
    with pytest.raises(Refused, match="还没有经机关负责人批准"):
        documents.sign(paper, actor=general.head, on=general.day)


def test_a_discussion_that_did_not_agree_approves_nothing(general):
    depart(general)
    against = [row._replace(agrees=False) for row in BOTH]
    discuss(general, members=against)
    with pytest.raises(Refused, match="没有经集体讨论多数同意"):
        approve(general)
    discuss(general)
    approve(general)
    assert general.draft_notice().pk


def test_the_minutes_come_before_the_approval(general):
    depart(general)
    with pytest.raises(Refused, match="没有经集体讨论多数同意.*第五十七条第二款"):
        approve(general)
    discuss(general)
    assert approve(general).approved_by == general.head


def test_minutes_of_another_proposal_do_not_serve(general):
    depart(general)
    discuss(general)
    depart(general, 50_000)
    with pytest.raises(Refused, match="没有经集体讨论多数同意"):
        approve(general)


def test_the_head_approves_and_nobody_who_handles_the_case(general):
    depart(general)
    discuss(general)
    with pytest.raises(PermissionDenied):
        approve(general, actor=general.second)
    factories.give(general.second, "decide_case")
    with pytest.raises(Refused, match="不能批准自己提出的调整适用"):
        approve(general, actor=User.objects.get(pk=general.second.pk))
    Case.objects.filter(pk=general.case.pk).update(proposed_by=general.head)
    with pytest.raises(Refused, match="不能批准自己提出的调整适用"):
        approve(general)  # who asked for the case to be filed handles it too
    Case.objects.filter(pk=general.case.pk).update(proposed_by=general.officer)
    assert approve(general).approved_on == general.day


def test_who_was_recused_does_not_approve(general):
    other = factories.make_user("other", "head", "backfiller", bureau=general.bureau)
    depart(general)
    discuss(general)
    decide(general, enter(general, person=other))
    with pytest.raises(Refused, match="已经决定回避.*第四十三条"):
        approve(general, actor=other)
    assert approve(general).approved_by == general.head


def test_it_is_approved_once_and_only_where_there_is_one(general):
    general.fix(100_000)
    with pytest.raises(Refused, match="没有等待批准"):
        approve(general)


@pytest.mark.parametrize("consent", [{}, {"consent_number": "示档函〔2024〕3号"}])
def test_a_superiors_benchmark_is_left_only_with_its_makers_consent(walk, consent):
    published_copy(walk, ABOVE, date(2024, 1, 1))
    walk.circumstance("丢失永久档案 3 件", tier="T4", criterion=1)
    depart(walk)
    discuss(walk)
    with pytest.raises(Refused, match=f"报请示例市档案局批准.*{REGULATION}"):
        approve(walk, **consent)
    whole = {"consent_number": "示档函〔2024〕3号", "consent_on": walk.day}
    assert approve(walk, **whole).consent_number == "示档函〔2024〕3号"


def test_its_reasons_stand_in_notice_decision_and_public_summary(general):
    depart(general)
    discuss(general)
    approve(general)
    told = f"本案调整适用裁量权基准（{REGULATION}）：适用裁量权基准明显不当、显失公平。{REASON}"
    decided(general)
    for kind in (papers.NOTICE, papers.DECISION):
        basis = papers.issued(general.case, kind).fields["basis"]
        assert basis[1].startswith(told)
        assert basis[1].endswith("调整适用2024年9月27日经集体讨论，2024年9月27日经机关负责人批准。")
    assert told in summary_of(general.paper)["basis"]


@pytest.mark.parametrize(("basis", "lawful"), [("本案调整适用裁量权基准：…", True), ("…", False)])
def test_a_public_notice_without_them_is_not_approved(general, basis, lawful):
    depart(general)
    discuss(general)
    approve(general)
    decided(general)
    why = publicity_guards.departure_explained(Notice(document=general.paper, basis=basis), None)
    assert lawful or "应当写明调整适用的理由" in why
    assert bool(why) is not lawful


def test_after_the_statement_a_departure_only_falls_and_is_approved_again(general):
    general.fix(100_000)
    general.stage = "weigh"
    general.notify()
    general.answer(general.enter("statement"), answer="partly")
    with pytest.raises(Refused, match="不能因陈述、申辩加重"):
        depart(general, 150_000)
    depart(general, 60_000)
    general.terms_end()
    with pytest.raises(Refused, match="还没有经机关负责人批准"):
        general.submit_review()
    discuss(general)
    approve(general)
    assert general.submit_review().state == "in_review"


def test_a_new_proposal_within_the_band_needs_none_of_it(general):
    depart(general)
    discretion.propose(
        general.case, actor=general.officer, on=general.day, fine=100_000, correction=CORRECTION
    )
    general.fresh()
    assert general.draft_notice().pk


def page(name, case):
    return reverse(f"penalties:{name}", args=[case.pk])


def test_by_pages_from_the_proposal_to_the_approval(client, general):
    client.force_login(general.officer)
    typed = {"fine": "60000", "correction": "改正", "ground": "unfair", "reason": REASON,
             "on": str(general.day), "confirmed": "on"}  # fmt: skip
    assert "一般”，幅度 7.4 万元至 14.6 万元" in client.get(page("case-depart", general.case)).text
    refused = client.post(page("case-depart", general.case), typed | {"fine": "90000"})
    assert "不用调整适用" in refused.text
    assert client.post(page("case-depart", general.case), typed).status_code == 302
    client.force_login(general.head)
    text = client.get(page("case-discretion", general.case)).text
    assert REASON in text
    assert "没有经集体讨论多数同意" in text
    discuss(general)
    assert REASON in client.get(page("departure-approve", general.case)).text
    said = {"on": str(general.day), "confirmed": "on"}
    assert client.post(page("departure-approve", general.case), said).status_code == 302
    assert "已批准" in client.get(page("case-discretion", general.case)).text
