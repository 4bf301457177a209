"""A backup comes back byte for byte, and tells nothing to who has no key."""

import os
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from archives_enforcement.files import store
from archives_enforcement.upkeep import backup, dumps, restore
from tests.deployment.system import manage
from tests.upkeep import drilling
from tests.upkeep.drilling import KEY, files_in, rows_of_sqlite

pytestmark = pytest.mark.django_db(transaction=True)
CANARY = "关于档案保管情况的函询函"


def test_a_site_comes_back_byte_for_byte_on_an_empty_machine(
    letter, evidence, clock, settings, tmp_path, media
):
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL 的演练在 test_postgres_drill.py")
    settings.BACKUP_KEY = KEY
    path, there = tmp_path / "site.backup", tmp_path / "there"
    backup.make(path)
    dumps.dump(tmp_path / "as-it-was")
    env = {
        "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "DATA_DIR": str(there),
        "DJANGO_SETTINGS_MODULE": "archives_enforcement.settings",
        "BACKUP_KEY": KEY, "AUDIT_KEY": settings.AUDIT_KEY, "SEALING_KEY": settings.SEALING_KEY,
    }  # fmt: skip
    said = manage(env, "restore", str(path))
    assert said.splitlines()[-1] == "全库核查：全部相符"
    assert rows_of_sqlite(there / "db.sqlite3") == rows_of_sqlite(tmp_path / "as-it-was")
    assert files_in(there / "media") == files_in(media)
    assert files_in(there / "anchors") == files_in(media.parent / "anchors")


def test_the_file_tells_nothing_to_who_has_no_key(made, tmp_path):
    dumps.dump(tmp_path / "plain")
    for canary in (CANARY.encode(), b"%PDF", b"documents_document", b"manifest"):
        assert canary not in made.read_bytes()
    assert CANARY.encode() in (tmp_path / "plain").read_bytes()
    assert made.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ({"BACKUP_KEY": "another key that is long enough, too"}, "BACKUP_KEYS_BEFORE"),
        ({"BACKUP_KEY": "short"}, "不少于 32 个字符"),
        ({"AUDIT_KEY": "another key that is long enough, too"}, "AUDIT_KEY"),
        ({}, "这里已经有数据（用户）"),
    ],
)
def test_a_restore_is_refused_with_wrong_keys_and_where_something_is(made, settings, names, words):
    for name, value in names.items():
        setattr(settings, name, value)
    with pytest.raises(CommandError, match="没有恢复，什么也没有改动") as refused:
        call_command("restore", str(made), replace=bool(names))
    assert words in str(refused.value)


def test_an_earlier_key_opens_as_long_as_it_is_named(made, settings, tmp_path):
    settings.BACKUP_KEY, settings.BACKUP_KEYS_BEFORE = "a new key that is long enough, too", [KEY]
    assert len(restore.unpack(made, tmp_path)["members"]) == 4


def test_a_backup_never_takes_the_place_of_a_file_and_leaves_no_torso(made, monkeypatch, tmp_path):
    with pytest.raises(CommandError, match="已有同名的文件"):
        call_command("backup", out=made)
    monkeypatch.setattr(dumps, "dump", lambda path: (_ for _ in ()).throw(OSError(28, "full")))
    with pytest.raises(CommandError, match="磁盘已满"):
        call_command("backup", out=tmp_path / "two.backup")
    assert [path.name for path in tmp_path.glob("*backup*")] == [made.name]


def test_a_damaged_file_is_named_and_left_out(made, evidence, tmp_path):
    store.path_of(evidence.sha256).write_bytes(b"rotten")
    with pytest.raises(CommandError, match=f"有 1 个文件已损坏，没有备份：{evidence.sha256}"):
        call_command("backup", out=tmp_path / "two.backup", stdout=StringIO())
    names = [member.name for member, _ in drilling.opened(tmp_path / "two.backup")]
    assert f"files/{evidence.sha256}" not in names
