"""The wordings that come with the system: one file for each kind, beside this module.

A wording never changes once it is there. Where a packaged one is replaced, `superseded.csv` names
the earlier text by its digest and says why; a database that has it gets the new one as its next
version, from the day after it is loaded.
"""

import csv
import hashlib
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from django.utils import timezone

from archives_enforcement.audit import trail
from archives_enforcement.documents import kinds
from archives_enforcement.documents.models import Wording

DATA = Path(__file__).parent / "data"
FOLDER = DATA / "wordings"
FIRST_DAY = date(2021, 1, 1)  # 档案法 as revised in 2020
REVISED_LAW, REVISED_ON = "《中华人民共和国行政处罚法》第", date(2021, 7, 15)
DAY = timedelta(days=1)


def load() -> dict[str, int]:
    """Bring in what is missing; what an administrator wrote stays, and stays in force."""
    last = {row.kind: row for row in Wording.objects.order_by("version")}
    made = [_first(kind) if kind not in last else _next(last[kind]) for kind in kinds.KINDS]
    return {"文书样式": sum(made)}


def _first(kind: str) -> bool:
    text = read(kind)
    Wording.objects.create(kind=kind, version=1, effective_from=first_day(text), text=text)
    return True


def _next(last: Wording) -> bool:
    """The packaged text after `last`, if that was packaged too and has been replaced."""
    why, today = superseded().get((last.kind, digest(last.text))), timezone.localdate()
    if why is None:
        return False
    made = Wording.objects.create(
        kind=last.kind,
        version=last.version + 1,
        effective_from=max(today, last.effective_from) + DAY,
        text=read(last.kind),
        note=why,
    )
    trail.record(
        made, "add_wording", "更新随系统提供的文书样式", actor=None, on=today, note=why,
        details={"effective_from": made.effective_from.isoformat(), "sha256": digest(made.text)},
    )  # fmt: skip
    return True


@cache
def superseded() -> dict[tuple[str, str], str]:
    """Kind and SHA-256 of every packaged text that was replaced, and why."""
    with (DATA / "superseded.csv").open(encoding="utf-8", newline="") as rows:
        return {(row["kind"], row["sha256"]): row["why"] for row in csv.DictReader(rows)}


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def read(kind: str) -> str:
    return (FOLDER / f"{kind}.txt").read_text(encoding="utf-8")


def first_day(text: str) -> date:
    """No wording is offered before the articles that it cites are in force."""
    return REVISED_ON if REVISED_LAW in text else FIRST_DAY
