"""Forms of 覆盖规则 and of the usual half-days."""

from crispy_forms.layout import Layout
from django import forms
from django.utils.functional import cached_property

from archives_enforcement.forms import ActForm, Pair, ReasonForm
from archives_enforcement.legislation.models import Mark
from inspections.models import CoverageRule, UsualTime
from inspections.services.coverage import STATED


def _number(name: str, most: int) -> forms.IntegerField:
    label = CoverageRule._meta.get_field(name).verbose_name
    return forms.IntegerField(label=label, required=False, min_value=1, max_value=most)


def _basis(mark: Mark) -> str:
    return mark.label if mark == Mark.LOCAL else f"法律政策规定（{mark.label}）"


class RuleForm(ActForm):
    """One rule: what it asks of whom, from when on and why."""

    title = forms.CharField(label="名称", max_length=40)
    population = forms.ChoiceField(label="范围", choices=CoverageRule.POPULATIONS)
    kind = forms.ChoiceField(
        label="计入的检查", choices=CoverageRule.Kind, widget=forms.RadioSelect, initial="any"
    )
    min_share = _number("min_share", 100)
    max_share = _number("max_share", 100)
    unit_min = _number("unit_min", 12)
    unit_max = _number("unit_max", 12)
    mark = forms.ChoiceField(
        label="性质",
        choices=[(mark, _basis(mark)) for mark in CoverageRule.MARKS],
        widget=forms.RadioSelect,
        help_text="不是法律、法规、规章或者规范性文件规定的，选“地方做法”。",
    )
    source = forms.CharField(
        label="依据", max_length=200, help_text="文件名称和文号；地方做法写明是哪个机关的做法。"
    )
    effective_from = forms.DateField(label="自何日起适用")

    @cached_property
    def helper(self):
        helper = super().helper
        pairs = {"min_share": "max_share", "unit_min": "unit_max"}
        helper.layout = Layout(
            *(
                Pair(name, pairs[name]) if name in pairs else name
                for name in self.fields
                if name not in pairs.values()
            )
        )
        return helper

    @property
    def stated(self) -> dict:
        """What the services take."""
        return {name: self.cleaned_data[name] for name in STATED}


class RuleEndForm(ReasonForm):
    last_day = forms.DateField(label="适用至", help_text="从次日起不再适用。")
    field_order = ["last_day", "note"]


class UsualTimeForm(ActForm):
    STATED = ("half_days", "effective_from", "source")

    half_days = forms.MultipleChoiceField(
        label="固定的半天", choices=UsualTime.HALF_DAYS, widget=forms.CheckboxSelectMultiple
    )
    effective_from = forms.DateField(label="自何日起适用")
    source = forms.CharField(
        label="依据", max_length=200, help_text="如本机关的工作制度、会议纪要的名称和日期。"
    )
