"""The pages on which any paper of the catalogue is drafted."""

import pytest
from django.urls import reverse

from archives_enforcement.documents import composing, drafting, services
from archives_enforcement.documents.forms.papers import TITLE_LENGTH
from archives_enforcement.documents.kinds import drafted_on
from archives_enforcement.documents.models import Document
from archives_enforcement.workflow import Refused
from inspections.services import leads
from tests.documents import every_kind
from tests.documents.conftest import ON
from tests.documents.drafting_pages import REMINDER, page, page_of_reminder


@pytest.fixture
def order(unit, officer):
    """An order whose drafter numbered what he typed."""
    paper = every_kind.draft("correction_order", unit, officer)
    paper.fields["order"] = "一、更换灭火器。\n（一）补记温湿度。"
    return composing.content(paper, number="", on=None)


def test_a_unit_offers_the_papers_that_are_written_to_units(client, clerk, unit):
    client.force_login(clerk)
    found = client.get(page("unit", unit)).text
    assert all(kind.label in found for kind in drafted_on("unit").values())
    assert "处罚决定" not in found


def test_a_paper_is_drafted_beside_its_sheet(client, clerk, unit):
    client.force_login(clerk)
    address = page_of_reminder(unit)
    assert unit.party.name in client.get(address).text
    preview = client.post(address, {**REMINDER, "preview": "1"})
    assert "2024年度档案工作情况" in preview.text
    assert not Document.objects.exists()
    response = client.post(address, REMINDER)
    paper = Document.objects.get()
    assert response.url == paper.get_absolute_url()
    assert (paper.title, paper.party, paper.state) == (REMINDER["title"], unit.party, "draft")


def test_a_paper_says_how_the_bureau_is_reached_on_the_day_it_is_signed(client, clerk, unit):
    """The bureau may move between the draft and the signature."""
    client.force_login(clerk)
    client.post(page_of_reminder(unit), REMINDER)
    bureau = unit.party.bureau
    bureau.phone = "000-11111111"
    bureau.save()
    assert "000-11111111" in str(composing.sheet(Document.objects.get()))


def test_the_form_says_how_points_are_numbered(client, clerk, unit):
    client.force_login(clerk)
    assert "填写的文字不作标题" in client.get(page_of_reminder(unit)).text


def test_the_sheet_names_what_is_still_missing(client, clerk, unit):
    client.force_login(clerk)
    page = client.get(page_of_reminder(unit)).text
    assert "〔应当报送的事项〕" in page
    assert "〔被催报单位〕" not in page  # the record says it


def test_the_sheet_of_a_form_is_a_table_with_lines_to_sign(client, clerk, bureau):
    client.force_login(clerk)
    sheet = client.get(page("bureau", bureau, "draw_record")).text
    assert '<th scope="row">监督人员</th><td>〔监督人员〕</td>' in sheet
    assert "<span>监督人员：</span>" in sheet


def test_what_is_typed_stays_when_something_is_wrong(client, clerk, unit):
    client.force_login(clerk)
    response = client.post(page_of_reminder(unit), {**REMINDER, "title": ""})
    assert response.status_code == 422
    assert "请填写“标题”" in response.text
    assert "收到本函之日起10日内" in response.text


def test_a_draft_is_kept_with_a_gap_but_not_submitted(client, clerk, unit):
    client.force_login(clerk)
    answer = client.post(page_of_reminder(unit), {**REMINDER, "matter": ""}, follow=True)
    assert "还没有填写应当报送的事项，填好以后才能提交" in answer.text
    assert "还没有填写应当报送的事项，请起草人补充以后再提交。" in answer.text  # as its next step
    paper = Document.objects.get()
    with pytest.raises(Refused, match="文书缺少应当报送的事项"):
        services.submit(paper, actor=clerk, on=ON)
    client.post(reverse("documents:document-revise", args=[paper.pk]), REMINDER)
    paper = services.submit(Document.objects.get(), actor=clerk, on=ON)
    assert paper.state == "submitted"


def test_nobody_types_the_name_of_the_party_that_the_record_names(unit, officer):
    lead = leads.register(
        actor=officer, on=ON, party=unit.party, source="hall", text="反映库房漏水。", received_on=ON
    )
    party = unit.party
    for about, record, kind, name in (
        ("lead", lead, "inquiry_letter", "unit"),
        ("lead", lead, "lead_report", "party"),
        ("party", party, "address_confirmation", "party"),
    ):
        assert drafting.known_facts(about, record, kind, ON)[name] == party.name


def test_a_draft_is_revised_with_its_title(client, unit, officer):
    client.force_login(officer)
    client.post(page_of_reminder(unit), REMINDER)
    paper = Document.objects.get()
    changed = {**REMINDER, "title": "催报函（二）", "reply_due": "7日内"}
    client.post(reverse("documents:document-revise", args=[paper.pk]), changed)
    paper.refresh_from_db()
    assert (paper.title, paper.fields["reply_due"]) == ("催报函（二）", "7日内")


def test_signs_that_nobody_sees_are_not_kept(unit, officer):
    """On the screen U+202E turns the words round that the paper prints as they were typed."""
    hidden = {"questions": "罚款\u202e00001\u202c元\u200b"}
    paper = every_kind.draft("inquiry_letter", unit, officer, hidden)
    assert paper.fields["questions"] == "罚款00001元"
    paper = services.revise(paper, actor=officer, on=ON, fields=hidden, title="函\u2066询")
    assert (paper.fields["questions"], paper.title) == ("罚款00001元", "函询")


@pytest.mark.parametrize(("length", "drafted"), [(TITLE_LENGTH, 1), (TITLE_LENGTH + 1, 0)])
def test_a_title_leaves_room_for_the_text(client, unit, officer, length, drafted):
    client.force_login(officer)
    answer = client.post(page_of_reminder(unit), {**REMINDER, "title": "催" * length})
    assert Document.objects.count() == drafted
    assert drafted or "标题最多 100 字（五行），现在有 101 字" in answer.content.decode()


def test_a_paper_of_the_bureau_has_no_party(client, clerk, bureau):
    client.force_login(clerk)
    address = page("bureau", bureau, "joint_meeting_minutes")
    words = {"time": "9月1日", "place": "会议室", "participants": "甲、乙"}
    words |= {
        "topics": "合并检查",
        "decisions": "一、合并。\n二、分工。",
        "title": "联席会议纪要",
        "on": ON,
    }
    client.post(address, words)
    paper = Document.objects.get()
    assert paper.party is None
    assert paper.subject == bureau


def test_what_is_typed_becomes_no_heading_of_the_letter(order):
    kinds = dict((text, style) for style, text in order["paragraphs"])
    assert kinds["三、整改内容"] == "h1"
    assert kinds["一、更换灭火器。"] == kinds["（一）补记温湿度。"] == "p"
