"""公示、更正申请、公开清单和培训的状态图."""

from archives_enforcement.workflow import Transition, Workflow
from publicity import correction_guards, guards, list_guards, outreach_guards, withholding_guards
from publicity.models import (
    CorrectionRequest,
    Notice,
    OutreachPlan,
    PublicList,
    Training,
    Withholding,
)

S, L, C, T = Notice.State, PublicList.State, CorrectionRequest.State, Training.State
W, P = Withholding.State, OutreachPlan.State

# fmt: off
NOTICE_FLOW = Workflow(
    Transition("approve", "批准公示", (S.DRAFT,), S.APPROVED, "publicity.approve_notice",
               (guards.not_before_draft, guards.paper_in_force, guards.approved_by_another,
                guards.says_all,
                guards.secrecy_reviewed, guards.redaction_checked, guards.nothing_private,
                guards.departure_explained, guards.consent_stands)),
    Transition("return_notice", "退回修改", (S.APPROVED,), S.DRAFT, "publicity.approve_notice"),
    Transition("publish", "公布", (S.APPROVED,), S.PUBLISHED, "publicity.publish_notice",
               (guards.on_the_day, guards.paper_in_force, guards.party_has_it,
                guards.nothing_private, guards.still_worth_publishing,
                guards.consent_stands)),
    Transition("withdraw", "撤回公示", (S.PUBLISHED,), S.WITHDRAWN, "publicity.publish_notice",
               (guards.on_the_day, guards.change_reported)),
)
WITHHOLDING_FLOW = Workflow(
    Transition("withhold", "决定不予公开", (W.PROPOSED,), W.DECIDED, "publicity.approve_notice",
               (withholding_guards.not_before_proposal, withholding_guards.decided_by_another)),
    Transition("refuse_withholding", "不同意不予公开", (W.PROPOSED,), W.REFUSED,
               "publicity.approve_notice", (withholding_guards.not_before_proposal,)),
    Transition("file", "登记备案", (W.DECIDED,), "", "publicity.draft_notice",
               (withholding_guards.not_before_decision,), concerns=withholding_guards.not_filed),
    Transition("lift", "解除不予公开", (W.DECIDED,), W.LIFTED, "publicity.approve_notice",
               (withholding_guards.not_before_decision,)),
)
CORRECTION_FLOW = Workflow(
    Transition("propose", "核实", (C.ASKED,), C.PROPOSED, "publicity.draft_notice"),
    Transition("return_request", "退回核实", (C.PROPOSED,), C.ASKED, "publicity.approve_notice"),
    Transition("correct", "更正", (C.PROPOSED,), C.CORRECTED, "publicity.approve_notice",
               (guards.on_the_day, correction_guards.decided_by_another,
                correction_guards.still_public, correction_guards.nothing_private),
               concerns=lambda row: bool(row.proposal)),
    Transition("refuse", "不予更正", (C.PROPOSED,), C.REFUSED, "publicity.approve_notice",
               (guards.on_the_day, correction_guards.decided_by_another),
               concerns=lambda row: not row.proposal),
)
LIST_FLOW = Workflow(
    Transition("approve_list", "批准公开", (L.DRAFT,), L.APPROVED, "publicity.approve_list",
               (list_guards.not_before_draft, list_guards.approved_by_another,
                list_guards.complete, list_guards.nothing_private, list_guards.as_registered)),
    Transition("return_list", "退回修改", (L.APPROVED,), L.DRAFT, "publicity.approve_list"),
    Transition("publish_list", "公布", (L.APPROVED,), L.PUBLISHED, "publicity.publish_list",
               (guards.on_the_day, list_guards.as_registered)),
    Transition("supersede_list", "由新版代替", (L.PUBLISHED,), L.SUPERSEDED,
               "publicity.publish_list"),
    Transition("withdraw_list", "撤下", (L.PUBLISHED,), L.WITHDRAWN, "publicity.publish_list",
               (guards.on_the_day,)),
    Transition("discard_list", "放弃", PublicList.OPEN, L.DISCARDED, "publicity.draft_list"),
)
OUTREACH_FLOW = Workflow(
    Transition("submit_outreach", "提交批准", (P.DRAFT,), P.SUBMITTED, "publicity.record_activity",
               (outreach_guards.has_items,)),
    Transition("approve_outreach", "批准", (P.SUBMITTED,), P.APPROVED,
               "publicity.approve_outreach",
               (outreach_guards.not_before_draft, outreach_guards.approved_by_another)),
    Transition("return_outreach", "退回修改", (P.SUBMITTED,), P.DRAFT,
               "publicity.approve_outreach"),
    Transition("close_outreach", "总结", (P.APPROVED,), P.CLOSED, "publicity.record_activity",
               (outreach_guards.not_before_draft, outreach_guards.all_accounted_for)),
)
TRAINING_FLOW = Workflow(
    Transition("hold", "登记开展情况", (T.PLANNED,), T.HELD, "publicity.plan_training"),
    Transition("cancel", "取消培训", (T.PLANNED,), T.CANCELLED, "publicity.plan_training"),
)
# fmt: on
