"""Files of the engine bound into one: archival form, bookmarks, page numbers, equal bytes."""

import subprocess
from io import BytesIO

import page as validator
import pdfplumber
import pypdfium2
import pytest
from django.conf import settings

from archives_enforcement.archiving.binding.binder import Part, bind, page_count
from archives_enforcement.archiving.binding.objects import Source, Unreadable
from archives_enforcement.documents.typesetting import engine, fonts
from tests.documents.typesetting import contents
from tests.documents.typesetting.contents import CREATED

AROUND = {"layout": "volume", "title": "示例案（正卷）", "mark": "示例区档案局"}


def sheet(**facts):
    return engine.typeset(AROUND | {"sheets": [facts]}, created=CREATED)


@pytest.fixture(scope="module")
def parts():
    fonts.build(settings.FONT_DIR)
    cover = sheet(
        kind="cover", mark="示例区档案局", label="行政处罚案卷", part="正卷", title="示例案",
        rows=[["归档号", "20240001"]],
    )  # fmt: skip
    letter = engine.typeset(contents.long_letter(findings=4), created=CREATED, embedded={"a": 1})
    form = engine.typeset(contents.form(rows=10), created=CREATED)
    note = sheet(kind="file_note", heading="卷内备考表", paragraphs=["无。"], people=[])
    return [
        Part(cover, "封面"),
        Part(letter, "反馈意见书"),
        Part(form, "检查记录"),
        Part(note, "备考表"),
    ]


@pytest.fixture(scope="module")
def numbers(parts):
    count = page_count(parts[1].pdf) + page_count(parts[2].pdf)
    return sheet(kind="numbers", count=count)


@pytest.fixture(scope="module")
def volume(parts, numbers):
    return bind(parts, numbers, 1)


def test_the_volume_conforms_to_pdf_a_3u(volume):
    report = validator.validate_pdf_bytes(volume, profile=validator.ValidationProfile.PDF_A_3U)
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert report.rules.total > 100


def test_qpdf_finds_no_fault(volume, tmp_path):
    path = tmp_path / "volume.pdf"
    path.write_bytes(volume)
    checked = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stderr) == (0, "")


def test_bookmarks_lead_to_the_first_page_of_each_part(volume, parts):
    starts = [0]
    for part in parts[:-1]:
        starts.append(starts[-1] + page_count(part.pdf))
    with pypdfium2.PdfDocument(volume) as document:
        marks = [(mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()]
    assert marks == list(zip((part.title for part in parts), starts, strict=True))


def test_pages_between_cover_and_note_are_numbered_at_the_outer_corner(volume, numbers):
    count = page_count(numbers)
    with pdfplumber.open(BytesIO(volume)) as document:
        assert len(document.pages) == count + 2
        corners = [page.crop((0, 0, page.width, 60)) for page in document.pages]
        found = [corner.extract_text() for corner in corners]
        sides = [corner.chars[0]["x0"] > corner.width / 2 for corner in corners[1:-1]]
    assert found == ["", *(str(place) for place in range(1, count + 1)), ""]
    assert sides == [place % 2 == 1 for place in range(1, count + 1)]
    with pypdfium2.PdfDocument(volume) as document:
        labels = [document.get_page_label(place) for place in range(len(document))]
    assert labels == ["i", *(str(place) for place in range(1, count + 1)), "i"]


def test_the_text_of_each_part_and_nothing_else_is_there(volume, parts):
    def texts(pdf):
        with pdfplumber.open(BytesIO(pdf)) as document:
            return [page.crop((0, 60, page.width, page.height)).extract_text()
                    for page in document.pages]  # fmt: skip

    assert texts(volume) == [text for part in parts for text in texts(part.pdf)]


def test_tags_of_all_parts_stand_in_one_tree_in_the_order_of_the_pages(volume, parts):
    source = Source(volume)
    root = source.get(source.catalog[b"/StructTreeRoot"])
    [top] = root[b"/K"]
    elements = source.get(top)[b"/K"]
    places = [source.pages.index(source.get(ref)[b"/Pg"]) for ref in elements]
    counts = [
        len(s.get(s.get(s.catalog[b"/StructTreeRoot"])[b"/K"][0])[b"/K"])
        for s in (Source(part.pdf) for part in parts)
    ]
    assert places == sorted(places)
    assert len(elements) == sum(counts)


def test_some_pages_of_a_file_can_stand_apart(parts):
    letter = parts[1].pdf
    pieces = [Part(letter, "甲", 0, 1), Part(parts[0].pdf, "乙"), Part(letter, "丙", 1)]
    with pypdfium2.PdfDocument(bind(pieces, None, 0)) as document:
        marks = [(mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()]
    assert marks == [("甲", 0), ("乙", 1), ("丙", 2)]


def test_equal_parts_give_equal_bytes(volume, parts, numbers):
    assert bind(list(parts), numbers, 1) == volume
    assert bind([*parts[:2], *parts[3:]], None, 1) != volume


@pytest.mark.parametrize("stranger", [b"", b"text", b"%PDF-1.4\n%%EOF", b"%PDF-1.4 startxref\n0"])
def test_a_file_of_a_stranger_is_refused(stranger):
    with pytest.raises(Unreadable):
        page_count(stranger)
