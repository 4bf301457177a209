from django.core.management.base import CommandError

from archives_enforcement.audit import trail
from archives_enforcement.commands import OneLineCommand


class Command(OneLineCommand):
    help = "核对执法全过程记录：逐条验证摘要链、末端封签和锚点；有问题逐条列出并以 1 退出"

    def handle(self, **options):
        count, problems = trail.problems()
        for problem in problems:
            self.stdout.write(problem)
        if problems:
            raise CommandError(f"共 {count} 条记录，发现 {len(problems)} 处不符")
        self.stdout.write(f"共 {count} 条记录，全部相符")
