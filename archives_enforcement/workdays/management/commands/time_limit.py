import json
from datetime import date, datetime

from django.db import DatabaseError

from archives_enforcement.accounts.models import Bureau
from archives_enforcement.commands import OneLineCommand
from archives_enforcement.workdays.limits import Computation, LimitError, all_limits, compute, find
from archives_enforcement.workdays.wording import full


class Command(OneLineCommand):
    help = "推算期限：给出期限代码和起算日（倒推的期限给出事件当日），输出届满日、依据和计算过程"
    requires_system_checks = []  # the answer must be had before the database is set up

    def add_arguments(self, parser):
        parser.add_argument("code", nargs="?", help="期限代码，如 D-P07")
        parser.add_argument(
            "--from", dest="start", help="起算日，如 2024-09-26 或 2024-09-26T09:30"
        )
        parser.add_argument("--bureau", help="行政区划代码，采用该机关自行设定的期限")
        parser.add_argument("--json", action="store_true", help="以 JSON 输出")
        parser.add_argument("--list", action="store_true", help="列出全部期限代码")

    def handle(self, *, code, start, bureau, list, json, **options):
        try:
            if list:
                self._list(as_json=json)
            else:
                self._compute(code, start, bureau, as_json=json)
        except LimitError as error:
            self.stderr.write(error.message)
            raise SystemExit(1) from None

    def _list(self, *, as_json):
        limits = all_limits()
        if as_json:
            self._write_json([_entry(limit) for limit in limits])
            return
        for limit in limits:
            basis = limit.basis or "无条文依据"
            self.stdout.write(
                f"{limit.code:<8} {limit.name}：{limit.term_in_words}，{basis}"
                f"（{limit.get_mark_display()}）"
            )

    def _compute(self, code, start, bureau, *, as_json):
        if not code or not start:
            raise LimitError("请给出期限代码和起算日，如 time_limit D-P07 --from 2024-09-26。")
        result = compute(code, _read_start(start), bureau=_read_bureau(bureau))
        if as_json:
            self._write_json(_answer(result))
            return
        self.stdout.write(f"{find(code)}")
        self.stdout.write(
            f"届满：{_due_in_words(result)}{'（暂定）' if result.provisional else ''}"
        )
        self.stdout.write(f"规则：{result.rule}")
        self.stdout.write(f"依据：{result.article or '无条文依据'}（{result.mark_label}）")
        for number, step in enumerate(result.steps, 1):
            self.stdout.write(f"  {number}. {step}")

    def _write_json(self, content):
        self.stdout.write(json.dumps(content, ensure_ascii=False, indent=2))


def _read_start(text: str) -> date | datetime:
    try:
        return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
    except ValueError:
        raise LimitError(f"“{text}”不是日期，应写成 2024-09-26 或 2024-09-26T09:30。") from None


def _read_bureau(code: str | None) -> Bureau | None:
    if not code:
        return None
    try:
        bureau = Bureau.objects.filter(code=code).first()
    except DatabaseError:
        raise LimitError("机关的期限设定保存在数据库中，数据库目前不可用。") from None
    if bureau is None:
        raise LimitError(f"没有行政区划代码为“{code}”的档案主管部门，请核对代码。")
    return bureau


def _due_in_words(result: Computation) -> str:
    if isinstance(result.due, datetime):
        return f"{full(result.due_on)}{result.due:%H:%M}"
    return full(result.due)


def _answer(result: Computation) -> dict:
    in_hours = isinstance(result.due, datetime)
    answer = {
        "due": result.due.isoformat(timespec="minutes") if in_hours else result.due.isoformat(),
        "rule": result.rule,
        "article": result.article,
        "mark": result.mark,
        "steps": result.steps,
    }
    return answer | ({"provisional": True} if result.provisional else {})


def _entry(limit) -> dict:
    fields = (
        "code name trigger direction length unit fixed_on law article bound on_expiry mark "
        "configurable note"
    )
    return {name: getattr(limit, name) for name in fields.split()}
