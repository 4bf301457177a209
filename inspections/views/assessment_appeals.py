"""Pages of 复核: an appeal on paper is entered, and every appeal is answered."""

from archives_enforcement.files.resumable import ResumableMixin
from archives_enforcement.views import ActView
from inspections.forms import assessment as forms
from inspections.queries import assessment as queries
from inspections.services import appeals
from inspections.services import assessment as services
from inspections.views.assessment import RESULTS, crumbs_of
from inspections.workflow import RESULT_FLOW


class ResultActView(ActView):
    """An act on one unit's result."""

    template_name = "inspections/assessment_result_act.html"
    queryset = RESULTS
    title = step = ""

    def get_context_data(self, **kwargs):
        result = self.object
        return super().get_context_data(
            title=self.title, result=result, standing=queries.standing(result),
            appeal=queries.appeal_of(result), submit_label=self.title,
            crumbs=crumbs_of(result.assessment, str(result.unit), self.title),
            cancel_url=result.get_absolute_url(),
            why_not=RESULT_FLOW.out_of_turn(result, self.step), **kwargs,
        )  # fmt: skip

    def who(self, form) -> dict:
        return {"actor": self.request.user, "on": self.act_date(form)}


class EnterAppealView(ResumableMixin, ResultActView):
    permission_required = appeals.ENTER
    form_class = forms.EnterAppealForm
    title, step, success_message = "代录复核申请", "enter_appeal", "已代录，请机关负责人答复。"

    def perform(self, form):
        said = {name: form.cleaned_data[name] for name in ("text", "files")}
        return appeals.enter(self.object, **self.who(form), **said)


class DecideView(ResultActView):
    permission_required = services.PUBLISH
    form_class = forms.DecideForm
    title, step, success_message = "答复复核", "decide_appeal", "已答复，并通知单位。"

    def perform(self, form):
        said = {name: form.cleaned_data[name] for name in ("outcome", "answer")}
        return appeals.decide(self.object, **self.who(form), **said)
