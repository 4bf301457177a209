import json
from pathlib import Path

from django.core.management.base import CommandError

from archives_enforcement.archiving.verification import verify
from archives_enforcement.commands import OneLineCommand


class Command(OneLineCommand):
    help = "核对归档信息包：校验和、元数据、件数、与本系统登记的摘要；有问题逐条列出并以 1 退出"

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, metavar="FILE.zip")
        parser.add_argument("--json", action="store_true", help="以 JSON 输出")

    def handle(self, *, file: Path, **options):
        report = verify(file)
        if options["json"]:
            answer = {"sound": not report.faults, **report._asdict()}
            self.stdout.write(json.dumps(answer, ensure_ascii=False))
        elif not report.faults:
            scope = "与本系统的记录一致" if report.known else "本系统没有这一案卷，只核对了包本身"
            name = f"归档号 {report.number}　{report.title}"
            self.stdout.write(f"{name}：{report.items} 件，全部相符（{scope}）")
        else:
            for fault in report.faults:
                self.stdout.write(fault)
        if report.faults:
            raise CommandError(f"{file.name}：发现 {len(report.faults)} 处不符")
