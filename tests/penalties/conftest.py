"""One case of an 档案服务企业, brought to any stage through the services alone."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile

from archives_enforcement.accounts.models import Party
from archives_enforcement.documents import services as documents
from archives_enforcement.workdays.calendar import load
from inspections.services import leads
from penalties import reference
from penalties.models import Factor, FineClause, Tier, Violation
from penalties.services import (
    decision,
    discretion,
    filing,
    investigation,
    notice,
    review,
    statements,
)
from tests import factories

RECEIVED = date(2024, 8, 12)
FILED = date(2024, 8, 15)
CORRECTION = "停止违法行为，追回或者以副本补全丢失的档案，健全档案交接制度"
FACTS = "2024年6月受托整理档案期间，丢失国有档案 8 件。\n其中永久档案 3 件，三十年档案 5 件。"
ASPECTS = {
    "competence": "主体适格，承办人员持证",
    "evidence": "事实清楚，证据充分",
    "discretion": "依据正确，裁量适当",
    "procedure": "已告知，已听取陈述申辩",
}


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        reference.load()


@pytest.fixture
def firm(bureau):
    return factories.make_party(
        bureau,
        "示例档案服务公司",
        Party.Kind.SERVICE_ENTERPRISE,
        credit_code="91120110MA00000000",
        legal_representative="法定代表人甲",
        address="示例路2号",
    )


def answering(username, party):
    """A contact of the party who may answer a notice."""
    user = factories.make_contact(username, party)
    user.user_permissions.add(Permission.objects.get(codename="answer_notice"))
    return user


@pytest.fixture
def firm_contact(firm):
    return answering("firm_contact", firm)


@pytest.fixture
def registrar(bureau):
    return factories.make_user("registrar", "clerk", "backfiller", bureau=bureau)


def clause_of(code="V01", clause="service_firm", category="service_firm"):
    return FineClause.objects.get(violation__code=code, code=clause, category=category)


class Walk:
    """Brings one case forward, a day of its own for each act."""

    def __init__(self, officer, second, head, reviewer, registrar, contact, firm):
        self.officer, self.second, self.head = officer, second, head
        self.reviewer, self.registrar, self.contact = reviewer, registrar, contact
        self.firm = firm
        self.case = None
        self.day = FILED

    def fresh(self):
        self.case.refresh_from_db()
        return self.case

    def lead(self, **values):
        facts = {
            "party": self.firm,
            "source": "tip",
            "text": "反映示例档案服务公司丢失档案。",
            "received_on": RECEIVED,
        }
        return leads.register(actor=self.registrar, on=RECEIVED, **{**facts, **values})

    def propose(self, lead=None, **values):
        clause = values.pop("clause", None) or clause_of()
        facts = {
            "violation": clause.violation,
            "clause": clause,
            "summary": "受托整理期间丢失国有档案。",
            "act_place": "示例区示例路",
            "in_jurisdiction": True,
            "act_ended_on": date(2024, 6, 20),
            "officers": [self.officer, self.second],
        }
        self.case = filing.propose(
            lead or self.lead(), actor=self.officer, on=FILED, **{**facts, **values}
        )
        return self.case

    def file(self):
        self.propose()
        self.case = filing.approve(self.case, actor=self.head, on=FILED)
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

    def investigate(self, results=("met", "met", "met")):
        self.file()
        self.day = date(2024, 9, 20)
        self.evidence()
        self.evidence(kind="party", title="询问笔录", certificates_shown=True)
        self.establish(results)
        self.case = investigation.end(
            self.case, actor=self.officer, on=self.day, report="事实清楚，建议处罚。"
        )
        return self.case

    def circumstance(self, text, *, tier="", criterion=0, factor="", **values):
        named = {}
        if tier:
            row = Tier.objects.get(code=tier)
            named = {"tier": row, "criterion": row.criteria[criterion]}
        if factor:
            named["factor"] = Factor.objects.get(code=factor)
        proof = {"evidence": list(self.case.evidence.filter(excluded_on=None)[:1])}
        return discretion.add_circumstance(
            self.case, actor=self.officer, on=self.day, text=text, **{**proof, **named, **values}
        )

    def weigh(self, fine=47_000):
        self.investigate()
        self.day = date(2024, 9, 27)
        self.circumstance("丢失永久档案 3 件、三十年档案 5 件", tier="T4", criterion=1)
        self.circumstance("次日主动报告，十日内追回 5 件，其余以副本补全", factor="L09")
        return self.fix(fine)

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

    def deliver(self, paper, on):
        """Entered from the receipt, so that it may lie in the past."""
        documents.record_delivery(
            paper.deliveries.get(),
            actor=self.registrar,
            on=on,
            method="direct",
            received_by="法定代表人甲",
        )
        return paper

    def notify(self, fine=47_000):
        self.weigh(fine)
        paper = self.deliver(self.sign(self.draft_notice()), date(2024, 9, 29))
        self.day = date(2024, 9, 30)
        return paper

    def enter(self, kind, text="请从轻处理。", *, on=None, scan):
        made = statements.enter(
            self.case, actor=self.registrar, on=on or self.day, kind=kind, text=text, files=[scan]
        )
        self.fresh()
        return made

    def answer(self, statement, on=None, answer="not_adopted"):
        return statements.answer(
            statement,
            actor=self.officer,
            on=on or self.day,
            answer=answer,
            reexamination="复核了交接清单和询问笔录",
            reason="已按从轻档确定数额",
        )

    def hear(self, scan):
        """Notice, a statement and its answer; both terms have run out afterwards."""
        self.notify()
        self.answer(self.enter("statement", scan=scan))
        self.day = working_days_after(date(2024, 9, 29), 6)
        return self.case

    def review(self, scan, outcome="passed"):
        self.hear(scan)
        review.submit(self.case, actor=self.officer, on=self.day)
        review.give(
            self.fresh(),
            actor=self.reviewer,
            on=self.day,
            outcome=outcome,
            opinion="同意。",
            **ASPECTS,
        )
        return self.fresh()

    def draft_decision(self):
        return decision.draft(
            self.case, actor=self.officer, on=self.day, payment_account="指定银行示例支行"
        )

    def decide(self, scan):
        self.review(scan)
        return self.sign(self.draft_decision())


def working_days_after(day, count):
    calendar = load()
    while count:
        day += timedelta(days=1)
        count -= calendar.is_workday(day)
    return day


@pytest.fixture
def walk(officer, second_officer, head, reviewer, registrar, firm_contact, firm):
    return Walk(officer, second_officer, head, reviewer, registrar, firm_contact, firm)


@pytest.fixture
def scan():
    """A small picture of a paper, as an upload."""
    return make_scan()


def make_scan():
    return SimpleUploadedFile("陈述.png", b"\x89PNG\r\n\x1a\n" + b"0" * 20)


def violation(code):
    return Violation.objects.get(code=code)
