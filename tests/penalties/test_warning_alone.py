"""减轻 to the warning alone: its grounds, what goes before it, and what the papers say."""

import pytest
from django.urls import reverse

from archives_enforcement.documents import services as documents
from archives_enforcement.workflow import Refused
from penalties.queries import enforcing, papers
from penalties.services import decision, execution, review
from penalties.services.discretion import Unfit
from tests.penalties.case_facts import DELIVERED, working_days_after
from tests.penalties.discussing import discuss

STAGE = "investigate"


def mitigated(walk):
    walk.circumstance("次日主动报告，追回全部档案", factor="L09")
    walk.circumstance("主动供述尚未掌握的转包", factor="L11")


def test_it_needs_a_ground_to_mitigate(walk):
    walk.circumstance("次日主动报告，追回全部档案", factor="L09")  # one alone opens 从轻
    with pytest.raises(Unfit, match="没有查明可以减轻的法定情节.*第三十二条"):
        walk.fix(0, warning_only=True)
    walk.circumstance("主动供述尚未掌握的转包", factor="L11")
    made = walk.fix(0, warning_only=True)
    assert (made.fine, made.tier, made.in_short) == (0, "T2", "只给予警告")
    assert made.snapshot["requires"] == ["集体讨论", "法制审核"]
    assert made.snapshot["reasons"][-1]["effect"] == "不并处罚款"


def test_the_page_offers_it_only_then(walk, client):
    client.force_login(walk.officer)
    url = reverse("penalties:case-discretion", args=[walk.case.pk])
    assert "减轻为只给予警告" not in client.get(url).text
    mitigated(walk)
    assert "减轻为只给予警告" in client.get(url).text
    typed = {"correction": "改正", "fine": "", "warning_only": "on"}
    page = reverse("penalties:case-fine", args=[walk.case.pk])
    assert client.post(page, typed | {"warning_only": "", "on": walk.day}).status_code == 422
    assert client.post(page, typed | {"on": walk.day}).status_code == 302
    assert walk.fresh().assessment.warning_only


def test_it_goes_by_minutes_and_review_to_a_decision_without_payment(walk):
    mitigated(walk)
    walk.fix(0, warning_only=True)
    told = walk.deliver(walk.sign(walk.draft_notice()), DELIVERED)
    assert "给予警告" in told.fields["proposal"][1] and "罚款" not in str(told.fields["proposal"])
    walk.day = working_days_after(DELIVERED, 6)
    review.submit(walk.fresh(), actor=walk.officer, on=walk.day)
    walk.fresh()
    walk.give_review()
    paper = decision.draft(walk.case, actor=walk.officer, on=walk.day)
    paper = documents.submit(paper, actor=walk.officer, on=walk.day)
    with pytest.raises(Refused, match="集体讨论.*第五十七条第二款"):
        documents.sign(paper, actor=walk.head, on=walk.day)
    discuss(walk)
    paper = documents.sign(paper, actor=walk.head, on=walk.day)
    walk.fresh()
    assert "没有要缴纳的罚没款" in paper.fields["performance"][0]
    walk.deliver(paper, walk.day)
    case = walk.fresh()
    assert enforcing.settled(case) and papers.clock_on(case, papers.CLOSING_CLOCK).is_open
    execution.propose_closing(case, actor=walk.officer, on=walk.day, note="已送达，已改正。")
