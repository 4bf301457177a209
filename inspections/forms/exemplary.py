"""Filter and forms of 整改优秀典型."""

import django_filters
from django import forms

from archives_enforcement.forms import ActForm, EvidenceField
from inspections.forms.filters import UnitSearch
from inspections.models import Exemplary, Finding
from inspections.queries.exemplary import evidenced


class ExemplaryFilter(UnitSearch):
    """Narrows the list of nominations."""

    to_unit = "inspection__unit__"

    state = django_filters.ChoiceFilter(
        label="状态", choices=Exemplary.State, empty_label="全部状态"
    )

    class Meta(UnitSearch.Meta):
        model = Exemplary
        fields = ["q", "state"]


class CaseChoiceField(forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, row):
        return f"第 {row.position} 项　{row.text}"


class NominateForm(ActForm):
    """Why, and which problems show it; the unit is asked about these and no others."""

    findings = CaseChoiceField(
        Finding.objects.none(),
        label="作为案例的问题",
        help_text="只列出有经复核认可的整改前后照片的问题；单位同意以后，公开的只是这几项。",
        error_messages={"required": "请至少选择一个问题作为案例。"},
    )
    reason = forms.CharField(
        label="推荐理由",
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="改了什么、效果怎样、有什么做法可以推广。",
    )

    def __init__(self, *args, inspection, **kwargs):
        super().__init__(*args, **kwargs)
        keys = [case.finding.pk for case in evidenced(inspection)]
        rows = Finding.objects.filter(pk__in=keys).order_by("position")
        self.fields["findings"].queryset = self.fields["findings"].initial = rows


class DecideForm(ActForm):
    note = forms.CharField(
        label="决定意见", required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )


AGREES = [("yes", "同意公开"), ("no", "不同意公开")]
NAMES = [("full", "写单位名称"), ("hidden", "不写单位名称")]


class ConsentForm(ActForm):
    """The answer of the unit: whether, and under which name."""

    agrees = forms.ChoiceField(label="是否同意公开", choices=AGREES, widget=forms.RadioSelect)
    name = forms.ChoiceField(
        label="公开时", choices=NAMES, widget=forms.RadioSelect, initial="full", required=False
    )
    reason = forms.CharField(
        label="不同意的原因",
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="不同意的请写明，不影响整改结果。",
    )

    @property
    def said(self) -> dict:
        data = self.cleaned_data
        return {
            "agrees": data["agrees"] == "yes",
            "show_name": data["name"] != "hidden",
            "reason": data["reason"],
        }


class WithdrawForm(ActForm):
    reason = forms.CharField(
        label="撤回同意的原因", max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )

    @property
    def said(self) -> dict:
        return {"reason": self.cleaned_data["reason"]}


class OnPaper(forms.Form):
    """代录: the scan of what the unit wrote."""

    files = EvidenceField(
        label="单位书面意见的扫描件或照片",
        error_messages={"required": "请选择单位书面意见的扫描件或照片。"},
    )


class EnterConsentForm(ConsentForm, OnPaper):
    pass


class EnterWithdrawalForm(WithdrawForm, OnPaper):
    pass
