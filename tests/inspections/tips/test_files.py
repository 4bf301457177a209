"""Files of a tip: without traces and names, few and of known kinds."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from archives_enforcement.files import store
from archives_enforcement.files.models import StoredFile
from archives_enforcement.workflow import Refused
from inspections.models import Tip
from inspections.services import tips
from tests.files.test_arrival import photo
from tests.inspections.tips.conftest import FACTS

TODAY = timezone.localdate()


def test_a_picture_of_somebody_anonymous_loses_its_traces_and_every_file_its_name(send):
    def sent(**facts):
        send(uploads=[SimpleUploadedFile("甲家的照片.jpg", photo())], **facts)
        file = StoredFile.objects.latest("pk")
        return file.name, dict(Image.open(io.BytesIO(store.get(file.sha256))).getexif())

    name, traces = sent()
    assert (name, traces) == ("材料1.jpg", {})
    name, traces = sent(contact="000")
    assert name == "材料1.jpg"
    assert traces


def test_files_that_staff_enter_bear_no_name_either(clerk, client):
    """An ending may tell a name too; what was recorded stays a recording."""
    uploads = [
        SimpleUploadedFile("反映人甲举报信.pdf", b"%PDF-1.7 x"),
        SimpleUploadedFile("信.反映人甲", photo()),
        SimpleUploadedFile("反映人甲来电.wav", b"RIFF\0\0\0\0WAVE"),
    ]
    tip, _ = tips.register(
        actor=clerk, on=TODAY, received_on=TODAY, source="call", uploads=uploads, **FACTS
    )
    files = {row.name: row for row in StoredFile.objects.all()}
    assert set(files) == {"材料1.pdf", "材料2.jpg", "材料3.wav"}
    shot = Image.open(io.BytesIO(store.get(files["材料2.jpg"].sha256)))
    assert dict(shot.getexif()) == {}
    client.force_login(clerk)
    page = client.get(tip.get_absolute_url()).text
    assert ("材料1.pdf" in page, "反映人甲" in page) == (True, False)


def test_too_many_files_and_wrong_ones_are_refused_and_nothing_is_kept(send):
    with pytest.raises(Refused, match="不是可以接收的格式"):
        send(uploads=[SimpleUploadedFile("a.exe", b"MZ")])
    with pytest.raises(Refused, match="最多 5 个"):
        send(uploads=[SimpleUploadedFile(f"{n}.jpg", photo()) for n in range(6)])
    assert not Tip.objects.exists()
