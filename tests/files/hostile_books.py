"""Workbooks and letters that would grow, fetch or run."""

import io
import struct
import zipfile

ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">'.encode() for n in range(9))
    + b"]><a>&j;</a>"
)
OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>'


def packed(members: dict[str, bytes], **options) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, **options) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def sheet(cells: bytes, **more) -> bytes:
    """A workbook of one sheet with those cells."""
    main = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    of_papers = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    types = b"application/vnd.openxmlformats-officedocument.spreadsheetml."
    rels = b"http://schemas.openxmlformats.org/package/2006/relationships"
    return packed(
        {
            "[Content_Types].xml": b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
            b'content-types"><Override PartName="/xl/workbook.xml" ContentType="' + types
            + b'sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="'
            + types + b'worksheet+xml"/></Types>',
            "_rels/.rels": b'<Relationships xmlns="' + rels + b'"><Relationship Id="rId1" Type="'
            + of_papers + b'/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": b'<workbook xmlns="' + main + b'" xmlns:r="' + of_papers
            + b'"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": b'<Relationships xmlns="' + rels
            + b'"><Relationship Id="rId1" Type="' + of_papers
            + b'/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
            "xl/worksheets/sheet1.xml": cells
            if cells.startswith(b"<?xml")
            else b'<worksheet xmlns="' + main + b'">' + cells + b"</worksheet>",
            **more,
        }
    )  # fmt: skip


def books() -> dict[str, bytes]:
    """Workbooks and letters that would grow, fetch or run."""
    row = b"<sheetData><row><c t='inlineStr'><is><t>%s</t></is></c></row></sheetData>"
    word = {"word/document.xml": b"<w:document/>", "[Content_Types].xml": b"<Types/>"}
    whole = sheet(row % "单位名称".encode())
    return {
        "entities": sheet(ENTITIES), "outside": sheet(OUTSIDE), "formula": sheet(
            b"<sheetData><row><c><f>HYPERLINK(&quot;http://192.0.2.1&quot;)</f></c></row></sheetData>"
        ),
        "macro": sheet(row % b"x", **{"xl/vbaProject.bin": b"0" * 99}),
        "wide": sheet(b'<dimension ref="A1:XFD1048576"/>' + row % b"x"),
        "far cell": sheet(
            b'<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
        ),
        "no such cell": sheet(b'<sheetData><row r="x"><c r="-1"><v>1</v></c></row></sheetData>'),
        "no date": sheet(b'<sheetData><row><c t="d"><v>99999-99-99</v></c></row></sheetData>'),
        "no text": sheet(b'<sheetData><row><c t="s"><v>99999999</v></c></row></sheetData>'),
        "nothing": sheet(b""), "no sheet": packed({"xl/workbook.xml": b"<workbook/>"}),
        "no XML": packed({"xl/workbook.xml": b"\x00\xff"}), "half": whole[: len(whole) // 2],
        "turned": whole[:-9] + b"\xff" * 9, "grown": sheet(row % (b"0" * 250_000_000)),
        "grown but told": _lying(sheet(row % (b"0" * 3_000_000))),
        "letter with entities": packed(word | {"word/document.xml": ENTITIES}),
        "letter with macro": packed(word | {"word/vbaProject.bin": b"0"}),
        "letter with template": packed(word | {"word/_rels/settings.xml.rels": OUTSIDE}),
        "paths": packed(word | {"../../../../tmp/x": b"x", "/etc/x": b"x"}),
        "zip in zip": packed(word | {"a.zip": packed({"b.zip": packed({"c": b"0" * 10**6})})}),
        "many members": packed(word | {f"m{number}": b"" for number in range(3_000)}),
        "empty zip": b"PK\x05\x06" + b"\x00" * 18, "zip head": b"PK\x03\x04",
        "ofd": packed({"OFD.xml": ENTITIES}), "wrong sums": whole.replace(b"sheet1", b"sheet2", 1),
    }  # fmt: skip


def _lying(content: bytes) -> bytes:
    """A package whose directory tells a hundredth of the true sizes."""
    place = content.rfind(b"PK\x01\x02", 0, content.rfind(b"PK\x05\x06"))
    size = struct.unpack_from("<I", content, place + 24)[0]
    return content[: place + 24] + struct.pack("<I", size // 100) + content[place + 28 :]
