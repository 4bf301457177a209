"""Pages of 执法监督检查: the rounds, one round with its items, and its acts."""

from django.urls import reverse

from archives_enforcement.exporting import Exported
from archives_enforcement.files.queries import files_of
from archives_enforcement.navigation import Crumb, PageAct, acts_from
from archives_enforcement.views import DetailView, ListView
from supervision.forms import rounds as forms
from supervision.forms.notices import CloseForm
from supervision.models import Round, RoundItem
from supervision.queries import notices as papers
from supervision.queries import rounds as queries
from supervision.services import rounds as services
from supervision.services.notices import DRAFT
from supervision.views.pages import ActPage, CreatePage, RecordExportPage, trail_of
from supervision.workflow import ANSWER, REGISTER_FAULT, ROUND_FLOW, SUPERVISE

VIEW = "supervision.view_round"
LIST = ("监督检查（执法）", "supervision:round-list")
ROUNDS = Round.objects.select_related("bureau", "drafted_by", "witness", "reported_by")
ITEMS = RoundItem.objects.select_related(
    "round__bureau", "inspection__unit__party", "case", "reviewer", "invitation__guest__bureau"
).prefetch_related("findings__content")
PAGES = {
    "draw": "round-draw",
    "sum_up": "round-sum",
    "report": "round-report",
    "close": "round-close",
}


class RoundListView(Exported, ListView):
    permission_required = VIEW
    template_name = "supervision/round_list.html"
    queryset = ROUNDS.order_by("-pk")
    sheet_title = "执法监督检查"
    sheet_columns = (("名称", 44), ("方式", 12), ("期间自", 12), ("期间至", 12), ("状态", 12))

    def sheet_line(self, row):
        method, state = row.get_method_display(), row.get_state_display()
        return row.title, method, row.since, row.until, state

    def get_context_data(self, **kwargs):
        url, actions = reverse("supervision:round-create"), []
        if self.request.user.has_perm(SUPERVISE):
            actions = [{"label": "组织监督检查", "url": url, "icon": "plus", "primary": True}]
        return super().get_context_data(actions=actions, **kwargs)


class RoundDetailView(DetailView):
    permission_required = VIEW
    template_name = "supervision/round_detail.html"
    queryset = ROUNDS
    workflow = ROUND_FLOW

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        row, user = self.object, self.request.user
        found = papers.papers_of(row, user)
        reviewing = row.state == Round.State.DRAWN and user.has_perm(SUPERVISE)
        return context | {
            "crumbs": [Crumb(LIST[0], reverse(LIST[1])), Crumb(str(row))],
            "items": list(ITEMS.filter(round=row)),
            "to_fault": user.has_perm(REGISTER_FAULT),
            "reviewing": reviewing,
            "mutual": row.method == Round.Method.MUTUAL,
            "common": queries.problems_by_content(row),
            "remedies": queries.remedies_in_period(row),
            "holds": row.state == Round.State.FROZEN or queries.recomputed(row),
            "papers": found,
            "files": list(files_of(row, user)),
            "clocks": papers.clocks_on(row).values(),
            "steps": queries.steps(row),
            "next_step": queries.next_step(row),
            "acts": self.acts(context["offers"], found),
            "entries": trail_of(row, user),
        }

    def acts(self, offers, found) -> list[PageAct]:
        row, user = self.object, self.request.user

        def url(name: str) -> str:
            return reverse(f"supervision:{name}", args=[row.pk])

        acts = acts_from([each for each in offers if each.step.name in PAGES],
                         lambda name: url(PAGES[name]))  # fmt: skip
        if row.state != Round.State.SUMMED:
            return acts
        if paper := papers.live(found, queries.CIRCULAR):
            return [PageAct("办理通报", paper.get_absolute_url(), True)]
        if user.has_perms((SUPERVISE, DRAFT)):
            return [PageAct("重新起草通报", url("round-circular"), True)]
        return acts


class RoundExportView(RecordExportPage):
    """One line for each content of each drawn check or case."""

    permission_required = VIEW
    queryset = ROUNDS
    sheet, filename = "评查情况", "supervision-round"
    columns = (
        ("序号", 8), ("检查或者案件", 40), ("内容", 40), ("结论", 12), ("问题", 50), ("评查人", 16),
        ("评查日期", 12),
    )  # fmt: skip

    def rows(self, context):
        items = ITEMS.filter(round=self.object)
        return [(item, finding) for item in items for finding in item.findings.all()]

    def line(self, row):
        item, finding = row
        return [
            item.position,
            str(item.record),
            str(finding.content),
            finding.get_verdict_display(),
            finding.note,
            item.guest or str(item.reviewer),
            item.reviewed_on,
        ]


class RoundCreateView(CreatePage):
    permission_required = SUPERVISE
    form_class = forms.PrepareForm
    list_crumb = LIST
    title, submit_label = "组织监督检查", "固定抽取范围"
    success_message = "抽取范围已固定，请另一名监督人员见证抽取。"
    explanation = (
        "期间内实施过的检查、决定或者办结的案件全部列入抽取范围，保存时固定并计算摘要。",
        "抽取由另一名监督人员给出数字，结果由摘要和数字算出，事后可以重算核对。",
        "参加过办理的人员不能评查；互查的，邀请对方机关的监督人员在系统里评查，对方没有账号的写明评查人。",
    )

    def perform(self, form):
        return services.prepare(actor=self.request.user, on=self.act_date(form), **self.typed(form))


class RoundActPage(ActPage):
    queryset = ROUNDS
    list_crumb = LIST


class RoundDrawView(RoundActPage):
    permission_required = SUPERVISE
    form_class = forms.DrawForm
    title, success_message = "抽取", "已抽取。"
    service = services.draw


class RoundSumView(RoundActPage):
    permission_required = (SUPERVISE, DRAFT)
    form_class = forms.SumUpForm
    template_name = "supervision/round_sum.html"
    title, submit_label = "汇总并起草通报", "保存并起草通报"
    success_message = "通报已起草，请核对后提交审核。"
    service = services.sum_up

    def get_context_data(self, **kwargs):
        return super().get_context_data(common=queries.problems_by_content(self.object), **kwargs)


class RoundCircularView(RoundActPage):
    permission_required = (SUPERVISE, DRAFT)
    title, success_message = "重新起草通报", "通报已起草。"
    service = services.draft_circular


class RoundReportView(RoundActPage):
    permission_required = ANSWER
    form_class = forms.RoundReportForm
    title, success_message = "报告检查纠正情况", "已报告，等待核实。"
    service = services.report


class RoundCloseView(RoundActPage):
    permission_required = SUPERVISE
    form_class = CloseForm
    title, success_message = "核实并办结", "已办结。"
    service = services.close


class ItemReviewView(ActPage):
    permission_required = SUPERVISE
    queryset = ITEMS
    form_class = forms.ReviewItemForm
    list_crumb = LIST
    template_name = "supervision/round_item.html"
    title, submit_label = "评查", "保存评查结论"
    success_message = "评查结论已保存。"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"item": self.object}

    def perform(self, form):
        return services.review(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            verdicts=form.verdicts,
            guest=form.cleaned_data.get("guest", ""),
        )
