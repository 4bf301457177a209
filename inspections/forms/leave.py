"""Forms of 请假."""

from django import forms

from archives_enforcement.accounts.models import User
from archives_enforcement.forms import ActForm
from inspections.queries import teams


class LeaveForm(ActForm):
    officer = forms.ModelChoiceField(
        User.objects.none(), label="执法人员", empty_label="请选择执法人员"
    )
    first_day = forms.DateField(label="自")
    last_day = forms.DateField(label="至")
    reason = forms.CharField(
        label="原因", max_length=100, help_text="如年休假、培训、公出；不写病情等私事。"
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["officer"].queryset = teams.officers(self.actor.bureau)
