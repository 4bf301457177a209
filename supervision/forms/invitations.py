"""Forms of 互查."""

from django import forms

from archives_enforcement.accounts.models import User
from archives_enforcement.forms import ActForm
from supervision.queries.invitations import guests_for


class OfBureau(forms.ModelChoiceField):
    def label_from_instance(self, person):
        return f"{person.bureau}　{person}"


class InviteForm(ActForm):
    guest = OfBureau(
        User.objects.none(), label="邀请的评查人", empty_label="请选择",
        help_text="其他机关的综合人员、法制审核人员。受邀人只能看这一件正卷里的文书，评查以后不能再看。",
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["guest"].queryset = guests_for(self.actor.bureau)
