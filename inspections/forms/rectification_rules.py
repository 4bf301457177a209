"""The form of a 整改规则."""

from datetime import timedelta

from django import forms
from django.utils import timezone

from archives_enforcement.forms import ActForm


def _tomorrow():
    return timezone.localdate() + timedelta(days=1)


def _days(label: str, help_text: str = "") -> forms.IntegerField:
    return forms.IntegerField(
        label=f"{label}，几个工作日",
        required=False,
        min_value=1,
        max_value=120,
        help_text=help_text,
    )


class RectificationRuleForm(ActForm):
    valid_from = forms.DateField(label="启用日期", initial=_tomorrow, help_text="最早为明天。")
    remind_before = forms.IntegerField(
        label="到期前几个工作日提醒",
        min_value=1,
        max_value=15,
        help_text="到期当天、逾期后的第一个工作日另各提醒一次。",
    )
    days_a = _days(
        "限期整改（A）的问题",
        "不填的按期限规则“整改报告”（D-I08）的长度；责令整改的安全隐患按责令改正期限。",
    )
    days_b = _days("应当整改（B）的问题")
    days_c = _days("改进建议（C、工作要求）的回复")
    talk_first = forms.BooleanField(label="函询以前应当约谈", required=False)
    inquiry_first = forms.BooleanField(label="工作通报以前应当函询", required=False)
    circular_first = forms.BooleanField(
        label="转为线索以前应当工作通报",
        required=False,
        help_text="不勾选的，可以跳过这一步。安全隐患的责令整改不受先后限制。",
    )
    source = forms.CharField(
        label="来源", max_length=200, help_text="按哪个文件或者哪次会议的决定设定。"
    )
