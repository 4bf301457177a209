"""Pages on the bureau and its officers."""

from django.urls import reverse_lazy
from django.utils import timezone

from archives_enforcement import views
from archives_enforcement.accounts import services
from archives_enforcement.accounts.forms import IdentityForm
from archives_enforcement.accounts.models import Bureau, Certificate


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


class OfficerListView(views.ListView):
    """Who may enforce, with certificate and validity; also the page a unit may be shown."""

    permission_required = "accounts.view_officer"
    model = Certificate
    template_name = "accounts/officer_list.html"

    def get_queryset(self):
        rows = super().get_queryset().select_related("user")
        return rows.order_by("user__name", "-valid_to")

    def get_context_data(self, **kwargs):
        valid = self.get_queryset().valid_on(timezone.localdate())
        return super().get_context_data(valid=set(valid.values_list("pk", flat=True)), **kwargs)
