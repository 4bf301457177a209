"""Forms of 培训."""

from django import forms
from django.utils import timezone

from archives_enforcement.accounts.models import User
from archives_enforcement.forms import ActForm
from publicity.models import Training
from publicity.queries import training as queries
from units.models import Unit

LONG = forms.Textarea(attrs={"rows": 4})
HOURS = {"label": "学时", "max_digits": 4, "decimal_places": 1, "min_value": 0.5, "initial": 2}


class PlanForm(ActForm):
    kind = forms.ChoiceField(label="种类", choices=Training.Kind.choices)
    title = forms.CharField(label="名称", max_length=200)
    planned_for = forms.DateField(label="计划日期")
    hours = forms.DecimalField(**HOURS)
    place = forms.CharField(label="地点", max_length=200, required=False)


class HoldForm(ActForm):
    """When it was held and who came: staff are ticked, people of units written line by line."""

    held_on = forms.DateField(label="开展日期", initial=timezone.localdate)
    hours = forms.DecimalField(**HOURS)
    place = forms.CharField(label="地点", max_length=200, required=False)
    staff = forms.ModelMultipleChoiceField(
        label="参加的本机关人员",
        queryset=User.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    unit_people = forms.CharField(
        label="参加的单位人员",
        required=False,
        widget=LONG,
        help_text="一行一人，先写单位全称，再写姓名，中间用逗号或者空格隔开。",
    )
    findings = forms.ModelMultipleChoiceField(
        label="针对的问题",
        queryset=queries.Finding.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="检查发现、还没有销号的问题。",
    )
    result = forms.CharField(label="内容和效果", widget=LONG)

    def __init__(self, *args, actor, training: Training, **kwargs):
        super().__init__(*args, actor=actor, **kwargs)
        self.units = Unit.objects.visible_to(actor).select_related("party")
        self.fields["staff"].queryset = User.objects.filter(
            bureau=actor.bureau_id, is_active=True
        ).order_by("name")
        if training.for_units:
            self.fields["findings"].queryset = queries.problems_to_teach(actor)
            self.fields["findings"].label_from_instance = lambda row: (
                f"{row.inspection.unit}　{row.text[:60]}"
            )
        else:
            del self.fields["findings"], self.fields["unit_people"]

    def clean_unit_people(self) -> list[tuple[Unit, str]]:
        """(unit, name) of each line; every line that cannot be read is named."""
        text = self.cleaned_data["unit_people"]
        found, wrong = [], []
        for number, line in enumerate(filter(str.strip, text.splitlines()), start=1):
            unit, _, name = line.replace("，", " ").replace(",", " ").strip().partition(" ")
            row = self.units.filter(party__name=unit).first()
            if row is None or not name.strip():
                wrong.append(f"第 {number} 行“{line.strip()}”")
            else:
                found.append((row, name.strip()))
        if wrong:
            raise forms.ValidationError(
                f"{'、'.join(wrong)}没有认出单位和姓名，请按“单位全称 姓名”填写。"
            )
        return found


class CancelForm(ActForm):
    reason = forms.CharField(label="取消的原因", max_length=300, widget=LONG)
