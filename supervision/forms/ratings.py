"""Form of 检查评价."""

from django import forms

from archives_enforcement.forms import PageForm
from supervision.models.ratings import QUESTIONS
from supervision.rating_guards import LONGEST

MARKS = ((5, "5 很好"), (4, "4 较好"), (3, "3 一般"), (2, "2 较差"), (1, "1 很差"))


class RatingForm(PageForm):
    """Five marks and what else the unit wants to say; nothing of it is kept before it is sent."""

    text = forms.CharField(
        label="还想说的", max_length=LONGEST, required=False,
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"}),
        help_text="可以不填。原话会给上级监督人员看，不要写单位、人员、日期等能看出是哪次检查的话。",
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for asked in QUESTIONS:
            self.fields[asked.field] = forms.TypedChoiceField(
                label=asked.label, choices=MARKS, coerce=int, widget=forms.RadioSelect,
                error_messages={"required": f"“{asked.label}”请选 1 到 5 分。"},
            )  # fmt: skip
        self.order_fields([*(asked.field for asked in QUESTIONS), "text"])
