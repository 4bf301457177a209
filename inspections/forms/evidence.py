"""The forms with which evidence comes in, is withdrawn and handed over."""

from django import forms

from archives_enforcement.forms import ActForm, RecordingField
from inspections.services.evidence import PURPOSES


class EvidenceForm(ActForm):
    """What is added to the evidence of a visit as a whole."""

    purpose = forms.ChoiceField(label="用途", choices=[(word, word) for word in PURPOSES])
    uploads = RecordingField(
        label="录音录像和其他证据",
        help_text=f"图片、PDF、Word、Excel 每个不超过 20 MB；{RecordingField.also}"
        "录音录像记录的是执法过程，应当告知对方正在录音录像。",
    )


class WhichForm(ActForm):
    """One piece of evidence of the visit."""

    file = forms.ChoiceField(label="证据")

    def __init__(self, *args, exhibits, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["file"].choices = [
            ("", "请选择"),  # nothing is taken because it stands first
            *((row.file.pk, f"{row.exhibit}　{row.file.name}") for row in exhibits),
        ]


class HandOverForm(WhichForm):
    """Which piece goes to whom, and what for."""

    to = forms.CharField(label="移交给", max_length=50, help_text="接收的单位、人员和职务。")
    reason = forms.CharField(label="移交原因", max_length=300)


class WithdrawForm(WhichForm):
    """Which piece was taken by mistake, and what is wrong with it."""

    reason = forms.CharField(label="撤回原因", max_length=200, help_text="如拍错、拍虚。")
