"""A merged list is adopted by 联席会议纪要, which says what was adopted."""

import pytest

from archives_enforcement.documents import services as documents
from archives_enforcement.documents.drafting import known_facts
from archives_enforcement.documents.kinds import KINDS
from archives_enforcement.workflow import Refused
from inspections.services import adopting, checklists
from tests.inspections.checklists.joint_minutes import MINUTES, issued_minutes
from tests.inspections.listing import FROM


def test_minutes_bear_a_mark_of_their_own_and_no_seal(merged, officer, reviewer, head):
    """GB/T 9704-2012 第10.3."""
    content = issued_minutes(merged, officer, reviewer, head).content
    assert (content["mark"], content["seal"]) == ("示例区档案局联席会议纪要", "")


def test_a_merged_list_needs_the_minutes_of_the_joint_meeting(merged, clerk, head):
    checklists.submit(merged, actor=clerk, on=FROM)
    with pytest.raises(Refused, match="请选择已签发的联席会议纪要"):
        adopting.adopt(merged, actor=head, on=FROM, valid_from=FROM)


def test_minutes_that_are_not_issued_adopt_nothing(merged, clerk, officer, head):
    paper = documents.draft(
        merged, MINUTES, bureau=merged.bureau, party=None, title="联席会议纪要",
        fields=dict.fromkeys(KINDS[MINUTES].fields, "已填"), actor=officer, on=FROM,
    )  # fmt: skip
    checklists.submit(merged, actor=clerk, on=FROM)
    with pytest.raises(Refused, match="没有签发"):
        adopting.adopt(merged, actor=head, on=FROM, valid_from=FROM, minutes=paper)


def test_a_list_is_not_used_before_the_minutes_are_issued(merged, clerk, officer, reviewer, head):
    minutes = issued_minutes(merged, officer, reviewer, head, on=FROM.replace(day=9))
    checklists.submit(merged, actor=clerk, on=FROM)
    with pytest.raises(Refused, match="不能早于纪要的签发日期（2024年5月9日）"):
        adopting.adopt(merged, actor=head, on=FROM, valid_from=FROM, minutes=minutes)


@pytest.mark.parametrize("said", ["通过《综合清单》。", "通过《多检合一清单（第2版）》。"])
def test_minutes_of_another_list_do_not_adopt_it(merged, clerk, officer, reviewer, head, said):
    about = {"topics": "检查清单", "decisions": said, "items": "事项"}
    minutes = issued_minutes(merged, officer, reviewer, head, **about)
    checklists.submit(merged, actor=clerk, on=FROM)
    with pytest.raises(Refused, match="没有写明《多检合一清单》，不能据以采用"):
        adopting.adopt(merged, actor=head, on=FROM, valid_from=FROM, minutes=minutes)


def test_minutes_that_give_its_code_adopt_it(merged, clerk, officer, reviewer, head):
    about = {"topics": "检查清单", "decisions": f"通过{merged.code}。", "items": "事项"}
    minutes = issued_minutes(merged, officer, reviewer, head, **about)
    checklists.submit(merged, actor=clerk, on=FROM)
    adopted = adopting.adopt(merged, actor=head, on=FROM, valid_from=FROM, minutes=minutes)
    assert adopted.minutes == minutes


def test_minutes_are_drafted_from_the_list_and_say_what_was_adopted(merged):
    facts = known_facts("checklist", merged, MINUTES, FROM)
    assert facts["decisions"] == (
        "整合《综合清单》《安全清单》，相同的事项只查一次，通过《多检合一清单》，共3个领域21项。"
    )
