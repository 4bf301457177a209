"""A discussion by the heads, as the tests hold it."""

from penalties.services import discussions
from penalties.services.discussions import Said
from tests.penalties.case_facts import make_scan

BOTH = (
    Said("负责人甲", "局长", True, "同意从轻处罚。"),
    Said("负责人乙", "副局长", True, "同意。"),
)


def discuss(walk, on=None, **values):
    """Both of three agree, and sign the minutes."""
    facts = {"held_on": on or walk.day, "expected": 3, "members": BOTH, "record": "同意。"}
    return discussions.record(
        walk.case, actor=walk.head, on=walk.day, **{"files": [make_scan()], **facts, **values}
    )
