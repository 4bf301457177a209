from pathlib import Path

from django.core.management.base import CommandError

from archives_enforcement.commands import OneLineCommand, in_words
from archives_enforcement.upkeep import backup
from archives_enforcement.upkeep.vault import Unusable


class Command(OneLineCommand):
    help = "备份：数据库、文件、锚点和签名的清单，加密成一个文件；密钥取自 BACKUP_KEY"

    def add_arguments(self, parser):
        parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="写到哪里")

    def handle(self, *, out: Path, **options):
        try:
            count, damaged = backup.make(out)
        except Unusable as error:
            raise CommandError(f"没有备份：{error}。") from error
        except OSError as error:
            raise CommandError(f"没有备份：{out}：{in_words(error)}。") from error
        size = out.stat().st_size / 1024**2
        self.stdout.write(f"已备份到 {out}：{count} 项，{size:.1f} MB")
        if damaged:
            names = "、".join(damaged)
            raise CommandError(
                f"有 {len(damaged)} 个文件已损坏，没有备份：{names}。请运行 fsck 查明。"
            )
