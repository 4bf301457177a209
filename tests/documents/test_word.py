"""A draft as a Word file for opinions: all its words, and across each page that it is a draft."""

from io import BytesIO

import pytest
from django.urls import reverse
from docx import Document as WordFile

from archives_enforcement.documents import composing, kinds, services
from archives_enforcement.documents.models import Wording
from archives_enforcement.documents.word import FOR_OPINION, word_file
from tests.documents.conftest import ON
from tests.documents.typesetting import contents


def opened(content: bytes):
    return WordFile(BytesIO(content))


def words(document) -> str:
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([row.text for row in document.paragraphs] + cells)


def test_the_draft_is_handed_out_with_all_its_words_and_the_watermark(client, draft, officer):
    client.force_login(officer)
    assert "下载 Word（征求意见稿）" in client.get(draft.get_absolute_url()).text
    answer = client.get(reverse("documents:document-word", args=[draft.pk]))
    written = opened(answer.content)
    said = words(written)
    content = composing.sheet(draft)
    for part in (content["mark"], content["title"], *(text for _, text in content["paragraphs"])):
        assert part in said
    header = written.sections[0].header._element.xml
    assert f'string="{FOR_OPINION}"' in header
    assert "attachment" in answer.headers["Content-Disposition"]


def test_an_issued_or_void_paper_has_none(client, issued, make_draft, officer, head):
    void = services.void(make_draft(), actor=officer, on=ON, note="写错")
    client.force_login(head)
    for paper in (issued, void):
        assert client.get(reverse("documents:document-word", args=[paper.pk])).status_code == 404
        assert "下载 Word" not in client.get(paper.get_absolute_url()).text


@pytest.mark.django_db
@pytest.mark.parametrize("kind", list(kinds.KINDS)[::7])
def test_any_kind_can_be_sent_for_opinion(make_draft, kind):
    draft = make_draft(**{name: f"〔{label}〕" for name, label in kinds.KINDS[kind].fields.items()})
    draft.kind, draft.wording = kind, Wording.objects.filter(kind=kind).latest("version")
    said = words(opened(word_file(composing.sheet(draft), watermark=FOR_OPINION)))
    assert "〔" in said


def test_tables_pictures_and_lines_to_sign_are_there():
    content = contents.form(rows=3)
    written = opened(word_file({"date": "", **content}))
    assert len(written.tables) == sum(
        block["kind"] in ("fields", "table") for block in content["blocks"]
    )
    for block in content["blocks"]:
        for line in block.get("lines", ()):
            assert line["label"] in words(written)


def test_without_watermark_there_is_none():
    written = opened(word_file(contents.letter()))
    assert "textpath" not in written.sections[0].header._element.xml


def test_a_named_attachment_takes_no_page_and_the_copies_stand_last(make_draft):
    beside = {"attachments": [{"title": "表样"}, {"title": "说明"}], "cc": ["示例局一"]}
    content = composing.sheet(make_draft(**beside))
    said = [row.text for row in opened(word_file(content)).paragraphs]
    assert [row for row in said if "附件" in row or "说明" in row][-2:] == [
        "附件：1.表样",
        "　　　2.说明",
    ]
    assert said[-1] == "抄送：示例局一。"
