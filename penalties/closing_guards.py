"""Why a case may not be closed yet: delivered, paid or ended at the court, by another."""

from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Act
from penalties import party_guards
from penalties.guards import handlers
from penalties.models import Case
from penalties.queries import court, enforcing, owing, papers
from penalties.queries.law import PENALTY_LAW


def closing_proposed(case: Case, act: Act) -> str | None:
    if case.outcome_note:
        return None
    return (
        "承办人员还没有提请结案，不能批准或者退回。请承办人员先写明结案报告并提请。"
        "依据：《档案行政处罚程序规定》第四章。"
    )


def closed_by_another(case: Case, act: Act) -> str | None:
    if act.persons & handlers(case):
        return (
            "您是本案的承办人员，不能批准或者退回自己提请的结案，请由机关负责人办理。"
            "依据：《档案行政处罚程序规定》第四章，本机关案件办理制度。"
        )
    return None


def decision_delivered(case: Case, act: Act) -> str | None:
    if party_guards.nobody_told(case, act.on):
        return None
    if papers.delivered_on(papers.decision(case)) is None:
        return f"处罚决定书还没有送达，不能结案。依据：{PENALTY_LAW}第六十一条。"
    return None


def fine_paid(case: Case, act: Act) -> str | None:
    left = unpaid(case)
    if left <= 0 or court.over(case, act.on) or party_guards.nobody_pays(case, act.on):
        return None
    law = court.ARTICLES if court.last_step(case) else ""
    return (
        f"罚没款还有 {left:,} 元没有缴纳，不能结案。{_not_over(case)}"
        f"{party_guards.after_a_death(case)}"
        f"依据：{PENALTY_LAW}第六十六条、第六十七条{law}。"
    )


def _not_over(case: Case) -> str:
    """What is still to come before a case at the court may be closed unpaid."""
    last = court.last_step(case)
    if last is None:
        return ""
    if last.kind == last.Kind.PAUSED:
        return "终结本次执行程序不是终结执行，发现可供执行的财产，应当申请恢复执行。"
    day = court.over_from(case)
    until = f"没有新的进展的，{cn_date(day)}起可以结案" if day else "还不能结案"
    return (
        "人民法院裁定不予执行并且复议期满或者维持的、裁定终结执行的，登记裁定书以后可以结案；"
        "不予受理的，申请的期限以内可以重新申请，期满不再申请的可以结案；"
        f"现在登记到“{last.get_kind_display()}”，{until}。"
    )


def unpaid(case: Case) -> int:
    """What is still owed under the decision, in yuan; 0 before there is one."""
    if not hasattr(case, "decision"):
        return 0
    return max(owing.sum_owed(case), 0)


def overpaid_returned(case: Case, act: Act) -> str | None:
    """What is no longer owed goes back before the case is closed."""
    if over := enforcing.overpaid(case):
        return (
            f"复议、诉讼以后，当事人多缴了 {over:,} 元，还没有退还，不能结案。"
            "请退还以后办理“登记退还”。"
            "依据：《中华人民共和国国家赔偿法》第三十六条第一项。"
        )
    return None


def challenges_ended(case: Case, act: Act) -> str | None:
    if challenge := enforcing.open_challenge(case):
        return (
            f"{challenge}还没有办结，不能结案，请先登记结果。"
            "依据：《中华人民共和国行政复议法》第六十二条，《档案行政处罚程序规定》第四章。"
        )
    return None
