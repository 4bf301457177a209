"""Page of the unit: its own result, how it came about, and asking for a review."""

from django.utils import timezone

from archives_enforcement.files.resumable import ResumableMixin
from archives_enforcement.views import ActView
from inspections.forms.assessment import AppealForm
from inspections.models import AssessmentResult
from inspections.queries import assessment as queries
from inspections.services import appeals
from inspections.views.assessment import RESULTS


class ResultView(ResumableMixin, ActView):
    permission_required = appeals.APPEAL
    template_name = "inspections/portal_assessment.html"
    queryset = RESULTS
    form_class = AppealForm
    success_message = "已提交复核申请，局里会在期限内答复您。"

    def get_context_data(self, **kwargs):
        result, today = self.object, timezone.localdate()
        last = result.assessment.appeal_by
        may_appeal = result.state == AssessmentResult.State.COUNTED and today <= last
        context = {
            "result": result,
            "standing": queries.standing(result),
            "appeal": queries.appeal_of(result),
            "party": result.unit.party,
            "bureau": result.assessment.bureau,
            "last": last,
            "may_appeal": may_appeal,
        }
        return super().get_context_data(**(context | kwargs))

    def perform(self, form):
        said = {name: form.cleaned_data[name] for name in ("text", "files")}
        who = {"actor": self.request.user, "on": self.act_date(form)}
        return appeals.file(self.object, **who, **said)

    def get_success_url(self):
        return self.object.get_portal_url()
