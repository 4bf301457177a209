"""Why a step of 年度自查 is not open yet; each guard returns the sentence or None."""

from archives_enforcement.documents.models import Document
from archives_enforcement.legislation.citations import CitationError, article_on
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Act
from inspections.models import ReportRule, SelfForm, SelfInspection, SelfReport, SelfUrge
from inspections.models.self_rules import LAW
from inspections.queries import self_inspection as queries
from inspections.queries.self_urges import REPLY_CLOCK, open_clocks

PRACTICE = "本机关年度自查安排"


def opened_by_another(asked: SelfInspection, act: Act) -> str | None:
    if asked.drafted_by_id in act.persons:
        return "经办人不能布置自己准备的自查，请由机关负责人布置。"
    return None


def rule_and_form_hold(asked: SelfInspection, act: Act) -> str | None:
    """Both are in force on the day on which the reports are asked for."""
    for row, rows in ((asked.rule, ReportRule.objects), (asked.form, SelfForm.objects)):
        if not rows.in_force(asked.bureau, act.on).filter(pk=row.pk).exists():
            return f"“{row}”在{cn_date(act.on)}不适用，不能据以布置。请先修改自查，改选适用的一份。"
    return None


def time_is_left(asked: SelfInspection, act: Act) -> str | None:
    due = queries.due(asked).due_on
    if not queries.too_late(asked, act.on):
        return None
    return (
        f"{asked}的报送期限（{cn_date(due)}）已到，单位来不及报送，不能布置。"
        "请布置下一报告年度的自查；以前的报告由综合人员收下后存档。"
    )


def somebody_is_asked(asked: SelfInspection, act: Act) -> str | None:
    if queries.asked_reports(asked).exists():
        return None
    return "没有单位需要报送：名册上没有报送规则所说的单位。请改选规则，或者写明理由列入单位。"


def nothing_in_review(asked: SelfInspection, act: Act) -> str | None:
    left = asked.reports.filter(state=SelfReport.State.SUBMITTED).count()
    if not left:
        return None
    return f"还有 {left} 份自查报告没有审核，不能汇总。请先逐份审核。"


def time_is_up(asked: SelfInspection, act: Act) -> str | None:
    """Before the last day whoever has not reported is not missing."""
    waiting = asked.reports.filter(state__in=SelfReport.AWAITS_UNIT).exists()
    if not waiting or asked.due_on is None or act.on > asked.due_on:
        return None
    return f"报送期限（{cn_date(asked.due_on)}）没有届满，还有单位没有报送，不能汇总。"


def is_asked_for(report: SelfReport, act: Act) -> str | None:
    asked = report.self_inspection
    if asked.state not in SelfInspection.SHOWN:
        return f"{asked}还没有布置，现在不能报送。"
    if act.on < asked.opened_on:
        return f"办理日期不能早于布置的日期（{cn_date(asked.opened_on)}）。"
    return None


def everything_answered(report: SelfReport) -> str | None:
    left = queries.unanswered(report)
    if not left:
        return None
    places = "、".join(str(question.position) for question in left)
    return (
        f"第 {places} 题还没有填写，不能报送。档案保存情况和数据库运行维护情况是必须报告的内容，"
        f"没有的请填“{left[0].NOT_APPLICABLE}”或者 0。依据：{LAW}，{PRACTICE}。"
    )


def reviewed_by_another(report: SelfReport, act: Act) -> str | None:
    last = queries.last_submission(report)
    if last and last.on_behalf and last.submitted_by_id in act.persons:
        return "代录人不能审核自己代录的自查报告，请由其他人员审核。"
    return None


def not_before_submission(report: SelfReport, act: Act) -> str | None:
    last = queries.last_submission(report)
    if last and act.on < last.submitted_on:
        return f"审核日期不能早于报送日期（{cn_date(last.submitted_on)}）。"
    return None


def still_movable(report: SelfReport, act: Act) -> str | None:
    """Once the last day has passed, who was asked stays asked."""
    asked = report.self_inspection
    if asked.state == SelfInspection.State.DISCARDED:
        return f"{asked}已经放弃，不能再调整报送范围。请另外准备一次自查。"
    if asked.due_on is None or act.on <= asked.due_on:
        return None
    return f"报送期限（{cn_date(asked.due_on)}）已过，不能再调整报送范围；没有报送的，请催报。"


def may_be_urged(report: SelfReport, act: Act) -> str | None:
    """A letter goes to whom the law binds, after the day, while the report is missing."""
    if report.state not in SelfReport.AWAITS_UNIT:
        return f"{report.unit}的报告{report.get_state_display()}，不用催报。"
    if not report.unit.is_active:
        return f"{report.unit}已经撤销，不能催报。"
    if not report.bound:
        return (
            f"{report.unit}不是法定的报送义务人，是写明理由列入的，不能催报；可以电话联系。"
            f"依据：{LAW}只约束国家档案馆、机关、群团组织和国有企事业单位。"
        )
    if report.due_on is None or act.on <= report.due_on:
        return f"{report.unit}的报送期限没有届满，不能催报。依据：{PRACTICE}。"
    return _under_way(report, SelfUrge.Step.REMINDER)


def _under_way(report: SelfReport, step: str) -> str | None:
    S = Document.State
    rows = report.urges.filter(step=step).exclude(document__state__in=(S.VOID, S.ISSUED))
    if not rows.exists():
        return None
    return f"{report.unit}已经有一份没有发出的{SelfUrge.Step(step).label}文书，请在那份文书上办理。"


def may_be_ordered(report: SelfReport, act: Act) -> str | None:
    """条例 45 carries neither order nor penalty: only a recorded local article opens this step."""
    article = report.self_inspection.rule.order_article
    if article is None:
        return (
            f"{LAW}只要求定期报送，没有规定责令和处罚；本机关的报送规则也没有登记可以责令的地方性法规"
            "条文，所以只能催报。有地方性法规规定的，请机关负责人先登记条文，用于以后的自查。"
        )
    try:
        article_on(article.version.law.code, article.number, on=act.on)
    except CitationError as error:
        return f"不能引用登记的条文：{error}"
    if report.state not in SelfReport.AWAITS_UNIT:
        return f"{report.unit}的报告{report.get_state_display()}，不能责令。"
    return _reminder_runs(report, act) or _under_way(report, SelfUrge.Step.ORDER)


def _reminder_runs(report: SelfReport, act: Act) -> str | None:
    """逾期未改 is what the letter asked for and was not done by the day that it named."""
    delivered = open_clocks(report).filter(code=REPLY_CLOCK)
    if not delivered.exists():
        return (
            f"{report.unit}还没有收到催报函，不能责令。请先催报，并登记催报函的送达（单位签收也算）。"
            f"依据：{PRACTICE}。"
        )
    due_on = delivered.last().due_on
    if act.on > max(due_on, report.due_on):
        return None
    return (
        f"{report.unit}的补报期限（{cn_date(max(due_on, report.due_on))}）没有届满，不能责令；"
        f"逾期仍没有报送的，才能责令。依据：{PRACTICE}。"
    )
