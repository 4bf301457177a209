"""Pages of 约谈: the list, one interview with its notice, and its acts."""

from django.urls import reverse
from django.utils import timezone

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents.models import Document
from archives_enforcement.documents.queries import documents_about
from archives_enforcement.forms import ActForm
from archives_enforcement.navigation import Crumb, PageAct, acts_from
from archives_enforcement.views import ActView, DetailView, ListView
from inspections.forms.interviews import HoldForm, InterviewFilter, InterviewForm
from inspections.models import Interview
from inspections.queries import interviews as queries
from inspections.services import interviews as services
from inspections.views.closing import VisitActView
from inspections.workflow import INTERVIEW_FLOW

LIST_CRUMB = ("约谈", "inspections:interview-list")
INTERVIEWS = Interview.objects.select_related(
    "unit__party", "inspection__unit__party", "bureau", "drafted_by"
)


class InterviewListView(ListView):
    permission_required = "inspections.view_interview"
    template_name = "inspections/interview_list.html"
    queryset = INTERVIEWS.order_by("-scheduled_on", "-pk").prefetch_related("findings")
    filterset_class = InterviewFilter


class InterviewDetailView(DetailView):
    permission_required = "inspections.view_interview"
    template_name = "inspections/interview_detail.html"
    queryset = INTERVIEWS
    workflow = INTERVIEW_FLOW

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        interview, user = self.object, self.request.user
        papers = list(documents_about(interview, user))
        notices = queries.notices_among(papers)
        return context | {
            "crumbs": [Crumb(LIST_CRUMB[0], reverse(LIST_CRUMB[1])), Crumb(str(interview.unit))],
            "papers": papers,
            "notices": notices,
            "findings": list(interview.findings.order_by("position")),
            "steps": queries.steps(interview, notices),
            "next_step": queries.next_step(interview, notices),
            "acts": interview_acts(interview, notices, context["offers"], user),
            "entries": AuditEntry.objects.visible_to(user).about(interview)[:10],
        }


def interview_acts(interview, notices, offers, user) -> list[PageAct]:
    """登记 comes from the flow; the notice is signed on its own page, so its step is a link."""
    if interview.state == Interview.State.DRAFT:
        if notices.draft:
            return [PageAct("办理约谈通知书", notices.draft.get_absolute_url(), True)]
        if not user.has_perm(services.HOLD):
            return []
        url = reverse("inspections:interview-notice", args=[interview.pk])
        return [PageAct("重新起草约谈通知书", url, True)]
    return acts_from(offers, lambda _: reverse("inspections:interview-hold", args=[interview.pk]))


class InterviewCreateView(VisitActView):
    permission_required = services.HOLD
    form_class = InterviewForm
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


class HoldView(InterviewActView):
    form_class = HoldForm
    title, success_message = "登记约谈记录", "约谈记录已保存。"

    def perform(self, form):
        names = ("present", "minutes", "commitments", "commitment_due")
        return services.hold(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            **{name: form.cleaned_data[name] for name in names},
        )
