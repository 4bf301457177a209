"""四性检测: is what is about to be archived authentic, whole, usable and safe?

The checks are named after DA/T 70 (真实性、完整性、可用性、安全性); that standard's own list of
items has not been read (mark M), so each check says what it looked at.
"""

import zlib
from collections.abc import Iterator
from typing import NamedTuple

from archives_enforcement.archiving import pictures, sheets
from archives_enforcement.archiving.binding.binder import page_count
from archives_enforcement.archiving.lines import DOCUMENT, FILE, RECORD
from archives_enforcement.archiving.models import Bound, CaseFile, RecordSheet
from archives_enforcement.audit import chain
from archives_enforcement.audit.models import AuditEntry, ChainHead
from archives_enforcement.documents.models import Rendition
from archives_enforcement.files import checks, recordings, store
from archives_enforcement.files.models import StoredFile
from archives_enforcement.workflow import Refused

AUTHENTIC = "真实性"
PASSED, FAILED, NOT_CHECKED = "通过", "不通过", "未检测"
ACTIVE = (b"/JavaScript", b"/JS", b"/Launch", b"/RichMedia")
REGISTERED = {
    DOCUMENT: (Rendition, "document_id"),
    FILE: (StoredFile, "pk"),
    RECORD: (RecordSheet, "pk"),
}


class Check(NamedTuple):
    prop: str
    name: str
    result: str
    faults: tuple[str, ...] = ()


def inspect(case_file: CaseFile) -> list[Check]:
    """Every check of the present edition, in order."""
    lines = sheets.with_files(case_file)
    pairs = _Pairs(lines)
    volumes = {
        row.part: row
        for row in case_file.bound.filter(edition=case_file.edition, part__in=case_file.parts)
    }
    return [
        _check(AUTHENTIC, "每件的 SHA-256、SM3 摘要与形成时登记的一致", _changed(pairs)),
        _check(AUTHENTIC, "本机关执法全过程记录链完整", _chain(case_file)),
        _check(AUTHENTIC, "线上办理记录所列的办理与执法全过程记录一致", _online(case_file)),
        _check("完整性", "应有文书齐全，缺件逐项有说明", _reasons(case_file)),
        _check("完整性", "页号连续，与卷宗页数一致", _numbering(case_file, volumes)),
        _check("可用性", "每件按登记的格式可以打开", _unopened(pairs)),
        _check("安全性", "文件格式都在允许接收的范围内", _strange(pairs)),
        _check("安全性", "上传的 PDF 不含脚本、启动程序", _active(pairs)),
        Check("安全性", "病毒检测（本系统不检测，由接收单位办理）", NOT_CHECKED),
    ]


class _Pairs:
    """Each line with its bytes, read anew each time: not all of them fit into memory at once."""

    def __init__(self, lines: list[dict]):
        self.lines = lines

    def __iter__(self):
        for line in self.lines:
            yield line, store.get_or_nothing(line["sha256"])


def refusal(case_file: CaseFile) -> str | None:
    """Why the file cannot be archived: what is not authentic stops it, the rest wants a word."""
    failed = [row for row in inspect(case_file) if row.result == FAILED]
    faults = "；".join(fault for row in failed for fault in row.faults)
    if any(row.prop == AUTHENTIC for row in failed):
        return f"四性检测不通过，不能归档：{faults}。请联系系统管理员核对。"
    if failed and not case_file.condition:
        return f"四性检测发现：{faults}。请退回，由立卷人在卷内情况说明里写明，再归档。"
    return None


def _check(prop: str, name: str, faults) -> Check:
    faults = tuple(faults)
    return Check(prop, name, FAILED if faults else PASSED, faults)


def _changed(pairs) -> Iterator[str]:
    for line, body in pairs:
        model, field = REGISTERED[line["source"]]
        row = model.objects.filter(**{field: line["key"]}).first()
        if row is None:
            yield f"{line['name']}还没有生成"
        elif (store.digest(body), store.sm3(body)) != (row.sha256, row.sm3):
            yield f"{line['name']}与登记的摘要不符"


def _chain(case_file: CaseFile) -> list[str]:
    code = case_file.bureau.code
    entries = AuditEntry.objects.filter(bureau_code=code).order_by("sequence")
    return chain.breaks(entries.iterator(), ChainHead.objects.get(bureau_code=code))


def _online(case_file: CaseFile) -> Iterator[str]:
    lines = [line for line in case_file.contents["lines"] if line["source"] == RECORD]
    named = {sequence for line in lines for sequence, _ in line["acts"]}
    rows = AuditEntry.objects.filter(bureau_code=case_file.bureau.code, sequence__in=named)
    kept = dict(rows.values_list("sequence", "digest"))
    for line in lines:
        for sequence, digest in line["acts"]:
            if kept.get(sequence) != digest:
                yield f"{line['title']}与第 {sequence} 号过程记录不符"


def _reasons(case_file: CaseFile) -> Iterator[str]:
    for row in case_file.contents["missing"]:
        if not case_file.reasons.get(row["what"]):
            yield f"缺{row['what']}，没有说明"


def _numbering(case_file: CaseFile, volumes: dict[str, Bound]) -> Iterator[str]:
    for part, bound in volumes.items():
        spans, expected = bound.pages, 1
        for span in filter(None, spans):
            if span[0] != expected:
                yield f"{bound.get_part_display()}第 {span[0]} 页前页号不连续"
            expected = span[1] + 1
        if len(spans) != len(case_file.lines(part)):
            yield f"{bound.get_part_display()}件数与目录不符"
        if _pages_in(store.get_or_nothing(bound.sha256)) < expected - 1:
            yield f"{bound.get_part_display()}页数少于页号"


def _unopened(pairs) -> Iterator[str]:
    for line, body in pairs:
        if not _opens(line, body):
            yield f"{line['name']}打不开"


def _opens(line: dict, body: bytes) -> bool:
    """What we set and pictures are opened; other files show their kind at their beginning."""
    if line["source"] != FILE:
        return _pages_in(body) > 0
    return pictures.opens(body) if line["media_type"].startswith("image/") else bool(body)


def _pages_in(pdf: bytes) -> int:
    """How many pages a file of the typesetting engine has; none when it does not open."""
    try:
        return page_count(pdf)
    except (ValueError, LookupError, TypeError, zlib.error):
        return 0


def _strange(pairs) -> Iterator[str]:
    for line, body in pairs:
        try:
            found = checks.media_type(line["name"], body, may_be_recording=True)
            if found != line["media_type"]:
                yield f"{line['name']}的内容与登记的格式不符"
        except Refused:
            yield f"{line['name']}的格式不在允许的范围内"


def _active(pairs) -> Iterator[str]:
    for line, body in pairs:
        if line["source"] != FILE or line["media_type"] in recordings.MEDIA:
            continue  # in the noise of a recording any three letters turn up
        if any(mark in body for mark in ACTIVE):
            yield f"{line['name']}含有脚本或者启动程序"
