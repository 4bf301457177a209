"""How long a recording lasts, as its container says; never guessed, never believed blindly."""

import io
import struct

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from archives_enforcement.files import arrival
from archives_enforcement.files.models import StoredFile


def film(length, scale=1000, version=0, made=0) -> bytes:
    form = ">B3xQQIQ" if version else ">B3xIIII"
    content = struct.pack(form, version, made, made, scale, length)
    header = struct.pack(">I4s", 8 + len(content), b"mvhd") + content
    moov = struct.pack(">I4s", 8 + len(header), b"moov") + header
    return struct.pack(">I4s4s4x", 16, b"ftyp", b"isom") + moov


def wave(seconds, rate=8000, *, said=None) -> bytes:
    sound = b"\0" * (seconds * rate)
    form = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, rate, rate, 1, 8)
    between = b"LIST\x03\x00\x00\x00abc\x00"  # an odd chunk is padded
    data = struct.pack("<4sI", b"data", len(sound) if said is None else said) + sound
    return b"RIFF\0\0\0\0WAVE" + form + between + data


def seconds_of(content, media_type) -> int | None:
    return arrival.taken(SimpleUploadedFile("a", content), media_type).seconds


@pytest.mark.parametrize(
    ("content", "media_type", "seconds"),
    [
        (film(125_400), "video/mp4", 125),
        (film(125_400), "video/quicktime", 125),
        (film(125_400), "video/3gpp", 125),
        (film(3_725_000, version=1), "audio/mp4", 3725),
        (wave(3), "audio/wav", 3),
        (wave(3, said=0xFFFFFFFF), "audio/wav", 3),  # a recorder that was cut off
        (film(1, 0), "video/mp4", None),
        (film(0), "video/mp4", None),
        (film(2**32 - 1, 1), "video/mp4", None),
        (film(125_400)[:-6], "video/mp4", None),
        (film(5_000, version=1)[:-4], "video/mp4", None),
        (b"RIFF\0\0\0\0WAVEdata\x08\0\0\0" + b"\0" * 8, "audio/wav", None),
        (b"RIFF\0\0\0\0WAVE", "audio/wav", None),
        (b"RIFF\0\0\0\0WAVE" + b"none\0\0\0\0" * 5000 + wave(1)[12:], "audio/wav", None),
        (b"\xff\xfb\x90\x00", "audio/mpeg", None),
    ],
)
def test_the_container_says_it(content, media_type, seconds):
    assert seconds_of(content, media_type) == seconds


def test_the_bytes_are_left_to_be_read_again():
    upload = io.BytesIO(film(5_000))
    upload.size = len(upload.getvalue())
    arrival.taken(upload, "video/mp4")
    assert upload.tell() == 0


@pytest.mark.parametrize(
    ("seconds", "words"), [(None, ""), (5, "0:05"), (125, "2:05"), (3725, "1:02:05")]
)
def test_it_is_written_as_a_clock_counts(seconds, words):
    assert StoredFile(seconds=seconds).length == words
