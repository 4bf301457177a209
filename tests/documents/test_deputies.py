"""A deputy signs: the law's three persons stay three, and paper and trail name both."""

from datetime import timedelta
from io import BytesIO

import pypdfium2
import pytest
from django.urls import reverse
from openpyxl import load_workbook

from archives_enforcement.audit import trail
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import register, rendering, services
from archives_enforcement.documents.models import Document
from archives_enforcement.workflow import Refused
from reports.queries.paper_work import work_for_papers
from tests import factories
from tests.accounts.standing_in import FIRST, LAST, TODAY, fresh, name_deputy
from tests.documents import every_kind

WORDS = "代理（AB角）：clerk代机关负责人head"  # in the trail
SIGNED = "clerk代理机关负责人head签发"  # on the paper


@pytest.fixture(autouse=True)
def first_day(time_machine):
    time_machine.move_to(f"{FIRST} 12:00+08:00", tick=False)


@pytest.fixture
def deputy(head, clerk, time_machine):
    """The clerk, read as a request reads him, on the first day of the head's absence."""
    time_machine.move_to(f"{TODAY} 12:00+08:00", tick=False)
    name_deputy(head, clerk)
    time_machine.move_to(f"{FIRST} 12:00+08:00", tick=False)
    return fresh(clerk)


def letter_of(person, make_draft):
    return services.submit(make_draft(actor=person, on=FIRST), actor=person, on=FIRST)


def test_a_deputy_signs_through_the_pages(client, deputy, officer, make_draft):
    letter = letter_of(officer, make_draft)
    assert [item.url for item in work_for_papers(deputy, FIRST)] == [letter.get_absolute_url()]
    client.force_login(deputy)
    page = reverse("documents:document-sign", args=[letter.pk])
    assert f"文书注明“{SIGNED}”" in client.get(page).content.decode()
    client.post(page, {"confirmed": "on", "on": FIRST})
    letter.refresh_from_db()
    assert (letter.state, letter.issued_by) == ("issued", deputy)
    assert letter.content["deputation"] == SIGNED
    entry = AuditEntry.objects.about(letter).get(action="sign")
    assert entry.note == WORDS
    assert entry.details["deputation"] == deputy.deputations.get().pk
    shown = client.get(letter.get_absolute_url()).content.decode()
    assert f"（{SIGNED}）" in shown and shown.count(WORDS) == 1  # the sheet; the trail
    pdf = pypdfium2.PdfDocument(BytesIO(rendering.make_pdf(letter)))
    text = "".join(page.get_textpage().get_text_range() for page in pdf)
    assert f"（{SIGNED}）" in "".join(text.split())
    assert trail.problems()[1] == []


def test_the_register_names_both(deputy, officer, make_draft):
    services.sign(letter_of(officer, make_draft), actor=deputy, on=FIRST)
    rows = load_workbook(BytesIO(register.sheet(register.in_order(Document.objects.all())))).active
    head, line = rows.iter_rows(values_only=True)
    assert line[head.index("签发人")] == f"clerk\n{SIGNED}"


def test_a_name_that_begins_with_the_post_does_not_double_it(deputy, head, officer, make_draft):
    head.name = "机关负责人丁"
    head.save()
    letter = services.sign(letter_of(officer, make_draft), actor=fresh(deputy), on=FIRST)
    assert letter.content["deputation"] == "clerk代理机关负责人丁签发"


def test_the_head_still_signs_for_himself(head, deputy, officer, make_draft):
    letter = services.sign(letter_of(officer, make_draft), actor=fresh(head), on=FIRST)
    assert "deputation" not in letter.content
    assert AuditEntry.objects.about(letter).get(action="sign").note == ""


def test_what_a_deputy_does_by_his_own_post_is_his_own(deputy, officer, make_draft):
    """An act for another ends with itself, even when the same person goes on at once."""
    services.sign(letter_of(officer, make_draft), actor=deputy, on=FIRST)
    own = make_draft(actor=deputy, on=FIRST)
    assert AuditEntry.objects.about(own).get().note == ""


def test_what_follows_from_a_deputys_act_is_entered_as_his(deputy, officer, make_draft):
    letter = letter_of(officer, make_draft)
    services.return_draft(letter, actor=deputy, on=FIRST, note="请核对日期。")
    entry = AuditEntry.objects.about(letter).first()
    assert entry.note == f"{WORDS}。请核对日期。"


def test_the_deputy_who_drafted_does_not_sign(deputy, make_draft):
    with pytest.raises(Refused, match="不能签发自己起草"):
        services.sign(letter_of(deputy, make_draft), actor=deputy, on=FIRST)


def test_a_deputy_does_not_sign_what_his_principal_drafted(bureau, officer, make_draft):
    """Who stands in for a person is that person: otherwise a head signed his own by another."""
    both = factories.make_officer("both", bureau, "head")
    other = factories.make_user("other", "clerk", bureau=bureau)
    name_deputy(both, other, first_day=FIRST, on=FIRST)
    other = fresh(other)
    with pytest.raises(Refused, match="不能签发自己起草"):
        services.sign(letter_of(fresh(both), make_draft), actor=other, on=FIRST)
    assert services.sign(letter_of(officer, make_draft), actor=other, on=FIRST).number


def test_the_deputy_who_reviewed_does_not_sign(bureau, unit, officer, head):
    lawyer = factories.make_user("lawyer", "reviewer", "clerk", bureau=bureau)
    name_deputy(head, lawyer, first_day=FIRST, on=FIRST)
    lawyer = fresh(lawyer)
    paper = services.submit_review(every_kind.draft("correction_order", unit, officer),
                                   actor=officer, on=FIRST)  # fmt: skip
    paper = services.pass_review(paper, actor=lawyer, on=FIRST)
    with pytest.raises(Refused, match="不能签发自己审核"):
        services.sign(paper, actor=lawyer, on=FIRST)
    assert services.sign(paper, actor=head, on=FIRST).number


def test_nothing_is_backfilled_into_the_time_before(bureau, head, officer, make_draft):
    deputy = factories.make_user("desk", "clerk", bureau=bureau)  # a clerk may enter late
    name_deputy(head, deputy, first_day=FIRST, on=FIRST)
    before = TODAY
    letter = services.submit(
        make_draft(actor=officer, on=before), actor=officer, on=before
    )  # fmt: skip
    with pytest.raises(Refused, match="此前的办理不能由您补录"):
        services.sign(letter, actor=fresh(deputy), on=before)
    assert services.sign(letter, actor=fresh(deputy), on=FIRST).issued_on == FIRST


def test_after_the_last_day_nothing_is_signed(deputy, officer, make_draft, client, time_machine):
    letter = letter_of(officer, make_draft)
    page = reverse("documents:document-sign", args=[letter.pk])
    time_machine.move_to(f"{LAST} 23:59+08:00")
    client.force_login(deputy)
    assert client.get(page).status_code == 200
    time_machine.move_to(f"{LAST + timedelta(days=1)} 00:01+08:00")
    assert client.get(page).status_code == 403


def test_the_deputy_of_a_clerk_finds_his_drafts(clerk, officer, make_draft, time_machine):
    draft = make_draft(actor=clerk, on=FIRST)
    assert work_for_papers(officer, FIRST) == []
    name_deputy(clerk, officer, "clerk", first_day=FIRST, on=FIRST)
    assert [item.url for item in work_for_papers(fresh(officer), FIRST)] == [
        draft.get_absolute_url()
    ]


@pytest.mark.papers
def test_a_form_names_the_deputy_at_its_end(unit, officer, deputy):
    form = every_kind.draft("inspection_approval", unit, officer)
    form = services.submit(form, actor=officer, on=FIRST)
    form = services.sign(form, actor=deputy, on=FIRST)
    assert form.content["layout"] == "form"
    pdf = pypdfium2.PdfDocument(BytesIO(rendering.make_pdf(form)))
    text = "".join(page.get_textpage().get_text_range() for page in pdf)
    assert SIGNED in "".join(text.split())


def test_a_colleague_who_signs_letters_himself_signs_a_decision_in_the_heads_place(
    bureau, unit, officer, head, time_machine
):
    second = factories.make_user("second", "deputy_head", bureau=bureau)
    time_machine.move_to(f"{TODAY} 12:00+08:00", tick=False)
    name_deputy(head, second)
    time_machine.move_to(f"{FIRST} 12:00+08:00", tick=False)
    paper = every_kind.draft("demand_notice", unit, officer)
    services.submit(paper, actor=officer, on=FIRST)
    paper = services.sign(paper, actor=fresh(second), on=FIRST)
    assert paper.content["deputation"] == "second代理机关负责人head签发"
