"""执法监督的状态图: which step may follow which, and who may take it."""

from archives_enforcement.workflow import Transition, Workflow
from supervision import guards
from supervision.models import SupervisionNotice

N = SupervisionNotice.State
SUPERVISE, ANSWER = "supervision.supervise", "supervision.answer_supervision"

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
# fmt: on
