"""The forms with which evidence comes in and is handed over."""

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


class HandOverForm(ActForm):
    """Which piece goes to whom, and what for."""

    file = forms.ChoiceField(label="证据")
    to = forms.CharField(label="移交给", max_length=50, help_text="接收的单位、人员和职务。")
    reason = forms.CharField(label="移交原因", max_length=300)

    def __init__(self, *args, exhibits, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["file"].choices = [
            (row.file.pk, f"{row.exhibit}　{row.file.name}") for row in exhibits
        ]
