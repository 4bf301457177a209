"""Pages of investigation and discretion."""

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property

from archives_enforcement.files.resumable import ResumableMixin
from archives_enforcement.forms import ReasonForm
from penalties.forms import handling as forms
from penalties.models import Case, Circumstance, Evidence
from penalties.queries import discretion as queries
from penalties.services import circumstances, discretion, investigation
from penalties.views.base import CaseActView
from penalties.views.cases import Side, fixed, shown


class EvidenceAddView(ResumableMixin, CaseActView):
    may_be_recording = True
    title = "登记证据"
    form_class = forms.EvidenceForm
    success_message = "证据已登记。"
    explanation = "证据应当查证属实；以非法手段取得的不能用（行政处罚法第四十六条）。"

    def perform(self, form):
        return investigation.add_evidence(self.object, **self.by(form), **self.given(form))


class EvidenceExcludeView(CaseActView):
    title = "排除证据"
    queryset = Evidence.objects.select_related("case__party", "case__clause__violation")
    form_class = ReasonForm
    success_message = "证据已排除，仍留在案卷中。"

    @property
    def case(self) -> Case:
        return self.object.case

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            explanation=f"{self.object}：排除后不能再作为认定事实的根据。", **kwargs
        )

    def perform(self, form):
        reason = form.cleaned_data["note"]
        return investigation.exclude_evidence(self.object, **self.by(form), reason=reason)


class EstablishView(CaseActView):
    title = "认定事实"
    form_class = forms.FactsForm
    success_message = "事实和构成要件已认定。"
    explanation = "处以罚款须具备每一项构成要件；有一项不具备的，不能罚款。"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"case": self.object}

    def perform(self, form):
        facts = form.cleaned_data["facts"]
        return investigation.establish(
            self.object, **self.by(form), facts=facts, findings=form.findings
        )


class EndInvestigationView(CaseActView):
    title = "调查终结"
    form_class = forms.ReportForm
    success_message = "调查已终结，请登记裁量事实。"
    explanation = "终结后不能再登记证据；需要时可以补充调查。"

    def perform(self, form):
        return investigation.end(self.object, **self.by(form), **self.given(form))


class ReopenView(CaseActView):
    title = "补充调查"
    form_class = ReasonForm
    success_message = "已恢复调查。"
    explanation = "有新的事实才能提高处罚，并且须重新告知（行政处罚法第四十四条）。"

    def perform(self, form):
        return investigation.reopen(self.object, **self.by(form), **self.given(form))


class CircumstanceAddView(CaseActView):
    title = "登记裁量事实"
    form_class = forms.CircumstanceForm
    success_message = "裁量事实已登记，档次已重新计算。"

    @cached_property
    def benchmark(self):
        row = queries.row_for(self.object, timezone.localdate())
        return row and row.benchmark

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"case": self.object, "benchmark": self.benchmark}

    def get_context_data(self, **kwargs):
        told = self.benchmark.label if self.benchmark else "现在没有适用于本案的裁量权基准。"
        return super().get_context_data(explanation=told, **kwargs)

    def perform(self, form):
        return circumstances.add(self.object, **self.by(form), **self.given(form))

    def get_success_url(self):
        return discretion_page(self.object)


class CircumstanceRemoveView(CaseActView):
    title = "删除裁量事实"
    queryset = Circumstance.objects.select_related("case__party", "case__clause__violation")
    success_message = "裁量事实已删除，档次已重新计算。"

    @property
    def case(self) -> Case:
        return self.object.case

    def get_context_data(self, **kwargs):
        return super().get_context_data(explanation=f"删除：{self.object}", **kwargs)

    def perform(self, form):
        return circumstances.remove(self.object, **self.by(form))

    def get_success_url(self):
        return discretion_page(self.case)


class ProposeView(CaseActView):
    """确定拟处罚意见 on the page 裁量 itself; a figure outside the band is drawn and explained."""

    template_name = "penalties/case_discretion.html"
    form_class = forms.FineForm
    title = "确定拟处罚意见"
    success_message = "拟处罚意见已确定，请起草事先告知书。"
    service = staticmethod(discretion.propose)
    tried = stop = None

    def get_form_kwargs(self):
        confiscates = self.object.clause.confiscate_gains
        return super().get_form_kwargs() | {
            "confiscates": confiscates,
            "may_warn": queries.may_warn(self.object, timezone.localdate()),
        }

    def get_initial(self):
        return fixed(self.object.assessment)

    def post(self, request, *args, **kwargs):
        """The button 改用建议金额 sends the suggested figure in place of the typed one."""
        if suggested := request.POST.get("suggested"):
            request.POST = request.POST.copy()
            request.POST["fine"] = suggested
        return super().post(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        case, user, today = self.object, self.request.user, timezone.localdate()
        side = Side(case, user, today, "discretion").context()
        context = side | shown(case, user, today, tried=self.tried) | {"stop": self.stop}
        return super().get_context_data(**(context | kwargs))

    def perform(self, form):
        try:
            return self.service(self.object, **self.by(form), **self.given(form))
        except discretion.Unfit as refusal:
            self.stop, self.tried = refusal.objection, form.cleaned_data["fine"]
            raise


class AdjustView(ProposeView):
    """调整拟处罚意见 after the statement: lighter or equal only."""

    title = "调整拟处罚意见"
    success_message = "拟处罚意见已调整，请送法制审核。"
    service = staticmethod(discretion.adjust)


def discretion_page(case: Case) -> str:
    return reverse("penalties:case-discretion", args=[case.pk])
