"""Pages of public lists for staff: all kinds, and one version with what may be done with it."""

from django.urls import reverse
from django.views.generic.detail import BaseDetailView

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.navigation import Crumb, PageAct, acts_from
from archives_enforcement.views import DetailView, FormView, Guarded, TemplateView
from publicity import list_guards, sheets
from publicity.forms import lists as forms
from publicity.list_kinds import KINDS
from publicity.models import PublicList
from publicity.queries import lists as queries
from publicity.services import lists as services
from publicity.workflow import LIST_FLOW

VIEW = "publicity.view_publiclist"
BEGINS_WITH = (
    "有现行版本的，从现行版本开始；第一次起草的，从示例开始，核对后才能批准；"
    "执法人员名录按证件登记生成。"
)
LISTS = PublicList.objects.select_related("bureau", "drafted_by", "approved_by")
PAGE_OF_STEP = {
    "approve_list": "approve",
    "return_list": "return",
    "publish_list": "publish",
    "withdraw_list": "withdraw",
    "discard_list": "discard",
}


def address(name: str, row: PublicList) -> str:
    return reverse(f"publicity:list-{name}", args=[row.pk])


def crumbs_of(*more: Crumb) -> list[Crumb]:
    return [Crumb("公开清单", reverse("publicity:list-index")), *more]


class ListIndexView(TemplateView):
    """Every kind of list with the version in force and the one under way."""

    permission_required = VIEW
    template_name = "publicity/list_index.html"

    def get_context_data(self, **kwargs):
        link = {"label": "看公开页面", "url": reverse("publicity:public-before"), "icon": "eye"}
        kinds = queries.by_kind(self.request.user)
        return super().get_context_data(
            kinds=kinds,
            missing=sum(1 for entry in kinds if entry["current"] is None),
            may_draft=self.request.user.has_perm(services.DRAFT),
            actions=[link],
            **kwargs,
        )


class ListCreateView(FormView):
    permission_required = services.DRAFT
    template_name = "publicity/list_act.html"
    form_class = forms.ListKindForm
    success_message = "草稿已经生成，请核对内容。"

    def get_initial(self):
        asked = self.request.GET.get("kind")
        return {"kind": asked} if asked in KINDS else {}

    def get_context_data(self, **kwargs):
        context = {
            "title": "起草公开清单",
            "submit_label": "生成草稿",
            "explanation": BEGINS_WITH,
            "crumbs": crumbs_of(Crumb("起草")),
            "cancel_url": reverse("publicity:list-index"),
            "nav": "publicity:list-index",
        }
        return super().get_context_data(**(context | kwargs))

    def perform(self, form):
        told = {name: form.cleaned_data[name] for name in ("kind", "changed_on")}
        return services.draft(**told, actor=self.request.user, on=self.act_date(form))

    def get_success_url(self):
        return self.result.get_absolute_url()


class ListDetailView(DetailView):
    permission_required = VIEW
    template_name = "publicity/list_detail.html"
    queryset = LISTS
    workflow = LIST_FLOW
    context_object_name = "list"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        row, user = self.object, self.request.user
        trail = AuditEntry.objects.none()
        if user.has_perm("audit.view_auditentry"):
            trail = AuditEntry.objects.visible_to(user).about(row)
        return context | {
            "acts": self.acts(context["offers"]),
            "crumbs": crumbs_of(Crumb(str(row))),
            "next_step": self.next_step(row),
            "versions": queries.versions(row),
            "sample": self.sample(row),
            "public": row.state in PublicList.SHOWN,
            "trail": trail,
        }

    def next_step(self, row: PublicList) -> str:
        """For a draft also what it lacks, which the drafter would else learn from the head."""
        if row.state != PublicList.State.DRAFT:
            return queries.next_step(row)
        why = list_guards.complete(row, None) or list_guards.nothing_private(row, None)
        return f"还不能报请批准：{why}" if why else queries.next_step(row)

    def sample(self, row: PublicList) -> dict | None:
        """Where the content comes from, as long as it is that of the sample."""
        if row.rows != queries.sample_rows(row.kind, row.bureau):
            return None
        return queries.samples().get(row.kind)

    def acts(self, offers) -> list[PageAct]:
        """The editing of a draft, the steps of the table, and the file that is always at hand."""
        row, user = self.object, self.request.user
        shown = [offer for offer in offers if offer.step.name in PAGE_OF_STEP]
        steps = acts_from(shown, lambda name: address(PAGE_OF_STEP[name], row))
        leaving = ("放弃", "撤下", "退回修改")
        steps = [act._replace(primary=act.primary and act.label not in leaving) for act in steps]
        editing = []
        if row.state == PublicList.State.DRAFT and user.has_perm(services.DRAFT):
            editing = self.editing(row)
        steps.sort(key=lambda act: act.label in leaving)
        changing = self.changing(row) if user.has_perm(services.DRAFT) else []
        return [*editing, *changing, *steps, PageAct("导出 Excel", address("export", row))]

    def changing(self, row) -> list[PageAct]:
        """What may be said of a version in force: that it has changed, or not after all."""
        if row.state != PublicList.State.PUBLISHED:
            return []
        url, clock = (
            f"{reverse('publicity:list-create')}?kind={row.kind}",
            queries.update_clock(row),
        )
        new = [] if queries.under_way(row) else [PageAct("起草新版", url, clock is not None)]
        if clock is None:
            return [*new, PageAct("登记内容变化", address("change", row))]
        taken_back = [PageAct("撤销变化登记", address("unchanged", row))] if clock.grounds else []
        return [*new, *taken_back]

    def editing(self, row) -> list[PageAct]:
        if row.about.from_register:
            return [PageAct("按登记更新", address("register", row))]
        return [
            PageAct("修改内容", address("edit", row), primary=True),
            PageAct("从 Excel 导入", address("import", row)),
        ]


class ListExportView(Guarded, BaseDetailView):
    permission_required = VIEW
    queryset = LISTS

    def render_to_response(self, context):
        return sheets.excel(sheets.list_workbook(self.object), str(self.object))
