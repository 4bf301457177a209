"""Forms of what follows a decision: 复议、诉讼, 加处罚款."""

from django import forms

from archives_enforcement.forms import ActForm, EvidenceField
from penalties.models import Challenge


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


class SurchargeForm(ActForm):
    payment_account = forms.CharField(
        label="缴款方式", max_length=200, help_text="指定银行的名称和账户，或者电子支付方式。"
    )
