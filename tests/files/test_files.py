import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from archives_enforcement.files import checks, services, store
from archives_enforcement.files.models import StoredFile
from archives_enforcement.workflow import Refused
from tests import factories

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 40
PDF = b"%PDF-1.7\n..."


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def packed(*names):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return buffer.getvalue()


@pytest.fixture
def evidence(unit, bureau, officer):
    def attach(content=PNG, name="照片.png", **facts):
        facts = {"party": unit.party, **facts}
        upload = SimpleUploadedFile(name, content)
        return services.attach(
            unit, [upload], purpose="现场照片", actor=officer, bureau=bureau, **facts
        )[0]

    return attach


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (b"\xff\xd8\xff\xe0..", "image/jpeg"),
        (PNG, "image/png"),
        (PDF, "application/pdf"),
        (packed("word/document.xml"), checks.OFFICE + "wordprocessingml.document"),
        (packed("xl/workbook.xml"), checks.OFFICE + "spreadsheetml.sheet"),
        (packed("OFD.xml"), "application/ofd"),
    ],
)
def test_the_type_is_told_from_the_content(content, media_type):
    assert checks.media_type("随便.txt", content) == media_type


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "是空文件"),
        (b"<svg onload='x'>", "不是可以接收的格式"),
        (b"MZ\x90\x00", "不是可以接收的格式"),
        (packed("evil.exe"), "不是可以接收的格式"),
        (b"PK\x03\x04broken", "不是可以接收的格式"),
        (b"%PDF-" + b"0" * checks.LIMIT, "超过 20 MB"),
    ],
    ids=["empty", "svg", "program", "zip", "broken zip", "too large"],
)
def test_what_is_not_accepted_is_refused_with_its_reason(content, why):
    with pytest.raises(Refused, match=why):
        checks.media_type("照片.png", content)


def test_a_file_is_kept_under_its_digests(evidence):
    file = evidence()
    assert store.get(file.sha256) == PNG
    assert (file.media_type, file.size, file.sm3) == ("image/png", len(PNG), store.sm3(PNG))


def test_one_bad_file_among_good_ones_keeps_none(unit, bureau, officer):
    uploads = [SimpleUploadedFile("a.png", PNG), SimpleUploadedFile("b.exe", b"MZ")]
    with pytest.raises(Refused, match="b.exe"):
        services.attach(unit, uploads, purpose="x", actor=officer, bureau=bureau)
    assert StoredFile.objects.count() == 0


def test_changed_bytes_and_lost_files_are_told(evidence):
    file = evidence()
    assert store.problem(file.sha256) is None
    store.path_of(file.sha256).write_bytes(b"x")
    assert store.problem(file.sha256) == "文件内容已被改动"
    store.path_of(file.sha256).unlink()
    assert store.problem(file.sha256) == "文件不存在"


def test_a_file_is_downloaded_never_shown_in_our_origin(client, evidence, officer):
    client.force_login(officer)
    response = client.get(reverse("files:download", args=[evidence().pk]))
    assert b"".join(response) == PNG
    assert response["Content-Disposition"].startswith("attachment")
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"


@pytest.mark.parametrize(("shown", "status"), [(True, 200), (False, 404)])
def test_a_unit_gets_only_what_it_is_shown(client, evidence, contact, shown, status):
    file = evidence(shown_to_party=shown)
    client.force_login(contact)
    assert client.get(reverse("files:download", args=[file.pk])).status_code == status


def test_another_unit_gets_nothing(client, evidence, bureau):
    other = factories.make_contact("other", factories.make_party(bureau, "示例街道二"))
    file = evidence(shown_to_party=True)
    client.force_login(other)
    assert client.get(reverse("files:download", args=[file.pk])).status_code == 404


def test_only_the_last_part_of_a_name_is_kept(evidence):
    assert evidence(name="../../etc/照片.png").name == "照片.png"


def test_what_is_missing_is_nothing_and_told():
    for digest in ("", "0" * 64):
        assert store.get_or_nothing(digest) == b""
        assert store.problem(digest) == "文件不存在"
