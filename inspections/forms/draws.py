"""Forms of 随机抽取."""

from django import forms
from django.utils import timezone

from archives_enforcement.accounts.models import Party, User
from archives_enforcement.forms import ActForm, ConfirmField, ReasonForm
from inspections.forms.checklists import offer_lists
from inspections.forms.planning import MONTHS
from inspections.models import Checklist, Plan, PlanItem
from inspections.queries import draw_lists
from inspections.services import draws as services
from units.models import Unit


class DrawForm(ActForm):
    """What is laid down before the 公示."""

    title = forms.CharField(label="名称", max_length=100)
    kinds = forms.MultipleChoiceField(
        label="单位性质",
        choices=Party.Kind,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="不勾选的，全部在册单位都列入名单。",
    )
    unit_count = forms.IntegerField(label="抽取单位数", min_value=1, max_value=1000)
    officer_count = forms.IntegerField(
        label="每个单位的执法人员数", min_value=2, max_value=20, initial=2
    )
    source = forms.CharField(
        label="公布的数的来源",
        max_length=200,
        help_text="现在还没有产生、谁也不能决定的数，如“中国福利彩票双色球第2026137期开奖号码，"
        "红球从小到大、再加蓝球，每个号码写两位”。写清是哪一期、按什么顺序写。",
    )
    announced_at = forms.DateTimeField(
        label="公布的数的公布时间", help_text="至少在公示的次日，便于任何人事先抄下摘要。"
    )
    place = forms.CharField(label="抽取地点", max_length=100)
    witness_name = forms.CharField(
        label="监督人姓名", max_length=60, help_text="不能是经办人，也不能是名单中的执法人员。"
    )
    witness_post = forms.CharField(label="监督人单位和职务", max_length=100)


class ExclusionForm(ActForm):
    """One unit or one officer, and why."""

    unit = forms.ModelChoiceField(
        Unit.objects.none(), label="单位", required=False, empty_label="不选单位"
    )
    officer = forms.ModelChoiceField(
        User.objects.none(),
        label="执法人员",
        required=False,
        empty_label="不选执法人员",
        help_text="单位和执法人员选其中一个。",
    )
    reason = forms.CharField(
        label="原因", max_length=100, help_text="随规则一并公示，如“档案库房正在搬迁”“请假”。"
    )

    def __init__(self, *args, draw, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = draw_lists.selectable_units(draw)
        self.fields["officer"].queryset = draw_lists.selectable_officers(draw)

    def clean(self):
        data = super().clean()
        if not self.errors and bool(data["unit"]) == bool(data["officer"]):
            raise forms.ValidationError("请选择一个单位，或者一名执法人员，只选其中一个。")
        return data


class TodayForm(ActForm):
    """An act that everybody sees at once: it has no other date than today."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields.pop("on", None)


class DrawPublishForm(TodayForm):
    confirm = ConfirmField(label="名单、规则、公布的数的来源已经核对无误")


class ContributionForm(TodayForm):
    contribution = forms.CharField(
        label="监督人给出的内容",
        max_length=services.MOST,
        help_text="监督人当场自己写的一行数字或者文字；登记后立即公开，不能更改。",
    )
    confirm = ConfirmField(label="已请监督人核对，与其写下的一字不差")


class NumberForm(TodayForm):
    number = forms.CharField(
        label="公布的数",
        max_length=services.MOST,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        help_text=f"只写数字，至少 {services.LEAST_DIGITS} 位，按公示写明的顺序连着写，"
        "不写空格、逗号和小数点。",
    )
    confirm = ConfirmField(label="已由监督人与公布的结果核对")


class AdoptForm(ActForm):
    """On which plan the drawn units go."""

    plan = forms.ModelChoiceField(Plan.objects.none(), label="列入的计划", empty_label=None)
    kind = forms.ChoiceField(
        label="检查类型",
        choices=PlanItem._meta.get_field("kind").choices,
        widget=forms.RadioSelect,
        initial="daily",
    )
    month = forms.TypedChoiceField(label="计划月份", choices=MONTHS, coerce=int)
    checklist = forms.ModelChoiceField(Checklist.objects.none(), label="检查清单", empty_label=None)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        plans = Plan.objects.open_to(self.actor).filter(state__in=services.OPEN_PLANS)
        self.fields["plan"].queryset = plans = plans.order_by("-year")
        self.fields["month"].initial = _first_month(plans.first())
        if not plans:
            self.fields["plan"].help_text = "还没有可以列入的年度计划，请先在“年度计划”里编制。"
        offer_lists(self.fields["checklist"], self.actor.bureau)


def _first_month(plan: Plan | None) -> int:
    """The month to begin with: the present one, January only of a plan for a year to come."""
    today = timezone.localdate()
    return 1 if plan and plan.year > today.year else today.month


class RedrawForm(TodayForm, ReasonForm):
    """Why the draw is done anew, for everybody to read."""
