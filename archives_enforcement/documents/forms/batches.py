"""Which of the papers that wait for a signature are signed together."""

from django import forms

from archives_enforcement.documents.models import Document
from archives_enforcement.documents.services.batches import MOST
from archives_enforcement.forms import ActForm, ConfirmField, name_the_field


class PaperChoice(forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, document):
        receiver = f"{document.party}：" if document.party else ""
        what = f"{document.get_kind_display()}　{receiver}{document.title}"
        return f"{what}（{document.drafted_by}起草）"


class BatchForm(ActForm):
    documents = PaperChoice(
        Document.objects.none(),
        label="待签发的文书",
        help_text=f"按列出的先后编号，一批最多 {MOST} 份。您自己起草或者审核的不在其中。",
    )
    confirmed = ConfirmField(label="我已逐份核对主送单位、内容、依据和期限")

    def __init__(self, *args, waiting, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["documents"].queryset = waiting
        name_the_field(self.fields["documents"])
