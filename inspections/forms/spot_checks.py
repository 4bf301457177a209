"""Forms of 自查实地抽查."""

from django import forms

from inspections.forms.draws import AdoptForm, DrawForm
from inspections.models import SelfReport
from inspections.queries import self_answers


class ChooseForm(AdoptForm):
    """Units chosen by contradiction, and where they stand on the plan."""

    reports = forms.ModelMultipleChoiceField(
        SelfReport.objects.none(), label="选取的单位", widget=forms.CheckboxSelectMultiple
    )
    field_order = ["reports", "plan", "kind", "month", "checklist"]

    def __init__(self, *args, asked, **kwargs):
        super().__init__(*args, **kwargs)
        found = {row.report.pk: row for row in self_answers.candidates(asked)}
        field = self.fields["reports"]
        field.queryset = asked.reports.filter(pk__in=found, spot_pick=None).select_related(
            "unit__party"
        )
        field.label_from_instance = lambda report: (
            f"{report.unit}（{len(found[report.pk].contradictions)} 处矛盾，"
            f"{found[report.pk].weight} 分）"
        )


class SpotDrawForm(DrawForm):
    """A draw whose list is given: the units that have reported."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        del self.fields["kinds"]
