"""Why a case may not go on before its party was told and heard (第四十四、四十五、六十二条)."""

from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Act
from penalties.models import Case, Statement
from penalties.queries import hearings, papers, terms
from penalties.queries.law import PENALTY_LAW


def no_paper_under_way(case: Case, act: Act) -> str | None:
    paper = papers.latest(case, papers.NOTICE)
    if paper is not None and paper.state in (paper.State.DRAFT, paper.State.SUBMITTED):
        return (
            f"事先告知书已经起草，请先作废草稿，再改动拟处罚意见。依据：{PENALTY_LAW}第四十四条。"
        )
    return None


def notice_delivered(case: Case, act: Act) -> str | None:
    if papers.delivered_on(papers.issued(case, papers.NOTICE)) is None:
        return (
            "事先告知书还没有送达，当事人还没有得到陈述、申辩和要求听证的机会。"
            f"依据：{PENALTY_LAW}第四十四条、第六十二条。"
        )
    return None


def terms_over_or_used(case: Case, act: Act) -> str | None:
    """行政处罚法第六十二条: no decision before both terms have run out, been used or given up."""
    notice = papers.issued(case, papers.NOTICE)
    said = papers.statements_since_notice(case, *Statement.Kind).values_list("kind", flat=True)
    left = terms.running(
        set(said),
        lambda code: notice and papers.clock_on(notice, code),
        act.on,
        may_ask=hearings.offered(notice),
    )
    if left is None:
        return None
    until = f"（{cn_date(left.clock.due_on)}届满）" if left.clock else ""
    return (
        f"{left.right.label}的期限还没有届满{until}，当事人也没有明确放弃，还不能往下办。"
        f"依据：{PENALTY_LAW}第六十二条、第六十四条。"
    )


def statements_answered(case: Case, act: Act) -> str | None:
    if case.statements.filter(kind=Statement.Kind.STATEMENT, answered_on=None).exists():
        return (
            "当事人的陈述、申辩还没有复核和答复，不能往下办。请先办理“复核陈述申辩”。"
            f"依据：{PENALTY_LAW}第四十五条。"
        )
    return None


def hearings_held(case: Case, act: Act) -> str | None:
    if hearings.standing(case).exists():
        return (
            "当事人要求听证，听证还没有举行。请先举行听证（当事人撤回的，先登记撤回），再送法制审核。"
            f"依据：{PENALTY_LAW}第五十八条第一款、第六十四条。"
        )
    return None


def not_heavier_than_notified(case: Case, act: Act) -> str | None:
    told, now = papers.notified(case), case.assessment
    if told and now and (now.fine > told.fine or now.gains > told.gains):
        return (
            f"拟处罚款 {now.fine:,} 元，高于告知的 {told.fine:,} 元，不能因陈述、申辩加重。"
            "有新的事实的，应当补充调查并重新告知。"
            f"依据：{PENALTY_LAW}第四十四条、第四十五条第二款。"
        )
    return None
