from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError

from archives_enforcement import sealing
from archives_enforcement.commands import OneLineCommand, in_words
from archives_enforcement.upkeep import restore
from archives_enforcement.upkeep.vault import Unusable


class Command(OneLineCommand):
    help = "恢复：核对备份后放回数据库、文件和锚点，然后核对迁移并全库核查；先停下网页和后台任务"

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument(
            "--replace", action="store_true", help="代替这里已有的数据；原有文件改名保留"
        )

    def handle(self, *, file: Path, replace: bool, **options):
        try:
            said = restore.restore(file, replace=replace)
        except Unusable as error:
            raise CommandError(f"没有恢复，什么也没有改动：{error}。") from error
        except OSError as error:
            where = error.filename or file
            raise CommandError(f"没有恢复完：{where}：{in_words(error)}。") from error
        self.stdout.write(
            f"已恢复 {said['made_at']} 的备份：{len(said['members'])} 项（程序 {said['program']}）"
        )
        keys = (settings.SEALING_KEY, *settings.SEALING_KEYS_BEFORE)
        if said["sealing_key"] not in map(sealing.key_name, keys):
            self.stdout.write("注意：SEALING_KEY 与备份时不同，反映人身份打不开")
        try:
            call_command("migrate", check_unapplied=True, stdout=self.stdout, verbosity=0)
        except SystemExit as ended:
            raise CommandError(
                "备份来自较早的版本：请运行 manage.py migrate，再运行 manage.py fsck。"
            ) from ended
        call_command("fsck", stdout=self.stdout)
