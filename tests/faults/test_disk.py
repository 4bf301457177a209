"""A full disk: nothing is left under the final name, and who uploads is told."""

import errno
import os
import subprocess

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from archives_enforcement import failures
from archives_enforcement.files import services, store
from archives_enforcement.files.models import StoredFile
from archives_enforcement.upkeep import fsck

MEGABYTE = 1024 * 1024


@pytest.fixture
def small_disk(tmp_path, settings):
    """The files of the site lie on a disk of 2 MB."""
    if os.geteuid() != 0:
        pytest.skip("挂载 tmpfs 要有 root 权限")
    place = tmp_path / "small"
    place.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)], check=False
    )
    if done.returncode:
        pytest.skip("这里不能挂载 tmpfs")
    settings.MEDIA_ROOT, settings.DATA_DIR = place, tmp_path
    yield place
    subprocess.run(["umount", str(place)], check=True)


def attach(unit, officer, content):
    upload = SimpleUploadedFile("示例.pdf", b"%PDF-1.7 " + content)
    with transaction.atomic():
        return services.attach(
            unit, [upload], purpose="示例", actor=officer, bureau=unit.party.bureau
        )


def test_a_file_for_which_there_is_no_room_leaves_nothing(small_disk, unit, officer):
    with pytest.raises(OSError, match="No space left") as full:
        attach(unit, officer, b"x" * 3 * MEGABYTE)
    assert full.value.errno == errno.ENOSPC
    assert not StoredFile.objects.exists()
    assert [path for path in small_disk.rglob("*") if path.is_file()] == []
    attach(unit, officer, b"x" * MEGABYTE)
    assert {row.part.code: row.faults for row in fsck.check() if row.faults} == {}


@pytest.mark.parametrize(("fault", "status"), [(errno.ENOSPC, 503), (errno.EPIPE, 500)])
def test_who_uploads_is_told_what_was_not_kept(rf, fault, status):
    try:
        raise OSError(fault, "told")
    except OSError:
        answer = failures.server_error(rf.get("/"))
    assert answer.status_code == status
    assert ("磁盘已满" in answer.content.decode()) == (status == 503)


def test_a_torn_write_leaves_no_file_under_the_name(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path

    def torn():
        yield b"half"
        raise ConnectionError

    with pytest.raises(ConnectionError):
        store.keep(torn())
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
