"""Filter of cases, and the forms of leads and filing."""

import django_filters
from django import forms
from django.utils import timezone

from archives_enforcement.accounts.models import Party
from archives_enforcement.documents.models import Document
from archives_enforcement.forms import ActForm, PageForm, RecordingField, name_the_field
from inspections.models import Lead
from inspections.queries import teams
from penalties.fitness import QUESTIONS, Answer, Offer, questions
from penalties.models import Case, FineClause, Violation
from penalties.queries import cases, clauses, orders


class CaseFilter(django_filters.FilterSet):
    """Narrows the list of cases; the choice stays in the address."""

    q = django_filters.CharFilter(
        label="案件",
        method="like",
        widget=forms.TextInput(attrs={"placeholder": "当事人、首字母、案件名称、立案号、信用代码"}),
    )
    state = django_filters.ChoiceFilter(label="状态", choices=Case.State, empty_label="全部状态")
    year = django_filters.ChoiceFilter(label="立案年度", empty_label="全部年度")

    class Meta:
        model = Case
        form = PageForm
        fields = ["q", "state", "year"]

    def __init__(self, *args, request, **kwargs):
        super().__init__(*args, request=request, **kwargs)
        years = cases.years_of(request.user)
        self.filters["year"].extra["choices"] = [(year, f"{year} 年") for year in years]

    def like(self, rows, name, text):
        return rows.filter(cases.like(text))


class LeadFilter(django_filters.FilterSet):
    """Narrows the list of leads; the choice stays in the address."""

    q = django_filters.CharFilter(
        label="线索",
        method="like",
        widget=forms.TextInput(attrs={"placeholder": "当事人、首字母、信用代码、线索内容"}),
    )
    state = django_filters.ChoiceFilter(label="状态", choices=Lead.State, empty_label="全部状态")
    source = django_filters.ChoiceFilter(label="来源", choices=Lead.Source, empty_label="全部来源")
    year = django_filters.ChoiceFilter(
        label="收到年度", field_name="received_on__year", empty_label="全部年度"
    )

    class Meta:
        model = Lead
        form = PageForm
        fields = ["q", "state", "source", "year"]

    def __init__(self, *args, request, **kwargs):
        super().__init__(*args, request=request, **kwargs)
        years = cases.years_of_leads(request.user)
        self.filters["year"].extra["choices"] = [(year, f"{year} 年") for year in years]

    def like(self, rows, name, text):
        return rows.filter(cases.lead_like(text))


class LeadForm(ActForm):
    """What came in, about whom, and when."""

    party = forms.ModelChoiceField(
        Party.objects.none(),
        label="涉及的当事人",
        empty_label="请选择",
        help_text="没有列出的，先在“被检查单位”里登记。",
    )
    source = forms.ChoiceField(label="来源", choices=Lead.Source, widget=forms.RadioSelect)
    received_on = forms.DateField(
        label="收到日期",
        initial=timezone.localdate,
        help_text="追责期限（行政处罚法第三十六条）以这一天为发现之日。",
    )
    text = forms.CharField(
        label="线索内容",
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="写明时间、地点、人员和行为；举报人信息不要写在这里。",
    )
    files = RecordingField(label="材料", required=False, help_text=RecordingField.also)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["party"].queryset = cases.parties_of(self.actor)


class DeterminationForm(ActForm):
    """认定事实: the questions that this act by this party asks, and what shows the answers."""

    grounds = forms.CharField(
        label="查明的情况",
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="写明根据什么材料认定；会写入处理建议书、移送书。没有查明的选“尚未查明”。",
    )

    order_paper = forms.ModelChoiceField(
        Document.objects.none(), label="责令文书", required=False, empty_label="没有",
        help_text="只列出本机关已经送达当事人的；没有送达的不算责令，纸质的先补录。",
    )  # fmt: skip
    order_due_on = forms.DateField(
        label="责令的期限届满日期", required=False,
        help_text="系统已经计算期限的不用填；补录的纸质文书，照文书填写。",
    )  # fmt: skip

    def __init__(self, *args, lead: Lead, violation: Violation, known, **kwargs):
        super().__init__(*args, **kwargs)
        self.violation = violation
        same = known is not None and known.violation == violation
        self.fields["grounds"].initial = known.grounds if same else ""
        self.names = questions(violation.code, lead.party.kind)
        for name in self.names:
            asked = QUESTIONS[name]
            self.fields[name] = forms.ChoiceField(
                label=asked.label,
                choices=list(asked.answers.items()),
                initial=known.answers.get(name) if same else list(asked.answers)[-1],
                help_text=asked.help_text,
                widget=forms.RadioSelect,
            )
            name_the_field(self.fields[name])
        if "order" in self.names:
            self._ask_for_the_order(lead, known if same else None)
        else:
            del self.fields["order_paper"], self.fields["order_due_on"]
        self.order_fields([*self._in_order(), "grounds"])

    def _ask_for_the_order(self, lead: Lead, known) -> None:
        field = self.fields["order_paper"]
        field.queryset = orders.received(lead.party, lead.bureau)
        for name in ("order_paper", "order_due_on"):
            self.fields[name].initial = getattr(known, name, None)

    def _in_order(self) -> list[str]:
        """The paper of an order stands behind the question of it."""
        place = self.names.index("order") + 1 if "order" in self.names else 0
        papers = ["order_paper", "order_due_on"] if place else []
        return [*self.names[:place], *papers, *self.names[place:]]

    def clean(self):
        data = super().clean()
        answers = {name: data.pop(name) for name in self.names if name in data}
        return data | {"violation": self.violation, "answers": answers}


class FilingForm(ActForm):
    """提请立案: under a clause that the recorded facts open, and no other."""

    clause = forms.ModelChoiceField(
        FineClause.objects.none(),
        label="处罚依据",
        empty_label=None,
        widget=forms.RadioSelect,
        help_text="只列出认定的事实所适用的依据。",
    )
    summary = forms.CharField(label="案情摘要", widget=forms.Textarea(attrs={"rows": 4}))
    act_ended_on = forms.DateField(
        label="违法行为终了日期", help_text="行为连续或者继续的，填结束的日期。"
    )
    long_limitation = forms.ChoiceField(
        label="追责期限",
        choices=[
            ("", "两年"),
            *((it, f"五年：{it.label}，且有危害后果") for it in Case.LongLimitation),
        ],
        required=False,
        widget=forms.RadioSelect,
        help_text="行政处罚法第三十六条第一款；五年的两个条件缺一不可。",
    )
    harm = forms.CharField(
        label="危害后果",
        required=False,
        max_length=300,
        help_text="只在选择五年时填写：造成了什么危害，有什么证据。",
    )
    act_place = forms.CharField(label="违法行为发生地", max_length=200)
    in_jurisdiction = forms.BooleanField(
        label="发生地在本机关辖区（行政处罚法第二十二条）", required=False
    )
    officers = forms.ModelMultipleChoiceField(
        None,
        label="承办人员",
        widget=forms.CheckboxSelectMultiple,
        help_text="两名以上，当天持有效执法证件（行政处罚法第四十二条）。",
    )

    def __init__(self, *args, lead: Lead, opened: list[Offer], known, before=None, **kwargs):
        """`before` is the proposal that came back, to be put right."""
        super().__init__(*args, **kwargs)
        named = {row.clause.key: f"{row.articles}：{row.text}" for row in opened}
        field = self.fields["clause"]
        rows = FineClause.objects.filter(pk__in=named)
        field.queryset = rows.select_related("local__article__version")
        field.label_from_instance = lambda row: f"{named[row.pk]}{clauses.in_brackets(row)}"
        field.initial = next(iter(named)) if len(named) == 1 else None
        self.fields["harm"].goes_with_a_choice = True
        self.fields["officers"].queryset = teams.officers(lead.bureau)
        if known is not None:
            self.fields["summary"].initial = known.grounds
            self.fields["in_jurisdiction"].initial = known.facts.in_jurisdiction == Answer.YES
        for name in self.fields if before else ():
            if hasattr(before, name):
                self.fields[name].initial = getattr(before, name)
        if before is not None:
            chosen = before.officers.in_charge().values_list("user", flat=True)
            self.fields["officers"].initial = list(chosen)
