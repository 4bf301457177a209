"""Forms of 历史检查."""

import django_filters
from django import forms

from archives_enforcement.forms import PageForm
from inspections.models import Inspection
from reports.models import PastCheck
from units import queries as units


class PastCheckFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(label="单位或者反馈意见书字号", method="search")
    year = django_filters.NumberFilter(
        label="年度", field_name="held_on__year", min_value=1900, max_value=9999
    )
    kind = django_filters.ChoiceFilter(
        label="检查类型", choices=Inspection.Kind.choices, empty_label="全部"
    )

    class Meta:
        model = PastCheck
        fields = ()

    def search(self, rows, name, value):
        found = units.matching(units.Unit.objects.all(), value).values("pk")
        return rows.filter(unit__in=found) | rows.filter(letter_number__icontains=value)


class VoidForm(PageForm):
    reason = forms.CharField(
        label="作废的原因", max_length=200, help_text="例如：日期抄错，改正后重新补录。"
    )
