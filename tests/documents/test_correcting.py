"""更正 of an issued paper: who corrects what, and from when the correction counts."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from archives_enforcement.documents import services
from archives_enforcement.documents.models import Document
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from tests import factories
from tests.documents.conftest import ON
from tests.documents.correcting import LATER, WHY, correct, deliver
from tests.inspections import on_site


@pytest.fixture
def clerk(bureau):
    return factories.make_user("clerk", "clerk", "backfiller", bureau=bureau)


def test_a_correction_has_a_number_of_its_own_and_says_what_it_replaces(issued, officer, head):
    newer = correct(issued, officer, head)
    issued.refresh_from_db()
    assert (newer.serial, newer.replaces, newer.state) == (2, issued, "issued")
    assert f"本件更正并代替{issued.number}。" in newer.content["notes"]
    assert (issued.state, issued.serial) == ("void", 1)
    assert newer.fields == issued.fields


def test_until_it_is_issued_the_first_paper_holds(issued, officer):
    services.draft_correction(issued, actor=officer, on=LATER, note=WHY)
    issued.refresh_from_db()
    assert issued.holds


def test_only_what_was_changed_differs(issued, officer, head):
    newer = correct(issued, officer, head, matters="改过的事项")
    assert newer.fields == {**issued.fields, "matters": "改过的事项"}


def test_one_correction_at_a_time(issued, officer):
    first = services.draft_correction(issued, actor=officer, on=LATER, note=WHY)
    with pytest.raises(Refused, match="已经有一份更正正在办理"):
        services.draft_correction(issued, actor=officer, on=LATER, note=WHY)
    services.void(first, actor=officer, on=LATER, note="不用更正")
    assert services.draft_correction(issued, actor=officer, on=LATER, note=WHY).state == "draft"


def test_a_replaced_paper_is_not_corrected_again_but_its_successor_is(issued, officer, head):
    newer = correct(issued, officer, head)
    with pytest.raises(Refused, match="不是现行有效"):
        services.draft_correction(issued, actor=officer, on=LATER, note=WHY)
    assert correct(newer, officer, head).serial == 3


def test_a_correction_of_what_was_made_void_meanwhile_is_not_signed(issued, officer, head):
    draft = services.draft_correction(issued, actor=officer, on=LATER, note=WHY)
    services.submit(draft, actor=officer, on=LATER)
    services.void_issued(issued, actor=head, on=LATER, note="发错单位")
    with pytest.raises(Refused, match="请作废这份更正"):
        services.sign(draft, actor=head, on=LATER)


def test_a_correction_says_why_and_is_not_dated_before_the_paper(issued, officer):
    with pytest.raises(Refused, match="写明哪里有错"):
        services.draft_correction(issued, actor=officer, on=LATER, note=" ")
    with pytest.raises(Refused, match="不能早于原件"):
        services.draft_correction(issued, actor=officer, on=date(2024, 7, 1), note=WHY)


def test_who_may_not_draft_the_kind_does_not_correct_it(issued, head):
    with pytest.raises(PermissionDenied):
        services.draft_correction(issued, actor=head, on=LATER, note=WHY)


def test_a_paper_that_comes_from_a_record_is_put_right_there(officer, make_draft):
    draft = make_draft()
    Document.objects.filter(pk=draft.pk).update(
        kind="penalty_decision", state="issued", number="1", content={}, issued_on=ON
    )
    decision = Document.objects.get(pk=draft.pk)
    with pytest.raises(Refused, match="出自办理记录"):
        services.draft_correction(decision, actor=officer, on=LATER, note=WHY)


def test_the_days_run_anew_from_the_delivery_of_the_correction(rights_paper, officer, head, clerk):
    deliver(rights_paper, clerk, ON)
    newer = correct(rights_paper, officer, head)
    old = deadlines.for_subject(rights_paper).get(code="D-P13")
    assert (old.cancelled_on, old.cancel_reason) == (LATER, f"由{newer.number}更正并代替")
    deliver(newer, clerk, date(2024, 7, 9))
    assert deadlines.for_subject(newer).get(code="D-P13").trigger_on == date(2024, 7, 9)


def test_the_first_paper_is_no_longer_delivered(issued, officer, head, clerk):
    newer = correct(issued, officer, head)
    with pytest.raises(Refused, match="已作废或者已被更正"):
        deliver(issued, clerk, LATER)
    assert deliver(newer, clerk, LATER).delivered_on == LATER


def test_a_corrected_letter_of_a_visit_moves_nothing_twice(
    unit, head, officer, second_officer, clerk
):
    visit = on_site.approved(unit, head, officer, second_officer)
    visit = on_site.recorded(visit, officer, "1-01")
    letter = on_site.issue(on_site.draft(visit, officer), officer, head)
    deliver(letter, clerk, date(2024, 9, 6))
    newer = correct(letter, officer, head, on=date(2024, 9, 10), phone="000-11111111")
    visit.refresh_from_db()
    finding = visit.findings.get()
    first_due = finding.due_on
    deliver(newer, clerk, date(2024, 9, 12))
    finding.refresh_from_db()
    assert visit.state == "rectifying"
    assert finding.due_on > first_due
    assert deadlines.for_subject(finding).filter(cancelled_on=None).count() == 1
