"""`manage.py annual_report`: one year's report as PDF, Word and data; nothing is written."""

import json
from pathlib import Path

from django.core.management.base import CommandError
from django.utils import timezone

from archives_enforcement.accounts.models import Bureau
from archives_enforcement.commands import OneLineCommand, in_words
from archives_enforcement.documents.rendering import make_pdf
from archives_enforcement.documents.typesetting.child import TypesettingFailed, typeset_in_child
from reports.models import AnnualReport
from reports.queries.issue import issue_of
from reports.queries.text import remarks
from reports.services.annual import EARLIEST

PDF, WORD, FIGURES = "report.pdf", "report.docx", "figures.json"


class Command(OneLineCommand):
    help = "生成一个机关一个年度的执法工作报告：report.pdf、report.docx、figures.json（只读）"

    def add_arguments(self, parser):
        parser.add_argument("--bureau", required=True, help="机关的行政区划代码，如 120110")
        parser.add_argument("--year", required=True, help="年度，如 2024")
        parser.add_argument("--out", required=True, help="输出文件夹，没有时新建")
        parser.add_argument("--json", action="store_true", help="在标准输出打印 figures.json")

    def handle(self, *, bureau, year, out, **options):
        owner, number = find_bureau(bureau), read_year(year)
        folder = make_folder(out)
        report = AnnualReport.objects.filter(bureau=owner, year=number).first()
        issue = issue_of(owner, number, report)
        data = {"figures": [figure.as_data() for figure in issue.figures]}
        text = json.dumps(data, ensure_ascii=False, indent=1)
        keep(folder / PDF, pdf_of(issue))
        keep(folder / WORD, issue.word)
        keep(folder / FIGURES, text.encode())
        if options["json"]:
            self.stdout.write(text)
        elif options["verbosity"]:
            self.stdout.write(f"{issue.text.title}：{folder}")
            for remark in remarks(issue.figures, report.narrative if report else {}):
                self.stdout.write(f"缺项：{remark}")


def find_bureau(code: str) -> Bureau:
    """The bureau of this code, or one clear line."""
    found = Bureau.objects.filter(code=code).first()
    if found is None:
        known = "、".join(Bureau.objects.order_by("code").values_list("code", flat=True)) or "没有"
        raise CommandError(f"没有代码为“{code}”的机关，已登记的有：{known}。")
    return found


def read_year(text: str) -> int:
    """A year between the first 档案法 and this one, or one clear line."""
    latest = timezone.localdate().year
    if not (str(text).isdecimal() and EARLIEST <= int(text) <= latest):
        raise CommandError(f"年度应当是 {EARLIEST} 到 {latest} 之间的年份，收到的是“{text}”。")
    return int(text)


def make_folder(path: str) -> Path:
    folder = Path(path)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CommandError(f"不能建立文件夹“{folder}”：{in_words(error)}。") from error
    return folder


def keep(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise CommandError(f"不能写入“{path}”：{in_words(error)}。") from error


def pdf_of(issue) -> bytes:
    """The issued paper as it was issued, else a draft set from the text."""
    try:
        if issue.is_issued:
            return make_pdf(issue.paper)
        now = timezone.localtime().isoformat(timespec="seconds")
        return typeset_in_child(issue.sheet, created=now)
    except TypesettingFailed as failure:
        raise CommandError(f"不能生成 PDF：{failure}") from failure
