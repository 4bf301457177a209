"""Filling the articles of a version with the official wording."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.db import transaction

from archives_enforcement.legislation.models import Article, Law, LawVersion
from archives_enforcement.legislation.parsing import LawTextError, ParsedLaw, parse
from archives_enforcement.templatetags.formats import cn_date

_FILE_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


@dataclass
class ImportReport:
    """What an import did, or would do: numbers of articles."""

    version: LawVersion
    created: int = 0
    updated: int = 0
    unchanged: int = 0

    @property
    def total(self) -> int:
        """Number of articles in the file."""
        return self.created + self.updated + self.unchanged


@transaction.atomic
def import_law(path: Path, *, law_code: str | None = None, dry_run: bool = False) -> ImportReport:
    """Import the full text in `path` into the version it belongs to.

    The law is found by the title in the file, or must be `law_code` when given; the version
    by the day of taking effect the text states, else by the day of promulgation in its head
    or in the file name. Importing the same file again changes nothing.
    Raises LawTextError with a Chinese sentence when the file cannot be imported.
    """
    parsed = parse(_read(path))
    version = _version(_law(parsed.title, law_code), parsed, path)
    return _store(version, parsed, dry_run)


def _read(path):
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise LawTextError(f"找不到文件“{path.name}”，请检查路径。") from None
    except UnicodeDecodeError:
        raise LawTextError(f"文件“{path.name}”不是UTF-8编码，请另存为UTF-8后再导入。") from None
    except OSError:
        raise LawTextError(f"无法读取“{path.name}”，请确认它是文件并有读取权限。") from None


def _law(title, law_code):
    if law_code is None:
        law = Law.objects.filter(title=title).first()
        if law is None:
            raise LawTextError(f"法律法规库中没有《{title}》，请先登记，或核对文件首行的名称。")
        return law
    law = Law.objects.filter(code=law_code).first()
    if law is None:
        raise LawTextError(f"法律法规库中没有代码为“{law_code}”的法律法规，请核对代码。")
    if law.title != title:
        raise LawTextError(f"文件是《{title}》，与指定的《{law.title}》不符，请核对文件或代码。")
    return law


def _version(law, parsed, path):
    if parsed.effective_from:
        stated = {"effective_from": parsed.effective_from}
        words = f"{cn_date(parsed.effective_from)}起施行"
    elif promulgated := _file_date(path) or parsed.promulgated_on:
        stated = {"promulgated_on": promulgated}
        words = f"{cn_date(promulgated)}公布"
    else:
        raise LawTextError(
            f"无法判断文件是《{law.title}》的哪个版本，"
            "请在文件名中写明公布日期，例如“（2017-03-01）”。"
        )
    version = law.versions.filter(**stated).first()
    if version is None:
        raise LawTextError(
            f"文件是{words}的文本，法律法规库中没有《{law.title}》的这个版本，请先登记该版本。"
        )
    return version


def _file_date(path):
    found = _FILE_DATE.search(path.stem)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _store(version: LawVersion, parsed: ParsedLaw, dry_run: bool) -> ImportReport:
    report = ImportReport(version)
    known = {article.number: article for article in version.articles.all()}
    surplus = sorted(set(known) - {article.number for article in parsed.articles})
    if surplus:
        raise LawTextError(
            f"法律法规库中的{known[surplus[0]]}在文件里没有，请核对文件是否完整、版本是否正确。"
        )
    for entry in parsed.articles:
        article = known.get(entry.number)
        if article and (article.text, article.chapter) == (entry.text, entry.chapter):
            report.unchanged += 1
            continue
        report.updated += article is not None
        report.created += article is None
        if not dry_run:
            article = article or Article(version=version, number=entry.number, mark=version.mark)
            article.text, article.chapter = entry.text, entry.chapter
            article.save()
    if not dry_run and not version.full_text_imported:
        version.full_text_imported = True
        version.save(update_fields=["full_text_imported"])
    return report
