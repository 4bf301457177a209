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


def scan(name: str) -> SimpleUploadedFile:
    """A sheet with lines and a stamp, as an upload."""
    return SimpleUploadedFile(f"{name}.png", _picture(600, 840), "image/png")
