"""Forms of 终结整改: the paper that dissolved the unit and the reason; the decision."""

from django import forms

from archives_enforcement.forms import ActForm, ConfirmField, EvidenceField

MANY_LINES = {"rows": 4}


class ProposeForm(ActForm):
    """What the proposal rests on; what it ends is counted by the system."""

    paper = forms.CharField(
        label="撤销文件",
        max_length=200,
        help_text="撤销这个单位的文件的名称；没有文件的，写登记机关的注销证明。",
    )
    paper_number = forms.CharField(
        label="文号", max_length=100, required=False, help_text="没有文号的不填。"
    )
    paper_on = forms.DateField(label="文件日期")
    files = EvidenceField(
        label="撤销文件的扫描件或照片", required=False, help_text="有的请上传，随案卷归档。"
    )
    reason = forms.CharField(
        label="终结的理由",
        max_length=1000,
        widget=forms.Textarea(attrs=MANY_LINES),
        help_text="问题现在怎样、为什么没有单位可以整改；档案已经移交的，写明移交情况。",
    )
    confirmed = ConfirmField(label="我已核对：单位已经撤销，没有承继单位")


class DecideForm(ActForm):
    note = forms.CharField(
        label="决定意见", required=False, max_length=500, widget=forms.Textarea(attrs=MANY_LINES)
    )
    confirmed = ConfirmField(label="我已核对上面的后果")
