"""Pages of 培训: the plan of a year, one session, and the acts on it."""

from django.urls import reverse
from django.utils.timezone import localdate

from archives_enforcement.exporting import Exported
from archives_enforcement.navigation import Crumb, acts_from
from archives_enforcement.views import ActView, DetailView, FormView, TemplateView
from publicity.forms import training as forms
from publicity.models import Training
from publicity.queries import training as queries
from publicity.services import training as services
from publicity.workflow import TRAINING_FLOW

LIST = "publicity:training-list"
EXPLANATION = (
    "执法人员培训、法规学习、廉政谈话、警示教育、大比武和演练，以及给单位档案人员的培训，"
    "先列入计划，开展后登记参加人员和学时。"
)


def crumbs_of(*more: Crumb) -> list[Crumb]:
    return [Crumb("培训", reverse(LIST)), *more]


class TrainingListView(Exported, TemplateView):
    """The plan of a year, how far it is kept, and hours a person."""

    permission_required = "publicity.view_training"
    template_name = "publicity/training_list.html"
    sheet_title = "培训"
    sheet_columns = (
        ("计划日期", 12), ("开展日期", 12), ("名称", 44), ("种类", 16), ("学时", 8), ("人数", 8),
        ("状态", 12), ("说明", 34),
    )  # fmt: skip

    def sheet_line(self, row):
        return (
            row.planned_for, row.held_on, row.title, row.get_kind_display(), row.hours, row.people,
            row.get_state_display(), row.reason,
        )  # fmt: skip

    @property
    def year(self) -> int:
        asked = self.request.GET.get("year", "")
        given = asked.isdecimal() and len(asked) == len("2024")
        return int(asked) if given else localdate().year

    def get_queryset(self):
        return queries.of_year(self.request.user, self.year)

    def get_context_data(self, **kwargs):
        user, here, year = self.request.user, localdate().year, self.year
        rows = list(self.get_queryset())
        return super().get_context_data(
            year=year,
            years=sorted({here, *queries.years_of(user)}, reverse=True),
            rows=rows,
            completion=queries.completion(rows),
            by_kind=queries.completion_by_kind(rows),
            no_study=queries.months_without_study(rows, localdate(), year) if rows else [],
            hours=queries.hours_of_staff(user, year) if rows else [],
            today=localdate(),
            actions=self.actions(),
            **kwargs,
        )

    def actions(self) -> list[dict]:
        if not self.request.user.has_perm(services.PLAN):
            return []
        url = reverse("publicity:training-create")
        return [{"label": "列入计划", "url": url, "icon": "plus", "primary": True}]


class TrainingCreateView(FormView):
    permission_required = services.PLAN
    template_name = "publicity/list_act.html"
    form_class = forms.PlanForm
    success_message = "已列入培训计划。"

    def get_context_data(self, **kwargs):
        context = {
            "title": "列入培训计划",
            "explanation": EXPLANATION,
            "crumbs": crumbs_of(Crumb("列入计划")),
            "cancel_url": reverse(LIST),
            "nav": LIST,
        }
        return super().get_context_data(**(context | kwargs))

    def perform(self, form):
        facts = {name: value for name, value in form.cleaned_data.items() if name != "on"}
        return services.plan(actor=self.request.user, on=self.act_date(form), **facts)

    def get_success_url(self):
        return self.result.get_absolute_url()


class TrainingDetailView(DetailView):
    permission_required = "publicity.view_training"
    template_name = "publicity/training_detail.html"
    queryset = Training.objects.select_related("bureau")
    workflow = TRAINING_FLOW

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        row = self.object
        findings = row.findings.visible_to(self.request.user)
        return context | {
            "acts": acts_from(
                context["offers"],
                lambda name: reverse(f"publicity:training-{name}", args=[row.pk]),
            ),
            "crumbs": crumbs_of(Crumb(row.title)),
            "people": row.attendances.select_related("user", "unit__party"),
            "findings": findings.select_related("inspection__unit__party", "item"),
        }


class TrainingActView(ActView):
    permission_required = services.PLAN
    template_name = "publicity/list_act.html"
    queryset = Training.objects.select_related("bureau")
    step = title = ""

    def get_context_data(self, **kwargs):
        row = self.object
        context = {
            "title": self.title,
            "submit_label": self.title,
            "explanation": f"{row.get_kind_display()}：{row}",
            "why_not": TRAINING_FLOW.out_of_turn(row, self.step),
            "crumbs": crumbs_of(Crumb(row.title, row.get_absolute_url()), Crumb(self.title)),
            "cancel_url": row.get_absolute_url(),
            "nav": LIST,
        }
        return super().get_context_data(**(context | kwargs))

    def given(self, form) -> dict:
        typed = {name: value for name, value in form.cleaned_data.items() if name != "on"}
        return typed | {"actor": self.request.user, "on": self.act_date(form)}


class TrainingHoldView(TrainingActView):
    form_class = forms.HoldForm
    step, title = "hold", "登记开展情况"
    success_message = "已登记，学时记到每个参加的人。"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"training": self.object}

    def get_initial(self):
        return {"hours": self.object.hours, "place": self.object.place}

    def perform(self, form):
        return services.hold(self.object, **self.given(form))


class TrainingCancelView(TrainingActView):
    form_class = forms.CancelForm
    step, title = "cancel", "取消培训"
    success_message = "培训已取消，原因记在计划里。"

    def perform(self, form):
        return services.cancel(self.object, **self.given(form))
