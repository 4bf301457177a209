"""Forms of delivery: one short form for each way the law knows."""

from django import forms

from archives_enforcement.documents.handing_over import BY_HAND
from archives_enforcement.documents.models import DeliveryAttempt
from archives_enforcement.documents.models.addresses import Channel
from archives_enforcement.documents.models.delivery import Method
from archives_enforcement.forms import ActForm, ConfirmField, PageForm, RecordingField

FAILED = "failed"
LONG = forms.Textarea(attrs={"rows": 3})


def or_none(choices):
    return [("", "请选择"), *choices]


class AcknowledgeForm(PageForm):
    confirmed = ConfirmField(label="我单位已收到这份文书")


class DeliveryForm(ActForm):
    """A way of delivery; `method` goes to the service beside the fields."""

    method = ""
    day_label = "送达日期"
    proof_always = False  # else only where the paper affects rights
    proof_label = "送达回证扫描件"
    proof_help = ""

    files = RecordingField(required=False)
    note = forms.CharField(label="备注", max_length=200, required=False)

    def __init__(self, *args, delivery, **kwargs):
        self.delivery = delivery
        super().__init__(*args, **kwargs)
        proof = self.fields["files"]
        proof.label, proof.help_text = self.proof_label, self.proof_help + proof.also
        proof.required = self.proof_always or delivery.affects_rights
        proof.error_messages["required"] = f"请选择“{self.proof_label}”。"
        tail = [name for name in ("files", "note", "on") if name in self.fields]
        self.order_fields([*(name for name in self.fields if name not in tail), *tail])
        if "on" in self.fields:
            day = self.fields["on"]
            day.label = self.day_label
            day.error_messages["required"] = f"请填写“{self.day_label}”。"

    def facts(self) -> dict:
        """What the service takes: the facts of the attempt and its files."""
        data = {name: value for name, value in self.cleaned_data.items() if name != "on"}
        return {"method": self.method, **data}


class DirectForm(DeliveryForm):
    method, day_label = Method.DIRECT, "签收日期"

    received_by = forms.CharField(label="签收人", max_length=60)
    capacity = forms.ChoiceField(
        label="签收人身份", choices=or_none(DeliveryAttempt.Capacity.choices), required=False
    )
    place = forms.CharField(label="送达地点", max_length=200, required=False)
    served_by = forms.CharField(label="送达人", max_length=100, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["capacity"].required = self.delivery.affects_rights


class PostForm(DeliveryForm):
    method, day_label = Method.POST, "回执注明的收件日期"
    proof_label = "邮寄回执扫描件"

    tracking_number = forms.CharField(label="邮件号码", max_length=40)
    received_by = forms.CharField(label="回执上的收件人", max_length=60, required=False)


class ElectronicForm(DeliveryForm):
    method, day_label = Method.ELECTRONIC, "到达日期"
    proof_label = "发送成功的截图或者传真报告"
    proof_help = "经本系统送达的由系统记录，不用上传。当事人要纸质文书的，应当提供。"

    channel = forms.ChoiceField(label="渠道", choices=Channel.choices, widget=forms.RadioSelect)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["files"].required = False


class LeftForm(DeliveryForm):
    method, day_label = Method.LEFT, "留置日期"
    proof_always = True
    proof_label = "送达回证扫描件或者现场照片、录像"
    proof_help = "有见证人的，上传见证人签名的回证；没有见证人的，上传记录送达过程的照片或者录像。"

    refused_by = forms.CharField(label="拒收人", max_length=60)
    reason = forms.CharField(label="拒收的事由", max_length=500, widget=LONG)
    place = forms.CharField(label="文书留在何处", max_length=200)
    witnesses = forms.CharField(
        label="见证人", max_length=200, required=False, help_text="姓名和单位或者职务"
    )
    served_by = forms.CharField(label="送达人", max_length=100, required=False)


class NoticeForm(DeliveryForm):
    method, day_label = Method.NOTICE, "公告发出日期"
    proof_always = True
    proof_label = "公告的照片、报纸或者网页截图"

    reason = forms.CharField(
        label="公告送达的原因和经过", max_length=500, widget=LONG,
        help_text="写入案卷。下落不明的，写明怎样查明、有什么证明；没有送到的，先逐次登记",
    )  # fmt: skip
    whereabouts_unknown = forms.BooleanField(label="受送达人下落不明", required=False)
    medium = forms.CharField(
        label="在哪里公告", max_length=200, help_text="报纸名称和日期、网站，或者张贴的地点"
    )


class FailedForm(DeliveryForm):
    """An attempt that ended without delivery; the ground of the next."""

    day_label = "退回或者没有送到的日期"
    proof_label = "退件、回执等照片"

    method = forms.ChoiceField(
        label="用哪种方式送的",
        choices=[(m.value, m.label) for m in (Method.DIRECT, Method.POST, Method.ELECTRONIC)],
        widget=forms.RadioSelect,
    )
    failure = forms.ChoiceField(
        label="情形", choices=DeliveryAttempt.Failure.choices, widget=forms.RadioSelect
    )
    reason = forms.CharField(label="经过", max_length=500, widget=LONG)
    tracking_number = forms.CharField(label="邮件号码", max_length=40, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["files"].required = False

    def only_by_hand(self) -> None:
        """For officers, who register what they went for themselves."""
        way = self.fields["method"]
        way.choices = [(value, label) for value, label in way.choices if value in BY_HAND]
        way.initial = Method.DIRECT

    def facts(self) -> dict:
        return {name: value for name, value in self.cleaned_data.items() if name != "on"}


FORMS = {form.method: form for form in (DirectForm, PostForm, ElectronicForm, LeftForm, NoticeForm)}
FORMS[FAILED] = FailedForm
