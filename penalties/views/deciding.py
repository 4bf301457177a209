"""Pages from the notice to the end: notice, statements, hearing, review, decision, payment."""

from django.utils import timezone

from archives_enforcement.forms import ReasonForm
from archives_enforcement.templatetags.formats import cn_date
from penalties import closing_guards, deciding_guards, no_penalty_guards
from penalties.forms import handling as forms
from penalties.forms import hearing as hearing_forms
from penalties.forms.discussions import DiscussionForm
from penalties.models import Case, Hearing, Review, Statement
from penalties.queries import closings, hearings, no_penalty, reviewers
from penalties.queries.acts import acts_on
from penalties.queries.cases import officers_in_words, with_files
from penalties.queries.dossier import dossiers
from penalties.queries.evaluation import evaluation_of
from penalties.services import (
    decision,
    discussions,
    execution,
    hearing,
    notice,
    review,
    statements,
)
from penalties.views.base import CaseActView

OF_CASE = ("case__party", "case__bureau", "case__clause__violation")


class PaperDraftView(CaseActView):
    """Drafting leads to the paper itself, where it is checked and handed in."""

    def get_success_url(self):
        made = getattr(self, "result", None)
        return made.get_absolute_url() if made else self.object.get_absolute_url()


class NoticeDraftView(PaperDraftView):
    title = "起草事先告知书"
    form_class = forms.NoticeForm
    success_message = "告知书已起草，请核对样张后提交签发。"
    explanation = "事实、证据、依据、裁量理由和拟处罚内容由案件记录写成，不能手工改。"

    def get_initial(self):
        return {"phone": self.object.bureau.phone}

    def perform(self, form):
        return notice.draft(self.object, **self.by(form), **self.given(form))


class StatementEnterView(CaseActView):
    permission_required = "accounts.act_for_party"
    title = "代录陈述申辩"
    form_class = hearing_forms.EnterStatementForm
    success_message = "已代录，承办人员已收到消息。"
    explanation = "照当事人交来的书面材料录入，会标明“代录”。"

    def perform(self, form):
        return statements.enter(self.object, **self.by(form), **self.given(form))


class StatementAnswerView(CaseActView):
    title = "复核陈述申辩"
    template_name = "penalties/statement_answer.html"
    queryset = Statement.objects.select_related(*OF_CASE)
    form_class = hearing_forms.AnswerForm

    @property
    def case(self) -> Case:
        return self.object.case

    @property
    def success_message(self):
        decided = self.case.state == Case.State.DECIDED
        return "已复核，请把结果告知当事人。" if decided else "已复核，答复会写入决定书。"

    def get_context_data(self, **kwargs):
        return super().get_context_data(statement=self.object, **kwargs)

    def perform(self, form):
        return statements.answer(self.object, **self.by(form), **self.given(form))


class HearingArrangeView(CaseActView):
    title = "安排听证"
    queryset = Statement.objects.select_related(*OF_CASE)
    form_class = hearing_forms.HearingForm
    success_message = "听证已安排，主持人已收到消息；请起草听证通知书，送达当事人。"

    @property
    def case(self) -> Case:
        return self.object.case

    @property
    def explanation(self):
        day = hearings.earliest(self.case, timezone.localdate())
        return f"今天通知当事人的，听证最早可以定在{cn_date(day)}（行政处罚法第六十四条第二项）。"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"case": self.case}

    def perform(self, form):
        return hearing.arrange(self.object, **self.by(form), **self.given(form))


class HearingHoldView(CaseActView):
    permission_required = "penalties.chair_hearing"
    title = "登记听证笔录"
    queryset = Hearing.objects.select_related(*OF_CASE)
    form_class = hearing_forms.HearingRecordForm
    success_message = "听证笔录已登记。"
    consequences = ("笔录登记后不能再改；处罚决定应当根据笔录作出（行政处罚法第六十五条）",)

    @property
    def case(self) -> Case:
        return self.object.case

    def perform(self, form):
        return hearing.hold(self.object, **self.by(form), **self.given(form))


class SubmitReviewView(CaseActView):
    title = "送法制审核"
    success_message = "已送法制审核。"
    explanation = (
        "由没有参与办理本案的法制审核人员审核；未经审核不得作出决定（行政处罚法第五十八条）。"
    )

    def perform(self, form):
        return review.submit(self.object, **self.by(form))


class ReviewView(CaseActView):
    permission_required = "penalties.review_case"
    template_name = "penalties/case_review.html"
    title = "法制审核"
    form_class = hearing_forms.ReviewForm

    def get_context_data(self, **kwargs):
        today = timezone.localdate()
        return super().get_context_data(
            qualification=reviewers.qualification(self.request.user, today),
            submit_label="提交审核意见",
            assessment=self.object.assessment,
            officers=officers_in_words(self.object, today),
            statements=self.object.statements.all(),
            evidence=self.object.evidence.filter(excluded_on=None),
            hearings=with_files(self.object.hearings.exclude(held_on=None), self.request.user),
            **kwargs,
        )

    def perform(self, form):
        return review.give(self.object, **self.by(form), **self.given(form))

    def get_success_message(self):
        passed = self.result.outcome == Review.Outcome.PASSED
        return "审核通过，可以起草决定书。" if passed else "已退回承办人员。"


class DiscussionView(CaseActView):
    permission_required = "penalties.decide_case"
    template_name = "penalties/case_discussion.html"
    title = "登记集体讨论"
    form_class = DiscussionForm

    @property
    def explanation(self):
        why = deciding_guards.why_discussed(self.object)
        return f"{why}，由机关负责人集体讨论决定（行政处罚法第五十七条第二款）。" if why else ""

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"case": self.object}

    def perform(self, form):
        return discussions.record(self.object, **self.by(form), **self.given(form))

    def get_success_message(self):
        carried = self.result.carried
        return (
            "集体讨论已登记，多数同意。"
            if carried
            else "集体讨论已登记；没有多数同意，不能据此决定。"
        )


class WaiverDiscussionView(DiscussionView):
    title = "登记集体讨论（不予处罚）"
    explanation = (
        "本案可以不予处罚，由机关负责人集体讨论决定（行政处罚法第三十三条第一款、第五十七条第二款）。"
        "请逐人写明是否同意不予处罚。"
    )

    def perform(self, form):
        given = self.given(form) | {"no_penalty": True}
        return discussions.record(self.object, **self.by(form), **given)


class DecisionDraftView(PaperDraftView):
    title = "起草处罚决定书"
    form_class = forms.DecisionForm
    success_message = "决定书已起草，请核对样张后提交签发。"
    explanation = "由经审核的意见写成；机关负责人签发即作出决定。"

    def get_form_kwargs(self):
        made = self.object.assessment
        to_pay = made is None or bool(made.fine or made.gains)
        return super().get_form_kwargs() | {"to_pay": to_pay}

    def perform(self, form):
        return decision.draft(self.object, **self.by(form), **self.given(form))


class PaymentView(CaseActView):
    title = "登记缴款"
    form_class = forms.PaymentForm
    success_message = "缴款已登记。"

    def get_initial(self):
        return {"amount": closing_guards.unpaid(self.object), "paid_on": timezone.localdate()}

    def perform(self, form):
        return execution.record_payment(self.object, **self.by(form), **self.given(form))


class ClosingView(CaseActView):
    """Before a case is closed its file is looked through once more."""

    def get_context_data(self, **kwargs):
        case, today = self.case, timezone.localdate()
        [dossier] = dossiers([case])
        acts = acts_on(case, self.request.user, today)
        return super().get_context_data(evaluation=evaluation_of(dossier, acts, today), **kwargs)


class ProposeClosingView(ClosingView):
    title = "提请结案"
    form_class = forms.ProposeClosingForm
    success_message = "已提请结案，等待机关负责人批准。"

    def get_initial(self):
        """The report that waits for the head, or the one that came back, to be put right."""
        proposed = closings.last_proposed(self.object)
        return {"note": self.object.outcome_note or (proposed.note if proposed else "")}

    def perform(self, form):
        return execution.propose_closing(self.object, **self.by(form), **self.given(form))


class ReturnClosingView(CaseActView):
    permission_required = "penalties.decide_case"
    title = "退回结案"
    form_class = ReasonForm
    success_message = "已退回，请承办人员改好后重新提请结案。"

    @property
    def explanation(self):
        report = self.object.outcome_note
        return f"承办人员的结案报告：{report}" if report else ""

    def perform(self, form):
        return execution.return_closing(self.object, **self.by(form), **self.given(form))


class CloseView(ClosingView):
    permission_required = "penalties.decide_case"
    title = "批准结案"
    form_class = forms.CloseForm
    success_message = "案件已结案。"
    consequences = ("结案后案卷不能再改",)

    @property
    def explanation(self):
        report = self.object.outcome_note
        return f"承办人员的结案报告：{report}" if report else ""

    def perform(self, form):
        return execution.close(self.object, **self.by(form), **self.given(form))


class EndView(CaseActView):
    permission_required = "penalties.decide_case"
    title = "结束案件（不处罚）"
    form_class = forms.EndForm
    success_message = "案件已结束。"
    consequences = ("本案不再给予行政处罚，正在计算的期限一并撤销",)

    @property
    def explanation(self):
        """What the record says of 不予处罚 today: its reasons, or what is missing for it."""
        today = timezone.localdate()
        if lines := no_penalty.reasons(self.object, today):
            missing = no_penalty_guards.discussed(self.object, today) or ""
            return f"不予处罚的理由（随决定冻结，写入决定书）：{''.join(lines)}{missing}"
        return no_penalty_guards.recorded(self.object, today) or ""

    def perform(self, form):
        return execution.end_without_penalty(self.object, **self.by(form), **self.given(form))
