"""What the filters of lists about units share."""

import django_filters
from django import forms

from archives_enforcement.forms import PageForm
from inspections.queries.search import unit_like


class UnitSearch(django_filters.FilterSet):
    """Finds rows by their unit; the choice stays in the address."""

    to_unit = "unit__"  # the lookup path from a row to its unit

    q = django_filters.CharFilter(
        label="单位",
        method="like",
        widget=forms.TextInput(attrs={"placeholder": "名称、首字母、信用代码"}),
    )

    class Meta:
        form = PageForm

    def like(self, rows, name, text):
        return rows.filter(unit_like(text, self.to_unit))
