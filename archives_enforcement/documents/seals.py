"""Which picture of the bureau's seal stands on a paper; without one the seal is drawn."""

import base64
from datetime import date
from io import BytesIO

from PIL import Image

from archives_enforcement.documents.models import Seal
from archives_enforcement.files import store

LEAST_SIDE = 500  # pixels on 42 mm: 300 dpi
ROUND = 1.05  # how far the sides of the picture may differ


def in_use_on(bureau, on: date) -> Seal | None:
    if bureau.pk is None:
        return None  # the made-up bureau of a sample
    return bureau.seals.filter(in_use_from__lte=on).order_by("-in_use_from").first()


def fault(content: bytes) -> str | None:
    """Why a file cannot be printed as a seal; None when it can."""
    try:
        with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as picture:
            width, height = picture.size
    except (OSError, ValueError, Image.DecompressionBombError):
        return "印章图样只接受 PNG 或者 JPG 图片，请重新扫描。"
    if min(width, height) < LEAST_SIDE:
        least = f"{LEAST_SIDE}×{LEAST_SIDE}"
        return f"图样只有 {width}×{height} 像素，印出来会模糊；请用不小于 {least} 的。"
    if max(width, height) > ROUND * min(width, height):
        return "图样应当是正方形，四边贴近印章边缘；请裁剪后再上传。"
    return None


def with_picture(content: dict) -> dict:
    """The frozen content together with the picture that its digest names, for the typesetter."""
    if not (digest := content.get("seal_sha256")):
        return content
    return content | {"seal_picture": base64.b64encode(store.get(digest)).decode()}
