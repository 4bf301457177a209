"""联席会议纪要 on a list."""

from archives_enforcement.documents import services as documents
from archives_enforcement.documents.drafting import known_facts
from archives_enforcement.documents.kinds import KINDS
from tests.inspections.listing import FROM

MINUTES = "joint_meeting_minutes"


def issued_minutes(subject, officer, reviewer, head, on=FROM, **about):
    """联席会议纪要 on the list, reviewed and signed."""
    known = known_facts("checklist", subject, MINUTES, on)
    fields = {**dict.fromkeys(KINDS[MINUTES].fields, "已填"), **known, **about}
    paper = documents.draft(
        subject, MINUTES, bureau=subject.bureau, party=None, title="联席会议纪要",
        fields=fields, actor=officer, on=on,
    )  # fmt: skip
    documents.submit_review(paper, actor=officer, on=on)
    documents.pass_review(paper, actor=reviewer, on=on)
    return documents.sign(paper, actor=head, on=on)
