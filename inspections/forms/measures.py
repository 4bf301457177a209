"""Forms of 紧急处置: the order by word of mouth, the reports, their receipts."""

from django import forms
from django.utils import timezone

from archives_enforcement.forms import ActForm

LONG = forms.Textarea(attrs={"rows": 3})
RECEIVERS = {  # to whom a danger is reported: field → what the body is
    "superior": "上级档案主管部门", "internet": "同级网信部门", "government": "本级人民政府",
    "other": "其他部门",
}  # fmt: skip
FULL_NAME = "写机关的全称，就是文书的主送机关；不报送的留空。"


class OralOrderForm(ActForm):
    at = forms.TimeField(label="责令时间", initial=lambda: timezone.localtime().strftime("%H:%M"))
    danger = forms.CharField(label="险情", max_length=1000, widget=LONG)
    measures = forms.CharField(
        label="当场责令采取的措施",
        max_length=1000,
        widget=LONG,
        help_text="写清楚立即做什么；不能使用停产停业等行政处罚的名称。",
    )
    told_to = forms.CharField(
        label="接受责令的人员", max_length=100, help_text="单位在场人员的姓名和职务。"
    )


class ReportForm(ActForm):
    superior, internet, government, other = (
        forms.CharField(label=label, required=False, max_length=100, help_text=FULL_NAME)
        for label in RECEIVERS.values()
    )
    matter = forms.CharField(label="报告事项", max_length=100)
    facts = forms.CharField(label="有关情况", max_length=2000, widget=LONG)
    measures = forms.CharField(label="已采取的措施", max_length=2000, widget=LONG)
    request = forms.CharField(label="请求或者建议", max_length=1000, widget=LONG)

    @property
    def said(self) -> dict:
        names = ("matter", "facts", "measures", "request")
        data = self.cleaned_data
        receivers = [data[name] for name in RECEIVERS]
        return {"receivers": receivers} | {name: data[name] for name in names}


class ReceiptForm(ActForm):
    received_on = forms.DateField(label="收悉日期", initial=timezone.localdate)
    received_by = forms.CharField(label="接收人（部门）", max_length=100)
    number = forms.CharField(label="对方收文号", required=False, max_length=60)
