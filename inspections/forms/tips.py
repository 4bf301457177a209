"""Forms of tips: the public one, the register, and what a person decides."""

import django_filters
from crispy_forms.layout import HTML, Div, Layout
from django import forms
from django.utils import timezone

from archives_enforcement.accounts.models import Bureau, Party
from archives_enforcement.forms import ActForm, EvidenceField, PageForm, Pair, RecordingField
from inspections.models import Tip
from inspections.queries import teams
from inspections.queries import tips as queries
from inspections.queries.tips import as_lead_text
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


class RegisterForm(ActForm, ToldFields):
    """What came by telephone, in person, in writing or from another body."""

    about = forms.ChoiceField(
        label="反映什么", choices=Tip.BY_OTHERS, widget=forms.RadioSelect, initial=Tip.About.UNIT
    )
    source = forms.ChoiceField(label="来源", choices=Tip.BY_STAFF)
    received_on = forms.DateField(label="收到日期", initial=timezone.localdate)
    body = forms.CharField(
        label="移送（交办）机关、媒体名称", max_length=100, required=False,
        help_text="部门移送、上级交办、媒体反映的填写。",
    )  # fmt: skip
    uploads = RecordingField(label="材料", required=False, help_text=RecordingField.also)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["concerning"].help_text = "写单位全称。"
        self.fields["text"].help_text = f"什么时间、什么人、做了什么；{NOT_WHO}"
        self.fields["name"].help_text = "匿名的不填。姓名和联系方式加密封存，只填在这里。"
        self.helper.layout = Layout(
            "about", Pair("source", "received_on"), "body", "concerning",
            Pair("happened", "place"), "text", Pair("name", "contact"), "uploads",
            *(["on"] if "on" in self.fields else []),
        )  # fmt: skip


class TipForm(ActForm):
    """A decision on one tip."""

    def __init__(self, *args, tip: Tip, **kwargs):
        self.tip = tip
        super().__init__(*args, **kwargs)


class AcceptForm(TipForm):
    party = forms.ModelChoiceField(
        Party.objects.none(), label="涉及的当事人", empty_label="请选择",
        help_text="没有列出的，先在“被检查单位”里登记。",
    )  # fmt: skip
    handler = forms.ModelChoiceField(teams.officers(None), label="承办人", empty_label="请选择")
    text = forms.CharField(
        label="写入线索的内容", max_length=4000, widget=forms.Textarea(attrs={"rows": 6}),
        help_text=f"本机关办案的人员都看得到，{NOT_WHO}",
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        parties = Party.objects.visible_to(self.actor).order_by("name")
        self.fields["party"].queryset = parties
        self.fields["party"].initial = parties.filter(name=self.tip.concerning.strip()).first()
        self.fields["handler"].queryset = teams.officers(self.actor.bureau)
        self.fields["text"].initial = as_lead_text(self.tip)


class ToldForm(TipForm):
    """What the reporter is told, and how."""

    answer = forms.CharField(
        label="告知反映人的内容", max_length=2000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text="持查询码的人会看到这段话，不要写别人的隐私和案情的细节。",
    )  # fmt: skip
    way = forms.ChoiceField(label="告知方式", widget=forms.RadioSelect)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["way"].choices = [
            row for row in Tip.Way.choices if queries.why_not_told(self.tip, row[0]) is None
        ]


class RefuseForm(ToldForm):
    reason = forms.CharField(label="不予受理的理由", max_length=500, widget=LINES)

    field_order = ["reason"]


class PassOnForm(ToldForm):
    passed_to = forms.CharField(label="移送到", max_length=100, help_text="如：市档案局；区保密局")
    reason = forms.CharField(label="移送的理由", max_length=500, widget=LINES)

    field_order = ["passed_to", "reason"]


class TipChoice(forms.ModelChoiceField):
    def label_from_instance(self, row):
        return f"{row}　{row.concerning}：{row.text[:40]}"


class MergeForm(TipForm):
    into = TipChoice(
        Tip.objects.none(), label="并入", empty_label="请选择",
        help_text="是不是同一件事由您判断；反映人凭各自的查询码看到同一答复。",
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        others = Tip.objects.visible_to(self.actor).filter(about=self.tip.about)
        others = others.exclude(pk=self.tip.pk).exclude(state=Tip.State.MERGED)
        self.fields["into"].queryset = others.order_by("-received_on", "-pk")
        alike = queries.candidates(self.tip, self.actor)
        self.fields["into"].initial = alike[0].tip if alike else None


class RevealForm(PageForm):
    """Why somebody has to know who reported."""

    reason = forms.CharField(
        label="为什么要查看反映人", max_length=300, widget=LINES,
        help_text="会记入全过程记录，不要写反映人的姓名和联系方式。",
    )  # fmt: skip
