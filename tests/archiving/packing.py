"""Opening a package, writing it anew, and what `verify_archive` says of it."""

import hashlib
import io
import zipfile

from django.core.management import CommandError, call_command

from archives_enforcement.archiving.verification import verify

SHEET, ITEM = "content/main/001.pdf", "content/main/002.pdf"


def members(path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def write(path, entries, *, compression=zipfile.ZIP_STORED):
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, body in entries.items() if isinstance(entries, dict) else entries:
            archive.writestr(name, body)


def relisted(found: dict) -> dict:
    """With a manifest that fits again: the forger's first thought."""
    rest = {name: body for name, body in found.items() if name != "manifest-sha256.txt"}
    lines = "".join(f"{hashlib.sha256(b).hexdigest()}  {n}\n" for n, b in sorted(rest.items()))
    return {**rest, "manifest-sha256.txt": lines.encode()}


def faults(path) -> str:
    return "\n".join(verify(path).faults)


def said(path, *options) -> tuple[str, str]:
    """What the command prints, and with what words it fails (empty when it does not)."""
    out = io.StringIO()
    try:
        call_command("verify_archive", str(path), *options, stdout=out)
    except CommandError as error:
        return out.getvalue(), str(error)
    return out.getvalue(), ""
