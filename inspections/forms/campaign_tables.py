"""Forms of a part in a 专项检查（上级）: its units and its table."""

from django import forms

from archives_enforcement.forms import ActForm
from inspections.queries import campaigns as queries
from units.models import Unit


class CampaignUnitsForm(ActForm):
    """Many units at once; the page draws their boxes as a table."""

    units = forms.ModelMultipleChoiceField(Unit.objects.none(), label="被检查单位", required=False)
    every = forms.BooleanField(
        label="全部选定", required=False, help_text="名册上符合条件的单位全部选定，不用逐个勾选。"
    )

    def __init__(self, *args, part, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["units"].queryset = queries.selectable_units(part, self.actor)

    def clean(self):
        data = super().clean()
        if not data.get("units") and not data.get("every") and "units" not in self.errors:
            self.add_error("units", "还没有选择单位，请至少勾选一个单位，或者勾选“全部选定”。")
        return data

    @property
    def chosen(self):
        every = self.cleaned_data["every"]
        return self.fields["units"].queryset if every else self.cleaned_data["units"]

    @property
    def beside_units(self):
        return [field for field in self if field.name != "units"]


class TableForm(ActForm):
    """The words of a table: one field a question."""

    shortfall = forms.CharField(
        label="没有按要求选取单位的说明",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="单位已按要求选定的不用填。",
    )

    def __init__(self, *args, part, **kwargs):
        super().__init__(*args, **kwargs)
        self.questions = list(part.campaign.questions)
        for place, question in enumerate(self.questions):
            self.fields[f"answer_{place}"] = forms.CharField(
                label=question,
                required=False,
                max_length=5000,
                initial=part.answers.get(question, ""),
                widget=forms.Textarea(attrs={"rows": 5}),
            )
        self.fields["shortfall"].initial = part.shortfall
        self.order_fields([name for name in self.fields if name not in ("shortfall", "on")])

    @property
    def answers(self) -> dict[str, str]:
        return {
            question: self.cleaned_data[f"answer_{place}"]
            for place, question in enumerate(self.questions)
        }
