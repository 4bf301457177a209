"""A general list and one on security, merged, and adopted by joint minutes."""

import pytest

from inspections.services import adopting, checklist_items, checklists, merging
from tests.inspections import listing
from tests.inspections.checklists.joint_minutes import issued_minutes
from tests.inspections.listing import FROM, LAW, ON
from tests.sharing import own

HELD = "对所属单位的监督和指导"


@pytest.fixture(scope="module")
def two_lists(cast):
    return adopted_lists(cast.clerk, cast.head)


def adopted_lists(clerk, head):
    """A general list (two areas) and one on security (one of them, two items changed)."""
    general = listing.taken(clerk, "综合清单", (listing.ELECTRONIC, HELD))
    security = listing.taken(clerk, "安全清单")
    changed = {
        **listing.ITEM, "area": listing.ELECTRONIC, "applies_to": ["archives"], "veto": True,
        "laws": [f"{LAW}第十九条"], "severity": "A", "points": 4,
    }  # fmt: skip
    checklist_items.revise_item(listing.item(security, "5-13"), actor=clerk, on=ON, **changed)
    listing.add(security, clerk, area="安全")
    return [listing.adopted(row, clerk, head) for row in (general, security)]


@pytest.fixture
def lists(two_lists, db):
    return [own(row) for row in two_lists]


@pytest.fixture(scope="module")
def list_of_both(cast, two_lists):
    return merging.merge(two_lists, actor=cast.clerk, on=FROM, name="多检合一清单")


@pytest.fixture
def merged(list_of_both, db):
    return own(list_of_both)


@pytest.fixture
def adopted(merged, clerk, officer, reviewer, head):
    minutes = issued_minutes(merged, officer, reviewer, head)
    checklists.submit(merged, actor=clerk, on=FROM)
    return adopting.adopt(merged, actor=head, on=FROM, valid_from=FROM, minutes=minutes)
