"""What stands beside the text of a letter: attachments, copies, who prints."""

from django.urls import reverse

from archives_enforcement.documents import services
from archives_enforcement.documents.forms.papers import beside
from archives_enforcement.documents.models import Document
from tests.documents.conftest import ON
from tests.documents.drafting_pages import REMINDER, page, page_of_reminder


def test_what_must_be_stated_is_not_called_optional(client, clerk, unit):
    client.force_login(clerk)
    found = client.get(page_of_reminder(unit)).text
    assert found.count("可以不填") == len(BESIDE)
    assert "保存草稿可以先不填，提交以前必须填写。" in found


BESIDE = {
    "attachments": "报送表样\n\n填表说明\n",
    "cc": "示例区档案馆、示例局一",
    "printer": "示例局",
}


def test_a_letter_takes_attachments_copies_and_who_prints(client, clerk, unit, head):
    client.force_login(clerk)
    preview = client.post(page_of_reminder(unit), {**REMINDER, **BESIDE, "preview": "1"}).text
    assert "附件：1.报送表样" in preview and "抄送：示例区档案馆、示例局一。" in preview
    client.post(page_of_reminder(unit), {**REMINDER, **BESIDE})
    paper = services.submit(Document.objects.get(), actor=clerk, on=ON)
    content = services.sign(paper, actor=head, on=ON).content
    assert content["attachments"] == [{"title": "报送表样"}, {"title": "填表说明"}]
    assert (content["cc"], content["printer"]) == (["示例区档案馆", "示例局一"], "示例局")
    assert content["printed_on"] == ON.isoformat()


def test_what_stands_beside_a_letter_may_be_taken_out_again(client, clerk, unit):
    client.force_login(clerk)
    client.post(page_of_reminder(unit), {**REMINDER, **BESIDE})
    paper = Document.objects.get()
    address = reverse("documents:document-revise", args=[paper.pk])
    assert "报送表样\n填表说明</textarea>" in client.get(address).text
    assert "抄送：" not in client.post(address, {**REMINDER, "preview": "1"}).text
    client.post(address, REMINDER)
    paper.refresh_from_db()
    assert [paper.fields[name] for name in BESIDE] == [[], [], ""]


def test_a_form_has_no_place_for_them(client, clerk, bureau):
    client.force_login(clerk)
    assert 'name="cc"' not in client.get(page("bureau", bureau, "draw_record")).text


def test_attachments_laid_out_by_the_record_are_not_typed():
    laid_out = {"attachments": [{"title": "问题清单", "rows": [["一"]]}]}
    assert list(beside(laid_out)) == ["cc", "printer"]
