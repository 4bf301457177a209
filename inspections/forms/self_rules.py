"""Forms of the settings of 年度自查: whom it binds, and the questions."""

from django import forms
from django.utils import timezone

from archives_enforcement.forms import ActForm
from archives_enforcement.legislation.models import Mark
from inspections.models.self_rules import BOUND_KINDS
from units.models import Listing

MARKS = (Mark.LOCAL, Mark.VERIFIED, Mark.SECONDARY)


class RuleForm(ActForm):
    """A rule of the bureau's own."""

    title = forms.CharField(label="名称", max_length=60)
    kinds = forms.MultipleChoiceField(
        label="报送义务人",
        choices=[(kind.value, kind.label) for kind in BOUND_KINDS],
        widget=forms.CheckboxSelectMultiple,
    )
    roll = forms.ChoiceField(
        label="限于名册", required=False, choices=[("", "不限"), *Listing.Roll.choices]
    )
    basis = forms.CharField(label="报送的依据", max_length=200)
    mark = forms.ChoiceField(label="性质", choices=[(mark.value, mark.label) for mark in MARKS])
    ceiling = forms.IntegerField(label="实地抽查不超过（%）", min_value=1, max_value=100)
    ceiling_basis = forms.CharField(label="抽查上限的依据", max_length=200)
    remind_before = forms.IntegerField(
        label="到期前几个工作日提醒", min_value=1, max_value=15, initial=15,
        help_text="没有报送的单位另在到期当日和逾期后各提醒一次。",
    )  # fmt: skip
    order_article = forms.ModelChoiceField(
        None, label="可以责令限期报送的地方性法规条文", required=False,
        empty_label="没有登记：只能催报",
        help_text="条例第四十五条没有规定责令。这里没有的，先请系统管理员在“条文”里登记。",
    )  # fmt: skip
    effective_from = forms.DateField(label="自何日起适用", initial=timezone.localdate)

    def __init__(self, *args, articles, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["order_article"].queryset = articles


class EndRuleForm(ActForm):
    last_day = forms.DateField(label="适用至", initial=timezone.localdate)
    note = forms.CharField(label="停用的原因", max_length=300)


class FormForm(ActForm):
    """A new version of the 自查表, one line a question."""

    name = forms.CharField(label="名称", max_length=100)
    source = forms.CharField(label="来源", max_length=200)
    effective_from = forms.DateField(label="启用日期", initial=timezone.localdate)
    lines = forms.CharField(
        label="问题", widget=forms.Textarea(attrs={"rows": 22}),
        help_text="每行一个问题：部分｜答法｜检查事项编号｜问题。编号与检查清单相同的，"
        "自查答复会和现场结果并排显示；没有对应事项的留空。",
    )  # fmt: skip
