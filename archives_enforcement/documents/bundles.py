"""Several issued papers in one file: a zip to keep, a PDF to print on both sides."""

import io
import re
import zipfile

import pypdfium2

from archives_enforcement.documents import register
from archives_enforcement.documents.models import Document
from archives_enforcement.files import store

UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


def package(papers) -> bytes:
    """A zip of the very PDFs, named by place, number and receiver, and their register."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for place, paper in enumerate(papers, start=1):
            name = f"{place:03d} {paper.number} {paper.party or ''}".strip()
            archive.writestr(f"{UNSAFE.sub('_', name)}.pdf", store.get(paper.rendition.sha256))
        keys = [paper.pk for paper in papers]
        rows = register.in_order(Document.objects.filter(pk__in=keys))
        archive.writestr("发文登记簿.xlsx", register.sheet(rows))
    return out.getvalue()


def for_both_sides(papers) -> bytes:
    """One PDF for a printer that turns the sheets: no paper begins on another's back."""
    whole = pypdfium2.PdfDocument.new()
    for paper in papers:
        one = pypdfium2.PdfDocument(store.get(paper.rendition.sha256))
        whole.import_pages(one)
        if len(one) % 2:
            whole.new_page(*one[0].get_size())
    out = io.BytesIO()
    whole.save(out)
    return out.getvalue()
