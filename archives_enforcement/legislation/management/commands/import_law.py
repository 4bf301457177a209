"""Import the official full text of a law: manage.py import_law FILE."""

import json
from pathlib import Path

from archives_enforcement.commands import OneLineCommand
from archives_enforcement.legislation.importing import import_law
from archives_enforcement.legislation.parsing import LawTextError


class Command(OneLineCommand):
    """Exit code 0 after an import or a dry run, 1 with one Chinese line when refused."""

    help = "导入法律法规官方全文，填入对应版本的条文原文。可重复执行。"

    def add_arguments(self, parser):
        """Declare FILE and the options."""
        parser.add_argument("file", type=Path, help="全文文件（UTF-8）")
        parser.add_argument(
            "--law", metavar="代码", help="法律法规代码；不填则按文件首行的名称查找"
        )
        parser.add_argument("--dry-run", action="store_true", help="只检查，不写入")
        parser.add_argument("--json", action="store_true", help="以JSON格式输出结果")

    def handle(self, *args, **options):
        """Import the file and report how many articles were created, updated and unchanged."""
        try:
            report = import_law(
                options["file"], law_code=options["law"], dry_run=options["dry_run"]
            )
        except LawTextError as error:
            self.stderr.write(str(error))
            raise SystemExit(1) from error
        if options["json"]:
            self.stdout.write(_as_json(report, options["dry_run"]))
        else:
            self.stdout.write(_as_sentence(report, options["dry_run"]))


def _as_json(report, dry_run):
    return json.dumps(
        {
            "law": report.version.law.code,
            "version": report.version.label,
            "total": report.total,
            "created": report.created,
            "updated": report.updated,
            "unchanged": report.unchanged,
            "dry_run": dry_run,
        },
        ensure_ascii=False,
    )


def _as_sentence(report, dry_run):
    verb = "检查通过（未写入）" if dry_run else "导入完成"
    return (
        f"{report.version}{verb}：共{report.total}条，新建{report.created}条，"
        f"更新{report.updated}条，未变{report.unchanged}条。"
    )
