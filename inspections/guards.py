"""Why a step of an inspection is not lawful yet; each guard returns the sentence or None."""

from datetime import date

from django.db.models import QuerySet

from archives_enforcement.accounts.models import Certificate
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Act
from inspections.models import Finding, Inspection, ListPublication, SiteStep, TeamMember
from inspections.queries import announcing, coverage, standing, terminations
from inspections.queries.recording import sections
from units.services import succession_in_words

# 档案法实施条例 in force; before it 行政处罚法 and local rules.
CERTIFICATES_SINCE = date(2024, 3, 1)
TWO = "两人以上为本机关检查工作规范"


def licence_basis(day: date) -> str:
    """The article that asks for certificates on that day."""
    if day >= CERTIFICATES_SINCE:
        return "《中华人民共和国档案法实施条例》第四十七条"
    return "《中华人民共和国行政处罚法》第五十五条"


def licensed_officers(inspection: Inspection, day: date) -> set[int]:
    """Keys of the team's enforcing members whose certificate is in force on `day`."""
    return set(licences(inspection, day))


def licences(inspection: Inspection, day: date) -> QuerySet:
    """The same as a queryset; who has several certificates stands in it more than once."""
    people = inspection.team.filter(part__in=TeamMember.ENFORCING).values("user")
    valid = Certificate.objects.valid_on(day).filter(user__in=people)
    return valid.values_list("user_id", flat=True)


def _two_on(inspection, day: date) -> str | None:
    if len(licensed_officers(inspection, day)) >= 2:
        return None
    return (
        f"{cn_date(day)}当天持有效执法证件的检查人员不足两人，不能检查。请增加持证人员；"
        f"馆员和观察员不计入。依据：{licence_basis(day)}；{TWO}。"
    )


def two_licensed_officers(inspection, act: Act) -> str | None:
    return _two_on(inspection, inspection.scheduled_on)


def officers_licensed_on_the_day(inspection, act: Act) -> str | None:
    return _two_on(inspection, act.on)


def within_the_cap(inspection, act: Act) -> str | None:
    """How often an enterprise may be checked in a year; a look-back is no check of its own."""
    return _within_the_cap_on(inspection, inspection.scheduled_on)


def within_the_cap_on_the_day(inspection, act: Act) -> str | None:
    """Counted anew as they go: what was planned for one year may begin in another."""
    return _within_the_cap_on(inspection, act.on)


def _within_the_cap_on(inspection, day: date) -> str | None:
    party, year = inspection.party, day.year
    if inspection.is_look_back:
        return None
    cap = coverage.enterprise_cap(inspection.bureau_id, party.kind, day)
    if cap is None or (count := coverage.other_checks(inspection, year)) < cap.unit_max:
        return None
    if inspection.is_beyond_caps:
        return None
    if inspection.cap_exception and not inspection.reason.strip():
        return (
            f"选了“{inspection.get_cap_exception_display()}”，还没有写明事由。"
            f"请在“检查事由”里写明，如来文的日期和文号。依据：{cap.source}。"
        )
    return (
        f"{inspection.unit}是企业，{year} 年已安排检查 {count} 次，达到上限 {cap.unit_max} 次，"
        "不能再安排。有投诉举报等线索的作个案检查；企业申请的、上级部署专项检查的，"
        f"请选择“不受频次上限限制的情形”并写明事由。依据：{cap.source}。"
    )


def items_published(inspection, act: Act) -> str | None:
    """At an enterprise only published items are checked (since 国办发〔2024〕54号).

    In a campaign from above it is the superior who makes its list public.
    """
    day = inspection.scheduled_on
    if not inspection.party.is_enterprise or day < coverage.POLICY_SINCE:
        return None
    if inspection.is_look_back:
        return None  # it asks for what was found by a list that was published
    publishers = {inspection.bureau_id}
    if inspection.campaign:
        publishers.add(inspection.campaign.bureau_id)
    known = ListPublication.objects.filter(bureau__in=publishers, checklist=inspection.checklist_id)
    if known.known_on(act.on).exists():
        return None
    return (
        f"{inspection.unit}是企业，“{inspection.checklist}”还没有公布，不能据以检查企业。"
        "请先在清单页面公布检查事项。依据：国办发〔2024〕54号（据转载材料核对）。"
    )


def announced_or_reason(inspection, act: Act) -> str | None:
    """先通知、有理由不通知、或者情况紧急: the unit has its notice, or the record says why not."""
    basis = announcing.basis(inspection)
    if inspection.unannounced.strip() or not basis:
        return None
    notice = announcing.notice_of(inspection)
    told_on = announcing.told_on(notice)
    if told_on and told_on <= act.on:
        return None
    lacks = "已经签发，还没有登记送达" if notice else "还没有签发"
    return (
        f"{inspection.unit}的检查通知书{lacks}，也没有写明不预先通知的理由，不能开始检查。"
        "请先送达通知书（可以到场时当面送达）；不宜预先通知的，请机关负责人批准并写明理由；"
        f"情况紧急的，取消后作紧急检查。依据：{basis}。"
    )


def not_told_yet(inspection, act: Act) -> str | None:
    if inspection.unannounced.strip():
        return "这次检查已经写明不预先通知的理由，不用再办。"
    if announcing.notice_of(inspection):
        return "检查通知书已经签发，不能再改为不预先通知。确实不宜通知的，请先作废通知书。"
    return None


def certificates_shown(inspection, act: Act) -> str | None:
    if not inspection.certificates_shown:
        return (
            "还没有记录出示执法证件。请先出示证件，并在现场步骤里记下亮证的时间。"
            f"依据：{licence_basis(inspection.inspected_on or act.on)}。"
        )
    return None


def unit_informed(inspection, act: Act) -> str | None:
    if not inspection.steps.filter(kind=SiteStep.Kind.INFORM).exists():
        return (
            "还没有记录告知。请先向单位说明检查的事由、依据和内容，并记录时间。"
            "依据：本机关检查工作规范。"
        )
    return None


def every_item_recorded(inspection, act: Act) -> str | None:
    left = sum(part.left for part in sections(inspection))
    if not left:
        return None
    return f"还有 {left} 项没有记录，请逐项记录后再结束检查。依据：本机关检查工作规范。"


def oral_feedback_given(inspection, act: Act) -> str | None:
    if not (inspection.oral_feedback_to.strip() and inspection.oral_feedback.strip()):
        return "还没有记录现场口头反馈的对象和内容，请当场反馈并记录。依据：本机关检查工作规范。"
    return None


def signed_or_refused(inspection, act: Act) -> str | None:
    if inspection.signed_by or (inspection.refusal_reason and inspection.witness):
        return None
    return "单位负责人还没有签字；拒绝签字的，请写明原因和见证人。依据：本机关检查工作规范。"


def not_a_look_back(inspection, act: Act) -> str | None:
    return "回头看不另发反馈意见书，结果记入原检查。" if inspection.is_look_back else None


def unit_stands(inspection, act: Act) -> str | None:
    """A unit of the past is not checked any more; a visit of before its end is entered late."""
    ended = terminations.ended_on(inspection.unit)
    if ended is None or act.on < ended:
        return None
    return (
        f"{succession_in_words(inspection.unit)}，不能再检查，请取消这次检查并写明原因；"
        "需要检查承继单位的，请另行安排。依据：本机关检查工作规范。"
    )


def has_something_open(inspection) -> bool:
    """Whether a problem of the check is left to put right; what was on the spot is none."""
    return any(row.state in Finding.UNFIXED for row in inspection.findings.all())


def nothing_open(inspection, act: Act) -> str | None:
    if inspection.is_look_back:
        return None
    left = (row for row in inspection.findings.all() if row.state in Finding.UNFIXED)
    positions = [str(row.position) for row in left]
    if positions:
        return (
            f"还不能办结：第 {'、'.join(positions)} 项没有复核通过。"
            "责令限期整改的，应当核实整改结果。"
            "依据：《中华人民共和国档案法》第四十五条。"
        )
    return None


def letter_sent_unless_look_back(inspection, act: Act) -> str | None:
    if inspection.state != Inspection.State.RECORDED or inspection.is_look_back:
        return None
    if not terminations.decided_for(inspection.unit):
        return "反馈意见书还没有签发，不能办结。每次检查都应当书面反馈。"
    return None


def letter_taken(inspection, act: Act) -> str | None:
    """What nobody has to answer is at its end when the unit has it; no unit, nobody to take it."""
    if inspection.state != Inspection.State.FED_BACK or inspection.unit.left_no_heir:
        return None
    if standing.taken(standing.LETTER).filter(object_id=inspection.pk).exists():
        return None
    return (
        "反馈意见书还没有送达单位，不能办结。请先送达并登记，或者等单位签收。"
        "依据：本机关检查工作规范。"
    )


def record_finished(inspection, act: Act) -> str | None:
    """检查 = 笔录: no check is closed without its record; a look-back is proved by its sheet."""
    if inspection.is_look_back or standing.paper(inspection, standing.RECORD):
        return None
    return (
        "现场检查笔录还没有定稿，不能办结。请先制作笔录、签字后定稿归卷。"
        "依据：本机关检查工作规范（检查、笔录、反馈意见书、平台填报一致）。"
    )
