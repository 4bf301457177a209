"""Forms of 普法计划."""

from django import forms
from django.utils import timezone

from archives_enforcement.forms import ActForm
from publicity.models import Activity

LONG = forms.Textarea(attrs={"rows": 4})


class DraftForm(ActForm):
    year = forms.IntegerField(label="年度", min_value=2021, max_value=2100)
    goal = forms.CharField(
        label="目标和重点", widget=LONG, max_length=2000,
        help_text="“6·9”国际档案日、“12·4”国家宪法日自动列入，其他项目保存后逐个列入。",
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["year"].initial = timezone.localdate().year


class ItemForm(ActForm):
    kind = forms.ChoiceField(label="形式", choices=Activity.Kind.choices)
    title = forms.CharField(label="名称", max_length=200)
    planned_for = forms.DateField(label="计划日期")
    responsible = forms.CharField(label="责任机构或者岗位", max_length=100)


class DropForm(ActForm):
    reason = forms.CharField(label="没有开展的原因", widget=LONG, max_length=300)


class CloseForm(ActForm):
    result = forms.CharField(
        label="总结", widget=LONG, max_length=4000, help_text="完成情况、效果、不足和打算。"
    )
