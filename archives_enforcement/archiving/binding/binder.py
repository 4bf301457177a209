"""Bind files of the typesetting engine into one: pages, tags, bookmarks, stamped page numbers.

The volume keeps the archival form of its parts (PDF/A-3u, tagged): title, language and colour
profile are those of the first part. Equal parts give equal bytes.
"""

import io
import re
import zlib
from collections.abc import Iterator
from typing import NamedTuple

import pydyf

from archives_enforcement.archiving.binding.objects import Item, Ref, Source, Unreadable

KEPT = (b"/OutputIntents", b"/Metadata", b"/Lang", b"/ViewerPreferences", b"/MarkInfo")
MARKED = re.compile(rb"/\w+\s+<</MCID \d+>>\s+BDC|\bEMC\b")
STAMP = b"/PageNumber"


class Part(NamedTuple):
    """One entry of the volume: pages `first` to `last` (from 0, `last` not included) of a file."""

    pdf: bytes
    title: str = ""  # the bookmark; none when empty
    first: int = 0
    last: int | None = None


def page_count(pdf: bytes) -> int:
    return len(Source(pdf).pages)


def bind(parts: list[Part], numbers: bytes | None, first: int) -> bytes:
    """The volume of `parts`; the pages of `numbers` are laid over its pages from `first` (0) on.

    Raises Unreadable when a part is no file of the typesetting engine.
    """
    return _Binder(parts, numbers and Source(numbers), first).write()


class _Binder:
    def __init__(self, parts, numbers, first):
        self.pdf, self.numbers = pydyf.PDF(), numbers
        self.root = self._add({b"/Type": b"/StructTreeRoot"})
        self.document = self._add({b"/Type": b"/StructElem", b"/S": b"/Document", b"/P": self.root})
        self.sources: dict[bytes, Source] = {}
        self.copies: dict[tuple[int, int], Item] = {}
        self.pages: list[Item] = []
        self.origins: list[tuple[Source, Ref]] = []
        self.marks = [(part.title, self._take(part)) for part in parts]
        self.front = self._source(parts[0].pdf)
        self.numbered = range(first, first + len(numbers.pages if numbers else ()))

    def write(self) -> bytes:
        for page, origin in zip(self.pages, self.origins, strict=True):
            self._fill(page, *origin)
        for place in self.numbered:
            sheet = self.numbers.pages[place - self.numbered.start]
            self._stamp(self.pages[place], self.numbers.get(sheet))
        self._tag()
        self._list_bookmarks()
        for key in KEPT:
            self.pdf.catalog[key[1:].decode()] = self._written(self.front.catalog[key])
        self.pdf.catalog["StructTreeRoot"] = self.root.reference
        info = self.front.get(self.front.trailer[b"/Info"])
        self.pdf.info = pydyf.Dictionary({key[1:].decode(): value for key, value in info.items()})
        out = io.BytesIO()
        self.pdf.write(out, version=b"1.7", identifier=True, compress=True)
        return out.getvalue()

    def _written(self, value):
        item = self._copied(self.front, value)
        return item.reference if isinstance(item, Item) else _Plain(item)

    def _add(self, value, body=None) -> Item:
        item = Item(value, body)
        self.pdf.add_object(item)
        return item

    def _source(self, pdf: bytes) -> Source:
        if pdf not in self.sources:
            self.sources[pdf] = Source(pdf)
        return self.sources[pdf]

    def _take(self, part: Part) -> Item:
        """Make room for the pages of a part; the first of them."""
        source, first = self._source(part.pdf), len(self.pages)
        for ref in source.pages[part.first : part.last]:
            page = Item({})
            self.pdf.add_page(page)
            self.copies[id(source), ref.number] = page
            self.pages.append(page)
            self.origins.append((source, ref))
        return self.pages[first]

    def _fill(self, page: Item, source: Source, ref: Ref) -> None:
        old = source.get(ref)
        if b"/Annots" in old:
            raise Unreadable("版式文件含有批注或者链接")
        page.value = {
            key: self._copied(source, value)
            for key, value in old.items()
            if key not in (b"/Parent", b"/StructParents")
        }
        page.value[b"/Parent"] = self.pdf.pages
        page.value[b"/StructParents"] = str(self.pages.index(page)).encode()

    def _copied(self, source: Source, value):
        """The value with everything it leads to, in the numbering of the volume."""
        if isinstance(value, dict):
            return {key: self._copied(source, item) for key, item in value.items()}
        if isinstance(value, list):
            return [self._copied(source, item) for item in value]
        if not isinstance(value, Ref):
            return value
        key = id(source), value.number
        if key not in self.copies:
            old = source.item(value)
            self.copies[key] = self._add(None, old.body)
            self.copies[key].value = self._copied(source, old.value)
        return self.copies[key]

    def _stamp(self, page: Item, sheet: dict) -> None:
        """Lay a page number over the page, as an artifact that belongs to no text."""
        drawing = MARKED.sub(b"", _content(self.numbers, sheet))
        form = self._add(
            {
                b"/Type": b"/XObject",
                b"/Subtype": b"/Form",
                b"/BBox": sheet[b"/MediaBox"],
                b"/Resources": self._copied(self.numbers, sheet[b"/Resources"]),
                b"/Filter": b"/FlateDecode",
            },
            zlib.compress(drawing),
        )
        resources = _own(page.value[b"/Resources"])
        objects = _own(resources.get(b"/XObject", {}))
        page.value[b"/Resources"] = {**resources, b"/XObject": {**objects, STAMP: form}}
        before = self._add({}, b"q")
        after = self._add({}, b"Q /Artifact BMC q " + STAMP + b" Do Q EMC")
        page.value[b"/Contents"] = [before, *_listed(page.value[b"/Contents"]), after]

    def _tag(self) -> None:
        """One tree of tags in the order of the pages, and the way from each page into it."""
        place_of = {id(page): place for place, page in enumerate(self.pages)}
        elements, parents = [], {}
        for source in self.sources.values():
            root = source.get(source.catalog[b"/StructTreeRoot"])
            [top] = root[b"/K"]
            self.copies[id(source), source.catalog[b"/StructTreeRoot"].number] = self.root
            self.copies[id(source), top.number] = self.document
            elements += [self._copied(source, ref) for ref in source.get(top)[b"/K"]]
            nums = source.get(root[b"/ParentTree"])[b"/Nums"]
            for key, refs in zip(nums[::2], nums[1::2], strict=True):
                page = self.copies.get((id(source), source.pages[int(key)].number))
                if page is not None:
                    parents[place_of[id(page)]] = self._copied(source, refs)
        elements = [one for one in elements if id(one.value[b"/Pg"]) in place_of]
        elements.sort(key=lambda one: place_of[id(one.value[b"/Pg"])])
        self.document.value[b"/K"] = elements
        nums = [part for key in sorted(parents) for part in (str(key).encode(), parents[key])]
        self.root.value |= {
            b"/K": [self.document], b"/ParentTree": self._add({b"/Nums": nums})
        }  # fmt: skip

    def _list_bookmarks(self) -> None:
        """One bookmark a part, and page labels so that a viewer counts as the volume does."""
        marks = [(title, page) for title, page in self.marks if title]
        top = self._add({b"/Type": b"/Outlines", b"/Count": str(len(marks)).encode()})
        items = [
            self._add(
                {
                    b"/Title": pydyf.String(title).data,
                    b"/Parent": top,
                    b"/Dest": [page, b"/Fit"],
                }
            )
            for title, page in marks
        ]
        for before, after in zip(items, items[1:], strict=False):
            before.value[b"/Next"], after.value[b"/Prev"] = after, before
        top.value |= {b"/First": items[0], b"/Last": items[-1]}
        self.pdf.catalog["Outlines"] = top.reference
        self.pdf.catalog["PageMode"] = "/UseOutlines"
        self.pdf.catalog["PageLabels"] = _Plain({b"/Nums": list(self._labels())})

    def _labels(self) -> Iterator:
        """Unnumbered pages have roman labels, the others those that are stamped on them."""
        numbered = None
        for place in range(len(self.pages)):
            if (place in self.numbered) != numbered:
                numbered = place in self.numbered
                yield str(place).encode()
                yield {b"/S": b"/D" if numbered else b"/r"}


class _Plain(pydyf.Object):
    """A value that stands directly inside a dictionary of pydyf."""

    def __init__(self, value):
        super().__init__()
        self.value = value

    @property
    def data(self):
        return Item(self.value).data


def _own(value) -> dict:
    """A dictionary of the volume, whether it stands here or is referred to."""
    return value.value if isinstance(value, Item) else value


def _listed(value) -> list:
    return value if isinstance(value, list) else [value]


def _content(source: Source, page: dict) -> bytes:
    return b"\n".join(source.item(ref).unpacked() for ref in _listed(page[b"/Contents"]))
