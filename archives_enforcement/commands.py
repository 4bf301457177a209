"""What the commands that people run have in common: whatever is wrong is told in one line."""

from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, ProgrammingError


class OneLineCommand(BaseCommand):
    """Ends with 2 and one line for wrong arguments, with 1 and one line without a database."""

    def create_parser(self, prog_name, subcommand, **kwargs):
        parser = super().create_parser(prog_name, subcommand, **kwargs)
        if self._called_from_command_line:
            parser.error = lambda fault: parser.exit(2, f"参数不对（{fault}），用法见 --help。\n")
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
