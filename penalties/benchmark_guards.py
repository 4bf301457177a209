"""Why a benchmark cannot be published yet."""

from datetime import date

from archives_enforcement.templatetags.formats import cn_date
from penalties.discretion.checks import refuse
from penalties.models import Benchmark
from penalties.queries import benchmarks as queries
from penalties.queries.law import PENALTY_LAW

MOST_TOLD = 3
MADE = "依据：国办发〔2022〕27号"
PUBLISHED = f"依据：{PENALTY_LAW}第三十四条，裁量基准应当向社会公布。"


def published_by_another(benchmark: Benchmark, act) -> str | None:
    if benchmark.drafted_by_id in act.persons:
        return (
            f"起草人不能公布自己起草的基准，请由机关负责人公布。{MADE}，本机关裁量权基准制定制度。"
        )
    return None


def origin_stated(benchmark: Benchmark, act) -> str | None:
    """A copy of the sample says nothing of its own origin: it must be written before use."""
    if benchmark.issuer.strip() and benchmark.source.strip():
        return None
    return (
        "还没有写明制定机关和来源（所依据的公布文本、文号），请起草人在“修改基本信息”中写明。"
        f"{PUBLISHED}"
    )


def without_errors(benchmark: Benchmark) -> str | None:
    """The validator's findings of weight 错误 forbid publication."""
    return told(queries.findings(benchmark))


def told(findings) -> str | None:
    """The errors among the findings in one sentence; None when there are none."""
    found = refuse(findings)
    if not found:
        return None
    more = f"；另有 {len(found) - MOST_TOLD} 处" if len(found) > MOST_TOLD else ""
    named = "；".join(f"{row.place}：{row.reason}" for row in found[:MOST_TOLD])
    return f"校验没有通过，不能公布：{named}{more}。请起草人改正后再公布。{MADE}。"


def begins_in_time(benchmark: Benchmark, on: date, valid_from: date) -> str | None:
    """The bureau's own text binds from its publication on; a superior's has its own date."""
    if not benchmark.from_above and valid_from < on:
        return (
            f"施行日期不能早于公布日期（{cn_date(on)}）：没有公布的规定不能作为处罚的依据。"
            f"依据：{PENALTY_LAW}第五条第三款。"
        )
    later = queries.replaced_by(benchmark, valid_from).filter(valid_from__gte=valid_from)
    if other := later.first():
        return f"“{other}”{cn_date(other.valid_from)}才施行，新版本的施行日期应当更晚。"
    return None
