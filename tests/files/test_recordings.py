"""录音录像: which are taken, where, how large, and how they are handed out."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from archives_enforcement.files import checks, recordings, services, store
from archives_enforcement.files.models import StoredFile
from archives_enforcement.workflow import Refused
from tests.files.recordings import COVER, FRAME, M4A, MP3, MP4, WAV, video

MEGABYTE = 1024 * 1024


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.mark.parametrize(
    ("head", "media_type"),
    [
        (MP4, "video/mp4"),
        (MP4.replace(b"ftypisom", b"ftypmp42"), "video/mp4"),
        (MP4.replace(b"isom", b"qt  ", 1), "video/quicktime"),
        (MP4.replace(b"isom", b"3gp5", 1), "video/3gpp"),
        (MP4.replace(b"isom", b"3g2a", 1), "video/3gpp"),
        (M4A, "audio/mp4"),
        (WAV, "audio/wav"),
        (MP3, "audio/mpeg"),
        (FRAME, "audio/mpeg"),
        (b"\xff\xf3\x40\xc0", "audio/mpeg"),  # MPEG 2, as a small recorder writes it
    ],
)
def test_a_recording_is_told_from_its_first_bytes(head, media_type):
    assert recordings.type_of(head) == media_type
    assert checks.media_type("随便.txt", head, may_be_recording=True) == media_type
    assert media_type in recordings.MEDIA


@pytest.mark.parametrize(
    "head",
    [
        MP4.replace(b"isom", b"heic", 1),
        WAV.replace(b"WAVE", b"AVI "),
        COVER + b"<html><script>",
        COVER,
        b"ID3",
        b"\xff\xfe<\x00h\x00",  # text in UTF-16
        b"\xff\xfb\xf0\x00",  # no such bit rate
        b"\xff\xfb\x9c\x00",  # no such sampling rate
        b"\xff\xeb\x90\x00",  # no such version
        b"<html><video src=x>",
        b"",
    ],
)
def test_what_only_looks_like_a_recording_is_none(head):
    assert recordings.type_of(head) is None


def attach(unit, actor, upload, **facts):
    return services.attach(
        unit, [upload], purpose="录像", actor=actor, bureau=actor.bureau, **facts
    )[0]


def test_a_recording_is_taken_where_the_law_knows_one_and_nowhere_else(unit, officer):
    with pytest.raises(Refused, match="不是可以接收的格式.*Excel（xlsx）。"):
        attach(unit, officer, video())
    with pytest.raises(Refused, match="录音录像（MP4、MOV、3GP、M4A、MP3、WAV）"):
        attach(unit, officer, SimpleUploadedFile("a.exe", b"MZ"), may_be_recording=True)
    kept = attach(unit, officer, video(), may_be_recording=True)
    assert (kept.media_type, kept.size) == ("video/mp4", len(MP4))
    assert (kept.sha256, kept.sm3) == (store.digest(MP4), store.sm3(MP4))
    assert store.get(kept.sha256) == MP4


@pytest.mark.parametrize("brand", [b"heic", b"mif1", b"avif"])
@pytest.mark.parametrize("recorded", [True, False])
def test_a_photo_that_others_cannot_open_is_refused_with_the_way_out(brand, recorded):
    head = MP4.replace(b"isom", brand, 1)
    with pytest.raises(Refused, match="HEIC 照片.*转成 JPG.*兼容性最佳"):
        checks.media_type("IMG_0001.HEIC", head, may_be_recording=recorded)


@pytest.mark.parametrize(("size", "lawful"), [(2 * MEGABYTE, True), (2 * MEGABYTE + 1, False)])
def test_how_large_a_recording_may_be_is_a_setting(unit, officer, settings, size, lawful):
    settings.RECORDING_LIMIT_MB = 2
    upload = SimpleUploadedFile("长.mp4", MP4.ljust(size, b"0"))
    if lawful:
        assert attach(unit, officer, upload, may_be_recording=True).size == size
        return
    with pytest.raises(Refused, match="超过 2 MB"):
        attach(unit, officer, upload, may_be_recording=True)
    assert StoredFile.objects.count() == 0


def test_everything_else_keeps_its_own_limit(unit, officer):
    upload = SimpleUploadedFile("大.pdf", b"%PDF-1.7".ljust(checks.LIMIT + 1, b"0"))
    with pytest.raises(Refused, match="超过 20 MB"):
        attach(unit, officer, upload, may_be_recording=True)


def test_what_comes_in_pieces_is_kept_once_and_whole(tmp_path):
    kept = store.keep([b"ab", b"c"])
    assert kept == (store.digest(b"abc"), store.sm3(b"abc"), 3)
    assert store.keep([b"abc"]) == kept
    assert store.put(b"abc") == kept.sha256
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == [kept.sha256]


def test_nothing_is_left_of_what_breaks_off(tmp_path):
    def pieces():
        yield b"ab"
        raise OSError("连接中断")

    with pytest.raises(OSError, match="连接中断"):
        store.keep(pieces())
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_recording_is_handed_out_as_a_file_and_never_shown(client, unit, officer):
    kept = attach(unit, officer, video("<b>录像</b>.html"), may_be_recording=True)
    client.force_login(officer)
    answer = client.get(reverse("files:download", args=[kept.pk]))
    assert b"".join(answer) == MP4
    assert answer["Content-Type"] == "video/mp4"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
