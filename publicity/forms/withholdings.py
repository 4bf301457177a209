"""Forms of 不予公开."""

from django import forms

from archives_enforcement.forms import ActForm
from publicity.models import Notice, Withholding

LONG = forms.Textarea(attrs={"rows": 3})


class ProposeForm(ActForm):
    ground = forms.ChoiceField(
        label="理由", choices=Withholding.Ground, widget=forms.RadioSelect,
        help_text="只能选法定的情形；影响声誉、当事人要求不公开等都不是理由。",
    )  # fmt: skip
    reasons = forms.CharField(
        label="具体情况", widget=LONG, max_length=1000,
        help_text="写明是哪些内容、由谁认定；不要写出秘密本身。",
    )  # fmt: skip
    redaction = forms.CharField(
        label="为什么隐去以后仍不能公开", widget=LONG, max_length=1000, required=False,
        help_text="能够隐去的，隐去后应当公示。因处罚轻微不公示的不填。",
    )  # fmt: skip
    credit_class = forms.ChoiceField(
        label="信用信息分类", choices=[("", "请选择"), *Notice.CreditClass.choices], required=False,
        help_text="只有因处罚轻微不公示的才选；轻微的如简易程序的处罚、警告、通报批评"
        "（本机关设定，参照《信用修复管理办法》）。",
    )  # fmt: skip

    def clean(self):
        """What belongs to the ground is asked for beside its own field."""
        data = super().clean()
        slight = data.get("ground") == Withholding.Ground.SLIGHT
        needed = "credit_class" if slight else "redaction"
        if data.get("ground") and not data.get(needed):
            self.add_error(needed, f"请填写“{self.fields[needed].label}”。")
        return data


class NoteForm(ActForm):
    note = forms.CharField(label="意见", widget=LONG, max_length=500)


class FileForm(ActForm):
    filed_with = forms.CharField(
        label="备案机关", max_length=100, help_text="按当地规定，如同级司法行政部门。"
    )
