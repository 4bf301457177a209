"""检查、计划、清单、抽取、问题等的状态图: which step may follow which, and who may take it."""

from archives_enforcement.withdrawing import on_the_day
from archives_enforcement.workflow import Transition, Workflow
from inspections import (
    approval_guards,
    assessment_guards,
    campaign_guards,
    checklist_guards,
    draw_guards,
    exemplary_guards,
    guards,
    interview_guards,
    plan_guards,
    rectification_guards,
    self_guards,
    termination_guards,
    tip_guards,
)
from inspections.models import (
    Assessment,
    AssessmentResult,
    Campaign,
    Checklist,
    Consent,
    Draw,
    Exemplary,
    Finding,
    Inspection,
    Interview,
    Lead,
    Participant,
    Plan,
    Reply,
    SelfInspection,
    SelfReport,
    Termination,
    Tip,
)
from inspections.models.tips import TAKE_COMPLAINTS, TRIAGE
from inspections.queries import announcing

N, P, F, V, X = Inspection.State, Plan.State, Finding.State, Interview.State, Exemplary.State
L, D, C = Lead.State, Draw.State, Checklist.State
K, T, R, G = Campaign.State, Participant.State, Reply.Kind, Consent.State
S, E = SelfInspection.State, SelfReport.State
A, B = Assessment.State, AssessmentResult.State
Y, Z = Tip.State, Termination.State

# fmt: off
PLAN_FLOW = Workflow(
    Transition("submit", "提交审核", (P.DRAFT,), P.SUBMITTED, "inspections.draft_plan",
               (plan_guards.plan_has_items,)),
    Transition("check", "法制审核通过", (P.SUBMITTED,), P.CHECKED, "inspections.check_plan",
               (plan_guards.plan_checked_by_another,)),
    Transition("return_check", "审核退回", (P.SUBMITTED,), P.DRAFT, "inspections.check_plan"),
    Transition("return_plan", "退回修改", (P.CHECKED,), P.DRAFT, "inspections.approve_plan"),
    Transition("approve", "审定", (P.CHECKED,), P.APPROVED, "inspections.approve_plan",
               (plan_guards.plan_approved_by_another, plan_guards.plan_steps_in_order)),
    Transition("publish", "公布", (P.APPROVED,), P.PUBLISHED, "inspections.publish_plan",
               (plan_guards.plan_steps_in_order,)),
    Transition("withdraw", "撤回公布", (P.PUBLISHED,), P.DRAFT, "inspections.publish_plan",
               (on_the_day,)),
    Transition("close", "总结", (P.PUBLISHED,), P.CLOSED, "inspections.draft_plan",
               (plan_guards.plan_steps_in_order, plan_guards.plan_deviations_explained)),
)

CHECKLIST_FLOW = Workflow(
    Transition("submit", "提交采用", (C.DRAFT,), C.SUBMITTED, "inspections.draft_checklist",
               (checklist_guards.items_are_whole,)),
    Transition("return_checklist", "退回修改", (C.SUBMITTED,), C.DRAFT,
               "inspections.adopt_checklist"),
    Transition("adopt", "采用", (C.SUBMITTED,), C.ADOPTED, "inspections.adopt_checklist",
               (checklist_guards.adopted_by_another, checklist_guards.items_are_whole)),
    Transition("discard", "放弃草稿", (C.DRAFT,), C.DISCARDED, "inspections.draft_checklist"),
)

DRAW_FLOW = Workflow(
    Transition("publish", "公示", (D.DRAFT,), D.PUBLISHED, "inspections.publish_draw",
               (draw_guards.on_the_day, draw_guards.number_still_to_come,
                draw_guards.within_the_spot_ceiling, draw_guards.enough_in_the_lists,
                draw_guards.witness_stands_apart)),
    Transition("contribute", "登记监督人给出的内容", (D.PUBLISHED,), D.CONTRIBUTED,
               "inspections.hold_draw", (draw_guards.on_the_day, draw_guards.before_the_number)),
    Transition("hold", "抽取", (D.CONTRIBUTED,), D.DRAWN, "inspections.hold_draw",
               (draw_guards.on_the_day, draw_guards.after_the_number)),
    Transition("adopt", "采用结果", (D.DRAWN,), D.ADOPTED, "inspections.adopt_draw",
               (draw_guards.decided_by_another, draw_guards.not_before_draw)),
    Transition("redraw", "重新抽取", (D.PUBLISHED, D.CONTRIBUTED, D.DRAWN), D.REDRAWN,
               "inspections.adopt_draw", (draw_guards.decided_by_another, draw_guards.on_the_day)),
    Transition("withdraw", "撤回公示", (D.PUBLISHED, D.CONTRIBUTED), D.WITHDRAWN,
               "inspections.publish_draw", (on_the_day, draw_guards.nobody_knows_the_result)),
    Transition("withdraw_result", "撤回公示（已产生结果）",
               (D.PUBLISHED, D.CONTRIBUTED, D.DRAWN, D.ADOPTED, D.REDRAWN), D.WITHDRAWN,
               "inspections.adopt_draw",
               (on_the_day, draw_guards.decided_by_another, draw_guards.nobody_goes_by_it),
               concerns=draw_guards.result_is_known),
)

CAMPAIGN_FLOW = Workflow(
    Transition("submit", "提交下达", (K.DRAFT,), K.SUBMITTED, "inspections.draft_campaign",
               (campaign_guards.somebody_takes_part, campaign_guards.list_in_force,
                campaign_guards.list_published)),
    Transition("return_campaign", "退回修改", (K.SUBMITTED,), K.DRAFT,
               "inspections.issue_campaign"),
    Transition("issue", "下达", (K.SUBMITTED,), K.ISSUED, "inspections.issue_campaign",
               (campaign_guards.issued_by_another, campaign_guards.somebody_takes_part,
                campaign_guards.list_in_force, campaign_guards.list_published)),
    Transition("discard", "放弃草稿", (K.DRAFT,), K.DISCARDED, "inspections.draft_campaign"),
    Transition("extend", "延长报送期限", (K.ISSUED,), "", "inspections.issue_campaign"),
    Transition("close", "结束", (K.ISSUED,), K.CLOSED, "inspections.issue_campaign"),
    Transition("withdraw", "撤回", (K.ISSUED,), K.WITHDRAWN, "inspections.issue_campaign"),
)

OURS = (campaign_guards.by_our_own, campaign_guards.is_running)
ABOVE = (campaign_guards.by_the_one_above, campaign_guards.is_running)
PART_FLOW = Workflow(
    Transition("submit_table", "提交签发", (T.OPEN,), T.SUBMITTED, "inspections.answer_campaign",
               (*OURS, campaign_guards.units_as_asked, campaign_guards.everything_answered)),
    Transition("return_table", "退回填报人", (T.SUBMITTED,), T.OPEN, "inspections.send_campaign",
               OURS),
    Transition("send", "签发报送", (T.SUBMITTED,), T.SENT, "inspections.send_campaign",
               (*OURS, campaign_guards.window_open, campaign_guards.sent_by_another,
                campaign_guards.units_as_asked, campaign_guards.everything_answered)),
    Transition("send_back", "退回重报", (T.SENT,), T.OPEN, "inspections.draft_campaign", ABOVE),
    Transition("accept", "接收", (T.SENT,), T.ACCEPTED, "inspections.draft_campaign", ABOVE,
               concerns=lambda row: not row.campaign.is_entered),
)

TELLING = (guards.not_a_look_back, approval_guards.approved_before_telling)
INSPECTION_FLOW = Workflow(
    Transition("submit", "提交审批", (N.DRAFT,), N.PENDING, "inspections.draft_inspection",
               (guards.unit_stands, campaign_guards.campaign_stands,
                guards.two_licensed_officers, guards.within_the_cap, guards.items_published)),
    Transition("return_inspection", "退回修改", (N.PENDING,), N.DRAFT,
               "inspections.approve_inspection"),
    Transition("approve", "批准检查", (N.PENDING,), N.APPROVED, "inspections.approve_inspection",
               (guards.unit_stands, campaign_guards.campaign_stands,
                guards.two_licensed_officers, approval_guards.approved_by_another,
                approval_guards.approved_before_going,
                guards.within_the_cap, guards.items_published)),
    Transition("start", "开始检查", (N.APPROVED,), N.ON_SITE, "inspections.record_inspection",
               (guards.unit_stands, campaign_guards.campaign_stands,
                approval_guards.not_before_approval,
                approval_guards.on_the_approved_day,
                guards.officers_licensed_on_the_day, guards.within_the_cap_on_the_day,
                guards.items_published, guards.announced_or_reason)),
    Transition("reschedule", "改期", (N.APPROVED,), "", "inspections.approve_inspection",
               (approval_guards.approved_by_another, approval_guards.no_notice_of_the_old_day)),
    Transition("leave_unannounced", "批准不预先通知", (N.APPROVED,), "",
               "inspections.approve_inspection",
               (approval_guards.approved_by_another, guards.not_told_yet),
               concerns=lambda visit: bool(announcing.basis(visit))),
    Transition("go_urgently", "紧急检查", (N.DRAFT,), N.ON_SITE, "inspections.record_inspection",
               (guards.unit_stands, campaign_guards.campaign_stands,
                guards.officers_licensed_on_the_day, guards.within_the_cap_on_the_day,
                guards.items_published)),
    Transition("finish", "结束检查", (N.ON_SITE,), N.RECORDED, "inspections.record_inspection",
               (guards.unit_informed, guards.certificates_shown, guards.every_item_recorded,
                guards.oral_feedback_given, guards.signed_or_refused)),
    Transition("tell", "反馈意见书已签发", (N.RECORDED,), N.RECTIFYING, "documents.sign_document",
               TELLING, concerns=guards.has_something_open),
    Transition("tell_all_well", "反馈意见书已签发", (N.RECORDED,), N.FED_BACK,
               "documents.sign_document", TELLING,
               concerns=lambda visit: not guards.has_something_open(visit)),
    Transition("refuse_afterwards", "不予补办批准", (N.RECORDED,), N.UNAPPROVED,
               "inspections.approve_inspection", approval_guards.LATE_DECISION,
               concerns=lambda visit: visit.awaits_late_approval),
    Transition("close", "办结", (*Inspection.ANSWERABLE, N.RECORDED), N.CLOSED,
               "inspections.review_reply",
               (guards.nothing_open, guards.letter_sent_unless_look_back, guards.letter_taken,
                guards.record_finished)),
    Transition("cancel", "取消检查", (N.DRAFT, N.PENDING, N.APPROVED), N.CANCELLED,
               "inspections.draft_inspection"),
)

REVIEW = (rectification_guards.reviewed_by_another, rectification_guards.not_before_reply)
UNANSWERED, REVIEWS = (F.OPEN, F.RETURNED), "inspections.review_reply"
SAID = (termination_guards.somebody_answers, rectification_guards.not_before_letter)
ASKING = (*SAID, rectification_guards.one_request_at_a_time)
TERMINATE = "inspections.approve_inspection"  # as serious as letting the check go ahead


def said(*kinds):
    """Whether an answer of one of these kinds waits to be taken."""
    return lambda finding: any(kind in finding.waiting for kind in kinds)


FINDING_FLOW = Workflow(
    Transition("accept", "复核通过", (F.REPLIED,), F.ACCEPTED, REVIEWS,
               (*REVIEW, rectification_guards.objection_answered), concerns=said(R.FIXED)),
    Transition("accept_part", "认可已完成的部分", (F.REPLIED,), F.OPEN, REVIEWS, REVIEW,
               concerns=said(R.PARTLY)),
    Transition("return_reply", "退回", (F.REPLIED,), F.RETURNED, REVIEWS, REVIEW,
               concerns=said(*Reply.REPORTS)),
    Transition("extend", "同意延期", UNANSWERED, "", REVIEWS, REVIEW, concerns=said(R.MORE_TIME)),
    Transition("refuse_time", "不同意延期", UNANSWERED, "", REVIEWS, REVIEW,
               concerns=said(R.MORE_TIME)),
    Transition("uphold", "采纳意见并销号", Finding.UNFIXED, F.ACCEPTED, REVIEWS, REVIEW,
               concerns=said(R.OBJECTION)),
    Transition("answer_objection", "不采纳意见", Finding.UNFIXED, "", REVIEWS, REVIEW,
               concerns=said(R.OBJECTION)),
    Transition("pause", "暂停整改", UNANSWERED, "", REVIEWS, REVIEW,
               concerns=lambda row: row.paused_on is None and said(R.OBJECTION)(row)),
    Transition("reply", "回复整改", UNANSWERED, F.REPLIED, "inspections.answer_finding", SAID),
    Transition("enter_reply", "代录整改回复", UNANSWERED, F.REPLIED, "accounts.act_for_party",
               SAID),
    Transition("ask", "提出请求", UNANSWERED, "", "inspections.answer_finding", ASKING),
    Transition("enter_request", "代录单位的请求", UNANSWERED, "", "accounts.act_for_party",
               ASKING),
    Transition("accept_on_site", "现场核实已整改", Finding.UNFIXED, F.ACCEPTED,
               "inspections.record_inspection", (rectification_guards.not_before_letter,)),
    Transition("accept_at_once", "当场整改销号", (F.OPEN,), F.ACCEPTED,
               "inspections.record_inspection",
               concerns=lambda finding: finding.spot_fix_id is not None),
    Transition("terminate", "单位撤销终结", Finding.UNFIXED, F.TERMINATED, TERMINATE,
               (termination_guards.nobody_goes_on,)),
)

TERMINATION_FLOW = Workflow(
    Transition("decide", "决定终结", (Z.PROPOSED,), Z.DECIDED, TERMINATE,
               (termination_guards.decided_by_another, termination_guards.not_before_proposal,
                termination_guards.nobody_goes_on, termination_guards.something_left)),
    Transition("decline", "不同意终结", (Z.PROPOSED,), Z.DECLINED, TERMINATE,
               (termination_guards.decided_by_another, termination_guards.not_before_proposal)),
)

SELF_FLOW = Workflow(
    Transition("open", "布置", (S.DRAFT,), S.OPEN, "inspections.open_selfinspection",
               (self_guards.opened_by_another, self_guards.rule_and_form_hold,
                self_guards.time_is_left, self_guards.somebody_is_asked)),
    Transition("discard", "放弃", (S.DRAFT,), S.DISCARDED, "inspections.run_selfinspection"),
    Transition("close", "汇总", (S.OPEN,), S.CLOSED, "inspections.run_selfinspection",
               (self_guards.time_is_up, self_guards.nothing_in_review)),
)

HANDED_IN = (self_guards.is_asked_for,)  # what is typed is judged when it is handed in
LOOKED_AT = (self_guards.reviewed_by_another, self_guards.not_before_submission)
SELF_REPORT_FLOW = Workflow(
    Transition("submit", "报送", SelfReport.AWAITS_UNIT, E.SUBMITTED,
               "inspections.answer_selfreport", HANDED_IN),
    Transition("enter_report", "代录自查报告", SelfReport.AWAITS_UNIT, E.SUBMITTED,
               "accounts.act_for_party", HANDED_IN),
    Transition("accept", "审核通过", (E.SUBMITTED,), E.ACCEPTED, "inspections.review_selfreport",
               LOOKED_AT),
    Transition("return_report", "退回", (E.SUBMITTED,), E.RETURNED,
               "inspections.review_selfreport", LOOKED_AT),
    Transition("pass_on", "单位不再在册，不用报送", SelfReport.AWAITS_UNIT, E.EXCLUDED,
               "units.manage_unit", concerns=lambda report: not report.unit.is_active),
    Transition("exclude", "不列入", (E.WAITING,), E.EXCLUDED, "inspections.run_selfinspection",
               (self_guards.still_movable,)),
)

ASSESSMENT_FLOW = Workflow(
    Transition("publish", "公布", (A.DRAFT,), A.PUBLISHED, "inspections.publish_assessment",
               (assessment_guards.published_by_another, assessment_guards.year_is_over,
                assessment_guards.has_been_counted, assessment_guards.still_as_counted)),
)

APPEALS = (assessment_guards.has_been_told, assessment_guards.appeal_in_time)
RESULT_FLOW = Workflow(
    Transition("appeal", "申请复核", (B.COUNTED,), B.APPEALED, "inspections.appeal_assessment",
               APPEALS),
    Transition("enter_appeal", "代录复核申请", (B.COUNTED,), B.APPEALED, "accounts.act_for_party",
               APPEALS),
    Transition("decide_appeal", "答复复核", (B.APPEALED,), B.DECIDED,
               "inspections.publish_assessment", (assessment_guards.answered_by_another,)),
)

INTERVIEW_FLOW = Workflow(
    Transition("notify", "约谈通知书已签发", (V.DRAFT,), V.NOTIFIED, "documents.sign_document"),
    Transition("hold", "登记约谈记录", (V.NOTIFIED,), V.HELD, "inspections.hold_interview",
               (interview_guards.interview_not_before_notice, interview_guards.order_goes_with_it)),
    Transition("sign_minutes", "登记签字", (V.HELD,), V.HELD, "inspections.hold_interview",
               (interview_guards.not_before_talk,), concerns=interview_guards.not_signed_yet),
    Transition("refuse_minutes", "登记拒绝签字", (V.HELD,), V.HELD, "inspections.hold_interview",
               (interview_guards.not_before_talk,), concerns=interview_guards.not_signed_yet),
    Transition("terminate", "单位撤销终结", (V.DRAFT, V.NOTIFIED), V.TERMINATED, TERMINATE,
               (termination_guards.nobody_goes_on,)),
)

DECISION = (exemplary_guards.decided_by_another, exemplary_guards.not_before_nomination)
EXEMPLARY_FLOW = Workflow(
    Transition("decide", "确定为典型", (X.NOMINATED,), X.DECIDED, "inspections.decide_exemplary",
               (*DECISION, exemplary_guards.unit_consents)),
    Transition("decline", "不采纳", (X.NOMINATED,), X.DECLINED, "inspections.decide_exemplary",
               DECISION),
)

BY_UNIT, BY_STAFF = "inspections.answer_finding", "accounts.act_for_party"
ASKED = (exemplary_guards.not_before_asked,)
ANSWERED = (*ASKED, exemplary_guards.still_nominated)
CONSENT_FLOW = Workflow(
    Transition("give", "同意公开", (G.ASKED,), G.GIVEN, BY_UNIT, ANSWERED),
    Transition("enter_give", "代录单位同意", (G.ASKED,), G.GIVEN, BY_STAFF, ANSWERED),
    Transition("refuse", "不同意公开", (G.ASKED,), G.DECLINED, BY_UNIT, ANSWERED),
    Transition("enter_refuse", "代录单位不同意", (G.ASKED,), G.DECLINED, BY_STAFF, ANSWERED),
    Transition("withdraw", "撤回同意", (G.GIVEN,), G.WITHDRAWN, BY_UNIT, ASKED),
    Transition("enter_withdraw", "代录单位撤回同意", (G.GIVEN,), G.WITHDRAWN, BY_STAFF, ASKED),
)
LEAD_FLOW = Workflow(
    Transition("file_case", "立案", (L.OPEN, L.INSPECTED), L.CASE_FILED,
               "inspections.approve_inspection"),
    Transition("drop", "不予立案", (L.OPEN, L.INSPECTED), L.DROPPED,
               "inspections.approve_inspection"),
    Transition("propose_settling", "提请办结线索", (L.OPEN,), "", "penalties.handle_case"),
    Transition("send_back_settling", "退回线索办结", (L.OPEN,), "", "penalties.approve_case"),
    Transition("settle", "批准线索办结", (L.OPEN,), L.SETTLED, "penalties.approve_case"),
)

TAKEN, ANSWERABLE = (tip_guards.not_before_receipt,), (tip_guards.not_before_triage,)
TIP_FLOW = Workflow(
    Transition("accept", "受理", (Y.RECEIVED,), Y.ACCEPTED, TRIAGE, TAKEN,
               concerns=tip_guards.is_about_others),
    Transition("take_up", "受理为执法投诉", (Y.RECEIVED,), Y.ACCEPTED, TAKE_COMPLAINTS, TAKEN,
               concerns=tip_guards.is_about_enforcement),
    Transition("merge", "并入另一件", (Y.RECEIVED,), Y.MERGED, TRIAGE, TAKEN),
    Transition("pass_on", "移送其他部门", (Y.RECEIVED,), Y.PASSED_ON, TRIAGE, TAKEN),
    Transition("refuse", "不予受理", (Y.RECEIVED,), Y.REFUSED, TRIAGE, TAKEN),
    Transition("answer", "答复反映人", (Y.ACCEPTED,), Y.ANSWERED, TRIAGE,
               (tip_guards.work_is_done, *ANSWERABLE), concerns=tip_guards.is_about_others),
    Transition("tell", "答复反映人", (Y.ACCEPTED,), Y.ANSWERED, TAKE_COMPLAINTS, ANSWERABLE,
               concerns=tip_guards.is_about_enforcement),
)
# fmt: on
