"""归档信息包: one zip with every file of an archived case file and what describes and proves it.

Form and meaning of each member stand in docs/archive-package.md. Members are stored unpacked in a
fixed order under the date on which the order was fixed: equal case files give equal bytes.
"""

import hashlib
import io
import shutil
import zipfile
from pathlib import Path, PurePath
from xml.etree import ElementTree

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils import timezone

from archives_enforcement.archiving import properties, sheets
from archives_enforcement.archiving.lines import DOCUMENT
from archives_enforcement.archiving.models import Bound, CaseFile
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents.models import Document
from archives_enforcement.files import store

Member = bytes | Path  # what is written here, or where a kept file lies
VERSION = "1"
METADATA, REPORT, MANIFEST = "metadata.xml", "report.xml", "manifest-sha256.txt"


def write(case_file: CaseFile, volumes: dict[str, Bound], out) -> None:
    """Write the package of an archived case file whose volumes are bound to a binary file."""
    kept = [store.path_of(line["sha256"]) for line in sheets.with_files(case_file)]
    members = {
        METADATA: _xml(metadata(case_file, volumes)),
        REPORT: _xml(report(case_file, properties.inspect(case_file))),
        **{f"volumes/{part}.pdf": store.path_of(volumes[part].sha256) for part in case_file.parts},
        **dict(zip(places(case_file), kept, strict=True)),
    }
    members[MANIFEST] = manifest(members)
    _zip(members, timezone.localtime(case_file.fixed_at), out)


def places(case_file: CaseFile) -> list[str]:
    """Where each file of the contents list lies: part, number in it, and the kind of file."""
    counts, found = {}, []
    for line in case_file.contents["lines"]:
        part = line["part"]
        counts[part] = counts.get(part, 0) + 1
        ending = PurePath(line["name"]).suffix.lower()
        ending = ending if ending[1:].isascii() and ending[1:].isalnum() else ".bin"
        found.append(f"content/{part}/{counts[part]:03}{ending}")
    return found


def manifest(members: dict[str, Member]) -> bytes:
    """A line for each member: SHA-256, two blanks, its name."""
    lines = [f"{_digest(members[name])}  {name}" for name in sorted(members)]
    return ("\n".join(lines) + "\n").encode()


def _digest(member: Member) -> str:
    with _opened(member) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _opened(member: Member):
    return io.BytesIO(member) if isinstance(member, bytes) else member.open("rb")


def metadata(case_file: CaseFile, volumes: dict[str, Bound]) -> ElementTree.Element:
    contents = case_file.contents
    root = ElementTree.Element("case-file", version=VERSION)
    _texts(
        root,
        number=case_file.number,
        fonds=contents.get("fonds", ""),
        catalogue=case_file.catalogue,
        file_number=case_file.file_number,
        label=contents["label"],
        title=contents["title"].replace("\n", ""),
        bureau=case_file.bureau.name,
        bureau_code=case_file.bureau.code,
        party=contents["party"],
        route=contents["route"],
        opened_on=contents["opened_on"],
        closed_on=contents["closed_on"],
        retention=case_file.get_retention_display(),
        compiled_by=str(case_file.compiled_by),
        compiled_on=case_file.compiled_on.isoformat(),
        checked_by=str(case_file.checked_by),
        archived_on=case_file.archived_on.isoformat(),
        condition=case_file.condition,
    )
    facts = ElementTree.SubElement(root, "facts")
    for label, value in contents["rows"]:
        ElementTree.SubElement(facts, "fact", label=label).text = value
    absent = ElementTree.SubElement(root, "missing")
    for what, why in case_file.reasons.items():
        ElementTree.SubElement(absent, "item", name=what).text = why
    _items(root, case_file, volumes)
    _events(root, case_file)
    return root


def _items(root, case_file: CaseFile, volumes: dict[str, Bound]) -> None:
    spans = {part: iter(row.pages) for part, row in volumes.items()}
    items = ElementTree.SubElement(root, "items")
    for line, place in zip(sheets.with_files(case_file), places(case_file), strict=True):
        span = next(spans[line["part"]])
        item = ElementTree.SubElement(
            items, "item", path=place, source=line["source"], size=str(line["size"]),
            sha256=line["sha256"], sm3=line["sm3"],
        )  # fmt: skip
        if span:
            item.set("pages", f"{span[0]}-{span[1]}")
        if numbers := line.get("acts"):
            item.set("acts", " ".join(str(sequence) for sequence, _ in numbers))
        _texts(
            item,
            place=line["place"],
            title=line["title"],
            number=line["number"],
            issuer=line["issuer"],
            date=line["made_on"],
            name=line["name"],
            media_type=line["media_type"],
            note=line["note"],
        )


def _events(root, case_file: CaseFile) -> None:
    """What the trail says of the record, its papers and the case file, down to the archiving.

    The acts of which a record sheet speaks are there, whatever they were done on.
    """
    lines = case_file.contents["lines"]
    papers = [row["key"] for row in lines if row["source"] == DOCUMENT]
    online = {sequence for row in lines for sequence, _ in row.get("acts", ())}
    kind = ContentType.objects.get_for_model
    archived = AuditEntry.objects.about(case_file).filter(action="archive").first()
    rows = AuditEntry.objects.filter(
        Q(content_type=case_file.content_type, object_id=case_file.object_id)
        | Q(content_type=kind(Document), object_id__in=papers)
        | Q(content_type=kind(CaseFile), object_id=case_file.pk)
        | Q(sequence__in=online)
    ).filter(bureau_code=archived.bureau_code, sequence__lte=archived.sequence)
    events = ElementTree.SubElement(root, "events")
    for entry in rows.order_by("sequence"):
        event = ElementTree.SubElement(
            events, "event", sequence=str(entry.sequence), at=entry.at.isoformat(),
            on=entry.on.isoformat(), digest=entry.digest,
        )  # fmt: skip
        _texts(event, act=entry.label, actor=entry.actor_name, target=entry.target_name,
               note=entry.note)  # fmt: skip


def report(case_file: CaseFile, found: list[properties.Check]) -> ElementTree.Element:
    root = ElementTree.Element("report", version=VERSION, number=case_file.number)
    for check in found:
        element = ElementTree.SubElement(
            root, "check", property=check.prop, name=check.name, result=check.result
        )
        for fault in check.faults:
            ElementTree.SubElement(element, "fault").text = fault
    return root


def _texts(parent, **texts: str) -> None:
    for name, text in texts.items():
        ElementTree.SubElement(parent, name.replace("_", "-")).text = _clean(text)


def _clean(text: str) -> str:
    """Without the control characters that XML cannot hold."""
    return "".join(sign for sign in text if sign >= " " or sign in "\n\t")


def _xml(root) -> bytes:
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def _zip(members: dict[str, Member], moment, out) -> None:
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, member in members.items():
            info = zipfile.ZipInfo(name, moment.timetuple()[:6])
            info.create_system, info.external_attr = 3, 0o640 << 16
            info.file_size = _size(member)
            with _opened(member) as source, archive.open(info, "w") as target:
                shutil.copyfileobj(source, target)


def _size(member: Member) -> int:
    return len(member) if isinstance(member, bytes) else member.stat().st_size
