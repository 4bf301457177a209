"""Forms and filter of checks."""

from datetime import date

import django_filters
from crispy_forms.layout import Layout
from django import forms
from django.utils.functional import cached_property

from archives_enforcement.forms import ActForm, PageForm, Pair
from archives_enforcement.templatetags.formats import cn_date
from inspections.forms.checklists import offer_lists
from inspections.forms.filters import UnitSearch
from inspections.models import Checklist, Inspection
from inspections.queries import visits
from inspections.queries.planning import open_items
from inspections.queries.search import unit_like

MONTHS = [(number, f"{number} 月") for number in range(1, 13)]
OTHER = "other"  # none of the proposed half-days


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


class VisitForm(ActForm):
    """When, where and with which checklist; half-days are proposed, another day may be named."""

    slot = forms.ChoiceField(label="检查时间", widget=forms.RadioSelect)
    scheduled_on = forms.DateField(
        label="检查日期", required=False, help_text="从上面选了时段的不用填。"
    )
    session = forms.ChoiceField(
        label="时段",
        choices=Inspection.Session.choices,
        required=False,
        initial=Inspection.Session.AFTERNOON,
    )
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

    def __init__(self, *args, slots, unit, campaign=None, **kwargs):
        super().__init__(*args, **kwargs)
        if campaign is not None or not unit.party.is_enterprise:
            del self.fields["cap_exception"]
        self.slots = slots
        self.fields["slot"].choices = [
            *((slot.code, self.described(slot)) for slot in slots),
            (OTHER, "另选日期（填写下面的日期和时段）"),
        ]
        offer_lists(self.fields["checklist"], self.actor.bureau)
        if campaign is not None:
            self.follow(campaign)

    def follow(self, campaign):
        """A campaign from above settles the list, and is the reason of the visit."""
        lists = self.fields["checklist"]
        lists.queryset = Checklist.objects.filter(pk=campaign.checklist_id)
        lists.initial = campaign.checklist_id
        self.fields["reason"].initial = campaign.cited

    @cached_property
    def helper(self):
        """Day and half-day of another date stand side by side."""
        helper = super().helper
        names = [name for name in self.fields if name != "session"]
        helper.layout = Layout(
            *(Pair(name, "session") if name == "scheduled_on" else name for name in names)
        )
        return helper

    @staticmethod
    def described(slot) -> str:
        return "　".join(filter(None, (slot.when, str(slot.load), slot.note)))

    def clean(self):
        data = super().clean()
        slot = data.get("slot")
        if slot and slot != OTHER:
            day, data["session"] = slot.split(" ")
            self._check_one_day(data.get("scheduled_on"), day)
            data["scheduled_on"] = date.fromisoformat(day)
        elif slot == OTHER and not data.get("scheduled_on"):
            if "scheduled_on" not in self.errors:
                self.add_error("scheduled_on", "请填写检查日期，或者从上面选择一个时段。")
        elif slot == OTHER and not data.get("session"):
            self.add_error("session", "请选择上午或者下午。")
        return data

    def _check_one_day(self, typed: date | None, chosen: str):
        """A day typed beside a proposed one is not passed over in silence."""
        kept = str(self.initial.get("scheduled_on") or "")
        if typed and typed.isoformat() not in (chosen, kept):
            self.add_error(
                "scheduled_on",
                f"上面选了{cn_date(date.fromisoformat(chosen))}的时段，这里又填了{cn_date(typed)}。"
                "要按这里的日期检查，请在上面选“另选日期”；否则请清空这里。",
            )

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
