"""The form with which a piece of evidence is handed over."""

from django import forms

from archives_enforcement.forms import ActForm


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
