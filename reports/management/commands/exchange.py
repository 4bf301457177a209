"""`manage.py exchange`: the issued facts of a period as JSON and Excel; nothing is written."""

import json
from datetime import date

from django.core.management.base import CommandError
from django.utils import timezone

from archives_enforcement.commands import OneLineCommand
from reports.forms.exchange import fault
from reports.management.commands.annual_report import find_bureau, keep, make_folder
from reports.queries import exchange

JSON, EXCEL = "exchange.json", "exchange.xlsx"


class Command(OneLineCommand):
    help = (
        "导出一个机关一段时间的执法数据：exchange.json、exchange.xlsx（只读，格式见 docs/exchange）"
    )

    def add_arguments(self, parser):
        parser.add_argument("--bureau", required=True, metavar="CODE", help="机关的行政区划代码")
        parser.add_argument("--from", required=True, dest="first", help="开始日期，如 2024-01-01")
        parser.add_argument("--to", required=True, dest="last", help="结束日期，如 2024-12-31")
        parser.add_argument("--out", required=True, help="输出文件夹，没有时新建")

    def handle(self, *, bureau, first, last, out, **options):
        owner, period = find_bureau(bureau), read_period(first, last)
        folder = make_folder(out)
        found = exchange.exchange(owner, period, made_at=timezone.localtime())
        keep(folder / JSON, json.dumps(found, ensure_ascii=False, indent=1).encode())
        keep(folder / EXCEL, exchange.as_workbook(found))
        counts = "　".join(
            f"{title} {len(found[part])}" for part, (title, _) in exchange.PARTS.items()
        )
        self.stdout.write(f"{owner}：{counts}　{folder}")


def read_period(first: str, last: str) -> exchange.Period:
    """Two days as a period, or one clear line."""
    try:
        period = exchange.Period(date.fromisoformat(first), date.fromisoformat(last))
    except ValueError:
        raise CommandError(f"日期应当写成 2024-01-01，收到的是“{first}”“{last}”。") from None
    if why := fault(*period):
        raise CommandError(why)
    return period
