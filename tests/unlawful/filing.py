"""立案: what may not be filed, and who may not file it."""

from datetime import date, timedelta

from penalties.models import FineClause
from penalties.services import filing
from tests import factories
from tests.penalties.case_facts import RECEIVED, clause_of
from tests.unlawful.attempts import Deed, Row


def _facts(walk):
    return {
        "clause": clause_of(),
        "summary": "受托整理期间丢失国有档案。",
        "act_place": "示例区示例路",
        "in_jurisdiction": True,
        "act_ended_on": date(2024, 6, 20),
        "officers": [walk.officer, walk.second],
    }


PROPOSE = Deed(
    "officer", "penalties:case-propose", filing.propose, _facts, on=lambda walk: walk.tip
)
APPROVE = Deed("head", "penalties:case-approve", filing.approve)
REJECT = Deed("head", "penalties:case-reject", filing.reject, {"note": "经核查不属实。"})


def determined(**answers):
    return lambda walk: walk.determine(walk.tip, grounds="补充核查以后另有发现。", **answers)


def determined_of_case(**answers):
    return lambda walk: walk.determine(walk.case.lead, grounds="补充核查以后另有发现。", **answers)


def undetermined(walk):
    walk.tip = walk.lead(text="另一条线索，还没有核查。")


def then_determined(walk):
    undetermined(walk)
    walk.determine(walk.tip)


def licence_ended(day):
    return lambda walk: walk.second.certificates.update(valid_to=day)


def helper(walk):
    walk.assistant = factories.make_user("assistant", "assistant", bureau=walk.bureau)


def proposed_before(walk):
    walk.file_under(walk.tip, clause_of())


def refused_before(walk):
    proposed_before(walk)
    filing.reject(walk.case, actor=walk.head, on=walk.day, note="不属实。")


def officer_with_post_of_head(walk):
    factories.give(walk.officer, "approve_case")
    walk.fresh()


def outside_the_district(walk):
    type(walk.case).objects.filter(pk=walk.case.pk).update(in_jurisdiction=False)


def older(walk):
    type(walk.case).objects.filter(pk=walk.case.pk).update(act_ended_on=date(2022, 8, 9))


def just_in_time(walk):
    type(walk.case).objects.filter(pk=walk.case.pk).update(act_ended_on=date(2022, 8, 10))


def no_law_yet(walk):
    """The act ended the day before the clause of law was in force."""
    clause_of().violation.__class__.objects.filter(code="V01").update(valid_from=date(2024, 6, 21))


def law_that_day(walk):
    clause_of().violation.__class__.objects.filter(code="V01").update(valid_from=date(2024, 6, 20))


def user_clause(walk) -> FineClause:
    return clause_of("V01", "user", "organisation")


PENALTY = "《中华人民共和国行政处罚法》"
TWO = f"不足两人.*{PENALTY}第四十二条"

# fmt: off
ROWS = [
    Row("filed without recorded facts", "还没有认定事实.*第四十条", "lead", PROPOSE,
        undetermined, then_determined, closed=True),
    Row("filed with one officer", TWO, "lead", PROPOSE,
        wrong={"officers": lambda walk: [walk.officer]}),
    Row("filed with the same officer twice", TWO, "lead", PROPOSE,
        wrong={"officers": lambda walk: [walk.officer, walk.officer]}),
    Row("filed with a certificate that ended yesterday", TWO, "lead", PROPOSE,
        licence_ended(date(2024, 8, 14)), licence_ended(date(2024, 8, 15))),
    Row("filed with an assistant in an officer's place", "不是本机关的执法人员.*第四十二条",
        "lead", PROPOSE, helper, wrong={"officers": lambda walk: [walk.officer, walk.assistant]},
        closed=True),
    Row("filed after five years that need harm", "并且有危害后果.*第三十六条第一款", "lead",
        PROPOSE,
        wrong={"act_ended_on": date(2021, 3, 2), "long_limitation": "health", "harm": " "},
        right={"act_ended_on": date(2021, 3, 2), "long_limitation": "health",
               "harm": "病历档案损毁，三名患者重复检查"}),
    Row("filed when two years were over", "超过追责期限.*第三十六条", "lead", PROPOSE,
        wrong={"act_ended_on": date(2022, 8, 9)}, right={"act_ended_on": date(2022, 8, 10)}),
    Row("filed of an act still to come", "终了日期不能晚于今天.*第三十六条", "lead", PROPOSE,
        wrong={"act_ended_on": date(2024, 8, 16)}),
    Row("filed of private archives", r"第四十八条第（一）项", "lead", PROPOSE,
        determined(state_owned="no"), closed=True),
    Row("filed of a firm that was not serving", "第四十九条第二款", "lead", PROPOSE,
        determined(in_service="no"), closed=True),
    Row("fined while a crime is suspected", "不得以罚代刑.*第八条第二款", "lead", PROPOSE,
        determined(crime="crime"), closed=True),
    Row("fined while nobody knows of a crime", "没有查明.*第二十七条", "lead", PROPOSE,
        determined(crime="unknown"), closed=True),
    Row("filed of an act in another district", "第二十二条", "lead", PROPOSE,
        determined(in_jurisdiction="no"), closed=True),
    Row("filed where ownership is unknown", "没有查明.*第四十八条", "lead", PROPOSE,
        determined(state_owned="unknown"), closed=True),
    Row("filed under a clause that the facts do not open", "不适用这一处罚依据.*第四条", "lead",
        PROPOSE, wrong={"clause": user_clause}, closed=True),
    Row("filed twice", "已经提请立案.*第五十四条", "lead", PROPOSE, proposed_before),
    Row("filed on a lead that was dropped", "不能再提请立案.*第五十四条", "lead", PROPOSE,
        refused_before),
    Row("filed before the lead came in", "不能早于收到线索的日期.*第五十四条", "lead", PROPOSE,
        wrong={"on": RECEIVED - timedelta(1)}),
    Row("filed on an act that was not yet unlawful", "还没有施行.*第三十七条", "lead", PROPOSE,
        no_law_yet, law_that_day),

    Row("approved by who handles it", "不能批准自己提请的立案.*第五十四条", "pending", APPROVE,
        officer_with_post_of_head, by="officer"),
    Row("approved outside the district", "不在本机关辖区.*第二十二条", "pending", APPROVE,
        outside_the_district),
    Row("approved after the limitation", "超过追责期限.*第三十六条", "pending", APPROVE,
        older, just_in_time),
    Row("approved with one certificate left", TWO, "pending", APPROVE,
        licence_ended(date(2024, 8, 14)), licence_ended(date(2024, 8, 15))),
    Row("approved over facts that changed", r"不支持本案的处罚依据.*第四十八条第（一）项",
        "pending",
        APPROVE, determined_of_case(state_owned="no")),
    Row("approved while a crime is suspected", "不得以罚代刑.*第二十七条", "pending", APPROVE,
        determined_of_case(crime="crime")),
    Row("approved before it was proposed", "不能早于本案上一次办理的日期.*第四十七条", "pending",
        APPROVE, wrong={"on": date(2024, 8, 14)}),
    Row("refused by who handles it", "不能批准自己提请的立案.*第五十四条", "pending", REJECT,
        officer_with_post_of_head, by="officer"),
]
# fmt: on
