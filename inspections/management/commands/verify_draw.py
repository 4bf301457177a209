import json
from pathlib import Path

from django.core.management.base import CommandError

from archives_enforcement.commands import OneLineCommand, in_words
from inspections import drawing
from inspections.queries.draws import differences


class Command(OneLineCommand):
    help = "核对随机抽取记录：名单、规则、种子、结果，与本系统公示的摘要；逐条写出改动并以 1 退出"

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, metavar="FILE", help="从公开页面下载的 JSON 文件")
        parser.add_argument("--json", action="store_true", help="以 JSON 输出")

    def handle(self, *, file: Path, **options):
        record, faults = self._faults(file)
        if options["json"]:
            answer = {"sound": not faults, "digest": record["digest"], "faults": faults}
            self.stdout.write(json.dumps(answer, ensure_ascii=False))
        else:
            for line in faults or [f"一致　摘要 {record['digest']}"]:
                self.stdout.write(line)
        if faults:
            raise CommandError(f"{file.name}：发现 {len(faults)} 处不符")

    @staticmethod
    def _faults(file: Path) -> tuple[dict, list[str]]:
        try:
            record = json.loads(file.read_text(encoding="utf-8"))
            checks = drawing.check(record)
        except OSError as fault:
            raise CommandError(f"不能读取 {file}：{in_words(fault)}") from fault
        except ValueError as fault:
            raise CommandError(f"{file.name}：{Command._words(fault)}") from fault
        wrong = [
            f"{check.label}：记录为 {check.stated}，算得 {check.computed}"
            for check in checks
            if not check.holds
        ]
        return record, wrong + differences(record)

    @staticmethod
    def _words(fault: ValueError) -> str:
        known = isinstance(fault, drawing.Malformed)
        return str(fault) if known else "不是 JSON 文件，请从公开页面重新下载。"
