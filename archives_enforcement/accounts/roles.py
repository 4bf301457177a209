"""岗位与权限: the one table of who may do what; `sync_roles` writes it to Django's groups.

Permissions are named after acts. A role is a group; a person may hold several, but drafter,
reviewer and signer of one record are told apart by guards, not by roles.
"""

from typing import NamedTuple


class Role(NamedTuple):
    label: str
    permissions: tuple[str, ...]


READ = (
    "audit.view_auditentry",
    "archiving.view_casefile",
    "accounts.view_officer",
    "accounts.see_people",
    "documents.view_document",
    "documents.view_numbersequence",
    "files.view_storedfile",
    "inspections.view_inspection",
    "inspections.view_plan",
    "inspections.view_campaign",
    "inspections.view_draw",
    "inspections.view_checklist",
    "inspections.view_finding",
    "inspections.view_interview",
    "inspections.view_exemplary",
    "inspections.view_lead",
    "inspections.view_selfinspection",
    "inspections.view_assessment",
    "penalties.view_case",
    "publicity.view_notice",
    "publicity.view_activity",
    "publicity.view_publiclist",
    "publicity.view_training",
    "supervision.view_supervisionnotice",
    "supervision.view_remedy",
    "supervision.view_round",
    "supervision.view_filereview",
    "supervision.answer_fault",
    "reports.view_workbench",
    "reports.view_ledger",
    "reports.view_annualreport",
    "units.view_unit",
    "workdays.view_deadline",
)
MORE_TIME = ("workdays.record_exclusion", "workdays.ask_extension")

# Whose work a colleague may do for a time (代理（AB角）). An officer's certificate is his own
# (行政处罚法第四十二条), a chair is named for one hearing (第六十四条).
DEPUTISED = ("head", "deputy_head", "section_head", "reviewer", "clerk")
STAFF = (  # and who that colleague may be
    "officer", "clerk", "head", "deputy_head", "section_head", "reviewer", "hearing_chair",
)  # fmt: skip

# fmt: off
ROLES: dict[str, Role] = {
    "officer": Role("执法人员", (
        *READ,
        "inspections.draft_inspection", "inspections.record_inspection",
        "documents.draft_document", "documents.keep_record", "documents.hand_over_document",
        "inspections.draft_letter", "inspections.review_reply", "inspections.hold_interview",
        "inspections.answer_question", "inspections.review_selfreport",
        "inspections.register_lead", "inspections.view_tip", "inspections.see_reporter",
        "penalties.handle_case",
        "supervision.answer_supervision",
        "archiving.compile_casefile",
        *MORE_TIME,
    )),
    "clerk": Role("综合人员", (
        *READ,
        "units.import_units", "units.manage_unit",
        "inspections.draft_plan", "inspections.publish_plan", "inspections.draft_inspection",
        "inspections.draft_campaign", "inspections.answer_campaign",
        "inspections.set_coverage", "inspections.keep_leave",
        "inspections.prepare_draw", "inspections.publish_draw", "inspections.hold_draw",
        "inspections.draft_checklist", "inspections.publish_checklist",
        "inspections.report_to_platform", "inspections.nominate_exemplary",
        "inspections.run_selfinspection", "inspections.review_selfreport",
        "inspections.run_assessment",
        "inspections.register_lead", "inspections.view_tip", "inspections.triage_tip",
        "inspections.see_reporter",
        "documents.draft_document", "documents.keep_record", "documents.deliver_document",
        "documents.hand_over_document", "documents.enter_document",
        "publicity.draft_notice", "publicity.publish_notice", "publicity.record_activity",
        "publicity.draft_list", "publicity.publish_list", "publicity.keep_photo",
        "publicity.plan_training",
        "supervision.supervise", "supervision.keep_remedy",
        "supervision.view_complaint", "supervision.register_complaint",
        "supervision.investigate_complaint",
        "supervision.view_faultrecord", "supervision.register_fault",
        "supervision.investigate_fault",
        "reports.keep_ledger", "reports.draft_annualreport",
        "archiving.compile_casefile", "archiving.archive_casefile",
        "accounts.backfill", "accounts.act_for_party", "accounts.name_deputy",
        "accounts.manage_people",
        "workdays.oversee_deadline", *MORE_TIME,
    )),
    "head": Role("机关负责人", (
        *READ,
        "accounts.confirm_identity", "accounts.name_deputy",
        "inspections.approve_plan", "inspections.approve_inspection", "inspections.adopt_draw",
        "inspections.adopt_checklist",
        "inspections.issue_campaign", "inspections.send_campaign",
        "inspections.set_coverage", "inspections.open_selfinspection",
        "inspections.publish_assessment",
        "inspections.decide_exemplary", "inspections.set_rectification_rule",
        "inspections.view_tip",
        "documents.sign_document", "documents.sign_decision", "documents.set_number_start",
        "penalties.approve_case", "penalties.decide_case", "penalties.publish_benchmark",
        "publicity.approve_notice", "publicity.approve_list", "publicity.approve_outreach",
        "supervision.view_complaint", "supervision.assign_complaint",
        "supervision.view_faultrecord", "supervision.assign_fault", "supervision.decide_fault",
        "reports.approve_annualreport",
        "workdays.oversee_deadline", "workdays.approve_extension", "audit.oversee_faults",
    )),
    "deputy_head": Role("分管负责人", (
        *READ, "documents.sign_document", "accounts.name_deputy", "workdays.oversee_deadline",
        "audit.oversee_faults",
        "inspections.view_tip", "inspections.see_reporter",
        "supervision.view_complaint", "supervision.investigate_complaint",
        "supervision.view_faultrecord", "supervision.register_fault",
        "supervision.investigate_fault",
    )),
    "section_head": Role("承办机构负责人", (
        *READ,
        "documents.review_document", "documents.endorse_document", "documents.keep_record",
        "accounts.name_deputy", "workdays.oversee_deadline",
        "audit.oversee_faults", "supervision.answer_supervision",
    )),
    "reviewer": Role("法制审核人员", (
        *READ,
        "documents.review_document", "documents.keep_record",
        "inspections.check_plan", "inspections.view_tip", "inspections.see_reporter",
        "penalties.review_case", "penalties.draft_benchmark",
        "supervision.supervise", "supervision.keep_remedy",
        "supervision.view_complaint", "supervision.register_complaint",
        "supervision.investigate_complaint",
        "supervision.view_faultrecord", "supervision.register_fault",
        "supervision.investigate_fault",
        "accounts.name_deputy",
    )),
    "hearing_chair": Role("听证主持人", (
        *READ, "documents.keep_record", "penalties.chair_hearing",
    )),
    "assistant": Role("协助人员", (
        "inspections.view_inspection", "inspections.view_finding", "inspections.give_guidance",
        "inspections.answer_question",
        "files.view_storedfile", "reports.view_workbench", "units.view_unit",
    )),
    "observer": Role("观察员", (
        "inspections.view_invitation", "inspections.pledge_confidentiality",
    )),
    "unit_contact": Role("单位经办人", (
        "documents.view_document",
        "inspections.answer_finding", "inspections.answer_selfreport",
        "inspections.appeal_assessment",
        "documents.acknowledge_document",
        "penalties.answer_notice", "publicity.ask_correction", "supervision.give_rating",
        "reports.view_portal",
        "files.view_storedfile",
        "accounts.see_people", "accounts.manage_people",
        "workdays.view_deadline",
    )),
    "superior": Role("上级监督人员", (
        "documents.view_document", "inspections.view_campaign", "reports.view_annualreport",
        "reports.view_workbench", "supervision.view_rating",
    )),
    "backfiller": Role("补录人员", ("accounts.backfill", "accounts.act_for_party")),
    "administrator": Role("系统管理员", (
        "accounts.add_user", "accounts.change_user", "accounts.view_user",
        "accounts.assign_post", "accounts.reset_secondfactor",
        "accounts.add_bureau", "accounts.change_bureau", "accounts.view_bureau",
        "accounts.add_certificate", "accounts.change_certificate", "accounts.view_certificate",
        "accounts.add_grant", "accounts.change_grant", "accounts.view_grant",
        "accounts.add_deputation", "accounts.change_deputation", "accounts.view_deputation",
        "documents.add_wording", "documents.delete_wording", "documents.view_wording",
        "legislation.view_law", "legislation.view_lawversion", "legislation.view_article",
        "legislation.add_article",
        "penalties.view_benchmark", "penalties.view_benchmarkrow", "penalties.view_tier",
        "penalties.view_factor", "penalties.view_violation", "penalties.view_fineclause",
        "penalties.add_hearingthreshold", "penalties.change_hearingthreshold",
        "penalties.view_hearingthreshold",
        "penalties.add_reviewqualification", "penalties.change_reviewqualification",
        "penalties.view_reviewqualification",
        "penalties.add_localclause", "penalties.change_localclause", "penalties.view_localclause",
        "supervision.view_ground", "supervision.view_content", "supervision.view_scoreitem",
        "supervision.add_issuer", "supervision.change_issuer", "supervision.view_issuer",
        "workdays.add_holiday", "workdays.change_holiday", "workdays.view_holiday",
        "workdays.view_timelimit",
        "workdays.add_localterm", "workdays.change_localterm", "workdays.view_localterm",
    )),
    # Beside him only where the three are kept apart (accounts.administrators).
    "security_administrator": Role("安全管理员", (
        "accounts.view_user", "accounts.change_user",
        "accounts.assign_post", "accounts.reset_secondfactor",
        "accounts.add_grant", "accounts.change_grant", "accounts.view_grant",
        "accounts.add_deputation", "accounts.change_deputation", "accounts.view_deputation",
    )),
    "audit_administrator": Role("审计管理员", (
        "audit.view_auditentry", "accounts.read_administration",
    )),
}
# fmt: on


def holders(permission: str) -> str:
    """The posts that have a permission, as a sentence names them."""
    return "、".join(role.label for role in ROLES.values() if permission in role.permissions)
