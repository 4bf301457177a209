"""What stands in the way of filing a case."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from penalties.services import filing
from tests import factories
from tests.penalties.case_facts import FILED, make_firm


def test_one_officer_is_too_few(walk):
    with pytest.raises(Refused, match="第四十二条"):
        walk.propose(officers=[walk.officer])


def test_an_officer_whose_licence_has_ended_does_not_count(walk, bureau):
    late = factories.make_officer("late", bureau, valid_to=date(2024, 8, 14))
    with pytest.raises(Refused, match="不足两人"):
        walk.propose(officers=[walk.officer, late])


def test_only_enforcing_officers_handle_a_case(walk, assistant):
    with pytest.raises(Refused, match="不是本机关的执法人员"):
        walk.propose(officers=[walk.officer, walk.second, assistant])


def test_a_lead_is_filed_once(walk):
    lead = walk.lead()
    walk.propose(lead)
    with pytest.raises(Refused, match="已经提请立案"):
        walk.propose(lead)


def test_approval_gives_number_clock_and_settles_the_lead(walk):
    case = walk.file()
    clock = deadlines.for_subject(case).get(code="D-P10")
    assert (case.state, case.number) == ("investigating", "示10档罚立〔2024〕1号")
    assert clock.due_on == date(2024, 11, 13)
    assert case.lead.state == "case_filed"
    assert deadlines.for_subject(case.lead).get(code="D-P04").met_on == FILED


def test_numbers_follow_each_other(walk, bureau):
    walk.file()
    walk.stage, walk.firm = "", make_firm(bureau, "示例档案服务公司二")
    assert walk.file().number == "示10档罚立〔2024〕2号"


def test_outside_the_district_there_is_no_jurisdiction(walk):
    case = walk.propose(in_jurisdiction=False)
    with pytest.raises(Refused, match="第二十二条"):
        filing.approve(case, actor=walk.head, on=FILED)


def test_handlers_do_not_approve_their_own_case(walk, bureau):
    chief = factories.make_officer("chief", bureau, "head", "backfiller")
    case = walk.propose(officers=[walk.officer, chief])
    with pytest.raises(Refused, match="不能批准自己提请的立案"):
        filing.approve(case, actor=chief, on=FILED)


def test_an_officer_without_the_post_does_not_approve(walk):
    case = walk.propose()
    with pytest.raises(PermissionDenied):
        filing.approve(case, actor=walk.second, on=FILED)


def test_a_licence_that_ends_before_approval_stops_the_filing(walk):
    case = walk.propose()
    walk.second.certificates.update(withdrawn_on=FILED)
    with pytest.raises(Refused, match="不足两人"):
        filing.approve(case, actor=walk.head, on=FILED)


def test_refusing_to_file_drops_the_lead_with_its_reason(walk):
    case = walk.propose()
    case = filing.reject(case, actor=walk.head, on=FILED, note="没有违法事实")
    assert (case.state, case.lead.state) == ("not_filed", "dropped")


def test_approval_is_not_dated_before_the_proposal(walk):
    case = walk.propose()
    with pytest.raises(Refused, match="不能早于本案上一次办理"):
        filing.approve(case, actor=walk.head, on=date(2024, 8, 14))
