"""What a file tells of itself when it arrives: when and with what it was taken.

A camera writes it into the picture (EXIF), a recorder into the container; where neither did,
nothing is guessed.
"""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import NamedTuple

from django.utils import timezone
from PIL import Image, ImageOps

from archives_enforcement.files import containers, recordings

PICTURES = ("image/jpeg", "image/png")
EXIF_IFD, MAKE, MODEL, TAKEN, OFFSET = 0x8769, 0x010F, 0x0110, 0x9003, 0x9011
FAMILIES = (  # what a browser says of its device, the most telling word first
    ("MicroMessenger", "微信"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "安卓设备"),
    ("Windows", "Windows 电脑"), ("Macintosh", "Mac 电脑"), ("Linux", "Linux 电脑"),
)  # fmt: skip

_sender: ContextVar[str] = ContextVar("sender", default="")
_device_at: ContextVar[datetime | None] = ContextVar("device_at", default=None)


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


@contextmanager
def by_device(at: datetime | None) -> Iterator[None]:
    """What is taken in here was put on record without network `at` that time of the device."""
    token = _device_at.set(at)
    try:
        yield
    finally:
        _device_at.reset(token)


def family(agent: str) -> str:
    """The kind of device a browser names; empty when it names none we know."""
    return next((name for word, name in FAMILIES if word in agent), "")


class Taken(NamedTuple):
    """When a file was captured, with what and for how long; None and empty where it says not."""

    captured_at: datetime | None
    device: str
    sender: str
    seconds: int | None
    device_at: datetime | None  # by the clock of the device it was put on record with, off line


def taken(upload, media_type: str) -> Taken:
    """What an upload says of itself; its bytes are left to be read again."""
    device, said = "", containers.Said()
    if media_type in PICTURES:
        at, device = _of_picture(upload)
        said = containers.Said(at)
    elif media_type in recordings.BOXED:
        said = containers.of_film(upload)
    elif media_type == recordings.WAV:
        said = containers.of_wave(upload)
    upload.seek(0)
    return Taken(said.made_at, device[:120], _sender.get(), said.seconds, _device_at.get())


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
