"""The period of 数据交换."""

from datetime import date

from django import forms
from django.utils import timezone

from archives_enforcement.forms import PageForm
from reports.queries.exchange import Period
from reports.services.annual import EARLIEST

MOST_YEARS = 10


def fault(first: date, last: date) -> str:
    """Why the two days are no period; "" when they are one."""
    if first > last:
        return "开始日期不能晚于结束日期，请核对。"
    if last > timezone.localdate():
        return "结束日期不能晚于今天，以后的还没有发生。"
    if first.year < EARLIEST:
        return f"开始日期不能早于 {EARLIEST} 年。"
    if last.year - first.year >= MOST_YEARS:
        return f"一次最多导出 {MOST_YEARS} 个年度，请分几次导出。"
    return ""


class PeriodForm(PageForm):
    undone = "没有导出"

    first = forms.DateField(label="从")
    last = forms.DateField(label="到")
    form = forms.ChoiceField(
        label="格式",
        choices=[("json", "JSON（供系统读取）"), ("xlsx", "Excel（供人查看）")],
    )

    def clean(self):
        given = super().clean()
        days = [given[name] for name in ("first", "last") if given.get(name)]
        if len(days) == 2 and (why := fault(*days)):
            self.add_error("last", why)
        return given

    @property
    def period(self) -> Period:
        return Period(self.cleaned_data["first"], self.cleaned_data["last"])
