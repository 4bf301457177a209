"""What records of supervision are about: a check or a case of the bureau."""

from django import forms

from archives_enforcement.forms import ActForm
from archives_enforcement.templatetags.formats import cn_date
from inspections.models import Inspection
from penalties.models import Case

LINES = forms.Textarea(attrs={"rows": 3})


class InspectionChoice(forms.ModelChoiceField):
    def label_from_instance(self, row):
        return f"{row.unit}　{cn_date(row.day)}　{row.get_kind_display()}"


class ConcerningForm(ActForm):
    """An act that may concern one check or case; both are the reader's own."""

    inspection = InspectionChoice(Inspection.objects.none(), label="涉及的检查", required=False)
    case = forms.ModelChoiceField(
        Case.objects.none(), label="涉及的案件", required=False, empty_label="没有"
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        checks = Inspection.objects.open_to(self.actor).exclude(inspected_on=None)
        self.fields["inspection"].queryset = checks.select_related("unit__party").order_by("-pk")
        self.fields["inspection"].empty_label = "没有"
        self.fields["case"].queryset = Case.objects.open_to(self.actor).order_by("-pk")
