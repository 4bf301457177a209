"""调查取证 and 裁量: by whom, on what evidence, within which band."""

from datetime import date, timedelta

from penalties.models import Benchmark, CaseOfficer, Evidence
from penalties.queries import discretion as weighing
from penalties.services import circumstances, discretion, investigation
from tests import factories
from tests.penalties.case_facts import CORRECTION, FACTS
from tests.unlawful.attempts import Deed, Row
from tests.unlawful.filing import PENALTY, determined_of_case

DISCRETION = "penalties:case-fine"
LICENSED = f"只有本案的承办人员.*{PENALTY}第四十二条、第五十五条"
BEFORE = f"不能早于本案上一次办理的日期.*{PENALTY}第四十七条"


def evidence(walk, **values):
    return {
        "kind": "document", "title": "委托合同", "proves": "受托整理档案", "source": "向当事人调取",
        "obtained_on": walk.day, "certificates_shown": False, **values,
    }  # fmt: skip


def elements(results):
    def facts(walk):
        proof = list(walk.case.evidence.filter(excluded_on=None))
        return {
            "facts": FACTS,
            "findings": {
                place: (result, "", proof if result == "met" else [])
                for place, result in enumerate(results, start=1)
            },
        }

    return facts


def typed_elements(walk, facts):
    sent = {"facts": facts["facts"], "on": facts["on"]}
    for place, (result, note, proof) in facts["findings"].items():
        sent |= {f"result_{place}": result, f"note_{place}": note, f"evidence_{place}": proof}
    return sent


def benchmark(walk):
    return weighing.row_for(walk.case, walk.day).benchmark


def criterion(tier, place=0):
    return lambda walk: benchmark(walk).tiers.get(code=tier).criteria[place]


def tier(code):
    return lambda walk: benchmark(walk).tiers.get(code=code)


def weighed(walk):
    return {
        "text": "丢失永久档案 3 件、三十年档案 5 件",
        "evidence": list(walk.case.evidence.all()),
        "tier": benchmark(walk).tiers.get(code="T4"),
        "criterion": criterion("T4", 1)(walk),
        "shown": True,
    }


def typed_use(walk, facts):
    """The use as the form sends it: tier and place of the criterion, or code of the factor."""
    found, factor = facts.get("tier"), facts.get("factor")
    places = found.criteria if found else ()
    place = places.index(facts["criterion"]) if facts["criterion"] in places else 99
    use = f"{found.code}:{place}" if found else ""
    return {
        "text": facts["text"], "evidence": facts["evidence"], "on": facts["on"],
        "use": f"{use}{factor.code if factor else ''}", "absent": not facts["shown"],
    }  # fmt: skip


ADD = Deed("officer", "penalties:evidence-add", investigation.add_evidence, evidence)
EXCLUDE = Deed(
    "officer", "penalties:evidence-exclude", investigation.exclude_evidence,
    {"reason": "来源不明"}, on=lambda walk: Evidence.objects.get(case=walk.case, position=1),
    typed=lambda walk, facts: {"note": facts["reason"], "on": facts["on"]},
)  # fmt: skip
ESTABLISH = Deed(
    "officer", "penalties:case-establish", investigation.establish,
    elements(("met", "met", "met")), typed=typed_elements,
)  # fmt: skip
END = Deed(
    "officer", "penalties:case-end-investigation", investigation.end, {"report": "建议处罚。"}
)
WEIGH = Deed("officer", "penalties:circumstance-add", circumstances.add, weighed, typed=typed_use)
FIX = Deed("officer", DISCRETION, discretion.propose, {"fine": 47_000, "correction": CORRECTION})
REOPEN = Deed("officer", "penalties:case-reopen", investigation.reopen, {"note": "补充调查"})


def stranger(walk):
    walk.stranger = factories.make_officer("stranger", walk.bureau, "backfiller")


def licence_ended(name, day):
    return lambda walk: getattr(walk, name).certificates.update(valid_to=day)


def relieved(walk):
    CaseOfficer.objects.filter(case=walk.case, user=walk.officer).update(left_on=walk.day)


def some_evidence(walk):
    walk.evidence()


def the_same_evidence(walk):
    investigation.add_evidence(walk.case, actor=walk.officer, **evidence(walk, on=walk.day))


def excluded(walk):
    walk.evidence()
    walk.case.evidence.update(excluded_on=walk.day, excluded_reason="来源不明")


def evidence_with_open_element(walk):
    walk.evidence()
    walk.establish(("met", "met", "open"))


def whole(walk):
    walk.evidence()
    walk.establish()


def whole_but_one_licence(walk):
    whole(walk)
    licence_ended("second", walk.day - timedelta(1))(walk)


def facts_without_evidence(walk):
    whole(walk)
    walk.case.evidence.update(excluded_on=walk.day, excluded_reason="来源不明")


def used(walk):
    walk.circumstance("丢失永久档案 3 件、 三十年档案 5 件", tier="T5")


def weighed_before(walk):
    walk.circumstance("丢失永久档案 3 件", tier="T4", criterion=1)
    walk.circumstance("次日主动报告，十日内追回 5 件", factor="L09")


def then(first, second):
    def both(walk):
        first(walk)
        second(walk)

    return both


def element_missing(walk):
    walk.case.elements.filter(position=3).update(result="missing")


def not_in_force(walk):
    Benchmark.objects.update(valid_to=walk.day - timedelta(1))


def in_force_to_the_day(walk):
    Benchmark.objects.update(valid_to=walk.day)


def grave(walk):
    walk.circumstance("涉及国家档案馆一级档案", tier="T6")


def notice_drafted(walk):
    walk.draft_notice()


def again(*, new, weighed=False):
    """Investigated once more, with new evidence or without; it weighs in the figure, or not."""

    def reopened(walk):
        investigation.reopen(walk.case, actor=walk.officer, on=walk.day, note="补充调查")
        walk.fresh()
        if new:
            walk.evidence(title="新的交接清单", obtained_on=walk.day)
        walk.end()
        if weighed:
            proof = {"evidence": [walk.case.evidence.last()]}
            walk.circumstance("丢失永久档案 5 件", tier="T4", criterion=1, **proof)

    return reopened


def answered(walk):
    walk.answer(walk.enter("statement"), answer="partly")


def unanswered(walk):
    walk.enter("statement")


ADJUST = FIX.but(page="penalties:case-adjust", service=discretion.adjust)

# fmt: off
ROWS = [
    Row("questioned without showing the certificate", "先出示执法证件.*第五十五条", "file", ADD,
        wrong={"kind": "party"}, right={"kind": "party", "certificates_shown": True}),
    Row("inspected without showing the certificate", "先出示执法证件.*第五十五条", "file", ADD,
        wrong={"kind": "site_record"}, right={"kind": "site_record", "certificates_shown": True}),
    Row("a ninth kind of evidence", "法定的八种.*第四十六条", "file", ADD,
        wrong={"kind": "rumour"}, closed=True),
    Row("evidence taken tomorrow", "取得日期不能晚于登记日期.*第四十六条", "file", ADD,
        wrong={"obtained_on": lambda walk: walk.day + timedelta(1)}),
    Row("the same evidence twice", "已经登记为证据.*第四十六条", "file", ADD, the_same_evidence),
    Row("evidence by who does not handle the case", LICENSED, "file", ADD, stranger,
        by="stranger"),
    Row("evidence by who was relieved", LICENSED, "file", ADD, relieved),
    Row("evidence by whose certificate ended", LICENSED, "file", ADD,
        licence_ended("officer", date(2024, 9, 19)), licence_ended("officer", date(2024, 9, 20))),
    Row("evidence before the case was filed", BEFORE, "file", ADD,
        wrong={"on": date(2024, 8, 14), "obtained_on": date(2024, 8, 14)},
        right={"on": date(2024, 8, 15), "obtained_on": date(2024, 8, 14)}),
    Row("evidence excluded twice", "已经排除.*第四十六条", "file", EXCLUDE, excluded,
        some_evidence),
    Row("an element found without evidence", "应当有证据.*第四十条", "file", ESTABLISH,
        mend=some_evidence),
    Row("an element found on excluded evidence", "应当有证据.*第四十条", "file", ESTABLISH,
        excluded, some_evidence),
    Row("facts found by who does not handle the case", LICENSED, "file", ESTABLISH,
        then(some_evidence, stranger), some_evidence, by="stranger"),
    Row("ended without evidence", "没有可以采用的证据.*第四十条、第四十六条", "file", END,
        facts_without_evidence, whole),
    Row("ended without facts", "还没有写明违法事实.*第四十条", "file", END, some_evidence, whole),
    Row("ended with an element open", "没有认定.*第四十条", "file", END,
        evidence_with_open_element, whole),
    Row("ended with one certificate left", "不足两人.*第四十二条", "file", END,
        whole_but_one_licence, whole),
    Row("ended by who does not handle the case", LICENSED, "file", END, then(whole, stranger),
        whole, by="stranger"),

    Row("a fact used twice", "只能作为档次标准或者裁量情节使用一次.*第三十四条", "investigate",
        WEIGH,
        used),
    Row("a fact without evidence", "裁量事实应当有证据.*第四十条", "investigate", WEIGH,
        wrong={"evidence": []}, closed=True),
    Row("a fact with two uses", "一种用途.*第三十四条", "investigate", WEIGH,
        wrong={"factor": lambda walk: benchmark(walk).factors.get(code="L09")}, closed=True),
    Row("a criterion of nobody's benchmark", "不在现行的裁量权基准.*第三十四条", "investigate",
        WEIGH, wrong={"criterion": "态度不好"}, closed=True),
    Row("a heavier criterion found absent", "只有从轻档.*第三十四条", "investigate", WEIGH,
        wrong={"shown": False}, closed=True),
    Row("weighed under a benchmark no longer in force", "没有适用于本案的裁量权基准.*第三十四条",
        "investigate", WEIGH.but(facts={
            "text": "丢失", "evidence": lambda: list(Evidence.objects.all()), "shown": True,
            "tier": lambda: Benchmark.objects.get().tiers.get(code="T4"),
            "criterion": lambda: Benchmark.objects.get().tiers.get(code="T4").criteria[1],
        }), not_in_force, in_force_to_the_day, closed=True),
    Row("a fine above the law", "法定最高 200,000 元（.*第四十九条第二款", "investigate", FIX,
        weighed_before, weighed_before, {"fine": 200_001}, {"fine": 74_000}),
    Row("a fine below the law", "最低 20,000 元（.*第四十九条第二款", "investigate", FIX,
        weighed_before, weighed_before, {"fine": 19_999}, {"fine": 20_000}),
    Row("a fine above its band", "对应的幅度是.*第三十四条", "investigate", FIX,
        weighed_before, weighed_before, {"fine": 74_001}, {"fine": 74_000}),
    Row("a fine where the case goes to the police", "不能处以罚款（移送.*第二十七条",
        "investigate", FIX,
        grave, weighed_before),
    Row("no order to put it right", "责令改正的内容.*第二十八条", "investigate", FIX,
        weighed_before, weighed_before, {"correction": " "}, closed=True),
    Row("fined with an element missing", "不能处以罚款.*第四十九条", "investigate", FIX,
        then(weighed_before, element_missing), weighed_before),
    Row("fined while a crime is suspected since", "不得以罚代刑.*第二十七条", "investigate", FIX,
        then(weighed_before, determined_of_case(crime="crime")), weighed_before),
    Row("fined over private archives as it proved", r"不支持本案.*第四十八条第（一）项",
        "investigate", FIX, then(weighed_before, determined_of_case(state_owned="no")),
        weighed_before),
    Row("fined by who does not handle the case", LICENSED, "investigate", FIX,
        then(weighed_before, stranger), weighed_before, by="stranger"),
    Row("changed under a drafted notice", "请先作废草稿.*第四十四条", "weigh", FIX,
        notice_drafted, wrong={"fine": 46_000}, right={"fine": 46_000}),
    Row("raised by a second notice without new facts", "第四十四条、第四十五条第二款", "notify",
        FIX,
        again(new=False), again(new=True, weighed=True), {"fine": 47_001}, {"fine": 47_001}),
    Row("raised on new evidence that weighs nothing", "登记为裁量事实.*计入现在的数额", "notify",
        FIX,
        again(new=True), again(new=True, weighed=True), {"fine": 47_001}, {"fine": 47_001}),
    Row("raised because of the defence", "不能因陈述、申辩加重.*第四十五条第二款", "notify", ADJUST,
        answered, answered, {"fine": 47_001}, {"fine": 46_000}),
    Row("adjusted before the statement is answered", "还没有复核和答复.*第四十五条", "notify",
        ADJUST,
        unanswered, answered),
    Row("reopened by who does not handle the case", LICENSED, "notify", REOPEN, stranger,
        by="stranger"),
]
# fmt: on
