"""The patches know the library they were written for; another version must be looked at first."""

import hashlib
import inspect
from io import BytesIO

import pydyf
import pypdfium2
import pytest
import weasyprint
from weasyprint.layout import inline
from weasyprint.pdf import fonts as pdf_fonts
from weasyprint.pdf.metadata import DocumentMetadata
from weasyprint.text import line_break

from archives_enforcement.documents.typesetting import (
    conformance,
    engine,
    font_loading,
    justification,
)
from archives_enforcement.documents.typesetting.errors import TypesettingError
from tests.documents.typesetting import contents, measure

# The patched functions and what they call, as digests of the source they stand in.
SOURCES = {
    "inline layout": (inline, "0e7c1569330f5473"),
    "text layout": (line_break.Layout, "681b737d1ba5e004"),
    "fonts": (pdf_fonts.Font, "1888854798bf8726"),
    "metadata": (DocumentMetadata, "caea48480357554f"),
    "streams": (pydyf.Stream, "f17b6bdcfedf2f50"),
}


def test_versions_are_the_ones_the_patches_were_written_for():
    assert (weasyprint.__version__, pydyf.__version__) == ("70.0", "0.13.0")


@pytest.mark.parametrize("name", SOURCES)
def test_patched_source_is_unchanged(name):
    thing, expected = SOURCES[name]
    assert hashlib.sha256(inspect.getsource(thing).encode()).hexdigest()[:16] == expected


def test_patches_are_in_place_once_the_engine_is_warm():
    engine.warm()
    assert inline.justify_line is justification.justify_line
    assert line_break.Layout.set_text is justification.set_text
    assert pdf_fonts.Font.__init__ is font_loading.init
    assert DocumentMetadata.include_in_pdf is conformance.include_in_pdf
    assert pydyf.Stream.data.fget is conformance.stream_data


def test_without_the_justification_patch_lines_are_ragged(monkeypatch):
    """The negative control of the filled lines."""
    engine.warm()
    monkeypatch.setattr(inline, "justify_line", justification._justify_by_blanks)
    pdf = engine.typeset(contents.long_letter(3), created=contents.CREATED)
    edges = [line.right for page in measure.pages(pdf) for line in page.body()]
    wrapped = [edge for edge in edges if edge > 170]
    assert min(wrapped) < 183


@pytest.mark.parametrize("end", [b"\r", b"\n", b"x"])
def test_stream_length_counts_exactly_the_bytes_of_the_stream(end):
    engine.warm()
    data = pydyf.Stream([b"q" + end], compress=False).data
    head, _, body = data.partition(b"\nstream\n")
    length = int(head.split(b"/Length ")[1].split(b">>")[0])
    assert body[:length] == b"q" + end
    assert body[length:] in (b"\nendstream", b"\r\nendstream")


def test_metadata_can_be_read_without_unpacking():
    pdf = engine.typeset(contents.letter(), created=contents.CREATED)
    assert b"<pdfaid:part>3" in pdf or b'pdfaid:part="3"' in pdf


def test_whole_font_files_are_not_copied():
    """The glyphs in use are embedded although the font file itself is never read."""
    pdf = engine.typeset(contents.letter(), created=contents.CREATED)
    assert len(pdf) < 150_000
    assert pypdfium2.PdfDocument(BytesIO(pdf))[0].get_textpage().count_chars() > 50


def test_font_that_cannot_be_reduced_is_an_error(monkeypatch):
    engine.warm()
    monkeypatch.setattr(pdf_fonts.Font, "subset", lambda font, glyphs, hinting: None)
    with pytest.raises(TypesettingError, match="无法裁剪"):
        engine.typeset(contents.letter(), created=contents.CREATED)
