"""Pictures that stand for scans of paper in the demonstration."""

import io
from functools import cache

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw


@cache
def _picture(width: int, height: int) -> bytes:
    picture = Image.new("RGB", (width, height), "#f4f1e8")
    draw = ImageDraw.Draw(picture)
    for line in range(60, height - 40, 34):
        draw.line((50, line, width - 50, line), fill="#9aa3ad", width=2)
    draw.ellipse((width - 190, height - 190, width - 70, height - 70), outline="#b0241c", width=5)
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()


def scene(name: str, *, mended: bool) -> SimpleUploadedFile:
    """A shelf as a photo would show it: with a patch of damp, or dry."""
    picture = Image.new("RGB", (640, 480), "#dfe5ea")
    draw = ImageDraw.Draw(picture)
    for place in range(60, 580, 60):
        draw.rectangle((place, 90, place + 44, 380), fill="#3f6b8f", outline="#24425a", width=3)
    if not mended:
        draw.ellipse((200, 250, 470, 440), fill="#8a6d3b")
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return SimpleUploadedFile(f"{name}.png", buffer.getvalue(), "image/png")


def scan(name: str) -> SimpleUploadedFile:
    """A sheet with lines and a stamp, as an upload."""
    return SimpleUploadedFile(f"{name}.png", _picture(600, 840), "image/png")
