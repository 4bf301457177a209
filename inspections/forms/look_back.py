"""Form of 回头看."""

from django import forms

from archives_enforcement.forms import ActForm
from inspections.models import Inspection


class LookBackForm(ActForm):
    scheduled_on = forms.DateField(label="回头看日期")
    session = forms.ChoiceField(
        label="时段",
        choices=Inspection.Session,
        widget=forms.RadioSelect,
        initial=Inspection.Session.AFTERNOON,
    )
