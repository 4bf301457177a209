"""The form of a proposal: which of its lines go on the plan."""

from django import forms

from archives_enforcement.forms import ActForm
from inspections.forms.planning import checklists_of_year
from inspections.models import Checklist, Plan


class ChosenLines(forms.MultipleChoiceField):
    """Codes of lines; whether they are still proposed the service says."""

    def valid_value(self, value):
        return True


class ProposalForm(ActForm):
    """The page draws the boxes of `lines` as a table."""

    lines = ChosenLines(
        label="检查", error_messages={"required": "还没有选择检查，请至少勾选一行。"}
    )
    checklist = forms.ModelChoiceField(Checklist.objects.none(), label="检查清单", empty_label=None)

    def __init__(self, *args, plan: Plan, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["checklist"].queryset = checklists_of_year(plan)

    @property
    def beside_lines(self):
        return [field for field in self if field.name != "lines"]
