"""裁量说明: what the sheet says, written from the frozen proposal and from nothing else."""

from archives_enforcement.documents import tabling
from archives_enforcement.templatetags.formats import cn_date
from penalties.discretion import TITLES, Band
from penalties.discretion.scheme import DUTIES, EFFECTS
from penalties.models import Assessment, Case, NoPenalty
from penalties.queries.wording import approval

KIND = "discretion_sheet"
WEIGHED = {"用作": 38, "事实": 50, "依据": 38, "证据": 16}  # columns, in millimetres
NOTHING = "没有登记裁量事实，不能查明的按最轻认定。"


def weighed(made: Assessment | None) -> bool:
    """Whether a benchmark graded the proposal: without one there is nothing to explain."""
    return made is not None and "band" in made.snapshot


def fields(case: Case, made: Assessment) -> dict:
    """Every fact of the sheet; they are lists, so nobody edits them by hand."""
    frozen = made.snapshot
    return {
        "assessment": made.pk,
        "party": [case.party.name],
        "cause": [case.violation.title],
        "benchmark": [_benchmark(frozen["benchmark"])],
        "clause": [f"{frozen['law']}；{'、'.join(frozen['kinds'])}；法定幅度 {_between(frozen)}"],
        "facts": [line for line in case.facts.splitlines() if line.strip()],
        "factors": _factors(frozen),
        "reasons": [*_reasons(frozen), *approval(made)],
        "band": [f"{frozen['tier_title']}，{_band(Band(*frozen['band']))}"],
        "figure": [_figure(made)],
    }


def without_penalty(case: Case, row: NoPenalty) -> dict:
    """The same of a case that ended without a penalty, from what was frozen with the choice."""
    frozen = row.snapshot
    whose = "由机关负责人集体讨论决定" if row.by_choice else "由机关负责人决定"
    return {
        "assessment": f"no_penalty-{row.pk}",
        "party": [case.party.name],
        "cause": [case.violation.title],
        "benchmark": [_benchmark(frozen["benchmark"])],
        "clause": [f"{frozen['law']}；{'、'.join(frozen['kinds'])}；法定幅度 {_between(frozen)}"],
        "facts": [line for line in frozen["conduct"].splitlines() if line.strip()],
        "factors": _factors(frozen),
        "reasons": list(_reasons(frozen)),
        "band": ["不予行政处罚，不计算罚款"],
        "figure": [f"不予行政处罚；{cn_date(row.decided_on)}{whose}"],
    }


def of_case(case: Case) -> dict | None:
    """What the sheet of this case says now; None where no benchmark weighed anything."""
    row = NoPenalty.objects.filter(case=case).first()
    if row is not None:
        return without_penalty(case, row) if "benchmark" in row.snapshot else None
    made = case.assessment
    return fields(case, made) if weighed(made) else None


def _benchmark(kept: dict) -> str:
    parts = [kept["title"]]
    if kept.get("issuer"):
        parts.append(f"制定机关：{kept['issuer']}")
    if kept.get("level"):
        parts.append(f"层级：{kept['level']}")
    parts.append(f"条目 {kept['row']}{kept.get('line', '')}")
    return "；".join([*parts, f"分档规则：{kept['rule_set']}", *filter(None, [kept["label"]])])


def _yuan(figure: int) -> str:
    return f"{figure:,} 元"


def _between(frozen: dict) -> str:
    low, high = frozen["range"]
    return f"{_yuan(low)}至 {_yuan(high)}"


def _band(band: Band) -> str:
    """The band with its ends, as the figure was held against it."""
    ends = ((band.lower, band.lower_included), (band.upper, band.upper_included))
    without = [_yuan(figure) for figure, included in ends if not included]
    words = f"{_yuan(band.lower)}至 {_yuan(band.upper)}"
    return f"{words}（不含 {'、'.join(without)}）" if without else words


def _factors(frozen: dict) -> list:
    rows = [[_use(it), it["text"], _law(it, frozen), _numbers(it)] for it in frozen["facts"]]
    rows += [
        [f"{title}：{it['level']}", it["text"], _of_benchmark(frozen), _numbers(it)]
        for title, it in frozen.get("weights", {}).items()
    ]
    return tabling.of_rows(rows, WEIGHED) or [NOTHING]


def _use(fact: dict) -> str:
    if fact["tier"]:
        absent = "" if fact["shown"] else "（不具备）"
        return f"{TITLES[fact['tier']]}档标准：{fact['criterion']}{absent}"
    effect = EFFECTS.get(fact["effect"], "取本档上限")
    decisive = "，作用明显" if fact["decisive"] else ""
    return f"{fact['title']}（{DUTIES[fact['duty']]}{effect}{decisive}）"


def _law(fact: dict, frozen: dict) -> str:
    return fact["law"] or f"{_of_benchmark(frozen)}“{TITLES[fact['tier']]}”档"


def _of_benchmark(frozen: dict) -> str:
    return f"裁量权基准{frozen['benchmark']['row']}"


def _numbers(fact: dict) -> str:
    return "、".join(map(str, fact["evidence"]))


def _reasons(frozen: dict):
    for number, row in enumerate(frozen["reasons"], start=1):
        text = "".join(row["text"].splitlines()).rstrip("。")
        grounds = f"（{row['grounds']}）" if row["grounds"] else ""
        effect = row["effect"].replace(" → ", "为")
        yield f"{number}. {row['heading']}：{text}{grounds}。对幅度的影响：{effect}。"


def _figure(made: Assessment) -> str:
    fine = "只给予警告，不并处罚款" if made.warning_only else f"罚款 {_yuan(made.fine)}"
    gains = f"，没收违法所得 {_yuan(made.gains)}" if made.gains else ""
    return f"{fine}{gains}；{cn_date(made.made_on)}确定"
