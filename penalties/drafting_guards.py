"""Why a paper after the decision, or about a dispute over jurisdiction, is not drafted yet."""

from collections.abc import Callable
from datetime import date

from archives_enforcement.templatetags.formats import cn_date
from penalties import closing_guards
from penalties.models import Case
from penalties.queries import defending, demands, enforcing, papers
from penalties.queries.law import COERCION_LAW, PENALTY_LAW


def decided(case: Case, on: date) -> str | None:
    decision = papers.decision(case)
    if decision is not None and papers.delivered_on(decision):
        return None
    return f"处罚决定还没有作出并送达，没有要履行的义务。依据：{PENALTY_LAW}第六十六条。"


def deferral_approved(case: Case, on: date) -> str | None:
    if why := decided(case, on):
        return why
    if papers.issued(case, "instalment_approval"):
        return None
    return (
        f"延期、分期缴纳须经机关负责人批准，请先办理审批表。依据：{PENALTY_LAW}第六十六条第二款。"
    )


def overdue(case: Case, on: date) -> str | None:
    """A 催告 says that the party has not done what was due: so it must be due."""
    if why := decided(case, on) or _nothing_owed(case):
        return why
    clock = papers.clock_on(papers.decision(case), papers.PAYMENT_CLOCK)
    if clock is not None and on <= clock.due_on:
        return (
            f"当事人履行处罚决定的期限{cn_date(clock.due_on)}才届满，届满以后仍未履行的才催告。"
            f"依据：{PENALTY_LAW}第六十六条、第六十七条。"
        )
    return None


def _nothing_owed(case: Case) -> str | None:
    if closing_guards.unpaid(case) > 0:
        return None
    return (
        f"罚没款已经缴清或者不再应缴，没有要催告、申请执行的义务。依据：{PENALTY_LAW}第六十六条。"
    )


def in_time_for_court(case: Case, on: date) -> str | None:
    """The court is asked when the party may no longer go to law, within three months.

    行政强制法第五十三条; 行政处罚法第七十二条第二款 where a delay was approved.
    """
    if why := decided(case, on) or _nothing_owed(case):
        return why
    if challenge := enforcing.open_challenge(case):
        return f"{challenge}还没有办结，不能申请法院强制执行。依据：{COERCION_LAW}第五十三条。"
    after, last = enforcing.court_term(case)
    if on <= after:
        return (
            f"当事人在{cn_date(after)}以前还可以依法申请行政复议、提起行政诉讼或者缴纳，期满以后才能"
            f"申请法院强制执行。依据：{COERCION_LAW}第五十三条，{PENALTY_LAW}第七十二条第二款。"
        )
    if last is not None and on > last:
        return (
            f"申请法院强制执行的期限（三个月）已于{cn_date(last)}届满，法院不再受理；请报告机关负责人，"
            f"查明逾期的原因。依据：{COERCION_LAW}第五十三条，{PENALTY_LAW}第七十二条第二款。"
        )
    return None


def demanded(case: Case, on: date) -> str | None:
    """催告 first, and ten working days (行政强制法第五十四条, 第六十九条)."""
    notice = papers.issued(case, papers.DEMAND)
    told = papers.delivered_on(notice) if notice else None
    if told is None:
        return f"申请法院强制执行前应当书面催告并送达。依据：{COERCION_LAW}第五十四条。"
    clock = papers.clock_on(notice, papers.DEMAND_CLOCK)
    if clock is not None and on <= clock.due_on:
        return (
            f"催告书于{cn_date(told)}送达，十日（工作日）期满后（{cn_date(clock.due_on)}之后）"
            f"仍未履行的才能申请。依据：{COERCION_LAW}第五十四条、第六十九条。"
        )
    if demands.unanswered(case):
        return (
            "当事人对催告书的陈述、申辩还没有复核和答复，请先办理“复核陈述申辩”。"
            f"依据：{COERCION_LAW}第三十六条。"
        )
    return in_time_for_court(case, on)


def challenged(kind: str) -> Callable[[Case, date], str | None]:
    """An answer needs what it answers (行政复议法第四十八条, 行政诉讼法第六十七条)."""

    def refusal(case: Case, on: date) -> str | None:
        if defending.calls_for(enforcing.open_challenge(case), kind):
            return None
        what = "行政诉讼" if kind == "court_answer" else "行政复议"
        return (
            f"没有正在进行的{what}，收到申请书（起诉状）副本的，请先在案件页面“登记复议、诉讼”。依据："
            "《中华人民共和国行政复议法》第四十八条，《中华人民共和国行政诉讼法》第六十七条。"
        )

    return refusal


def consulted(record, on: date) -> str | None:
    """The superior designates where talks have failed (第二十五条第二款)."""
    talks = papers.on_record(record, "jurisdiction_letter")
    if lead := getattr(record, "lead", None):
        talks = talks | papers.on_record(lead, "jurisdiction_letter")
    if talks.exists():
        return None
    return (
        "管辖有争议的，先与有关机关协商，还没有签发管辖争议协商函；协商不成的，再报请指定管辖。"
        f"依据：{PENALTY_LAW}第二十五条第二款。"
    )
