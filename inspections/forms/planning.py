"""Forms of annual plans."""

from datetime import date

from django import forms
from django.utils import timezone

from archives_enforcement.forms import ActForm, ConfirmField
from inspections.models import Campaign, Checklist, PlanItem
from inspections.queries import campaigns, plan_units
from units.models import Unit

MONTHS = [(number, f"{number} 月") for number in range(1, 13)]
YEARS_AROUND = 5  # a plan is written for a year near the present one


class PlanTextForm(ActForm):
    """The words of a plan."""

    title = forms.CharField(label="名称", max_length=100)
    purpose = forms.CharField(
        label="检查目的和依据", required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    method = forms.CharField(
        label="检查方式",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="如听取汇报、查阅资料、现场核查；与其他部门联合检查的一并写明。",
    )


class PlanForm(PlanTextForm):
    """A new plan: the words and the year."""

    year = forms.IntegerField(label="年度")
    field_order = ["year", "title", "purpose", "method", "on"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        this_year = timezone.localdate().year
        self.fields["year"].initial = this_year
        self.fields["title"].initial = f"{this_year}年度档案行政执法检查计划"

    def clean_year(self):
        year, now = self.cleaned_data["year"], timezone.localdate().year
        if abs(year - now) > YEARS_AROUND:
            raise forms.ValidationError(f"年度应当在 {now - YEARS_AROUND} 到 {now + 1} 年之间。")
        return year


class PlanItemsForm(ActForm):
    """Many units at once; the page draws the boxes of `units` as a table."""

    units = forms.ModelMultipleChoiceField(Unit.objects.none(), label="被检查单位", required=False)
    group = forms.ChoiceField(
        label="按组列入",
        required=False,
        help_text="选了组，这一组在册的单位全部列入，不用逐个勾选。",
    )
    kind = forms.ChoiceField(
        label="检查类型",
        choices=PlanItem._meta.get_field("kind").choices,
        widget=forms.RadioSelect,
        initial="daily",
    )
    month = forms.TypedChoiceField(label="计划月份", choices=MONTHS, coerce=int)
    method = forms.ChoiceField(
        label="检查方式", choices=PlanItem.Method, initial=PlanItem.Method.ON_SITE
    )
    checklist = forms.ModelChoiceField(Checklist.objects.none(), label="检查清单", empty_label=None)
    campaign = forms.ModelChoiceField(
        Campaign.objects.none(),
        label="专项检查（上级）",
        required=False,
        empty_label="不属于上级部署的专项检查",
        help_text="选了的，类型和清单按上级的部署；不勾选单位的，列入已为它选定的全部单位。",
    )

    def __init__(self, *args, plan, **kwargs):
        super().__init__(*args, **kwargs)
        self.groups = {group.code: group for group in plan_units.groups_of(self.actor)}
        labels = [(code, group.label) for code, group in self.groups.items()]
        self.fields["group"].choices = [("", "不按组"), *labels]
        self.fields["units"].queryset = plan_units.selectable_units(self.actor, plan)
        self.fields["checklist"].queryset = checklists_of_year(plan)
        running = campaigns.running_for(plan.bureau).filter(begins_on__year=plan.year)
        self.fields["campaign"].queryset = running
        if not running.exists():
            del self.fields["campaign"]

    def clean(self):
        data = super().clean()
        named = data.get("units") or data.get("group") or data.get("campaign")
        if not named and "units" not in self.errors:
            self.add_error("units", "还没有选择单位，请至少勾选一个单位，或者选一个组。")
        return data

    @property
    def chosen(self) -> dict:
        """The units that go on the plan, and the group they were chosen by in words."""
        if group := self.groups.get(self.cleaned_data["group"]):
            units = plan_units.units_of(self.actor, group) | self.cleaned_data["units"]
            return {"units": units, "group": group.label}
        return {"units": self.cleaned_data["units"] or self._taken(), "group": ""}

    def _taken(self):
        """The units taken for the campaign, when none is ticked."""
        campaign = self.cleaned_data.get("campaign")
        rows = Unit.objects.visible_to(self.actor)
        return rows.filter(campaign_units__participant__campaign=campaign) if campaign else []

    @property
    def how(self) -> dict:
        """How they are checked; a campaign from above settles kind and list."""
        names = ("kind", "month", "checklist", "method")
        found = {name: self.cleaned_data[name] for name in names}
        if campaign := self.cleaned_data.get("campaign"):
            found |= {"kind": "special", "checklist": campaign.checklist, "campaign": campaign}
        return found

    @property
    def beside_units(self):
        """The fields that stand beside the table of units."""
        return [field for field in self if field.name != "units"]


def checklists_of_year(plan):
    """Checklists in force on some day of the plan's year, the newest first."""
    first, last = date(plan.year, 1, 1), date(plan.year, 12, 31)
    return Checklist.objects.in_force(plan.bureau, first, last)


class PlanCheckForm(ActForm):
    """What the reviewer says of a plan."""

    opinion = forms.CharField(
        label="审核意见",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="检查事项有没有依据、对企业的检查有没有超过频次上限、各项安排是否合法。",
    )


class PlanCloseForm(ActForm):
    """The reason for each item that was not carried out, and the year in a few words."""

    summary = forms.CharField(
        label="总结",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="计划执行的总体情况、经验和下一年的打算。",
    )
    confirm = ConfirmField(label="已核对各项目的完成情况和没有完成的原因")

    def __init__(self, *args, items, **kwargs):
        super().__init__(*args, **kwargs)
        for item in items:
            self.fields[f"deviation_{item.pk}"] = forms.CharField(
                label=f"{item.unit}（{item.month} 月）没有完成的原因",
                max_length=200,
                initial=item.deviation,
                error_messages={"required": f"请写明{item.unit}没有完成的原因。"},
            )
        self.order_fields([name for name in self.fields if name not in ("summary", "on")])

    @property
    def deviations(self) -> dict[int, str]:
        """Reasons by the key of the item."""
        return {
            int(name.removeprefix("deviation_")): text
            for name, text in self.cleaned_data.items()
            if name.startswith("deviation_")
        }
