"""状态图: a case from the proposal to file it until it is closed; a benchmark until it ends."""

from archives_enforcement.withdrawing import on_the_day
from archives_enforcement.workflow import Transition, Workflow
from penalties import (
    accountability_guards,
    benchmark_guards,
    closing_guards,
    deciding_guards,
    departure_guards,
    guards,
    hearing_guards,
    jurisdiction_guards,
    law_of_the_day_guards,
    limitation_guards,
    party_guards,
    recusal_guards,
    second_fine_guards,
    spot_guards,
)
from penalties.models import Benchmark, Case
from penalties.queries.law import PENALTY_LAW

S = Case.State
B = Benchmark.State
HANDLE, SIGN = "penalties.handle_case", "documents.sign_document"
TOLD = Case.TO_BE_HEARD
REVIEWED_FIRST = f"依据：{PENALTY_LAW}第五十八条、第六十二条。"
SPOKEN_TO = f"依据：{PENALTY_LAW}第四十四条、第四十五条。"  # a notice that is not decided on yet
BEFORE_DECISION = (S.INVESTIGATING, S.INVESTIGATED, S.PROPOSED, *TOLD)

# fmt: off
OWN = (guards.not_before_last_act, guards.handled_by_own_officer, guards.kept_things_settled)
HEARD = (hearing_guards.notice_delivered, hearing_guards.terms_over_or_used,
         hearing_guards.statements_answered, hearing_guards.hearings_held,
         hearing_guards.not_heavier_than_notified)
PROVED = (guards.elements_proved, guards.circumstances_proved)
BY_LAW = (guards.fits_the_facts, law_of_the_day_guards.not_milder_since)
PERSON = (party_guards.somebody_left, accountability_guards.known,
          accountability_guards.answerable)
GROUNDS = (guards.two_licensed_officers, guards.evidence_gathered, guards.facts_established,
           *PROVED, guards.elements_met, *BY_LAW,
           *PERSON, accountability_guards.not_simple,
           second_fine_guards.fined_once,
           spot_guards.simple_enough)  # 违法事实确凿并有法定依据
CLOSABLE = (closing_guards.decision_delivered, closing_guards.challenges_ended,
            closing_guards.fine_paid, closing_guards.overpaid_returned, spot_guards.reported)

CASE_FLOW = Workflow(
    Transition("approve_filing", "批准立案", (S.PENDING,), S.INVESTIGATING,
               "penalties.approve_case",
               (guards.not_before_last_act, guards.filed_by_another, guards.has_jurisdiction,
                jurisdiction_guards.settled, limitation_guards.within_limitation,
                guards.two_licensed_officers, guards.fits_the_facts,
                party_guards.somebody_left)),
    Transition("return_filing", "退回补正", (S.PENDING,), S.RETURNED, "penalties.approve_case",
               (guards.not_before_last_act, guards.filed_by_another)),
    Transition("propose_again", "补正后重新提请立案", (S.RETURNED,), S.PENDING, HANDLE,
               (guards.not_before_last_act, guards.put_right_by_its_handler)),
    Transition("reject_filing", "不予立案", (S.PENDING, S.RETURNED), S.NOT_FILED,
               "penalties.approve_case",
               (guards.not_before_last_act, guards.filed_by_another)),
    Transition("go_on_the_spot", "适用简易程序（当场处罚）", (S.PENDING,), S.ON_THE_SPOT, HANDLE,
               (*OWN, guards.two_licensed_officers, guards.has_jurisdiction,
                jurisdiction_guards.settled, limitation_guards.within_limitation,
                guards.fits_the_facts,
                spot_guards.simple_enough)),
    Transition("leave_the_spot", "改用普通程序", (S.ON_THE_SPOT,), S.PENDING, HANDLE,
               (*OWN, spot_guards.no_decision_under_way)),
    Transition("decide_on_the_spot", "当场作出处罚决定", (S.ON_THE_SPOT,), S.DECIDED, HANDLE,
               (*OWN, recusal_guards.recusals_decided, *GROUNDS, spot_guards.figure_stands,
                deciding_guards.benchmark_stands)),
    Transition("end_investigation", "调查终结", (S.INVESTIGATING,), S.INVESTIGATED, HANDLE,
               (*OWN, guards.two_licensed_officers, guards.evidence_gathered,
                guards.facts_established, guards.elements_proved, accountability_guards.known,
                guards.things_dealt_with)),
    Transition("reopen", "补充调查", (S.INVESTIGATED, S.PROPOSED, *TOLD), S.INVESTIGATING, HANDLE,
               (*OWN, hearing_guards.no_paper_under_way)),
    Transition("propose", "确定拟处罚意见", (S.INVESTIGATED, S.PROPOSED), S.PROPOSED, HANDLE,
               (*OWN, *PROVED, guards.elements_met, *BY_LAW, *PERSON,
                deciding_guards.benchmark_in_force,
                second_fine_guards.fined_once,
                hearing_guards.no_paper_under_way)),
    Transition("notify", "签发事先告知书", (S.PROPOSED,), S.NOTIFIED, SIGN,
               (guards.not_before_last_act, deciding_guards.decided_by_another,
                recusal_guards.not_recused,
                *BY_LAW, *PERSON, accountability_guards.mild_enough,
                second_fine_guards.fined_once,
                deciding_guards.benchmark_stands,
                departure_guards.approved)),
    Transition("state", "收到陈述申辩", TOLD, S.NOTIFIED, "penalties.answer_notice",
               (hearing_guards.notice_delivered,), basis=SPOKEN_TO),
    Transition("enter_statement", "代录陈述申辩", TOLD, S.NOTIFIED, "accounts.act_for_party",
               (hearing_guards.notice_delivered,), basis=SPOKEN_TO),
    Transition("adjust", "调整拟处罚意见", (S.NOTIFIED,), S.NOTIFIED, HANDLE,
               (*OWN, hearing_guards.statements_answered, *PERSON)),
    Transition("submit_review", "送法制审核", (S.NOTIFIED,), S.IN_REVIEW, HANDLE,
               (*OWN, *PERSON, *HEARD, deciding_guards.benchmark_stands,
                accountability_guards.mild_enough,
                departure_guards.approved)),
    Transition("pass_review", "审核通过", (S.IN_REVIEW,), S.REVIEWED, "penalties.review_case",
               (guards.not_before_last_act, deciding_guards.reviewed_by_another,
                deciding_guards.qualified, recusal_guards.not_recused,
                recusal_guards.recusals_decided)),
    Transition("return_review", "审核退回", (S.IN_REVIEW,), S.NOTIFIED, "penalties.review_case",
               (guards.not_before_last_act, deciding_guards.reviewed_by_another,
                deciding_guards.qualified, recusal_guards.not_recused)),
    Transition("decide", "作出处罚决定", (S.REVIEWED,), S.DECIDED, "penalties.decide_case",
               (guards.not_before_last_act, deciding_guards.decided_by_another,
                recusal_guards.not_recused,
                recusal_guards.recusals_decided, guards.things_dealt_with,
                jurisdiction_guards.settled,
                deciding_guards.discussed_where_needed, deciding_guards.benchmark_stands,
                *PROVED, *BY_LAW, *PERSON, accountability_guards.mild_enough,
                second_fine_guards.fined_once, departure_guards.approved, *HEARD),
               basis=REVIEWED_FIRST),
    Transition("propose_closing", "提请结案", (S.DECIDED,), S.DECIDED, HANDLE,
               (*OWN, *CLOSABLE)),
    Transition("return_closing", "退回结案", (S.DECIDED,), S.DECIDED, "penalties.decide_case",
               (guards.not_before_last_act, closing_guards.closed_by_another,
                closing_guards.closing_proposed)),
    Transition("close", "批准结案", (S.DECIDED,), S.CLOSED, "penalties.decide_case",
               (guards.not_before_last_act, closing_guards.closed_by_another,
                closing_guards.closing_proposed, *CLOSABLE)),
    Transition("end", "结束案件（不处罚）", BEFORE_DECISION, S.CLOSED, "penalties.decide_case",
               (guards.not_before_last_act, deciding_guards.decided_by_another,
                recusal_guards.not_recused,
                recusal_guards.recusals_decided, guards.things_dealt_with,
                hearing_guards.statements_answered)),
)

BENCHMARK_FLOW = Workflow(
    Transition("publish", "公布", (B.DRAFT,), B.PUBLISHED, "penalties.publish_benchmark",
               (benchmark_guards.published_by_another, benchmark_guards.origin_stated)),
    Transition("end_validity", "写明失效日期", (B.PUBLISHED,), "", "penalties.publish_benchmark"),
    Transition("discard", "放弃草稿", (B.DRAFT,), B.DISCARDED, "penalties.draft_benchmark"),
    Transition("withdraw", "撤回公布", (B.PUBLISHED,), B.WITHDRAWN, "penalties.publish_benchmark",
               (on_the_day,)),
)
# fmt: on
