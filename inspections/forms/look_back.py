"""Filter of those who deserve 回头看, and the form of arranging one."""

import django_filters
from django import forms

from archives_enforcement.forms import ActForm
from inspections.forms.filters import UnitSearch
from inspections.models import Inspection
from inspections.queries import look_back


class CandidateFilter(UnitSearch):
    """Narrows the list of candidates."""

    arranged = django_filters.ChoiceFilter(
        label="回头看",
        choices=[("no", "还没有安排"), ("yes", "已安排")],
        empty_label="全部",
        method="by_arrangement",
    )

    class Meta(UnitSearch.Meta):
        model = Inspection
        fields = ["q", "arranged"]

    def by_arrangement(self, rows, name, choice):
        under_way = rows.filter(look_backs__state__in=look_back.UNDERWAY).values("pk")
        return rows.filter(pk__in=under_way) if choice == "yes" else rows.exclude(pk__in=under_way)


class LookBackForm(ActForm):
    scheduled_on = forms.DateField(label="回头看日期")
    session = forms.ChoiceField(
        label="时段",
        choices=Inspection.Session,
        widget=forms.RadioSelect,
        initial=Inspection.Session.AFTERNOON,
    )
    unannounced = forms.CharField(
        label="不预先通知的理由",
        max_length=200,
        required=False,
        help_text="发检查通知书的不用填；不发的必须写明，如防止临时补造材料。",
    )
