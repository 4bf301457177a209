import json
from pathlib import Path

from django.core.management.base import CommandError
from django.db import DatabaseError

from archives_enforcement.commands import OneLineCommand, in_words
from archives_enforcement.legislation import packaged
from penalties import discretion
from penalties.models import Benchmark


class Command(OneLineCommand):
    help = (
        "裁量计算：按裁量权基准，从案例的事实算出结果、措施、幅度、建议金额和逐条理由。"
        "基准写成文件的不需要数据库。字段、代码和结果见 docs/discretion.md"
    )
    requires_system_checks = []  # a file is weighed before the database is set up

    def add_arguments(self, parser):
        parser.add_argument(
            "--benchmark",
            required=True,
            metavar="CODE|FILE",
            help="基准的代码（如 sample-r30），或者基准文件（.json）",
        )
        parser.add_argument("--cases", required=True, metavar="FILE", help="案例文件（.json）")
        parser.add_argument("--json", action="store_true", help="以 JSON 输出")

    def handle(self, *, benchmark, cases, json, **options):
        try:
            scheme = discretion.read_scheme(_document(benchmark))
            matters = discretion.read_cases(_read(cases), scheme, packaged.cite)
            answers = [discretion.answer(row, scheme, packaged.cite) for row in matters]
        except discretion.DiscretionError as error:
            raise CommandError(str(error)) from None
        except KeyError as error:
            raise CommandError(
                f"基准引用了没有收录的法律法规 {error}，请核对 bases 的 law。"
            ) from None
        self._print(scheme, answers, as_json=json)

    def _print(self, scheme, answers, *, as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps(answers, ensure_ascii=False, indent=2))
            return
        self.stdout.write(f"{scheme}{f'　{scheme.label}' if scheme.sample else ''}")
        for answer in answers:
            for line in in_lines(answer):
                self.stdout.write(line)


def in_lines(answer: dict) -> list[str]:
    """One answer as text."""
    found = [f"{answer['id']}　{answer['outcome']}　{'、'.join(answer['measures']) or '无'}"]
    if answer["range"]:
        low, high = answer["range"]
        hearing = "有" if answer["hearing_right"] else "无"
        found.append(
            f"  幅度 {low:,}–{high:,} 元　建议 {answer['proposed']:,} 元　要求听证的权利：{hearing}"
        )
    for row in answer["reasons"]:
        numbers = f"证据{'、'.join(map(str, row['evidence']))}" if row["evidence"] else ""
        grounds = "　".join(filter(None, (row["law"], numbers)))
        effect = f" → {row['effect']}" if row["effect"] else ""
        found.append(f"  {row['number']}. {row['heading']}：{row['text']}{effect}")
        if grounds:
            found.append(f"     {grounds}")
    return found


def _document(benchmark: str) -> dict:
    """The document of a benchmark: a file where there is one of that name, else by its code."""
    if benchmark.endswith(".json") or Path(benchmark).exists():
        return _read(benchmark)
    try:
        found = Benchmark.objects.filter(code=benchmark).first()
    except DatabaseError:
        raise CommandError(
            f"没有文件“{benchmark}”，按代码查找需要数据库，而数据库目前不可用。"
        ) from None
    if found is None:
        raise CommandError(f"没有文件“{benchmark}”，也没有代码为“{benchmark}”的裁量权基准。")
    return found.document


def _read(name: str):
    try:
        return json.loads(Path(name).read_text(encoding="utf-8-sig"))
    except OSError as fault:
        raise CommandError(f"不能读取“{name}”：{in_words(fault)}。") from None
    except UnicodeDecodeError:
        raise CommandError(f"“{name}”不是 UTF-8 编码的文件，请另存为 UTF-8。") from None
    except json.JSONDecodeError as fault:
        raise CommandError(
            f"“{name}”不是正确的 JSON，第 {fault.lineno} 行第 {fault.colno} 列起不能读取。"
        ) from None
