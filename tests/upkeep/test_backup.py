"""A backup comes back byte for byte, tells nothing to who has no key, and is refused if altered."""

import json
import os
import tarfile
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.files import store
from archives_enforcement.upkeep import backup, dumps, restore, vault
from tests.deployment.system import manage
from tests.upkeep import drilling
from tests.upkeep.drilling import KEY, files_in, opened, rows_of_sqlite, sealed, signed

pytestmark = pytest.mark.django_db(transaction=True)
CANARY = "关于档案保管情况的函询函"


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


def pieces(whole: bytes) -> list[bytes]:
    size, head = vault.PIECE + vault.TAG, len(vault.MAGIC) + vault.NAME + vault.SALT
    return [whole[:head]] + [whole[at : at + size] for at in range(head, len(whole), size)]


def flipped(whole: bytes, at: int) -> bytes:
    at %= len(whole)
    return whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]


ALTERED = {  # by who has no key: what becomes of the bytes
    "a bit at the head": lambda whole: flipped(whole, 0),
    "the name of the key": lambda whole: flipped(whole, len(vault.MAGIC)),
    "the salt": lambda whole: flipped(whole, len(vault.MAGIC) + vault.NAME + 3),
    "a bit of the first piece": lambda whole: flipped(whole, 100),
    "a bit in the middle": lambda whole: flipped(whole, len(whole) // 2),
    "a bit of the last piece": lambda whole: flipped(whole, -1),
    "cut off in the middle": lambda whole: whole[: len(whole) * 6 // 10],
    "without the last piece": lambda whole: b"".join(pieces(whole)[:-1]),
    "without a piece": lambda whole: b"".join(pieces(whole)[:2] + pieces(whole)[3:]),
    "two pieces changed about": lambda whole: b"".join(
        [*pieces(whole)[:1], pieces(whole)[2], pieces(whole)[1], *pieces(whole)[3:]]
    ),
    "a piece twice": lambda whole: b"".join([*pieces(whole)[:2], *pieces(whole)[1:]]),
    "something added": lambda whole: whole + b"x",
    "empty": lambda whole: b"",
    "some other file": lambda whole: b"PK\x03\x04" * 1000,
}


def of(members, name):
    return next(pair for pair in members if pair[0].name == name)


def alter_manifest(members):
    pair = of(members, "manifest.json")
    pair[1] = pair[1].replace(b"0.1.0", b"0.1.1")


def alter_anchor(members):
    said = json.loads(of(members, "manifest.json")[1])
    said["anchor"] = []
    of(members, "manifest.json")[1] = signed(said)[0]


def sign_as(change):
    """A manifest that says something else under a right signature: the contents must fit it."""

    def alter(members):
        said = json.loads(of(members, "manifest.json")[1])
        change(said)
        of(members, "manifest.json")[1], of(members, "manifest.hmac")[1] = signed(said)

    return alter


def go_back(said):
    """As if the tables of the papers were still at their first step."""
    others = [name for name in said["migrations"] if name[0] != "documents"]
    said["migrations"] = [*others, ["documents", "0001_initial"]]


def alter_database(members):
    of(members, "database")[1] = flipped(of(members, "database")[1], 5000)


def alter_file(members):
    pair = next(pair for pair in members if pair[0].name.startswith("files/"))
    pair[1] = flipped(pair[1], 7)


def leave_out_file(members):
    members.remove(next(pair for pair in members if pair[0].name.startswith("files/")))


def add(name, kind=tarfile.REGTYPE):
    def alter(members):
        member = tarfile.TarInfo(name)
        member.type, member.linkname = kind, "/etc/passwd"
        members.insert(0, [member, b""])

    return alter


RESEALED = {  # by who has the key of the backup
    "the manifest": alter_manifest,
    "the anchor": alter_anchor,
    "the signature": lambda members: of(members, "manifest.hmac").__setitem__(1, b"0" * 64),
    "no signature": lambda members: members.remove(of(members, "manifest.hmac")),
    "no manifest": lambda members: members.remove(of(members, "manifest.json")),
    "the database": alter_database,
    "a file": alter_file,
    "a file left out": leave_out_file,
    "a file more": add("files/" + "0" * 64),
    "a file twice": lambda members: members.append(members[1]),
    "a path upwards": add("files/../../escaped"),
    "a link": add("anchors/2024-01-01.json", tarfile.SYMTYPE),
    "another engine": sign_as(lambda said: said.update(engine="oracle")),
    "another format": sign_as(lambda said: said.update(version=9)),
    "a newer program": sign_as(lambda said: said["migrations"].append(["documents", "9999_new"])),
    "a program too old": sign_as(go_back),
}  # fmt: skip


def test_whatever_was_altered_is_refused_and_nothing_is_touched(made, tmp_path, media):
    whole, before, count = made.read_bytes(), files_in(media.parent), AuditEntry.objects.count()
    altered, passed = tmp_path / "altered.backup", []
    for name, change in (ALTERED | RESEALED).items():
        if name in ALTERED:
            altered.write_bytes(change(whole))
        else:
            members = opened(made)
            change(members)
            sealed(members, altered)
        try:
            restore.restore(altered, replace=True)
        except vault.Unusable:
            continue
        passed.append(name)
    assert passed == []
    assert (files_in(media.parent), AuditEntry.objects.count()) == (before, count)
    sealed(opened(made), altered)
    (tmp_path / "unpacked").mkdir()
    assert restore.unpack(altered, tmp_path / "unpacked")["program"] == "0.1.0"


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
