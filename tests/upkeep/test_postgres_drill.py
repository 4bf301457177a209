"""The drill on PostgreSQL: backed up, restored into an empty database, compared row by row."""

import os
from contextlib import closing

import psycopg2
import pytest
from django.conf import settings

from tests.deployment.system import manage
from tests.services import filled
from tests.services.servers import postgres_programs
from tests.upkeep.drilling import KEY, digest, files_in

pytestmark = [pytest.mark.services, pytest.mark.full]
BEGIN = """
from tests.documents.issuing import prepare; prepare(3)
from archives_enforcement.accounts.models import User
from archives_enforcement.documents import services
from archives_enforcement.documents.models import Document
from django.utils import timezone
from archives_enforcement.jobs import queue
head = User.objects.get(username="head")
for paper in Document.objects.all():
    services.sign(paper, actor=head, on=timezone.localdate())
queue.run_due()
"""
TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"
TRIGGERS = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1"


def rows_of(url):
    with closing(psycopg2.connect(url)) as connection:
        cursor = connection.cursor()
        cursor.execute(TABLES)
        found = {}
        for (table,) in cursor.fetchall():
            cursor.execute(f'SELECT * FROM "{table}" ORDER BY 1')  # noqa: S608
            found[table] = digest(cursor)
        cursor.execute(TRIGGERS)
        return found | {"triggers": cursor.fetchall()}


@pytest.mark.parametrize("held", [False, True], ids=["empty", "another site"])
def test_a_site_comes_back_row_for_row(postgres_url, tmp_path, held):
    source = filled.copy(postgres_url, "drill")
    env = {
        "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8",
        "DJANGO_SETTINGS_MODULE": "archives_enforcement.settings", "DATABASE_URL": source,
        "DATA_DIR": str(tmp_path / "here"), "POSTGRES_PROGRAMS": str(postgres_programs()),
        "FONT_DIR": str(settings.FONT_DIR), "SECRET_KEY": "s" * 40,
        "BACKUP_KEY": KEY, "AUDIT_KEY": "a" * 40, "SEALING_KEY": "e" * 40,
    }  # fmt: skip
    manage(env, "shell", "--no-imports", "--command", BEGIN)
    manage(env, "backup", "--out", str(tmp_path / "site.backup"))
    with closing(psycopg2.connect(postgres_url)) as connection:
        connection.autocommit = True
        connection.cursor().execute("DROP DATABASE IF EXISTS drill_there")
        connection.cursor().execute("CREATE DATABASE drill_there")
    there = env | {
        "DATABASE_URL": source.replace("/drill", "/drill_there"),
        "DATA_DIR": str(tmp_path / "there"),
    }
    if held:
        filled.copy(postgres_url, "drill_there")
        manage(there, "shell", "--no-imports", "--command", BEGIN)
        with pytest.raises(RuntimeError, match="这里已经有数据"):
            manage(there, "restore", str(tmp_path / "site.backup"))
    options = ("--replace",) if held else ()
    said = manage(there, "restore", str(tmp_path / "site.backup"), *options)
    assert said.splitlines()[-1] == "全库核查：全部相符"
    assert rows_of(there["DATABASE_URL"]) == rows_of(source)
    assert files_in(tmp_path / "there/media/sha256") == files_in(tmp_path / "here/media/sha256")
