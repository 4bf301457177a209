"""Uploaded files as pictures for the volume: no script, link or form of a stranger comes into it.

Called in the bounded child alone: the bytes may be hostile.
"""

import base64
import io

import pypdfium2
from PIL import Image, ImageOps

MOST_PAGES = 100
DPI, LONGEST = 150, 2000  # pixels
PDF = "application/pdf"
UNREADABLE = (OSError, ValueError, SyntaxError, Image.DecompressionBombError)


def shown(body: bytes, media_type: str) -> list[str]:
    """The pictures that show a file, as base64; none when it cannot be shown or does not open."""
    if media_type == PDF:
        return _pages(body)
    return _photo(body) if media_type.startswith("image/") else []


def opens(body: bytes) -> bool:
    """Whether the bytes are a whole picture."""
    try:
        Image.open(io.BytesIO(body)).load()
    except UNREADABLE:
        return False
    return True


def _photo(body: bytes) -> list[str]:
    """A picture as it is; a large one is made smaller while it is read, to save time."""
    try:
        picture = Image.open(io.BytesIO(body))
        wide, longest = picture.width >= picture.height, max(picture.size)
        picture.draft("RGB", (LONGEST, 1) if wide else (1, LONGEST))
        picture.load()
    except UNREADABLE:
        return []
    if longest <= LONGEST:
        return [_encoded(body)]
    picture = ImageOps.exif_transpose(picture)
    picture.thumbnail((LONGEST, LONGEST))
    return [_saved(picture, "JPEG" if picture.mode in ("RGB", "L", "CMYK") else "PNG")]


def _pages(pdf: bytes) -> list[str]:
    """Each page as a JPEG; none when the file does not open or is too long to bind."""
    try:
        with pypdfium2.PdfDocument(pdf) as document:
            return [_drawn(page) for page in document] if len(document) <= MOST_PAGES else []
    except pypdfium2.PdfiumError:
        return []


def _drawn(page) -> str:
    scale = min(DPI / 72, LONGEST / max(*page.get_size(), 1))
    return _saved(page.render(scale=scale).to_pil().convert("RGB"), "JPEG")


def _saved(picture: Image.Image, kind: str) -> str:
    out = io.BytesIO()
    picture.save(out, kind, quality=85)
    return _encoded(out.getvalue())


def _encoded(picture: bytes) -> str:
    return base64.b64encode(picture).decode()
