"""Pages of the party: what was notified, what it may say and until when; in plain words."""

from django.urls import reverse
from django.utils import timezone

from archives_enforcement.files.resumable import ResumableMixin
from archives_enforcement.files.unsent import UnsentMixin
from archives_enforcement.views import ActView, DetailView
from penalties import closing_guards
from penalties.forms import hearing as forms
from penalties.models import Case, Statement
from penalties.payment_guards import nothing_to_ask_for
from penalties.queries import demands, enforcing, papers
from penalties.queries.hearings import standing
from penalties.queries.wording import penalty
from penalties.services import payment_requests, recusals, statements

ANSWER = "penalties.answer_notice"


def page_name(case: Case, decision) -> str:
    """What the party's page of a case is called: by what it was told last."""
    if case.on_the_spot:
        return "当场处罚"
    return "处罚决定" if decision else "处罚告知"


class PortalCaseView(DetailView):
    """One case as the party may read it: the notice, the terms, what it said."""

    permission_required = ANSWER
    template_name = "penalties/portal_case.html"
    queryset = Case.objects.select_related("party__bureau", "bureau", "clause__violation")

    def get_context_data(self, **kwargs):
        case, user = self.object, self.request.user
        notice = papers.issued(case, papers.NOTICE)
        decision = papers.decision(case)
        told = papers.notified(case)
        hearing_clock = papers.clock_on(notice, papers.HEARING_CLOCK)
        kind = Statement.Kind
        asked = papers.statements_since_notice(case, kind.HEARING, kind.WAIVER).exists()
        today = timezone.localdate()
        statement_clock = papers.clock_on(notice, papers.STATEMENT_CLOCK)
        last = hearing_clock or statement_clock
        in_time = last is not None and today <= last.due_on
        return super().get_context_data(
            case=case,
            page_name=page_name(case, decision),
            party=case.party,
            bureau=case.bureau,
            notice=notice,
            penalty=penalty(told) if told else [],
            delivered_on=papers.delivered_on(notice),
            statement_clock=statement_clock,
            hearing_clock=hearing_clock,
            statements=case.statements.visible_to(user).select_related("hearing"),
            decision=decision,
            decision_delivered=papers.delivered_on(decision),
            challenges=case.challenges.visible_to(user),
            owed=closing_guards.unpaid(case),
            overpaid=enforcing.overpaid(case),
            payment_clock=papers.clock_on(decision, papers.PAYMENT_CLOCK) if decision else None,
            demand=demands.heard_on(case),
            open=case.state in Case.TO_BE_HEARD and statement_clock is not None,
            may_ask=in_time and not asked and hearing_clock is not None,
            recusals=case.recusals.visible_to(user).select_related("person"),
            may_recuse=case.state in recusals.RAISED_IN and not case.on_the_spot,
            payment_requests=case.payment_requests.visible_to(user).select_related("answer"),
            may_ask_for_time=case.state == Case.State.DECIDED
            and nothing_to_ask_for(case, today) is None,
            may_take_back=case.state == Case.State.NOTIFIED and standing(case).exists(),
            may_waive=in_time and case.state == Case.State.NOTIFIED and not asked,
            **kwargs,
        )


class PortalActView(ActView):
    """One answer of the party."""

    permission_required = ANSWER
    template_name = "penalties/portal_answer.html"
    queryset = PortalCaseView.queryset
    kind = ""
    title = lead = submit_label = ""

    def get_context_data(self, **kwargs):
        case = self.object
        context = {
            "case": case,
            "page_name": page_name(case, papers.decision(case)),
            "party": case.party,
            "bureau": case.bureau,
            "title": self.title,
            "lead": self.lead,
            "submit_label": self.submit_label or self.title,
            "back_url": self.get_success_url(),
        }
        return super().get_context_data(**(context | kwargs))

    def perform(self, form):
        data = {name: value for name, value in form.cleaned_data.items() if name != "confirmed"}
        return statements.make(
            self.object, actor=self.request.user, on=self.act_date(form), kind=self.kind, **data
        )

    def get_success_url(self):
        return reverse("penalties:portal-case", args=[self.object.pk])


class PortalWordsView(UnsentMixin, ResumableMixin, PortalActView):
    """An answer in the party's own words, with files."""

    ahead = True


class PortalStatementView(PortalWordsView):
    kind = Statement.Kind.STATEMENT
    title = "提出意见"
    submit_label = "提交意见"
    form_class = forms.StatementForm
    lead = "局里会认真核对您的意见，并写明采纳或者不采纳的理由。不会因为您提意见而加重处罚。"
    success_message = "意见已提交，局里核对后会答复。"


class PortalHearingView(PortalWordsView):
    kind = Statement.Kind.HEARING
    title = "要求听证"
    form_class = forms.HearingRequestForm
    lead = "听证不收费。时间和地点会提前七个工作日通知您，您可以自己参加，也可以委托一至二人代理。"
    success_message = "已提交听证要求，请等待通知。"


class PortalTakeBackView(PortalActView):
    kind = Statement.Kind.WITHDRAWAL
    title = "撤回听证要求"
    submit_label = "确认撤回"
    form_class = forms.WithdrawalForm
    lead = "撤回以后不再举行听证，案件继续办理。要求听证的期限没有届满的，还可以再次要求。"
    success_message = "已撤回听证要求。"


class PortalWaiverView(PortalActView):
    kind = Statement.Kind.WAIVER
    title = "放弃提意见和听证"
    submit_label = "确认放弃"
    form_class = forms.WaiverForm
    lead = "放弃以后，局里可以不再等待期限届满，直接进入下一步。不确定的，不用办理这一项。"
    success_message = "已登记放弃。"


class PortalRecusalView(UnsentMixin, ResumableMixin, PortalActView):
    """申请回避, in the party's own words; the investigation goes on until it is decided."""

    ahead = True
    title = "申请回避"
    submit_label = "提交申请"
    form_class = forms.PartyRecusalForm
    lead = (
        "办案人员与本案有直接利害关系，或者有其他关系可能影响公正的，您可以申请他回避。"
        "由机关负责人决定，决定以前不停止调查，也不作出处罚决定（行政处罚法第四十三条）。"
    )
    success_message = "申请已提交，有了决定会告知您。"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"case": self.object}

    def perform(self, form):
        return recusals.apply(
            self.object, actor=self.request.user, on=self.act_date(form), **form.cleaned_data
        )


class PortalPaymentView(UnsentMixin, ResumableMixin, PortalActView):
    """申请延期、分期; the time to pay runs on until the notice moves it."""

    ahead = True
    title = "申请延期或者分期缴纳"
    submit_label = "提交申请"
    form_class = forms.PartyPaymentForm
    lead = (
        "确有经济困难的，可以申请暂缓或者分期缴纳。批准以前缴款期限不变；"
        "批准的，在批准的期限里不加处罚款（行政处罚法第六十六条、第七十二条）。"
    )
    success_message = "申请已提交，有了答复会告知您。"

    def perform(self, form):
        return payment_requests.make(
            self.object, actor=self.request.user, on=self.act_date(form), **form.cleaned_data
        )
