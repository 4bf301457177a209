"""Forms of the acts on documents."""

from django import forms

from archives_enforcement.documents import kinds
from archives_enforcement.documents.models import Document
from archives_enforcement.forms import ActForm, ConfirmField


class SignForm(ActForm):
    confirmed = ConfirmField(label="我已核对主送单位、内容、依据和期限")


class RevisionForm(ActForm):
    """The plain-text facts of a draft; lists of paragraphs are edited where they come from."""

    def __init__(self, *args, document: Document, **kwargs):
        super().__init__(*args, **kwargs)
        for name, label in kinds.KINDS[document.kind].fields.items():
            value = document.fields.get(name, "")
            if isinstance(value, str):
                rows = 5 if len(value) > 60 else 2
                self.fields[name] = forms.CharField(
                    label=label, initial=value, widget=forms.Textarea(attrs={"rows": rows})
                )

    def facts(self) -> dict:
        return {name: value for name, value in self.cleaned_data.items() if name != "on"}
