"""What one reader of PDF shows all show: four renderers draw the same page.

A font whose glyph numbers are wrong looks right in some readers and blank in others.
"""

import subprocess

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageFilter

from archives_enforcement.documents.typesetting import engine
from tests.documents.typesetting import gallery

DPI = 60
APART = 60  # of 255, after blurring: more is another sign, not another edge
MOST_APART = 0.1  # per cent of the pixels of a page
CASES = gallery.cases()
SAMPLE = ("10-rare-characters", "12-form-with-empty-fields")


def poppler(pdf, folder):
    subprocess.run(["pdftoppm", "-r", str(DPI), "-gray", "-png", pdf, folder / "page"], check=True)


def mupdf(pdf, folder):
    command = ["mutool", "draw", "-q", "-r", str(DPI), "-c", "gray", "-o", folder / "page-%03d.png"]
    subprocess.run([*command, pdf], check=True, capture_output=True)


def ghostscript(pdf, folder):
    subprocess.run(
        ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pnggray", "-dTextAlphaBits=4",
         "-dGraphicsAlphaBits=4", f"-r{DPI}", f"-sOutputFile={folder}/page-%03d.png", pdf],
        check=True, capture_output=True,
    )  # fmt: skip


def pdfium(pdf, folder):
    for number, page in enumerate(pypdfium2.PdfDocument(pdf), start=1):
        page.render(scale=DPI / 72, grayscale=True).to_pil().save(folder / f"page-{number:03d}.png")


OTHERS = (mupdf, ghostscript, pdfium)


def drawn(render, pdf, folder):
    """Every page as one renderer draws it, blurred."""
    folder = folder / render.__name__
    folder.mkdir()
    render(pdf, folder)
    return [
        Image.open(path).convert("L").filter(ImageFilter.BoxBlur(2))
        for path in sorted(folder.glob("page*.png"))
    ]


def apart(one, other) -> float:
    """Per cent of the pixels that differ; sizes may differ by a pixel through rounding."""
    size = min(one.width, other.width), min(one.height, other.height)
    difference = ImageChops.difference(one.crop((0, 0, *size)), other.crop((0, 0, *size)))
    return sum(difference.histogram()[APART + 1 :]) / (size[0] * size[1]) * 100


NAMES = [name if name in SAMPLE else pytest.param(name, marks=pytest.mark.full) for name in CASES]


@pytest.mark.services
@pytest.mark.parametrize("name", NAMES)
def test_four_renderers_draw_the_same_pages(tmp_path, name, printing_fonts):
    pdf = tmp_path / "paper.pdf"
    pdf.write_bytes(engine.typeset(CASES[name], created=gallery.contents.CREATED))
    model = drawn(poppler, pdf, tmp_path)
    for render in OTHERS:
        pages = drawn(render, pdf, tmp_path)
        assert len(pages) == len(model)
        worst = max(apart(*pair) for pair in zip(model, pages, strict=True))
        assert worst <= MOST_APART, render.__name__


def test_a_missing_line_would_be_seen(tmp_path):
    whole = Image.new("L", (496, 702), 255)
    whole.paste(0, (80, 100, 240, 108))
    whole = whole.filter(ImageFilter.BoxBlur(2))
    assert apart(whole, Image.new("L", (496, 702), 255)) > MOST_APART
    assert apart(whole, whole) == 0
