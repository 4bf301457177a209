from django.core.management.base import CommandError

from archives_enforcement.commands import OneLineCommand
from archives_enforcement.documents import wholeness


class Command(OneLineCommand):
    help = "核对已签发文书：定稿内容、版式文件摘要、发文字号连续；有问题逐条列出并以 1 退出"

    def handle(self, **options):
        count, problems = wholeness.problems()
        for problem in problems:
            self.stdout.write(problem)
        if problems:
            raise CommandError(f"共 {count} 份已签发文书，发现 {len(problems)} 处不符")
        self.stdout.write(f"共 {count} 份已签发文书，全部相符")
