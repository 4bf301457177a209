"""What a file tells of itself when it arrives, and the copy that tells nothing."""

import io
from datetime import UTC, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.files import arrival, containers, services
from tests.files.test_length import film

GPS, LATITUDE, AREA = 0x8825, 2, 0x1C


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def photo(*, taken="2024:09:05 14:07:00", offset=None, turned=1, area="") -> bytes:
    exif = Image.Exif()
    exif[arrival.MAKE], exif[arrival.MODEL], exif[0x0112] = "Example", "Phone 3", turned
    inner = exif.get_ifd(arrival.EXIF_IFD)
    inner[arrival.TAKEN] = taken
    if offset:
        inner[arrival.OFFSET] = offset
    exif.get_ifd(GPS)[LATITUDE] = (39.0, 5.0, 11.0)
    if area:
        exif.get_ifd(GPS)[AREA] = area.encode()
    out = io.BytesIO()
    Image.new("RGB", (40, 20), "#8a5a2b").save(out, "JPEG", exif=exif)
    return out.getvalue()


@pytest.fixture
def arrive(unit, bureau, officer):
    def act(content, name="现场.jpg", **facts):
        upload = SimpleUploadedFile(name, content)
        (file,) = services.attach(
            unit, [upload], purpose="现场照片", actor=officer, bureau=bureau, **facts
        )
        return file

    return act


def test_a_photo_says_when_and_with_what_it_was_taken(arrive):
    file = arrive(photo())
    assert timezone.localtime(file.captured_at).isoformat() == "2024-09-05T14:07:00+08:00"
    assert file.device == "Example Phone 3"


def test_the_offset_of_the_camera_counts(arrive):
    assert arrive(photo(offset="+00:00")).captured_at == datetime(2024, 9, 5, 14, 7, tzinfo=UTC)


@pytest.mark.parametrize("content", [photo(taken="unknown"), b"\xff\xd8\xff\xe0.."])
def test_what_says_nothing_is_kept_without_a_time(arrive, content):
    assert arrive(content).captured_at is None


def test_a_film_says_when_it_was_made(arrive):
    seconds = int((datetime(2024, 9, 5, 6, 7, tzinfo=UTC) - containers.MP4_EPOCH).total_seconds())
    facts = {"name": "现场.mp4", "may_be_recording": True}
    assert arrive(film(5_000, made=seconds), **facts).captured_at == datetime(
        2024, 9, 5, 6, 7, tzinfo=UTC
    )
    assert arrive(film(5_000), **facts).captured_at is None


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        ("Mozilla/5.0 (Linux; Android 14) AppleWebKit", "安卓设备"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X)", "iPhone"),
        ("curl/8", ""),
    ],
)
def test_the_sender_is_named_by_its_family(agent, name):
    assert arrival.family(agent) == name


def test_the_chain_of_custody_begins_with_the_arrival(arrive, officer):
    file = arrive(photo())
    entry = AuditEntry.objects.about(file).get()
    assert (entry.label, entry.actor, entry.details["sha256"]) == ("存入", officer, file.sha256)


def test_a_copy_to_publish_tells_nothing_and_stands_upright(client, arrive, officer):
    file = arrive(photo(turned=6))
    client.force_login(officer)
    answer = client.get(reverse("files:copy-export", args=[file.pk]))
    copy = Image.open(io.BytesIO(b"".join(answer.streaming_content)))
    assert (dict(copy.getexif()), copy.size) == ({}, (20, 40))
    original = client.get(reverse("files:download", args=[file.pk]))
    assert b"".join(original.streaming_content) == photo(turned=6)


def test_what_is_no_picture_has_no_copy(client, arrive, officer):
    file = arrive(b"\xff\xd8\xff\xe0..")
    client.force_login(officer)
    assert client.get(reverse("files:copy-export", args=[file.pk])).status_code == 404
