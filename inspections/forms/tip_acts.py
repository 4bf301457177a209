"""Forms of tips for staff: the register, and what a person decides."""

from crispy_forms.layout import Layout
from django import forms
from django.utils import timezone

from archives_enforcement.accounts.models import Party
from archives_enforcement.forms import ActForm, PageForm, Pair, RecordingField
from inspections.forms.tips import LINES, NOT_WHO, ToldFields
from inspections.models import Tip
from inspections.queries import teams
from inspections.queries import tips as queries
from inspections.queries.tips import as_lead_text


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
