"""退回补正: the head returns a proposal to file with his reason, the officer puts it right."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from penalties.models import Case
from penalties.queries.work import work_for_penalties
from penalties.services import filing, filing_returns
from tests import factories
from tests.penalties.case_facts import FILED, clause_of

STAGE = "propose"
REASON = "行为终了日期应当是交还清点的日期，请核对交接清单。"


def send_back(walk, actor=None, note=REASON):
    walk.case = filing_returns.send_back(walk.case, actor=actor or walk.head, on=FILED, note=note)
    return walk.case


def propose_again(walk, actor=None, **changes):
    facts = {
        "clause": walk.case.clause, "summary": walk.case.summary, "act_place": "示例区示例路1号",
        "in_jurisdiction": True, "act_ended_on": date(2024, 6, 21),
        "officers": [walk.officer, walk.second],
    }  # fmt: skip
    walk.case = filing_returns.propose_again(
        walk.case, actor=actor or walk.officer, on=FILED, **{**facts, **changes}
    )
    return walk.case


def own_work(user):
    return [(row.text, row.basis) for row in work_for_penalties(user, FILED)]


def test_it_comes_back_to_its_officer_and_goes_to_the_head_again_corrected(walk):
    on_lead = deadlines.for_subject(walk.case.lead).get(code="D-P04")
    send_back(walk)
    [(text, why)] = own_work(walk.officer)
    assert (text, why) == (
        f"补正后重新提请立案：{walk.case.name}", f"{walk.head}退回补正：{REASON}",
    )  # fmt: skip
    assert own_work(walk.head) == []
    with pytest.raises(Refused, match="退回补正”，不能批准立案"):
        filing.approve(walk.case, actor=walk.head, on=FILED)
    assert propose_again(walk).state == Case.State.PENDING
    assert own_work(walk.officer) == []
    clocks = deadlines.for_subject(walk.case).filter(code="D-P01", cancelled_on=None)
    assert clocks.get().trigger_on == date(2024, 6, 21)
    on_lead.refresh_from_db()
    assert on_lead.is_open and on_lead.trigger_on == walk.case.lead.received_on
    assert filing.approve(walk.case, actor=walk.head, on=FILED).number


def test_the_trail_keeps_both_versions(walk):
    send_back(walk)
    third = factories.make_officer("third_officer", walk.bureau, "backfiller")
    propose_again(walk, officers=[walk.officer, third])
    entry = AuditEntry.objects.about(walk.case).filter(action="propose_again").get()
    changed = {label: (old, new) for label, old, new in entry.details["amended"]}
    assert changed == {
        "违法行为发生地": ("示例区示例路", "示例区示例路1号"),
        "违法行为终了日期": ("2024年6月20日", "2024年6月21日"),
        "承办人员": (f"{walk.officer}、{walk.second}", f"{walk.officer}、{third}"),
    }
    assert set(walk.case.officers.values_list("user", flat=True)) == {walk.officer.pk, third.pk}


def test_it_is_returned_with_a_reason_and_not_by_who_proposed_it(walk):
    with pytest.raises(Refused, match="退回补正的理由"):
        send_back(walk, note=" ")
    with pytest.raises(PermissionDenied):
        send_back(walk, actor=walk.officer)
    both = factories.make_officer("both", walk.bureau, "head", "backfiller")
    walk.case.officers.create(user=both)
    with pytest.raises(Refused, match="不能批准自己提请的立案.*第五十四条"):
        send_back(walk, actor=both)
    assert send_back(walk).state == Case.State.RETURNED


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"officers": []}, "不足两人.*第四十二条"),
        ({"act_ended_on": date(2022, 8, 9)}, "超过追责期限.*第三十六条"),
        ({"clause": ("V01", "user", "organisation")}, "不适用这一处罚依据.*第四条"),
        ({"summary": " "}, "请写明案情摘要"),
    ],
)
def test_what_held_at_first_has_to_hold_again(walk, changes, why):
    send_back(walk)
    wrong = {**changes, "clause": clause_of(*changes["clause"])} if "clause" in changes else changes
    if wrong.get("officers") == []:
        wrong["officers"] = [walk.officer]
    with pytest.raises(Refused, match=why):
        propose_again(walk, **wrong)
    assert walk.fresh().state == Case.State.RETURNED
    assert propose_again(walk).state == Case.State.PENDING


def test_only_who_proposed_or_handles_it_puts_it_right(walk):
    with pytest.raises(Refused, match="待立案审批”，不能补正"):
        propose_again(walk)
    send_back(walk)
    stranger = factories.make_officer("stranger", walk.bureau, "backfiller")
    with pytest.raises(Refused, match="由提请人或者承办人员补正.*第五十四条"):
        propose_again(walk, actor=stranger, officers=[stranger, walk.second])
    assert propose_again(walk, actor=walk.second).proposed_by == walk.officer


def test_nobody_proposes_it_and_leaves_himself_out(walk):
    send_back(walk)
    third = factories.make_officer("third_officer", walk.bureau, "backfiller")
    with pytest.raises(Refused, match="选上自己.*第五十四条"):
        propose_again(walk, actor=walk.second, officers=[walk.officer, third])
    assert propose_again(walk, actor=walk.officer, officers=[walk.second, third]).pk


def test_what_is_not_to_be_filed_after_all_ends_without_a_new_proposal(walk):
    send_back(walk)
    filing.reject(walk.case, actor=walk.head, on=FILED, note="核对后超过追责期限。")
    assert walk.fresh().state == Case.State.NOT_FILED


def test_on_their_pages(client, walk):
    client.force_login(walk.head)
    own = reverse("penalties:case-return", args=[walk.case.pk])
    page = walk.case.get_absolute_url()
    assert own in client.get(page).text
    assert client.post(own, {"on": FILED, "note": ""}).status_code == 422
    client.post(own, {"on": FILED, "note": REASON})
    client.force_login(walk.officer)
    again = reverse("penalties:case-propose-again", args=[walk.case.pk])
    shown = client.get(page).text
    assert again in shown and f"{walk.head}退回补正：{REASON}" in shown
    form = client.get(again).text
    assert REASON in form and "受托整理期间丢失国有档案" in form
    typed = {
        "on": FILED, "clause": walk.case.clause.pk, "summary": "更正后的摘要。",
        "act_ended_on": "2024-06-21", "act_place": "示例区示例路1号", "in_jurisdiction": "on",
        "officers": [walk.officer.pk],
    }  # fmt: skip
    refused = client.post(again, typed)
    assert "不足两人" in refused.text and "更正后的摘要。" in refused.text
    client.post(again, {**typed, "officers": [walk.officer.pk, walk.second.pk]})
    assert (walk.fresh().state, walk.case.summary) == ("pending", "更正后的摘要。")
