"""Pages of what follows a decision: 复议、诉讼 and 加处罚款."""

from django.utils import timezone

from archives_enforcement.workflow import Refused
from penalties.forms import after_decision as forms
from penalties.payment_guards import nothing_to_ask_for
from penalties.queries import court, enforcing
from penalties.services import (
    challenges,
    court_steps,
    payment_requests,
    refunds,
    review_opinions,
    surcharges,
)
from penalties.views.base import CaseActView
from penalties.views.deciding import PaperDraftView

NOTHING_TO_ENTER = (
    "没有可以登记的进展：申请书还没有签发，或者法院已经作出最后的裁定。"
    "依据：《中华人民共和国行政强制法》第五十五条至第五十八条。"
)
NONE_OPEN = "没有正在进行的复议、诉讼，请刷新页面。依据：《中华人民共和国行政处罚法》第七十三条。"


class ChallengeView(CaseActView):
    title = "登记复议、诉讼"
    form_class = forms.ChallengeForm
    success_message = "已登记，答复（答辩）的期限开始计算。"
    explanation = (
        "行政复议、行政诉讼期间处罚不停止执行，但不计算加处罚款，也不能申请法院强制执行"
        "（行政处罚法第七十三条，行政强制法第五十三条）。"
    )

    def perform(self, form):
        return challenges.enter(self.object, **self.by(form), **self.given(form))


class ConcludeView(CaseActView):
    title = "登记复议、诉讼结果"
    form_class = forms.ConcludeForm
    success_message = "结果已登记。"

    @property
    def challenge(self):
        return enforcing.open_challenge(self.object)

    @property
    def explanation(self):
        row = self.challenge
        return (
            f"{row.body}：{row}。撤销的，公示的决定应当在三日内撤回（行政处罚法第四十八条）。"
            if row
            else ""
        )

    def get_context_data(self, **kwargs):
        why = None if self.challenge else NONE_OPEN
        return super().get_context_data(why_not=why, **kwargs)

    def perform(self, form):
        if self.challenge is None:
            raise Refused(NONE_OPEN)
        return challenges.conclude(self.challenge, **self.by(form), **self.given(form))


class RefundView(CaseActView):
    title = "登记退还"
    form_class = forms.RefundForm
    success_message = "退还已登记。"
    explanation = (
        "复议决定、法院裁判撤销或者变更罚款以后，当事人多缴的部分通过财政退付当事人"
        "（国家赔偿法第三十六条第一项）。"
    )

    def get_initial(self):
        return {"amount": enforcing.overpaid(self.object), "returned_on": timezone.localdate()}

    def perform(self, form):
        return refunds.record(self.object, **self.by(form), **self.given(form))


class SurchargeDraftView(PaperDraftView):
    title = "起草加处罚款决定书"
    form_class = forms.SurchargeForm
    success_message = "加处罚款决定书已起草，请核对样张后提交签发。"

    @property
    def explanation(self):
        late = enforcing.lateness(self.object, timezone.localdate())
        return (
            f"{late.said}可以加处 {late.amount:,} 元。是否加处由机关负责人决定，签发后才生效"
            "（行政处罚法第七十二条“可以”）。"
        )

    def perform(self, form):
        return surcharges.draft(self.object, **self.by(form), **self.given(form))


class ReviewOpinionView(CaseActView):
    title = "登记行政复议意见书"
    form_class = forms.ReviewOpinionForm
    success_message = "已登记，六十日内报告纠正情况。"

    def perform(self, form):
        return review_opinions.receive(self.object, **self.by(form), **self.given(form))


class CorrectionReportView(CaseActView):
    title = "报告纠正情况"
    form_class = forms.CorrectionReportForm
    success_message = "已登记。"

    @property
    def explanation(self):
        row = enforcing.opinion_to_report(self.object)
        return f"意见书的要求：{row.opinion}" if row else ""

    def perform(self, form):
        return review_opinions.report(self.object, **self.by(form), **self.given(form))


class CourtStepView(CaseActView):
    title = "登记法院执行进展"
    form_class = forms.CourtStepForm
    success_message = "已登记，有关期限已经起算或者办结。"

    @property
    def explanation(self):
        last = court.last_step(self.object)
        return f"上一步：{last}，{last.note}" if last else ""

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"kinds": court.open_kinds(self.object)}

    def get_context_data(self, **kwargs):
        why = None if court.open_kinds(self.object) else NOTHING_TO_ENTER
        return super().get_context_data(why_not=why, **kwargs)

    def perform(self, form):
        return court_steps.record(self.object, **self.by(form), **self.given(form))


class PaymentRequestView(CaseActView):
    permission_required = payment_requests.ENTER
    title = "代录延期、分期申请"
    form_class = forms.PaymentRequestForm
    success_message = "已代录，承办人员已收到消息。"
    explanation = "照当事人交来的书面申请录入，会标明“代录”。由机关负责人审批，以通知书答复。"

    def get_context_data(self, **kwargs):
        why = nothing_to_ask_for(self.object, timezone.localdate())
        return super().get_context_data(why_not=why, **kwargs)

    def perform(self, form):
        return payment_requests.enter(self.object, **self.by(form), **self.given(form))
