"""核对归档信息包: is a package what it was when it was made? It may come from anybody.

Nothing is unpacked to disk. A package stores its members without packing them, so a bomb cannot
hide in it: what is packed, too large, twice there or strangely named is a fault by itself.
"""

import hashlib
import re
import zipfile
from collections import Counter
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from archives_enforcement.archiving import sheets
from archives_enforcement.archiving.lines import DOCUMENT, RECORD
from archives_enforcement.archiving.models import Bound, CaseFile
from archives_enforcement.archiving.package import MANIFEST, METADATA, REPORT, VERSION
from archives_enforcement.archiving.properties import FAILED, NOT_CHECKED, PASSED
from archives_enforcement.documents.models import Rendition

MOST_MEMBERS = 5_000
MOST_TEXT = 20 * 1024**2  # bytes of one XML member or of the manifest
NAME = re.compile(
    r"metadata\.xml|report\.xml|manifest-sha256\.txt|volumes/(main|inner)\.pdf"
    r"|content/(main|inner)/\d{3,6}\.[a-z0-9]{1,8}"
)
LINE = re.compile(r"([0-9a-f]{64})  (\S+)")
ENCRYPTED = 0x1


class Report(NamedTuple):
    number: str
    title: str
    items: int
    known: bool  # whether this system holds the case file
    faults: list[str]


UNREADABLE = "不是完好的 zip 文件，可能没有下载完整，也可能不是归档信息包，请重新取得后再验"


class Unsound(Exception):
    """The package cannot be read any further; the message is the fault."""


def verify(path: Path) -> Report:
    """Everything that is wrong with the package at `path`; never raises for what it holds."""
    try:
        with zipfile.ZipFile(path) as archive:
            return _Verifier(archive, path).report()
    except Unsound as fault:
        return Report("", "", 0, False, str(fault).split("\n"))
    except OSError:
        return Report("", "", 0, False, ["找不到或者不能打开文件，请核对路径和权限"])
    except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError):
        return Report("", "", 0, False, [UNREADABLE])


class _Verifier:
    def __init__(self, archive: zipfile.ZipFile, path: Path):
        self.archive, self.path, self.faults = archive, path, []
        if unsafe := list(_unsafe(archive, path.stat().st_size)):
            raise Unsound("\n".join(unsafe))
        self.names = {info.filename for info in archive.infolist()}

    def report(self) -> Report:
        if absent := sorted({METADATA, REPORT, MANIFEST} - self.names):
            raise Unsound("\n".join(f"缺少 {name}" for name in absent))
        digests = self._checksums()
        root = self._xml(METADATA)
        self._report_of_properties()
        items = root.findall("items/item")
        self._check_items(items, digests)
        self._check_acts(root, items)
        known = self._check_record(root, items)
        number, title = root.findtext("number", ""), root.findtext("title", "")
        return Report(number, title, len(items), known, self.faults)

    def _checksums(self) -> dict[str, tuple[str, str, int]]:
        """SHA-256, SM3 and size of every member, compared with the manifest."""
        listed = {}
        for row in self._text(MANIFEST).splitlines():
            found = LINE.fullmatch(row)
            if found is None or found[2] in listed:
                raise Unsound(f"{MANIFEST} 有读不懂或者重复的一行：{row[:80]}")
            listed[found[2]] = found[1]
        held = self.names - {MANIFEST}
        self.faults += [f"清单里有、包里没有：{name}" for name in sorted(set(listed) - held)]
        self.faults += [f"包里有、清单里没有：{name}" for name in sorted(held - set(listed))]
        digests = {name: self._digests(name) for name in sorted(held)}
        self.faults += [
            f"校验和不符：{name}"
            for name in sorted(held & set(listed))
            if digests[name][0] != listed[name]
        ]
        return digests

    def _digests(self, name: str) -> tuple[str, str, int]:
        sha256, sm3, size = hashlib.sha256(), hashlib.new("sm3"), 0
        try:
            with self.archive.open(name) as member:
                while chunk := member.read(1 << 20):
                    sha256.update(chunk)
                    sm3.update(chunk)
                    size += len(chunk)
        except (zipfile.BadZipFile, EOFError, OSError) as error:
            self.faults.append(f"读不出：{name}（{error}）")
        return sha256.hexdigest(), sm3.hexdigest(), size

    def _text(self, name: str) -> str:
        if self.archive.getinfo(name).file_size > MOST_TEXT:
            raise Unsound(f"{name} 过大")
        try:
            return self.archive.read(name).decode()
        except (zipfile.BadZipFile, EOFError, UnicodeDecodeError) as error:
            raise Unsound(f"读不出：{name}（{error}）") from error

    def _xml(self, name: str) -> ElementTree.Element:
        text = self._text(name)
        if "<!" in text:
            raise Unsound(f"{name} 含有不允许的声明")
        try:
            root = ElementTree.fromstring(text.encode())  # noqa: S314 - no declarations, see above
        except ElementTree.ParseError as error:
            raise Unsound(f"{name} 不是完好的 XML：{error}") from error
        if root.get("version") != VERSION:
            raise Unsound(f"{name} 的版本不是 {VERSION}")
        return root

    def _report_of_properties(self) -> None:
        root = self._xml(REPORT)
        checks = root.findall("check")
        if {row.get("property") for row in checks} != {"真实性", "完整性", "可用性", "安全性"}:
            self.faults.append(f"{REPORT} 没有四性检测的全部四个方面")
        results = {row.get("result") for row in checks}
        if not results <= {PASSED, FAILED, NOT_CHECKED}:
            self.faults.append(f"{REPORT} 有不认识的检测结果")

    def _check_items(self, items, digests) -> None:
        """The list of files and the files themselves are the same set, digest by digest."""
        paths = [row.get("path", "") for row in items]
        self.faults += [f"元数据重复列出：{path}" for path, n in Counter(paths).items() if n > 1]
        held = {name for name in self.names if name.startswith("content/")}
        self.faults += [f"元数据列出、包里没有：{path}" for path in sorted(set(paths) - held)]
        self.faults += [f"包里有、元数据没有列出：{path}" for path in sorted(held - set(paths))]
        for row in items:
            stated = (row.get("sha256"), row.get("sm3"), row.get("size"))
            sha256, sm3, size = digests.get(row.get("path"), ("", "", 0))
            if row.get("path") in held and stated != (sha256, sm3, str(size)):
                self.faults.append(f"与元数据登记的摘要不符：{row.get('path')}")

    def _check_acts(self, root, items) -> None:
        """A record sheet rests on acts, and the trail in the package holds each of them."""
        held = {row.get("sequence") for row in root.findall("events/event")}
        for row in items:
            acts = row.get("acts", "").split()
            if row.get("source") == RECORD and not (acts and held.issuperset(acts)):
                self.faults.append(f"线上办理记录所列的过程记录不全：{row.get('path')}")

    def _check_record(self, root, items) -> bool:
        """What this system knows of the case file; False when it does not hold it."""
        case_file = CaseFile.objects.filter(
            bureau__code=root.findtext("bureau-code", ""), number=root.findtext("number", "")
        ).exclude(number="").first()  # fmt: skip
        if case_file is None:
            return False
        stated = Counter(row.get("sha256") for row in items)
        kept = Counter(line["sha256"] for line in sheets.with_files(case_file))
        if stated != kept:
            self.faults.append("卷内文件与本系统登记的不是同一批")
        self._check_papers(items)
        package = Bound.objects.filter(case_file=case_file, part=Bound.Part.PACKAGE).last()
        if package is None or package.sha256 != _digest_of(self.path):
            self.faults.append("整包与本系统登记的归档信息包不是同一个文件")
        return True

    def _check_papers(self, items) -> None:
        numbers = {
            row.findtext("number", ""): row.get("sha256")
            for row in items
            if row.get("source") == DOCUMENT
        }
        rows = Rendition.objects.filter(document__number__in=numbers)
        known = dict(rows.values_list("document__number", "sha256"))
        self.faults += [
            f"{number}与本系统签发的文书不符"
            for number, sha256 in numbers.items()
            if known.get(number) != sha256
        ]


def _unsafe(archive: zipfile.ZipFile, size: int):
    """Why a package of `size` bytes must not be read at all."""
    infos = archive.infolist()
    if not 0 < len(infos) <= MOST_MEMBERS:
        yield f"成员不是 1 至 {MOST_MEMBERS} 个"
        return
    if sum(info.file_size for info in infos) > size:
        yield "成员互相重叠，内容比文件还大"
    if archive.comment or min(info.header_offset for info in infos):
        yield "包里夹有别的内容"
    yield from filter(None, map(_unsafe_member, infos))
    for name, times in Counter(info.filename for info in infos).items():
        if times > 1:
            yield f"成员重复：{name[:80]}"


def _unsafe_member(info: zipfile.ZipInfo) -> str | None:
    if not NAME.fullmatch(info.filename):
        return f"不允许的成员名：{info.filename[:80]!r}"
    if info.compress_type != zipfile.ZIP_STORED or info.file_size != info.compress_size:
        return f"成员被压缩：{info.filename}"
    return f"成员被加密：{info.filename}" if info.flag_bits & ENCRYPTED else None


def _digest_of(path: Path) -> str:
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
