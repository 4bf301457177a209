"""Brings one case of an 档案服务企业 forward, a stage at a time, through the services alone."""

from datetime import date, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from archives_enforcement.accounts.models import Party
from archives_enforcement.documents import services as documents
from archives_enforcement.workdays.calendar import load
from inspections.services import leads
from penalties.fitness import questions
from penalties.models import Case, FineClause, ReviewQualification, Violation
from penalties.queries import discretion as weighing
from penalties.queries import hearings
from penalties.queries.earlier_fines import unanswered
from penalties.services import (
    accountability,
    circumstances,
    decision,
    determination,
    discretion,
    earlier_fines,
    execution,
    filing,
    investigation,
    notice,
    review,
    statements,
)
from tests import factories
from tests.penalties import ordering

RECEIVED = date(2024, 8, 12)
FILED = date(2024, 8, 15)
INVESTIGATED = date(2024, 9, 20)
WEIGHED = date(2024, 9, 27)
DELIVERED = date(2024, 9, 29)  # a Sunday that was worked
CORRECTION = "停止违法行为，追回或者以副本补全丢失的档案，健全档案交接制度"
CLOSING = "决定书已送达，罚款已缴清，建议结案。"
FACTS = "2024年6月受托整理档案期间，丢失国有档案 8 件。\n其中永久档案 3 件，三十年档案 5 件。"
ASPECTS = {
    "competence": "主体适格，承办人员持证",
    "evidence": "事实清楚，证据充分",
    "discretion": "依据正确，裁量适当",
    "procedure": "已告知，已听取陈述申辩",
}
QUALIFICATION = "法律职业资格证书 A20201234567890（2020年3月1日取得）"
HELD = {"record": "双方质证。", "signing": "signed", "report": "争议在件数，建议维持。"}
GROUNDS = "交接清单、询问笔录显示，2024年6月受托整理期间丢失国有档案8件。"
IN_SERVICE = {
    "state_owned": "yes", "hall_holdings": "no", "in_service": "yes", "crime": "no",
    "in_jurisdiction": "yes",
}  # fmt: skip
STAGES = ("propose", "file", "investigate", "weigh", "notify", "hear", "review", "decide", "serve")


def make_firm(bureau, name="示例档案服务公司", **fields):
    facts = {
        "credit_code": factories.make_credit_code(),
        "legal_representative": "法定代表人甲",
        "address": "示例路2号",
    }
    return factories.make_party(bureau, name, Party.Kind.SERVICE_ENTERPRISE, **{**facts, **fields})


def make_answering_contact(username, *parties):
    """A contact of the party who may answer a notice."""
    user = factories.make_contact(username, *parties)
    factories.give(user, "answer_notice")
    return user


def make_scan():
    """A small picture of a paper, as an upload."""
    return SimpleUploadedFile("陈述.png", b"\x89PNG\r\n\x1a\n" + b"0" * 20)


def clause_of(code="V01", clause="service_firm", category="service_firm"):
    return FineClause.objects.get(violation__code=code, code=clause, category=category)


def violation(code):
    return Violation.objects.get(code=code)


def working_days_after(day, count):
    calendar = load()
    while count:
        day += timedelta(days=1)
        count -= calendar.is_workday(day)
    return day


def qualify(person, **values):
    """The certificate of the state examination, as the administrator records it."""
    facts = {"kind": "exam", "number": "A20201234567890", "obtained_on": date(2020, 3, 1)}
    return ReviewQualification.objects.create(
        person=person, **{"proof": "法律职业资格证书", **facts, **values}
    )


class Walk:
    """One case and its people; a stage that is behind it is not walked again."""

    def __init__(self, bureau):
        self.bureau = bureau
        self.officer = factories.make_officer("officer", bureau, "backfiller")
        self.second = factories.make_officer("second_officer", bureau, "backfiller")
        self.head = factories.make_user("head", "head", "backfiller", bureau=bureau)
        self.reviewer = factories.make_user("reviewer", "reviewer", "backfiller", bureau=bureau)
        qualify(self.reviewer)
        self.clerk = factories.make_user("clerk", "clerk", bureau=bureau)
        self.firm = make_firm(bureau)
        self.contact = make_answering_contact("firm_contact", self.firm)
        self.case = None
        self.stage = ""
        self.day = FILED

    def fresh(self):
        self.case = Case.objects.get(pk=self.case.pk)
        return self.case

    def reach(self, stage):
        """Walk up to `stage`; True when it has to be walked itself now."""
        if self.stage and STAGES.index(self.stage) >= STAGES.index(stage):
            return False
        before = STAGES.index(stage) - 1
        if before >= 0:
            getattr(self, STAGES[before])()
        self.stage = stage
        return True

    def lead(self, **values):
        facts = {
            "party": self.firm,
            "source": "tip",
            "text": "反映示例档案服务公司丢失档案。",
            "received_on": RECEIVED,
        }
        return leads.register(actor=self.clerk, on=RECEIVED, **{**facts, **values})

    def determine(self, lead, code="V01", on=FILED, grounds=GROUNDS, order_paper=None, **answers):
        """The facts that open the clause of a firm at its service, but for `answers`."""
        asked = questions(code, lead.party.kind)
        known = {name: value for name, value in IN_SERVICE.items() if name in asked}
        answers = {**known, **answers}
        order = {"order_paper": order_paper} if order_paper else {}
        return determination.determine(
            lead, actor=self.officer, on=on, violation=violation(code), answers=answers,
            grounds=grounds, **(order or ordering.of_answers(lead, self.officer, answers)),
        )  # fmt: skip

    def propose(self, lead=None, **values):
        if not values and lead is None and not self.reach("propose"):
            return self.case
        clause = values.pop("clause", None) or clause_of()
        lead = lead or self.lead()
        if not lead.determinations.exists():
            self.determine(lead, code=clause.violation.code)
        return self.file_under(lead, clause, **values)

    def file_under(self, lead, clause, **values):
        """提请立案 on a lead whose facts are recorded, or not."""
        facts = {
            "summary": "受托整理期间丢失国有档案。",
            "act_place": "示例区示例路",
            "in_jurisdiction": True,
            "act_ended_on": date(2024, 6, 20),
            "officers": [self.officer, self.second],
        }
        self.case = filing.propose(
            lead, actor=self.officer, on=FILED, clause=clause, **{**facts, **values}
        )
        return self.case

    def file(self):
        if self.reach("file"):
            self.case = filing.approve(self.case, actor=self.head, on=FILED)
            self.day = INVESTIGATED
        return self.case

    def evidence(self, **values):
        facts = {
            "kind": "document",
            "title": "档案交接清单",
            "proves": "接收档案 120 件、交还 112 件",
            "source": "从当事人处调取",
            "obtained_on": self.day,
        }
        return investigation.add_evidence(
            self.case, actor=self.officer, on=self.day, **{**facts, **values}
        )

    def establish(self, results=("met", "met", "met")):
        proof = list(self.case.evidence.filter(excluded_on=None))
        findings = {
            place: (result, "", proof if result == "met" else [])
            for place, result in enumerate(results, start=1)
        }
        return investigation.establish(
            self.case, actor=self.officer, on=self.day, facts=FACTS, findings=findings
        )

    def refute(self, place=1):
        """One element was not met after all."""
        self.case.elements.filter(position=place).update(result="missing")

    def record_accountability(self, born_on=date(1990, 5, 1), mind="sound", **values):
        """Who the natural person is: grown up and of sound mind, but for what is said."""
        facts = {"grounds": "身份证载明", "evidence": list(self.case.evidence.all())}
        return accountability.record(
            self.case, actor=self.officer, on=self.day, born_on=born_on, mind=mind,
            **{**facts, **values},
        )  # fmt: skip

    def other_act(self, made, same_act=False, reason="时间、对象不同", **values):
        """An earlier fine, and whether it was for this act."""
        return earlier_fines.record(
            self.case, actor=self.officer, on=self.day, decision=made, same_act=same_act,
            reason=reason, **values,
        )  # fmt: skip

    def end(self):
        for made in unanswered(self.case):
            self.other_act(made)
        if self.firm.kind == Party.Kind.PERSON and not hasattr(self.case, "accountability"):
            self.record_accountability()
        self.case = investigation.end(
            self.case, actor=self.officer, on=self.day, report="事实清楚，建议处罚。"
        )
        return self.case

    def investigate(self, results=("met", "met", "met")):
        if self.reach("investigate"):
            self.evidence()
            self.establish(results)
            self.end()
            self.day = WEIGHED
        return self.case

    def weight(self, text, title, level):
        """A fact that counts as a level of a weight."""
        return circumstances.add(
            self.case,
            actor=self.officer,
            on=self.day,
            text=text,
            weight=title,
            weight_level=level,
            evidence=self.case.evidence.all(),
        )

    def circumstance(self, text, *, tier="", criterion=0, factor="", **values):
        named = {}
        benchmark = weighing.row_for(self.case, self.day).benchmark
        if tier:
            row = benchmark.tiers.get(code=tier)
            named = {"tier": row, "criterion": row.criteria[criterion]}
        if factor:
            named["factor"] = benchmark.factors.get(code=factor)
        proof = {"evidence": list(self.case.evidence.filter(excluded_on=None)[:1])}
        return circumstances.add(
            self.case, actor=self.officer, on=self.day, text=text, **{**proof, **named, **values}
        )

    def spare(self, factor="L03", text="丢失的档案次日全部追回，没有扩散"):
        """A fact by which the law lets the act go without a penalty."""
        return self.circumstance(text, factor=factor)

    def weigh(self, fine=47_000):
        if self.reach("weigh"):
            self.circumstance("丢失永久档案 3 件、三十年档案 5 件", tier="T4", criterion=1)
            self.circumstance("次日主动报告，十日内追回 5 件", factor="L09")
            self.fix(fine)
        return self.case.assessment

    def fix(self, fine=47_000, **values):
        made = discretion.propose(
            self.case,
            actor=self.officer,
            on=self.day,
            fine=fine,
            **{"correction": CORRECTION, **values},
        )
        self.fresh()
        return made

    def draft_notice(self):
        return notice.draft(self.case, actor=self.officer, on=self.day, phone="000-00000000")

    def sign(self, paper, on=None):
        paper = documents.submit(paper, actor=self.officer, on=on or self.day)
        paper = documents.sign(paper, actor=self.head, on=on or self.day)
        self.fresh()
        return paper

    def deliver(self, paper, on, capacity="representative"):
        """Entered from the receipt, so that it may lie in the past."""
        documents.record_delivery(
            paper.deliveries.get(),
            actor=self.clerk,
            on=on,
            method="direct",
            received_by="法定代表人甲",
            capacity=capacity,
            files=[make_scan()],
        )
        return paper

    def notify(self):
        """The notice is delivered; the next day has come."""
        if self.reach("notify"):
            self.paper = self.deliver(self.sign(self.draft_notice()), DELIVERED)
            self.day = date(2024, 9, 30)
        return self.paper

    def enter(self, kind, text="请从轻处理。", *, on=None):
        made = statements.enter(
            self.case,
            actor=self.clerk,
            on=on or self.day,
            kind=kind,
            text=text,
            files=[make_scan()],
        )
        self.fresh()
        return made

    def announce(self, on=None):
        """听证通知书 of the hearing that is arranged, delivered on the day it is signed."""
        day = on or self.day
        words = hearings.words(self.fresh())
        paper = documents.draft_about(
            "case", self.case, hearings.HEARING_NOTICE, title="", actor=self.officer, on=day,
            fields={"party": str(self.firm), "cause": "丢失档案", **words},
        )  # fmt: skip
        own = ("self",) if self.firm.kind == Party.Kind.PERSON else ()
        return self.deliver(self.sign(paper, day), day, *own)

    def answer(self, statement, on=None, answer="not_adopted"):
        return statements.answer(
            statement,
            actor=self.officer,
            on=on or self.day,
            answer=answer,
            reexamination="复核了交接清单和询问笔录",
            reason="已按从轻档确定数额",
        )

    def terms_end(self):
        """The day after both terms have run out."""
        self.day = working_days_after(DELIVERED, 6)

    def hear(self):
        """A statement and its answer; both terms have run out afterwards."""
        if self.reach("hear"):
            self.answer(self.enter("statement"))
            self.terms_end()
        return self.case

    def submit_review(self):
        self.case = review.submit(self.case, actor=self.officer, on=self.day)
        return self.case

    def give_review(self, outcome="passed", actor=None):
        actor = actor or self.reviewer
        if not actor.review_qualifications.exists():
            qualify(actor)
        made = review.give(
            self.case,
            actor=actor,
            on=self.day,
            outcome=outcome,
            opinion="同意。",
            **ASPECTS,
        )
        self.fresh()
        return made

    def review(self):
        if self.reach("review"):
            self.submit_review()
            self.give_review()
        return self.case

    def draft_decision(self):
        return decision.draft(
            self.case, actor=self.officer, on=self.day, payment_account="指定银行示例支行"
        )

    def decide(self):
        if self.reach("decide"):
            self.paper = self.sign(self.draft_decision())
        return self.paper

    def serve(self):
        """The decision is delivered."""
        if self.reach("serve"):
            self.deliver(self.paper, self.day)
        return self.paper

    def close(self):
        """The officer proposes the closing with his report, the head approves it."""
        execution.propose_closing(self.fresh(), actor=self.officer, on=self.day, note=CLOSING)
        self.case = execution.close(self.fresh(), actor=self.head, on=self.day)
        return self.case
