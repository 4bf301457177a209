"""Forms of the administration for 地方规定的处罚条款."""

from django import forms
from django.utils import timezone

from archives_enforcement.forms import AdministrationForm
from archives_enforcement.legislation.models import Law, Mark
from penalties.models import Category, FineClause, LocalClause, Violation
from penalties.services import local_clauses

Level = Law.Level
LEVELS = [(row.value, row.label) for row in (Level.LOCAL_REGULATION, Level.LOCAL_RULE)]


class LocalClauseForm(AdministrationForm):
    """Where the clause stands, for which act and whom, and its range."""

    title = forms.CharField(label="法规规章名称", max_length=200)
    level = forms.ChoiceField(label="效力级别", choices=LEVELS)
    issuer = forms.CharField(label="制定机关", max_length=100)
    article = forms.IntegerField(label="条", min_value=1, max_value=9999)
    paragraph = forms.IntegerField(label="款", min_value=1, max_value=99, required=False)
    item = forms.IntegerField(label="项", min_value=1, max_value=99, required=False)
    effective_from = forms.DateField(label="施行日期")
    effective_to = forms.DateField(label="失效前最后一日", required=False)
    source = forms.CharField(label="来源", max_length=300, help_text="从哪里核对的文本")
    mark = forms.ChoiceField(label="核对程度", choices=Mark)
    violation = forms.ModelChoiceField(Violation.objects.all(), label="违法行为")
    specifies = forms.ModelChoiceField(
        FineClause.objects.filter(local=None).select_related("violation"),
        label="所细化的法律条款",
        required=False,
        help_text="法律对这一行为已经规定处罚的必选；没有规定的不选（行政处罚法第十二条第三款）。",
    )
    category = forms.ChoiceField(label="适用对象", choices=Category)
    offender = forms.CharField(label="违法主体", max_length=60)
    kinds = forms.MultipleChoiceField(
        label="处罚种类",
        choices=[(kind, kind) for kind in local_clauses.KINDS],
        widget=forms.CheckboxSelectMultiple,
    )
    minimum = forms.IntegerField(label="罚款下限（元）", min_value=0)
    maximum = forms.IntegerField(label="罚款上限（元）", min_value=1)

    class Meta:
        model = LocalClause
        fields = ("bureau",)

    def perform(self, data):
        return local_clauses.enter(actor=self.actor, on=timezone.localdate(), **data)


class WithdrawClauseForm(AdministrationForm):
    reason = forms.CharField(label="停用的原因", max_length=300)

    class Meta:
        model = LocalClause
        fields = ()

    def perform(self, data):
        return local_clauses.withdraw(
            self.instance, actor=self.actor, on=timezone.localdate(), reason=data["reason"]
        )
