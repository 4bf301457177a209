"""Forms of 提问 and 答复."""

from django import forms

from archives_enforcement.forms import ActForm, EvidenceField


def _area(label: str, help_text: str) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": 4})
    return forms.CharField(label=label, max_length=1000, widget=area, help_text=help_text)


class AskForm(ActForm):
    text = _area("您的提问", "提问不算回复，整改期限不变；改好以后还要回复。")


class EnterQuestionForm(ActForm):
    """代录: the question from paper; the scan of the paper is required."""

    text = _area("单位的提问", "按单位书面提问的内容录入。")
    files = EvidenceField(label="书面提问的扫描件或照片")


class AnswerForm(ActForm):
    text = _area("答复", "单位能看到，请写得让人一看就知道怎么做。")
