"""Pages of the unit: what was found, what it must do, and its answer; in plain words."""

from django.urls import reverse
from django.utils import timezone

from archives_enforcement.files.resumable import ResumableMixin
from archives_enforcement.files.unsent import UnsentMixin
from archives_enforcement.views import ActView, DetailView
from inspections.forms.rectification import ReplyForm
from inspections.models import Consent, Finding, Inspection
from inspections.queries import interviews, party_findings
from inspections.queries import rectification as queries
from inspections.services import answers
from inspections.views.reviewing import AnswerMixin, said


class PortalInspectionView(DetailView):
    """One visit as the unit may read it: what was found, the letters, and where each stands."""

    permission_required = "inspections.answer_finding"
    template_name = "inspections/portal_inspection.html"
    queryset = Inspection.objects.exclude(kind=Inspection.Kind.LOOK_BACK).select_related(
        "unit__party__bureau"
    )

    def get_context_data(self, **kwargs):
        visit, user = self.object, self.request.user
        party = visit.party
        return super().get_context_data(
            visit=visit,
            party=party,
            bureau=party.bureau,
            findings=party_findings.party_findings(party_findings.findings_of_visit(visit, user)),
            deliveries=party_findings.with_answer_days(
                party_findings.letters_on_visit(visit, user), timezone.localdate()
            ),
            consent=Consent.objects.visible_to(user)
            .select_related("exemplary")
            .filter(exemplary__inspection=visit)
            .last(),
            talks=interviews.talks_for_party(visit, user),
            **kwargs,
        )


class PortalReplyView(UnsentMixin, AnswerMixin, ResumableMixin, ActView):
    """The unit answers on one problem; its earlier answers stand below."""

    ahead = True

    permission_required = "inspections.answer_finding"
    template_name = "inspections/portal_finding_reply.html"
    queryset = Finding.objects.select_related(
        "inspection__unit__party__bureau", "item", "spot_fix", "termination"
    )
    form_class = ReplyForm
    success_message = "已提交，局里看过以后会在这里告诉您。"

    def get_context_data(self, **kwargs):
        finding = self.object
        party = finding.inspection.party
        context = {
            "finding": finding,
            "party": party,
            "bureau": party.bureau,
            "replies": queries.replies_of(finding, self.request.user),
            "questions": queries.questions_on(finding, self.request.user),
            "open": finding.state in queries.AWAITS_UNIT
            and not finding.is_past
            and finding.inspection.state in Inspection.ANSWERABLE,
            "back_url": reverse("inspections:portal-inspection", args=[finding.inspection_id]),
            "today": timezone.localdate(),
        }
        return super().get_context_data(**(context | kwargs))

    def answer(self, form):
        return answers.reply(
            self.object, actor=self.request.user, on=self.act_date(form), **said(form)
        )

    def get_kept_url(self):
        return reverse("inspections:portal-inspection", args=[self.object.inspection_id])

    def get_success_url(self):
        if queries.was_set_aside(self.object, self.request.user):
            return reverse("inspections:portal-finding-reply", args=[self.object.pk])
        return reverse("inspections:portal-inspection", args=[self.object.inspection_id])
