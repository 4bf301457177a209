"""Pages on the bureau and its officers."""

from django.urls import reverse, reverse_lazy
from django.utils import timezone

from archives_enforcement import views
from archives_enforcement.accounts import services
from archives_enforcement.accounts.forms.staff import (
    DeputationForm,
    EndDeputationForm,
    IdentityForm,
)
from archives_enforcement.accounts.models import Bureau, Certificate, Deputation
from archives_enforcement.exporting import Exported
from archives_enforcement.navigation import Crumb, PageAct
from archives_enforcement.templatetags.formats import cn_date


class BureauIdentityView(views.ActView):
    """The required first page: without a confirmed identity no letter is signed."""

    permission_required = "accounts.confirm_identity"
    model = Bureau
    form_class = IdentityForm
    template_name = "accounts/bureau_identity.html"
    success_url = reverse_lazy("accounts:bureau-identity")
    success_message = "机关信息已确认，可以签发文书了。"

    def get_object(self, queryset=None):
        return self.get_queryset().get(pk=self.request.user.bureau_id)

    def get_success_url(self):
        return str(self.success_url)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"instance": self.object}

    def perform(self, form):
        return services.confirm_identity(
            self.object, actor=self.request.user, on=timezone.localdate(), **form.identity()
        )


class OfficerListView(Exported, views.ListView):
    """Who may enforce, with certificate and validity; also the page a unit may be shown."""

    permission_required = "accounts.view_officer"
    model = Certificate
    template_name = "accounts/officer_list.html"
    sheet_title = "执法人员"
    sheet_columns = (
        ("姓名", 14), ("证件编号", 20), ("发证机关", 26), ("有效期自", 12), ("有效期至", 12),
        ("今天", 8), ("备注", 30),
    )  # fmt: skip

    def sheet_line(self, row):
        stands = "有效" if row.valid_from <= timezone.localdate() <= row.valid_to else "无效"
        return (
            str(row.user), row.number, row.issuer, row.valid_from, row.valid_to, stands, row.note,
        )  # fmt: skip

    def get_queryset(self):
        rows = super().get_queryset().select_related("user")
        return rows.order_by("user__name", "-valid_to")

    def get_context_data(self, **kwargs):
        kwargs["actions"] = [PageAct("代理（AB角）", reverse("accounts:deputation-list"))]
        valid = self.get_queryset().valid_on(timezone.localdate())
        return super().get_context_data(valid=set(valid.values_list("pk", flat=True)), **kwargs)


class DeputationListView(Exported, views.ListView):
    """代理（AB角）: who stands in for whom, now, soon and before."""

    permission_required = "accounts.view_officer"
    queryset = Deputation.objects.select_related("principal", "deputy", "role", "made_by")
    template_name = "accounts/deputation_list.html"
    sheet_title = "代理（AB角）"
    sheet_columns = (
        ("代理人", 14), ("被代理人", 14), ("岗位", 16), ("开始日期", 12), ("结束日期", 12),
        ("原因", 34), ("登记", 30), ("提前结束", 34), ("状态", 10),
    )  # fmt: skip

    def sheet_line(self, row):
        ended = f"{cn_date(row.ended_on)}结束：{row.ended_reason}" if row.ended_reason else ""
        return (
            str(row.deputy), str(row.principal), str(row.role), row.first_day, row.last_day,
            row.reason, f"{row.order}，由{row.made_by}登记" if row.order else "", ended,
            row.state_on(timezone.localdate()),
        )  # fmt: skip

    def get_context_data(self, **kwargs):
        today, user = timezone.localdate(), self.request.user
        context = super().get_context_data(actions=self.actions(), **kwargs)
        for row in context["object_list"]:
            row.stands = row.state_on(today)
            may_end = row.principal_id == user.pk and row.stands in ("未开始", "代理中")
            row.end_url = reverse("accounts:deputation-end", args=[row.pk]) if may_end else ""
        return context

    def actions(self) -> list[PageAct]:
        user, name = self.request.user, services.NAME
        if not user.has_perm(name):
            return []
        return [PageAct("指定代理人", reverse("accounts:deputation-create"), primary=True)]


class DeputationActView:
    """What the two acts on deputations share."""

    permission_required = services.NAME
    template_name = "components/form_page.html"
    success_url = reverse_lazy("accounts:deputation-list")
    title = ""

    def get_success_url(self):
        return str(self.success_url)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            title=self.title,
            submit_label=self.title,
            cancel_url=self.success_url,
            crumbs=[Crumb("代理（AB角）", str(self.success_url)), Crumb(self.title)],
            **kwargs,
        )


class DeputationCreateView(DeputationActView, views.FormView):
    """The one who will be away names his deputy himself."""

    form_class = DeputationForm
    title, success_message = "指定代理人", "已指定代理人，双方都会收到消息。"

    def perform(self, form):
        data = form.cleaned_data
        return services.deputise(
            self.request.user,
            data.pop("deputy"),
            data.pop("role"),
            actor=self.request.user,
            on=timezone.localdate(),
            **data,
        )


class DeputationEndView(DeputationActView, views.ActView):
    """提前结束 by the one who is back; of others he knows nothing."""

    model = Deputation
    form_class = EndDeputationForm
    title, success_message = "提前结束代理", "代理已结束，代理人不再有这个岗位的权限。"

    def get_queryset(self):
        return super().get_queryset().filter(principal=self.request.user)

    def get_context_data(self, **kwargs):
        return super().get_context_data(number=str(self.object), **kwargs)

    def perform(self, form):
        return services.end_deputation(
            self.object,
            actor=self.request.user,
            on=timezone.localdate(),
            reason=form.cleaned_data["reason"],
        )
