"""Acts on a whole visit after its letter: reminding the unit, and closing."""

from django.urls import reverse
from django.utils import timezone

from archives_enforcement.forms import ActForm
from archives_enforcement.navigation import Crumb
from archives_enforcement.views import ActView
from inspections.models import Inspection
from inspections.services import rectification as services


class VisitActView(ActView):
    """An act on a whole visit in rectification; its problems stand beside the form."""

    permission_required = services.REVIEW
    template_name = "inspections/finding_visit_act.html"
    queryset = Inspection.objects.select_related("unit__party__bureau", "bureau", "origin")
    form_class = ActForm
    title = submit_label = explanation = ""

    def get_context_data(self, **kwargs):
        visit = self.object
        problems = visit.origin if visit.is_look_back else visit
        context = {
            "title": f"{self.title}　{visit.unit}",
            "visit": visit,
            "crumbs": [
                Crumb("检查", reverse("inspections:inspection-list")),
                Crumb(str(visit.unit), visit.get_absolute_url()),
                Crumb(self.title),
            ],
            "findings": list(problems.findings.order_by("position")),
            "explanation": self.explanation,
            "submit_label": self.submit_label or self.title,
            "cancel_url": visit.get_absolute_url(),
            "today": timezone.localdate(),
        }
        return super().get_context_data(**(context | kwargs))


class CloseView(VisitActView):
    title, success_message = "办结", "检查已办结。"
    explanation = "问题全部销号后办结；办结后单位仍能查看这次检查和全部回复。"

    def perform(self, form):
        return services.close(self.object, actor=self.request.user, on=self.act_date(form))


class RemindView(VisitActView):
    title, submit_label = "催办", "发送催办"
    explanation = "提醒单位尽快回复下面还没有回复的问题，并记入全过程记录；同一天只能催办一次。"

    def perform(self, form):
        return services.remind(self.object, actor=self.request.user, on=self.act_date(form))

    def get_success_message(self):
        if not self.result:
            return "已记入催办。这个单位还没有开通账号的经办人，请电话联系。"
        return f"已催办，{self.result} 名单位经办人会收到消息。"
