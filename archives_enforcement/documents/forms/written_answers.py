"""The forms of 书面答复."""

from django import forms

from archives_enforcement.forms import ActForm, EvidenceField


class LetterAnswerForm(ActForm):
    text = forms.CharField(
        label="答复",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="对照来函的问题逐条说明；提交以后不能修改，漏了的可以再答复一次。",
    )
    files = EvidenceField(
        label="有关材料",
        required=False,
        help_text="可以一次选几个：图片、PDF、OFD、Word、Excel，每个不超过 20 MB。",
    )


class EnterLetterAnswerForm(LetterAnswerForm):
    """代录: the same from paper; the scan of the paper is required."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["text"].label = "单位（当事人）的答复"
        self.fields["text"].help_text = "按书面答复的内容录入；提交以后不能修改。"
        self.fields["files"].label = "书面答复的扫描件或照片"
        self.fields["files"].required = True
        self.fields["files"].error_messages["required"] = "请选择书面答复的扫描件或照片。"
