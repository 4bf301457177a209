"""Pages of 印章图样."""

from django.urls import reverse
from django.utils import timezone

from archives_enforcement import views
from archives_enforcement.documents import seals, services
from archives_enforcement.documents.forms.seals import SealForm
from archives_enforcement.documents.models import Seal
from archives_enforcement.files.queries import files_by_record
from archives_enforcement.navigation import Crumb

IDENTITY = "accounts.confirm_identity"


def crumbs(*more: str) -> list[Crumb]:
    return [Crumb("机关信息", reverse("accounts:bureau-identity")), *map(Crumb, more)]


class SealListView(views.ListView):
    """Every seal, the last registered first, and which one is printed today."""

    permission_required = IDENTITY
    model = Seal
    template_name = "documents/seal_list.html"

    def get_queryset(self):
        return super().get_queryset().select_related("registered_by").order_by("-pk")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(crumbs=crumbs("印章图样"), **kwargs)
        rows = list(context["object_list"])
        pictures = files_by_record(rows, self.request.user)
        today = timezone.localdate()
        return context | {
            "seals": [(row, pictures[row.pk]) for row in rows],
            "current": seals.in_use_on(self.request.user.bureau, today),
            "replaced": seals.replaced_unused(rows, today),
            "today": today,
        }


class SealRegisterView(views.FormView):
    permission_required = IDENTITY
    form_class = SealForm
    template_name = "components/form_page.html"
    success_message = "印章图样已登记。"

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            title="登记印章图样",
            submit_label="登记",
            crumbs=crumbs("登记印章图样"),
            cancel_url=self.get_success_url(),
            consequences=[
                "启用之日起签发的文书，在日期上方印这枚印章",
                "已签发的文书不变",
                "以前登记、到那一天还没有启用的图样不再启用",
                "图样只有机关负责人能看到和下载",
            ],
            **kwargs,
        )

    def perform(self, form):
        typed = form.cleaned_data
        return services.register_seal(
            self.request.user.bureau,
            actor=self.request.user,
            on=self.act_date(form),
            in_use_from=typed["in_use_from"],
            note=typed["note"],
            picture=typed["picture"],
        )

    def get_success_url(self):
        return reverse("documents:seal-list")
