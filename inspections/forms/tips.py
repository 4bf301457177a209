"""Forms of tips: the public one, and the one that asks how far a tip has come."""

import django_filters
from crispy_forms.layout import HTML, Div, Layout
from django import forms

from archives_enforcement.accounts.models import Bureau
from archives_enforcement.forms import EvidenceField, PageForm, Pair
from inspections.models import Tip
from inspections.services.tip_files import MOST, MOST_BYTES

UNKEPT = {"autocomplete": "off"}  # a shared computer proposes no name to the next person
LINES = forms.Textarea(attrs={"rows": 3})
MEGABYTES = MOST_BYTES // (1024 * 1024)
NOT_WHO = "不要写反映人的姓名、电话、单位等能看出是谁的话。"


class TipFilter(django_filters.FilterSet):
    """Narrows the list by what was told, never by who told it."""

    q = django_filters.CharFilter(label="反映的内容", method="like")
    about = django_filters.ChoiceFilter(label="事项", choices=Tip.About, empty_label="全部事项")
    source = django_filters.ChoiceFilter(label="来源", choices=Tip.Source, empty_label="全部来源")
    state = django_filters.ChoiceFilter(label="状态", choices=Tip.State, empty_label="全部状态")

    class Meta:
        model = Tip
        form = PageForm
        fields = ["q", "about", "source", "state"]

    def like(self, rows, name, text):
        return rows.filter(text__icontains=text) | rows.filter(concerning__icontains=text)


class ToldFields(PageForm):
    """What every tip tells, whoever types it."""

    concerning = forms.CharField(
        label="反映哪个单位、什么人", max_length=200,
        help_text="写单位全称；反映执法的，写执法人员或者哪次检查。",
    )  # fmt: skip
    happened = forms.CharField(label="什么时间", max_length=100, required=False)
    place = forms.CharField(label="什么地点", max_length=200, required=False)
    text = forms.CharField(
        label="反映的内容", max_length=4000, widget=forms.Textarea(attrs={"rows": 6}),
        help_text="什么人、做了什么、怎么知道的。",
    )  # fmt: skip
    name = forms.CharField(
        label="姓名", max_length=60, required=False, widget=forms.TextInput(attrs=UNKEPT)
    )
    contact = forms.CharField(
        label="联系方式",
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs=UNKEPT),
        help_text="电话、地址或者电子邮箱。",
    )


class BureauChoice(forms.ModelChoiceField):
    def label_from_instance(self, row):
        return row.name


class SendForm(ToldFields):
    """举报投诉 by anybody; a field that people do not see catches programs."""

    bureau = BureauChoice(Bureau.objects.none(), label="向哪个机关反映", empty_label="请选择")
    about = forms.ChoiceField(label="反映什么", choices=Tip.About, widget=forms.RadioSelect)
    uploads = EvidenceField(
        label="照片、材料", required=False, max_files=MOST,
        help_text=f"最多 {MOST} 个文件，一共不超过 {MEGABYTES} MB。没有留姓名的，照片里的拍摄地点、"
        "设备和时间会自动去掉；Word、PDF 等文件里可能带有作者姓名，请自己检查。",
    )  # fmt: skip
    homepage = forms.CharField(
        label="请不要填写这一栏", required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1"} | UNKEPT),
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        bureaux = Bureau.objects.order_by("path")
        self.fields["bureau"].queryset = bureaux
        if len(bureaux) == 1:
            self.fields["bureau"].initial = bureaux[0]
        self.fields[
            "name"
        ].help_text = "可以不留。留了的，只有登记答复和承办的人员写明理由后才看得到。"
        self.helper.layout = Layout(
            "bureau", "about", "concerning", Pair("happened", "place"), "text", "uploads",
            HTML('<h2 class="mt-4">您的联系方式（可以不留）</h2>'), Pair("name", "contact"),
            Div("homepage", css_class="visually-hidden", aria_hidden="true"),
        )  # fmt: skip

    @property
    def is_by_a_program(self) -> bool:
        return bool(self.cleaned_data.get("homepage"))


class AskForm(PageForm):
    """A query code; an empty one is answered like a wrong one."""

    code = forms.CharField(
        label="查询码", max_length=60, widget=forms.TextInput(attrs=UNKEPT),
        help_text="提交时给您的 16 位查询码，不分大小写，横线可以不输。",
    )  # fmt: skip
