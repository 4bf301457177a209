"""Pages of 回避."""

from django.utils import timezone

from penalties.forms.recusals import RecusalDecisionForm, RecusalForm
from penalties.models import Case, Recusal
from penalties.queries.cases import with_files
from penalties.services import recusals
from penalties.views.base import CaseActView
from penalties.views.deciding import OF_CASE


class RecusalEnterView(CaseActView):
    permission_required = recusals.RAISE
    title = "登记回避申请"
    form_class = RecusalForm
    success_message = "已登记，等待机关负责人决定；决定以前不停止调查。"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"case": self.object}

    def get_initial(self):
        return {"raised_on": timezone.localdate()}

    def perform(self, form):
        return recusals.enter(self.object, **self.by(form), **self.given(form))


class RecusalDecideView(CaseActView):
    permission_required = recusals.DECIDE
    template_name = "penalties/recusal_decide.html"
    title = "决定回避"
    queryset = Recusal.objects.select_related(*OF_CASE, "person")
    form_class = RecusalDecisionForm

    @property
    def case(self) -> Case:
        return self.object.case

    @property
    def explanation(self):
        row = self.object
        return f"{row.get_raised_by_display()}{row.person}回避，理由：{row.reason}"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"recusal": self.object}

    def get_context_data(self, **kwargs):
        [row] = with_files([self.object], self.request.user)
        return super().get_context_data(files=row.attached, **kwargs)

    def perform(self, form):
        return recusals.decide(self.object, **self.by(form), **self.given(form))

    def get_success_message(self):
        return f"{self.result.outcome}：{self.result.person}。"
