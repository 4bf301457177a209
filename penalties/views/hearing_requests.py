"""Page on which staff register that a party does not want its hearing any more."""

from penalties.forms.hearing import EnterWithdrawalForm
from penalties.models import Statement
from penalties.services import statements
from penalties.views.base import CaseActView


class TakeBackView(CaseActView):
    permission_required = "accounts.act_for_party"
    title = "登记撤回听证要求"
    form_class = EnterWithdrawalForm
    success_message = "已登记撤回，承办人员和主持人已收到消息。"
    explanation = (
        "听证不再举行，案件按没有要求听证办理；要求听证的期限没有届满的，当事人可以再次要求"
        "（行政处罚法第六十三条、第六十四条）。"
    )

    def perform(self, form):
        kind = Statement.Kind.WITHDRAWAL
        return statements.enter(self.object, kind=kind, **self.by(form), **self.given(form))
