"""登录日志至少保存六个月 (网络安全法第二十三条): six calendar months are at most 184 days."""

from django.core.management.base import CommandError

LEAST = 184  # days


class KeepsSixMonths:
    """Stands before a command of axes that deletes records older than `--age` days."""

    help = f"删除较早的登录记录；不满 {LEAST} 天的不能删除"

    def add_arguments(self, parser):
        words = f"删除多少天以前的记录，不少于 {LEAST}"
        parser.add_argument("--age", type=int, default=LEAST, help=words)

    def handle(self, *args, **options):
        if options["age"] < LEAST:
            raise CommandError(
                f"网络日志至少保存六个月（网络安全法第二十三条），--age 不能小于 {LEAST}。"
            )
        super().handle(*args, **options)
