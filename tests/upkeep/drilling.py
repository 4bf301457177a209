"""What two sites are compared by: their rows in order, and their files."""

import hashlib
import io
import sqlite3
import tarfile
from contextlib import closing
from pathlib import Path

from archives_enforcement.upkeep import manifest, vault

KEY = "backup key of the tests, long enough to be one"


def rows_of_sqlite(path) -> dict[str, str]:
    """Table → the digest of its rows, ordered by their keys."""
    with closing(sqlite3.connect(path)) as connection:
        names = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        tables = [name for (name,) in connection.execute(names)]
        return {
            table: digest(connection.execute(f'SELECT * FROM "{table}" ORDER BY 1'))  # noqa: S608
            for table in tables
        }


def digest(rows) -> str:
    whole = hashlib.sha256()
    for row in rows:
        whole.update(repr(row).encode())
    return whole.hexdigest()


def files_in(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def opened(path: Path) -> list[list]:
    """The members of a backup as [TarInfo, bytes]."""
    with path.open("rb") as file, tarfile.open(fileobj=vault.Reader(file), mode="r|") as archive:
        return [[member, archive.extractfile(member).read()] for member in archive]


def sealed(members: list[list], path: Path) -> None:
    """Seal them anew under the right key, as somebody could who has it."""
    with path.open("wb") as file:
        writer = vault.Writer(file)
        with tarfile.open(fileobj=writer, mode="w|") as archive:
            for member, content in members:
                member.size = len(content)
                archive.addfile(member, io.BytesIO(content))
        writer.close()


def signed(said: dict) -> tuple[bytes, bytes]:
    content = manifest.written(said)
    return content, manifest.signature(content)
