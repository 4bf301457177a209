"""How exact a paper is: the figures behind the tests of tests/documents/typesetting, in one run.

    make bench

Deviations are the largest found, in millimetres unless a line says otherwise.
"""

import hashlib
import json
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.chdir(ROOT)
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archives_enforcement.settings")

import django  # noqa: E402

django.setup()

import page as validator  # noqa: E402

from archives_enforcement.documents.typesetting import charsets, engine  # noqa: E402
from tests.documents.typesetting import contents, gallery, measure  # noqa: E402
from tests.documents.typesetting import test_archival_file as archival  # noqa: E402
from tests.documents.typesetting import test_colophon as colophon  # noqa: E402
from tests.documents.typesetting import test_glyphs as glyphs  # noqa: E402
from tests.documents.typesetting import test_letter_geometry as geometry  # noqa: E402
from tests.documents.typesetting import test_renderers as renderers  # noqa: E402

SIZES = (16, 22, 14)  # pt: body, title, page number


def set_pages(content: dict) -> list[measure.Page]:
    return measure.pages(engine.typeset(content, created=contents.CREATED))


def grid() -> dict[str, object]:
    """A letter of many pages, its full pages line by line."""
    pages = set_pages(contents.long_letter(40))
    full = geometry.full_pages(pages)
    bodies = [page.body() for page in full]
    going_on = [
        line
        for body in bodies
        for line, after in pairwise(body)
        if abs(after.left - geometry.LEFT) < 0.1  # the paragraph goes on: the line is justified
    ]
    unbroken = set_pages(contents.solid_letter(90))
    solid = [line for line in unbroken[0].body() if len(line.text) > 20]
    numbers = [
        abs(line.right - geometry.RIGHT + 14 * measure.POINT)
        if page.number % 2
        else abs(line.left - geometry.LEFT - 14 * measure.POINT)
        for page in pages
        for line in page.foot()
    ]
    drift = [
        abs(line.baseline - body[0].baseline - place * geometry.PITCH)
        for body in bodies
        for place, line in enumerate(body)
    ]
    return {
        "整页行数": {len(page.body()) for page in geometry.full_pages(unbroken)},
        "整行字数": {len(line.text) for line in solid if abs(line.left - geometry.LEFT) < 0.1},
        "左边缘偏差（≤ 0.1）": worst(
            abs(after.left - geometry.LEFT)
            for body in bodies
            for _, after in pairwise(body)
            if abs(after.left - geometry.LEFT) < 1
        ),
        "两端对齐的行右边缘偏差（≤ 0.3）": worst(
            abs(line.right - geometry.RIGHT) for line in going_on
        ),
        "基线离网格（≤ 0.1）": worst(drift),
        "页码位置偏差（≤ 0.3）": worst(numbers),
        "字号偏差（≤ 0.05 磅）": worst(
            min(abs(line.size - size) for size in SIZES)
            for page in full
            for line in [*page.body(), *page.foot()]
        ),
        "版记下边缘偏差（262，≤ 0.1）": worst(
            abs(set_pages(colophon.of_lines(lines))[-1].ruled(28.2)[-1][1] - geometry.FOOT)
            for lines in (2, 14, 20, 24)
        ),
    }


def worst(deviations) -> float:
    return round(max(deviations), 3)


def characters() -> dict[str, object]:
    """Every character of the standard list, set and read back from the file."""
    whole = charsets.standard()
    lost = set(whole) - set(glyphs.text_of(glyphs.set_words(whole)))
    return {f"通用规范汉字表 {len(whole)} 字中排印后读不回的": len(lost)}


def files() -> dict[str, object]:
    """Conformance, and the same bytes in another process, time zone and hash seed."""
    papers = list(archival.DOCUMENTS.values())
    made = [
        engine.typeset(paper, created=contents.CREATED, embedded=archival.EMBEDDED)
        for paper in papers
    ]
    there = subprocess.run(
        [sys.executable, "-c", archival.SCRIPT],
        input=json.dumps([papers, contents.CREATED, archival.EMBEDDED]),
        env=os.environ | {"TZ": "America/Lima", "PYTHONHASHSEED": "7"},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    here = [hashlib.sha256(pdf).hexdigest() for pdf in made]
    return {
        "PDF/A-3u 未通过的规则": failed_rules(made),
        "换进程、时区、散列种子后字节不同的文件": sum(
            one != other for one, other in zip(here, there.stdout.split(), strict=True)
        ),
    }


def with_two_attachments() -> dict[str, object]:
    """Papers carry one attachment; a file may be given another before it is kept elsewhere."""
    write = engine._write

    def twice(*sheet_and_attachments):
        *sheet, attachments = sheet_and_attachments
        another = engine._attached({"another": 1}, contents.CREATED)
        another.name = "another.json"
        return write(*sheet, [*attachments, another])

    with patch.object(engine, "_write", twice):
        made = [
            engine.typeset(paper, created=contents.CREATED, embedded=archival.EMBEDDED)
            for paper in archival.DOCUMENTS.values()
        ]
    return {"带两个附件时 PDF/A-3u 未通过的规则": failed_rules(made)}


def failed_rules(made: list[bytes]) -> int:
    reports = [
        validator.validate_pdf_bytes(pdf, profile=validator.ValidationProfile.PDF_A_3U)
        for pdf in made
    ]
    return sum(len(report.failures) for report in reports)


def drawings() -> dict[str, object]:
    """The papers of the gallery as four renderers draw them."""
    found = []
    for content in gallery.cases().values():
        with TemporaryDirectory() as folder:
            pdf = Path(folder) / "paper.pdf"
            pdf.write_bytes(engine.typeset(content, created=contents.CREATED))
            model = renderers.drawn(renderers.poppler, pdf, Path(folder))
            for render in renderers.OTHERS:
                pages = renderers.drawn(render, pdf, Path(folder))
                found += [renderers.apart(*pair) for pair in zip(model, pages, strict=True)]
    return {"四种阅读器相差的像素（模糊后，≤ 0.1%）": f"{max(found):.3f}%"}


if __name__ == "__main__":
    engine.warm()
    for part in (grid, characters, files, with_two_attachments, drawings):
        for name, figure in part().items():
            shown = "、".join(map(str, sorted(figure))) if isinstance(figure, set) else figure
            print(f"{name}：{shown}")
