"""What a file tells of itself when it arrives: when and with what it was taken.

A camera writes it into the picture (EXIF), a recorder into the container; where neither did,
nothing is guessed.
"""

import io
import struct
from contextvars import ContextVar
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from django.utils import timezone
from PIL import Image, ImageOps

from archives_enforcement.files import recordings

PICTURES = ("image/jpeg", "image/png")
EXIF_IFD, MAKE, MODEL, TAKEN, OFFSET = 0x8769, 0x010F, 0x0110, 0x9003, 0x9011
MP4_EPOCH = datetime(1904, 1, 1, tzinfo=UTC)
FAMILIES = (  # what a browser says of its device, the most telling word first
    ("MicroMessenger", "微信"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "安卓设备"),
    ("Windows", "Windows 电脑"), ("Macintosh", "Mac 电脑"), ("Linux", "Linux 电脑"),
)  # fmt: skip

_sender: ContextVar[str] = ContextVar("sender", default="")


class RememberSender:
    """Middleware: from what kind of device the request comes, for the files in it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        token = _sender.set(family(request.headers.get("User-Agent", "")))
        try:
            return self.get_response(request)
        finally:
            _sender.reset(token)


def family(agent: str) -> str:
    """The kind of device a browser names; empty when it names none we know."""
    return next((name for word, name in FAMILIES if word in agent), "")


class Taken(NamedTuple):
    """When a file was captured and with what; None and empty where it does not say."""

    captured_at: datetime | None
    device: str
    sender: str


def taken(upload, media_type: str) -> Taken:
    """What an upload says of itself; its bytes are left to be read again."""
    at, device = None, ""
    if media_type in PICTURES:
        at, device = _of_picture(upload)
    elif media_type in (recordings.VIDEO, recordings.SOUND):
        at = _of_container(upload)
    upload.seek(0)
    return Taken(at, device[:120], _sender.get())


def _of_picture(upload) -> tuple[datetime | None, str]:
    upload.seek(0)
    try:
        exif = Image.open(upload, formats=("JPEG", "PNG")).getexif()
        inner = exif.get_ifd(EXIF_IFD)
    except Exception:
        return None, ""
    words = [str(exif.get(tag, "")).strip(" \0") for tag in (MAKE, MODEL)]
    return _moment(inner.get(TAKEN), inner.get(OFFSET)), " ".join(filter(None, words))


def _moment(text, offset) -> datetime | None:
    """EXIF's 2024:09:05 14:07:00; without an offset it is the camera's clock, taken as ours."""
    try:
        if offset:
            return datetime.strptime(f"{text} {offset}", "%Y:%m:%d %H:%M:%S %z")
        return timezone.make_aware(datetime.strptime(str(text), "%Y:%m:%d %H:%M:%S"))
    except ValueError:
        return None


def _of_container(upload) -> datetime | None:
    """The moment in the header of an MP4 or M4A; most phones write it, some leave it zero."""
    header = _box(upload, b"moov", 0, upload.size)
    if header is None or (header := _box(upload, b"mvhd", *header)) is None:
        return None
    upload.seek(header[0])
    version, *_ = head = upload.read(12)
    if len(head) < 12:
        return None
    seconds = struct.unpack(">Q", head[4:12])[0] if version else struct.unpack(">I", head[4:8])[0]
    return MP4_EPOCH + timedelta(seconds=seconds) if 0 < seconds < 2**33 else None


def _box(upload, name: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Where the content of the box `name` begins and ends, between two places of the file."""
    for _ in range(64):  # a sound file has a handful; one made of thousands is not searched
        upload.seek(start)
        head = upload.read(16)
        if start + 8 > end or len(head) < 8:
            return None
        size, kind, begin = struct.unpack(">I", head[:4])[0], head[4:8], 8
        if size == 1 and len(head) == 16:
            size, begin = struct.unpack(">Q", head[8:16])[0], 16
        if size < begin:
            return None
        if kind == name:
            return start + begin, min(start + size, end)
        start += size
    return None


def without_traces(content: bytes) -> tuple[bytes, str]:
    """A picture as it may be published: turned upright, without EXIF, place or device.

    Returns the new bytes and their type; ValueError when it cannot be read as a picture.
    """
    try:
        with Image.open(io.BytesIO(content), formats=("JPEG", "PNG")) as picture:
            kind = picture.format
            turned = _upright(picture)
            bare = Image.new(turned.mode, turned.size)
            bare.paste(turned)
    except (OSError, SyntaxError, Image.DecompressionBombError) as error:
        raise ValueError("不是可以处理的图片") from error
    out = io.BytesIO()
    bare.save(out, kind, **({"quality": 90} if kind == "JPEG" else {}))
    return out.getvalue(), f"image/{kind.lower()}"


def _upright(picture):
    turned = ImageOps.exif_transpose(picture)
    return turned if turned.mode in ("RGB", "RGBA", "L") else turned.convert("RGB")
