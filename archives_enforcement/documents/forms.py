"""Forms of the acts on documents."""

from django import forms

from archives_enforcement.documents import kinds
from archives_enforcement.documents.models import Delivery, Document
from archives_enforcement.forms import ActForm, ConfirmField, PageForm


class SignForm(ActForm):
    confirmed = ConfirmField(label="我已核对主送单位、内容、依据和期限")


class AcknowledgeForm(PageForm):
    confirmed = ConfirmField(
        label="我单位已收到这份文书", help_text="文书里写的期限，从签收之日起算。"
    )


class DeliveryForm(ActForm):
    method = forms.ChoiceField(
        label="送达方式",
        choices=[c for c in Delivery.Method.choices if c[0] != Delivery.Method.ONLINE],
    )
    received_by = forms.CharField(label="签收人", max_length=60)
    note = forms.CharField(label="备注", max_length=200, required=False)


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
