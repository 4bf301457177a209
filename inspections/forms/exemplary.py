"""Filter and forms of 整改优秀典型."""

import django_filters
from django import forms

from archives_enforcement.forms import ActForm
from inspections.forms.filters import UnitSearch
from inspections.models import Exemplary


class ExemplaryFilter(UnitSearch):
    """Narrows the list of nominations."""

    to_unit = "inspection__unit__"

    state = django_filters.ChoiceFilter(
        label="状态", choices=Exemplary.State, empty_label="全部状态"
    )

    class Meta(UnitSearch.Meta):
        model = Exemplary
        fields = ["q", "state"]


class NominateForm(ActForm):
    reason = forms.CharField(
        label="推荐理由",
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="改了什么、效果怎样、有什么做法可以推广。",
    )


class DecideForm(ActForm):
    note = forms.CharField(
        label="决定意见", required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )
