"""Pages of 覆盖规则: how the year stands, and the rules themselves."""

from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.audit.settings_history import ways_to
from archives_enforcement.navigation import Crumb
from archives_enforcement.views import ActView, FormView, TemplateView
from inspections.forms.coverage import RuleEndForm, RuleForm
from inspections.models import CoverageRule
from inspections.queries import coverage as queries
from inspections.queries.compass import compass
from inspections.services import coverage as services
from inspections.views.planning import LIST_CRUMB

PAGE = "inspections:plan-coverage"
YEARS = range(2000, 2100)


def crumbs_of(*more: str) -> list[Crumb]:
    own = Crumb("覆盖规则", reverse(PAGE) if more else "")
    return [Crumb(LIST_CRUMB[0], reverse(LIST_CRUMB[1])), own, *map(Crumb, more)]


class CoverageView(TemplateView):
    """The gauges of a year, who is missing, what contradicts what, and the rules in force."""

    permission_required = "inspections.view_plan"
    template_name = "inspections/coverage.html"

    def get_context_data(self, **kwargs):
        user, today = self.request.user, timezone.localdate()
        year = self.asked(today.year)
        may_set = user.has_perm(services.SET)
        return super().get_context_data(
            nav="inspections:plan-list",
            year=year,
            tabs=self.tabs(year, today.year),
            crumbs=crumbs_of(),
            compass=compass(user, year, today),
            rules=queries.rules(user).order_by("-effective_from", "-pk"),
            today=today,
            may_set=may_set,
            samples=queries.samples() if may_set else [],
            actions=[*ways_to(CoverageRule, user), *self.actions(may_set)],
            **kwargs,
        )

    def asked(self, year: int) -> int:
        text = self.request.GET.get("year", str(year))
        if not text.isdecimal() or int(text) not in YEARS:
            raise Http404("没有这个年度")
        return int(text)

    @staticmethod
    def tabs(year: int, this_year: int) -> list[dict]:
        shown = sorted({this_year - 1, this_year, this_year + 1, year})
        return [
            {"label": f"{each} 年", "url": f"?year={each}", "count": "", "current": each == year}
            for each in shown
        ]

    @staticmethod
    def actions(may_set: bool) -> list[dict]:
        if not may_set:
            return []
        url = reverse("inspections:plan-rule-create")
        return [{"label": "设定规则", "url": url, "icon": "plus", "primary": True}]


class RuleCreateView(FormView):
    """A rule of the bureau's own, or one that begins as one of the samples."""

    permission_required = services.SET
    template_name = "inspections/coverage_form.html"
    form_class = RuleForm
    success_message = "规则已设定。"

    @property
    def sample(self) -> dict:
        return queries.sample(self.request.GET.get("sample", ""))

    def get_initial(self):
        return {"effective_from": timezone.localdate(), "mark": "LOCAL"} | self.sample

    def perform(self, form):
        return services.set_rule(
            actor=self.request.user,
            on=self.act_date(form),
            is_sample=bool(self.sample),
            **form.stated,
        )

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            title="设定覆盖规则",
            nav="inspections:plan-list",
            crumbs=crumbs_of("设定"),
            cancel_url=reverse(PAGE),
            **kwargs,
        )

    def get_success_url(self):
        return reverse(PAGE)


class RuleActView(ActView):
    """An act on one rule."""

    permission_required = services.SET
    template_name = "inspections/coverage_form.html"
    queryset = CoverageRule.objects.select_related("bureau")
    title = ""

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            title=self.title,
            nav="inspections:plan-list",
            rule=self.object,
            crumbs=crumbs_of(self.title),
            submit_label=self.title,
            cancel_url=reverse(PAGE),
            **kwargs,
        )


class RuleReplaceView(RuleActView):
    form_class = RuleForm
    title, success_message = "修改规则", "规则已修改；以前的情况仍按原规则计算。"

    def get_initial(self):
        now = {name: getattr(self.object, name) for name in services.STATED}
        return now | {"effective_from": timezone.localdate()}

    def perform(self, form):
        return services.replace_rule(
            self.object, actor=self.request.user, on=self.act_date(form), **form.stated
        )


class RuleEndView(RuleActView):
    form_class = RuleEndForm
    title, success_message = "停用规则", "规则已停用。"

    def get_initial(self):
        return {"last_day": timezone.localdate()}

    def perform(self, form):
        chosen = {name: form.cleaned_data[name] for name in ("last_day", "note")}
        return services.end_rule(
            self.object, actor=self.request.user, on=self.act_date(form), **chosen
        )
