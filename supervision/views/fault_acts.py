"""Acts on 过错责任, each on a page of its own."""

from django.urls import reverse

from archives_enforcement.navigation import Crumb
from supervision import fault_guards
from supervision.forms import faults as forms
from supervision.forms.notices import ReturnForm
from supervision.models import FaultHandling
from supervision.queries import faults as queries
from supervision.services import faults as services
from supervision.services.notices import DRAFT
from supervision.views.faults import FAULTS, LIST, OfOthers
from supervision.views.pages import ActPage, CreatePage
from supervision.workflow import ASSIGN_FAULT, DECIDE_FAULT, INVESTIGATE_FAULT, REGISTER_FAULT


class FaultCreateView(CreatePage):
    permission_required = REGISTER_FAULT
    form_class = forms.RegisterForm
    list_crumb = LIST
    title, submit_label = "登记过错责任", "登记"
    success_message = "已登记，等待机关负责人指定调查人。"
    explanation = (
        "从监督检查、案卷评查、监督通知、投诉、过错预警、复议诉讼的页面点“转过错责任”进来的，来源和事实自动带入。",
        "告知以前当事人员看不到；告知以后看得到过错情形、事实和处理结果，看不到来源和调查经过。",
        "关于机关负责人的，登记以后转有权机关。",
    )

    def get_initial(self):
        source, _ = self.source()
        return super().get_initial() | (queries.known_of(source) if source else {})

    def source(self):
        return queries.found_source(self.request.GET.get("from", ""), self.request.user)

    def perform(self, form):
        source, origin = self.source()
        return services.register(
            actor=self.request.user, on=self.act_date(form), source=source, origin=origin,
            **self.typed(form),
        )  # fmt: skip


class FaultActPage(OfOthers, ActPage):
    queryset = FAULTS
    list_crumb = LIST
    template_name = "supervision/fault_act.html"


class FaultAssignView(FaultActPage):
    permission_required = ASSIGN_FAULT
    form_class = forms.AssignForm
    title, success_message = "指定调查人", "已指定调查人。"
    service = services.assign
    explanation = (
        "调查人不能是当事人员、办理过这件事的人员，也不能是正与当事人员一起办案、检查的人员。",
    )

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"record": self.object}


class FaultTellView(FaultActPage):
    permission_required = INVESTIGATE_FAULT
    title, success_message = "告知当事人员", "已告知，陈述申辩的期限从今天起计算。"
    service = services.tell
    explanation = (
        "当事人员会收到消息，在自己的工作台看到过错情形和事实，在期限内陈述申辩。",
        "没有听取陈述申辩、期限没有届满的，不能提出处理意见。",
    )


class FaultStatementView(FaultActPage):
    permission_required = REGISTER_FAULT
    form_class = forms.EnterStatementForm
    title, success_message = "录入书面陈述", "已录入陈述申辩。"
    service = services.enter_statement


class FaultGoOnView(FaultActPage):
    permission_required = INVESTIGATE_FAULT
    title, success_message = "期满没有陈述", "已登记，可以提出处理意见。"
    service = services.go_on
    explanation = ("决定以前当事人员又陈述申辩的，仍然听取，并重新提出处理意见。",)


class FaultProposeView(FaultActPage):
    permission_required = INVESTIGATE_FAULT
    form_class = forms.ProposeForm
    title, success_message = "提出处理意见", "已提出，等待机关负责人决定。"
    service = services.propose


class FaultReturnView(FaultActPage):
    permission_required = DECIDE_FAULT
    form_class = ReturnForm
    title, success_message = "退回", "已退回调查人。"
    service = services.return_proposal


class FaultDecideView(FaultActPage):
    permission_required = DECIDE_FAULT
    form_class = forms.DecideForm
    title, success_message = "决定追究", "已决定，请逐项落实。"
    service = services.decide
    explanation = (
        "执法证件由发证的司法行政部门处理，处分由任免机关、监察机关决定，涉嫌犯罪的由司法机关处理，本机关只能建议。",
        "承担赔偿费用的，先登记已经决定的行政赔偿。",
        "不追究的，返回后办理“不予追究”。",
    )

    def get_initial(self):
        return super().get_initial() | {"measures": self.object.proposed}

    def get_context_data(self, **kwargs):
        return super().get_context_data(why_not=fault_guards.harm_is_stated(self.object), **kwargs)


class FaultExemptView(FaultActPage):
    permission_required = DECIDE_FAULT
    form_class = forms.ExemptForm
    title, success_message = "不予追究", "已决定不予追究。"
    service = services.exempt


class FaultPaperView(FaultActPage):
    permission_required = (REGISTER_FAULT, DRAFT)
    title, success_message = "起草决定（建议）书", "文书已起草，请核对后提交审核。"
    service = services.draft_paper

    def get_success_url(self):
        return self.result.get_absolute_url()


class FaultCloseView(FaultActPage):
    permission_required = REGISTER_FAULT
    title, success_message = "办结", "已办结。"
    service = services.close


class FaultReferView(FaultActPage):
    permission_required = REGISTER_FAULT
    form_class = forms.ReferForm
    title, success_message = "转有权机关", "已登记转送。"
    service = services.refer


class HandlingPage(ActPage):
    """An act on one measure of a decision."""

    permission_required = REGISTER_FAULT
    queryset = FaultHandling.objects.select_related("record__bureau", "record__officer")

    def get_queryset(self):
        return super().get_queryset().exclude(record__officer=self.request.user)

    def crumbs(self):
        record = self.object.record
        here = Crumb(str(record), record.get_absolute_url())
        return [Crumb(LIST[0], reverse(LIST[1])), here, Crumb(self.title)]

    def cancel_url(self):
        return self.object.record.get_absolute_url()

    get_success_url = cancel_url

    @property
    def explanation(self):
        return (f"{self.object.record.officer}：{self.object}。", self.object.kind.basis)


class HandlingSendView(HandlingPage):
    form_class = forms.SendForm
    title, success_message = "送出建议", "已登记送出，等待有权机关答复。"
    service = services.send

    def get_initial(self):
        return super().get_initial() | {"competent": self.object.competent}


class HandlingSettleView(HandlingPage):
    form_class = forms.SettleForm
    title, success_message = "登记落实情况", "已登记。"
    service = services.settle
