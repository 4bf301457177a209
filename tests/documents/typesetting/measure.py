"""Measure a PDF page in millimetres from its upper left corner."""

from collections import Counter, defaultdict
from io import BytesIO

import pdfplumber
import pypdfium2

POINT = 25.4 / 72
FINE = 40  # pixels per mm when ruled lines are measured


class Line:
    """Upright characters on one baseline."""

    def __init__(self, baseline, chars):
        self.baseline = baseline
        self.chars = sorted(chars, key=lambda char: char["matrix"][4])
        self.text = "".join(char["text"] for char in self.chars)
        self.left = self.chars[0]["matrix"][4] * POINT
        self.right = self.chars[-1]["x1"] * POINT
        self.size = Counter(round(char["size"], 2) for char in self.chars).most_common(1)[0][0]
        self.fonts = {char["fontname"].partition("+")[2] for char in self.chars}
        self.colour = self.chars[0]["non_stroking_color"]


class Page:
    """The lines of text, ruled lines and outlines of one page."""

    def __init__(self, pdf, page):
        self.pdf, self.number = pdf, page.page_number
        rows = defaultdict(list)
        for char in page.chars:
            if abs(char["matrix"][1]) < 1e-3 and char["text"].strip():
                rows[round((page.height - char["matrix"][5]) * POINT, 2)].append(char)
        self.lines = [Line(baseline, rows[baseline]) for baseline in sorted(rows)]
        self.size = (float(page.width) * POINT, float(page.height) * POINT)
        self.curves = [
            {name: shape[name] * POINT for name in ("top", "bottom", "x0", "x1")}
            for shape in page.curves
            if shape["width"] * POINT < 60
        ]
        self.column_edges = [
            edge * POINT
            for table in page.find_tables()
            for cell in table.cells
            for edge in cell[::2]
        ]
        self.table_heads = [table.extract()[0] for table in page.find_tables()]

    def body(self):
        """Lines of the type area in body size: 3号, 16 pt."""
        return [
            line for line in self.lines if abs(line.size - 16) < 0.1 and 37 < line.baseline < 262
        ]

    def foot(self):
        """Lines below the type area."""
        return [line for line in self.lines if line.baseline > 263]

    def ruled(self, left):
        """(top, bottom) of whatever crosses the 0.4 mm wide strip that begins at `left`."""
        width = self.size[0] / POINT
        page = pypdfium2.PdfDocument(BytesIO(self.pdf))[self.number - 1]
        crop = (left / POINT, 0, width - (left + 0.4) / POINT, 0)
        strip = page.render(scale=FINE * POINT, crop=crop).to_pil().convert("L")
        marked = [
            row
            for row in range(strip.height)
            if strip.crop((0, row, strip.width, row + 1)).getextrema()[1] < 200
        ]
        starts = [row for row in marked if row - 1 not in marked]
        ends = [row + 1 for row in marked if row + 1 not in marked]
        return [(top / FINE, end / FINE) for top, end in zip(starts, ends, strict=True)]

    def text(self):
        """All text of the page, line by line."""
        return "\n".join(line.text for line in self.lines)


def pages(pdf):
    """The measured pages of a PDF file given as bytes."""
    with pdfplumber.open(BytesIO(pdf)) as document:
        return [Page(pdf, page) for page in document.pages]
