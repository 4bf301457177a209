"""Page of a fine that the party has had before."""

from penalties.forms.earlier_fines import EarlierFineForm
from penalties.services import earlier_fines
from penalties.views.base import CaseActView


class EarlierFineView(CaseActView):
    title = "登记已受罚款"
    form_class = EarlierFineForm
    success_message = "已受罚款已登记。"
    explanation = (
        "对当事人的同一个违法行为，不得给予两次以上罚款的行政处罚；同一个违法行为违反多个规定的，"
        "按照罚款数额高的规定处罚（行政处罚法第二十九条）。"
    )

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"case": self.object}

    def perform(self, form):
        return earlier_fines.record(self.object, **self.by(form), **self.given(form))
