"""The annual report as a Word file: the same paragraphs and tables as the PDF."""

from io import BytesIO

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from reports.queries.text import ReportText

# Usual fonts of 公文; where Word lacks one it takes another of the same style.
TITLE, BODY = "方正小标宋简体", "仿宋_GB2312"
FONT_OF = {"h1": "黑体", "h2": "楷体_GB2312", "p": BODY}
LATIN = "Times New Roman"
BODY_SIZE, TITLE_SIZE, TABLE_SIZE, LINE = Pt(16), Pt(22), Pt(12), Pt(28)
INDENT = BODY_SIZE * 2


def word_file(text: ReportText, *, signatory: str, number: str = "", day: str = "") -> bytes:
    """The bytes of the .docx; `number` and `day` are empty while the report is not issued."""
    document = Document()
    _page(document.sections[0])
    document.core_properties.title, document.core_properties.author = text.title, signatory
    _write(document, text.title, TITLE, TITLE_SIZE, WD_ALIGN_PARAGRAPH.CENTER)
    if number:
        _write(document, number, BODY, BODY_SIZE, WD_ALIGN_PARAGRAPH.CENTER)
    for kind, part in text.paragraphs:
        if kind == "table":
            _table(document, part)
        else:
            _write(document, part, FONT_OF[kind], BODY_SIZE, indent=INDENT)
    for line in filter(None, (signatory, day)):
        _write(document, line, BODY, BODY_SIZE, WD_ALIGN_PARAGRAPH.RIGHT)
    _attachments(document, text.attachments)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _page(section) -> None:
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)


def _write(document, words, font, size, alignment=None, indent=None) -> None:
    paragraph = document.add_paragraph()
    layout = paragraph.paragraph_format
    layout.alignment, layout.first_line_indent = alignment, indent
    layout.space_before = layout.space_after = Pt(0)
    layout.line_spacing = LINE if size <= BODY_SIZE else None
    _run(paragraph, words, font, size)


def _run(paragraph, words: str, font: str, size) -> None:
    run = paragraph.add_run(words)
    run.font.size, run.font.name = size, LATIN
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)


def _attachments(document, attachments: list[dict]) -> None:
    for place, item in enumerate(attachments, start=1):
        document.add_page_break()
        name = f"附件{place if len(attachments) > 1 else ''}"
        _write(document, name, FONT_OF["h1"], BODY_SIZE)
        _write(document, item["title"], TITLE, TITLE_SIZE, WD_ALIGN_PARAGRAPH.CENTER)
        _table(document, item)


def _table(document, item: dict) -> None:
    rows = [item["head"], *item["rows"]]
    table = document.add_table(rows=len(rows), cols=len(item["head"]), style="Table Grid")
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, width, words in zip(row.cells, item["widths"], cells, strict=True):
            cell.width = Mm(width)
            font = FONT_OF["h1"] if cells is item["head"] else BODY
            _run(cell.paragraphs[0], words, font, TABLE_SIZE)
