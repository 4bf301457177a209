"""线上办理 in a penalty case: which acts stand for which paper, and what their sheet says.

The acts are those of the trail of the case; what was decided is read from its records.
"""

from archives_enforcement.archiving import blocks
from archives_enforcement.archiving.registry import Online
from archives_enforcement.templatetags.formats import cn_date, money
from inspections.record_sheets import tipped
from penalties.models import Case, Statement, Voice
from penalties.queries import no_penalty, wording
from penalties.services.review import ASPECTS


def the_case(case: Case) -> list:
    return [case]


def its_lead(case: Case) -> list:
    return [case.lead]


def _about(case: Case, *rows: tuple[str, str]) -> dict:
    """The head of every sheet: which case this is, then what is particular to the sheet."""
    return blocks.fields(
        ("案件名称", case.name),
        ("立案号", case.number),
        ("当事人", case.party.name),
        ("案由", case.violation.title),
        *rows,
    )


def filed(cases: list[Case]) -> list[dict]:
    [case] = cases
    first = case.officers.filter(joined_on=None).select_related("user")
    officers = "、".join(map(str, (row.user for row in first)))
    return [
        _about(
            case,
            ("案件来源", case.lead.get_source_display()),
            ("违法行为发生地", case.act_place),
            ("违法行为终了", cn_date(case.act_ended_on)),
            ("追责期限", _limitation(case)),
            ("承办人员", officers),
            ("审批结果", f"同意立案，{cn_date(case.filed_on)}" if case.filed_on else "不予立案"),
        ),
        blocks.text("案情摘要", case.summary),
    ]


def _limitation(case: Case) -> str:
    if not case.long_limitation:
        return "两年"
    return f"五年：{case.get_long_limitation_display()}；危害后果：{case.harm}"


def investigated(cases: list[Case]) -> list[dict]:
    [case] = cases
    elements = case.elements.prefetch_related("evidence")
    return [
        _about(case),
        blocks.text("查明的事实", case.facts),
        blocks.table(
            "构成要件认定",
            (("构成要件", 62), ("认定", 34), ("证据", 24), ("说明", 40)),
            [
                (
                    row.text,
                    row.get_result_display(),
                    "、".join(str(proof.position) for proof in row.evidence.all()),
                    row.note,
                )
                for row in elements
            ],
        ),
        blocks.table(
            "证据",
            (("证据号", 16), ("种类", 34), ("名称", 50), ("证明内容", 60)),
            [
                (row.position, row.get_kind_display(), row.title, row.proves)
                for row in case.evidence.filter(excluded_on=None)
            ],
        ),
        blocks.text("调查终结报告", case.report),
    ]


def weighed(cases: list[Case]) -> list[dict]:
    """The figure as it was frozen with its reasons, the last one if there were several."""
    [case] = cases
    last, snapshot = case.assessment, case.assessment.snapshot
    _, low, high, *_ = snapshot["band"]
    return [
        _about(
            case,
            ("裁量权基准", snapshot["benchmark"]["title"]),
            ("适用档次", snapshot["tier_title"]),
            ("裁量幅度", f"{money(low)}至{money(high)}"),
            ("拟处罚", last.in_short),
            ("确定日期", cn_date(last.made_on)),
        ),
        blocks.text("裁量理由", "\n".join(text for _, text in wording.reasons(last))),
    ]


def reviewed(cases: list[Case]) -> list[dict]:
    [case] = cases
    opinions = [
        blocks.fields(
            *((label, getattr(row, name)) for name, label in ASPECTS.items()),
            ("审核意见", row.opinion),
            ("结论", row.get_outcome_display()),
            ("审核人", f"{row.reviewed_by}　{cn_date(row.reviewed_on)}"),
            ("审核人的资格", row.qualification or "没有记录"),
            heading="法制审核意见",
        )
        for row in case.reviews.select_related("reviewed_by").order_by("pk")
    ]
    return [_about(case), *opinions]


def discussed(cases: list[Case]) -> list[dict]:
    [case] = cases
    talks = [
        blocks.fields(
            ("讨论日期", cn_date(row.held_on)),
            *(("应到人数", row.expected),) * bool(row.expected),
            ("参加人员", row.present),
            *((voice.name, _opinion(voice)) for voice in row.voices.all()),
            ("表决", "多数同意" if row.carried else "没有多数同意"),
            ("讨论的意见", row.matter),
            ("讨论记录和结论", row.record),
            ("记录人", row.recorded_by),
            heading="集体讨论",
        )
        for row in case.discussions.select_related("assessment", "recorded_by")
        .prefetch_related("voices")
        .order_by("pk")
    ]
    return [_about(case), *talks]


def _opinion(voice: Voice) -> str:
    return f"（{voice.post}）{'同意' if voice.agrees else '不同意'}：{voice.opinion}"


def decided(cases: list[Case]) -> list[dict]:
    [case] = cases
    made = case.decision
    return [
        _about(
            case,
            ("决定书文号", made.document.number),
            ("决定人", f"{made.decided_by}　{cn_date(made.decided_on)}"),
        ),
        blocks.text("决定的处罚", "\n".join(wording.penalty(made.assessment))),
        blocks.text("陈述申辩和听证", "\n".join(wording.answer(case))),
    ]


def filed_above(cases: list[Case]) -> list[dict]:
    [case] = cases
    made = case.decision
    return [
        _about(
            case,
            ("决定书文号", made.document.number),
            ("作出决定", cn_date(made.decided_on)),
            ("报备案", cn_date(made.reported_on)),
        )
    ]


def said(cases: list[Case]) -> list[dict]:
    """What the party said, word for word, and how it was answered."""
    [case] = cases
    return [_about(case), *(_statement(row) for row in case.statements.order_by("pk"))]


def _statement(row: Statement) -> dict:
    return blocks.fields(
        ("提出日期", cn_date(row.made_on)),
        ("内容", row.text),
        ("复核情况", row.reexamination),
        ("复核结果", row.get_answer_display()),
        ("理由", row.answer_text),
        heading=row.get_kind_display(),
    )


def heard(cases: list[Case]) -> list[dict]:
    [case] = cases
    hearings = [
        blocks.fields(
            ("举行日期", cn_date(row.held_on)),
            ("地点", row.place),
            ("主持人", row.chair),
            ("当事人", "无正当理由缺席或者中途退出，视为放弃听证" if row.absent else "到场"),
            ("听证笔录", row.record),
            *(("笔录的签字", f"{row.get_signing_display()}{row.signing_note}"),)
            * bool(row.signing),
            *(("听证报告", row.report),) * bool(row.report),
            heading="听证",
        )
        for row in case.hearings.exclude(held_on=None).select_related("chair").order_by("pk")
    ]
    return [_about(case), *hearings]


def challenged(cases: list[Case]) -> list[dict]:
    [case] = cases
    rows = [
        blocks.fields(
            ("复议机关或者人民法院", f"{row.body}　{row.number}"),
            ("申请（起诉）日期", cn_date(row.filed_on)),
            ("收到副本日期", cn_date(row.received_on)),
            ("结果", row.get_result_display() or "正在进行"),
            ("决定送达（裁判生效）日期", cn_date(row.ended_on) if row.ended_on else "—"),
            ("决定、裁判的文号和要点", row.outcome_note or "—"),
            heading=row.get_kind_display(),
        )
        for row in case.challenges.order_by("pk")
    ]
    return [_about(case), *rows]


def recused(cases: list[Case]) -> list[dict]:
    [case] = cases
    rows = [
        blocks.fields(
            ("回避人员", row.person),
            ("提出", f"{row.get_raised_by_display()}　{cn_date(row.raised_on)}"),
            ("理由", row.reason),
            ("决定", row.outcome),
            ("决定的理由", row.answer or "—"),
            ("决定人", f"{row.decided_by}　{cn_date(row.decided_on)}" if row.decided_on else "—"),
            heading="回避",
        )
        for row in case.recusals.select_related("person", "decided_by").order_by("pk")
    ]
    return [_about(case), *rows]


def closed(cases: list[Case]) -> list[dict]:
    [case] = cases
    payments = [
        f"{cn_date(row.paid_on)}缴款 {money(row.amount)}（票据{row.receipt}）"
        for row in case.payments.order_by("pk")
    ] + [
        f"{cn_date(row.returned_on)}退还 {money(row.amount)}（凭证{row.voucher}）"
        for row in case.refunds.order_by("pk")
    ]
    return [
        _about(
            case,
            ("结案方式", case.get_outcome_display()),
            ("结案日期", cn_date(case.closed_on)),
            ("履行情况", "\n".join(payments)),
            ("结案说明", case.outcome_note),
        ),
        *_why_not_penalised(case),
    ]


def _why_not_penalised(case: Case) -> list[dict]:
    """The reasons and the evidence that were frozen when the head chose 不予处罚."""
    if not hasattr(case, "no_penalty"):
        return []
    kept = case.no_penalty.snapshot
    lines = [*no_penalty.in_words(kept), *kept["evidence_list"]]
    return [blocks.text("不予处罚的理由和证据", "\n".join(lines))]


# fmt: off
FILED = Online("立案审批", ("approve_filing", "reject_filing"), the_case, filed,
               ("propose_filing", "return_filing", "propose_again"))
INVESTIGATED = Online("调查终结", ("end_investigation",), the_case, investigated,
                      ("establish", "reopen"))
WEIGHED = Online("裁量", ("propose", "adjust"), the_case, weighed,
                 ("add_circumstance", "remove_circumstance"))
REVIEWED = Online("法制审核", ("pass_review", "return_review"), the_case, reviewed,
                  ("submit_review",))
DISCUSSED = Online("集体讨论", ("discuss",), the_case, discussed)
DECIDED = Online("处罚决定审批", ("decide",), the_case, decided, ("propose", "adjust"))
FILED_ABOVE = Online("报所属行政机关备案", ("report",), the_case, filed_above)
SAID = Online("陈述申辩", ("state", "enter_statement"), the_case, said, ("answer_statement",),
              beside_papers=True)
HEARD = Online("听证", ("hold_hearing",), the_case, heard, ("arrange_hearing",))
CHALLENGED = Online("行政复议、行政诉讼", ("enter_challenge", "conclude_challenge"), the_case,
                    challenged)
RECUSED = Online("回避", ("enter_recusal", "decide_recusal"), the_case, recused)
CLOSED = Online("结案", ("close", "end"), the_case, closed,
                ("pay", "propose_closing", "return_closing"))
TIPPED = Online("线索登记和处理", ("register_lead",), its_lead, tipped, ("file_case", "drop"))
# fmt: on
