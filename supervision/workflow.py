"""执法监督的状态图: which step may follow which, and who may take it."""

from archives_enforcement.workflow import Transition, Workflow
from supervision import complaint_guards, fault_guards, guards, remedy_guards, round_guards
from supervision.models import Complaint, FaultRecord, FileReview, Remedy, Round, SupervisionNotice

N, C, R, D = SupervisionNotice.State, Complaint.State, Remedy.State, Round.State
F, L = FileReview.State, FaultRecord.State
SUPERVISE, ANSWER = "supervision.supervise", "supervision.answer_supervision"
REGISTER, ASSIGN = "supervision.register_complaint", "supervision.assign_complaint"
INVESTIGATE, KEEP = "supervision.investigate_complaint", "supervision.keep_remedy"
REGISTER_FAULT, ASSIGN_FAULT = "supervision.register_fault", "supervision.assign_fault"
INVESTIGATE_FAULT, DECIDE_FAULT = "supervision.investigate_fault", "supervision.decide_fault"
ANSWER_FAULT = "supervision.answer_fault"

# fmt: off
NOTICE_FLOW = Workflow(
    Transition("issue", "发出", (N.DRAFT,), N.ISSUED, "documents.sign_decision"),
    Transition("receive", "签收", (N.ISSUED,), N.OPEN, ANSWER,
               (guards.not_before_issue, guards.received_by_another)),
    Transition("report", "报告纠正情况", (N.OPEN,), N.REPORTED, ANSWER,
               (guards.not_before_receipt, guards.received_by_another)),
    Transition("return_report", "退回报告", (N.REPORTED,), N.OPEN, SUPERVISE,
               (guards.not_before_report, guards.supervised_by_another,
                guards.verified_by_another)),
    Transition("close", "核实并办结", (N.REPORTED,), N.CLOSED, SUPERVISE,
               (guards.not_before_report, guards.supervised_by_another,
                guards.verified_by_another, guards.review_is_over)),
    Transition("request_review", "申请复查", (N.OPEN, N.REPORTED), "", ANSWER,
               (guards.not_before_receipt, guards.received_by_another, guards.review_in_time),
               concerns=guards.not_yet_asked),
    Transition("revoke", "复查撤销", (N.OPEN, N.REPORTED), N.REVOKED, "documents.sign_decision"),
    Transition("enter_revoked", "录入复查撤销", (N.OPEN, N.REPORTED), N.REVOKED, SUPERVISE),
)

COMPLAINT_FLOW = Workflow(
    Transition("assign", "指定调查人", (C.RECEIVED, C.ASSIGNED), C.ASSIGNED, ASSIGN,
               (complaint_guards.not_before_receipt,)),
    Transition("find", "登记调查结果", (C.ASSIGNED,), C.FOUND, INVESTIGATE,
               (complaint_guards.not_before_receipt, complaint_guards.by_its_investigator,
                complaint_guards.still_another)),
    Transition("answer", "答复反映人", (C.FOUND,), C.ANSWERED, REGISTER,
               (complaint_guards.not_before_findings,)),
    Transition("refer", "转有权机关", (C.RECEIVED, C.ASSIGNED), C.REFERRED, REGISTER,
               (complaint_guards.not_before_receipt,)),
)

REMEDY_FLOW = Workflow(
    Transition("answer", "登记已答复", (R.OPEN,), R.PENDING, KEEP,
               (remedy_guards.not_before_receipt, remedy_guards.answer_is_issued)),
    Transition("conclude", "登记结果", (R.OPEN, R.PENDING), R.CONCLUDED, KEEP,
               (remedy_guards.not_before_receipt,)),
)

ROUND_FLOW = Workflow(
    Transition("draw", "抽取", (D.FROZEN,), D.DRAWN, SUPERVISE,
               (round_guards.not_before_draft, round_guards.witnessed_by_another)),
    Transition("sum_up", "汇总并起草通报", (D.DRAWN,), D.SUMMED, SUPERVISE,
               (round_guards.all_reviewed,)),
    Transition("circulate", "通报", (D.SUMMED,), D.CIRCULATED, "documents.sign_decision"),
    Transition("report", "报告检查纠正情况", (D.CIRCULATED,), D.REPORTED, ANSWER,
               (round_guards.not_before_circular,)),
    Transition("close", "核实并办结", (D.REPORTED,), D.CLOSED, SUPERVISE,
               (round_guards.verified_by_another,)),
)

FILE_REVIEW_FLOW = Workflow(
    Transition("decide", "评定", (F.OPEN,), F.DECIDED, SUPERVISE,
               (guards.not_before_begin, guards.file_reviewed_by_another)),
)

BY_INVESTIGATOR = (fault_guards.in_order, fault_guards.by_its_investigator,
                   fault_guards.still_another)
NOT_HIS_OWN = (fault_guards.in_order, fault_guards.not_his_own)
FAULT_FLOW = Workflow(
    Transition("assign", "指定调查人", (L.REGISTERED, L.ASSIGNED), L.ASSIGNED, ASSIGN_FAULT,
               NOT_HIS_OWN),
    Transition("tell", "告知当事人员", (L.ASSIGNED,), L.TOLD, INVESTIGATE_FAULT, BY_INVESTIGATOR),
    Transition("state", "陈述申辩", (L.TOLD, L.HEARD, L.PROPOSED), L.HEARD, ANSWER_FAULT,
               (fault_guards.in_order,), concerns=fault_guards.not_stated),
    Transition("enter_statement", "录入书面陈述", (L.TOLD, L.HEARD, L.PROPOSED), L.HEARD,
               REGISTER_FAULT, NOT_HIS_OWN, concerns=fault_guards.not_stated),
    Transition("go_on", "期满没有陈述", (L.TOLD,), L.HEARD, INVESTIGATE_FAULT,
               (*BY_INVESTIGATOR, fault_guards.term_is_over)),
    Transition("propose", "提出处理意见", (L.HEARD,), L.PROPOSED, INVESTIGATE_FAULT,
               BY_INVESTIGATOR),
    Transition("decide", "决定追究", (L.PROPOSED,), L.DECIDED, DECIDE_FAULT,
               (*NOT_HIS_OWN, fault_guards.decided_by_another)),
    Transition("exempt", "不予追究", (L.PROPOSED,), L.EXEMPT, DECIDE_FAULT,
               (*NOT_HIS_OWN, fault_guards.decided_by_another)),
    Transition("return_proposal", "退回", (L.PROPOSED,), L.HEARD, DECIDE_FAULT, NOT_HIS_OWN),
    Transition("close", "办结", (L.DECIDED,), L.CLOSED, REGISTER_FAULT,
               (*NOT_HIS_OWN, fault_guards.all_handled)),
    Transition("refer", "转有权机关", (L.REGISTERED, L.ASSIGNED), L.REFERRED, REGISTER_FAULT,
               NOT_HIS_OWN),
)
# fmt: on
