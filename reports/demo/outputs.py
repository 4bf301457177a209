"""What a run of the demonstration leaves behind as files."""

import os
from pathlib import Path

from django.core.management import call_command

from archives_enforcement.documents.kinds import KINDS
from archives_enforcement.documents.models import Document
from archives_enforcement.files import store
from reports.demo.people import SignIns

DECISIONS = ("penalty_decision", "prior_notice")
SHOWN = ("990101_clerk", "990101_head", "unit_contact")


def write(folder: Path, bureau, sign_ins: SignIns) -> None:
    """Copy the papers, make the annual report, keep the sign-ins in a private file."""
    issued = Document.objects.filter(state=Document.State.ISSUED).select_related("rendition")
    for document in issued.exclude(kind="annual_report"):
        target = folder / _place(document.kind) / f"{document.number}.pdf"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(store.get(document.rendition.sha256))
    call_command(
        "annual_report", bureau=bureau.code, year=2024, out=str(folder / "reports"), verbosity=0
    )
    path = folder / "sign-ins.txt"
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write("\n".join(sign_ins.lines(sign_ins.known)) + "\n")


def _place(kind: str) -> str:
    """The folder of a kind: decisions, other letters (公文), and records that are forms (笔录)."""
    if kind in DECISIONS:
        return "decisions"
    return "letters" if KINDS[kind].layout == "letter" else "records"


def three(sign_ins: SignIns) -> list[str]:
    """The sign-ins to begin with: 综合人员, 机关负责人, a unit."""
    return sign_ins.lines(name for name in SHOWN if name in sign_ins.known)
