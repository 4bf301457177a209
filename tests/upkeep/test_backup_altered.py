"""A backup that was altered, in its bytes or under its seal, is refused and touches nothing."""

import json
import tarfile

import pytest

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.upkeep import restore, vault
from tests.upkeep.drilling import files_in, opened, sealed, signed

pytestmark = pytest.mark.django_db(transaction=True)


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
