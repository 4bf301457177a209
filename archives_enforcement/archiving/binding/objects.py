"""Objects of PDF files as the typesetting engine writes them.

Only what WeasyPrint and pydyf write is understood: one cross-reference stream, object streams, no
predictor, no encryption. Files of strangers are never read here; their pages come in as pictures.
"""

import re
import zlib
from typing import NamedTuple

import pydyf

TOKEN = re.compile(
    rb"\s*(?:(?P<mark><<|>>|\[|\])|(?P<ref>\d+)\s+\d+\s+R\b"
    rb"|(?P<atom>/[^\s<>\[\]()/%]*|\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f\s]*>|[^\s<>\[\]()/%]+))",
    re.DOTALL,
)
HEAD = re.compile(rb"\s*\d+\s+\d+\s+obj\b")
STREAM = re.compile(rb"\s*stream\r?\n")
IN_FILE, IN_STREAM = 1, 2  # first column of a cross-reference row


class Unreadable(ValueError):
    """The bytes are no file of the typesetting engine."""


class Ref(NamedTuple):
    """A reference to another object: its number in the file it stands in."""

    number: int


class Item(pydyf.Object):
    """One object: its value (dict, list, Ref or the bytes of an atom), and the bytes of a stream.

    Inside `value`, other objects stand as Ref (as read) or as Item (as written).
    """

    def __init__(self, value, body: bytes | None = None):
        super().__init__()
        self.value, self.body = value, body

    @property
    def compressible(self):
        return self.body is None

    @property
    def data(self) -> bytes:
        if self.body is None:
            return written(self.value)
        value = {**self.value, b"/Length": str(len(self.body)).encode()}
        # A last byte that is a carriage return would be taken for a part of the line end.
        end = b"\r\nendstream" if self.body.endswith(b"\r") else b"\nendstream"
        return written(value) + b"\nstream\n" + self.body + end

    def unpacked(self) -> bytes:
        """The bytes of a stream as they were before they were packed."""
        return zlib.decompress(self.body) if self.value.get(b"/Filter") else self.body


def written(value) -> bytes:
    """A value as it stands in a file; other objects are referred to."""
    if isinstance(value, pydyf.Object):
        return value.reference
    if isinstance(value, dict):
        return b"<<" + b"".join(key + b" " + written(item) for key, item in value.items()) + b">>"
    if isinstance(value, list):
        return b"[" + b" ".join(written(item) for item in value) + b"]"
    return value


def value_at(data: bytes, place: int):
    """(value, end) of what stands in `data` from `place` on."""
    found = TOKEN.match(data, place)
    if found is None:
        raise Unreadable("这里没有可以读出的内容")
    if found["ref"]:
        return Ref(int(found["ref"])), found.end()
    if found["atom"]:
        return found["atom"], found.end()
    if found["mark"] not in (b"<<", b"["):
        return found["mark"], found.end()
    values, place = [], found.end()
    while True:
        value, place = value_at(data, place)
        if value in (b">>", b"]"):
            break
        values.append(value)
    whole = dict(zip(values[::2], values[1::2], strict=True)) if found["mark"] == b"<<" else values
    return whole, place


class Source:
    """A file that is read: its objects by number, its trailer, its pages in order."""

    def __init__(self, data: bytes):
        self.data, self.rows, self.read = data, {}, {}
        start = data.rfind(b"startxref")
        if not data.startswith(b"%PDF-") or start < 0:
            raise Unreadable("不是 PDF 文件")
        table = self._at(int(data[start + 9 :].split()[0]))
        self.trailer = table.value
        self._index(table)
        self.catalog = self.get(self.trailer[b"/Root"])
        self.pages = list(self._kids(self.catalog[b"/Pages"]))

    def get(self, value):
        """What a reference leads to; any other value is itself."""
        return self.item(value).value if isinstance(value, Ref) else value

    def item(self, ref: Ref) -> Item:
        if ref.number not in self.read:
            kind, where, place = self.rows[ref.number]
            self.read[ref.number] = (
                self._at(where) if kind == IN_FILE else self._packed(Ref(where), place)
            )
        return self.read[ref.number]

    def _index(self, table: Item) -> None:
        widths = [int(width) for width in table.value[b"/W"]]
        rows, size = table.unpacked(), sum(widths)
        for number in range(len(rows) // size):
            row, columns = rows[number * size : (number + 1) * size], []
            for width in widths:
                columns.append(int.from_bytes(row[:width], "big"))
                row = row[width:]
            self.rows[number] = columns

    def _at(self, place: int) -> Item:
        head = HEAD.match(self.data, place)
        if head is None:
            raise Unreadable("交叉引用表与文件内容不符")
        value, end = value_at(self.data, head.end())
        stream = STREAM.match(self.data, end)
        if stream is None:
            return Item(value)
        length = int(value.pop(b"/Length"))
        return Item(value, self.data[stream.end() : stream.end() + length])

    def _packed(self, holder: Ref, place: int) -> Item:
        stream = self.item(holder)
        content, first = stream.unpacked(), int(stream.value[b"/First"])
        places = content[:first].split()
        return Item(value_at(content, first + int(places[2 * place + 1]))[0])

    def _kids(self, ref: Ref):
        node = self.get(ref)
        if node[b"/Type"] == b"/Page":
            yield ref
        for kid in node.get(b"/Kids", ()):
            yield from self._kids(kid)
