"""Forms of 年度自查: what the bureau arranges."""

from django import forms
from django.utils import timezone

from archives_enforcement.forms import ActForm, ConfirmField, TickAllInput
from inspections.models import ReportRule, SelfForm, SelfReport
from inspections.queries import self_inspection as queries
from inspections.services.self_inspection import WORDS
from inspections.services.self_urging import MOST
from units.models import Unit

ROWS = {"rows": 3}


class SelfInspectionForm(ActForm):
    """What is asked, of whom, by which form."""

    report_year = forms.IntegerField(
        label="报告年度",
        min_value=2020,
        max_value=2100,
        help_text="报告哪一年的档案工作情况。报送期限在下一年，由期限规则 D-I11 定。",
    )
    rule = forms.ModelChoiceField(ReportRule.objects.none(), label="报送规则", empty_label=None)
    form = forms.ModelChoiceField(SelfForm.objects.none(), label="自查表", empty_label=None)
    requirements = forms.CharField(
        label="报送要求", required=False, max_length=1000, widget=forms.Textarea(attrs=ROWS),
        help_text="单位能看到。",
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        today, bureau = timezone.localdate(), self.actor.bureau
        self.fields["rule"].queryset = ReportRule.objects.in_force(bureau, today)
        self.fields["form"].queryset = SelfForm.objects.in_force(bureau, today)

    @property
    def words(self) -> dict:
        return {name: self.cleaned_data[name] for name in WORDS}


class OpenForm(ActForm):
    confirm = ConfirmField(label="已核对报送范围、自查表和期限")


class IncludeForm(ActForm):
    units = forms.ModelMultipleChoiceField(
        Unit.objects.none(), label="单位", widget=forms.CheckboxSelectMultiple
    )
    reason = forms.CharField(label="列入的理由", max_length=200)

    def __init__(self, *args, asked, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["units"].queryset = queries.addable_units(asked).select_related("party")


class CloseForm(ActForm):
    note = forms.CharField(
        label="汇总意见", max_length=1000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text="写进《自查审核汇总表》。",
    )  # fmt: skip
    confirm = ConfirmField(label="已核对报送和审核的情况")


class RemindForm(ActForm):
    reports = forms.ModelMultipleChoiceField(
        SelfReport.objects.none(), label="催报的单位", widget=TickAllInput,
        help_text=f"没有催报过的已经勾选，一次最多 {MOST} 个。",
    )  # fmt: skip
    reply_due = forms.DateField(label="补报期限")

    def __init__(self, *args, asked, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["reports"]
        field.queryset = queries.missing(asked, timezone.localdate())
        field.label_from_instance = lambda report: str(report.unit)
        never = field.queryset.filter(urges=None).values_list("pk", flat=True)
        field.initial = list(never[:MOST])
