"""Filter and forms of complaints about enforcement."""

import django_filters
from crispy_forms.layout import Layout
from django import forms
from django.utils import timezone

from archives_enforcement.accounts.models import User
from archives_enforcement.forms import ActForm, EvidenceField, PageForm, Pair
from supervision.forms.concerning import LINES, ConcerningForm
from supervision.models import Complaint
from supervision.queries import complaints as queries


class ComplaintFilter(django_filters.FilterSet):
    """Narrows the list by what was complained of, never by who complained."""

    q = django_filters.CharFilter(label="反映的内容", field_name="text", lookup_expr="icontains")
    kind = django_filters.ChoiceFilter(label="性质", choices=Complaint.Kind, empty_label="全部性质")
    state = django_filters.ChoiceFilter(
        label="状态", choices=Complaint.State, empty_label="全部状态"
    )

    class Meta:
        model = Complaint
        form = PageForm
        fields = ["q", "kind", "state"]


class RegisterForm(ConcerningForm):
    kind = forms.ChoiceField(label="性质", choices=Complaint.Kind, widget=forms.RadioSelect)
    source = forms.ChoiceField(label="来源", choices=Complaint.Source)
    received_on = forms.DateField(label="收到日期", initial=timezone.localdate)
    complainant = forms.CharField(
        label="反映人",
        max_length=100,
        required=False,
        help_text="匿名的不填。姓名和联系方式加密封存。",
    )
    contact = forms.CharField(label="联系方式", max_length=200, required=False)
    text = forms.CharField(
        label="反映的内容", widget=forms.Textarea(attrs={"rows": 5}), max_length=4000,
        help_text="什么时间、什么人、做了什么。",
    )  # fmt: skip
    against = forms.ModelMultipleChoiceField(
        User.objects.none(), label="被反映的人员", required=False,
        widget=forms.CheckboxSelectMultiple, help_text="被反映的人员看不到这件投诉。",
    )  # fmt: skip
    uploads = EvidenceField(label="材料", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        others = queries.staff(self.actor.bureau).exclude(pk=self.actor.pk)
        self.fields["against"].queryset = others
        self.helper.layout = Layout(
            "kind", Pair("source", "received_on"), Pair("complainant", "contact"), "text",
            "against", Pair("inspection", "case"), "uploads",
            *(["on"] if "on" in self.fields else []),
        )  # fmt: skip


class TakeForm(RegisterForm):
    """What came by the public page becomes a complaint; who sent it stays sealed with it."""

    def __init__(self, *args, tip, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("received_on", "complainant", "contact", "uploads"):
            del self.fields[name]
        self.fields["text"].initial = tip.text
        self.fields["kind"].initial = Complaint.Kind.REPORT
        self.fields["source"].initial = Complaint.Source.PERSON
        self.helper.layout = Layout(
            "kind", "source", "text", "against", Pair("inspection", "case"),
            *(["on"] if "on" in self.fields else []),
        )  # fmt: skip


class AssignForm(ActForm):
    investigator = forms.ModelChoiceField(User.objects.none(), label="调查人", empty_label="请选择")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["investigator"].queryset = queries.investigators(self.actor.bureau)


class FindForm(ActForm):
    outcome = forms.ChoiceField(label="结论", choices=Complaint.Outcome, widget=forms.RadioSelect)
    findings = forms.CharField(
        label="查明的情况", widget=forms.Textarea(attrs={"rows": 5}), max_length=4000
    )
    handling = forms.CharField(label="处理意见", widget=LINES, max_length=2000)
    uploads = EvidenceField(label="调查材料", required=False)

    def __init__(self, *args, complaint=None, **kwargs):
        super().__init__(*args, **kwargs)
        is_advice = complaint is not None and complaint.kind == Complaint.Kind.ADVICE
        self.fields["outcome"].choices = [
            row for row in Complaint.Outcome.choices if (row[0] in Complaint.OF_ADVICE) == is_advice
        ]


class AnswerForm(ActForm):
    way = forms.ChoiceField(label="答复方式", choices=Complaint.Way, widget=forms.RadioSelect)
    text = forms.CharField(label="答复的内容", widget=LINES, max_length=2000)

    def __init__(self, *args, complaint=None, **kwargs):
        super().__init__(*args, **kwargs)
        if complaint is None or complaint.tip_id is None:
            ways = [row for row in Complaint.Way.choices if row[0] != Complaint.Way.PAGE]
            self.fields["way"].choices = ways
        else:
            self.fields["text"].help_text = "持查询码的人会看到这段话。"


class ReferForm(ActForm):
    competent = forms.CharField(
        label="转给哪个机关", max_length=100, help_text="如：区纪委监委；市档案局"
    )
    text = forms.CharField(label="怎样告知反映人", widget=LINES, max_length=1000)
