"""A paper as a Word file, for those who are asked for their opinion on a draft.

It is made from the same content as the PDF; it is no paper of the bureau: it has no seal.
"""

import base64
from io import BytesIO

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from PIL import Image, ImageOps

from archives_enforcement.documents.typesetting.text import chinese_date

FOR_OPINION = "征求意见稿"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

# Usual fonts of 公文; where Word lacks one it takes another of the same style.
TITLE, BODY, HEAD = "方正小标宋简体", "仿宋_GB2312", "黑体"
FONT_OF = {"h1": HEAD, "h2": "楷体_GB2312", "p": BODY}
LATIN = "Times New Roman"
BODY_SIZE, TITLE_SIZE, MARK_SIZE, TABLE_SIZE, LINE = Pt(16), Pt(22), Pt(36), Pt(12), Pt(28)
INDENT = BODY_SIZE * 2
RED = RGBColor(0xE6, 0x00, 0x12)
CENTER, RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT
LABEL_MM, ROOM_MM = 40, 156

# The words across the page that Word itself would put there (format, picture, watermark).
WATERMARK = (
    '<w:r {names} xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office"><w:pict>'
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" '
    'path="m@7,l@8,m@5,21600l@6,21600e"><v:path textpathok="t"/>'
    '<v:textpath on="t" fitshape="t"/></v:shapetype>'
    '<v:shape id="watermark" type="#_x0000_t136" style="position:absolute;margin-left:0;'
    "margin-top:0;width:420pt;height:84pt;rotation:315;z-index:-1;"
    "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
    'mso-position-vertical:center;mso-position-vertical-relative:margin" '
    'fillcolor="#d9d9d9" stroked="f"><v:textpath string="{words}"/></v:shape></w:pict></w:r>'
)


def word_file(content: dict, *, watermark: str = "") -> bytes:
    """The .docx of a letter or form; `content` is what the typesetter takes."""
    document = Document()
    section = document.sections[0]
    _page(section)
    document.core_properties.title = content["title"]
    document.core_properties.author = content["mark"]
    if watermark:
        run = WATERMARK.format(names=nsdecls("w"), words=watermark)
        section.header.paragraphs[0]._p.append(parse_xml(run))
    _write(document, content["mark"], TITLE, MARK_SIZE, CENTER, color=RED)
    if content["number"]:
        _write(document, content["number"], BODY, BODY_SIZE, CENTER)
    _write(document, content["title"], TITLE, TITLE_SIZE, CENTER)
    (_form if content["layout"] == "form" else _letter)(document, content)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _letter(document, content: dict) -> None:
    if receiver := content.get("to", "").rstrip("："):
        _write(document, f"{receiver}：", BODY, BODY_SIZE)
    _paragraphs(document, content["paragraphs"])
    for line in _enclosures(content.get("attachments", ())):
        _write(document, line, BODY, BODY_SIZE, indent=INDENT)
    for line in filter(None, (content["signatory"], chinese_date(content["date"]))):
        _write(document, line, BODY, BODY_SIZE, RIGHT)
    for note in content.get("notes", ()):
        _write(document, note, BODY, BODY_SIZE, indent=INDENT)
    _attachments(document, content.get("attachments", ()))
    for line in _colophon(content):
        _write(document, line, BODY, BODY_SIZE)


def _paragraphs(document, paragraphs: list) -> None:
    for kind, part in paragraphs:
        if kind == "table":
            _table(document, part)
        elif kind == "signatures":
            _signatures(document, {"lines": part})
        elif kind == "chart":
            _write(document, f"（{part['title']}：图表见 PDF）", BODY, BODY_SIZE, CENTER)
        else:
            for line in part.split("\n"):
                _write(document, line.strip(), FONT_OF[kind], BODY_SIZE, indent=INDENT)


def _enclosures(attachments: list[dict]) -> list[str]:
    """附件说明: what lies behind the letter, numbered where there are several."""
    titles = [item["title"] for item in attachments]
    if len(titles) > 1:
        titles = [f"{place}.{title}" for place, title in enumerate(titles, start=1)]
    return [f"{'附件：' if place == 0 else '　　　'}{title}" for place, title in enumerate(titles)]


def _colophon(content: dict) -> list[str]:
    """版记: 抄送, then 印发机关 with its day."""
    found = [f"抄送：{'、'.join(content['cc'])}。"] if content.get("cc") else []
    if content.get("printer"):
        day = chinese_date(content.get("printed_on", ""))
        found.append(f"{content['printer']}　{day}{'印发' if day else ''}".rstrip())
    return found


def _attachments(document, attachments: list[dict]) -> None:
    for place, item in enumerate(attachments, start=1):
        if "rows" not in item:
            continue
        document.add_page_break()
        name = f"附件{place if len(attachments) > 1 else ''}"
        _write(document, name, HEAD, BODY_SIZE)
        _write(document, item["title"], TITLE, TITLE_SIZE, CENTER)
        _table(document, item)


def _form(document, content: dict) -> None:
    for block in content["blocks"]:
        if block.get("heading"):
            _write(document, block["heading"], HEAD, BODY_SIZE)
        BLOCKS[block["kind"]](document, block)


def _fields(document, block: dict) -> None:
    widths = [LABEL_MM, ROOM_MM - LABEL_MM]
    _table(document, {"head": (), "rows": block["rows"], "widths": widths})


def _text(document, block: dict) -> None:
    for line in block["text"].split("\n"):
        _write(document, line.strip(), BODY, BODY_SIZE, indent=INDENT)


def _images(document, block: dict) -> None:
    for image in block["images"]:
        picture = BytesIO()  # in a format that Word knows, whatever the camera made
        taken = Image.open(BytesIO(base64.b64decode(image["base64"])))
        ImageOps.exif_transpose(taken).convert("RGB").save(picture, "PNG")
        document.add_picture(picture, width=Mm(ROOM_MM / 2))
        _write(document, image["caption"], BODY, TABLE_SIZE, CENTER)


def _signatures(document, block: dict) -> None:
    for line in block["lines"]:
        _write(document, f"{line['label']}　　　　　　{line.get('note', '')}", BODY, BODY_SIZE)


BLOCKS = {
    "fields": _fields,
    "table": lambda document, block: _table(document, block),
    "text": _text,
    "images": _images,
    "signatures": _signatures,
}


def _page(section) -> None:
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)


def _write(document, words, font, size, alignment=None, *, indent=None, color=None) -> None:
    paragraph = document.add_paragraph()
    layout = paragraph.paragraph_format
    layout.alignment, layout.first_line_indent = alignment, indent
    layout.space_before = layout.space_after = Pt(0)
    layout.line_spacing = LINE if size <= BODY_SIZE else None
    _run(paragraph, words, font, size, color)


def _run(paragraph, words: str, font: str, size, color=None) -> None:
    run = paragraph.add_run(words)
    run.font.size, run.font.name, run.font.color.rgb = size, LATIN, color
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)


def _table(document, item: dict) -> None:
    rows = [row for row in (item["head"], *item["rows"]) if row]
    table = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    for row in table.rows:  # as in the PDF: no row is cut, the head stands on each page
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    if item["head"]:
        table.rows[0]._tr.trPr.append(OxmlElement("w:tblHeader"))
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, width, words in zip(row.cells, item["widths"], cells, strict=True):
            cell.width = Mm(width)
            font = HEAD if cells is item["head"] else BODY
            _run(cell.paragraphs[0], "" if words is None else str(words), font, TABLE_SIZE)
