"""The pages on which a paper is drafted, and a reminder to be typed there."""

from django.urls import reverse

from tests.documents.conftest import ON

REMINDER = {
    "title": "关于报送档案工作情况的催报函",
    "unit": "示例单位",
    "matter": "2024年度档案工作情况",
    "was_due": "2024年9月30日",
    "reply_due": "收到本函之日起10日内",
    "on": ON,
}


def page(about, record, kind=""):
    if not kind:
        return reverse("documents:draft-pick", args=[about, record.pk])
    return reverse("documents:draft", args=[about, record.pk, kind])


def page_of_reminder(unit):
    return page("unit", unit, "report_reminder")
