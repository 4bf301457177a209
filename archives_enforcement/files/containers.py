"""What the container of a recording says of it: when it was made and how long it lasts."""

import struct
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

MP4_EPOCH = datetime(1904, 1, 1, tzinfo=UTC)
LONGEST = 30 * 24 * 3600  # seconds; what claims more is not believed
MOST_PARTS = 64  # a file has a handful; one made of thousands is not searched


class Said(NamedTuple):
    """None where the container does not say."""

    made_at: datetime | None = None
    seconds: int | None = None  # how long it lasts


def of_film(upload) -> Said:
    """MP4 and M4A; most phones write the moment, some leave it zero."""
    header = _box(upload, b"moov", 0, upload.size)
    if header is None or (header := _box(upload, b"mvhd", *header)) is None:
        return Said()
    upload.seek(header[0])
    content = upload.read(min(header[1] - header[0], 32))
    form = ">4xQ8xIQ" if content[:1] == b"\x01" else ">4xI4xII"
    try:
        made, scale, length = struct.unpack_from(form, content)
    except struct.error:
        return Said()
    at = MP4_EPOCH + timedelta(seconds=made) if 0 < made < 2**33 else None
    return Said(at, _believed(length, scale))


def of_wave(upload) -> Said:
    """WAV: bytes of sound and bytes a second."""
    start, rate = 12, 0
    for _ in range(MOST_PARTS):
        upload.seek(start)
        head = upload.read(24)
        if len(head) < 8:
            break
        size = struct.unpack("<I", head[4:8])[0]
        if head[:4] == b"fmt " and len(head) >= 20:
            rate = struct.unpack("<I", head[16:20])[0]
        if head[:4] == b"data":
            return Said(None, _believed(min(size, upload.size - start - 8), rate))
        start += 8 + size + size % 2
    return Said()


def _believed(length: int, scale: int) -> int | None:
    seconds = round(length / scale) if scale else 0
    return seconds if 0 < seconds <= LONGEST else None


def _box(upload, name: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Where the content of the box `name` begins and ends, between two places of the file."""
    for _ in range(MOST_PARTS):
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
