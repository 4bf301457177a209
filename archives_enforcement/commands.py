"""What the commands that people run have in common: whatever is wrong is told in one line."""

import errno
import re

from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, ProgrammingError

ARGUMENT_FAULTS = (  # how argparse puts it, how a clerk reads it
    (r"the following arguments are required: (.+)", r"缺少 \1"),
    (r"unrecognized arguments: (.+)", r"没有 \1 这样的参数"),
    (r"argument (\S+): expected one argument", r"\1 后面没有写内容"),
    (r"argument (\S+): invalid \S+ value: (.+)", r"\1 不能是 \2"),
    (r"argument (\S+): invalid choice: (\S+) .+", r"\1 不能是 \2"),
)
FILE_FAULTS = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘是只读的",
    errno.EISDIR: "这是文件夹，不是文件",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EEXIST: "已有同名的文件",
    errno.ENOSPC: "磁盘已满",
    errno.ENAMETOOLONG: "名称太长",
}


def in_words(fault: OSError) -> str:
    """Why a file or folder could not be used; the system's number where it is a rare reason."""
    return FILE_FAULTS.get(fault.errno, f"系统错误 {fault.errno}")


class OneLineCommand(BaseCommand):
    """Ends with 2 and one line for wrong arguments, with 1 and one line without a database."""

    def create_parser(self, prog_name, subcommand, **kwargs):
        parser = super().create_parser(prog_name, subcommand, **kwargs)
        if self._called_from_command_line:
            parser.error = lambda fault: parser.exit(
                2, f"参数不对：{_argument(fault)}，用法见 --help。\n"
            )
        return parser

    def execute(self, *args, **options):
        try:
            return super().execute(*args, **options)
        except (OperationalError, ProgrammingError) as fault:
            reason = str(fault).partition("\n")[0]
            raise CommandError(
                f"数据库不能用（{reason}）。请核对 DATA_DIR、DATABASE_URL，"
                "还没有建立的先运行 manage.py migrate 和 load_reference。"
            ) from fault


def _argument(fault: str) -> str:
    for english, chinese in ARGUMENT_FAULTS:
        if found := re.fullmatch(english, fault, re.DOTALL):
            return found.expand(chinese)
    return fault
