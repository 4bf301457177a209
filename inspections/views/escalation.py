"""逐级督促: one page for each rung beside the talk."""

from inspections.forms.escalation import FORMS
from inspections.models import Escalation
from inspections.services import escalation as services
from inspections.views.closing import VisitActView

Step = Escalation.Step
EXPLAINED = {
    Step.REMIND: "保存后起草提醒函，签发送达单位。已经催办、发出到期提醒的，可以不另发提醒函。",
    Step.INQUIRY: "保存后起草函询函，签发送达后单位书面说明。",
    Step.CIRCULAR: "保存后起草工作通报，审核签发后送达；工作通报不是行政处罚。",
    Step.LEAD: "登记为线索。请在线索上认定事实：有法定情形的，在那里提出处理建议或者提请立案。",
}


class EscalateView(VisitActView):
    step = ""

    @property
    def title(self) -> str:
        return Step(self.step).label

    @property
    def explanation(self) -> str:
        return EXPLAINED[self.step]

    def get_form_class(self):
        return FORMS[self.step]

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"inspection": self.object, "step": self.step}

    def perform(self, form):
        typed = {name: value for name, value in form.cleaned_data.items() if name != "on"}
        return services.take_step(
            self.object, actor=self.request.user, on=self.act_date(form), step=self.step, **typed
        )

    def get_success_url(self):
        return (self.result.document or self.result.lead).get_absolute_url()

    def get_success_message(self):
        return f"已登记“{self.title}”，请在这里继续办理。"
