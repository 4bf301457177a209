"""Which picture of the bureau's seal stands on a paper; without one the seal is drawn."""

import base64
from datetime import date
from io import BytesIO

from PIL import Image

from archives_enforcement.documents.models import Seal
from archives_enforcement.files import store

LEAST_SIDE, MOST_SIDE = 500, 4000  # pixels on 42 mm: 500 are 300 dpi
ROUND = 1.05  # how far the sides of the picture may differ
PALE = 200  # from here to white (255) nothing of it is seen on paper
LEAST_INK, MOST_INK = 0.005, 0.6  # shares of the picture: the signature shows through the rest
# What a whole file ends with. Pillow fills up what is missing (`press`).
ENDS, TAIL = {"PNG": b"IEND\xaeB`\x82", "JPEG": b"\xff\xd9"}, 1024


def in_use_on(bureau, on: date) -> Seal | None:
    """The one registered last of those in use by then: so a slip in the day can be put right."""
    if bureau.pk is None:
        return None  # the made-up bureau of a sample
    return bureau.seals.filter(in_use_from__lte=on).order_by("-pk").first()


def replaced_unused(rows: list[Seal], today: date) -> set[int]:
    """Keys of those still to come that will never be used: one registered later begins before."""
    return {
        row.pk
        for row in rows
        if row.in_use_from > today
        and any(other.pk > row.pk and other.in_use_from < row.in_use_from for other in rows)
    }


def fault(content: bytes) -> str | None:
    """Why a file cannot be printed as a seal; None when it can."""
    try:
        with Image.open(BytesIO(content), formats=tuple(ENDS)) as picture:
            if ENDS.get(picture.format, ENDS["JPEG"]) not in content[-TAIL:]:
                raise OSError("cut off")
            return _fault_of_size(*picture.size) or _fault_of_ink(_ink(picture))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return "印章图样只接受 PNG 或者 JPG 图片，请重新扫描。"


def _fault_of_size(width: int, height: int) -> str | None:
    if min(width, height) < LEAST_SIDE:
        least = f"{LEAST_SIDE}×{LEAST_SIDE}"
        return f"图样只有 {width}×{height} 像素，印出来会模糊；请用不小于 {least} 的。"
    if max(width, height) > ROUND * min(width, height):
        return "图样应当是正方形，四边贴近印章边缘；请裁剪后再上传。"
    if max(width, height) > MOST_SIDE:
        return f"图样有 {width}×{height} 像素，太大；请缩小到 {MOST_SIDE}×{MOST_SIDE} 以内。"
    return None


def _ink(picture: Image.Image) -> float:
    """The share of the picture that is seen on white paper."""
    picture = picture.convert("RGBA")
    on_paper = Image.alpha_composite(Image.new("RGBA", picture.size, "white"), picture)
    return sum(on_paper.convert("L").histogram()[:PALE]) / (picture.width * picture.height)


def _fault_of_ink(share: float) -> str | None:
    if share < LEAST_INK:
        return "图样上看不到印文（全白或者透明），请核对文件后重新上传。"
    if share > MOST_INK:
        return "图样的底色不是白色或者透明，盖上会遮住署名和日期；请去掉底色后再上传。"
    return None


def with_picture(content: dict) -> dict:
    """The frozen content together with the picture that its digest names, for the typesetter."""
    if not (digest := content.get("seal_sha256")):
        return content
    return content | {"seal_picture": base64.b64encode(store.get(digest)).decode()}
