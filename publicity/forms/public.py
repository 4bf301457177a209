"""What anyone may look for among the things that bureaux publish before and beside their acts.

The choices say no more than what is public.
"""

import django_filters
from django import forms

from archives_enforcement.accounts.models import Bureau
from archives_enforcement.forms import PageForm
from inspections.models import Draw, ListPublication, Plan
from inspections.queries.draws import public_draws
from penalties.models import Benchmark
from publicity.queries import before, checklists, plans


def _search(hint: str) -> django_filters.CharFilter:
    box = forms.TextInput(attrs={"placeholder": hint})
    return django_filters.CharFilter(label="查找", method="like", widget=box)


def _bureau(published) -> django_filters.ModelChoiceFilter:
    """The bureaux that have published something of the kind."""
    return django_filters.ModelChoiceFilter(
        label="机关",
        queryset=lambda request: Bureau.objects.filter(
            pk__in=published().order_by().values("bureau")
        ),
        empty_label="全部机关",
    )


class Titled(django_filters.FilterSet):
    """Found by its title."""

    def like(self, rows, name, text):
        return rows.filter(title__icontains=text)


class PlanFilter(Titled):
    q = _search("计划名称")
    year = django_filters.NumberFilter(label="年度", min_value=1900, max_value=9999)
    bureau = _bureau(plans.public_plans)

    class Meta:
        model = Plan
        form = PageForm
        fields = ["q", "year", "bureau"]


class ChecklistFilter(django_filters.FilterSet):
    q = _search("清单名称、检查内容、依据")
    bureau = _bureau(checklists.public_checklists)

    class Meta:
        model = ListPublication
        form = PageForm
        fields = ["q", "bureau"]

    def like(self, rows, name, text):
        """Lists whose name holds the text, and lists with an item that does."""
        found = checklists.holding(text)
        return rows.filter(checklist__in=found)


class BenchmarkFilter(Titled):
    q = _search("基准名称")
    bureau = _bureau(before.public_benchmarks)

    class Meta:
        model = Benchmark
        form = PageForm
        fields = ["q", "bureau"]


class DrawFilter(Titled):
    q = _search("抽取名称")
    bureau = _bureau(public_draws)

    class Meta:
        model = Draw
        form = PageForm
        fields = ["q", "bureau"]
