"""Pages of 紧急检查, of another day and of going unannounced: what the head decides."""

from django.utils.functional import cached_property

from inspections.forms.urgent import BriefReasonForm, RescheduleForm, UrgentForm
from inspections.services import rescheduling, visit_decisions
from inspections.services import urgent as services
from inspections.views.scheduling import Proposing
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


class InspectionRefuseAfterwardsView(InspectionActView):
    permission_required = services.APPROVE
    form_class = BriefReasonForm
    title = "不予补办批准"
    success_message = "已决定不予补办批准，检查组和法制审核人员已收到消息。"
    consequences = (
        "这次检查按“未经批准”结束，不签发反馈意见书，也不能再补办批准。",
        "发现的问题转为线索，另行报批检查或者立案后处理；问题本身不因此消失。",
        "检查照样计入企业年度检查频次，并要填报执法监督平台。依据：本机关检查工作规范。",
    )

    def perform(self, form):
        return services.refuse_afterwards(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            reason=form.cleaned_data["note"],
        )


class InspectionRescheduleView(Proposing, InspectionActView):
    """Another day for an approved check; what speaks against it is said, and blocks nothing."""

    permission_required = services.APPROVE
    form_class = RescheduleForm
    step = "reschedule"
    title = "改期"
    success_message = "已改期，检查组成员和受邀的观察员已收到消息。"
    consequences = (
        "批准的日期改为新的日期，原来的日期不能再检查。",
        "已经准备离线资料的设备要重新准备。",
    )

    @cached_property
    def slots(self) -> list:
        """All that are proposed but the one it is arranged in."""
        now = (self.object.scheduled_on, self.object.session)
        return [slot for slot in super().slots if (slot.day, slot.session) != now]

    def get_initial(self):
        return {"session": self.object.session}

    def perform(self, form):
        data = form.cleaned_data
        return rescheduling.reschedule(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            day=data["scheduled_on"],
            session=data["session"],
            reason=data["note"],
        )

    def get_success_url(self):
        self.warn_of_day(self.result)
        return super().get_success_url()


class InspectionUnannouncedView(InspectionActView):
    permission_required = services.APPROVE
    form_class = BriefReasonForm
    step = "leave_unannounced"
    title = "批准不预先通知"
    success_message = "已批准不预先通知，检查组可以按时前往。"
    explanation = "不发检查通知书的，由机关负责人写明理由，如防止临时补造材料。"

    def perform(self, form):
        return visit_decisions.leave_unannounced(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            reason=form.cleaned_data["note"],
        )
