"""整改优秀典型: what may be nominated, and who decides."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from archives_enforcement.files.services import attach
from archives_enforcement.workflow import Refused
from inspections.models import Exemplary, Reply
from inspections.queries.exemplary import ready_to_nominate
from inspections.queries.rectification import PAIR
from inspections.services import consents
from inspections.services import exemplary as services
from tests import factories
from tests.files.test_arrival import photo
from tests.inspections.rectifying import days, make_finding, make_look_back, make_visit, upload

TODAY = days(0)


@pytest.fixture
def visit(unit, officer):
    return make_visit(unit, officer, state="closed")


@pytest.fixture
def fixed(visit, officer):
    return report(make_finding(visit, state="accepted", accepted_on=days(-1)), officer)


def report(finding, actor, *, pair=True):
    """The unit's report on the problem was accepted, with a pair of photos or papers alone."""
    visit = finding.inspection
    row = Reply.objects.create(
        finding=finding, kind="fixed", text="已经改好", replied_on=days(-2), replied_by=actor,
        outcome="accepted", reviewed_by=actor, reviewed_on=days(-1),
    )  # fmt: skip
    files = [("整改回复附件", upload())]
    if pair:
        files = [(purpose, upload(f"{purpose}.jpg", photo())) for purpose in PAIR]
    for purpose, file in files:
        attach(
            row, [file], purpose=purpose, actor=actor, bureau=visit.bureau, party=visit.party,
            shown_to_party=True,
        )  # fmt: skip
    return finding


def nominate(visit, actor, reason="整改快、效果好", findings=None):
    if findings is None:
        findings = visit.findings.all()
    return services.nominate(visit, actor=actor, on=TODAY, reason=reason, findings=findings)


def agreed(row, actor):
    """The unit's consent, as staff enter it."""
    facts = {"actor": actor, "on": row.nominated_on, "files": [upload()], "agrees": True}
    consents.enter_answer(row.consent, **facts)
    return row


def test_a_unit_that_put_everything_right_is_nominated(visit, fixed, clerk):
    assert list(ready_to_nominate(clerk)) == [visit]
    row = nominate(visit, clerk)
    assert (row.state, row.nominated_by, row.nominated_on) == ("nominated", clerk, TODAY)
    assert list(ready_to_nominate(clerk)) == []


def test_a_visit_without_problems_is_no_example(visit, clerk):
    assert list(ready_to_nominate(clerk)) == []
    with pytest.raises(Refused, match="没有发现问题"):
        nominate(visit, clerk)


@pytest.mark.parametrize("state", ["open", "replied", "returned"])
def test_a_problem_still_open_stands_against_it(visit, fixed, clerk, state):
    make_finding(visit, 2, state=state)
    assert list(ready_to_nominate(clerk)) == []
    with pytest.raises(Refused, match="还有 1 个问题没有销号"):
        nominate(visit, clerk)


@pytest.mark.parametrize("result", ["partly", "not_fixed"])
def test_a_failed_look_back_stands_against_it(visit, fixed, officer, clerk, result):
    make_look_back(visit, officer, p1=result)
    assert list(ready_to_nominate(clerk)) == []
    with pytest.raises(Refused, match="没有改好"):
        nominate(visit, clerk)


def test_a_look_back_that_found_all_well_does_not(visit, fixed, officer, clerk):
    trip = make_look_back(visit, officer, state="closed", p1="fixed")
    assert nominate(visit, clerk).state == "nominated"
    with pytest.raises(Refused, match="回头看不单独推荐"):
        nominate(trip, clerk)


def test_a_visit_is_nominated_once_and_with_a_reason(visit, fixed, clerk):
    with pytest.raises(Refused, match="推荐理由"):
        nominate(visit, clerk, reason=" ")
    nominate(visit, clerk)
    with pytest.raises(Refused, match="已经推荐过"):
        nominate(visit, clerk)


def test_papers_alone_are_no_pair_and_one_photo_neither(visit, officer, clerk):
    finding = report(make_finding(visit, state="accepted"), officer, pair=False)
    with pytest.raises(Refused, match="整改前后两张照片"):
        nominate(visit, clerk)
    attach(
        finding.replies.get(), [upload("前.jpg", photo())], purpose=PAIR[0], actor=officer,
        bureau=visit.bureau, party=visit.party, shown_to_party=True,
    )  # fmt: skip
    assert list(ready_to_nominate(clerk)) == []
    with pytest.raises(Refused, match="整改前后两张照片"):
        nominate(visit, clerk)


def test_what_was_declined_may_be_nominated_anew_and_says_why_it_was(
    client, visit, fixed, clerk, head
):
    first = nominate(visit, clerk)
    services.decline(first, actor=head, on=TODAY, note="做法写得太简单")
    assert list(ready_to_nominate(clerk)) == [visit]
    client.force_login(clerk)
    page = client.get(reverse("inspections:exemplary-nominate", args=[visit.pk])).text
    assert "没有采纳：做法写得太简单" in page
    again = nominate(visit, clerk, reason="补充了做法")
    assert services.decide(agreed(again, clerk), actor=head, on=TODAY).state == "decided"
    assert [row.state for row in Exemplary.objects.order_by("pk")] == ["declined", "decided"]
    with pytest.raises(Refused, match="已经推荐过"):
        nominate(visit, clerk)


def test_an_officer_does_not_nominate(visit, fixed, officer):
    with pytest.raises(PermissionDenied):
        nominate(visit, officer)


def test_the_head_decides(visit, fixed, clerk, head):
    row = services.decide(agreed(nominate(visit, clerk), clerk), actor=head, on=TODAY)
    assert (row.state, row.decided_on) == ("decided", TODAY)


def test_the_head_declines_with_a_reason(visit, fixed, clerk, head):
    row = nominate(visit, clerk)
    with pytest.raises(Refused, match="不采纳的原因"):
        services.decline(row, actor=head, on=TODAY, note="")
    assert services.decline(row, actor=head, on=TODAY, note="材料不足").state == "declined"


def test_who_nominated_does_not_decide(visit, fixed, bureau, head):
    both = factories.make_user("both", "clerk", "head", bureau=bureau)
    row = agreed(nominate(visit, both), both)
    for act in (services.decide, services.decline):
        with pytest.raises(Refused, match="推荐人不能决定"):
            act(row, actor=both, on=TODAY, note="理由")
    assert services.decide(row, actor=head, on=TODAY).state == "decided"


def test_a_decision_is_not_older_than_the_nomination(visit, fixed, clerk, head):
    row = agreed(nominate(visit, clerk), clerk)
    with pytest.raises(Refused, match="推荐日期"):
        services.decide(row, actor=head, on=days(-1))


def test_a_clerk_does_not_decide(visit, fixed, clerk, bureau):
    other = factories.make_user("other", "clerk", bureau=bureau)
    row = nominate(visit, clerk)
    with pytest.raises(PermissionDenied):
        services.decide(row, actor=other, on=TODAY)
    assert Exemplary.objects.get().state == "nominated"
