"""The form of a 评分规则."""

from datetime import timedelta

from django import forms
from django.utils import timezone

from archives_enforcement.forms import ActForm


def _percent(label: str) -> forms.IntegerField:
    return forms.IntegerField(label=f"{label}（得分率不低于，%）", min_value=1, max_value=100)


def _points(level: str) -> forms.IntegerField:
    return forms.IntegerField(label=f"{level} 级事项分值", min_value=0, max_value=100)


def _tomorrow():
    return timezone.localdate() + timedelta(days=1)


class RuleForm(ActForm):
    valid_from = forms.DateField(
        label="启用日期", initial=_tomorrow, help_text="最早为明天；以前的检查不重新评分。"
    )
    excellent = _percent("优秀")
    good = _percent("良好")
    passing = _percent("合格")
    points_a = _points("A")
    points_b = _points("B")
    points_c = _points("C")
    capped_by_a = forms.BooleanField(label="有 A 级问题的，等级不高于合格", required=False)
    in_letter = forms.BooleanField(
        label="得分率和等级写入反馈意见书",
        required=False,
        help_text="不勾选的只供内部掌握，单位看不到。",
    )
    source = forms.CharField(
        label="来源", max_length=200, help_text="按哪个文件或者哪次会议的决定设定。"
    )
