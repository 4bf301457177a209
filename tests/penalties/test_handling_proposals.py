"""处理建议书: what an older ladder left as a draft is signed only on facts that bear it out."""

import pytest

from archives_enforcement.documents import services as documents
from archives_enforcement.documents.kinds import KINDS
from archives_enforcement.workflow import Refused
from inspections.models import Escalation
from penalties.services import determination
from tests.inspections.rectifying import make_visit
from tests.penalties import ordering
from tests.penalties.walk import FILED, GROUNDS, RECEIVED, violation

KIND = "handling_proposal"
HERE = {"crime": "no", "in_jurisdiction": "yes", "order": "correction"}


@pytest.fixture
def rung(walk, unit):
    """As the old step `proposal` left it: the visit, its draft, and a lead made from it."""
    walk.visit = make_visit(unit, walk.officer, walk.second)
    walk.lead_of_visit = walk.lead(party=unit.party, source="inspection", received_on=RECEIVED)
    for step, made in (("proposal", {}), ("lead", {"lead": walk.lead_of_visit})):
        Escalation.objects.create(
            inspection=walk.visit, step=step, taken_by=walk.officer, taken_on=FILED, reason="逾期",
            **made,
        )  # fmt: skip
    fields = dict.fromkeys(KINDS[KIND].fields, "内容")
    walk.paper = documents.draft(
        walk.visit, KIND, bureau=walk.bureau, party=unit.party, title=KINDS[KIND].label,
        fields=fields, actor=walk.officer, on=FILED,
    )  # fmt: skip
    return walk


def sign(walk):
    if KINDS[KIND].review:
        paper = documents.submit_review(walk.paper, actor=walk.officer, on=FILED)
        paper = documents.pass_review(paper, actor=walk.reviewer, on=FILED, note="")
    else:
        paper = documents.submit(walk.paper, actor=walk.officer, on=FILED)
    return documents.sign(paper, actor=walk.head, on=FILED)


def determine(walk, ignored):
    lead, answers = walk.lead_of_visit, {**HERE, "order_ignored": ignored}
    determination.determine(
        lead, actor=walk.officer, on=FILED, violation=violation("V06"), answers=answers,
        grounds=GROUNDS, **ordering.of_answers(lead, walk.officer, answers),
    )  # fmt: skip


@pytest.mark.parametrize("ignored", [None, "no"])
def test_without_facts_that_give_a_sanction_it_is_not_signed(rung, ignored):
    if ignored:
        determine(rung, ignored)
    with pytest.raises(Refused, match="须有法律、法规规定给予处分的情形.*第四十八条"):
        sign(rung)
    rung.paper.refresh_from_db()
    assert not rung.paper.number


def test_with_them_it_is(rung):
    determine(rung, "yes")
    assert sign(rung).number
