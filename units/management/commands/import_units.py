import json
from dataclasses import asdict
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import CommandError
from django.utils import timezone

from archives_enforcement.accounts.models import Bureau
from archives_enforcement.commands import OneLineCommand, in_words
from units import services, spreadsheet

LABELS = {"created": "新增", "updated": "更新", "unchanged": "未变"}


class Command(OneLineCommand):
    help = "从 Excel（xlsx）或 CSV 导入被检查单位；有一行不合格就一行也不导入，并以 1 退出"

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE", help="xlsx 或 csv 文件")
        parser.add_argument("--bureau", required=True, metavar="CODE", help="机关的行政区划代码")
        parser.add_argument("--dry-run", action="store_true", help="只检查，不导入")
        parser.add_argument("--json", action="store_true", help="以 JSON 输出")

    def handle(self, *, file, bureau, dry_run, **options):
        try:
            found = self._run(Path(file), self._bureau(bureau), dry_run)
        except OSError as fault:
            raise CommandError(f"不能读取 {file}：{in_words(fault)}") from fault
        except ValidationError as refusal:
            raise CommandError("".join(refusal.messages)) from refusal
        imported = not (dry_run or found.rejected)
        self._show(found, imported=imported, as_json=options["json"])
        if found.rejected:
            raise SystemExit(1)

    @staticmethod
    def _bureau(code):
        try:
            return Bureau.objects.get(code=code)
        except Bureau.DoesNotExist:
            raise CommandError(f"没有代码为 {code} 的档案主管部门") from None

    @staticmethod
    def _run(path, bureau, dry_run):
        content = path.read_bytes()
        rows = spreadsheet.read(path.name, content)
        found = services.preview(rows, bureau=bureau)
        if dry_run or found.rejected:
            return found
        return services.import_units(
            rows, bureau=bureau, actor=None, on=timezone.localdate(), name=path.name,
            content=content,
        )  # fmt: skip

    def _show(self, found, *, imported, as_json):
        if as_json:
            result = {name: [facts["name"] for facts in getattr(found, name)] for name in LABELS}
            result["rejected"] = [asdict(item) for item in found.rejected]
            result["imported"] = imported
            self.stdout.write(json.dumps(result, ensure_ascii=False, indent=1))
            return
        for item in found.rejected:
            self.stdout.write(f"第 {item.row} 行 {item.column}：{item.reason}")
        counts = "　".join(f"{label} {len(getattr(found, name))}" for name, label in LABELS.items())
        ending = "" if imported else "　没有导入任何单位"
        self.stdout.write(f"{counts}　不合格 {len(found.rejected)} 处{ending}")
