"""先行登记保存 (行政处罚法第五十六条): a decision on the things within seven working days."""

from datetime import timedelta

import pytest

from archives_enforcement.documents import services as documents
from archives_enforcement.documents.kinds import KINDS
from archives_enforcement.workflow import Refused
from penalties.queries import papers, progress
from penalties.services import execution
from tests import factories
from tests.penalties.test_drafting import preserve

STAGE = "file"


@pytest.fixture
def kept(walk):
    walk.chair = factories.make_user("chair", "hearing_chair", bureau=walk.bureau)
    preserve(walk)
    walk.notice = papers.issued(walk.case, papers.PRESERVATION)
    walk.evidence()
    walk.establish()
    return walk


def dispose(walk, number=None):
    facts = {name: "内容" for name in KINDS["preservation_disposal"].fields}
    facts |= {"notice": walk.notice.number if number is None else number}
    paper = documents.draft_about(
        "case", walk.fresh(), "preservation_disposal", title="", fields=facts,
        actor=walk.officer, on=walk.day,
    )  # fmt: skip
    documents.submit(paper, actor=walk.officer, on=walk.day)
    return documents.sign(paper, actor=walk.head, on=walk.day)


def test_the_decision_on_the_things_ends_the_seven_days(kept):
    kept.deliver(kept.notice, kept.day)
    clock = papers.clock_on(kept.notice, "D-P03")
    assert clock.is_open
    with pytest.raises(Refused, match="已签发的先行登记保存通知书的文号.*第五十六条"):
        dispose(kept, "示先登〔2024〕9号")
    dispose(kept)
    clock.refresh_from_db()
    assert clock.met_on == kept.day


def test_the_investigation_does_not_end_before_it(kept):
    with pytest.raises(Refused, match="还没有作出处理决定.*第五十六条"):
        kept.end()
    dispose(kept)
    assert kept.end().state == "investigated"


def test_the_case_does_not_end_before_it(kept):
    def end():
        return execution.end_without_penalty(
            kept.fresh(), actor=kept.head, on=kept.day, outcome="no_fine", note="改为责令改正"
        )

    kept.determine(kept.case.lead, code="V06", on=kept.day)
    with pytest.raises(Refused, match="还没有作出处理决定.*第五十六条"):
        end()
    dispose(kept)
    assert end().state == "closed"


@pytest.mark.parametrize("staged", ["review"], indirect=True)
def test_nothing_is_decided_before_it(walk):
    walk.chair = factories.make_user("chair", "hearing_chair", bureau=walk.bureau)
    paper = documents.submit(walk.draft_decision(), actor=walk.officer, on=walk.day)
    preserve(walk)
    walk.notice = papers.issued(walk.case, papers.PRESERVATION)
    with pytest.raises(Refused, match="还没有作出处理决定.*第五十六条"):
        documents.sign(paper, actor=walk.head, on=walk.day)
    dispose(walk)
    assert documents.sign(paper, actor=walk.head, on=walk.day).number


def test_the_page_says_that_the_days_are_over(kept):
    kept.deliver(kept.notice, kept.day)
    clock = papers.clock_on(kept.notice, "D-P03")

    def told(day):
        return "".join(progress.warnings(kept.case, [clock], day))

    assert "第五十六条" not in told(clock.due_on)
    assert "第五十六条" in told(clock.due_on + timedelta(days=1))
