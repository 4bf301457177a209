"""Forms of the acts on a paper: sign, review, slip, answer, complete."""

from django import forms
from django.core.exceptions import ValidationError

from archives_enforcement.documents.answers_of_others import HANDED_OVER, POLICE_DECIDE
from archives_enforcement.documents.models import PoliceDecision
from archives_enforcement.forms import ActForm, ConfirmField, EvidenceField


class SignForm(ActForm):
    note = forms.CharField(
        label="签发意见",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="审批表、报告印在“机关负责人意见”栏；其他文书只记入全过程记录。",
    )
    confirmed = ConfirmField(label="我已核对主送单位、内容、依据和期限")


class ReviewForm(ActForm):
    note = forms.CharField(
        label="审核意见",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    confirmed = ConfirmField(label="我已核对事实、依据、期限和文字")


class SlipForm(ActForm):
    place = forms.CharField(label="笔误所在", max_length=100, help_text="如：第2页第一部分第3行。")
    old = forms.CharField(label="原来的文字", max_length=100, help_text="照原文书抄写，连同标点。")
    new = forms.CharField(label="补正后的文字", max_length=100)


class AnswerForm(ActForm):
    code = forms.ChoiceField(label="办结的期限", widget=forms.RadioSelect)
    note = forms.CharField(
        label="收到了什么、办了什么",
        max_length=190,  # a clock keeps 200, and the decision of the police stands before it
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="有文号、票据号的写上。",
    )
    decision = forms.ChoiceField(
        label="公安机关的决定",
        choices=PoliceDecision.choices,
        required=False,
        widget=forms.RadioSelect,
        help_text="转送其他公安机关、要求补充材料等还没有决定的选“其他”，审查期限重新起算。",
    )
    receiver = forms.CharField(
        label="接收机关和接收人", max_length=100, required=False, help_text="移送的填写。"
    )
    listed = forms.CharField(
        label="移交清单",
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="移送的填写，每行一项：材料、物品的名称和件数。",
    )
    files = EvidenceField(
        label="回执、书面答复的扫描件",
        required=False,
        help_text="移送的回执、公安机关的通知书、处理建议和报请征购的书面答复应当上传。",
    )
    unscanned = forms.CharField(
        label="没有扫描件的原因",
        max_length=60,
        required=False,
        help_text="只在公安机关没有书面通知时填写，如：电话告知，通知书尚未收到。",
    )
    field_order = ("code", "decision", "note", "receiver", "listed", "files", "unscanned")

    def __init__(self, *args, clocks, listed="", **kwargs):
        super().__init__(*args, **kwargs)
        if HANDED_OVER.keys() & {clock.code for clock in clocks}:
            self.fields["listed"].initial = listed
        else:
            del self.fields["receiver"], self.fields["listed"]
        if POLICE_DECIDE not in {clock.code for clock in clocks}:
            del self.fields["decision"], self.fields["unscanned"]
        self.fields["code"].choices = [(clock.code, str(clock)) for clock in clocks]
        if len(clocks) == 1:
            self.fields["code"].initial = clocks[0].code

    def clean_unscanned(self):
        """The reason is kept in the note, behind what the police decided."""
        why = self.cleaned_data["unscanned"]
        if why and len(self.cleaned_data.get("note", "") + why) > 170:
            raise ValidationError("与“收到了什么、办了什么”合计不能超过170字，请写得简短些。")
        return why


class CompleteForm(ActForm):
    confirmed = ConfirmField(label="我已核对内容，需要签字的人员已经在打印件上签字")


class CompleteToHandOverForm(ActForm):
    """What is handed over on the spot has its number first and is signed then."""

    confirmed = ConfirmField(label="我已核对内容，定稿后打印、签名，当场交付当事人")
