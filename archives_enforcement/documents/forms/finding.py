"""The filter of the list of papers and of the register made of it."""

from functools import reduce
from operator import and_

import django_filters
from django import forms
from django.db.models import Q

from archives_enforcement.documents import kinds, numbering
from archives_enforcement.documents.models import Document
from archives_enforcement.forms import PageForm

SENT = [(state.value, state.label) for state in (Document.State.ISSUED, Document.State.VOID)]


class DocumentFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(
        label="单位、字号或标题",
        method="search",
        widget=forms.TextInput(attrs={"placeholder": "标题可以写几个词，用空格隔开"}),
    )
    kind = django_filters.ChoiceFilter(
        label="种类", choices=kinds.choices(), empty_label="全部种类"
    )
    state = django_filters.ChoiceFilter(
        label="状态", choices=Document.State.choices, empty_label="全部状态"
    )
    year = django_filters.NumberFilter(
        label="年度", field_name="year", min_value=1900, max_value=9999
    )
    since = django_filters.DateFilter(label="签发日期从", field_name="issued_on", lookup_expr="gte")
    until = django_filters.DateFilter(label="签发日期到", field_name="issued_on", lookup_expr="lte")

    class Meta:
        model = Document
        fields = ()
        form = PageForm

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.request.user.bureau_id:  # who receives papers sees none that stay in the house
            self.filters["kind"].extra["choices"] = kinds.choices(outward=True)
            self.filters["state"].extra["choices"] = SENT

    def search(self, rows, name, value):
        """Receiver, number, or every word in the title, in whatever order."""
        number = Q(number__icontains=numbering.normal(value))
        words = (Q(title__icontains=word) for word in value.split())
        return rows.filter(Q(party__name__icontains=value) | number | reduce(and_, words))
