"""Pages of 执法公示 for staff."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.exporting import Exported
from archives_enforcement.navigation import Crumb, PageAct, acts_from
from archives_enforcement.views import DetailView, ListView
from archives_enforcement.workdays.clocks import Clocks
from penalties.queries.cases import clock
from publicity import repair_guards
from publicity.forms import notices as forms
from publicity.models import Notice
from publicity.queries import exemplaries
from publicity.queries import notices as queries
from publicity.workflow import NOTICE_FLOW

LIST = ("执法公示", "publicity:notice-list")
DRAFT, PUBLISH = "publicity.draft_notice", "publicity.publish_notice"
CHANGE, EDIT, REPAIR = "登记变更", "修改", "登记信用修复"
ENTER = "登记更正申请"
PROGRESS, RULES = queries.UPDATE, "检查结果公示规则"
ASIDE = (
    "退回修改",
    CHANGE,
    EDIT,
    ENTER,
    PROGRESS,
    REPAIR,
)  # may be done, but do not lead the way forward
PAGE_OF_STEP = {
    "approve": "publicity:notice-approve",
    "return_notice": "publicity:notice-return",
    "publish": "publicity:notice-publish",
    "withdraw": "publicity:notice-withdraw",
}
STEP_OF_PAGE = {page.removeprefix("publicity:"): step for step, page in PAGE_OF_STEP.items()}


def crumbs_of(*more: Crumb) -> list[Crumb]:
    return [Crumb(LIST[0], reverse(LIST[1])), *more]


class NoticeListView(Exported, ListView):
    """Notices, and above them the issued papers that still wait for one."""

    permission_required = "publicity.view_notice"
    template_name = "publicity/notice_list.html"
    queryset = Notice.objects.select_related("document").order_by("-decided_on", "-pk")
    filterset_class = forms.NoticeFilter
    sheet_title = "执法公示"
    sheet_columns = (
        ("案件名称", 40), ("当事人", 30), ("文号", 26), ("决定日期", 12), ("公布日期", 12),
        ("停止公示日期", 14), ("状态", 12),
    )  # fmt: skip

    def sheet_line(self, row):
        return (
            row.title, row.party_name, row.number, row.decided_on, row.published_on,
            row.expires_on, row.get_state_display(),
        )  # fmt: skip

    def get_context_data(self, **kwargs):
        user = self.request.user
        waiting = list(queries.decisions_to_publish(user)) if user.has_perm(DRAFT) else []
        clocks = Clocks(waiting)
        links = [
            {"label": RULES, "url": reverse("publicity:result-rules")},
            {"label": "看公开页面", "url": reverse("publicity:public-list"), "icon": "eye"},
        ]
        return super().get_context_data(
            withheld=queries.withholdings(user),
            waiting=[(row, queries.clock_among(clocks, row)) for row in waiting],
            actions=links,
            **kwargs,
        )


class NoticeDetailView(DetailView):
    permission_required = "publicity.view_notice"
    template_name = "publicity/notice_detail.html"
    queryset = Notice.objects.select_related(
        "document__party", "bureau", "drafted_by", "secrecy_reviewer", "approved_by"
    )
    workflow = NOTICE_FLOW

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        notice, user = self.object, self.request.user
        trail = AuditEntry.objects.none()
        if user.has_perm("audit.view_auditentry"):
            trail = AuditEntry.objects.visible_to(user).about(notice)
        return context | {
            "acts": self.acts(context["offers"]),
            "pairs": exemplaries.pairs_of(notice),
            "crumbs": crumbs_of(Crumb(notice.number)),
            "next_step": queries.next_step(notice),
            "steps": queries.steps(notice),
            "corrections": notice.corrections.order_by("-pk"),
            "clocks": [clock(row) for row in queries.clocks_of(notice)],
            "credit_source": queries.credit_source(notice.decided_on),
            "shortest": queries.shortest(notice.credit_class, notice.decided_on),
            "trail": trail,
        }

    def acts(self, offers) -> list[PageAct]:
        """Steps of the table and the acts beside it; the first open one leads the way forward."""
        steps = acts_from(offers, lambda name: reverse(PAGE_OF_STEP[name], args=[self.object.pk]))
        found = sorted([*self.beside(), *steps], key=lambda act: bool(act.why))
        first = next((act for act in found if not act.why and act.label not in ASIDE), None)
        return [act._replace(primary=act is first) for act in found]

    def beside(self) -> Iterator[PageAct]:
        """Acts that change no state: the check for secrets, a correction, a reported change."""
        notice, user = self.object, self.request.user
        draft = notice.state == Notice.State.DRAFT
        reviewer = user.has_perm(DRAFT) or user.has_perm("publicity.approve_notice")
        if draft and not notice.secrecy_checked and reviewer:
            own = notice.drafted_by_id == user.pk
            why = "拟稿人不能审查自己拟的公示，请由其他人员办理。" if own else ""
            yield PageAct("保密审查", "" if own else self.page("notice-secrecy"), why=why)
        if draft and user.has_perm(DRAFT):
            yield PageAct(EDIT, self.page("notice-edit"))
        published = notice.state == Notice.State.PUBLISHED
        if (
            published
            and not notice.changed_on
            and not notice.is_exemplary
            and user.has_perm(PUBLISH)
        ):
            yield PageAct(CHANGE, self.page("notice-change"))
            if notice.is_result:
                yield PageAct(PROGRESS, self.page("notice-progress"))
        if repair_guards.may_be_repaired(notice) and user.has_perm(PUBLISH):
            why = repair_guards.refusal(notice, timezone.localdate())
            yield PageAct(REPAIR, "" if why else self.page("notice-repair"), why=why or "")
        if published and user.has_perm(DRAFT):
            yield PageAct(ENTER, self.page("correction-enter"))

    def page(self, name: str) -> str:
        return reverse(f"publicity:{name}", args=[self.object.pk])
