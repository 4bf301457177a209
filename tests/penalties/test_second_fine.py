"""行政处罚法第二十九条: one act is fined once, by whichever body."""

import copy
from datetime import date

import pytest
from django.urls import reverse

from archives_enforcement.workflow import Refused
from penalties.models import Challenge, Decision
from penalties.queries import earlier_fines
from penalties.services import earlier_fines as services
from penalties.services import execution
from tests.penalties.case_facts import FILED, INVESTIGATED, clause_of, make_firm, make_scan

STAGE = "decide"  # a fine of this bureau stands in the books
THEIRS = {
    "authority": "示例区文物局", "number": "示文罚决〔2024〕3号", "decided_on": date(2024, 8, 1),
    "amount": 30_000, "reason": "同一批档案的同一次丢失",
}  # fmt: skip


def second(walk, firm=None, **values):
    """Another case about the party, its facts found out."""
    other = copy.copy(walk)
    other.firm = firm or walk.firm
    other.propose(other.lead(text="另一条线索"), clause=clause_of(), **values)
    other.stage, other.day = "propose", FILED
    other.file()
    other.day = INVESTIGATED
    other.evidence()
    other.establish()
    return other


def other_act(other, **values):
    return services.record(
        other.case, actor=other.officer, on=other.day, **{"same_act": True, **THEIRS, **values}
    )


def fixed(other):
    if not other.case.circumstances.exists():
        other.circumstance("丢失永久档案 3 件", tier="T4", criterion=1)
    return other.fix(100_000)


@pytest.fixture
def undecided(walk):
    """Another case; nobody has said what the fine in the books was for."""
    other = second(walk)
    type(other.case).objects.filter(pk=other.case.pk).update(state="investigated")
    other.fresh()
    other.day = Decision.objects.get().decided_on
    return other


def test_a_fine_in_the_books_is_looked_into_first(walk, undecided):
    made = Decision.objects.get()
    assert earlier_fines.unanswered(undecided.case) == [made]
    with pytest.raises(Refused, match=f"{made.document.number}.*登记已受罚款.*第二十九条"):
        fixed(undecided)
    undecided.other_act(made)
    assert fixed(undecided).fine == 100_000


@pytest.mark.parametrize("ours", [True, False])
def test_the_same_act_is_not_fined_again(walk, undecided, ours):
    made = Decision.objects.get()
    undecided.other_act(made, same_act=ours)
    if not ours:
        other_act(undecided, files=[make_scan()])
    with pytest.raises(Refused, match="同一个违法行为已经由.*不得再给予罚款.*第二十九条"):
        fixed(undecided)
    ended = execution.end_without_penalty(
        undecided.fresh(), actor=walk.head, on=undecided.day, outcome="fined", note="已受罚款"
    )
    assert (ended.state, ended.outcome) == ("closed", "fined")


def test_without_such_a_fine_no_case_ends_by_it(walk, undecided):
    with pytest.raises(Refused, match="没有登记同一个违法行为已受的罚款.*第二十九条"):
        execution.end_without_penalty(
            undecided.case, actor=walk.head, on=undecided.day, outcome="fined", note="已受罚款"
        )


def test_an_annulled_fine_was_none(walk, undecided):
    made = Decision.objects.get()
    undecided.other_act(made, same_act=True)
    Challenge.objects.create(
        case=made.case, kind="suit", body="示例区人民法院", filed_on=FILED, received_on=FILED,
        result="revoked", ended_on=FILED, recorded_by=walk.clerk,
    )  # fmt: skip
    assert fixed(undecided).fine == 100_000


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"amount": None, "files": [1]}, "请填写其他机关作出决定的日期"),
        ({"decided_on": date(2026, 11, 1), "files": [1]}, "不晚于今天"),
        ({"files": ()}, "扫描件"),
        ({"reason": " ", "files": [1]}, "是不是同一个违法行为的理由"),
    ],
)
def test_a_fine_of_another_body_is_written_down_whole(undecided, values, why):
    with pytest.raises(Refused, match=f"{why}.*"):
        other_act(undecided, **values)


def test_a_decision_before_the_act_or_on_another_party_was_for_another_act(walk):
    other = second(walk, firm=make_firm(walk.bureau, "示例乙公司"))
    assert earlier_fines.unanswered(other.case) == []
    later = second(walk, firm=walk.firm)
    type(later.case).objects.filter(pk=later.case.pk).update(act_ended_on=date(2025, 1, 1))
    assert earlier_fines.unanswered(later.fresh()) == []


def test_the_page_asks_for_it_and_the_case_shows_it(undecided, client, time_machine):
    time_machine.move_to(f"{undecided.day}T10:00:00+08:00")
    client.force_login(undecided.officer)
    made, case = Decision.objects.get(), undecided.case
    page = reverse("penalties:earlier-fine-add", args=[case.pk])
    assert page in client.get(case.get_absolute_url()).text
    assert client.get(page).context["form"].fields["decision"].initial == made.pk
    typed = {"decision": made.pk, "same_act": "yes", "reason": "同一次丢失", "on": undecided.day}
    assert client.post(page, typed).status_code == 302
    shown = client.get(case.get_absolute_url()).text
    assert made.document.number in shown
    assert "同一个违法行为" in shown
