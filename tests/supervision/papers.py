"""What tests of 执法监督 say and upload, and a notice brought to where it is asked for."""

from datetime import date, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from archives_enforcement.documents import services as documents
from archives_enforcement.documents.queries import documents_about
from archives_enforcement.workdays.calendar import load
from supervision.models import Ground, Issuer
from supervision.services import notices, reviews

ON = date(2026, 3, 2)  # a Monday after the regulation came into force


def later(days: int) -> date:
    return ON + timedelta(days=days)


def workdays_after(day: date, count: int) -> date:
    calendar = load()
    while count:
        day += timedelta(days=1)
        count -= calendar.is_workday(day)
    return day


def scan(name="文书.pdf"):
    return SimpleUploadedFile(name, b"%PDF-1.7 x")


def ground(code="procedure"):
    return Ground.objects.get(code=code)


def issuer(bureau, kind="own"):
    names = {"own": "本局法规科", "justice": "示例区司法局"}
    return Issuer.objects.get_or_create(
        bureau=bureau, name=names[kind], defaults={"kind": kind, "source": "执法监督制度"}
    )[0]


def content(**values) -> dict:
    return {
        "form": "supervision_notice",
        "receiver": "本局执法科",
        "ground": ground(),
        "inspection": None,
        "case": None,
        "facts": "现场笔录没有写明出示证件的情况。",
        "result": "self_correct",
        "competent": "",
        "requirement": "补正笔录。",
        "basis": "《中华人民共和国行政处罚法》第五十五条",
        "manner": "由原检查人员补正",
        "term": 15,
        "unit": "workday",
        **values,
    }


class Paper:
    """One notice and its people: the clerk writes it, the officer answers it."""

    def __init__(self, clerk, reviewer, head, officer):
        self.clerk, self.reviewer, self.head, self.officer = clerk, reviewer, head, officer
        self.notice = None

    def draft(self, on=ON, **values):
        self.notice = notices.draft(
            actor=self.clerk, on=on, issuer=issuer(self.clerk.bureau), **content(**values)
        )
        return self.notice

    def sign(self, on=ON, kind="supervision_notice"):
        paper = documents_about(self.notice, self.clerk).get(kind=kind)
        documents.submit_review(paper, actor=self.clerk, on=on)
        documents.pass_review(paper, actor=self.reviewer, on=on)
        return documents.sign(paper, actor=self.head, on=on)

    def fresh(self):
        self.notice = type(self.notice).objects.get(pk=self.notice.pk)
        return self.notice

    def open(self, on=ON, **values):
        self.draft(on=on, **values)
        self.sign(on=on)
        notices.receive(self.fresh(), actor=self.officer, on=on, received_by="执法科甲")
        return self.fresh()

    def report(self, on=ON, actor=None):
        notices.report(
            self.notice, actor=actor or self.officer, on=on, text="已经补正。", uploads=[scan()]
        )
        return self.fresh()

    def ask(self, on=ON):
        reviews.request(self.notice, actor=self.officer, on=on, reasons="笔录另有附页。")
        return self.fresh()

    def enter(self, on=ON, issued_on=ON, number="示司督〔2026〕1号", **values):
        self.notice = notices.enter(
            actor=self.clerk, on=on, issuer=issuer(self.clerk.bureau, "justice"), number=number,
            issued_on=issued_on, scan=[scan()], **content(**values),
        )  # fmt: skip
        return self.notice
