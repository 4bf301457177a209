"""Pages of 提问: the unit asks, the archive hall or an officer answers."""

from django.urls import reverse

from archives_enforcement.files.unsent import UnsentMixin
from archives_enforcement.navigation import Crumb
from archives_enforcement.views import ActView
from inspections.forms.questions import AnswerForm, AskForm, EnterQuestionForm
from inspections.models import Finding, Question
from inspections.services import questions as services
from inspections.views.rectification import FindingActView, crumbs


class AskView(UnsentMixin, ActView):
    permission_required = services.ASK
    template_name = "inspections/portal_finding_ask.html"
    queryset = Finding.objects.select_related("inspection__unit__party__bureau", "item", "spot_fix")
    form_class = AskForm
    success_message = "已提交，馆里或者局里答复后会在这里告诉您。"

    def get_context_data(self, **kwargs):
        finding = self.object
        context = {
            "finding": finding,
            "party": finding.inspection.party,
            "bureau": finding.inspection.party.bureau,
            "back_url": self.get_success_url(),
        }
        return super().get_context_data(**(context | kwargs))

    def perform(self, form):
        return services.ask(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            text=form.cleaned_data["text"],
        )

    def get_success_url(self):
        return reverse("inspections:portal-finding-reply", args=[self.object.pk])


class EnterView(FindingActView):
    permission_required = services.ENTER
    form_class = EnterQuestionForm
    title, submit_label = "代录单位的提问", "提交代录"
    success_message = "已代录，并告诉馆里和检查组。"

    def perform(self, form):
        return services.enter(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            text=form.cleaned_data["text"],
            files=form.cleaned_data["files"],
        )

    def get_success_url(self):
        return self.object.get_absolute_url()


class AnswerView(ActView):
    permission_required = services.ANSWER
    template_name = "inspections/question_answer.html"
    queryset = Question.objects.select_related(
        "finding__inspection__unit__party", "finding__item", "finding__spot_fix", "asked_by",
        "answered_by",
    )  # fmt: skip
    form_class = AnswerForm
    success_message = "已答复，并通知单位。"

    def get_context_data(self, **kwargs):
        finding = self.object.finding
        context = {
            "title": "答复单位的提问",
            "question": self.object,
            "finding": finding,
            "crumbs": crumbs(finding, Crumb("答复提问")),
            "submit_label": "答复",
            "cancel_url": finding.get_absolute_url(),
        }
        return super().get_context_data(**(context | kwargs))

    def perform(self, form):
        return services.answer(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            text=form.cleaned_data["text"],
        )

    def get_success_url(self):
        return self.object.finding.get_absolute_url()
