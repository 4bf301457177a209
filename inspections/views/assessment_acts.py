"""Pages of the acts of 年度考核: rules, evaluations, counting, publication, notices."""

from django.urls import reverse
from django.utils import timezone

from archives_enforcement.documents.kinds import KINDS
from archives_enforcement.files.resumable import ResumableMixin
from archives_enforcement.forms import ActForm
from archives_enforcement.views import ActView, FormView
from inspections.forms import assessment as forms
from inspections.models import AssessmentRule
from inspections.queries import assessment as queries
from inspections.services import assessment as services
from inspections.views.assessment import LIST, YEARS, crumbs_of
from inspections.workflow import ASSESSMENT_FLOW
from units.models import Unit


class _BeginView(FormView):
    template_name = "components/form_page.html"
    title = submit_label = ""

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            title=self.title, submit_label=self.submit_label or self.title,
            crumbs=crumbs_of(None, self.title), cancel_url=reverse(LIST[1]), **kwargs,
        )  # fmt: skip

    def who(self, form) -> dict:
        return {"actor": self.request.user, "on": self.act_date(form)}


class RuleSetView(_BeginView):
    permission_required = services.PUBLISH
    form_class = forms.RuleForm
    title, success_message = "设定考核规则", "考核规则已设定。"

    def get_initial(self):
        user, today = self.request.user, timezone.localdate()
        rule = AssessmentRule.objects.on(user.bureau, today) if user.bureau else None
        return {name: getattr(rule, name) for name in services.FIGURES} if rule else {}

    def perform(self, form):
        stated = {name: form.cleaned_data[name] for name in ("valid_from", *services.FIGURES)}
        return services.set_rule(**self.who(form), **stated)

    def get_success_url(self):
        return reverse(LIST[1])


class PrepareView(_BeginView):
    permission_required = services.RUN
    form_class = forms.PrepareForm
    title, success_message = "准备年度考核", "已准备，请登记安全评价后计算。"

    def get_initial(self):
        return {"year": timezone.localdate().year - 1}

    def perform(self, form):
        return services.prepare(**self.who(form), year=form.cleaned_data["year"])

    def get_success_url(self):
        return self.result.get_absolute_url()


class EvaluateView(ResumableMixin, ActView):
    """登记安全评价 of one unit."""

    permission_required = services.RUN
    template_name = "components/form_page.html"
    queryset = Unit.objects.select_related("party__bureau")
    form_class = forms.EvaluateForm
    success_message = "安全评价已登记。"

    def get_initial(self):
        return {"year": timezone.localdate().year}

    def get_context_data(self, **kwargs):
        title = "登记安全评价"
        return super().get_context_data(
            title=title, number=self.object, submit_label="登记", crumbs=crumbs_of(None, title),
            cancel_url=self.object.get_absolute_url(), **kwargs,
        )  # fmt: skip

    def perform(self, form):
        names = ("year", "evaluator", "score", "evaluated_on", "source", "files")
        return services.record_evaluation(
            self.object, actor=self.request.user, on=self.act_date(form),
            **{name: form.cleaned_data[name] for name in names},
        )  # fmt: skip


class AssessmentActView(ActView):
    """An act on one year's assessment."""

    permission_required = services.RUN
    template_name = "inspections/assessment_act.html"
    queryset = YEARS
    form_class = ActForm
    title = explanation = step = ""
    consequences = ()

    def get_context_data(self, **kwargs):
        assessment = self.object
        context = {
            "title": self.title,
            "assessment": assessment,
            "crumbs": crumbs_of(assessment, self.title),
            "cancel_url": assessment.get_absolute_url(),
            "submit_label": self.title,
            "explanation": self.explanation,
            "consequences": self.consequences,
            "why_not": ASSESSMENT_FLOW.out_of_turn(assessment, self.step) if self.step else "",
        }
        return super().get_context_data(**(context | kwargs))

    def who(self, form) -> dict:
        return {"actor": self.request.user, "on": self.act_date(form)}


class CountView(AssessmentActView):
    title, success_message = "计算", "已计算，请核对。"
    explanation = "按检查、整改、自查报送和安全评价的记录计算，可以重新计算；公布以前单位看不到。"

    def perform(self, form):
        return services.count(self.object, **self.who(form))


class PublishView(AssessmentActView):
    permission_required = services.PUBLISH
    form_class = forms.PublishForm
    title, step = "公布", "publish"
    success_message = "已公布，各单位能看到自己的结果，可以申请复核。"
    consequences = ("得分和计分依据冻结，以后不能修改；复核更正的，另外记录。",)

    def perform(self, form):
        return services.publish(self.object, **self.who(form))


class NoticeView(AssessmentActView):
    form_class = forms.NoticeForm
    kind = ""
    explanation = "每个单位一份，写明得分和各部分的计分；通报是工作措施，不是行政处罚。"

    def get_context_data(self, **kwargs):
        title = f"起草{KINDS[self.kind].label}"
        return super().get_context_data(
            title=title, crumbs=crumbs_of(self.object, title), submit_label="起草", **kwargs
        )

    def get_form_kwargs(self):
        """Offered are those without a notice, for a warning the weak among them."""
        warns = self.kind == services.WARNING
        waiting = queries.unwarned if warns else queries.untold
        keys = [row.pk for row in waiting(queries.results(self.object))]
        rows = self.object.results.select_related("unit__party").order_by("total", "pk")
        return super().get_form_kwargs() | {"results": rows.filter(pk__in=keys), "warns": warns}

    def perform(self, form):
        data = form.cleaned_data
        return services.draft_notices(
            self.object, data["results"], kind=self.kind, requirements=data["requirements"],
            risks=data.get("risks", ""), **self.who(form),
        )  # fmt: skip

    def get_success_message(self):
        return f"已起草 {len(self.result)} 份，请提交审核。"
