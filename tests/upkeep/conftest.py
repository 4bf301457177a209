"""A small site with something in each of its books."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from archives_enforcement.documents import rendering
from archives_enforcement.files import services as files
from archives_enforcement.jobs.models import Job
from archives_enforcement.upkeep import backup, vault
from archives_enforcement.workdays import deadlines
from tests.documents.conftest import inquiry, issue
from tests.upkeep.drilling import KEY

ON = date(2024, 7, 4)
TEXT = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


@pytest.fixture
def media(settings, tmp_path):
    """Files and anchors of this test alone."""
    settings.DATA_DIR, settings.MEDIA_ROOT = tmp_path / "data", tmp_path / "data" / "media"
    return settings.MEDIA_ROOT


@pytest.fixture
def letter(media, unit, officer, head):
    """Issued and with its PDF."""
    paper = issue(inquiry(unit, officer), officer, head)
    rendering.render(paper.pk)
    Job.objects.update(state=Job.State.DONE)
    return paper


@pytest.fixture
def evidence(media, unit, officer, bureau):
    upload = SimpleUploadedFile("示例.pdf", TEXT)
    return files.attach(unit, [upload], purpose="示例", actor=officer, bureau=bureau)[0]


@pytest.fixture
def clock(letter, bureau):
    return deadlines.start(letter, "D-P13", bureau=bureau, on=ON)


@pytest.fixture
def made(letter, evidence, clock, settings, tmp_path):
    """The backup of a small site; its pieces are small too."""
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL 的演练在 test_postgres_drill.py")
    settings.BACKUP_KEY, vault_piece = KEY, vault.PIECE
    vault.PIECE = 64 * 1024
    path = tmp_path / "site.backup"
    assert backup.make(path)[1] == []
    yield path
    vault.PIECE = vault_piece
