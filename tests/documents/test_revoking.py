"""作废 of an issued paper: what is open, what is refused, and what stays as it was."""

from datetime import date
from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from openpyxl import load_workbook

from archives_enforcement.documents import rendering, services, wholeness
from archives_enforcement.documents.models import Document
from archives_enforcement.documents.workflow import correctable, moves_nothing
from archives_enforcement.notifications.models import Message
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from tests import factories
from tests.documents.conftest import ON
from tests.documents.correcting import LATER, WHY, correct, deliver
from tests.inspections import on_site


@pytest.fixture
def clerk(bureau):
    return factories.make_user("clerk", "clerk", "backfiller", bureau=bureau)


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
    assert wholeness.problems() == (2, [])


def test_a_state_without_its_act_is_found(printed):
    Document.objects.filter(pk=printed.pk).update(state="void")
    assert wholeness.problems()[1] == [
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
