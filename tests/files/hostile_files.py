"""Files that nobody sends who means well, made here: none holds anything that works."""

import struct
import zlib
from typing import NamedTuple

from tests.files.hostile_books import ENTITIES, OUTSIDE, books
from tests.files.test_arrival import photo

HEADS = {
    "jpg": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01", "png": b"\x89PNG\r\n\x1a\n",
    "pdf": b"%PDF-1.7\n", "xlsx": b"PK\x03\x04\x14\x00\x00\x00",
}  # fmt: skip


SCRIPT = b"<html><script>alert(1)</script></html>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'
TAILS = {
    "html": SCRIPT, "svg": SVG, "php": b"<?php system($_GET[0]); ?>",
    "exe": b"MZ\x90\x00PE\x00\x00",
    "js": b"/*\xff*/alert(1)//", "sh": b"#!/bin/sh\nid\n",
}  # fmt: skip


OTHERS = {
    "html": SCRIPT, "svg": SVG, "xml": OUTSIDE, "bomb": ENTITIES, "exe": b"MZ\x90\x00" + b"0" * 99,
    "elf": b"\x7fELF\x02\x01", "rar": b"Rar!\x1a\x07\x00", "7z": b"7z\xbc\xaf\x27\x1c",
    "gz": b"\x1f\x8b\x08\x00" + b"0" * 40, "lnk": b"L\x00\x00\x00\x01\x14\x02\x00",
    "bat": b"@echo off\r\ncalc\r\n", "hta": b"<hta:application><script>1</script>",
    "swf": b"FWS\x09", "ico": b"\x00\x00\x01\x00", "gif": b"GIF89a/*", "bmp": b"BM" + b"0" * 60,
    "tiff": b"II*\x00", "webp": b"RIFF\x10\x00\x00\x00WEBPVP8 ",
    "heic": b"\x00\x00\x00\x18ftypheic",
    "ole": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600, "rtf": b"{\\rtf1\\object}",
    "csv": "=1+1,单位名称\n".encode(), "json": b"{", "nul": b"\x00" * 400,
    "bom": b"\xef\xbb\xbf", "one cell": b"a" * 200_000,
    "utf16": "单位名称\n".encode("utf-16"), "gbk": "单位名称,性质\n某,机关\n".encode("gbk"),
}  # fmt: skip


NAMES = (
    "../../../../etc/cron.d/x.jpg", "..\\..\\windows\\x.jpg", "/etc/passwd", "C:\\boot.jpg",
    "x\x00.jpg", "x.php\x00.jpg", "照片\u202egpj.exe", "\u2066x\u2069.jpg", "\u200b.jpg", "CON.jpg",
    "nul", "aux.jpg", "com1.jpg", "a" * 300 + ".jpg", "长" * 200 + ".jpg", "", ".", "..",
    ".htaccess",
    "-rf.jpg", "x.jpg;y.html", 'x".jpg', "x%00.jpg", "x%2e%2e.jpg", "x\r\nSet-Cookie: a=b.jpg",
    "x .", "x.jpg::$DATA", "x.jpg.html", "x.jpg.exe", "<script>alert(1)</script>.jpg", "=1+1.jpg",
    "x.asp;.jpg", "\U0001f600.jpg", "ﾊﾝｶｸ.jpg", "$(id).jpg", "`id`.jpg", "x|y.jpg", "x\ud83d.jpg",
)  # fmt: skip


class Sent(NamedTuple):
    what: str
    name: str
    content: bytes


def png(width: int, height: int, rows: bytes = b"") -> bytes:
    def chunk(kind, data):
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return (
        HEADS["png"] + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )  # fmt: skip


def pdf(catalog: bytes, more: bytes = b"") -> bytes:
    return (
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R" + catalog + b">>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\n" + more
        + b"trailer<</Root 1 0 R>>\n%%EOF"
    )  # fmt: skip


def pdfs() -> dict[str, bytes]:
    script = b"/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>"
    return {
        "javascript": pdf(script), "launch": pdf(b"/OpenAction<</S/Launch/F(calc.exe)>>"),
        "address": pdf(b"/OpenAction<</S/URI/URI(http://192.0.2.1/)>>"),
        "embedded": pdf(b"/Names<</EmbeddedFiles<</Names[(x.exe)4 0 R]>>>>"),
        "form": pdf(b"/AcroForm<</XFA(x)>>"), "open end": HEADS["pdf"] + b"1 0 obj<<",
        "own parent": HEADS["pdf"] + b"1 0 obj<</Type/Pages/Kids[1 0 R]/Count 9>>endobj\n"
        b"trailer<</Root 1 0 R>>",
        "deep": HEADS["pdf"] + b"[" * 90_000,
        "long stream": pdf(b"", b"4 0 obj<</Length 999999999>>stream\nx\nendstream endobj\n"),
        "head alone": HEADS["pdf"],
        "locked": pdf(b"", b"").replace(b"/Root 1 0 R", b"/Root 1 0 R/Encrypt 1 0 R"),
        "many pages": pdf(b"").replace(b"/Count 1", b"/Count 2147483647"),
        "no page": pdf(b"").replace(b"/Kids[3 0 R]/Count 1", b"/Kids[]/Count 0"),
        "huge page": pdf(b"").replace(b"0 0 99 99", b"0 0 9999999 9999999"),
    }  # fmt: skip


def pictures() -> dict[str, bytes]:
    good = photo()
    return {
        "a hundred thousand square": png(100_000, 100_000), "no rows": png(10, 10),
        "grows": png(30_000, 30_000, b"\x00" * 3_000_000), "no size": png(0, 0),
        "most": png(2**31 - 1, 2**31 - 1), "wide": png(2**30, 1), "place": good,
        "head alone": HEADS["png"], "broken sums": png(9, 9)[:-5] + b"12345",
        "huge JPEG": good.replace(b"\x00\x14\x00\x28", b"\xff\xff\xff\xff", 1),
        "deep EXIF": good.replace(b"Exif\x00\x00", b"Exif\x00\x00" + b"\xff" * 60, 1),
        "note in it": good[:2] + b"\xff\xfe\x00\x28" + SCRIPT[:38] + good[2:],
    }  # fmt: skip


def corpus() -> list[Sent]:
    """More than two hundred, always the same."""
    good = photo()
    found = [
        Sent(f"{head} then {tail}", f"照片.{name}", HEADS[head] + TAILS[tail])
        for head in HEADS
        for tail, name in zip(TAILS, (head, "html", "svg", head, "jpg.js", ""), strict=True)
    ]
    found += [
        Sent(f"{what} as {name}", f"材料.{name}", content)
        for what, content in OTHERS.items()
        for name in ("jpg", "pdf", "xlsx", what)
    ]
    found += [Sent(f"name {name!r}"[:60], name, good) for name in NAMES]
    for kind, made, name in (
        ("pdf", pdfs, "pdf"),
        ("book", books, "xlsx"),
        ("picture", pictures, "png"),
    ):
        found += [Sent(f"{kind}: {what}", f"材料.{name}", each) for what, each in made().items()]
    found += [
        Sent(f"{part} of a photo", "照片.jpg", good[: int(len(good) * part)])
        for part in (0.1, 0.25, 0.5, 0.75, 0.9, 0.99)
    ]
    return found
