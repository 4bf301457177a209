"""Uploaded files as pictures for the volume: no script, link or form of a stranger comes into it.

Called in the bounded child alone: the bytes may be hostile.
"""

import base64
import io

import pypdfium2
from PIL import Image

MOST_PAGES = 100
DPI, LONGEST = 150, 2000  # pixels
PDF = "application/pdf"


def shown(body: bytes, media_type: str) -> list[str]:
    """The pictures that show a file, as base64; none when it cannot be shown or does not open."""
    if media_type == PDF:
        return _pages(body)
    return [_encoded(body)] if media_type.startswith("image/") and opens(body) else []


def opens(body: bytes) -> bool:
    """Whether the bytes are a whole picture."""
    try:
        Image.open(io.BytesIO(body)).load()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return False
    return True


def _pages(pdf: bytes) -> list[str]:
    """Each page as a JPEG; none when the file does not open or is too long to bind."""
    try:
        with pypdfium2.PdfDocument(pdf) as document:
            return [_drawn(page) for page in document] if len(document) <= MOST_PAGES else []
    except pypdfium2.PdfiumError:
        return []


def _drawn(page) -> str:
    scale = min(DPI / 72, LONGEST / max(*page.get_size(), 1))
    out = io.BytesIO()
    page.render(scale=scale).to_pil().convert("RGB").save(out, "JPEG", quality=85)
    return _encoded(out.getvalue())


def _encoded(picture: bytes) -> str:
    return base64.b64encode(picture).decode()
