"""Uploads as pictures in the volume: whole ones are shown, the rest lies in the package alone."""

import base64
from io import BytesIO

import pypdfium2
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from archives_enforcement.archiving import pictures, volumes
from archives_enforcement.jobs import queue
from tests.archiving.filing import content_of, made, make_scan


def pdf_of(*sizes) -> bytes:
    """A PDF of blank pages, as another program writes it."""
    document = pypdfium2.PdfDocument.new()
    for width, height in sizes:
        document.new_page(width, height)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def sizes(found) -> list[tuple[int, int]]:
    return [Image.open(BytesIO(base64.b64decode(one))).size for one in found]


def test_each_page_of_a_pdf_becomes_a_picture_of_readable_size():
    found = pictures.shown(pdf_of((595, 842), (842, 595)), pictures.PDF)
    assert [(round(w, -1), round(h, -1)) for w, h in sizes(found)] == [(1240, 1760), (1760, 1240)]


def test_a_huge_page_does_not_become_a_huge_picture():
    [(width, height)] = sizes(pictures.shown(pdf_of((14_400, 14_400)), pictures.PDF))
    assert max(width, height) <= pictures.LONGEST + 1


@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        (b"%PDF-1.4 broken", pictures.PDF),
        (b"", pictures.PDF),
        (pdf_of(*[(10, 10)] * (pictures.MOST_PAGES + 1)), pictures.PDF),
        (b"\x89PNG\r\n\x1a\n" + b"0" * 20, "image/png"),
        (b"PK\x03\x04", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ],
    ids=["broken", "empty", "too long", "head of a picture", "word"],
)
def test_what_cannot_be_shown_is_no_picture(body, media_type):
    assert pictures.shown(body, media_type) == []


def test_a_picture_is_shown_as_it_is():
    scan = make_scan().read()
    assert base64.b64decode(pictures.shown(scan, "image/png")[0]) == scan


@pytest.mark.parametrize(("mode", "kind"), [("RGB", "JPEG"), ("RGBA", "PNG"), ("CMYK", "JPEG")])
def test_a_large_photograph_is_made_smaller_and_stands_upright(mode, kind):
    out, exif = BytesIO(), Image.Exif()
    exif[0x0112] = 6  # taken with the camera turned to the right
    Image.new(mode, (4000, 3000)).save(out, kind, exif=exif)
    [(width, height)] = sizes(pictures.shown(out.getvalue(), f"image/{kind.lower()}"))
    assert (width, height) == (1500, 2000)


def test_more_pictures_than_one_job_can_set_stay_in_the_package(walk, monkeypatch):
    monkeypatch.setattr(volumes, "MOST_SHOWN", 3)
    for place in ("主体资格证明", "缴款凭据"):
        walk.add(place)
    spans = made(walk.bound(), "main").pages
    assert spans.count(None) == 2 and len(spans) > 5


def test_scripts_of_an_uploaded_pdf_stay_out_of_the_volume_and_are_told(walk):
    body = pdf_of((595, 842), (595, 842)).replace(b"/Type/Catalog", b"/Type/Catalog/JS(alert)")
    assert b"/JS" in body
    walk.add("主体资格证明", files=[SimpleUploadedFile("执照.pdf", body)])
    case_file = walk.bound(condition="执照为扫描件")
    spans = made(case_file, "main").pages
    place = next(
        n for n, line in enumerate(case_file.lines("main")) if line["place"] == "主体资格证明"
    )
    assert spans[place][1] == spans[place][0] + 1
    assert b"alert" not in content_of(case_file, "main")
    package = content_of(walk.archive(case_file), "package")
    assert body in package
    assert "含有脚本" in package.decode("utf-8", "ignore")
    assert queue.run_due() == 0
