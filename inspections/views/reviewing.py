"""Pages on which an answer of the unit is entered from paper, reviewed or decided."""

from django.core.exceptions import ValidationError
from django.utils import timezone

from archives_enforcement.workflow import Act
from inspections.forms import rectification as forms
from inspections.models import Finding, Reply
from inspections.queries import rectification as queries
from inspections.services import answers, requests
from inspections.services import rectification as services
from inspections.views.rectification import FindingActView
from inspections.workflow import FINDING_FLOW


def said(form) -> dict:
    """What the unit answered, as the services take it."""
    names = ("kind", "text", "until", "share", "owner", "files", "before", "after")
    return {name: form.cleaned_data[name] for name in (*names, "seen")}


class AnswerMixin:
    """A form made from what its writer saw; who comes second keeps his words."""

    def get_initial(self):
        seen = queries.newest_answer(self.object)
        return {**super().get_initial(), "owner": self.object.owner, "seen": seen}

    def perform(self, form):
        try:
            return self.answer(form)
        except ValidationError:
            self.object = self.get_object()
            form.data = form.data.copy()
            form.data["seen"] = queries.newest_answer(self.object)
            raise

    def get_success_message(self):
        if queries.was_set_aside(self.object, self.request.user):
            return (
                "您提交的同时，已经有人提交了另一份回复。"
                "两份都已保存，都列在下面；复核以那一份为准。"
            )
        return self.success_message


class EnterReplyView(AnswerMixin, FindingActView):
    permission_required = "accounts.act_for_party"
    form_class = forms.EnterReplyForm
    title, submit_label = "代录单位的书面回复", "提交代录"
    success_message = "已代录。请由检查组其他人员复核。"

    def answer(self, form):
        return answers.enter_reply(
            self.object, actor=self.request.user, on=self.act_date(form), **said(form)
        )


class AcceptView(FindingActView):
    permission_required = "inspections.review_reply"
    form_class = forms.AcceptForm

    def get_context_data(self, **kwargs):
        part = queries.waiting_reply(self.object, Reply.Kind.PARTLY)
        if part is not None:
            kwargs |= {
                "title": "认可已完成的部分",
                "submit_label": f"认可完成 {part.share}%",
                "consequences_text": "其余部分仍按期限整改，单位改好以后再回复。",
            }
        else:
            kwargs |= {
                "title": "复核通过",
                "submit_label": "复核通过并销号",
                "consequences_text": "这个问题销号，并通知单位；销号以后不再要求单位回复。",
            }
        return super().get_context_data(**kwargs)

    def perform(self, form):
        return services.accept(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            note=form.cleaned_data["note"],
        )

    def get_success_message(self):
        if self.result.state == Finding.State.ACCEPTED:
            return "已销号，并通知单位。"
        return f"已认可完成 {self.result.progress}%，并通知单位。"


class DecideView(FindingActView):
    """An answer to what the unit asked for or objects to."""

    permission_required = services.REVIEW
    step = consequences = ""

    def get_form_class(self):
        return forms.ExtendForm if self.step == "extend" else forms.ReasonedForm

    def get_initial(self):
        asked = queries.waiting_reply(self.object, Reply.Kind.MORE_TIME)
        return {**super().get_initial(), "until": asked.until if asked else None}

    def get_context_data(self, **kwargs):
        title = FINDING_FLOW.transitions[self.step].label
        return super().get_context_data(
            title=title, submit_label=title, consequences_text=self.consequences, **kwargs
        )

    def perform(self, form):
        decide = getattr(requests, self.step)
        return decide(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            **{name: value for name, value in form.cleaned_data.items() if name != "on"},
        )

    def get_success_message(self):
        return f"已{FINDING_FLOW.transitions[self.step].label}，并通知单位。"


class ReturnReplyView(FindingActView):
    permission_required = "inspections.review_reply"
    form_class = forms.ReturnForm
    title, success_message = "退回", "已退回，并通知单位。"

    def get_context_data(self, **kwargs):
        act = Act(self.request.user, timezone.localdate())
        lamps = FINDING_FLOW.lit(self.object, "return_reply", act)
        return super().get_context_data(lamps=lamps, **kwargs)

    def perform(self, form):
        return services.return_reply(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            note=form.cleaned_data["note"],
        )


class VerifyView(FindingActView):
    permission_required = "inspections.record_inspection"
    form_class = forms.VerifyForm
    title, submit_label = "现场核实已整改", "核实并销号"
    success_message = "已记录现场核实，问题已销号。"

    def perform(self, form):
        return services.verify_on_site(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            note=form.cleaned_data["note"],
        )
