"""Forms of requests for correction."""

from django import forms

from archives_enforcement.forms import ActForm, EvidenceField, PageForm
from publicity.forms.notices import LONG, NoticeForm

REQUEST = {
    "label": "要求更正的内容和理由",
    "widget": LONG,
    "max_length": 2000,
    "help_text": "写明公示里哪一处不对、应当是什么、依据什么。",
}


class AskForm(PageForm):
    request = forms.CharField(**REQUEST)
    proof = EvidenceField(label="证明材料", required=False)


class EnterForm(ActForm):
    applicant = forms.CharField(label="申请人", max_length=200)
    request = forms.CharField(**REQUEST)
    proof = EvidenceField(label="申请书扫描件")


class ProposeForm(ActForm):
    """The summary as it should read; left as it is, the request is to be refused."""

    opinion = forms.CharField(
        label="核实情况和理由",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="会告知申请人。",
    )
    title, party_name, facts, basis, outcome = (
        NoticeForm.base_fields[name]
        for name in ("title", "party_name", "facts", "basis", "outcome")
    )
