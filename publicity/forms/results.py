"""The form of a 检查结果公示规则."""

from datetime import timedelta

from django import forms
from django.utils import timezone

from archives_enforcement.forms import ActForm
from publicity.models import ResultRule


def _tomorrow():
    return timezone.localdate() + timedelta(days=1)


class ResultRuleForm(ActForm):
    valid_from = forms.DateField(label="启用日期", initial=_tomorrow, help_text="最早为明天。")
    whom = forms.ChoiceField(
        label="公示哪些单位的检查结果",
        choices=ResultRule.Whom,
        widget=forms.RadioSelect,
        help_text="在其他平台公示的，请在来源里写明平台的名称和依据。",
    )
    certificates = forms.BooleanField(
        label="公示执法人员的证件编号",
        required=False,
        help_text="姓名不公示；各地做法不同，由本机关设定。",
    )
    months = forms.IntegerField(
        label="公示几个月",
        min_value=1,
        max_value=60,
        required=False,
        help_text="从反馈意见书的日期起算，到期自动停止公示；不填的长期公开。",
    )
    source = forms.CharField(
        label="来源", max_length=200, help_text="按哪个文件或者哪次会议的决定设定。"
    )
