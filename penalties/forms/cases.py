"""Filter of cases, and the forms of leads and filing."""

import django_filters
from django import forms
from django.utils import timezone

from archives_enforcement.accounts.models import Party
from archives_enforcement.forms import ActForm, PageForm, RecordingField
from inspections.models import Lead
from inspections.queries import teams
from penalties.models import Case, FineClause, Violation
from penalties.queries import cases, catalogue


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


class FilingForm(ActForm):
    """提请立案: the act with its clause in one choice; acts without a fine may be chosen too."""

    offence = forms.ChoiceField(
        label="违法行为和处罚依据", help_text="法律没有规定罚款的行为也可以选，会说明应当怎么处理。"
    )
    summary = forms.CharField(label="案情摘要", widget=forms.Textarea(attrs={"rows": 4}))
    act_ended_on = forms.DateField(
        label="违法行为终了日期", help_text="行为连续或者继续的，填结束的日期。"
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

    def __init__(self, *args, lead: Lead, **kwargs):
        super().__init__(*args, **kwargs)
        self.violations = {row.pk: row for row in Violation.objects.prefetch_related("fines")}
        self.fields["offence"].choices = [("", "请选择"), *self._offences(lead.party)]
        self.fields["officers"].queryset = teams.officers(lead.bureau)

    def _offences(self, party):
        for row in self.violations.values():
            clauses = catalogue.clauses_for(row, party)
            for clause in clauses:
                yield f"{row.pk}-{clause.pk}", f"{row.title}（{clause.offender}）"
            if not clauses:
                yield f"{row.pk}-0", f"{row.title}（没有规定罚款）"

    def clean(self):
        data = super().clean()
        if offence := data.pop("offence", ""):
            violation, clause = offence.split("-")
            data["violation"] = self.violations[int(violation)]
            data["clause"] = FineClause.objects.filter(pk=clause).first()
        return data
