"""线上办理 in a check: which acts stand for which paper, and what their sheet says.

The check and its look-backs lie in one file; so do the acts on their problems and talks.
"""

from itertools import groupby

from django.db.models import Q

from archives_enforcement.archiving import blocks
from archives_enforcement.archiving.registry import Online
from archives_enforcement.templatetags.formats import cn_date
from inspections.models import Consent, Exemplary, Finding, Inspection, Interview, Reply
from inspections.models.visits import day_of
from inspections.queries import slots


def visits(inspection: Inspection) -> list[Inspection]:
    """The check and its look-backs."""
    return [inspection, *look_backs(inspection)]


def look_backs(inspection: Inspection):
    return inspection.look_backs.select_related("unit__party").order_by(day_of(), "pk")


def problems(inspection: Inspection):
    return inspection.findings.select_related("inspection__unit__party").order_by("position")


def talks(inspection: Inspection):
    rows = Interview.objects.filter(Q(inspection=inspection) | Q(inspection__origin=inspection))
    return rows.select_related("unit__party").order_by("pk")


def models(inspection: Inspection):
    return Exemplary.objects.filter(inspection=inspection).select_related("inspection__unit__party")


def the_check(inspection: Inspection) -> list:
    return [inspection]


def its_lead(inspection: Inspection) -> list:
    return [inspection.lead] if inspection.lead_id else []


def approved(visits: list[Inspection]) -> list[dict]:
    return [
        blocks.fields(
            ("被检查单位", visit.party.name),
            ("检查类型", visit.get_kind_display()),
            ("检查时间", slots.when(visit.scheduled_on, visit.session)),
            ("检查地点", visit.place),
            ("检查清单", visit.checklist.cited),
            ("检查事由", visit.reason),
            ("检查组", "、".join(str(row) for row in visit.team.select_related("user"))),
            ("审批结果", f"批准，{cn_date(visit.approved_on)}" if visit.approved_on else ""),
            heading=str(visit),
        )
        for visit in visits
    ]


def _ended_on(finding: Finding):
    """When it was struck off, or ended with its unit."""
    ended = finding.termination
    return ended.decided_on if ended else finding.accepted_on


def rectified(findings: list[Finding]) -> list[dict]:
    ended = next((row.termination for row in findings if row.termination), None)
    basis = (("单位撤销终结", f"{ended.cited}；{ended.reason}"),) if ended else ()
    return [
        blocks.fields(("被检查单位", findings[0].inspection.party.name), *basis),
        blocks.table(
            "问题和整改结果",
            (("序号", 13), ("问题", 47), ("整改要求", 46), ("整改期限", 27), ("结果", 27)),
            [
                (
                    row.position,
                    row.text,
                    row.requirement,
                    cn_date(row.due_on),
                    f"{row.get_state_display()}\n{cn_date(_ended_on(row))}",
                )
                for row in findings
            ],
        ),
    ]


def replied(findings: list[Finding]) -> list[dict]:
    """What the unit wrote on each problem, word for word, and how the bureau took it."""
    rows = Reply.objects.filter(finding__in=findings).select_related("replied_by", "reviewed_by")
    by_finding = groupby(rows.order_by("finding__position", "pk"), lambda row: row.finding_id)
    answers = {key: list(group) for key, group in by_finding}
    unit = blocks.fields(("回复单位", findings[0].inspection.party.name))
    return [unit, *(_answer(row, answer) for row in findings for answer in answers.get(row.pk, ()))]


def _answer(finding: Finding, row: Reply) -> dict:
    entered = "代录" if row.on_behalf else "单位在线填写"
    reviewed = f"{row.reviewed_by}　{cn_date(row.reviewed_on)}" if row.reviewed_on else ""
    return blocks.fields(
        ("问题", finding.text),
        (
            "回复",
            f"{row.get_kind_display()}（完成 {row.share}%）"
            if row.share
            else row.get_kind_display(),
        ),
        ("回复正文", row.text),
        ("希望延到", cn_date(row.until)),
        ("同意延到", cn_date(row.granted)),
        ("回复人", f"{row.replied_by}　{cn_date(row.replied_on)}（{entered}）"),
        ("复核结果", row.get_outcome_display()),
        ("复核意见", row.outcome_note),
        ("复核人", reviewed),
        heading=f"第 {finding.position} 项问题",
    )


def looked_back(visits: list[Inspection]) -> list[dict]:
    found = []
    for visit in visits:
        found.append(
            blocks.fields(
                ("被检查单位", visit.party.name),
                ("检查日期", cn_date(visit.inspected_on)),
                ("地点", visit.place),
                ("签字", visit.signed_by or f"拒绝签字：{visit.refusal_reason}"),
                heading=str(visit),
            )
        )
        results = visit.look_back_results.select_related("finding").order_by("finding__position")
        found.append(
            blocks.table(
                "逐项核实",
                (("序号", 13), ("问题", 65), ("结果", 22), ("现场情况", 60)),
                [
                    (row.finding.position, row.finding.text, row.get_result_display(), row.facts)
                    for row in results
                ],
            )
        )
    return found


def talked(interviews: list[Interview]) -> list[dict]:
    return [
        blocks.fields(
            ("被约谈单位", row.unit.party.name),
            ("性质", row.get_kind_display()),
            ("约谈事由", row.reason),
            ("约谈日期", cn_date(row.held_on)),
            ("地点", row.place),
            ("参加人员", row.present),
            ("约谈记录", row.minutes),
            ("单位承诺", promised(row)),
            ("签字", row.signed_by or (row.refusal_reason and f"拒绝签字：{row.refusal_reason}")),
            heading=str(row),
        )
        for row in interviews
    ]


def promised(interview: Interview) -> str:
    """Each promise with its day and what became of it."""
    return "\n".join(
        f"{row.position}. {row.text}（{cn_date(row.due_on)}前）　{row.state_label}"
        for row in interview.commitments.all()
    )


def chosen(nominations: list[Exemplary]) -> list[dict]:
    return [
        blocks.fields(
            ("单位", row.inspection.party.name),
            ("推荐理由", row.reason),
            ("推荐日期", cn_date(row.nominated_on)),
            ("单位意见", agreed(row)),
            ("决定", f"{row.get_state_display()}，{cn_date(row.decided_on)}"),
        )
        for row in nominations
    ]


def agreed(nomination: Exemplary) -> str:
    """What the unit said when it was asked; empty for nominations of before that."""
    row = Consent.objects.filter(exemplary=nomination).first()
    if row is None:
        return ""
    entered = "（代录）" if row.on_behalf else ""
    name = f"，公开时写作“{row.name_shown}”" if row.name_shown else ""
    return f"{row.get_state_display()}，{cn_date(row.answered_on)}{entered}{name}"


def closed(visits: list[Inspection]) -> list[dict]:
    [visit] = visits
    return [
        blocks.fields(
            ("被检查单位", visit.party.name),
            ("检查", visit),
            ("发现的问题", outcome(visit)),
        )
    ]


def outcome(visit: Inspection) -> str:
    """What came of a check that is closed: all that was found has been put right by then."""
    found = visit.findings.count()
    return f"发现问题 {found} 项，已全部销号" if found else "没有发现问题"


def tipped(leads: list) -> list[dict]:
    [lead] = leads
    return [
        blocks.fields(
            ("来源", lead.get_source_display()),
            ("涉及的当事人", lead.party.name),
            ("收到日期", cn_date(lead.received_on)),
            ("处理结果", lead.get_state_display()),
        ),
        blocks.text("线索内容", lead.text),
    ]


# fmt: off
ANSWERS = ("reply", "enter_reply", "ask", "enter_request", "set_aside")
TAKEN = ("accept", "accept_on_site", "uphold")
DECIDED = ("accept_part", "return_reply", "give_days", "extend", "refuse_time",
           "answer_objection", "pause")
APPROVED = Online("检查审批", ("approve",), visits, approved, ("submit", "return_inspection"))
RECTIFIED = Online("整改台账", TAKEN, problems, rectified, (*ANSWERS, *DECIDED))
REPLIED = Online("整改回复", ANSWERS, problems, replied, beside_papers=True)
LOOKED_BACK = Online("回头看", ("finish",), look_backs, looked_back,
                     ("create_look_back", "start", "record_look_back", "sign_record",
                      "refuse_record"))
TALKED = Online("约谈", ("hold",), talks, talked,
                ("create_interview", "sign_minutes", "refuse_minutes", "check_commitment"))
CHOSEN = Online("整改优秀典型", ("decide",), models, chosen, ("nominate",))
CLOSED = Online("检查办结", ("close",), the_check, closed)
TIPPED = Online("线索登记", ("register_lead",), its_lead, tipped, ("file_case", "drop"))
# fmt: on
