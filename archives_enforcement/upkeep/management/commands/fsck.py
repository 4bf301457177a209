import json

from django.core.management.base import CommandError

from archives_enforcement.commands import OneLineCommand
from archives_enforcement.upkeep import fsck, stored


class Command(OneLineCommand):
    help = (
        "全库核查：文书、发文字号、文件、后台任务、期限、执法全过程记录、机关归属；"
        "有问题逐条列出并以 1 退出"
    )

    def add_arguments(self, parser):
        parser.add_argument("--json", action="store_true", help="以一行 JSON 输出各部分的件数")
        parser.add_argument(
            "--tidy", action="store_true", help="核查前先删除超过 24 小时、没有登记的残留文件"
        )

    def handle(self, **options):
        removed = stored.remove_leftovers() if options["tidy"] else 0
        if removed and not options["json"]:
            self.stdout.write(f"已删除残留文件 {removed} 个")
        results = []
        for result in fsck.check():
            results.append(result)
            if not options["json"]:
                self._tell(result)
        found = sum(len(result.faults) for result in results)
        if options["json"]:
            self.stdout.write(_line(results, found, removed))
        if found:
            raise CommandError(f"全库核查发现 {found} 处不符")
        if not options["json"]:
            self.stdout.write("全库核查：全部相符")

    def _tell(self, result: fsck.Result) -> None:
        part, faults = result.part, result.faults
        for fault in faults:
            self.stdout.write(f"{part.label}：{fault}")
        outcome = f"发现 {len(faults)} 处不符" if faults else "相符"
        self.stdout.write(f"{part.label} {result.seen} {part.unit}，{outcome}")


def _line(results: list[fsck.Result], found: int, removed: int) -> str:
    answer = {"sound": not found, "faults": found, "removed": removed}
    for result in results:
        answer[result.part.code] = {"seen": result.seen, "faults": result.faults}
    return json.dumps(answer, ensure_ascii=False)
