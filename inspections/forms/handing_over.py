"""The form of 移交工作."""

from django import forms

from archives_enforcement.accounts.models import User
from archives_enforcement.forms import ActForm
from inspections import portfolio
from inspections.queries import teams


class HandOverForm(ActForm):
    giver = forms.ModelChoiceField(
        User.objects.none(),
        label="移交人",
        empty_label="请选择",
        help_text="括号内是还在办理的检查和案件",
    )
    taker = forms.ModelChoiceField(User.objects.none(), label="接办人", empty_label="请选择")
    reason = forms.CharField(label="原因", max_length=200, help_text="如调离、退休、长期病假")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        bureau = self.actor.bureau
        counts = portfolio.counts(bureau)
        self.fields["giver"].queryset = User.objects.filter(pk__in=counts).order_by("name")
        self.fields["giver"].label_from_instance = lambda person: f"{person}（{counts[person.pk]}）"
        self.fields["taker"].queryset = teams.officers(bureau)
