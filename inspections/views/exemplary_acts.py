"""Pages of the acts on 整改优秀典型: nominate, enter the unit's consent, decide."""

from django.urls import reverse
from django.utils import timezone

from archives_enforcement.files.resumable import ResumableMixin
from archives_enforcement.forms import ActForm, ReasonForm
from archives_enforcement.navigation import Crumb
from archives_enforcement.views import ActView
from inspections.forms.exemplary import (
    DecideForm,
    EnterConsentForm,
    EnterWithdrawalForm,
    NominateForm,
)
from inspections.models import Consent
from inspections.queries import exemplary as queries
from inspections.services import consents
from inspections.services import exemplary as services
from inspections.views.closing import VisitActView
from inspections.views.exemplary import LIST_CRUMB, NOMINATIONS


class NominateView(VisitActView):
    permission_required = "inspections.nominate_exemplary"
    form_class = NominateForm
    title, submit_label = "推荐整改典型", "推荐并征求单位意见"
    success_message = "已推荐，并请单位答复是否同意公开。"

    @property
    def explanation(self) -> str:
        before = queries.declined_because(self.object)
        return (
            "问题全部销号、回头看没有发现未改好、有认可的整改前后照片的，可以推荐为整改优秀典型。"
            "推荐后先征求单位意见，单位同意的由机关负责人决定。"
            f"{before and f'以前的推荐：{before}。'}"
        )

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"inspection": self.object}

    def perform(self, form):
        return services.nominate(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            reason=form.cleaned_data["reason"],
            findings=form.cleaned_data["findings"],
        )

    def get_success_url(self):
        return self.result.get_absolute_url()


class ExemplaryActView(ActView):
    permission_required = "inspections.decide_exemplary"
    template_name = "inspections/exemplary_act.html"
    queryset = NOMINATIONS
    form_class = ActForm
    title = ""

    def get_context_data(self, **kwargs):
        row = self.object
        return super().get_context_data(
            title=self.title,
            exemplary=row,
            pairs=queries.pairs_of(row),
            cases=queries.before_and_after(row.inspection, self.request.user),
            crumbs=[
                Crumb(LIST_CRUMB[0], reverse(LIST_CRUMB[1])),
                Crumb(str(row.inspection.unit), row.get_absolute_url()),
                Crumb(self.title),
            ],
            submit_label=self.title,
            cancel_url=row.get_absolute_url(),
            today=timezone.localdate(),
            **kwargs,
        )


class EnterConsentView(ResumableMixin, ActView):
    """What the unit answered on paper, or took back, entered with its scan (代录)."""

    permission_required = "accounts.act_for_party"
    template_name = "inspections/exemplary_act.html"
    queryset = Consent.objects.select_related("exemplary__inspection__unit__party")
    form_class = EnterConsentForm
    title, success_message = "代录单位意见", "已代录单位意见。"
    enter = staticmethod(consents.enter_answer)

    def get_context_data(self, **kwargs):
        row = self.object.exemplary
        context = {
            "title": self.title,
            "exemplary": row,
            "pairs": queries.pairs_of(row),
            "cases": queries.before_and_after(row.inspection, self.request.user),
            "crumbs": [
                Crumb(LIST_CRUMB[0], reverse(LIST_CRUMB[1])),
                Crumb(str(row.inspection.unit), row.get_absolute_url()),
                Crumb(self.title),
            ],
            "submit_label": "提交代录",
            "cancel_url": row.get_absolute_url(),
        }
        return super().get_context_data(**(context | kwargs))

    def perform(self, form):
        return self.enter(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            files=form.cleaned_data["files"],
            **form.said,
        )


class EnterWithdrawalView(EnterConsentView):
    form_class = EnterWithdrawalForm
    title = "代录单位撤回同意"
    success_message = "已代录撤回，公开页面停止显示。"
    enter = staticmethod(consents.enter_withdrawal)


class DecideView(ExemplaryActView):
    form_class = DecideForm
    title, success_message = "确定为典型", "已确定为整改优秀典型。"

    def perform(self, form):
        return services.decide(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            note=form.cleaned_data["note"],
        )


class DeclineView(ExemplaryActView):
    form_class = ReasonForm
    title, success_message = "不采纳", "已记录不采纳的原因。"

    def perform(self, form):
        return services.decline(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            note=form.cleaned_data["note"],
        )
