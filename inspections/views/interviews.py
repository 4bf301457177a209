"""Pages of 约谈: the list, and one interview with its notice and what may be done."""

from django.urls import reverse
from django.utils import timezone

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents.queries import documents_about
from archives_enforcement.exporting import Exported
from archives_enforcement.navigation import Crumb, PageAct, acts_from
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.views import DetailView, ListView
from inspections.forms import interviews as forms
from inspections.models import Commitment, Interview
from inspections.queries import interview_steps, ladder, talk_candidates
from inspections.queries import interviews as queries
from inspections.queries.visits import findings_of
from inspections.services import interviews as services
from inspections.workflow import INTERVIEW_FLOW

LIST_CRUMB = ("约谈", "inspections:interview-list")
INTERVIEWS = Interview.objects.select_related(
    "unit__party", "inspection__unit__party", "bureau", "drafted_by", "order"
)


class InterviewListView(Exported, ListView):
    permission_required = "inspections.view_interview"
    template_name = "inspections/interview_list.html"
    queryset = INTERVIEWS.order_by("-scheduled_on", "-pk").prefetch_related(
        "findings", "commitments"
    )
    filterset_class = forms.InterviewFilter
    sheet_title = "约谈"
    sheet_columns = (
        ("单位", 34), ("种类", 12), ("约谈日期", 12), ("没有改好的问题", 24), ("状态", 12),
        ("单位承诺", 40),
    )  # fmt: skip

    def sheet_line(self, row):
        problems = "、".join(str(finding.position) for finding in row.findings.all())
        promises = (f"{cn_date(one.due_on)}前　{one.state_label}" for one in row.commitments.all())
        return (
            str(row.unit), row.get_kind_display(), row.held_on or row.scheduled_on,
            f"第 {problems} 项" if problems else "", row.get_state_display(), "\n".join(promises),
        )  # fmt: skip

    def get_context_data(self, **kwargs):
        """Before the talks: whom one might call in, for those who hold talks."""
        user = self.request.user
        found = (
            talk_candidates.candidates(user, timezone.localdate())
            if user.has_perm(services.HOLD)
            else []
        )
        return super().get_context_data(candidates=found, **kwargs)


class InterviewDetailView(DetailView):
    permission_required = "inspections.view_interview"
    template_name = "inspections/interview_detail.html"
    queryset = INTERVIEWS
    workflow = INTERVIEW_FLOW

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        interview, user = self.object, self.request.user
        papers = list(documents_about(interview, user))
        notices = queries.notices_among(queries.notice_papers(papers))
        commitments = list(interview.commitments.select_related("checked_by"))
        return context | {
            "commitments": commitments,
            "rungs": self.next_rungs(commitments),
            "short_notice": queries.late_notice(interview, notices, context["today"]),
            "crumbs": [Crumb(LIST_CRUMB[0], reverse(LIST_CRUMB[1])), Crumb(str(interview.unit))],
            "papers": papers,
            "notices": notices,
            "findings": list(interview.findings.order_by("position")),
            "steps": interview_steps.steps(interview, notices),
            "next_step": interview_steps.next_step(interview, notices),
            "acts": interview_acts(interview, notices, papers, context["offers"], user),
            "entries": AuditEntry.objects.visible_to(user).about(interview)[:10],
        }

    def next_rungs(self, commitments) -> ladder.Rungs | None:
        """Where a broken promise leads; None while none is broken."""
        if all(row.outcome != Commitment.Outcome.BROKEN for row in commitments):
            return None
        today = timezone.localdate()
        visit, user = self.object.inspection, self.request.user
        return ladder.offers(visit, findings_of(visit, user), user, today)


PAGE_OF_STEP = {
    "hold": "inspections:interview-hold",
    "sign_minutes": "inspections:interview-sign",
    "refuse_minutes": "inspections:interview-refuse",
}


def interview_acts(interview, notices, papers, offers, user) -> list[PageAct]:
    """Steps come from the flow; papers are signed on pages of their own, so theirs are links."""
    own = [offer for offer in offers if offer.step.name in PAGE_OF_STEP]
    steps = acts_from(own, lambda name: reverse(PAGE_OF_STEP[name], args=[interview.pk]))
    acts = [*_on_the_notice(interview, notices, user), *_on_the_papers(interview, papers, user)]
    acts = sorted([*acts, *steps], key=lambda act: bool(act.why))
    first = next((act for act in acts if not act.why), None)
    return [act._replace(primary=act is first) for act in acts]


def _on_the_papers(interview, papers, user) -> list[PageAct]:
    """责令限期改正 with a statutory talk, and the minutes after any talk."""
    if not user.has_perm(services.HOLD):
        return []
    acts = []
    if interview.kind == Interview.Kind.STATUTORY and not queries.has_order(interview):
        url = reverse("inspections:interview-order", args=[interview.pk])
        acts.append(PageAct("责令限期改正", url))
    if interview.state == Interview.State.HELD and not queries.minutes_among(papers):
        url = reverse("documents:draft", args=["interview", interview.pk, queries.MINUTES])
        acts.append(PageAct("制作约谈记录", url))
    return acts


def _on_the_notice(interview, notices, user) -> list[PageAct]:
    if interview.state == Interview.State.DRAFT:
        if notices.draft:
            return [PageAct("办理约谈通知书", notices.draft.get_absolute_url(), True)]
        if not user.has_perm(services.HOLD):
            return []
        url = reverse("inspections:interview-notice", args=[interview.pk])
        return [PageAct("重新起草约谈通知书", url, True)]
    return []
