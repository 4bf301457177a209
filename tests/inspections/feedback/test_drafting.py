"""One letter for a visit: who drafts it and when, and what may still be worded anew."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from archives_enforcement.documents import services as documents
from archives_enforcement.workflow import Refused
from inspections.services import feedback
from tests import factories
from tests.inspections import on_site
from tests.inspections.on_site import DAY

LATER = date(2024, 9, 10)


def test_only_one_letter_goes_out_for_a_visit(visit, officer):
    on_site.draft(visit, officer)
    with pytest.raises(Refused, match="一次检查只发一份"):
        on_site.draft(visit, officer)


def test_a_voided_draft_makes_room_for_another(visit, officer):
    documents.void(on_site.draft(visit, officer), actor=officer, on=DAY, note="写错单位")
    assert on_site.draft(visit, officer).state == "draft"


def test_a_look_back_gets_no_letter(visit, unit, head, team, officer):
    origin = visit
    type(origin).objects.filter(pk=origin.pk).update(state="rectifying")
    look_back = on_site.approved(unit, head, *team, kind="look_back", origin=origin, on=LATER)
    with pytest.raises(Refused, match="回头看不另发反馈意见书"):
        on_site.draft(look_back, officer, LATER)


def test_before_the_visit_ends_there_is_no_letter(unit, head, team, officer):
    visit = on_site.begin(on_site.approved(unit, head, *team), officer)
    with pytest.raises(Refused, match="检查还没有结束"):
        on_site.draft(visit, officer)


def test_a_letter_is_not_older_than_its_visit(visit, officer):
    with pytest.raises(Refused, match="不能早于检查日期"):
        on_site.draft(visit, officer, date(2024, 9, 4))


def test_only_those_who_draft_letters_draft_one(visit, reporter):
    with pytest.raises(PermissionDenied):
        on_site.draft(visit, reporter)


def test_a_draft_is_written_anew(visit, officer):
    letter = on_site.draft(visit, officer)
    feedback.redraft_letter(visit, actor=officer, on=DAY, overview="另一种说法。", phone="1")
    letter.refresh_from_db()
    assert (letter.fields["overview"], letter.fields["phone"]) == ("另一种说法。", "1")


def test_there_must_be_a_draft_to_write_anew(make, officer):
    with pytest.raises(Refused, match="还没有反馈意见书的草稿"):
        feedback.redraft_letter(make(), actor=officer, on=DAY, overview="", phone="")


def test_a_better_wording_reaches_the_draft(visit, officer):
    letter = on_site.draft(visit, officer)
    feedback.revise_finding(
        visit.findings.get(), actor=officer, on=DAY, text="没有责任制", requirement="发文明确"
    )
    letter.refresh_from_db()
    assert letter.fields["problems"][1].startswith("1. 没有责任制。")


def test_a_letter_handed_in_closes_the_wording(visit, officer):
    documents.submit(on_site.draft(visit, officer), actor=officer, on=DAY)
    with pytest.raises(Refused, match="问题的表述不能再改"):
        feedback.revise_finding(
            visit.findings.get(), actor=officer, on=DAY, text="甲", requirement="乙"
        )


def test_a_finding_keeps_words(visit, officer):
    with pytest.raises(Refused, match="问题和整改要求都要写明"):
        feedback.revise_finding(
            visit.findings.get(), actor=officer, on=DAY, text=" ", requirement="乙"
        )


def test_the_hall_says_how_to_put_it_right(visit, bureau):
    helper = factories.make_user("helper", "assistant", "backfiller", bureau=bureau)
    finding = feedback.give_guidance(
        visit.findings.get(), actor=helper, on=DAY, text="参照模板起草。"
    )
    assert (finding.guidance, finding.guidance_by) == ("参照模板起草。", helper)


def test_an_officer_gives_no_guidance(visit, officer):
    with pytest.raises(PermissionDenied):
        feedback.give_guidance(visit.findings.get(), actor=officer, on=DAY, text="改")


def test_guidance_for_a_finding_struck_off_is_refused(visit, bureau):
    helper = factories.make_user("helper", "assistant", "backfiller", bureau=bureau)
    finding = visit.findings.get()
    type(finding).objects.filter(pk=finding.pk).update(state="accepted")
    with pytest.raises(Refused, match="已经销号"):
        feedback.give_guidance(finding, actor=helper, on=DAY, text="改")
