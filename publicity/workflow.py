"""公示的状态图."""

from archives_enforcement.workflow import Transition, Workflow
from publicity import guards
from publicity.models import Notice

S = Notice.State

# fmt: off
NOTICE_FLOW = Workflow(
    Transition("approve", "批准公示", (S.DRAFT,), S.APPROVED, "publicity.approve_notice",
               (guards.not_before_draft, guards.approved_by_another, guards.secrecy_reviewed,
                guards.nothing_private, guards.departure_explained, guards.consent_stands)),
    Transition("return_notice", "退回修改", (S.APPROVED,), S.DRAFT, "publicity.approve_notice"),
    Transition("publish", "公布", (S.APPROVED,), S.PUBLISHED, "publicity.publish_notice",
               (guards.on_the_day, guards.party_has_it, guards.nothing_private,
                guards.still_worth_publishing, guards.consent_stands)),
    Transition("withdraw", "撤回公示", (S.PUBLISHED,), S.WITHDRAWN, "publicity.publish_notice",
               (guards.on_the_day, guards.change_reported)),
)
# fmt: on
