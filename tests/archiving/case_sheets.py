"""The sheets of a penalty case as its file stands, and a discussion to be put on one."""

from archives_enforcement.archiving import sheets
from archives_enforcement.files import store
from penalties.services import discussions
from tests.archiving.filing import make_scan
from tests.archiving.test_archiving import text_of
from tests.penalties.discussing import BOTH

RECORD = "record"


def online(walk) -> dict:
    """The record sheets of the file as it stands now, by their titles."""
    return {line.title: line for line in walk.arranged().lines if line.source == RECORD}


def pages_of(case_file, title: str) -> str:
    """What stands on a sheet, without blanks and line ends."""
    line = next(row for row in sheets.with_files(case_file) if row["title"].startswith(title))
    return "".join(text_of(store.get(line["sha256"])).split())


def discuss(walk, actor=None, record="同意处罚。"):
    """Recorded online by the head, while the proposal is reviewed and not yet decided."""
    case, state = walk.case, walk.case.state
    type(case).objects.filter(pk=case.pk).update(state="reviewed")
    made = discussions.record(
        walk.fresh(), actor=actor or walk.head, on=walk.day, held_on=walk.day, expected=3,
        members=BOTH, record=record, files=[make_scan("记录.png")],
    )  # fmt: skip
    type(case).objects.filter(pk=case.pk).update(state=state)
    walk.fresh()
    return made
