"""公示审批表: signing it approves what was drafted for publication."""

import pytest

from archives_enforcement.documents import services as documents
from archives_enforcement.documents.kinds import KINDS
from archives_enforcement.workflow import Refused
from publicity.models import Notice

KIND = "disclosure_approval"


def sign(walk, day):
    facts = {name: f"〔{label}〕" for name, label in KINDS[KIND].fields.items()}
    who = {"actor": walk.officer, "on": day}
    paper = documents.draft_about("case", walk.case, KIND, title="", fields=facts, **who)
    documents.submit(paper, **who)
    return documents.sign(paper, actor=walk.head, on=day)


def test_the_paper_approves_the_notice_that_waits(walk, flow):
    notice = flow.review(flow.create())
    sign(walk, flow.today)
    notice.refresh_from_db()
    assert (notice.state, notice.approved_by) == (Notice.State.APPROVED, walk.head)


def test_it_is_not_signed_before_the_check_for_secrets(walk, flow):
    notice = flow.create()
    with pytest.raises(Refused, match="还没有通过保密审查"):
        sign(walk, flow.today)
    flow.review(notice)
    assert sign(walk, flow.today).number


def test_it_is_not_signed_where_nothing_was_drafted(walk, flow):
    with pytest.raises(Refused, match="还没有拟公示的内容"):
        sign(walk, flow.today)


def test_what_was_approved_on_its_page_stays_so(walk, flow):
    notice = flow.approved()
    sign(walk, flow.today)
    notice.refresh_from_db()
    assert notice.state == Notice.State.APPROVED
