"""Why a step of 执法监督 is not lawful yet; each guard returns the sentence or None."""

from datetime import date

from archives_enforcement.accounts.models import Bureau
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Act
from supervision.models import FileReview, Issuer, Round, RoundItem, SupervisionNotice
from supervision.queries import notices as queries
from supervision.queries.handlers import handlers_of

PRACTICE = "本机关执法监督工作规范"
REGULATION = "《行政执法监督条例》"
Result = SupervisionNotice.Result


def result_within_power(issuer: Issuer, ground, result: str, competent: str) -> str | None:
    """What the bureau's own office may decide (C11); what comes from above is taken as it is."""
    if result == Result.PROPOSE and not competent.strip():
        return (
            "建议撤销的，请写明报哪个有权机关处理，例如：区人民政府。"
            f"依据：{REGULATION}第六条、第四十二条。"
        )
    if not issuer.is_own:
        return None
    if result not in SupervisionNotice.OWN_RESULTS:
        return (
            "本机关的监督机构只能责令自行纠正，或者建议撤销并报有权机关，不能自己撤销。"
            f"依据：{REGULATION}第六条、第四十二条。"
        )
    if ground.normative and result != Result.PROPOSE:
        return (
            "规范性文件的改变和撤销属于本级人民政府和人民代表大会常务委员会，本机关只能建议撤销，"
            f"报有权机关处理。依据：{REGULATION}第六条、第四十二条。"
        )
    return None


def within_own_house(bureau: Bureau, receiver: str) -> str | None:
    """A bureau supervises its own offices and those of bureaux below, no other bureau."""
    others = Bureau.objects.filter(name=receiver).exclude(path__startswith=bureau.path)
    if receiver == bureau.name or not others.exists():
        return None
    return (
        f"{receiver}不是本机关的所属机构，也不是下级档案主管部门，不能向它发执法监督文书。"
        f"依据：{REGULATION}第四十二条。"
    )


def not_of_own_work(inspection, case, persons: set[int]) -> str | None:
    if persons & handlers_of(inspection, case):
        return (
            "您参加过这次检查或者这个案件的办理、审核或者审批，不能监督自己办的事，"
            f"请由没有参加的人员办理。依据：{PRACTICE}。"
        )
    return None


def not_to_be_invited(item: RoundItem) -> str | None:
    """Whether nobody else may be asked any more, or ever, to look at this item."""
    if item.round.method != Round.Method.MUTUAL:
        return "只有互查邀请其他机关的监督人员评查。"
    if item.round.state != Round.State.DRAWN or item.reviewed_on:
        return "只能在抽取以后、评查以前邀请。"
    return None


def asked_of_a_guest(item: RoundItem) -> str | None:
    """What another bureau was asked to judge here is not entered in its name by the own staff."""
    invitation = getattr(item, "invitation", None)
    if invitation is None:
        return None
    return (
        f"这一件已邀请{invitation.named}在系统里评查，不能代为录入；对方不能评查的，请改邀他人。"
        f"依据：{PRACTICE}。"
    )


def supervised_by_another(notice: SupervisionNotice, act: Act) -> str | None:
    return not_of_own_work(notice.inspection, notice.case, act.persons)


def not_before_issue(notice: SupervisionNotice, act: Act) -> str | None:
    return _not_before(act.on, notice.issued_on, "签收日期", "发出日期")


def not_before_receipt(notice: SupervisionNotice, act: Act) -> str | None:
    return _not_before(act.on, notice.received_on, "办理日期", "签收日期")


def not_before_report(notice: SupervisionNotice, act: Act) -> str | None:
    return _not_before(act.on, notice.reported_on, "办理日期", "报告日期")


def _not_before(on: date, before: date | None, what: str, than: str) -> str | None:
    if before and on < before:
        return f"{what}不能早于{than}（{cn_date(before)}）。"
    return None


def received_by_another(notice: SupervisionNotice, act: Act) -> str | None:
    if notice.issuer.is_own and notice.drafted_by_id in act.persons:
        return f"起草人不能代被监督的机构签收、报告或者申请复查。依据：{PRACTICE}。"
    return None


def verified_by_another(notice: SupervisionNotice, act: Act) -> str | None:
    if notice.reported_by_id in act.persons:
        return f"报告人不能核实自己的报告，请由其他监督人员核实。依据：{PRACTICE}。"
    return None


def review_is_over(notice: SupervisionNotice, act: Act) -> str | None:
    request = notice.asked_for_review
    if request and not request.outcome:
        return f"复查申请还没有决定，请先作出复查决定再办结。依据：{PRACTICE}。"
    return None


def review_in_time(notice: SupervisionNotice, act: Act) -> str | None:
    clock = queries.clocks_on(notice).get(queries.APPLICATION)
    if clock and act.on > clock.due_on:
        return f"申请复查的期限{cn_date(clock.due_on)}已经届满，不能再申请。依据：{clock.article}。"
    return None


def not_yet_asked(notice: SupervisionNotice) -> bool:
    return notice.asked_for_review is None


def not_before_begin(review: FileReview, act: Act) -> str | None:
    return _not_before(act.on, review.begun_on, "评定日期", "发起日期")


def file_reviewed_by_another(review: FileReview, act: Act) -> str | None:
    return not_of_own_work(None, review.case, act.persons)
