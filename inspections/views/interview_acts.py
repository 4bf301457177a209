"""Pages of the acts on 约谈: arrange, give notice, hold, sign, check what was promised."""

from django.urls import reverse
from django.utils import timezone

from archives_enforcement.documents.models import Document
from archives_enforcement.forms import ActForm
from archives_enforcement.navigation import Crumb
from archives_enforcement.views import ActView
from inspections.forms import interviews as forms
from inspections.models import Commitment
from inspections.services import commitment_checks, interview_minutes
from inspections.services import interviews as services
from inspections.views.closing import VisitActView
from inspections.views.interviews import INTERVIEWS, LIST_CRUMB


class InterviewCreateView(VisitActView):
    permission_required = services.HOLD
    form_class = forms.InterviewForm
    title, submit_label = "约谈", "保存并起草通知书"
    explanation = "对逾期没有整改、或者回头看时仍未改好的问题约谈单位；保存后起草约谈通知书。"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"inspection": self.object}

    def perform(self, form):
        names = ("kind", "findings", "reason", "scheduled_on", "scheduled_at", "place")
        return services.create(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            **{name: form.cleaned_data[name] for name in names},
        )

    def get_success_url(self):
        return self.result.get_absolute_url()

    def get_success_message(self):
        return "已保存，约谈通知书已起草。"


class InterviewActView(ActView):
    permission_required = services.HOLD
    template_name = "inspections/interview_act.html"
    queryset = INTERVIEWS
    form_class = ActForm
    title = ""

    def get_context_data(self, **kwargs):
        interview = self.object
        context = {
            "title": self.title,
            "interview": interview,
            "findings": list(interview.findings.order_by("position")),
            "crumbs": [
                Crumb(LIST_CRUMB[0], reverse(LIST_CRUMB[1])),
                Crumb(str(interview.unit), interview.get_absolute_url()),
                Crumb(self.title),
            ],
            "submit_label": self.title,
            "cancel_url": interview.get_absolute_url(),
            "today": timezone.localdate(),
        }
        return super().get_context_data(**(context | kwargs))


class DraftNoticeView(InterviewActView):
    title, success_message = "起草约谈通知书", "约谈通知书已起草，请核对后提交签发。"

    def perform(self, form) -> Document:
        return services.draft_notice(self.object, actor=self.request.user, on=self.act_date(form))

    def get_success_url(self):
        return self.result.get_absolute_url()


class DraftOrderView(InterviewActView):
    form_class = forms.OrderForm
    title = "责令限期改正"
    success_message = "责令限期整改通知书已起草，请核对后提交审核。"

    def perform(self, form) -> Document:
        return services.draft_order(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            term=form.cleaned_data["term"],
        )

    def get_success_url(self):
        return self.result.get_absolute_url()


class HoldView(InterviewActView):
    form_class = forms.HoldForm
    title, success_message = "登记约谈记录", "约谈记录已保存。"

    def perform(self, form):
        return interview_minutes.hold(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            present=form.cleaned_data["present"],
            minutes=form.cleaned_data["minutes"],
            commitments=form.commitments,
        )


class SignView(InterviewActView):
    form_class = forms.SignForm
    title, success_message = "登记签字", "已登记签字。"

    def perform(self, form):
        return interview_minutes.sign_minutes(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            signed_by=form.cleaned_data["signed_by"],
        )


class RefuseView(InterviewActView):
    form_class = forms.RefuseForm
    title, success_message = "登记拒绝签字", "已登记拒绝签字和原因。"

    def perform(self, form):
        return interview_minutes.refuse_minutes(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            reason=form.cleaned_data["reason"],
        )


class CheckCommitmentView(ActView):
    permission_required = services.HOLD
    template_name = "inspections/commitment_check.html"
    queryset = Commitment.objects.select_related("interview__unit__party")
    form_class = forms.CheckCommitmentForm
    title, success_message = "核实承诺", "已登记核实结果，并告诉单位。"

    def get_context_data(self, **kwargs):
        interview = self.object.interview
        context = {
            "title": self.title,
            "commitment": self.object,
            "interview": interview,
            "crumbs": [
                Crumb(LIST_CRUMB[0], reverse(LIST_CRUMB[1])),
                Crumb(str(interview.unit), interview.get_absolute_url()),
                Crumb(self.title),
            ],
            "submit_label": "保存核实结果",
            "cancel_url": interview.get_absolute_url(),
        }
        return super().get_context_data(**(context | kwargs))

    def perform(self, form):
        return commitment_checks.check_commitment(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            outcome=form.cleaned_data["outcome"],
            note=form.cleaned_data["note"],
        )

    def get_success_url(self):
        return self.object.interview.get_absolute_url()
