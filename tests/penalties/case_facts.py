"""What a case of an 档案服务企业 is about: its days, words, people and clause."""

from datetime import date, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from archives_enforcement.accounts.models import Party
from archives_enforcement.workdays.calendar import load
from penalties.models import FineClause, ReviewQualification, Violation
from tests import factories

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
