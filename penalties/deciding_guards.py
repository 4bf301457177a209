"""Who may review and decide, and what the heads discuss first (第五十七条、第五十八条)."""

from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Act
from penalties.guards import handlers
from penalties.models import Benchmark, BenchmarkRow, Case
from penalties.queries import discretion, discussions, reviewers
from penalties.queries.law import PENALTY_LAW

DISCUSSION = "集体讨论"


def reviewed_by_another(case: Case, act: Act) -> str | None:
    if act.persons & handlers(case):
        return (
            "您参与办理了本案，不能审核，请由未参与办理的法制审核人员审核。"
            f"依据：{PENALTY_LAW}第五十八条，重大执法决定法制审核制度。"
        )
    return None


def qualified(case: Case, act: Act) -> str | None:
    """Whoever is new to reviewing has passed the state examination (第五十八条第二款)."""
    if reviewers.qualification(act.actor, act.on):
        return None
    return (
        "没有登记您在办理日期有效的法制审核资格：初次从事法制审核的，应当通过国家统一法律职业资格考试取得"
        "法律职业资格。请系统管理员先在“法制审核人员资格”登记证书编号和取得日期。"
        f"依据：{PENALTY_LAW}第五十八条第二款。"
    )


def discussed_where_needed(case: Case, act: Act) -> str | None:
    why = why_discussed(case)
    if why is None or discussions.counting(case, case.assessment.discussion_set.all()):
        return None
    if case.assessment.discussion_set.filter(carried=True).exists():
        return (
            "集体讨论在当事人陈述、申辩、听证或者事实重新认定以前举行，没有考虑这些意见，不能据此作出决定，"
            f"请再次讨论。依据：{PENALTY_LAW}第四十五条、第五十七条第二款。"
        )
    if case.assessment.discussion_set.exists():
        return (
            "集体讨论没有多数同意现在的意见，不能据此作出决定，请调整意见或者再次讨论。"
            f"依据：{PENALTY_LAW}第五十七条第二款。"
        )
    return (
        f"{why}，应当经机关负责人集体讨论，还没有讨论记录。"
        f"依据：{PENALTY_LAW}第五十七条第二款和裁量权基准。"
    )


def only_a_sample(row: BenchmarkRow) -> str | None:
    """What no authority has made and published is no ground of a penalty, only of a trial."""
    if not row.benchmark.is_sample:
        return None
    return (
        f"“{row.benchmark}”是随系统提供的示例，不是任何机关公布的裁量权基准，只能试算，不能据以告知、处罚。"
        "请法制审核人员在“裁量权基准”以示例为蓝本起草本机关的版本，或者登记上级公布的基准，由机关负责人公布，"
        "再按公布的基准登记裁量事实、确定拟处罚意见。"
        f"依据：{PENALTY_LAW}第五条第三款、第三十四条。"
    )


def benchmark_in_force(case: Case, act: Act) -> str | None:
    """Whether what grades the case on the day of the act is more than the sample."""
    row = discretion.row_for(case, act.on)
    return row and only_a_sample(row)


def benchmark_stands(case: Case, act: Act) -> str | None:
    """A figure worked out by the sample, or by what was withdrawn, is worked out anew."""
    row = case.assessment and case.assessment.row
    if row is None:
        return None
    if why := only_a_sample(row):
        return why
    if row.benchmark.state != Benchmark.State.WITHDRAWN:
        return None
    return (
        f"拟处罚意见所依据的“{row.benchmark}”已于{cn_date(row.benchmark.withdrawn_on)}撤回，"
        "请承办人员按现行的裁量权基准重新确定拟处罚意见（已经告知的，先补充调查，再重新告知）。"
        f"依据：{PENALTY_LAW}第五条第三款、第三十四条。"
    )


def why_discussed(case: Case) -> str | None:
    """Why the heads decide together: the act is grave or complex, or the benchmark says so."""
    proposal = case.assessment
    if proposal is None:
        return None
    if case.grave:
        return f"本案属于情节复杂或者重大违法行为（{case.grave}）"
    if DISCUSSION in proposal.snapshot["requires"]:
        return f"本案适用“{proposal.snapshot['tier_title']}”档"
    return None


def imposed_by_another(case: Case, act: Act) -> str | None:
    """加处罚款 is the head's to impose, never of who reckoned it (第七十二条第一款第一项)."""
    if act.persons & handlers(case):
        return (
            "您是本案的承办人员，不能决定加处罚款，请由机关负责人签发。"
            f"依据：{PENALTY_LAW}第五十七条、第七十二条第一款第一项。"
        )
    return None


def decided_by_another(case: Case, act: Act) -> str | None:
    if act.persons & handlers(case):
        return (
            "您是本案的承办人员，不能作出处罚决定，请由机关负责人决定。"
            f"依据：{PENALTY_LAW}第五十七条。"
        )
    if case.reviews.filter(reviewed_by__in=act.persons).exists():
        return (
            "您办理了本案的法制审核，不能再作出处罚决定，请由机关负责人决定。"
            f"依据：{PENALTY_LAW}第五十七条、第五十八条。"
        )
    return None
