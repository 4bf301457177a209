"""Filter and forms of 复议、诉讼、赔偿、调解."""

import django_filters
from crispy_forms.layout import Layout
from django import forms
from django.db.models import Q
from django.utils import timezone

from archives_enforcement.documents.models import Document
from archives_enforcement.forms import ActForm, EvidenceField, PageForm, Pair
from supervision.forms.concerning import LINES, ConcerningForm
from supervision.models import Remedy


class RemedyFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(
        label="查找", method="like",
        widget=forms.TextInput(attrs={"placeholder": "申请人、机关、案号、请求"}),
    )  # fmt: skip
    kind = django_filters.ChoiceFilter(label="种类", choices=Remedy.Kind, empty_label="全部种类")
    state = django_filters.ChoiceFilter(label="状态", choices=Remedy.State, empty_label="全部状态")
    outcome = django_filters.ChoiceFilter(
        label="结果", choices=Remedy.Outcome, empty_label="全部结果"
    )

    class Meta:
        model = Remedy
        form = PageForm
        fields = ["q", "kind", "state", "outcome"]

    def like(self, rows, name, text):
        condition = Q(pk__in=[])
        for each in ("applicant", "body", "number", "claims", "decision_number"):
            condition |= Q(**{f"{each}__icontains": text.strip()})
        return rows.filter(condition)


class PaperChoice(forms.ModelChoiceField):
    def label_from_instance(self, row):
        return f"{row.number}　{row.title}"


class RegisterForm(ConcerningForm):
    kind = forms.ChoiceField(label="种类", choices=Remedy.Kind, widget=forms.RadioSelect)
    simple = forms.BooleanField(
        label="行政复议适用简易程序", required=False, help_text="答复期限由10日改为5日（工作日）。"
    )
    applicant = forms.CharField(label="申请人（原告、当事人）", max_length=100)
    body = forms.CharField(
        label="办理机关", max_length=100, help_text="行政复议机关、人民法院、赔偿或者调解机关。"
    )
    number = forms.CharField(label="案号", max_length=60, required=False)
    received_on = forms.DateField(
        label="收到日期", initial=timezone.localdate, help_text="收到申请书、起诉状副本的日期。"
    )
    claims = forms.CharField(label="请求", widget=LINES, max_length=2000)
    paper = PaperChoice(
        Document.objects.none(), label="涉及的文书", required=False, empty_label="没有"
    )
    uploads = EvidenceField(label="收到的材料", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        papers = Document.objects.open_to(self.actor).exclude(number=None).filter(outward=True)
        self.fields["paper"].queryset = papers.order_by("-pk")
        self.helper.layout = Layout(
            "kind", "simple", "applicant", Pair("body", "number"), "received_on", "claims",
            "paper", Pair("case", "inspection"), "uploads",
            *(["on"] if "on" in self.fields else []),
        )  # fmt: skip


class AnswerForm(ActForm):
    uploads = EvidenceField(label="提交的材料或者回执", required=False)


class ConcludeForm(ActForm):
    outcome = forms.ChoiceField(label="结果", choices=(), widget=forms.RadioSelect)
    decision = forms.CharField(label="结果的内容", widget=LINES, max_length=2000)
    decision_number = forms.CharField(label="文书号", max_length=60, required=False)
    amount = forms.IntegerField(label="金额（元）", min_value=1, required=False)
    uploads = EvidenceField(label="结果文书", required=False)

    def __init__(self, *args, remedy=None, **kwargs):
        super().__init__(*args, **kwargs)
        allowed = Remedy.OUTCOMES[remedy.kind] if remedy else Remedy.Outcome
        self.fields["outcome"].choices = [(row.value, row.label) for row in allowed]
        if remedy and remedy.kind not in (Remedy.Kind.COMPENSATION, Remedy.Kind.MEDIATION):
            del self.fields["amount"]
