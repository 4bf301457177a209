"""Pages of what is decided on a 专项检查（上级）: issue, extend, close, withdraw."""

from archives_enforcement.forms import ReasonForm
from inspections.forms.campaigns import EndForm, ExtendForm, IssueForm
from inspections.queries import campaigns as queries
from inspections.services import campaign_decisions
from inspections.services import campaigns as services
from inspections.views.campaign_acts import CampaignActView


class DecidingView(CampaignActView):
    permission_required = services.ISSUE


class ReturnView(DecidingView):
    form_class = ReasonForm
    title = "退回修改"
    success_message = "已退回起草人。"

    def perform(self, form):
        return campaign_decisions.return_campaign(self.object, **self.noted(form))


class IssueView(DecidingView):
    form_class = IssueForm
    FIXED = "名称、期间、清单、选取办法和报送内容不能再修改，要改的只能撤回后重新办理。"
    TOLD = "参加机关从现在起看到这次专项检查，并收到消息。"

    @property
    def title(self) -> str:
        return self.object.deciding

    @property
    def consequences(self) -> tuple[str, ...]:
        return (self.FIXED,) if self.object.is_entered else (self.TOLD, self.FIXED)

    def get_success_message(self):
        return f"专项检查已{self.object.deciding}。"

    def perform(self, form):
        return campaign_decisions.issue_campaign(self.object, **self.who(form))


class ExtendView(DecidingView):
    form_class = ExtendForm
    title = "延长报送期限"
    success_message = "报送期限已延长，参加机关已收到消息。"
    explanation = "参加机关会收到消息；原定的截止日期保留，已经报送的表不变。"

    def perform(self, form):
        return campaign_decisions.extend_campaign(
            self.object, due_on=form.cleaned_data["due_on"], **self.noted(form)
        )


class EndingView(DecidingView):
    form_class = EndForm

    def get_context_data(self, **kwargs):
        waiting = self.object.participants.filter(state__in=queries.Participant.WAITING)
        names = "、".join(str(row.bureau) for row in waiting.select_related("bureau"))
        late = (f"还没有报送的机关：{names}，不能再报送。",) if names else ()
        return super().get_context_data(consequences=(*late, *self.consequences), **kwargs)


class CloseView(EndingView):
    title = "结束"
    success_message = "专项检查已结束。"
    consequences = ("各机关的报送表不能再改，汇总表以现在的为准。",)

    def perform(self, form):
        return campaign_decisions.close_campaign(self.object, **self.noted(form))


class WithdrawView(EndingView):
    title = "撤回"
    success_message = "专项检查已撤回。"
    consequences = (
        "不能再按它安排检查；已经进行的检查和已报送的表保留。",
        "已经安排、还没有开始的检查由各机关取消或者另行安排。",
    )

    def perform(self, form):
        return campaign_decisions.withdraw_campaign(self.object, **self.noted(form))
