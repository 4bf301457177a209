"""Forms and filter of checks."""

import django_filters
from django import forms

from archives_enforcement.forms import PageForm
from inspections.forms.checklists import offer_lists
from inspections.forms.filters import UnitSearch
from inspections.forms.half_days import HalfDayForm
from inspections.models import Checklist, Inspection
from inspections.queries import visits
from inspections.queries.planning import open_items
from inspections.queries.search import unit_like

MONTHS = [(number, f"{number} 月") for number in range(1, 13)]


class InspectionFilter(UnitSearch):
    """Narrows the list of checks."""

    state = django_filters.ChoiceFilter(
        label="状态", choices=Inspection.State, empty_label="全部状态"
    )
    kind = django_filters.ChoiceFilter(
        label="检查类型", choices=Inspection.Kind, empty_label="全部类型"
    )
    year = django_filters.ChoiceFilter(
        label="年度", field_name="on_day__year", empty_label="全部年度"
    )
    month = django_filters.ChoiceFilter(
        label="月份", field_name="on_day__month", choices=MONTHS, empty_label="全部月份"
    )

    class Meta(UnitSearch.Meta):
        model = Inspection
        fields = ["q", "state", "kind", "year", "month"]

    def __init__(self, *args, request, **kwargs):
        super().__init__(*args, request=request, **kwargs)
        years = visits.years_of(request.user)
        self.filters["year"].extra["choices"] = [(year, f"{year} 年") for year in years]


class VisitForm(HalfDayForm):
    """When, where and with which checklist."""

    place = forms.CharField(
        label="地点", max_length=200, required=False, help_text="不填时用单位登记的地址。"
    )
    checklist = forms.ModelChoiceField(Checklist.objects.none(), label="检查清单", empty_label=None)
    reason = forms.CharField(
        label="检查事由",
        max_length=200,
        required=False,
        help_text="个案检查必填：写明投诉举报、移送或者数据异常等情况。",
    )
    cap_exception = forms.ChoiceField(
        label="不受频次上限限制的情形",
        choices=[("", "没有这些情形"), *Inspection.CapException.choices],
        required=False,
        help_text="企业本年度检查次数达到上限时选择，并在上面写明事由。"
        "依据：国办发〔2024〕54号（据转载材料核对）。",
    )
    unannounced = forms.CharField(
        label="不预先通知的理由",
        max_length=200,
        required=False,
        help_text="发检查通知书的不用填；不发的必须写明，如防止临时补造材料。",
    )
    VALUES = (
        "scheduled_on", "session", "place", "checklist", "reason", "cap_exception", "unannounced",
    )  # fmt: skip

    def __init__(self, *args, unit, campaign=None, **kwargs):
        super().__init__(*args, **kwargs)
        if campaign is not None or not unit.party.is_enterprise:
            del self.fields["cap_exception"]
        offer_lists(self.fields["checklist"], self.actor.bureau)
        if campaign is not None:
            self.follow(campaign)

    def follow(self, campaign):
        """A campaign from above settles the list, and is the reason of the visit."""
        lists = self.fields["checklist"]
        lists.queryset = Checklist.objects.filter(pk=campaign.checklist_id)
        lists.initial = campaign.checklist_id
        self.fields["reason"].initial = campaign.cited

    @property
    def values(self) -> dict:
        """What the service takes."""
        return {name: self.cleaned_data[name] for name in self.VALUES if name in self.fields}


class NewVisitForm(VisitForm):
    """A check outside the plan, or one item of it: then the kind is already settled."""

    kind = forms.ChoiceField(
        label="检查类型",
        choices=[
            choice for choice in Inspection.Kind.choices if choice[0] != Inspection.Kind.LOOK_BACK
        ],
        widget=forms.RadioSelect,
    )
    field_order = ["kind", "slot"]
    VALUES = ("kind", *VisitForm.VALUES)

    def __init__(self, *args, plan_item=None, **kwargs):
        super().__init__(*args, **kwargs)
        if plan_item is not None:
            self.settle(plan_item.kind)

    def settle(self, kind: str):
        label = dict(Inspection.Kind.choices)[kind]
        self.fields["kind"].choices = [(kind, label)]
        self.fields["kind"].initial = kind

    def follow(self, campaign):
        super().follow(campaign)
        self.settle(Inspection.Kind.SPECIAL)


class PlannedFilter(PageForm):
    """The search box of the page where a unit is chosen."""

    q = forms.CharField(
        label="单位",
        required=False,
        widget=forms.TextInput(attrs={"placeholder": "名称、首字母、信用代码"}),
    )

    def items(self, user):
        """Plan items that wait to be arranged, narrowed by what was typed."""
        return open_items(user).filter(unit_like(self.text, "unit__"))

    @property
    def text(self) -> str:
        return self.cleaned_data.get("q", "") if self.is_valid() else ""
