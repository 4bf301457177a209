"""An issued paper is delivered, and corrected by another."""

from datetime import date

from archives_enforcement.documents import services
from tests.inspections import on_site

LATER = date(2024, 7, 8)
WHY = "报送日期写错"


def correct(issued, officer, head, on=LATER, **changes):
    """The issued correction of a paper."""
    draft = services.draft_correction(issued, actor=officer, on=on, note=WHY)
    if changes:
        draft = services.revise(draft, actor=officer, on=on, fields=changes)
    services.submit(draft, actor=officer, on=on)
    return services.sign(draft, actor=head, on=on)


def deliver(paper, clerk, on):
    row = paper.deliveries.get()
    return services.record_delivery(
        row, actor=clerk, on=on, method="direct", files=[on_site.picture("回证.png")],
        received_by="张某", capacity="mailroom", served_by="李某、王某", place="示例路2号",
    )  # fmt: skip
