"""立卷 and 归档: each guard refuses with its reason, and its lawful twin passes."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from archives_enforcement.accounts.services import deputise
from archives_enforcement.archiving import services
from archives_enforcement.archiving.models import CaseFile
from archives_enforcement.jobs import queue
from archives_enforcement.workflow import Refused
from penalties.models import Case
from tests import factories
from tests.accounts.standing_in import fresh
from tests.archiving.filing import REASON

S = CaseFile.State


def test_a_case_that_runs_cannot_be_compiled(walk):
    Case.objects.update(state=Case.State.DECIDED)
    with pytest.raises(Refused, match="结案以后才能立卷.*第四十七条"):
        walk.compile()
    Case.objects.update(state=Case.State.CLOSED)
    assert walk.compile().state == S.COMPILED


def test_what_is_missing_needs_a_reason_each(walk):
    reasons = dict.fromkeys(walk.missing(), REASON)
    for given in ({}, reasons | {"缴款凭据": "  "}):
        with pytest.raises(Refused, match="缴款凭据.*理由"):
            walk.compile(reasons=given)
    case_file = walk.compile(reasons=reasons | {"不缺的": "多余"})
    assert case_file.reasons == reasons


def test_what_the_law_asks_for_is_not_waived_by_a_reason(walk):
    walk.discuss()
    with pytest.raises(Refused, match="集体讨论记录.*不能以理由代替.*第五十七条第二款"):
        walk.compile()
    walk.add("集体讨论记录")
    assert walk.compile().state == S.COMPILED


def test_nor_is_the_delivery_of_what_affects_rights(walk):
    walk.issue("preservation_approval")
    paper = walk.issue("preservation_notice")
    queue.run_due()
    with pytest.raises(Refused, match="的送达.*不能以理由代替.*第六十一条"):
        walk.compile()
    walk.deliver(paper, walk.day)
    assert walk.compile().state == S.COMPILED


def test_when_nothing_is_missing_no_reason_is_asked(walk):
    walk.add("缴款凭据")
    assert walk.compile(reasons={}).reasons == {}


def test_a_paper_without_its_pdf_holds_the_file_up(walk):
    walk.issue("filing_approval")
    with pytest.raises(Refused, match="PDF 还没有生成"):
        walk.compile()
    queue.run_due()
    assert walk.compile().state == S.COMPILED


def test_only_the_posts_of_the_table_compile_and_archive(walk):
    for act in (walk.compile, walk.add):
        with pytest.raises(PermissionDenied):
            act(actor=walk.head)
    case_file = walk.bound()
    with pytest.raises(PermissionDenied):
        walk.archive(case_file, actor=walk.second)
    assert walk.archive(case_file, actor=walk.clerk).state == S.ARCHIVED


def test_a_stranger_does_not_reach_the_file(walk, other_bureau):
    stranger = factories.make_user("stranger_clerk", "clerk", bureau=other_bureau)
    with pytest.raises(Case.DoesNotExist):
        walk.compile(actor=stranger)
    case_file = walk.bound()
    with pytest.raises(CaseFile.DoesNotExist):
        walk.archive(case_file, actor=stranger)


def test_whoever_compiled_does_not_check_his_own_file(walk):
    case_file = walk.bound(actor=walk.clerk)
    with pytest.raises(Refused, match="立卷人不能检查"):
        walk.archive(case_file, actor=walk.clerk)
    assert walk.archive(case_file, actor=walk.second_clerk).state == S.ARCHIVED


def test_a_deputy_does_not_check_what_his_principal_compiled(walk, time_machine):
    """In law the two are one person: nobody has looked at the file but its maker."""
    case_file = walk.bound(actor=walk.clerk)
    time_machine.move_to(f"{walk.day} 12:00+08:00", tick=False)
    deputise(
        walk.clerk, walk.officer, "clerk", first_day=walk.day, last_day=walk.day, reason="出差",
        actor=walk.clerk, on=walk.day,
    )  # fmt: skip
    with pytest.raises(Refused, match="立卷人不能检查"):
        walk.archive(case_file, actor=fresh(walk.officer))
    assert walk.archive(case_file, actor=walk.second_clerk).state == S.ARCHIVED


def test_nobody_archives_what_could_not_be_looked_at(walk):
    case_file = walk.compile()
    with pytest.raises(Refused, match="PDF 还没有生成"):
        services.archive(case_file, actor=walk.clerk, on=walk.day)
    queue.run_due()
    assert services.archive(case_file, actor=walk.clerk, on=walk.day).state == S.ARCHIVED


def test_archiving_is_not_dated_before_compiling(walk):
    case_file = walk.bound()
    with pytest.raises(Refused, match="不能早于立卷日期"):
        services.archive(case_file, actor=walk.clerk, on=walk.day - timedelta(days=1))


def test_a_paper_that_came_in_between_sends_the_file_back(walk):
    case_file = walk.bound()
    walk.issue("filing_approval")
    queue.run_due()
    with pytest.raises(Refused, match="有变动，请退回重新立卷"):
        walk.archive(case_file)
    services.send_back(case_file, actor=walk.clerk, on=walk.day, note="补入立案审批表")
    again = walk.bound()
    assert (again.edition, "立案审批表" in again.reasons) == (2, False)
    assert walk.archive(again).state == S.ARCHIVED


def test_sending_back_needs_a_reason(walk):
    case_file = walk.bound()
    with pytest.raises(Refused, match="原因"):
        services.send_back(case_file, actor=walk.clerk, on=walk.day, note=" ")
