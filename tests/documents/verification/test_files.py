"""文书核验 by file: the very file is known, and no other."""

import random
from io import BytesIO

import pypdfium2
import pytest

from archives_enforcement.files import store
from archives_enforcement.files.models import StoredFile
from tests.documents.verifying import GENUINE, NUMBER, OTHER, REPLACED, same_text


def test_the_very_file_is_genuine_and_is_not_kept(upload, pdf, issued):
    before = sorted(store.path_of("0").parents[2].rglob("*"))
    page = upload(pdf)
    assert GENUINE in page.text
    assert NUMBER in page.text
    assert sorted(store.path_of("0").parents[2].rglob("*")) == before
    assert not StoredFile.objects.exists()


def test_the_file_of_a_corrected_paper_says_so(upload, pdf, correct):
    later = correct()
    page = upload(pdf)
    assert REPLACED in page.text
    assert later in page.text


def flipped(pdf, place):
    return pdf[:place] + bytes([pdf[place] ^ 1 << random.randrange(8)]) + pdf[place + 1 :]


def saved_again(pdf, *, without_last=False):
    document = pypdfium2.PdfDocument(pdf)
    if without_last:
        document.del_page(len(document) - 1)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize("bits", [8, pytest.param(97, marks=pytest.mark.full)])
def test_an_altered_file_is_never_genuine(upload, pdf, bits):
    places = random.sample(range(len(pdf)), bits)
    altered = [flipped(pdf, place) for place in places]
    altered += [saved_again(pdf), saved_again(pdf, without_last=True), pdf + b"\n"]
    pages = [upload(content) for content in altered]
    assert [OTHER in page.text for page in pages] == [True] * len(altered)
    assert len({same_text(page) for page in pages}) == 1


def test_an_empty_file_and_one_too_large_are_refused(upload, monkeypatch):
    empty = upload(b"")
    assert empty.status_code == 422
    assert "这一页还没有核对" in empty.text and "没有保存" not in empty.text
    monkeypatch.setattr("archives_enforcement.documents.forms.papers.LIMIT", 10)
    page = upload(b"x" * 11)
    assert page.status_code == 422
    assert "没有核对" in page.text
