"""Why a step of a case is not lawful yet; each guard returns the sentence or None."""

from datetime import date

from django.db.models import Max

from archives_enforcement.accounts.models import Certificate
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.reading import read_once_a_page
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Act
from penalties.models import Case, ElementFinding, Statement
from penalties.queries import court, enforcing, gate, hearings, owing, papers, terms
from penalties.queries.law import ARCHIVES_LAW, PENALTY_LAW

DISCUSSION = "集体讨论"


def licensed(people, day: date) -> set[int]:
    """Keys of those among `people` whose certificate is in force on `day`."""
    valid = Certificate.objects.valid_on(day).filter(user__in=people)
    return set(valid.values_list("user_id", flat=True))


def too_few_officers(people, day: date) -> str | None:
    if len(licensed(people, day)) >= 2:
        return None
    return (
        f"{cn_date(day)}当天持有效执法证件的承办人员不足两人，不能办理。请指定两名以上持证的执法人员。"
        f"依据：{PENALTY_LAW}第四十二条。"
    )


def two_licensed_officers(case: Case, act: Act) -> str | None:
    return too_few_officers(case.officers.in_charge().values("user"), act.on)


def handlers(case: Case) -> set[int]:
    """Keys of all who proposed or investigated the case, also of those relieved since."""
    return {case.proposed_by_id, *case.officers.values_list("user_id", flat=True)}


def filed_by_another(case: Case, act: Act) -> str | None:
    if act.persons & handlers(case):
        return (
            "承办人员不能批准自己提请的立案，请由机关负责人批准。"
            f"依据：{PENALTY_LAW}第五十四条，本机关案件办理制度。"
        )
    return None


def fits_the_facts(case: Case, act: Act) -> str | None:
    """The facts recorded of the lead open the clause, and no crime is suspected."""
    return gate.why_clause_is_closed(case)


def things_dealt_with(case: Case, act: Act) -> str | None:
    if notices := papers.things_kept(case):
        return (
            f"先行登记保存的物品（{notices[0].number}）还没有作出处理决定，应当在七日内（工作日）处理，"
            f"请先办理登记保存物品处理决定书。依据：{PENALTY_LAW}第五十六条。"
        )
    return None


def has_jurisdiction(case: Case, act: Act) -> str | None:
    if case.in_jurisdiction:
        return None
    return (
        "违法行为发生地不在本机关辖区，不能立案，请移送有管辖权的机关。"
        f"依据：{PENALTY_LAW}第二十二条。"
    )


def handled_by_own_officer(case: Case, act: Act) -> str | None:
    if _is_licensed_for(case, act.actor, act.on):
        return None
    return (
        "只有本案的承办人员，在执法证件有效期内才能办理。需要更换承办人员的，请机关负责人办理移交工作。"
        f"依据：{PENALTY_LAW}第四十二条、第五十五条。"
    )


@read_once_a_page
def _is_licensed_for(case: Case, person, day: date) -> bool:
    in_charge = case.officers.in_charge().filter(user=person)
    return bool(licensed(in_charge.values("user"), day))


def not_before_last_act(case: Case, act: Act) -> str | None:
    last = AuditEntry.objects.about(case).order_by().aggregate(day=Max("on"))["day"]
    if last and act.on < last:
        return (
            f"办理日期不能早于本案上一次办理的日期（{cn_date(last)}），请按实际先后填写。"
            f"依据：{PENALTY_LAW}第四十七条。"
        )
    return None


def kept_things_settled(case: Case, act: Act) -> str | None:
    """第五十六条: within seven working days it is decided what becomes of what was kept."""
    clock = papers.clock_on(papers.issued(case, papers.PRESERVATION), papers.PRESERVATION_CLOCK)
    if clock is None or not clock.is_open or act.on <= clock.due_on:
        return None
    return (
        f"先行登记保存的物品应当在{cn_date(clock.due_on)}以前作出处理决定，现在还没有，不能往下办。"
        f"请先办理登记保存物品处理决定书。依据：{PENALTY_LAW}第五十六条。"
    )


def evidence_gathered(case: Case, act: Act) -> str | None:
    if case.evidence.filter(excluded_on=None).exists():
        return None
    return f"还没有可以采用的证据，不能终结调查。依据：{PENALTY_LAW}第四十条、第四十六条。"


def facts_established(case: Case, act: Act) -> str | None:
    left = case.elements.filter(result=ElementFinding.Result.OPEN).count()
    if not case.facts or not case.elements.exists() or left:
        what = f"还有 {left} 项构成要件没有认定" if left else "还没有写明违法事实和构成要件"
        return f"{what}，请先办理“认定事实”。依据：{PENALTY_LAW}第四十条。"
    return None


def elements_met(case: Case, act: Act) -> str | None:
    missing = case.elements.exclude(result=ElementFinding.Result.MET)
    names = "；".join(missing.values_list("text", flat=True))
    if not names:
        return None
    return (
        f"不具备“{names}”，不能处以罚款。可以结束案件，改为责令改正或者提出处理建议。"
        f"依据：{ARCHIVES_LAW}第四十九条，{PENALTY_LAW}第四条、第四十条。"
    )


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
    asked = case.statements.filter(kind=Statement.Kind.HEARING)
    if asked.filter(hearing__held_on=None).exists():
        return (
            "当事人要求听证，听证还没有举行。请先举行听证，再送法制审核。"
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


def reviewed_by_another(case: Case, act: Act) -> str | None:
    if act.persons & handlers(case):
        return (
            "您参与办理了本案，不能审核，请由未参与办理的法制审核人员审核。"
            f"依据：{PENALTY_LAW}第五十八条，重大执法决定法制审核制度。"
        )
    return None


def discussed_where_needed(case: Case, act: Act) -> str | None:
    why = why_discussed(case)
    if why is None or case.assessment.discussion_set.filter(carried=True).exists():
        return None
    if case.assessment.discussion_set.exists():
        return (
            "集体讨论没有多数同意现在的意见，不能据此作出决定，请调整意见或者再次讨论。"
            f"依据：{PENALTY_LAW}第五十七条第二款。"
        )
    return (
        f"{why}，应当经机关负责人集体讨论，还没有讨论记录。"
        f"依据：{PENALTY_LAW}第五十七条第二款和裁量权基准。"
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
    if papers.delivered_on(papers.decision(case)) is None:
        return f"处罚决定书还没有送达，不能结案。依据：{PENALTY_LAW}第六十一条。"
    return None


def fine_paid(case: Case, act: Act) -> str | None:
    left = unpaid(case)
    if left <= 0 or court.over(case, act.on):
        return None
    law = court.ARTICLES if court.last_step(case) else ""
    return (
        f"罚没款还有 {left:,} 元没有缴纳，不能结案。{_not_over(case)}"
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
    return owing.sum_owed(case)


def challenges_ended(case: Case, act: Act) -> str | None:
    if challenge := enforcing.open_challenge(case):
        return (
            f"{challenge}还没有办结，不能结案，请先登记结果。"
            "依据：《中华人民共和国行政复议法》第六十二条，《档案行政处罚程序规定》第四章。"
        )
    return None
