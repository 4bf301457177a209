"""Pages of 紧急检查: to begin at once, and to approve afterwards."""

from inspections.forms.urgent import UrgentForm
from inspections.services import urgent as services
from inspections.views.visit_acts import InspectionActView


class InspectionGoUrgentlyView(InspectionActView):
    permission_required = "inspections.record_inspection"
    form_class = UrgentForm
    title = "紧急检查"
    success_message = "检查已经开始，请先出示执法证件，再逐项记录；机关负责人会收到补办批准的消息。"
    consequences = (
        "不经事先批准，今天就开始检查；检查日期改为今天。",
        "检查结束后应当及时补办批准，批准以前不能签发反馈意见书。依据：国办发〔2024〕54号（据转载材料核对）。",
    )

    def perform(self, form):
        data = form.cleaned_data
        return services.go_urgently(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            arrived_at=data["arrived_at"],
            reason=data["reason"],
        )


class InspectionApproveAfterwardsView(InspectionActView):
    permission_required = services.APPROVE
    title = "补办批准"
    success_message = "已补办批准。"
    explanation = "紧急检查来不及事先报批，现在由机关负责人核实情况，补办批准。"

    def perform(self, form):
        return services.approve_afterwards(
            self.object, actor=self.request.user, on=self.act_date(form)
        )
