"""Forms of 专项检查（上级）: drafting one, and what is decided on it."""

from crispy_forms.layout import Layout
from django import forms
from django.utils.functional import cached_property

from archives_enforcement.accounts.models import Bureau
from archives_enforcement.forms import ActForm, ConfirmField, EvidenceField, Pair, ReasonForm
from inspections.forms.checklists import offer_lists
from inspections.models import Campaign, Checklist
from inspections.queries import campaigns as queries

PAIRS = (
    ("begins_on", "ends_on"), ("unit_kind", "unit_number"), ("reports_from", "due_on"),
)  # fmt: skip


QUESTIONS = ("主要做法和成效", "存在的主要问题", "意见建议")


class CampaignForm(ActForm):
    """What every campaign has, whoever holds it."""

    name = forms.CharField(
        label="名称", max_length=100, help_text="写明年度，如“2026年档案安全专项检查”。"
    )
    reference = forms.CharField(label="文号", max_length=60, help_text="部署这次检查的文件。")
    circular = forms.CharField(label="文件标题", max_length=200)
    begins_on = forms.DateField(label="检查开始日期")
    ends_on = forms.DateField(label="检查结束日期")
    checklist = forms.ModelChoiceField(
        Checklist.objects.none(), label="检查清单", empty_label=None,
        help_text="已采用的清单；参加机关的检查统一使用。",
    )  # fmt: skip
    selection = forms.ChoiceField(
        label="选取单位的办法", choices=Campaign.Selection, widget=forms.RadioSelect,
        initial=Campaign.Selection.NAMED,
    )  # fmt: skip
    unit_kind = forms.ChoiceField(
        label="单位性质", choices=[("", "不限"), *queries.KINDS], required=False
    )
    unit_number = forms.IntegerField(
        label="每个机关的单位数", min_value=1, max_value=500, required=False,
        help_text="选“每个机关检查规定的数量”时填写。",
    )  # fmt: skip
    reports_from = forms.DateField(label="报送开始日期")
    due_on = forms.DateField(label="报送截止日期")
    questions = forms.CharField(
        label="报送的文字内容",
        required=False,
        initial="\n".join(QUESTIONS),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="每行一项；检查单位、问题、整改、约谈、立案等数据由系统统计，不用列。",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        offer_lists(self.fields["checklist"], self.actor.bureau)

    @cached_property
    def helper(self):
        """First and last days stand side by side, and so do kind and number of units."""
        helper = super().helper
        seconds = {second for _, second in PAIRS}
        names = [name for name in self.fields if name not in seconds]
        beside = dict(PAIRS)
        helper.layout = Layout(
            *(Pair(name, beside[name]) if name in beside else name for name in names)
        )
        return helper

    def clean_questions(self) -> list[str]:
        return self.cleaned_data["questions"].splitlines()

    @property
    def words(self) -> dict:
        return {
            name: value
            for name, value in self.cleaned_data.items()
            if name not in ("on", "bureaus", "files")
        }


class IssuedCampaignForm(CampaignForm):
    """A campaign for the bureaux below."""

    bureaus = forms.ModelMultipleChoiceField(
        Bureau.objects.none(), label="参加机关", widget=forms.CheckboxSelectMultiple
    )
    field_order = ["name", "reference", "circular", "bureaus"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        below = queries.below(self.actor.bureau)
        self.fields["bureaus"].queryset = below
        self.fields["bureaus"].initial = [row.pk for row in below]


class EnteredCampaignForm(CampaignForm):
    """A campaign of a superior that is no user: the bureau enters it for itself."""

    superior = forms.CharField(
        label="部署机关", max_length=100, help_text="文件的发文机关，如“某某市档案局”。"
    )
    files = EvidenceField(
        label="上级文件扫描件", help_text="按它进行检查，也是企业检查不受频次上限的凭据。"
    )
    field_order = ["superior", "name", "reference", "circular", "files"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields[
            "questions"
        ].help_text = "按上级报送表的要求，每行一项；数据由系统统计，不用列。"


class EnteredEditForm(EnteredCampaignForm):
    """The scans that came with it stay; more may be added."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["files"].required = False
        self.fields["files"].help_text = "补充的扫描件；原有的保留。"


class IssueForm(ActForm):
    confirm = ConfirmField(label="已核对参加机关、清单、期间和报送内容")


class SendForm(ActForm):
    confirm = ConfirmField(label="已核对数据和文字内容")


class UrgeForm(ActForm):
    note = forms.CharField(
        label="附言", required=False, max_length=200, widget=forms.Textarea(attrs={"rows": 2})
    )


class ExtendForm(ReasonForm):
    due_on = forms.DateField(label="新的报送截止日期")
    field_order = ("due_on", "note")


class EndForm(ActForm):
    """Closing and withdrawing say how and why; both are final."""

    note = forms.CharField(label="说明", max_length=500, widget=forms.Textarea(attrs={"rows": 3}))
    confirm = ConfirmField(label="已核对以上后果")
