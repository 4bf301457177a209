"""Filter and forms of 过错责任."""

import django_filters
from crispy_forms.layout import Layout
from django import forms
from django.db.models import Q, TextField
from django.db.models.functions import Cast

from archives_enforcement import faults
from archives_enforcement.accounts.models import User
from archives_enforcement.forms import ActForm, EvidenceField, PageForm, Pair
from supervision import handlings
from supervision.forms.concerning import LINES, ConcerningForm
from supervision.models import FaultRecord
from supervision.queries import complaints
from supervision.queries import faults as queries

LONG = forms.Textarea(attrs={"rows": 5})
NO_BASIS = "（档案法律没有规定这项职权）"


def form_choices() -> list[tuple[int, str]]:
    return [
        (number, f"（{form.numeral}）{form.text}{'' if form.archives_basis else NO_BASIS}")
        for number, form in faults.FORMS.items()
    ]


class FaultFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(
        label="查找", method="like",
        widget=forms.TextInput(attrs={"placeholder": "人员、事实"}),
    )  # fmt: skip
    form_of = django_filters.ChoiceFilter(
        label="过错情形", choices=form_choices, method="cites", empty_label="全部情形"
    )
    origin = django_filters.ChoiceFilter(
        label="来源", choices=FaultRecord.Origin, empty_label="全部来源"
    )
    state = django_filters.ChoiceFilter(
        label="状态", choices=FaultRecord.State, empty_label="全部状态"
    )

    class Meta:
        model = FaultRecord
        form = PageForm
        fields = ["q", "form_of", "origin", "state"]

    def like(self, rows, name, text):
        text = text.strip()
        return rows.filter(Q(officer__name__icontains=text) | Q(facts__icontains=text))

    def cites(self, rows, name, number):
        """Those that cite this form, alone or among others; SQLite cannot look into a list."""
        rows = rows.alias(cited_as=Cast("forms", TextField()))
        return rows.filter(cited_as__regex=rf"(^|[^0-9]){int(number)}([^0-9]|$)")


class RegisterForm(ConcerningForm):
    officer = forms.ModelChoiceField(User.objects.none(), label="当事人员", empty_label="请选择")
    facts = forms.CharField(
        label="过错事实", widget=LONG, max_length=4000,
        help_text="什么时间、办理什么事、怎样做的、应当怎样做。告知以后当事人员看得到。",
    )  # fmt: skip
    uploads = EvidenceField(label="证据", required=False)
    forms = forms.TypedMultipleChoiceField(
        label="过错情形", coerce=int, choices=form_choices, widget=forms.CheckboxSelectMultiple,
        help_text="照责任清单的二十二种情形选，可以选几种。",
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        others = complaints.staff(self.actor.bureau).exclude(pk=self.actor.pk)
        self.fields["officer"].queryset = others
        self.helper.layout = Layout(
            "officer", "facts", "forms", Pair("case", "inspection"), "uploads",
            *(["on"] if "on" in self.fields else []),
        )  # fmt: skip


class AssignForm(ActForm):
    investigator = forms.ModelChoiceField(User.objects.none(), label="调查人", empty_label="请选择")

    def __init__(self, *args, record=None, **kwargs):
        super().__init__(*args, **kwargs)
        people = queries.investigators(self.actor.bureau)
        if record is not None:
            people = people.exclude(pk=record.officer_id)
        self.fields["investigator"].queryset = people


class StateForm(ActForm):
    text = forms.CharField(
        label="陈述和申辩", widget=LONG, max_length=4000,
        help_text="事实是否属实、当时的情况、不应当追究或者应当从轻的理由；没有意见的写“没有意见”。",
    )  # fmt: skip
    uploads = EvidenceField(label="材料", required=False)


class EnterStatementForm(StateForm):
    uploads = EvidenceField(label="签字的原件（扫描件）")


class ProposeForm(ActForm):
    findings = forms.CharField(label="查明的情况", widget=LONG, max_length=4000)
    harm = forms.CharField(
        label="危害后果或者不良影响", widget=LINES, max_length=1000, required=False,
        help_text="没有造成的不填，只能建议不予追究。",
    )  # fmt: skip
    opinion = forms.CharField(
        label="处理意见和对申辩的答复", widget=LINES, max_length=2000,
        help_text="申辩是否采纳、为什么。",
    )  # fmt: skip
    measures = forms.MultipleChoiceField(
        label="建议的处理方式", choices=handlings.CHOICES, required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="可以选几种；都不选的，即建议不予追究。标“建议”的超出本机关职权，向有权机关提出建议。",
    )  # fmt: skip
    uploads = EvidenceField(label="证据", required=False)


class DecideForm(ActForm):
    measures = forms.MultipleChoiceField(
        label="处理方式", choices=handlings.CHOICES, widget=forms.CheckboxSelectMultiple,
        help_text="标“建议”的超出本机关职权，决定以后向有权机关提出建议，等待答复。",
    )  # fmt: skip
    reasons = forms.CharField(label="决定的理由", widget=LINES, max_length=2000)


class ExemptForm(ActForm):
    ground = forms.ChoiceField(
        label="不予追究的情形", choices=FaultRecord.Ground, widget=forms.RadioSelect
    )
    reasons = forms.CharField(label="理由", widget=LINES, max_length=2000)


class SendForm(ActForm):
    competent = forms.CharField(label="送给哪个机关", max_length=100)
    number = forms.CharField(label="建议的文号", max_length=60)


class SettleForm(ActForm):
    result = forms.CharField(label="落实情况或者答复", widget=LINES, max_length=1000)
    uploads = EvidenceField(label="材料", required=False)


class ReferForm(ActForm):
    competent = forms.CharField(
        label="转给哪个机关", max_length=100, help_text="如：区纪委监委；区委办公室"
    )
    reasons = forms.CharField(label="转送的理由", widget=LINES, max_length=1000)
