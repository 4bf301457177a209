"""卷内顺序 of a penalty case: one table for each way out, and what must be there.

正卷 holds what the party received, said or could contest; 副卷 what the bureau discussed inside,
and who reported the matter.
"""

from archives_enforcement.archiving.registry import ALWAYS, INNER, Place, Route
from penalties import record_sheets as online
from penalties.models import Case, Evidence
from penalties.queries.law import PENALTY_LAW
from penalties.queries.papers import DECISION, SUMMARY, TRANSFERS

SOURCE = "行政处罚案卷的通行顺序（转载材料）；各项文书的依据见各行"
MARK = "V2"
K = Evidence.Kind


def law(articles: str) -> str:
    return f"{PENALTY_LAW}{articles}"


FILING = Place(
    "立案审批表", ("filing_approval",), needed=ALWAYS, basis=law("第五十四条"), online=online.FILED
)
DECIDED = Place("处罚决定书", (DECISION,), needed=ALWAYS, basis=law("第五十七条、第五十九条"))
DECIDED_ON_THE_SPOT = Place(
    "当场处罚决定书", (SUMMARY,), needed=ALWAYS, basis=law("第五十一条、第五十二条")
)
REPORTED_TO_BUREAU = Place(
    "报所属行政机关备案", needed=ALWAYS, basis=law("第五十二条第三款"), online=online.FILED_ABOVE
)
NOTICE = Place("事先告知书", ("prior_notice",), needed=ALWAYS, basis=law("第四十四条"))
NOTICE_IF_SENT = NOTICE._replace(needed="")
NO_PENALTY = Place(
    "不予处罚决定书", ("no_penalty_decision",), needed=ALWAYS,
    basis=law("第三十三条、第五十七条"),
)  # fmt: skip
EDUCATION = Place(
    "批评教育记录", ("criticism_record",), needed="slight", basis=law("第三十三条第三款")
)
REFERRAL = Place(
    "移送书", TRANSFERS, needed=ALWAYS,
    basis="《行政执法机关移送涉嫌犯罪案件的规定》第五条、第六条",
)  # fmt: skip
CLOSING = Place(
    "结案报告", ("closing_report",), needed=ALWAYS, basis=law("第五十七条"), online=online.CLOSED
)
ORDERED = Place(
    "责令改正、处理建议",
    ("correction_order", "handling_proposal", "inquiry_letter"),
    basis=law("第二十八条"),
)  # fmt: skip

GATHERED = (
    Place(
        "其他对外文书",
        ("preservation_notice", "preservation_disposal", "hearing_notice", "assistance_letter",
         "instalment_notice", "address_confirmation", "public_delivery"),
    ),
    Place("当事人陈述、询问笔录", ("questioning_record",), (K.PARTY,)),
    Place("主体资格证明"),
    Place("书证、物证", (), (K.DOCUMENT, K.OBJECT, "earlier_fine")),
    Place("证人证言", (), (K.WITNESS,)),
    Place("鉴定、抽样", ("appraisal_commission", "sampling_receipt"), (K.EXPERT,)),
    Place("现场笔录、勘验笔录和照片", ("site_record", "coercion_record", "examination_record"),
          (K.SITE_RECORD,)),
    Place("视听资料、电子数据", (), (K.AUDIOVISUAL, K.ELECTRONIC)),
)  # fmt: skip
HEARD = (
    Place(
        "陈述申辩笔录和材料", ("statement_record",), ("statement",), needed="stated",
        basis=law("第四十五条"), online=online.SAID,
    ),
    Place(
        "听证笔录", ("hearing_record", "hearing_report"), ("hearing",), needed="heard",
        basis=law("第六十四条"), online=online.HEARD,
    ),
)  # fmt: skip
CARRIED_OUT = (
    Place("缴款凭据", needed="paid", basis=law("第六十七条、第七十条")),
    Place("加处罚款决定书", ("surcharge_decision",), needed="surcharged",
          basis=law("第七十二条")),
    Place("催告、强制执行", ("demand_notice", "enforcement_application"), ("court_step",)),
)  # fmt: skip
CHALLENGED = Place(
    "行政复议、行政诉讼", ("review_reply", "court_answer"), ("challenge",), needed="challenged",
    basis="《中华人民共和国行政复议法》第四十八条，《中华人民共和国行政诉讼法》第六十七条",
    online=online.CHALLENGED,
)  # fmt: skip

REPORTED = Place(
    "举报和线索材料",
    ("report_register", "lead_report", "acceptance_notice", "result_notice"), ("lead",),
    part=INNER, online=online.TIPPED,
)  # fmt: skip
REPORT = Place(
    "调查终结报告", ("investigation_report",), part=INNER, needed=ALWAYS, basis=law("第五十七条"),
    online=online.INVESTIGATED,
)  # fmt: skip
APPROVALS = (
    Place("先行登记保存审批表", ("preservation_approval",), part=INNER, needed="preserved",
          basis=law("第五十六条")),
    Place("裁量说明", ("discretion_sheet",), part=INNER, online=online.WEIGHED),
)  # fmt: skip
REVIEWED = (
    Place("法制审核意见书", ("legal_review_opinion",), part=INNER, needed="reviewed",
          basis=law("第五十八条"), online=online.REVIEWED),
    Place("集体讨论记录", ("discussion_record",), ("discussion",), part=INNER,
          needed="discussed",
          basis=law("第五十七条第二款"), online=online.DISCUSSED),
)  # fmt: skip
DECISION_APPROVAL = Place(
    "处罚决定审批表", ("decision_approval",), part=INNER, needed=ALWAYS, basis=law("第五十七条"),
    online=online.DECIDED,
)  # fmt: skip
INSIDE = (
    Place("回避", ("recusal_decision",), ("recusal",), part=INNER, needed="recused",
          basis=law("第四十三条"), online=online.RECUSED),
    Place("其他审批", ( "instalment_approval", "disclosure_approval",
                    "withdrawal_statement", "report_to_others", "purchase_request",
                    "jurisdiction_letter", "jurisdiction_request"),
          ("payment_request",), part=INNER),
    Place("已排除的证据", (), ("excluded",), part=INNER),
    Place("历史强制措施的纸质记录（有法律风险）", (), ("past_measure",), part=INNER),
)  # fmt: skip


# What may be missing with a reason: it proves what other papers of the file say too, or others
# keep it. All else that is needed is what the law itself asks for.
MAY_LACK = {"批评教育记录", "结案报告", "缴款凭据", "行政复议、行政诉讼"}


def _binding(places: tuple) -> tuple:
    return tuple(row._replace(waivable=row.title in MAY_LACK) for row in places)


def _route(label: str, first: tuple, last: tuple, inner: tuple) -> Route:
    places = (FILING, *first, *GATHERED, *HEARD, *last, CHALLENGED, REPORTED, *inner, *INSIDE)
    return Route(label, _binding(places), SOURCE, MARK)


PENALISED = _route(
    "行政处罚", (DECIDED, NOTICE), (*CARRIED_OUT, CLOSING),
    (REPORT, *APPROVALS, *REVIEWED, DECISION_APPROVAL),
)  # fmt: skip
NOT_PENALISED = _route(
    "不予行政处罚", (NO_PENALTY, NOTICE_IF_SENT, EDUCATION, ORDERED), (CLOSING,),
    (REPORT, *APPROVALS, *REVIEWED),
)  # fmt: skip
ENDED = _route(
    "终止调查（撤销案件）", (NOTICE_IF_SENT, ORDERED), (CLOSING,), (*APPROVALS, *REVIEWED)
)
TRANSFERRED = _route(
    "移送", (REFERRAL, NOTICE_IF_SENT), (CLOSING,), (REPORT, *APPROVALS, *REVIEWED)
)
ON_THE_SPOT = Route(
    "当场行政处罚",
    _binding((
        DECIDED_ON_THE_SPOT, *GATHERED, *HEARD, REPORTED_TO_BUREAU, *CARRIED_OUT, CLOSING,
        CHALLENGED, REPORTED, Place("裁量说明", ("discretion_sheet",), part=INNER), *INSIDE,
    )),
    SOURCE, MARK,
)  # fmt: skip
NOT_FILED = _route("不予立案", (ORDERED,), (), ())

O = Case.Outcome  # noqa: E741
ROUTES: dict[str, Route] = {
    O.PENALISED: PENALISED,
    O.UNENFORCED: PENALISED,
    O.LAPSED: PENALISED,
    O.REVOKED: PENALISED,
    O.SLIGHT: NOT_PENALISED,
    O.INCAPABLE: NOT_PENALISED,
    O.NOT_ESTABLISHED: NOT_PENALISED,
    O.NO_FINE: ENDED,
    O.TIME_BARRED: ENDED,
    O.FINED: ENDED,
    O.PARTY_ENDED: ENDED,
    O.TRANSFERRED: TRANSFERRED,
}
