"""Forms around the party's right to be heard, the review and the discussion."""

from django import forms

from archives_enforcement.accounts.models import User
from archives_enforcement.forms import (
    ActForm,
    ConfirmField,
    EvidenceField,
    PageForm,
    name_the_field,
)
from penalties.models import Hearing, PaymentRequest, Review, Statement
from penalties.services.hearing import chairs
from penalties.services.recusals import named_to_party
from penalties.services.review import ASPECTS

LONG = {"rows": 5}


class StatementForm(PageForm):
    """What the party says in its own words."""

    text = forms.CharField(
        label="您的意见",
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="哪些事实不对、哪些情况没有考虑到，都可以写。不会因为您提意见而加重处罚。",
    )
    files = EvidenceField(label="附件", required=False)


class HearingRequestForm(PageForm):
    text = forms.CharField(
        label="要求听证的理由", widget=forms.Textarea(attrs=LONG), help_text="简单说明即可。"
    )
    files = EvidenceField(label="附件", required=False)


class WithdrawalForm(PageForm):
    """The party does not want the hearing any more."""

    text = forms.CharField(label="说明", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    confirmed = ConfirmField(label="我单位不再要求听证")


class EnterWithdrawalForm(ActForm):
    """The same from a paper, or from the record of what was said."""

    text = forms.CharField(label="说明", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    files = EvidenceField(
        label="书面撤回材料或者口头撤回的记录", help_text="口头撤回的，记录由当事人签字。"
    )


class WaiverForm(PageForm):
    confirmed = ConfirmField(label="我单位没有其他意见，明确放弃陈述、申辩和听证的权利")


class PartyRecusalForm(PageForm):
    """Who shall stand aside, of those whom the party knows of."""

    person = forms.ModelChoiceField(
        User.objects.none(), label="请谁回避", empty_label="请选择",
        help_text="承办人员、听证主持人或者机关负责人。",
    )  # fmt: skip
    reason = forms.CharField(
        label="理由", widget=forms.Textarea(attrs=LONG),
        help_text="例如与本案有直接利害关系，或者有其他关系可能影响公正。",
    )  # fmt: skip
    files = EvidenceField(label="附件", required=False)

    def __init__(self, *args, case, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = named_to_party(case)


class PartyPaymentForm(PageForm):
    """To pay later or in parts: why, and how."""

    kind = forms.ChoiceField(
        label="希望怎样缴纳", choices=PaymentRequest.Kind, widget=forms.RadioSelect
    )
    hardship = forms.CharField(
        label="有什么困难", widget=forms.Textarea(attrs=LONG),
        help_text="写明收入、负债等情况；有材料的，作为附件上传。",
    )  # fmt: skip
    plan = forms.CharField(
        label="希望的期限和数额", max_length=300,
        help_text="例如：分三期，每月10日前各缴一期。",
    )  # fmt: skip
    files = EvidenceField(label="附件", required=False)


class EnterStatementForm(ActForm):
    """代录 of a paper the party handed in."""

    kind = forms.ChoiceField(label="种类", choices=Statement.Kind, widget=forms.RadioSelect)
    text = forms.CharField(
        label="内容",
        required=False,
        widget=forms.Textarea(attrs=LONG),
        help_text="照录书面材料的内容；撤回听证要求、明确放弃的可以不填。",
    )
    files = EvidenceField(label="书面材料的扫描件")


class AnswerForm(ActForm):
    reexamination = forms.CharField(
        label="复核了哪些事实、理由和证据", widget=forms.Textarea(attrs=LONG)
    )
    answer = forms.ChoiceField(label="复核结果", choices=Statement.Answer, widget=forms.RadioSelect)
    reason = forms.CharField(
        label="采纳或者不采纳的理由",
        widget=forms.Textarea(attrs=LONG),
        help_text="会写入决定书；成立的应当采纳，不得因此加重（行政处罚法第四十五条）。",
    )


class HearingForm(ActForm):
    chair = forms.ModelChoiceField(User.objects.none(), label="主持人", empty_label="请选择")
    scheduled_on = forms.DateField(
        label="听证日期", help_text="应当在七个工作日前通知当事人（行政处罚法第六十四条）。"
    )
    place = forms.CharField(label="地点", max_length=200)

    def __init__(self, *args, case, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["chair"].queryset = chairs(case)


class HearingRecordForm(ActForm):
    absent = forms.BooleanField(
        label="当事人无正当理由不出席或者中途退出，视为放弃", required=False
    )
    record = forms.CharField(
        label="听证笔录",
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text="调查人员提出的事实、证据和建议，当事人的申辩和质证。",
    )
    signing = forms.ChoiceField(
        label="笔录的签字",
        choices=Hearing.Signing,
        required=False,
        widget=forms.RadioSelect,
        help_text="行政处罚法第六十四条第八项；当事人缺席的不选。",
    )
    signing_note = forms.CharField(label="拒绝签字的情况", required=False, max_length=300)
    report = forms.CharField(
        label="听证报告",
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="争议的焦点和主持人的意见；当事人缺席的不填。决定应当根据听证笔录作出（第六十五条）。",
    )
    files = EvidenceField(label="签字的听证笔录", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("signing", "signing_note", "report"):
            self.fields[name].goes_with_a_choice = True  # asked for unless the party stayed away


class ReviewForm(ActForm):
    """The four things a reviewer looks at, and his conclusion."""

    opinion = forms.CharField(label="审核意见", widget=forms.Textarea(attrs=LONG))
    outcome = forms.ChoiceField(label="结论", choices=Review.Outcome, widget=forms.RadioSelect)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, label in ASPECTS.items():
            self.fields[name] = forms.CharField(label=label, max_length=300)
            name_the_field(self.fields[name])
        rest = [name for name in ("opinion", "outcome", "on") if name in self.fields]
        self.order_fields([*ASPECTS, *rest])
