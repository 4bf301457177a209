"""Text is text: nothing typed by a person is read as markup or fetched."""

import base64
from io import BytesIO

import pypdfium2
import pytest

from archives_enforcement.documents.typesetting import engine
from archives_enforcement.documents.typesetting.assets import Assets
from archives_enforcement.documents.typesetting.errors import TypesettingError
from tests.documents.typesetting import contents

SECRET = "file:///etc/passwd"
PAYLOADS = [
    f'</p><link rel=attachment href="{SECRET}">',
    f'<a rel="attachment" href="{SECRET}">x</a>',
    f'<img src="{SECRET}"><img src="http://192.0.2.1/x.png">',
    f"<style>@import url({SECRET});</style>",
    '"><svg><image href="http://192.0.2.1/x"/></svg>',
    "{% include 'base.html' %}{{ settings.SECRET_KEY }}",
]
PLACES = ("mark", "number", "title", "to", "signatory")


def set_letter(**changes):
    pdf = engine.typeset(contents.letter(**changes), created=contents.CREATED)
    return pypdfium2.PdfDocument(BytesIO(pdf))


def words(document):
    text = "".join(page.get_textpage().get_text_range() for page in document)
    return "".join(text.split()).replace("\ufffe", "").replace("\x02", "")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_markup_in_a_paragraph_is_printed_as_typed(payload):
    document = set_letter(paragraphs=[["p", payload]])
    assert "".join(payload.split()) in words(document)
    assert document.count_attachments() == 0


@pytest.mark.parametrize("place", PLACES)
def test_markup_in_a_single_field_is_printed_as_typed(place):
    document = set_letter(seal="", **{place: "<b>&amp;</b>"})
    assert "<b>&amp;</b>" in words(document)


def test_markup_in_tables_charts_notes_and_copies_is_printed_as_typed():
    bad = "<i>&lt;"
    table = {"head": [bad], "rows": [[bad]], "widths": [40]}
    document = set_letter(
        paragraphs=[["table", table], ["chart", {"title": bad, "bars": [[bad, 1]]}]],
        attachments=[{"title": bad, **table}],
        notes=[bad],
        cc=[bad],
        printer=bad,
    )
    assert words(document).count(bad) == 11


@pytest.mark.parametrize(
    "address",
    [SECRET, "http://192.0.2.1/", "data:text/plain,x", "ftp://192.0.2.1/", "asset:other", ""],
)
def test_every_foreign_address_is_refused(address):
    assets = Assets()
    assets.add("known", "image/png", b"")
    with pytest.raises(ValueError, match="refused address"):
        assets.fetch(address)
    assert assets.fetch("asset:known").read() == b""


def test_a_foreign_address_stops_the_typesetting(monkeypatch):
    """Even a fault in our own templates cannot reach the network or the disk."""
    page = f'<html lang="zh-CN"><title>x</title><body><img src="{SECRET}" alt="x"></body></html>'
    monkeypatch.setattr(engine, "render_to_string", lambda *arguments: page)
    with pytest.raises(TypesettingError, match="不允许的地址"):
        engine.typeset(contents.letter(), created=contents.CREATED)


@pytest.mark.parametrize(
    "encoded",
    [
        "不是图片",
        base64.b64encode(b"<svg xmlns='http://www.w3.org/2000/svg'/>").decode(),
        base64.b64encode(b"%PDF-1.7").decode(),
        contents.picture(kind="GIF", mode="L"),
        contents.picture()[:400],
        "",
    ],
)
def test_only_sound_png_and_jpeg_pictures_are_taken(encoded):
    block = {"kind": "images", "images": [{"caption": "照片", "base64": encoded}]}
    with pytest.raises(TypesettingError, match="图片无法读取"):
        engine.typeset(contents.form(blocks=[block]), created=contents.CREATED)


def test_picture_of_too_many_pixels_is_refused():
    huge = contents.picture(8000, 7000, "PNG", "L")
    block = {"kind": "images", "images": [{"caption": "照片", "base64": huge}]}
    with pytest.raises(TypesettingError, match="图片过大"):
        engine.typeset(contents.form(blocks=[block]), created=contents.CREATED)


@pytest.mark.parametrize(
    ("content", "reason"),
    [({"layout": "unknown"}, "没有名为“unknown”的版式"), ({"layout": "letter"}, "缺少 'title'")],
)
def test_incomplete_content_is_refused_with_a_reason(content, reason):
    with pytest.raises(TypesettingError, match=reason):
        engine.typeset(content, created=contents.CREATED)
