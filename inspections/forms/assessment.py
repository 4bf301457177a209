"""Forms of 年度考核."""

from django import forms
from django.utils import timezone

from archives_enforcement.forms import ActForm, ConfirmField, EvidenceField, TickAllInput
from inspections.models import Appeal, AssessmentResult, SafetyEvaluation

AREA = {"rows": 3}


class RuleForm(ActForm):
    """Points of the parts, together a hundred."""

    checks = forms.IntegerField(label="检查（分）", min_value=0, max_value=100, initial=40)
    rectification = forms.IntegerField(label="整改（分）", min_value=0, max_value=100, initial=20)
    look_back = forms.IntegerField(
        label="回头看（分）", min_value=0, max_value=100, initial=10,
        help_text="回头看的结果从这里计入考核，建议 10 分；填 0 的不单独计分。",
    )  # fmt: skip
    self_report = forms.IntegerField(label="自查报送（分）", min_value=0, max_value=100, initial=20)
    safety = forms.IntegerField(label="安全评价（分）", min_value=0, max_value=100, initial=10)
    late_share = forms.IntegerField(
        label="逾期办到的计（%）", min_value=0, max_value=100, initial=50,
        help_text="逾期改好的问题、逾期报送的自查报告计多少。",
    )  # fmt: skip
    partly_share = forms.IntegerField(
        label="回头看部分整改的计（%）", min_value=0, max_value=100, initial=50,
        help_text="已整改的计全部，未整改的计 0。",
    )  # fmt: skip
    excellent = forms.IntegerField(label="优秀（分以上）", min_value=1, max_value=100, initial=90)
    good = forms.IntegerField(label="良好（分以上）", min_value=1, max_value=100, initial=80)
    passing = forms.IntegerField(label="合格（分以上）", min_value=1, max_value=100, initial=60)
    valid_from = forms.DateField(label="启用日期", initial=timezone.localdate)
    source = forms.CharField(
        label="来源", max_length=200, help_text="本机关的考核办法；罚款和处罚数量不得计入。"
    )


class PrepareForm(ActForm):
    year = forms.IntegerField(label="考核年度", min_value=2020, max_value=2100)


class EvaluateForm(ActForm):
    year = forms.IntegerField(label="年度", min_value=2020, max_value=2100)
    evaluator = forms.ChoiceField(
        label="评价主体", choices=SafetyEvaluation.Evaluator, widget=forms.RadioSelect
    )
    score = forms.DecimalField(
        label="得分（百分制）", min_value=0, max_value=100, max_digits=5, decimal_places=2
    )
    evaluated_on = forms.DateField(label="评价日期")
    source = forms.CharField(label="评价文件", max_length=200, help_text="文件名称和文号。")
    files = EvidenceField(label="评价文件的扫描件")


class PublishForm(ActForm):
    confirm = ConfirmField(label="已核对各单位的得分和等级")


class NoticeForm(ActForm):
    """To whom, and what is asked; the score is written by the system."""

    results = forms.ModelMultipleChoiceField(
        AssessmentResult.objects.none(), label="单位", widget=TickAllInput
    )
    risks = forms.CharField(label="风险提示", max_length=1000, widget=forms.Textarea(attrs=AREA))
    requirements = forms.CharField(
        label="工作要求", max_length=1000, widget=forms.Textarea(attrs=AREA)
    )

    def __init__(self, *args, results, warns, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["results"]
        field.queryset = results
        field.label_from_instance = lambda row: f"{row.unit}（{row.total} 分，{row.grade}）"
        if not warns:
            del self.fields["risks"]


class AppealForm(ActForm):
    text = forms.CharField(
        label="对哪一部分有异议，理由是什么", max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )  # fmt: skip
    files = EvidenceField(label="证明材料", required=False)


class EnterAppealForm(AppealForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["files"].label = "书面申请的扫描件或照片"
        self.fields["files"].required = True


class DecideForm(ActForm):
    outcome = forms.ChoiceField(
        label="复核结果", choices=Appeal.Outcome, widget=forms.RadioSelect,
        help_text="更正的，按现在的记录重新计算；记录有错误的请先在原记录上更正。",
    )  # fmt: skip
    answer = forms.CharField(
        label="答复", max_length=2000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text="单位能看到，请逐点答复。",
    )  # fmt: skip
