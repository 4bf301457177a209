"""更正 and 作废 of an issued paper: what is open, what is refused, and what stays as it was."""

from datetime import date
from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from openpyxl import load_workbook

from archives_enforcement.documents import queries, rendering, services
from archives_enforcement.documents.models import Document
from archives_enforcement.documents.workflow import correctable, moves_nothing
from archives_enforcement.notifications.models import Message
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from tests import factories
from tests.documents.conftest import ON
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


@pytest.fixture
def clerk(bureau):
    return factories.make_user("clerk", "clerk", "backfiller", bureau=bureau)


# 更正


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


# 作废


def test_a_void_paper_keeps_its_number_and_the_receiver_is_told(issued, head, contact):
    void = services.void_issued(issued, actor=head, on=LATER, note="发错单位")
    assert (void.state, void.number) == ("void", issued.number)
    assert "已作废：发错单位" in Message.objects.filter(recipient=contact).latest("pk").text
    assert Document.objects.visible_to(contact).get() == void


def test_the_next_paper_takes_the_next_number(issued, make_draft, officer, head):
    services.void_issued(issued, actor=head, on=LATER, note="发错单位")
    draft = services.submit(make_draft(), actor=officer, on=LATER)
    assert services.sign(draft, actor=head, on=LATER).serial == 2


def test_only_the_signer_makes_an_issued_paper_void_and_says_why(issued, head, officer):
    with pytest.raises(PermissionDenied):
        services.void_issued(issued, actor=officer, on=LATER, note="发错单位")
    with pytest.raises(Refused, match="写明作废的原因"):
        services.void_issued(issued, actor=head, on=LATER, note="")
    assert services.void_issued(issued, actor=head, on=LATER, note="发错单位").state == "void"


def test_a_paper_that_has_moved_its_record_is_not_made_void(unit, head, officer, second_officer):
    visit = on_site.approved(unit, head, officer, second_officer)
    visit = on_site.recorded(visit, officer, "1-01")
    letter = on_site.issue(on_site.draft(visit, officer), officer, head)
    with pytest.raises(Refused, match="已使事项进入下一环节"):
        services.void_issued(letter, actor=head, on=date(2024, 9, 6), note="写错")


def test_its_clock_stops(rights_paper, head, clerk):
    deliver(rights_paper, clerk, ON)
    services.void_issued(rights_paper, actor=head, on=LATER, note="发错单位")
    assert deadlines.for_subject(rights_paper).get(code="D-P13").cancelled_on == LATER


# What stays


@pytest.fixture
def printed(issued, settings):
    rendering.render(issued.pk)
    return issued


def test_all_is_found_in_order_after_both(printed, officer, head):
    newer = correct(printed, officer, head)
    rendering.render(newer.pk)
    services.void_issued(newer, actor=head, on=LATER, note="不发了")
    assert queries.problems() == (2, [])


def test_a_state_without_its_act_is_found(printed):
    Document.objects.filter(pk=printed.pk).update(state="void")
    assert queries.problems()[1] == [
        f"{printed.number}：效力（现行或者作废）与作废、更正的记录不符"
    ]


@pytest.mark.parametrize(
    "change",
    ["state = 'draft'", "state = 'void', title = 'x'", "state = 'void', content = '{}'",
     "replaces_id = NULL, issued_on = '2024-01-01'"],
)  # fmt: skip
def test_the_database_lets_nothing_but_the_state_change(issued, change):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE documents_document SET {change} WHERE id = %s", [issued.pk])  # noqa: S608


def test_what_is_void_stays_void(issued, head):
    services.void_issued(issued, actor=head, on=LATER, note="发错单位")
    with pytest.raises(DatabaseError), transaction.atomic():
        Document.objects.filter(pk=issued.pk).update(state="issued")


# On the pages


def test_the_paper_leads_to_both_acts_and_the_register_tells_them(client, issued, officer, head):
    def sent(name, paper, person, **typed):
        client.force_login(person)
        address = reverse(f"documents:document-{name}", args=[paper.pk])
        return client.post(address, {"note": WHY, "on": LATER, **typed})

    client.force_login(officer)
    assert "更正" in client.get(issued.get_absolute_url()).text
    answer = sent("correct", issued, officer)
    newer = Document.objects.get(replaces=issued)
    assert answer.headers["Location"] == reverse("documents:document-revise", args=[newer.pk])
    services.submit(newer, actor=officer, on=LATER)
    newer = services.sign(newer, actor=head, on=LATER)
    assert f"已被{newer.number}更正并代替" in client.get(issued.get_absolute_url()).text
    assert sent("void-issued", newer, head).status_code == 302

    rows = load_workbook(BytesIO(client.get(reverse("documents:document-export")).content)).active
    told = [[cell.value for cell in row][-3:-1] for row in rows.iter_rows(min_row=2)]
    assert told == [["已更正", newer.number], ["已作废", None]]


def test_what_has_moved_a_record_is_not_sent_to_a_correction_that_does_not_exist(db):
    for kind, offered in (("feedback_letter", True), ("penalty_decision", False)):
        paper = Document(pk=1, kind=kind, state="issued", origin="system")
        why = moves_nothing(paper, None)
        assert "依法撤销或者变更" in why
        assert ("请更正" in why) == offered
        assert (correctable(paper) is None) == offered
