"""Page of the age and mind of a natural person."""

from penalties.forms.accountability import AccountabilityForm
from penalties.queries import accountability as queries
from penalties.services import accountability
from penalties.views.base import CaseActView


class AccountabilityView(CaseActView):
    title = "登记责任能力"
    form_class = AccountabilityForm
    success_message = "责任能力已登记。"
    explanation = (
        "不满十四周岁，或者不能辨认、不能控制自己行为的，不予处罚，责令监护人管教、看管和治疗；已满"
        "十四周岁不满十八周岁的，应当从轻或者减轻（行政处罚法第三十条、第三十一条）。"
    )

    def get_form_kwargs(self):
        known = queries.of_case(self.object)
        return super().get_form_kwargs() | {"case": self.object, "known": known}

    def perform(self, form):
        return accountability.record(self.object, **self.by(form), **self.given(form))
