"""Forms of what follows a decision: 复议、诉讼, 加处罚款."""

from django import forms

from archives_enforcement.forms import ActForm, EvidenceField
from penalties.models import Challenge, CourtStep, PaymentRequest


class ChallengeForm(ActForm):
    kind = forms.ChoiceField(label="种类", choices=Challenge.Kind, widget=forms.RadioSelect)
    body = forms.CharField(label="复议机关或者人民法院", max_length=100)
    number = forms.CharField(label="案号", max_length=60, required=False)
    filed_on = forms.DateField(
        label="申请（起诉）日期",
        help_text="从这一天起不计算加处罚款（行政处罚法第七十三条第三款）。",
    )
    received_on = forms.DateField(
        label="收到副本日期",
        help_text="答复：普通程序十日、简易程序五日（工作日）；答辩：十五日。逾期的，视为没有证据。",
    )
    accepted_on = forms.DateField(
        label="复议机关受理日期",
        required=False,
        help_text="复议机关的通知写明的，照填：复议决定的期限（六十日，简易程序三十日）由此起算。",
    )
    files = EvidenceField(label="申请书（起诉状）副本", required=False)


class ConcludeForm(ActForm):
    result = forms.ChoiceField(label="结果", choices=Challenge.Result, widget=forms.RadioSelect)
    fine = forms.IntegerField(
        label="变更后的罚款（元）", required=False, min_value=0, help_text="只在变更时填写。"
    )
    ended_on = forms.DateField(
        label="决定送达（裁判生效）日期",
        help_text="复议维持的，当事人十五日内可以起诉；申请法院强制执行的期限由此重新计算。",
    )
    note = forms.CharField(
        label="决定、裁判的文号和要点", max_length=300, widget=forms.Textarea(attrs={"rows": 3})
    )
    files = EvidenceField(label="复议决定书、裁判文书", required=False)


class RefundForm(ActForm):
    amount = forms.IntegerField(label="金额（元）", min_value=1)
    returned_on = forms.DateField(label="退还日期")
    voucher = forms.CharField(label="退付凭证号码", max_length=60)
    files = EvidenceField(
        label="退付凭证", required=False, help_text="财政退付凭证或者银行回单的扫描件，装入案卷。"
    )


class SurchargeForm(ActForm):
    payment_account = forms.CharField(
        label="缴款方式", max_length=200, help_text="指定银行的名称和账户，或者电子支付方式。"
    )


class ReviewOpinionForm(ActForm):
    received_on = forms.DateField(
        label="收到日期", help_text="六十日内报告纠正情况（行政复议法第七十六条）。"
    )
    opinion = forms.CharField(label="意见书要求纠正什么", widget=forms.Textarea(attrs={"rows": 4}))
    files = EvidenceField(label="行政复议意见书", required=False)


class CorrectionReportForm(ActForm):
    reported_on = forms.DateField(label="报告日期")
    text = forms.CharField(label="纠正情况", widget=forms.Textarea(attrs={"rows": 4}))
    files = EvidenceField(label="报告", required=False)


class CourtStepForm(ActForm):
    """Only what may follow the last event is offered."""

    kind = forms.ChoiceField(label="事项", widget=forms.RadioSelect)
    happened_on = forms.DateField(label="日期", help_text="裁定填收到的日期。")
    doubted = forms.BooleanField(
        label="法院认为决定明显缺乏根据或者违法，听取双方意见",
        required=False,
        help_text="只在登记受理时勾选：裁定的期限由七个工作日变为三十日（行政强制法第五十八条）。",
    )
    note = forms.CharField(
        label="文号和要点", max_length=300, widget=forms.Textarea(attrs={"rows": 3})
    )
    files = EvidenceField(
        label="受理通知、裁定书", required=False,
        help_text="不予受理、不予执行、维持原裁定、执行完毕、终结执行的必须上传，以后凭它结案。",
    )  # fmt: skip

    def __init__(self, *args, kinds, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(kind.value, kind.label) for kind in kinds]
        if CourtStep.Kind.ACCEPTED not in kinds:
            del self.fields["doubted"]


class PaymentRequestForm(ActForm):
    """代录 of an application on paper."""

    kind = forms.ChoiceField(label="种类", choices=PaymentRequest.Kind, widget=forms.RadioSelect)
    hardship = forms.CharField(label="确有经济困难的情况", widget=forms.Textarea(attrs={"rows": 4}))
    plan = forms.CharField(label="希望的期限和数额", max_length=300)
    files = EvidenceField(label="书面申请的扫描件")
