from django.core.management.base import CommandError

from archives_enforcement.audit import trail
from archives_enforcement.commands import OneLineCommand


class Command(OneLineCommand):
    help = "核对执法全过程记录：逐条验证摘要链、末端封签和锚点；有问题逐条列出并以 1 退出"

    def add_arguments(self, parser):
        parser.add_argument(
            "--anchor",
            nargs="+",
            metavar="WORD",
            help="另核对打印的锚点中的一行，例如 120110 第 2129 条 1a2b3c4d …（可以不写“第”“条”）",
        )

    def handle(self, **options):
        count, problems = trail.problems()
        if options["anchor"]:
            problems += _printed(options["anchor"])
        for problem in problems:
            self.stdout.write(problem)
        if problems:
            raise CommandError(f"共 {count} 条记录，发现 {len(problems)} 处不符")
        self.stdout.write(f"共 {count} 条记录，全部相符")


def _printed(words: list[str]) -> list[str]:
    """What is wrong by one line of an anchor on paper."""
    words = [word for word in words if word not in ("第", "条")]
    if len(words) < 3 or not words[1].isdecimal():
        raise CommandError("--anchor 后面应当是机关代码、条数和末条摘要，照打印的锚点抄写。")
    code, count, digest = words[0], int(words[1]), "".join(words[2:]).lower()
    if trail.stands(code, count, digest):
        return []
    return [f"{code} 第 {count} 条与打印的锚点不符"]
