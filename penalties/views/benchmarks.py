"""Pages that show benchmarks: all versions, and one as the table that is published."""

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property

from archives_enforcement.exporting import Exported
from archives_enforcement.navigation import Crumb, PageAct, acts_from
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.views import DetailView, ListView
from penalties import benchmark_guards, discretion
from penalties.discretion.checks import refuse
from penalties.models import Benchmark
from penalties.queries import benchmark_table as words
from penalties.queries import benchmarks as queries
from penalties.services.benchmarks import DRAFT, PUBLISH
from penalties.views.cases import list_tabs
from penalties.workflow import BENCHMARK_FLOW

VIEW = "penalties.view_case"  # who reads a case reads what it is weighed by
BENCHMARKS = Benchmark.objects.select_related("bureau", "drafted_by", "published_by", "based_on")
PAGE_OF_STEP = {
    "publish": "publish",
    "end_validity": "end",
    "withdraw": "withdraw",
    "discard": "discard",
}


def address(name: str, benchmark: Benchmark, *more: str) -> str:
    return reverse(f"penalties:benchmark-{name}", args=[benchmark.pk, *more])


def crumbs_of(benchmark: Benchmark, *last: str) -> list[Crumb]:
    """The path from all versions to a page about one of them."""
    own = Crumb(str(benchmark), benchmark.get_absolute_url() if last else "")
    return [Crumb("裁量权基准", reverse("penalties:benchmark-list")), own, *map(Crumb, last)]


class BenchmarkListView(Exported, ListView):
    permission_required = VIEW
    template_name = "penalties/benchmark_list.html"
    queryset = BENCHMARKS
    sheet_title = "裁量权基准"
    sheet_columns = (
        ("名称", 44), ("状态", 12), ("现行", 8), ("层级", 14), ("制定机关", 26), ("施行", 12),
        ("失效", 12), ("备注", 26),
    )  # fmt: skip

    def sheet_line(self, row):
        above = "登记的上级基准" if row.from_above else ""
        return (
            str(row), row.get_state_display(), "现行" if row.pk in self.in_force else "",
            row.get_level_display(), row.issuer, row.valid_from, row.valid_to,
            "随系统提供的示例，非任何机关公布" if row.is_sample else above,
        )  # fmt: skip

    @cached_property
    def in_force(self) -> set[int]:
        rows = Benchmark.objects.in_force(timezone.localdate())
        return set(rows.values_list("pk", flat=True))

    def get_queryset(self):
        return queries.listed(super().get_queryset())

    def get_context_data(self, **kwargs):
        tabs = list_tabs("benchmarks")
        return super().get_context_data(tabs=tabs, in_force=self.in_force, **kwargs)


class BenchmarkDetailView(DetailView):
    """One version whole, and for who writes it what the validator says."""

    permission_required = VIEW
    template_name = "penalties/benchmark_detail.html"
    queryset = BENCHMARKS
    workflow = BENCHMARK_FLOW

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        benchmark, today = self.object, context["today"]
        scheme = discretion.read_scheme(benchmark.document)
        draft = benchmark.state == Benchmark.State.DRAFT
        found = queries.findings(benchmark) if draft else []
        return context | {
            "benchmark": benchmark,
            "crumbs": crumbs_of(benchmark),
            "lines": words.table(scheme, benchmark.valid_from or today),
            "titles": [discretion.TITLES[tier] for tier in discretion.GRADED],
            "tiers": scheme.tiers.values(),
            "ranges": scheme.ranges.values(),
            "factors": words.factor_lines(scheme, benchmark.valid_from or today),
            "weights": scheme.weights,
            "rounding": [words.rounding(*step) for step in scheme.rule_set.rounding],
            "conventions": words.conventions_in_words(scheme),
            "findings": found,
            "errors": len(refuse(found)),
            "draft": draft,
            "may_edit": draft and self.is_ours and self.request.user.has_perm(DRAFT),
            "next_step": self.next_step(found),
            "acts": self.acts(context["offers"]),
        }

    @property
    def is_ours(self) -> bool:
        return self.object.bureau_id == self.request.user.bureau_id

    @property
    def may_try(self) -> bool:
        user, draft = self.request.user, self.object.state == Benchmark.State.DRAFT
        return draft and self.is_ours and (user.has_perm(DRAFT) or user.has_perm(PUBLISH))

    def next_step(self, found) -> str:
        if self.object.state == Benchmark.State.WITHDRAWN:
            return f"{cn_date(self.object.withdrawn_on)}撤回：{self.object.withdrawal_reason}"
        if self.object.state != Benchmark.State.DRAFT:
            return ""
        if errors := len(refuse(found)):
            return f"校验发现 {errors} 处错误，由起草人改正。"
        why = benchmark_guards.origin_stated(self.object, None)
        return why or "由机关负责人核对后公布。"

    def acts(self, offers) -> list[PageAct]:
        """Publication first, giving up last."""
        found, user = self.object, self.request.user
        order = list(PAGE_OF_STEP)
        own = sorted(offers if self.is_ours else (), key=lambda it: order.index(it.step.name))
        steps = acts_from(own, lambda name: address(PAGE_OF_STEP[name], found))
        last = [PageAct("导出 Excel", address("export", found))]
        if self.may_try:
            last.insert(0, PageAct("在既往案件上试算", address("trial", found)))
        if user.has_perm(DRAFT) and found.state != Benchmark.State.DISCARDED:
            last.insert(0, PageAct("起草新版本", address("copy", found)))
        if own and own[-1].step.name == "discard":
            last.append(steps.pop()._replace(primary=False))
        return [*steps, *last]
