"""文书 of the catalogue that wait for their time."""

from datetime import date, timedelta

from django.urls import reverse

from archives_enforcement.documents import services as documents
from archives_enforcement.documents.kinds import KINDS
from archives_enforcement.workdays import limits
from penalties.queries import papers
from penalties.queries.cases import officers_in_words
from tests.penalties.determining import report
from tests.unlawful.attempts import Deed, Row
from tests.unlawful.investigating import END, whole

COERCION = "《中华人民共和国行政强制法》"


def words(kind):
    def facts(walk):
        told = {name: f"〔{label}〕" for name, label in KINDS[kind].fields.items()}
        told |= {name: chosen[0] for name, chosen in KINDS[kind].choices.items()}
        named = {"officers": officers_in_words(walk.case, walk.day)} if "officers" in told else {}
        return {"title": KINDS[kind].label, "fields": told | named}

    return facts


def drafting(kind, who="officer") -> Deed:
    def draft(case, *, actor, **facts):
        return documents.draft_about("case", case, kind, actor=actor, **facts)

    return Deed(
        who, lambda walk: reverse("documents:draft", args=["case", walk.case.pk, kind]), draft,
        words(kind),
        typed=lambda walk, facts: {"title": facts["title"], "on": facts["on"], **facts["fields"]},
    )  # fmt: skip


def issue(walk, kind, **fields):
    said = words(kind)(walk)
    said["fields"] |= fields
    paper = documents.draft_about(
        "case", walk.fresh(), kind, actor=walk.officer, on=walk.day, **said
    )
    documents.submit(paper, actor=walk.officer, on=walk.day)
    return documents.sign(paper, actor=walk.head, on=walk.day)


def approved(kind):
    return lambda walk: issue(walk, kind)


def preserved(walk):
    issue(walk, "preservation_approval")
    issue(walk, "preservation_notice")


def kept(walk, *, settled):
    """Things are kept past the seven working days, with a decision about them or without."""
    whole(walk)
    preserved(walk)
    notice = papers.issued(walk.case, "preservation_notice")
    walk.deliver(notice, walk.day)
    walk.day = papers.clock_on(notice, "D-P03").due_on
    if settled:
        issue(walk, "preservation_disposal", notice=notice.number)
    walk.day += timedelta(1)


def reported(walk):
    """Two officers have verified and report in writing."""
    report(walk, "lead", walk.case.lead)


def suspected(walk):
    walk.determine(walk.case.lead, crime="crime", grounds="涉嫌窃取。")


def last_day_to_pay(walk):
    walk.day = papers.clock_on(walk.paper, papers.PAYMENT_CLOCK).due_on


def overdue(walk):
    last_day_to_pay(walk)
    walk.day += timedelta(1)


def demanded(walk):
    """催告 on the first day of delay, delivered; the term to sue runs on."""
    overdue(walk)
    walk.demand = walk.deliver(issue(walk, "demand_notice"), walk.day)


def undelivered_demand(walk):
    overdue(walk)
    issue(walk, "demand_notice")
    walk.day = to_sue(walk) + timedelta(1)


def to_sue(walk) -> date:
    return limits.compute(papers.SUIT_CLOCK, papers.delivered_on(walk.paper)).due_on


def last_day_of_demand(walk):
    demanded(walk)
    walk.day = papers.clock_on(walk.demand, "D-R15").due_on


def last_day_to_sue(walk):
    demanded(walk)
    walk.day = to_sue(walk)


def term_to_sue_over(walk):
    demanded(walk)
    walk.day = to_sue(walk) + timedelta(1)


def three_months_over(walk):
    demanded(walk)
    walk.day = limits.compute("D-R16", to_sue(walk)).due_on + timedelta(1)


def last_day_for_the_court(walk):
    demanded(walk)
    walk.day = limits.compute("D-R16", to_sue(walk)).due_on


def hearing_asked_for(walk):
    walk.enter("hearing")


# fmt: off
ROWS = [
    Row("a report of an investigation not begun", "还没有立案.*第五十四条", "pending",
        drafting("investigation_report"), mend=lambda walk: walk.file()),
    Row("a decision put up while the case is investigated", "调查还没有终结.*第五十七条", "file",
        drafting("decision_approval"), mend=lambda walk: walk.investigate()),
    Row("no penalty decided while the case is investigated", "调查还没有终结.*第五十七条", "file",
        drafting("no_penalty_decision"), mend=lambda walk: walk.investigate()),
    Row("no penalty beside a penalty", "已经作出行政处罚决定.*第五十七条", "review",
        drafting("no_penalty_decision"), lambda walk: walk.decide()),
    Row("notice of a hearing nobody asked for", "没有要求听证.*第六十四条", "notify",
        drafting("hearing_notice"), mend=hearing_asked_for),
    Row("things kept without the head's approval", "须经机关负责人批准.*第五十六条", "file",
        drafting("preservation_notice"), mend=approved("preservation_approval")),
    Row("things kept over seven working days", "应当在.*作出处理决定.*第五十六条", "file", END,
        lambda walk: kept(walk, settled=False), lambda walk: kept(walk, settled=True)),
    Row("disposal of things that were not kept", "没有先行登记保存.*第五十六条", "file",
        drafting("preservation_disposal"), mend=preserved),
    Row("record of a seizure", f"查封、扣押没有法律授权.*{COERCION}第十条、第十八条", "file",
        drafting("coercion_record"), mend=preserved),
    Row("a deferral of what was not decided", "还没有作出并送达.*第六十六条", "review",
        drafting("instalment_approval"), mend=lambda walk: walk.serve()),
    Row("a deferral nobody approved", "须经机关负责人批准.*第六十六条第二款", "serve",
        drafting("instalment_notice"), mend=approved("instalment_approval")),
    Row("urged on the last day to pay", "才届满.*第六十六条、第六十七条", "serve",
        drafting("demand_notice"), last_day_to_pay, overdue),
    Row("the court asked without 催告", f"应当书面催告并送达.*{COERCION}第五十四条", "serve",
        drafting("enforcement_application"), lambda walk: setattr(
            walk, "day", to_sue(walk) + timedelta(1)), term_to_sue_over),
    Row("the court asked before the 催告 was delivered",
        f"应当书面催告并送达.*{COERCION}第五十四条",
        "serve", drafting("enforcement_application"), undelivered_demand, term_to_sue_over),
    Row("the court asked within ten working days",
        f"十日（工作日）.*{COERCION}第五十四条、第六十九条",
        "serve", drafting("enforcement_application"), last_day_of_demand, term_to_sue_over),
    Row("the court asked on the last day to sue", f"期满以后才能申请.*{COERCION}第五十三条",
        "serve",
        drafting("enforcement_application"), last_day_to_sue, term_to_sue_over),
    Row("the court asked after three months", f"法院不再受理.*{COERCION}第五十三条", "serve",
        drafting("enforcement_application"), three_months_over, last_day_for_the_court),
    Row("publication approved of no decision", "还没有处罚决定.*第四十八条", "review",
        drafting("disclosure_approval"), mend=lambda walk: walk.serve()),
    Row("withdrawal of nothing published", "还没有处罚决定.*第四十八条", "review",
        drafting("withdrawal_statement"), mend=lambda walk: walk.serve()),
    Row("a closing report without a decision", "还没有处理决定.*第五十七条", "review",
        drafting("closing_report"), mend=lambda walk: walk.serve()),
    Row("to the police without a suspicion of crime", "没有.*第二十七条", "file",
        drafting("crime_referral"),
        reported, lambda walk: (reported(walk), suspected(walk))),
    Row("transferred while the act lies in the district", "依据", "file", drafting("case_transfer"),
        mend=lambda walk: walk.determine(
            walk.case.lead, in_jurisdiction="no", grounds="行为地在外区。")),
]
# fmt: on
