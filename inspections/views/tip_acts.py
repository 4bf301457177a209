"""Pages of what is decided on a tip, and the one that opens who reported."""

from archives_enforcement.navigation import Crumb
from archives_enforcement.views import ActView
from inspections.forms import tip_acts
from inspections.models.tips import TRIAGE
from inspections.queries import tips as queries
from inspections.services import tips as services
from inspections.views.reporters import RevealPage
from inspections.views.tips import TIPS, tip_crumbs
from inspections.workflow import TIP_FLOW


class TipActPage(ActView):
    """One decision on one tip, which stands beside the form."""

    permission_required = TRIAGE
    template_name = "inspections/tip_act.html"
    queryset = TIPS
    service = None
    title = ""
    step = ""
    explanation = ()

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"tip": self.object}

    def perform(self, form):
        data = {name: value for name, value in form.cleaned_data.items() if name != "on"}
        return type(self).service(
            self.object, actor=self.request.user, on=self.act_date(form), **data
        )

    def get_context_data(self, **kwargs):
        tip = self.object
        context = {
            "title": self.title,
            "tip": tip,
            "from_whom": queries.from_whom(tip),
            "alike": queries.candidates(tip, self.request.user) if self.step == "merge" else [],
            "crumbs": tip_crumbs(Crumb(str(tip), tip.get_absolute_url()), Crumb(self.title)),
            "why_not": TIP_FLOW.out_of_turn(tip, self.step),
            "explanation": self.explanation,
            "submit_label": self.title,
            "cancel_url": tip.get_absolute_url(),
        }
        return super().get_context_data(**(context | kwargs))


class TipAcceptView(TipActPage):
    form_class = tip_acts.AcceptForm
    title, step, service = "受理", "accept", services.accept
    success_message = "已受理，线索转给承办人，立案期限从收到之日计算。"
    explanation = ("受理后成为线索，由承办人核查；承办人写明理由后可以查看反映人。",)


class TipRefuseView(TipActPage):
    form_class = tip_acts.RefuseForm
    title, step, service = "不予受理", "refuse", services.refuse
    success_message = "已登记不予受理和告知的内容。"


class TipPassOnView(TipActPage):
    form_class = tip_acts.PassOnForm
    title, step, service = "移送其他部门", "pass_on", services.pass_on
    success_message = "已登记移送和告知的内容。"
    explanation = (
        "材料按规定另行移送；反映人的身份不随系统里的内容移送，确需提供的，写明理由查看后另行密封。",
    )


class TipMergeView(TipActPage):
    form_class = tip_acts.MergeForm
    title, step, service = "并入另一件", "merge", services.merge
    success_message = "已并入，一并办理和答复。"


class TipAnswerView(TipActPage):
    form_class = tip_acts.ToldForm
    title, step, service = "答复反映人", "answer", services.answer
    success_message = "已登记答复。"


class TipReporterView(RevealPage):
    queryset = TIPS

    def crumbs(self):
        return tip_crumbs(
            Crumb(str(self.object), self.object.get_absolute_url()), Crumb("查看反映人")
        )
