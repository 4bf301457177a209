"""处理建议书: what an older ladder left as a draft is signed only on facts that bear it out."""

import pytest

from archives_enforcement.documents import services as documents
from archives_enforcement.documents.kinds import KINDS
from archives_enforcement.workflow import Refused
from inspections.models import Escalation
from penalties.services import determination
from tests.inspections.rectifying import make_visit
from tests.penalties import ordering
from tests.penalties.case_facts import FILED, GROUNDS, RECEIVED, violation

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


def test_a_draft_on_the_check_names_no_lead_and_is_not_signed(rung):
    determine(rung, "yes")  # whichever lead of the check has facts, the draft does not say
    with pytest.raises(Refused, match="须有法律、法规规定给予处分的情形.*第四十八条.*在那条线索上"):
        sign(rung)
    rung.paper.refresh_from_db()
    assert not rung.paper.number


def on_the_lead(walk):
    walk.paper = documents.draft_about(
        "lead", walk.lead_of_visit, KIND, title="", actor=walk.officer, on=FILED,
        fields=dict.fromkeys(KINDS[KIND].fields, "内容"),
    )  # fmt: skip


def test_it_rests_on_the_facts_of_its_own_lead(rung):
    determine(rung, "yes")
    on_the_lead(rung)
    own, rung.lead_of_visit = (
        rung.lead_of_visit,
        rung.lead(party=rung.lead_of_visit.party, text="另一条线索。"),
    )
    determine(rung, "yes")
    rung.lead_of_visit = own
    determine(rung, "no")  # its own facts are found otherwise before it is signed
    with pytest.raises(Refused, match="依据"):
        sign(rung)
    determine(rung, "yes")
    assert documents.sign(rung.paper, actor=rung.head, on=FILED).number
