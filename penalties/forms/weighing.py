"""Forms of what is particular to 裁量: leaving the benchmark, and the consent to it."""

from django import forms

from archives_enforcement.forms import ActForm
from penalties.forms.handling import FineForm
from penalties.models import Departure


class DepartForm(FineForm):
    """The figure outside the band, and why."""

    ground = forms.ChoiceField(label="情形", choices=Departure.Ground, widget=forms.RadioSelect)
    reason = forms.CharField(
        label="理由",
        max_length=800,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="写明为什么按基准的幅度不当；会写入告知书、决定书，并随决定公开。",
    )


class ApproveDepartureForm(ActForm):
    """Of a superior's benchmark, when its maker agreed."""

    consent_number = forms.CharField(label="制定机关批准文号", max_length=60)
    consent_on = forms.DateField(label="制定机关批准日期")

    def __init__(self, *args, from_above: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if not from_above:
            del self.fields["consent_number"], self.fields["consent_on"]
