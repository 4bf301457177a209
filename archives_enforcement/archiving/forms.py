"""Forms of the acts on case files."""

from django import forms

from archives_enforcement.archiving.models import CaseFile
from archives_enforcement.forms import ActForm, ConfirmField, RecordingField, name_the_field


class MaterialForm(ActForm):
    place = forms.ChoiceField(label="放在哪里")
    files = RecordingField(
        label="文件",
        help_text=f"如签字页扫描件、罚款票据、主体资格证明。{RecordingField.also}",
    )

    def __init__(self, *args, places, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["place"].choices = [("", "请选择"), *((name, name) for name in places)]


class CompileForm(ActForm):
    """立卷: a reason for each missing paper, the state of the file, how long it is kept."""

    retention = forms.ChoiceField(
        label="保管期限",
        choices=CaseFile.Retention.choices,
        initial=CaseFile.Retention.THIRTY,
        widget=forms.RadioSelect,
        help_text="重要的处罚案卷永久保管，一般的 30 年"
        "（机关文件材料归档范围和文书档案保管期限规定）。",
    )
    condition = forms.CharField(
        label="卷内情况说明",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="缺损、修改、补充、移出的情况；没有的不用填。印入备考表。",
    )

    def __init__(self, *args, missing, reasons, **kwargs):
        super().__init__(*args, **kwargs)
        self.absent = {f"reason_{place}": row.what for place, row in enumerate(missing)}
        for name, what in self.absent.items():
            self.fields[name] = forms.CharField(
                label=f"没有“{what}”的理由",
                max_length=200,
                initial=reasons.get(what, ""),
            )
            name_the_field(self.fields[name])
        self.fields["confirmed"] = ConfirmField(label="我已核对卷内文件的顺序、题名和日期")
        name_the_field(self.fields["confirmed"])
        tail = [name for name in ("on", "confirmed") if name in self.fields]
        self.order_fields([*self.absent, "retention", "condition", *tail])

    def reasons(self) -> dict:
        return {what: self.cleaned_data[name] for name, what in self.absent.items()}


class ArchiveForm(ActForm):
    confirmed = ConfirmField(label="我已逐页检查正卷和副卷，件数、页数与目录相符")
