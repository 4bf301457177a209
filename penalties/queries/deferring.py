"""延期、分期缴纳 as granted, and which days before a grant stay late (行政处罚法第六十六条第二款).

The law names no day until which a party may ask, so a grant may come after the last day to pay.
It puts off what is still to be paid; it does not undo the days that had passed.
"""

import re
from datetime import date, timedelta

from archives_enforcement.documents.models import Document
from archives_enforcement.documents.running import dates_in
from archives_enforcement.workdays.models import Deadline
from penalties.models import Case
from penalties.queries import papers

NOTICE = "instalment_notice"
# 批准情况 is written freely: 不予批准, 未获同意, 驳回申请; 未能按期缴纳 is no refusal.
REFUSED = re.compile(
    r"(?:不予?|不予以|未予?|未获得?|没有)(?:批准|同意|准许)|不准|驳回|不予(?:延期|分期|暂缓)"
)
GRANTED = re.compile("同意|批准|准予|准许")
DAY = timedelta(days=1)


def is_refusal(document: Document) -> bool:
    """Whether it grants nothing: 同意分期、不予延期 with its days is a grant."""
    words = document.fields["outcome"]
    if REFUSED.search(words) is None:
        return False
    granted = GRANTED.search(REFUSED.sub("", words))
    return not (granted and dates_in(document.fields["schedule"]))


def late_before_grants(case: Case, clock: Deadline) -> list[tuple[date, date]]:
    """First and last day of each time in which the party was late until a delay was granted."""
    reached, found = clock.extended_from, []
    if reached is None:
        return found
    granted = papers.papers_of(case, NOTICE).filter(state=Document.State.ISSUED)
    for paper in granted.order_by("issued_on", "pk"):
        days = dates_in(paper.fields["schedule"])
        if is_refusal(paper) or not days:
            continue
        if paper.issued_on - DAY > reached:
            found.append((reached + DAY, paper.issued_on - DAY))
        reached = max(reached, *days)
    return found
